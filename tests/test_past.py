"""The window travels in the past of a project and tells the truth about what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from storyboard.edits import delete_panels, set_caption
from storyboard.project import Project, ProjectError
from storyboard.store.document import Document
from tests.test_project import png
from tests.test_window import film, window
from ui.window import MainWindow

__all__ = ["film", "window"]


def caption(window: MainWindow, text: str) -> bool:
    panel = window.board.panels[0].id
    return window.edit(f"Caption {text}", lambda board: set_caption(board, panel, text))


def steps(window: MainWindow) -> list[str]:
    listed = window.history.steps
    return [listed.item(row).text() for row in range(listed.count())]


def test_the_history_lists_every_step_and_a_click_travels_there(film: MainWindow) -> None:
    for text in "abc":
        caption(film, text)
    assert steps(film) == ["○  Opened", "○  Caption a", "○  Caption b", "●  Caption c"]
    film.history.steps.itemClicked.emit(film.history.steps.item(1))
    assert film.board.panels[0].caption == "a"
    assert steps(film)[1] == "●  Caption a"
    film.history.steps.itemActivated.emit(film.history.steps.item(3))
    assert film.board.panels[0].caption == "c"
    film.history.steps.itemClicked.emit(film.history.steps.item(0))
    assert film.board.panels[0].caption == "Ann is early."
    film.wishes.redo()
    assert steps(film)[1] == "●  Caption a"
    film.past.undo()
    film.past.undo()
    assert film.project
    assert film.project.done == 0


def test_a_take_that_arrives_is_no_step(film: MainWindow) -> None:
    caption(film, "a")
    film.generating.keep_take(film.board.panels[0].id, png(), "{}")
    assert len(steps(film)) == 2
    film.wishes.undo()
    assert film.board.panels[0].take


def test_restore_points_are_named_listed_and_opened_as_copies(
    film: MainWindow, tmp_path: Path
) -> None:
    assert film.history.none.isVisibleTo(film.history)
    caption(film, "before")
    film.past.keep_point_as("Before the cut")
    caption(film, "after")
    listed = film.history.points
    assert listed.item(0).text().startswith("Before the cut · 20")
    assert not film.history.copy.isEnabled()
    listed.item(0).setSelected(True)
    assert film.history.copy.isEnabled()
    (point,) = film.project.restore_points()
    old = film.project.folder
    film.past.open_copy_in(point, tmp_path / "Copy")
    assert film.project.folder == tmp_path / "Copy"
    assert film.board.panels[0].caption == "before"
    with Project.open(old) as kept:
        assert kept.board.panels[0].caption == "after"


def test_a_copy_never_falls_on_another_project(film: MainWindow) -> None:
    film.past.keep_point_as("One")
    (point,) = film.project.restore_points()
    folder = film.project.folder
    film.past.open_copy_in(point, folder)
    assert "already holds a project" in film.problem.text()
    assert film.project.folder == folder


@pytest.fixture
def full_disk(film: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """While this lasts, no write reaches the disk."""

    def refuse(*_: object, **__: object) -> None:
        raise ProjectError("There is no room left on the disk.", "Free some space.")

    with monkeypatch.context() as broken:
        broken.setattr(Document, "save", refuse)
        broken.setattr(Document, "add_take", refuse)
        yield broken


def test_the_title_says_when_all_was_saved(film: MainWindow) -> None:
    caption(film, "a")
    saved = f"{film.saving.saved_at:%H:%M}"
    assert film.windowTitle() == f"Sea — All changes saved {saved}"
    film.close_project()
    assert film.windowTitle() == "Storyboard"


def test_what_could_not_be_saved_is_told_until_it_is(
    film: MainWindow, full_disk: pytest.MonkeyPatch
) -> None:
    assert caption(film, "kept") is False
    assert film.board.panels[0].caption == "Ann is early."
    assert film.windowTitle() == "Sea — 1 change is not saved"
    banner = film.banners.all["saving"]
    assert banner.words.text() == (
        "1 change is not saved. There is no room left on the disk. Free some space."
    )
    film.generating.keep_take(film.board.panels[1].id, png(), "{}")
    assert film.windowTitle() == "Sea — 2 changes are not saved"
    film.banners.all["saving"].buttons["Try again"].click()
    assert len(film.saving.unsaved) == 2
    full_disk.undo()
    film.banners.all["saving"].buttons["Try again"].click()
    assert film.banners.all == {}
    assert "All changes saved" in film.windowTitle()
    assert film.board.panels[0].caption == "kept"
    assert film.board.panels[1].take


def test_the_next_change_saves_the_ones_before_it(
    film: MainWindow, full_disk: pytest.MonkeyPatch
) -> None:
    gone = film.board.panels[3].id
    caption(film, "kept")
    film.edit("Delete", lambda board: delete_panels(board, [gone]))
    film.edit("Caption", lambda board: set_caption(board, gone, "x"))
    full_disk.undo()
    assert caption(film, "newest")
    assert film.board.panels[0].caption == "newest"
    assert steps(film)[1:] == ["○  Caption kept", "○  Delete", "●  Caption newest"]
    assert "no longer part of the story" in film.problem.text()


def test_nobody_leaves_unsaved_changes_behind_unasked(
    film: MainWindow, full_disk: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    caption(film, "kept")
    asked: list[str] = []

    def answer(box: QMessageBox, choice: str) -> None:
        asked.append(box.text())
        next(one for one in box.buttons() if one.text() == choice).click()

    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, "Stay"))
    event = QCloseEvent()
    film.closeEvent(event)
    assert not event.isAccepted()
    film.close_project()
    assert film.project
    assert asked == ["Sea — 1 change is not saved"] * 2
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, "Close without them"))
    film.close_project()
    assert film.project is None
