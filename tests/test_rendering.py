"""Predicted transitions are rendered by jobs of the queue, and until then a dissolve stands in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from storyboard.board import PanelId
from storyboard.edits import change_panels, set_frames
from storyboard.generation import Settings as Generation
from storyboard.generation.orders import kind_of
from tests.motion_models import save_tiny_motion
from tests.test_window import film, select, window
from ui.window import MainWindow

__all__ = ["film", "window"]

SOON = 120_000  # milliseconds
TITLES = ["1A-1 → 1A-2 · transition", "2A-1 → 2A-2 · transition"]


@pytest.fixture(scope="module")
def still_model(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Path:
    """A model without motion weights."""
    return Path(shutil.copytree(tiny_model, tmp_path_factory.mktemp("still") / "model"))


@pytest.fixture(scope="module")
def moving_model(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Path:
    made = Path(shutil.copytree(tiny_model, tmp_path_factory.mktemp("moving") / "model"))
    save_tiny_motion(made / "motion")
    return made


@pytest.fixture
def drawn(qtbot: QtBot, film: MainWindow, moving_model: Path) -> MainWindow:
    """Four drawn panels of six frames: two shots, a transition in each."""
    film.generation = Generation(moving_model, steps=2)
    assert film.project
    for row, panel in enumerate(film.board.panels):
        film.project.add_take(panel.id, png(40 + 50 * row), "{}")
    film.edit("Shorten", lambda board: set_frames(board, ids(film), 6))
    qtbot.waitUntil(lambda: film.film.dock.render_.isVisible())
    return film


def png(shade: int) -> bytes:
    told = BytesIO()
    Image.new("RGB", (64, 64), (shade, shade, shade)).save(told, "PNG")
    return told.getvalue()


def ids(window: MainWindow) -> list[PanelId]:
    return [panel.id for panel in window.board.panels]


def titles(window: MainWindow) -> list[str]:
    return [row.title for row in window.queue.list.rows]


def finished(window: MainWindow) -> Callable[[], bool]:
    return lambda: not window.jobs.queue.ahead


def ready(window: MainWindow) -> list[bool]:
    return [window.film.rendered.ready(row) for row in range(3)]


def at_the_edge(window: MainWindow) -> None:
    """The film at the middle of the first transition."""
    window.show_view("timeline")
    window.film.playback.go_to(6)


def entry(menu: QMenu, name: str):  # type: ignore[no-untyped-def]
    return next(one for one in menu.actions() if one.text() == name)


def test_the_command_renders_what_is_missing_and_the_marks_go(
    qtbot: QtBot, drawn: MainWindow
) -> None:
    at_the_edge(drawn)
    monitor, button = drawn.film.monitor, drawn.film.dock.render_
    assert button.text() == "∿ Render 2"
    assert monitor.render_.isVisible()
    with qtbot.waitSignal(drawn.worker.done, timeout=SOON):
        drawn.actions_["render_transitions"].trigger()
        assert titles(drawn) == TITLES
        assert [row.state for row in drawn.queue.list.rows] == ["drawing", "waiting"]
    qtbot.waitUntil(finished(drawn), timeout=SOON)
    assert ready(drawn) == [True, False, True]
    assert not monitor.render_.isVisible()
    assert drawn.film.rendered.frame(monitor.seen) is not None
    qtbot.waitUntil(lambda: not button.isVisible())
    assert [panel.take is not None for panel in drawn.board.panels] == [True] * 4
    drawn.perform("render_transitions")
    assert drawn.problem.text() == "Every predicted transition is rendered."


def test_the_mark_on_the_film_and_the_menu_of_an_edge_render_one(
    qtbot: QtBot, drawn: MainWindow
) -> None:
    drawn.jobs.pause(True)
    at_the_edge(drawn)
    drawn.film.monitor.render_.click()
    assert titles(drawn) == TITLES[:1]
    entry(drawn.timeline.transition_menu(ids(drawn)[2]), "Render this transition").trigger()
    assert titles(drawn) == TITLES
    scenes_cut = drawn.timeline.transition_menu(ids(drawn)[1])
    assert not entry(scenes_cut, "Render this transition").isEnabled()
    drawn.film.dock.render_.click()
    assert titles(drawn) == TITLES
    assert "in the queue already" in drawn.problem.text()


def test_a_waiting_transition_is_no_picture_that_is_waited_for(drawn: MainWindow) -> None:
    drawn.jobs.pause(True)
    drawn.transitions.render_transitions()
    assert drawn.board_view.work == {}
    select(drawn, 0)
    drawn.generating.generate()
    assert list(drawn.board_view.work) == ids(drawn)[:1]
    assert titles(drawn)[2] == "1A-1 · take 2"


def test_transitions_are_reordered_cancelled_and_paused_like_pictures(
    qtbot: QtBot, drawn: MainWindow
) -> None:
    drawn.jobs.pause(True)
    drawn.transitions.render_transitions()
    first, second = (job.id for job in drawn.jobs.queue.jobs)
    drawn.jobs.move([second], 0)
    assert titles(drawn) == TITLES[::-1]
    drawn.jobs.cancel([second])
    drawn.jobs.pause(False)
    qtbot.waitUntil(lambda: drawn.jobs.pace.timed > 1, timeout=SOON)
    row = drawn.queue.list.rows[0]
    assert (row.id, " left" in row.told) == (first, True)
    assert " left" in drawn.toolbar.jobs.text()
    drawn.generating.cancel_running()
    qtbot.waitUntil(finished(drawn), timeout=SOON)
    assert not (drawn.project.folder / "transitions").exists()


def test_what_was_left_is_offered_again_and_then_made(qtbot: QtBot, drawn: MainWindow) -> None:
    drawn.jobs.pause(True)
    drawn.transitions.render_transitions()
    folder = drawn.project.folder
    drawn.close_project()
    drawn.open_project(folder)
    assert [row.told for row in drawn.queue.list.rows] == ["interrupted"] * 2
    assert [kind_of(job) for job in drawn.jobs.queue.jobs] == ["transition"] * 2
    drawn.transitions.render_transitions()
    assert titles(drawn) == TITLES
    qtbot.waitUntil(finished(drawn), timeout=SOON)
    assert ready(drawn) == [True, False, True]
    assert drawn.project.jobs() == ()


def test_a_transition_whose_panels_were_parted_meanwhile_is_not_made(
    qtbot: QtBot, drawn: MainWindow
) -> None:
    drawn.jobs.pause(True)
    drawn.transitions.render_one(ids(drawn)[0])
    drawn.wishes.move_panels([ids(drawn)[0]], 4, drawn.board.scenes[1].id)
    drawn.jobs.pause(False)
    qtbot.waitUntil(finished(drawn), timeout=SOON)
    assert "follow each other no more" in drawn.problem.text()
    assert not (drawn.project.folder / "transitions").exists()


def test_without_motion_weights_the_window_says_that_it_dissolves_and_what_to_do(
    qtbot: QtBot, drawn: MainWindow, still_model: Path
) -> None:
    drawn.wishes.use_model(still_model)
    at_the_edge(drawn)
    button = drawn.film.dock.render_
    qtbot.waitUntil(lambda: button.text() == "∿ 2 dissolve")
    assert "no motion weights" in button.toolTip()
    assert drawn.film.monitor.render_.text() == "Why does it dissolve?"
    drawn.film.monitor.render_.click()
    assert drawn.jobs.queue.jobs == ()
    assert drawn.width() == 1400
    assert "storyboard train motion" in drawn.problem.text()
    assert str(still_model / "motion") in drawn.problem.text()


def test_motion_weights_that_come_while_the_window_is_open_are_found(
    qtbot: QtBot, drawn: MainWindow, tiny_model: Path, tmp_path: Path
) -> None:
    model = Path(shutil.copytree(tiny_model, tmp_path / "model"))
    drawn.wishes.use_model(model)
    drawn.transitions.render_transitions()
    assert drawn.jobs.queue.jobs == ()
    save_tiny_motion(model / "motion")
    drawn.jobs.pause(True)
    drawn.transitions.render_transitions()
    assert titles(drawn) == TITLES


def test_panels_that_are_not_drawn_are_asked_for_first(drawn: MainWindow) -> None:
    bare = lambda panel: replace(panel, take=None)  # noqa: E731
    drawn.edit("No takes", lambda board: change_panels(board, ids(drawn), bare))
    drawn.transitions.render_transitions()
    assert "not drawn yet" in drawn.problem.text()
    drawn.timeline.set_transition(ids(drawn)[0], "cut")
    drawn.transitions.render_one(ids(drawn)[0])
    assert "Nothing is predicted here" in drawn.problem.text()


def test_a_transition_that_cannot_be_kept_fails_with_the_reason(
    qtbot: QtBot, drawn: MainWindow
) -> None:
    (drawn.project.folder / "transitions").write_text("a file in the way")
    drawn.transitions.render_one(ids(drawn)[0])
    qtbot.waitUntil(finished(drawn), timeout=SOON)
    (row,) = drawn.queue.list.rows
    assert row.stopped
    assert "cannot be kept" in row.told
