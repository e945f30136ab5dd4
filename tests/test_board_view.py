"""The board and the view of a single panel in the real window: what is dragged, copied, chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from storyboard import edits
from storyboard.board import Board, Panel, Scene
from storyboard.edits import move_panels, set_caption
from storyboard.export.clipboard import FORMAT, copied_text
from storyboard.generation import Settings as Generation
from storyboard.project import Project
from tests.test_project import png
from ui.badges import badges_of, marks_of, placed
from ui.board_layout import lay_out
from ui.card_state import CardState, Work
from ui.settings import Settings
from ui.trash_view import TrashView
from ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, project: Project, tiny_model: Path
) -> Iterator[MainWindow]:
    """The window with the test story open: two scenes of two panels."""
    project.close()
    made = MainWindow(Settings(tmp_path / "settings.ini", tmp_path / "samples"))
    made.generation = Generation(tiny_model, steps=2)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    made.open_project(project.folder)
    yield made
    made.close()


def ids(window: MainWindow) -> list[str]:
    return [panel.id for panel in window.board.panels]


def middle(window: MainWindow, row: int) -> QPoint:
    return window.board_view.layout_.cards[row].rect.center() - QPoint(0, window.board_view.top)


def drag(
    qtbot: QtBot, window: MainWindow, row: int, to: QPoint, keys: Qt.KeyboardModifier = NONE
) -> None:
    port = window.board_view.viewport()
    qtbot.mousePress(port, LEFT, pos=middle(window, row))
    qtbot.mouseMove(port, middle(window, row) + QPoint(15, 0))
    qtbot.mouseMove(port, to)
    qtbot.mouseRelease(port, LEFT, keys, pos=to)


def label(window: MainWindow) -> str | None:
    assert window.project
    return window.project.undo_label


def give_takes(window: MainWindow, row: int, *colors: str) -> list[str]:
    assert window.project
    panel = ids(window)[row]
    for color in colors:
        window.generating.keep_take(panel, png(color), "{}")
    return [take.id for take in window.project.takes_of(panel)]


def test_dropping_below_everything_moves_to_the_end(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1400, 1300)
    window.board_view.set_columns(8)
    before, last = ids(window), window.board.scenes[1].id
    port = window.board_view.viewport()
    drag(qtbot, window, 0, QPoint(30, port.height() - 50))
    assert ids(window) == [*before[1:], before[0]]
    assert window.board.panels[3].scene == last
    assert label(window) == "Move panels"


def test_panels_drop_into_a_scene_that_has_none(qtbot: QtBot, window: MainWindow) -> None:
    window.edit("Scene", lambda board: edits.add_scene(board, "INT. MILL", row=1))
    mill = window.board.scenes[1].id
    first = ids(window)[0]
    line = next(line for line in window.board_view.layout_.lines if line.scene == mill)
    drag(qtbot, window, 0, line.rect.center())
    assert [panel.id for panel in window.board.panels_of(mill)] == [first]


def test_dragging_with_control_copies_and_selects_the_copies(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = ids(window)
    window.board_view.select(before[:2])
    drag(qtbot, window, 1, middle(window, 3), CONTROL)
    after = ids(window)
    assert [one for one in after if one in before] == before
    assert window.selected == [one for one in after if one not in before]
    assert len(window.selected) == 2
    assert label(window) == "Copy panels"
    window.wishes.undo()
    assert ids(window) == before


def test_the_ghost_is_painted_while_cards_are_dragged(qtbot: QtBot, window: MainWindow) -> None:
    port = window.board_view.viewport()
    still = port.grab().toImage()
    qtbot.mousePress(port, LEFT, pos=middle(window, 0))
    qtbot.mouseMove(port, middle(window, 0) + QPoint(15, 0))
    qtbot.mouseMove(port, QPoint(port.width() // 2, port.height() - 120))
    assert window.board_view.drag
    assert port.grab().toImage() != still
    qtbot.keyClick(window.board_view, Qt.Key.Key_Escape)
    assert window.board_view.drag is None


def test_the_board_scrolls_by_itself_while_a_card_is_held_at_its_end(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.board_view.set_columns(1)
    view, port = window.board_view, window.board_view.viewport()
    qtbot.mousePress(port, LEFT, pos=QPoint(60, 80))
    qtbot.mouseMove(port, QPoint(90, 80))
    qtbot.mouseMove(port, QPoint(90, port.height() - 4))
    qtbot.waitUntil(lambda: view.top > 100)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.scroller.isActive()


def test_a_click_on_a_header_selects_its_scene(qtbot: QtBot, window: MainWindow) -> None:
    header = window.board_view.layout_.headers[1]
    qtbot.mouseClick(window.board_view.viewport(), LEFT, pos=header.rect.center())
    assert window.selected == ids(window)[2:]


def test_arrows_walk_cards_and_with_control_scenes(qtbot: QtBot, window: MainWindow) -> None:
    view = window.board_view
    for key, keys, rows in (
        (Qt.Key.Key_Right, NONE, [0]),
        (Qt.Key.Key_Right, NONE, [1]),
        (Qt.Key.Key_Down, NONE, [3]),
        (Qt.Key.Key_Up, NONE, [1]),
        (Qt.Key.Key_Right, CONTROL, [2]),
        (Qt.Key.Key_End, NONE, [3]),
        (Qt.Key.Key_Left, CONTROL, [2]),
        (Qt.Key.Key_Left, CONTROL, [0]),
        (Qt.Key.Key_Right, SHIFT, [0, 1]),
    ):
        qtbot.keyClick(view, key, keys)
        assert window.selected == [ids(window)[row] for row in rows], (key, keys)


def test_copied_panels_are_pasted_with_their_pictures_in_one_step(window: MainWindow) -> None:
    (take,) = give_takes(window, 0, "red")
    before = ids(window)
    window.board_view.select(before[:1])
    window.perform("copy")
    assert QApplication.clipboard().text() == "[Ann] waving, wide shot # Ann is early."
    window.board_view.select(before[3:])
    window.perform("paste")
    made = window.board.panels[4]
    assert (made.take, made.prompt) == (take, window.board.panels[0].prompt)
    assert window.selected == [made.id]
    assert label(window) == "Paste panels"
    window.wishes.undo()
    assert ids(window) == before


def test_cut_panels_go_to_the_trash_and_can_be_pasted(window: MainWindow) -> None:
    window.board_view.select(ids(window)[1:2])
    window.perform("cut")
    assert (len(window.board.panels), len(window.board.trash)) == (3, 1)
    window.perform("paste")
    assert window.board.panels[-1].caption == "二人は海で出会った。"


def test_panels_are_pasted_into_another_project(window: MainWindow, tmp_path: Path) -> None:
    give_takes(window, 1, "red")
    window.board_view.select(ids(window)[1:3])
    window.perform("copy")
    window.wishes.create_project(tmp_path / "Other")
    window.edit("Rate", lambda board: replace(board, rate=board.rate / 2))
    window.perform("paste")
    assert [one.name for one in window.board.characters] == ["Ann", "Bo"]
    both, bo = window.board.panels
    assert both.cast == tuple(one.id for one in window.board.characters)
    assert bo.cast == both.cast[1:]
    assert (both.frames, bo.take) == (24, None)
    assert window.project
    picture = window.project.picture(window.project.take(both.take or ""))
    assert picture
    assert picture.read_bytes() == png("red")
    window.wishes.undo()
    window.wishes.redo()
    assert window.board.panels[0].take == both.take


@pytest.mark.parametrize("text", ["", "[]", '{"panels": [{}]}', "{", '{"rate": "0", "panels": 3}'])
def test_a_clipboard_that_holds_nonsense_is_told(window: MainWindow, text: str) -> None:
    data = QMimeData()
    data.setData(FORMAT, text.encode())
    QApplication.clipboard().setMimeData(data)
    before = window.board
    window.perform("paste")
    assert "no panels that can be read" in window.problem.text()
    assert window.board == before
    QApplication.clipboard().setText("hello")
    window.perform("paste")
    assert "holds no panels" in window.problem.text()


def test_a_copied_number_where_words_belong_is_refused(window: MainWindow) -> None:
    assert window.project
    told = json.loads(copied_text(window.project, ids(window)[:1]))
    told["panels"][0]["caption"] = 7
    data = QMimeData()
    data.setData(FORMAT, json.dumps(told).encode())
    QApplication.clipboard().setMimeData(data)
    window.perform("paste")
    assert "no panels that can be read" in window.problem.text()


def test_panels_are_marked_as_final_and_approved(window: MainWindow) -> None:
    window.board_view.select(ids(window)[:2])
    window.perform("mark_approved")
    assert [panel.status for panel in window.board.panels] == [
        "approved", "approved", "draft", "draft",
    ]  # fmt: skip
    assert label(window) == "Approve"
    window.perform("mark_final")
    window.perform("mark_draft")
    assert {panel.status for panel in window.board.panels} == {"draft"}


def test_chosen_panels_come_back_from_the_trash(window: MainWindow) -> None:
    before = ids(window)
    window.edit("Delete", lambda board: edits.delete_panels(board, before[:3]))
    view = TrashView(window, window.picture)
    view.restore_wanted.connect(window.desk.panels.restore_panels)
    view.show_board(window.board)
    assert [view.list.item(row).text().split("\n")[0] for row in range(3)] == [
        "Bo reads: “The Sea”.", "二人は海で出会った。", "Ann is early.",
    ]  # fmt: skip
    view.list.item(0).setSelected(False)
    view.list.item(1).setSelected(True)
    view.list.item(2).setSelected(True)
    view.restore.click()
    assert ids(window) == [before[0], before[1], before[3]]
    assert [panel.id for panel in window.board.trash] == [before[2]]
    assert label(window) == "Restore panels"


def open_first(qtbot: QtBot, window: MainWindow) -> None:
    at = middle(window, 0)
    qtbot.mouseClick(window.board_view.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(window.board_view.viewport(), LEFT, pos=at)


def test_a_double_click_shows_a_panel_large_and_arrows_walk(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_first(qtbot, window)
    view = window.desk.panel_view
    assert window.views.currentWidget() is view
    assert view.name.text() == "1A-1"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.name.text() == "2A-1"
    assert window.selected == ids(window)[2:3]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.name.text() == "1A-2"
    assert not view.picture.grab().isNull()


def test_takes_are_chosen_starred_and_compared_in_the_strip(
    qtbot: QtBot, window: MainWindow
) -> None:
    one, two, three = give_takes(window, 0, "red", "blue", "green")
    open_first(qtbot, window)
    view = window.desk.panel_view
    assert [shown.take.id for shown in view.strip.takes] == [one, two, three]
    qtbot.mouseClick(view.strip, LEFT, pos=view.strip.rect_of(0).center())
    assert (window.board.panels[0].take, label(window)) == (one, "Choose take")
    qtbot.mouseClick(view.strip, LEFT, pos=view.strip.star_rect(1).center())
    assert (window.board.panels[0].starred, label(window)) == (frozenset({two}), "Star take")
    window.perform("star_shown_take")
    assert window.board.panels[0].starred == {one, two}
    assert view.star.isChecked()
    qtbot.mouseClick(view.strip, LEFT, CONTROL, view.strip.rect_of(1).center())
    assert [shown.take.id for shown, _ in view.picture.shown if shown] == [one, two]
    qtbot.mouseClick(view.strip, LEFT, pos=view.strip.rect_of(2).center())
    assert [shown.take.id for shown, _ in view.picture.shown if shown] == [one, three]
    assert window.board.panels[0].take == one
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert len(view.picture.shown) == 1
    view.compare.click()
    assert view.compared == three
    window.wishes.undo()
    assert window.board.panels[0].starred == {two}


def test_a_discarded_take_waits_in_the_trash_of_its_panel(qtbot: QtBot, window: MainWindow) -> None:
    one, two = give_takes(window, 0, "red", "blue")
    open_first(qtbot, window)
    view = window.desk.panel_view
    window.perform("discard_shown_take")
    assert window.board.panels[0].take == one
    assert [shown.take.id for shown in view.strip.takes] == [one]
    assert view.trash.text() == "1 in the trash"
    assert window.place_of_take(window.board.panels[0]) == (1, 1)
    window.perform("discard_shown_take")
    assert window.board.panels[0].take is None
    view.trash.menu().actions()[1].trigger()
    assert [shown.take.id for shown in view.strip.takes] == [two]
    assert label(window) == "Restore take"
    for _ in range(3):
        window.wishes.undo()
    assert window.board.panels[0].take == two
    assert window.board.panels[0].discarded == frozenset()


def test_the_picture_of_a_locked_panel_is_not_discarded(window: MainWindow) -> None:
    (take,) = give_takes(window, 0, "red")
    window.board_view.select(ids(window)[:1])
    window.wishes.toggle_lock()
    window.perform("discard_shown_take")
    assert window.board.panels[0].take == take
    assert "locked" in window.problem.text()


def test_badges_tell_by_shape_words_and_colour() -> None:
    panel = Panel(
        "p", "s", take="t", locks=frozenset({"timing", "number"}), notes="n", dialogue="d"
    )
    state = CardState(stale="Mia changed", work=Work(0, 14, 25, 3.2), sounds="rain.wav")
    shown = badges_of(panel, state)
    assert [badge.shape for badge in shown] == ["ring", "arrows", "lock", "pencil"]
    assert [badge.text for badge in shown] == [
        "Generating", "Stale: Mia changed", "Timing, Number locked", "Draft",
    ]  # fmt: skip
    assert shown[0].told == "step 14 / 25 · 3 s left"
    assert [mark.shape for mark in marks_of(panel, state)] == ["lines", "speech", "speaker"]
    statuses = [badges_of(replace(panel, locks=frozenset(), status=one), CardState())[0].shape
                for one in ("draft", "final", "approved")]  # fmt: skip
    assert statuses == ["pencil", "check", "checks"]
    failed, queued = (badges_of(panel, CardState(work=work))[0]
                      for work in (Work(problem="No room."), Work(place=2)))  # fmt: skip
    assert (failed.shape, failed.text, failed.told) == ("cross", "Failed", "No room.")
    assert (queued.shape, queued.text) == ("dots", "Queued 2")


def test_badges_never_lie_outside_their_picture(window: MainWindow) -> None:
    panel = Panel("p", "s", take="t", locks=frozenset({"picture"}), notes="n", dialogue="d")
    metrics = QFontMetrics(window.font())
    for columns in range(1, 11):
        rect = lay_out(Board(scenes=(Scene("s"),), panels=(panel,)), 900, columns).cards[0].rect
        state = CardState(stale="a long reason for being stale")
        for _, badge, _ in placed(badges_of(panel, state), marks_of(panel, state), rect, metrics):
            assert rect.contains(badge)


def test_a_resting_pointer_is_told_what_a_badge_means(window: MainWindow) -> None:
    window.edit("Note", lambda board: edits.change_panels(
        board, ids(window)[:1], lambda panel: replace(panel, notes="Wetter!")))  # fmt: skip
    view = window.board_view
    card = view.layout_.cards[0]
    at = QPointF(card.rect.topRight() + QPoint(-18, 18))
    assert view.painter.told_at(card, view._state(card.panel), at, view.fontMetrics()) == "Wetter!"


def test_a_large_board_finds_its_cards_without_looking_at_all() -> None:
    scenes = tuple(Scene(str(number)) for number in range(100))
    panels = tuple(Panel(f"{scene.id}-{row}", scene.id) for scene in scenes for row in range(20))
    layout = lay_out(Board(scenes=scenes, panels=panels), 1000, 4)
    for row in (0, 777, 1999):
        card = layout.cards[row]
        assert layout.card_at(card.rect.center()) == card
        assert card in layout.visible(card.rect.top(), card.rect.bottom())
        assert len(layout.visible(card.rect.top(), card.rect.top() + 800)) < 30


def test_pictures_of_cards_arrive_by_themselves(qtbot: QtBot, window: MainWindow) -> None:
    give_takes(window, 0, "red")

    def shown() -> bool:
        image = window.board_view.viewport().grab().toImage()
        return image.pixelColor(middle(window, 0) - QPoint(0, 60)).red() > 200

    qtbot.waitUntil(shown)


def test_an_edit_lays_out_only_the_line_it_touches(project: Project) -> None:
    board = project.board
    before = lay_out(board, 400, 1)
    edited = set_caption(board, board.panels[1].id, "Another")
    after = lay_out(edited, 400, 1, before)
    kept = [one is other for one, other in zip(before.lines, after.lines, strict=True)]
    assert kept == [True, False, True, True]
    assert [card.panel for card in after.cards] == list(edited.panels)
    moved = lay_out(edit_order(edited), 400, 1, after)
    assert moved.cards == lay_out(edit_order(edited), 400, 1).cards


def edit_order(board: Board) -> Board:
    """The first panel behind the second."""
    return move_panels(board, [board.panels[0].id], 2)


class Painted(QObject):
    """Remembers what parts of a widget are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_only_the_cards_that_are_being_drawn_are_painted_at_each_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    board = window.board_view
    qtbot.wait(50)  # until everything has been painted once
    painted = Painted(board.viewport())
    board.show_work({ids(window)[1]: Work(0, step=1, steps=2)})
    qtbot.waitUntil(lambda: painted.region.contains(middle(window, 1)))
    assert not painted.region.contains(middle(window, 0))
    assert not painted.region.contains(middle(window, 2))
    board.show_work({})
    painted.region = QRegion()
    qtbot.waitUntil(lambda: painted.region.contains(middle(window, 1)))
    assert not painted.region.contains(middle(window, 0))
