"""Script, outline and cast in the real window: joined to the board, and every wish one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from pytestqt.qtbot import QtBot

from storyboard import edits
from storyboard.board import Board, BoardError, Outfit
from storyboard.generation import request_for
from storyboard.script import cast, onto_board, parse_story, scenes
from storyboard.script.three_way import onto_changed_board
from storyboard.script.writer import lines_of, script_of
from storyboard.soundness import checked
from tests.test_board_view import give_takes, ids, label, window
from tests.test_project import png
from ui.window import MainWindow

__all__ = ["window"]  # a fixture


def joined(board: Board) -> dict[int, str]:
    return {row: line.panel for row, line in enumerate(lines_of(board), 1) if line.panel}


def rewritten(board: Board, old: str, new: str) -> str:
    assert old in script_of(board)
    return script_of(board).replace(old, new)


def test_a_script_edited_meanwhile_is_merged_from_three_sides(board: Board) -> None:
    first, both, bo, nobody = board.panels
    now = board.with_panel(replace(first, caption="Ann is late."))
    now = edits.delete_panels(edits.insert_panels(
        now, [edits.fresh_panel(now, bo.scene, "a lamp")], 3), [nobody.id])  # fmt: skip
    text = rewritten(board, "[Bo] reading, medium shot", "[Ann] dancing")
    after = checked(onto_changed_board(now, board, parse_story(text), joined(board)))
    assert after.panel(first.id).caption == "Ann is late."
    assert after.panel(bo.id).prompt == "[Ann] dancing"
    assert [panel.prompt for panel in after.panels][3] == "a lamp"
    assert [panel.id for panel in after.trash] == [nobody.id]
    assert after.panel(both.id) == both


def test_a_deleted_panel_comes_back_where_its_line_was_written(board: Board) -> None:
    nobody = board.panels[3]
    now = edits.delete_panels(board, [nobody.id])
    text = rewritten(board, "the empty room", "the full room")
    after = checked(onto_changed_board(now, board, parse_story(text), joined(board)))
    assert after.panel(nobody.id).prompt == "the full room"
    assert after.trash == ()


def test_an_order_changed_on_one_side_is_kept(board: Board) -> None:
    a, b, c, d = (panel.id for panel in board.panels)
    text = rewritten(board, "waving, wide shot", "jumping, wide shot")
    swapped = edits.move_panels(board, [b], 0)
    after = onto_changed_board(swapped, board, parse_story(text), joined(board))
    assert [panel.id for panel in after.panels] == [b, a, c, d]
    lines = script_of(board).splitlines()
    lines[4], lines[5] = lines[5], lines[4]
    joins = joined(board)
    joins[5], joins[6] = joins[6], joins[5]
    told = board.with_panel(replace(board.panels[0], caption="Now"))
    after = onto_changed_board(told, board, parse_story("\n".join(lines)), joins)
    assert [panel.id for panel in after.panels] == [b, a, c, d]
    assert after.panel(a).caption == "Now"


def test_a_line_that_is_joined_stays_its_panel_whatever_is_written(board: Board) -> None:
    text = rewritten(board, "[Ann] waving, wide shot # Ann is early.", "two ships at sea")
    after = onto_board(board, parse_story(text), joined(board))
    assert [panel.id for panel in after.panels] == [panel.id for panel in board.panels]
    assert after.panels[0].prompt == "two ships at sea"


def test_what_the_docks_write_is_read_as_the_same_story(board: Board) -> None:
    told = cast.new_character(board, "Cy")
    told = scenes.write_heading(told, told.scenes[0].id, "The beach")
    assert ".The beach" in script_of(told)
    assert onto_board(told, parse_story(script_of(told))) == told


def finish_line(qtbot: QtBot, window: MainWindow, row: int, text: str) -> None:
    """Writes a line of the script anew and goes to the one below."""
    editor = window.script.editor
    editor.setFocus()
    cursor = QTextCursor(editor.document().findBlockByNumber(row))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Down)


def test_a_finished_line_is_on_its_panel_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    before = ids(window)
    finish_line(qtbot, window, 4, "two ships # Far away.")
    assert ids(window) == before
    assert (window.board.panels[0].prompt, window.board.panels[0].caption) == (
        "two ships", "Far away.",
    )  # fmt: skip
    assert label(window) == "Edit script"
    assert not window.script.apply.isEnabled()
    window.wishes.undo()
    assert window.board.panels[0].prompt == "[Ann] waving, wide shot"
    assert "waving" in window.script.editor.toPlainText()


def test_a_half_written_line_is_told_beside_the_text(qtbot: QtBot, window: MainWindow) -> None:
    before = window.board
    finish_line(qtbot, window, 4, "[Anna] waving")
    assert window.board == before
    assert "[Anna] is not defined" in window.script.hint.text()
    assert not window.problem.isVisible()


def test_a_line_that_is_removed_leaves_its_panel_and_says_so(
    qtbot: QtBot, window: MainWindow
) -> None:
    finish_line(qtbot, window, 4, "")
    window.script.apply.click()
    assert len(window.board.panels) == 4
    assert "kept: 1A-1" in window.problem.text()


def test_cursor_and_selection_follow_each_other(qtbot: QtBot, window: MainWindow) -> None:
    editor = window.script.editor
    editor.setFocus()
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(5)))
    assert window.selected == ids(window)[1:2]
    window.board_view.setFocus()
    window.board_view.select(ids(window)[3:])
    assert editor.textCursor().block().text().startswith("the empty room")
    (mark,) = editor.extraSelections()
    assert mark.cursor.block() == editor.textCursor().block()
    assert window.outline.chosen == window.board.scenes[1].id


def test_an_edit_elsewhere_does_not_move_the_cursor(window: MainWindow) -> None:
    editor = window.script.editor
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(8)))
    window.edit("Caption", lambda board: edits.set_caption(board, ids(window)[0], "One more"))
    assert "One more" in editor.toPlainText()
    assert editor.textCursor().blockNumber() == 8


def test_a_scene_s_heading_place_and_mood_are_written(window: MainWindow) -> None:
    outline, scene = window.outline, window.board.scenes[0].id
    outline.list.setCurrentRow(0)
    outline.scene_written.emit(scene, "heading", "EXT. HARBOUR - NIGHT")
    assert (window.board.scenes[0].place, label(window)) == ("harbour, night", "Rename scene")
    line = outline.lines["mood"]
    line.setText("foggy")
    line.editingFinished.emit()
    assert window.board.scenes[0].mood == "foggy"
    assert "foggy" in outline.list.item(0).text()
    assert "2 panels" in outline.list.item(0).text()
    outline.scene_written.emit(scene, "heading", "???")
    assert "is no heading" in window.problem.text()


def test_scenes_are_moved_deleted_and_made(window: MainWindow) -> None:
    before, (beach, bedroom) = ids(window), [scene.id for scene in window.board.scenes]
    window.outline.scene_moved.emit(bedroom, 0)
    assert ids(window) == before[2:] + before[:2]
    assert label(window) == "Move scene"
    window.outline.list.setCurrentRow(1)
    window.outline.delete.click()
    assert [scene.id for scene in window.board.scenes] == [bedroom]
    assert [panel.id for panel in window.board.trash] == before[:2]
    window.wishes.undo()
    window.outline.new_wanted.emit()
    assert window.outline.chosen == window.board.scenes[2].id
    assert window.outline.lines["heading"].hasFocus()
    window.outline.scene_chosen.emit(beach)
    assert window.selected == before[:2]


def test_a_scene_dropped_below_another_is_wished_there(window: MainWindow) -> None:
    scenes_list = window.outline.list
    scenes_list.setCurrentRow(0)
    below = QPointF(scenes_list.visualItemRect(scenes_list.item(1)).bottomLeft()) + QPointF(9, 60)
    moves: list[tuple[str, int]] = []
    scenes_list.moved.connect(lambda scene, row: moves.append((scene, row)))
    action, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    first = window.board.scenes[0].id
    drop = QDropEvent(below, action, QMimeData(), left, Qt.KeyboardModifier.NoModifier)
    scenes_list.dropEvent(drop)
    assert moves == [(first, 2)]
    assert window.board.scenes[1].id == first


def test_a_character_is_renamed_in_every_panel(window: MainWindow) -> None:
    ann, bo = window.board.characters
    window.cast.written.emit(ann.id, "name", "Ada")
    assert window.board.panels[1].prompt == "[Ada] and [Bo], standing, wide shot"
    assert "[Ada] a tan-skinned girl" in window.script.editor.toPlainText()
    window.cast.written.emit(ann.id, "name", "bo")
    assert "is called “bo” already" in window.problem.text()
    window.cast.written.emit(bo.id, "color", "#123456")
    window.cast.written.emit(bo.id, "description", "a white bear")
    assert (window.board.characters[1].color, label(window)) == ("#123456", "Describe character")


def test_a_deleted_character_leaves_words_and_locks_hold_them(window: MainWindow) -> None:
    ann, bo = window.board.characters
    window.edit("Lock", lambda board: edits.set_lock(board, ids(window)[:1], "cast"))
    window.cast.delete_wanted.emit(ann.id)
    assert "whose cast is locked" in window.problem.text()
    window.edit("Unlock", lambda board: edits.set_lock(board, ids(window)[:1], "cast", False))
    window.cast.delete_wanted.emit(ann.id)
    assert window.board.characters == (bo,)
    assert window.board.panels[0].prompt.startswith("a tan-skinned girl with black hair")
    assert window.board.panels[1].cast == (bo.id,)
    assert label(window) == "Delete character"
    window.script.apply.click()
    window.wishes.undo()
    assert window.board.characters == (ann, bo)


def test_a_new_character_waits_for_a_name(window: MainWindow) -> None:
    window.docks.show("Cast")
    window.cast.new_wanted.emit()
    window.cast.new_wanted.emit()
    assert [one.name for one in window.board.characters] == ["Ann", "Bo", "Somebody", "Somebody 2"]
    assert window.cast.chosen == window.board.characters[3].id
    assert window.cast.name.text() == "Somebody 2"


def test_outfits_are_made_worn_in_a_scene_and_deleted(window: MainWindow) -> None:
    ann = window.board.characters[0].id
    window.cast.choose(ann)
    window.cast.outfits.new.click()
    (outfit,) = window.board.characters[0].outfits
    _, worn = window.cast.outfits.rows[0]
    worn.setText("a yellow raincoat")
    worn.editingFinished.emit()
    assert window.board.characters[0].outfits == (
        Outfit(outfit.id, outfit.name, "a yellow raincoat"),
    )
    scene = window.board.scenes[0].id
    window.outline.outfit_chosen.emit(scene, ann, outfit.id)
    window.board_view.select(ids(window)[:1])
    assert "in a yellow raincoat" in window.inspector.page.evaluated.text()
    window.cast.outfit_deleted.emit(ann, outfit.id)
    assert window.board.scenes[0].outfits == ()
    assert label(window) == "Delete outfit"


def test_a_dropped_picture_becomes_a_reference_that_is_read(
    window: MainWindow, tmp_path: Path
) -> None:
    ann = window.board.characters[0].id
    window.cast.choose(ann)
    picture, text = tmp_path / "ann.png", tmp_path / "ann.txt"
    picture.write_bytes(png("green"))
    text.write_text("no picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    window.cast.references.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier))  # fmt: skip
    (reference,) = window.board.characters[0].references
    assert (reference.name, label(window)) == ("ann.png", "Add reference pictures")
    assert window.project
    asked = request_for(window.project, ids(window)[:1], window.generation)
    assert [one.sha256 for one in asked.anchors] == [reference.sha256]
    window.cast.references_dropped.emit(ann, [text])
    assert "not a picture that can be read" in window.problem.text()
    window.cast.reference_removed.emit(ann, reference.sha256)
    assert window.board.characters[0].references == ()


def test_a_portrait_is_wished_arrives_and_is_chosen(window: MainWindow) -> None:
    ann = window.board.characters[0].id
    window.cast.choose(ann)
    assert window.project
    for color in ("red", "blue"):
        window.generating.keep_take(ann, png(color), "{}")
    one, two = window.project.takes_of(ann)
    assert window.board.characters[0].portrait == two.id
    assert [shown.take.id for shown in window.cast.strip.takes] == [one.id, two.id]
    window.cast.strip.take_chosen.emit(one.id)
    assert (window.board.characters[0].portrait, label(window)) == (one.id, "Choose portrait")


def test_takes_keep_their_panels_when_a_scene_is_deleted(window: MainWindow) -> None:
    (take,) = give_takes(window, 0, "red")
    first = ids(window)[0]
    window.outline.delete_wanted.emit(window.board.scenes[0].id)
    window.desk.panels.restore_panels([first])
    assert window.board.panel(first).take == take
    assert window.board.panel(first).scene == window.board.scenes[0].id


@pytest.mark.parametrize("name", ["", "  ", "NC", "a]b"])
def test_what_no_script_could_hold_is_no_name(board: Board, name: str) -> None:
    with pytest.raises(BoardError, match="cannot be a name"):
        cast.rename_character(board, board.characters[0].id, name)
