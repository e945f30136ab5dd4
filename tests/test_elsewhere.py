"""A project that is being edited elsewhere can be looked at, played and exported, no more."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from storyboard.board import Board
from storyboard.project import Project
from storyboard.script import onto_board, parse_story
from tests.conftest import STORY
from tests.test_project import png
from ui.actions import COMMANDS, LOOKING
from ui.export_dialog import ExportDialog
from ui.settings import Settings
from ui.trash_view import TrashView
from ui.window import MainWindow

STARTED = Path(sys.argv[0])  # by pytest, or by python -m pytest
NAMED = STARTED.parent.name if STARTED.stem == "__main__" else STARTED.stem


@pytest.fixture(scope="module")
def windows(
    qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[MainWindow, MainWindow]]:
    """Two windows on one project, the first of which may edit it; every test leaves them so."""
    folder = tmp_path_factory.mktemp("elsewhere")
    board = onto_board(Board(title="Sea", width=64, height=64), parse_story(STORY, "story.txt"))
    with Project.create(folder / "Sea", board) as project:
        for color in ("red", "blue"):
            project.add_take(project.board.panels[0].id, png(color), "{}")
    made = []
    for name in ("first", "second"):
        window = MainWindow(Settings(folder / f"{name}.ini"))
        window.resize(1400, 900)
        window.show()
        window.open_project(folder / "Sea")
        made.append(window)
    yield made[0], made[1]
    for window in reversed(made):
        window.close()
        window.deleteLater()


@pytest.fixture(autouse=True)
def as_before(windows: tuple[MainWindow, MainWindow]) -> None:
    first, second = windows
    assert second.project is not None
    folder = second.project.folder
    if not first.project:
        second.close_project()
        first.open_project(folder)
        second.open_project(folder)
    while first.board.trash:
        first.wishes.restore()
    press_again(second)
    second.problems.all.clear()


def words(window: MainWindow) -> str:
    return window.banners.all["elsewhere"].words.text()


def press_again(window: MainWindow) -> None:
    window.banners.all["elsewhere"].buttons["Try again"].click()


def test_the_second_window_says_what_holds_the_project_and_what_can_be_done(
    windows: tuple[MainWindow, MainWindow],
) -> None:
    first, second = windows
    assert "elsewhere" not in first.banners.all
    assert words(second).startswith(f"This project is open elsewhere ({NAMED}, ")
    assert "You can look, play and export; close the other window to edit." in words(second)
    assert second.windowTitle() == "Sea — for looking only"
    assert not second.problems.all
    assert len(second.board.panels) == 4


def test_it_offers_nothing_that_edits(windows: tuple[MainWindow, MainWindow]) -> None:
    second = windows[1]
    second.board_view.select([second.board.panels[0].id])
    for command in COMMANDS:
        may = command.does in LOOKING or not command.needs_project
        assert second.actions_[command.does].isEnabled() == may, command.name
    forms = (second.inspector.page, second.cast.form, second.outline.form, second.outline.buttons)
    fields = [one for form in forms for one in form.findChildren(QAbstractButton)]
    assert len(fields) > 12
    assert not any(one.isEnabled() for one in fields)
    assert not any(one.isEnabled() for one in second.inspector.findChildren(QPlainTextEdit))
    assert second.script.editor.isReadOnly()
    assert not second.toolbar.generate.isEnabled()
    assert not second.history.keep.isEnabled()
    assert not second.board_view.acceptDrops()


def test_no_drag_moves_anything(qtbot: QtBot, windows: tuple[MainWindow, MainWindow]) -> None:
    second = windows[1]
    view, left = second.board_view, Qt.MouseButton.LeftButton
    at = view.layout_.cards[0].rect.center()
    qtbot.mousePress(view.viewport(), left, pos=at)
    qtbot.mouseMove(view.viewport(), at + QPoint(300, 0))
    assert view.caret is None
    qtbot.mouseRelease(view.viewport(), left, pos=at + QPoint(300, 0))
    timeline = second.film.dock.view
    parts = {timeline.hit_at(QPoint(x, y)) for x in range(400) for y in range(0, 160, 4)}
    assert {hit.part for hit in parts if hit} == {"playhead", "clip", "caption"}
    assert not second.problems.all


def test_its_takes_can_be_compared_and_are_not_changed(
    qtbot: QtBot, windows: tuple[MainWindow, MainWindow]
) -> None:
    second = windows[1]
    second.desk.panels.open_panel(second.board.panels[0].id)
    view = second.desk.panel_view
    qtbot.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=view.strip.rect_of(0).center())
    assert view.compared == view.takes[0].take.id
    assert second.board.panels[0].take == view.takes[1].take.id
    assert not view.star.isEnabled()
    menu = view.strip.menu_of(view.takes[0])
    assert [one.text() for one in menu.actions() if one.isEnabled() and one.text()] == ["Compare"]


def test_it_plays_and_exports(
    qtbot: QtBot, windows: tuple[MainWindow, MainWindow], tmp_path: Path
) -> None:
    second = windows[1]
    second.actions_["play_or_pause"].trigger()
    qtbot.waitUntil(lambda: second.film.playback.frame > 0)
    second.actions_["play_or_pause"].trigger()
    assert second.project is not None
    dialog = ExportDialog(second, second.project, second.settings)
    qtbot.addWidget(dialog)
    dialog.name.setText(str(tmp_path / "comic.pdf"))
    dialog.write()
    assert (tmp_path / "comic.pdf").read_bytes().startswith(b"%PDF")


def test_it_may_be_edited_on_a_click_when_the_other_has_closed(
    windows: tuple[MainWindow, MainWindow],
) -> None:
    first, second = windows
    first.board_view.select([first.board.panels[1].id])
    first.wishes.delete()
    chosen = [second.board.panels[2].id]
    second.board_view.select(chosen)
    press_again(second)
    assert len(second.board.panels) == 3  # what has been saved there by now
    assert "still open elsewhere" in second.problem.text()
    assert not second.editable
    first.close_project()
    press_again(second)
    assert second.editable
    assert "elsewhere" not in second.banners.all
    assert second.selected == chosen
    second.perform("duplicate")
    assert len(second.board.panels) == 4
    assert "All changes saved" in second.windowTitle()
    second.wishes.undo()


def test_the_queue_of_the_other_window_is_not_offered_here(
    windows: tuple[MainWindow, MainWindow],
) -> None:
    first, second = windows
    first.jobs.pause(True)
    first.generating.draw([first.board.panels[3].id])
    press_again(second)
    assert second.jobs.queue.jobs == ()
    assert "interrupted" not in second.banners.all
    first.jobs.cancel_all()


def test_the_trash_can_be_looked_at(qtbot: QtBot, windows: tuple[MainWindow, MainWindow]) -> None:
    first, second = windows
    first.board_view.select([first.board.panels[1].id])
    first.wishes.delete()
    press_again(second)
    trash = TrashView(second, second.picture, editable=second.editable)
    qtbot.addWidget(trash)
    trash.show_board(second.board)
    assert trash.list.count() == 1
    assert not trash.restore.isEnabled()


def test_commands_that_only_read_run_while_the_window_edits(
    windows: tuple[MainWindow, MainWindow], tmp_path: Path
) -> None:
    folder = windows[0].project.folder  # type: ignore[union-attr]

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "storyboard", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert "4 panels" in run("info", str(folder)).stdout
    assert run("export", str(folder), str(tmp_path / "panels")).returncode == 0
    assert [one.name for one in (tmp_path / "panels").iterdir()] == ["1A-1.png"]
    refused = run("import", str(folder), "--sample")
    assert refused.returncode == 1
    assert f"is open in another window or command ({NAMED}, " in refused.stderr


def test_a_project_in_a_folder_that_cannot_be_written_can_be_looked_at_until_it_can(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Even for a user who may write everywhere: where the lock should be, there is a folder."""
    Project.create(tmp_path / "Sea", Board(title="Sea", width=64, height=64)).close()
    lock = tmp_path / "Sea" / ".Sea.lock"
    lock.unlink()
    lock.mkdir()
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.open_project(tmp_path / "Sea")
    assert words(window).startswith("This project’s folder cannot be written.")
    assert not window.editable
    press_again(window)
    assert window.problem.text() == "Its folder still cannot be written."
    lock.rmdir()
    press_again(window)
    assert window.editable
    assert "elsewhere" not in window.banners.all
    window.close_project()
