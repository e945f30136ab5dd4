"""The way of a panel's camera is drawn as two frames over its picture."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storyboard.board import Board
from storyboard.framing import CameraPath, Framing
from storyboard.project import Project
from storyboard.script import onto_board, parse_story
from storyboard.timeline.camera import PATHS, WHOLE
from storyboard.timeline.seen import seen_at
from storyboard.timeline.track import track_of
from tests.conftest import STORY
from tests.test_board_view import LEFT, ids, label
from tests.test_project import png
from ui.camera_bar import CameraBar
from ui.framings import LEAST, MIDDLE, dragged
from ui.settings import Settings
from ui.window import MainWindow

HALF = Framing(Fraction(1, 4), Fraction(1, 4), Fraction(1, 2))


def test_a_frame_that_is_moved_keeps_its_size_and_stays_in_the_picture() -> None:
    assert dragged(HALF, MIDDLE, 0.1, -0.05) == Framing(
        Fraction(7, 20), Fraction(1, 5), Fraction(1, 2)
    )
    assert dragged(HALF, MIDDLE, 9, -9) == Framing(Fraction(1, 2), Fraction(0), Fraction(1, 2))


@pytest.mark.parametrize("corner", [(-1, -1), (1, -1), (-1, 1), (1, 1)])
def test_the_corner_across_stays_where_it_is(corner: tuple[int, int]) -> None:
    def across(one: Framing) -> tuple[Fraction, Fraction]:
        return tuple(
            start + one.size * (side < 0)
            for start, side in zip((one.x, one.y), corner, strict=True)
        )

    for by in (-0.3, 0.125, 9):
        changed = dragged(HALF, corner, by * corner[0], 0)
        assert across(changed) == across(HALF)
        assert LEAST <= changed.size <= 1
        assert min(changed.x, changed.y) >= 0
        assert max(changed.x, changed.y) + changed.size <= 1
    assert dragged(HALF, corner, -corner[0], -corner[1]).size == LEAST


@pytest.fixture(scope="module")
def opened(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("camera")
    story = parse_story(STORY, "story.txt")
    with Project.create(folder / "Sea", onto_board(Board(width=64, height=64), story)) as project:
        project.add_take(project.board.panels[1].id, png("#4fb5ae"), "{}")
    made = MainWindow(Settings(folder / "settings.ini", folder / "samples"))
    made.resize(1400, 900)
    made.show()
    made.open_project(folder / "Sea")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(opened: MainWindow) -> MainWindow:
    assert opened.project
    opened.project.travel_to(0)
    opened.show_view("board")
    opened.show_board()
    return opened


@pytest.fixture
def bar(window: MainWindow) -> CameraBar:
    """The second panel, large and with the way of its camera shown."""
    window.desk.panels.open_panel(ids(window)[1])
    window.desk.panel_view.show_camera(False)
    window.desk.panel_view.camera_bar.choose("end")
    window.desk.panel_view.camera.click()
    return window.desk.panel_view.camera_bar


def drag(qtbot: QtBot, bar: CameraBar, one: tuple[float, float], by: tuple[float, float]) -> None:
    over = bar.framings
    size = over.width() - 1, over.height() - 1
    start = QPoint(*(round(part * side) for part, side in zip(one, size, strict=True)))
    end = start + QPoint(*(round(part * side) for part, side in zip(by, size, strict=True)))
    qtbot.mousePress(over, LEFT, pos=start)
    qtbot.mouseMove(over, end)
    qtbot.mouseRelease(over, LEFT, pos=end)


def path(window: MainWindow) -> CameraPath | None:
    return window.board.panels[1].path


def test_the_end_is_dragged_and_the_film_goes_there_in_one_step(
    qtbot: QtBot, window: MainWindow, bar: CameraBar
) -> None:
    assert bar.framings.isVisible()
    before = label(window)
    drag(qtbot, bar, (1, 1), (-0.5, -0.5))
    drawn = path(window)
    assert drawn is not None
    assert drawn.begin == WHOLE
    assert float(drawn.end.size) == pytest.approx(0.5, abs=0.01)
    assert label(window) == "Draw camera"
    clip = track_of(window.board).clips[1]
    seen = seen_at(track_of(window.board), clip.end - 1)
    assert seen
    assert seen.foremost.framing in (drawn.end, seen.view.framing)
    window.wishes.undo()
    assert (path(window), label(window)) == (None, before)


def test_the_begin_is_taken_hold_of_once_it_is_chosen(
    qtbot: QtBot, window: MainWindow, bar: CameraBar
) -> None:
    bar.ends["begin"].click()
    drag(qtbot, bar, (0.02, 0.02), (0.25, 0.25))
    drawn = path(window)
    assert drawn is not None
    assert drawn.end == WHOLE
    assert drawn.begin.size < 1


def test_the_speed_and_the_direction_are_chosen(
    qtbot: QtBot, window: MainWindow, bar: CameraBar
) -> None:
    drag(qtbot, bar, (1, 1), (-0.5, -0.5))
    drawn = path(window)
    assert drawn is not None
    bar.easing.setCurrentIndex(1)
    bar.easing.activated.emit(1)
    assert path(window) == CameraPath(WHOLE, drawn.end, "even")
    bar.swap.click()
    assert path(window) == CameraPath(drawn.end, WHOLE, "even")


def test_a_click_changes_nothing_and_esc_puts_the_frames_away(
    qtbot: QtBot, window: MainWindow, bar: CameraBar
) -> None:
    before = label(window)
    drag(qtbot, bar, (0.5, 0.5), (0, 0))
    assert (label(window), path(window)) == (before, None)
    qtbot.keyClick(window.desk.panel_view, Qt.Key.Key_Escape)
    assert not bar.framings.isVisible()


def test_regions_and_camera_are_drawn_one_at_a_time(window: MainWindow, bar: CameraBar) -> None:
    view = window.desk.panel_view
    view.regions.click()
    assert (view.bar.isVisible(), bar.isVisible()) == (True, False)
    view.camera.click()
    assert (view.bar.isVisible(), bar.isVisible()) == (False, True)


def test_choosing_a_free_camera_shows_its_way(window: MainWindow) -> None:
    one = ids(window)[2]
    window.timeline.set_camera(one, "pan left")
    window.timeline.set_camera(one, "free")
    view = window.desk.panel_view
    assert view.isVisible()
    assert view.camera_bar.framings.path == PATHS["pan left"]
