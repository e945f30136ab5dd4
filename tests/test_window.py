"""The window shows the board and carries out what the artist wishes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from storyboard.edits import delete_panels
from storyboard.generation import Settings as Generation
from storyboard.project import Project
from storyboard.resources import starter_model
from tests.conftest import STORY
from tests.test_project import png
from ui.palette import DARK, LIGHT, PAIRS, Palette
from ui.settings import Settings
from ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, tiny_model: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "settings.ini", tmp_path / "samples"))
    made.generation = Generation(tiny_model, steps=2)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    yield made
    made.close()


@pytest.fixture
def film(window: MainWindow, project: Project) -> MainWindow:
    """The window with the test story open."""
    project.close()
    window.open_project(project.folder)
    return window


def select(window: MainWindow, *rows: int) -> None:
    window.board_view.select([window.board.panels[row].id for row in rows])


def middle(window: MainWindow, row: int) -> QPoint:
    return window.board_view.layout_.cards[row].rect.center()


def test_it_starts_with_what_can_be_opened(window: MainWindow) -> None:
    assert window.views.currentWidget() is window.start
    assert not window.actions_["generate"].isEnabled()


def test_the_sample_opens_again_where_it_was_left(window: MainWindow) -> None:
    window.wishes.open_sample()
    assert len(window.board.panels) == 8
    assert all(panel.take for panel in window.board.panels)
    assert window.picture(window.board.panels[0]) is not None
    window.edit("Shorter", lambda board: board)
    window.close_project()
    window.wishes.open_sample()
    assert window.windowTitle().startswith("The Way Home — All changes saved")
    assert window.settings.recent == [window.settings.samples / "The Way Home"]


def test_a_script_typed_in_becomes_panels(window: MainWindow, tmp_path: Path) -> None:
    window.wishes.create_project(tmp_path / "film")
    window.script.editor.setPlainText(STORY)
    window.script.apply.click()
    assert len(window.board.panels) == 4
    assert window.project is not None
    assert window.project.undo_label == "Edit script"
    assert not window.script.apply.isEnabled()


def test_a_wrong_script_is_told_and_kept_in_the_editor(film: MainWindow) -> None:
    before = film.board
    film.script.editor.setPlainText("[Ann] a girl\n\n[An] waving")
    film.script.apply.click()
    assert "line 3: [An] is not defined" in film.problem.text()
    assert film.board == before
    assert "[An] waving" in film.script.editor.toPlainText()


def test_a_click_selects_and_shift_and_control_extend(qtbot: QtBot, film: MainWindow) -> None:
    left, port = Qt.MouseButton.LeftButton, film.board_view.viewport()
    qtbot.mouseClick(port, left, pos=middle(film, 1))
    assert film.selected == [film.board.panels[1].id]
    qtbot.mouseClick(port, left, Qt.KeyboardModifier.ShiftModifier, middle(film, 3))
    assert len(film.selected) == 3
    qtbot.mouseClick(port, left, Qt.KeyboardModifier.ControlModifier, middle(film, 2))
    assert len(film.selected) == 2
    assert film.inspector.tabs.tabText(0) == "2 panels"


def drag(qtbot: QtBot, window: MainWindow, row: int, to: QPoint) -> None:
    port, left = window.board_view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=middle(window, row))
    qtbot.mouseMove(port, middle(window, row) + QPoint(15, 0))
    qtbot.mouseMove(port, to)


def test_dragging_moves_panels_across_scenes_in_one_step(qtbot: QtBot, film: MainWindow) -> None:
    first, last = film.board.panels[0].id, film.board.scenes[1].id
    target = film.board_view.layout_.cards[3].rect
    to = QPoint(target.right() - 4, target.center().y())
    drag(qtbot, film, 0, to)
    assert film.board_view.caret is not None
    qtbot.mouseRelease(film.board_view.viewport(), Qt.MouseButton.LeftButton, pos=to)
    assert film.board.panels[3].id == first
    assert film.board.panels[3].scene == last
    film.wishes.undo()
    assert film.board.panels[0].id == first


def test_escape_ends_a_drag_without_a_move(qtbot: QtBot, film: MainWindow) -> None:
    before, to = film.board, middle(film, 3)
    drag(qtbot, film, 0, to)
    qtbot.keyClick(film.board_view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(film.board_view.viewport(), Qt.MouseButton.LeftButton, pos=to)
    assert film.board == before


def test_keys_make_move_and_delete_panels(qtbot: QtBot, film: MainWindow) -> None:
    film.activateWindow()
    select(film, 0)
    film.wishes.new_after()
    assert (len(film.board.panels), film.selected) == (5, [film.board.panels[1].id])
    film.wishes.move_right()
    assert film.selected == [film.board.panels[2].id]
    film.wishes.delete()
    assert (len(film.board.panels), len(film.board.trash)) == (4, 1)
    film.wishes.restore()
    assert len(film.board.panels) == 5
    for _ in range(4):
        film.wishes.undo()
    assert len(film.board.panels) == 4


def test_the_inspector_changes_all_selected_panels(film: MainWindow) -> None:
    select(film, 0, 1)
    film.inspector.field_written.emit("duration", "1:12")
    film.inspector.field_written.emit("duration", "soon")
    assert "is not a duration" in film.problem.text()
    film.inspector.lock_set.emit("timing", True)
    assert [panel.frames for panel in film.board.panels] == [36, 36, 48, 48]
    film.inspector.field_written.emit("seed", "12x")
    assert "is no seed" in film.problem.text()


def test_a_prompt_names_its_cast(film: MainWindow) -> None:
    select(film, 0)
    film.inspector.prompt_written.emit("[Bo] waving")
    assert film.board.panels[0].cast == (film.board.characters[1].id,)
    film.inspector.prompt_written.emit("[Cy] waving")
    assert "Nobody in the story is called [Cy]" in film.problem.text()


def test_takes_are_stepped_through(film: MainWindow) -> None:
    panel = film.board.panels[0].id
    for color in ("red", "blue"):
        film.generating.keep_take(panel, png(color), "{}")
    assert film.project is not None
    one, two = film.project.takes_of(panel)
    select(film, 0)
    film.wishes.next_take()
    assert film.board.panels[0].take == one.id
    film.wishes.previous_take()
    assert film.board.panels[0].take == two.id


def test_generating_draws_all_but_the_locked_panels(qtbot: QtBot, film: MainWindow) -> None:
    select(film, 3)
    film.wishes.toggle_lock()
    film.board_view.select([])
    film.toolbar.generate.click()
    assert film.board_view.work
    qtbot.waitUntil(lambda: not film.jobs.queue.ahead, timeout=120_000)
    assert [panel.take is not None for panel in film.board.panels] == [True, True, True, False]
    assert film.problem.text() == "Locked, so left as they are: 2A-2."
    assert film.picture(film.board.panels[0]).width() == 64


def test_a_cancelled_job_leaves_no_takes_and_the_next_one_runs(
    qtbot: QtBot, film: MainWindow, tiny_model: Path
) -> None:
    film.generation = Generation(tiny_model, steps=1000)
    select(film, 0)
    film.generating.generate()
    qtbot.waitUntil(lambda: bool(film.jobs.running and film.jobs.pace.step), timeout=120_000)
    film.generation = Generation(tiny_model, steps=1)
    select(film, 1)
    film.generating.generate()
    film.generating.cancel_running()
    qtbot.waitUntil(lambda: not film.jobs.queue.ahead, timeout=120_000)
    assert [panel.take is not None for panel in film.board.panels] == [False, True, False, False]


def test_a_model_that_fails_is_told_in_a_sentence(
    qtbot: QtBot, film: MainWindow, tmp_path: Path
) -> None:
    film.generation = Generation(tmp_path / "nothing")
    film.generating.generate()
    qtbot.waitUntil(lambda: "There is no model at" in film.problem.text(), timeout=120_000)
    (job,) = film.jobs.queue.jobs
    assert (job.state, job.problem) == ("failed", film.problem.text())


def test_closing_while_generating_keeps_the_project_whole(
    qtbot: QtBot, film: MainWindow, tiny_model: Path
) -> None:
    assert film.project is not None
    folder = film.project.folder
    film.generation = Generation(tiny_model, steps=1000)
    film.generating.generate()
    qtbot.waitUntil(lambda: bool(film.jobs.running and film.jobs.pace.step), timeout=120_000)
    film.close()
    with Project.open(folder) as project:
        assert len(project.board.panels) == 4


def test_no_tabs_stand_over_what_they_do_not_belong_to(qtbot: QtBot, film: MainWindow) -> None:
    film.resize(1440, 900)
    film.show()
    only_here = Qt.FindChildOption.FindDirectChildrenOnly

    def shown() -> list[str]:
        bars = film.findChildren(QTabBar, options=only_here)
        return sorted(bar.tabText(0) for bar in bars if bar.isVisible())

    qtbot.waitUntil(lambda: shown() == ["Queue", "Script"])
    film.reset_layout()
    qtbot.waitUntil(lambda: shown() == ["Queue", "Script"])


def test_both_themes_paint_the_board(film: MainWindow) -> None:
    dark = film.board_view.grab().toImage()
    film.shell.switch_theme()
    light = film.board_view.grab().toImage()
    assert dark.pixelColor(4, 4).lightness() < 60 < 200 < light.pixelColor(4, 4).lightness()


@pytest.mark.parametrize("colors", [DARK, LIGHT], ids=["dark", "light"])
def test_words_stand_out_from_whatever_they_stand_on(colors: Palette) -> None:
    for words, under in PAIRS:
        assert contrast(getattr(colors, words), getattr(colors, under)) >= 4.5, (words, under)


def contrast(one: str, other: str) -> float:
    """WCAG 2: the ratio of relative luminances."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_inspector_says_what_the_model_has_not_seen_and_offers_its_words(
    film: MainWindow,
) -> None:
    film.wishes.use_model(starter_model())
    select(film, 0)
    film.desk.inspected.write_prompt("a dragon")
    assert film.inspector.page.unseen.isVisible()
    assert "has not seen: dragon" in film.inspector.page.unseen.text()
    drawn = next(one for one in film.inspector.page.words.menu().actions() if one.menu())
    assert drawn.text() == "It can draw"
    film.inspector.prompt.setPlainText("")
    robot = next(one for one in drawn.menu().actions() if one.text() == "robot")
    robot.trigger()
    assert film.board.panels[0].prompt == "robot"
    assert "dragon" not in film.inspector.page.unseen.text()


def test_another_model_is_checked_kept_and_remembered(
    film: MainWindow, tiny_model: Path, tmp_path: Path
) -> None:
    film.wishes.use_model(tmp_path / "nothing")
    assert "There is no model at" in film.problem.text()
    film.wishes.use_model(tiny_model)
    assert film.generation.model == tiny_model
    assert not film.inspector.page.words.isVisible()
    assert Settings(tmp_path / "settings.ini").model == tiny_model


def test_a_dock_that_was_closed_stays_closed(film: MainWindow) -> None:
    queue = film.docks["Queue"]
    queue.close()
    film.edit("Shorter", lambda board: delete_panels(board, [board.panels[-1].id]))
    assert not queue.isVisible()
    assert film.project
    folder = film.project.folder
    film.close_project()
    assert not any(dock.isVisible() for dock in film.docks.all.values())
    film.open_project(folder)
    assert not queue.isVisible()
    assert film.docks["Inspector"].isVisible()
    film.reset_layout()
    assert queue.isVisible()


def test_many_panels_show_no_takes_of_the_first(film: MainWindow) -> None:
    page, panel = film.inspector.page, film.board.panels[0].id
    for color in ("red", "blue"):
        film.generating.keep_take(panel, png(color), "{}")
    select(film, 0)
    assert len(page.strip.takes) == 2
    assert page.strip.isVisible()
    select(film, 0, 1)
    assert not page.strip.isVisible()
    assert page.no_takes.text() == "Select one panel to see its takes"


def drop(window: MainWindow, at: QPoint, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    given = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    move = QDragMoveEvent(at, Qt.DropAction.CopyAction, *given)
    window.board_view.dragMoveEvent(move)
    window.board_view.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, *given))


def test_a_picture_dropped_on_a_card_becomes_its_take(film: MainWindow, tmp_path: Path) -> None:
    drawing = tmp_path / "mia.png"
    drawing.write_bytes(png("green", (300, 100)))
    drop(film, middle(film, 1), drawing)
    panel = film.board.panels[1]
    assert film.project
    assert panel.take
    assert film.project.take(panel.take).recipe == '{"imported": "mia.png"}'
    assert film.board_view.caret is None
    film.wishes.undo()
    film.wishes.undo()
    assert len(film.project.takes_of(panel.id)) == 1


def test_a_picture_dropped_between_two_cards_becomes_a_panel(
    film: MainWindow, tmp_path: Path
) -> None:
    drawing = tmp_path / "mia.jpg"
    Image.new("RGB", (64, 64), "blue").save(drawing)
    before = film.board.panels
    edge = film.board_view.layout_.cards[1].rect
    drop(film, QPoint(edge.left() - 4, edge.center().y()), drawing)
    assert [one.id for one in film.board.panels if one in before] == [one.id for one in before]
    assert film.board.panels[1] not in before
    assert film.board.panels[1].take


def test_a_file_that_is_no_picture_is_told(film: MainWindow, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no picture")
    drop(film, middle(film, 0), text)
    assert "notes.txt” is not a picture that can be read" in film.problem.text()
    assert film.board.panels[0].take is None
