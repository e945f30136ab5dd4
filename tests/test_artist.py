"""The whole way of an artist through the window, with the model that is bundled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storyboard.board import Board, Panel
from storyboard.generation import Settings as Generation
from storyboard.naming import panel_names
from storyboard.project import Project
from storyboard.resources import starter_model
from tests.test_inspector import write
from tests.test_pages import words
from ui.export_dialog import ExportDialog
from ui.export_form import COMIC, FILM
from ui.settings import Settings
from ui.window import MainWindow

SCRIPT = """[Mia] a tan-skinned girl with long black hair in a red shirt
[Bruno] a brown bear in a green shirt and a top hat

EXT. BEACH - DAY
[Mia] standing, wide shot # Mia waits.
[Bruno] running, medium shot # Bruno is late.
[Mia] and [Bruno], standing, wide shot # They go home.
"""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "settings.ini", tmp_path / "samples"))
    made.generation = Generation(starter_model(), steps=3)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()


def drawn(qtbot: QtBot, window: MainWindow) -> tuple[Panel, ...]:
    qtbot.waitUntil(lambda: not window.jobs.queue.ahead, timeout=120_000)
    assert all(panel.take for panel in window.board.panels)
    return window.board.panels


def exported(window: MainWindow, kind: str) -> None:
    """Opens the dialog, chooses what to write, writes it and closes the dialog."""

    def write() -> None:
        (dialog,) = (one for one in QApplication.topLevelWidgets()
                     if isinstance(one, ExportDialog) and one.isVisible())  # fmt: skip
        dialog.form.kind_box.setCurrentIndex(dialog.form.kind_box.findData(kind))
        dialog.ready.click()
        dialog.close()

    QTimer.singleShot(0, write)
    window.wishes.export()


def captions(board: Board) -> list[str]:
    return [panel.caption for panel in board.panels]


def test_a_script_becomes_a_film_that_the_artist_has_made_her_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.wishes.create_project(tmp_path / "Home")
    window.script.editor.setPlainText(SCRIPT)
    window.script.apply.click()
    assert list(panel_names(window.board).values()) == ["1A-1", "1A-2", "1A-3"]

    window.toolbar.generate.click()
    first = drawn(qtbot, window)

    window.board_view.select([first[0].id])
    window.wishes.toggle_lock()
    window.board_view.select([first[1].id])
    window.generating.generate_anew()
    second = drawn(qtbot, window)
    assert [a.take == b.take for a, b in zip(first, second, strict=True)] == [True, False, True]
    assert window.project is not None
    recipe = window.project.take(second[1].take or "").recipe
    assert first[1].id in recipe

    window.board_view.select([second[2].id])
    window.wishes.move_left()
    assert captions(window.board) == ["Mia waits.", "They go home.", "Bruno is late."]
    window.wishes.undo()
    assert captions(window.board) == ["Mia waits.", "Bruno is late.", "They go home."]
    write(qtbot, window.inspector.page.duration, "12f")
    assert window.board.panels[2].frames == 12

    window.film.playback.go_to(48 + 48 + 6)
    window.timeline.play_or_pause()
    qtbot.waitUntil(lambda: not window.film.playback.playing, timeout=5000)
    assert window.film.playback.frame == 48 + 48 + 11

    exported(window, COMIC)
    exported(window, FILM)
    exports = tmp_path / "Home" / "exports"
    assert all(caption in words(exports / "Home.pdf") for caption in captions(window.board))
    with av.open(str(exports / "Home.mp4")) as film:
        assert sum(1 for _ in film.decode(video=0)) == 48 + 48 + 12
    window.close_project()
    with Project.open(tmp_path / "Home") as kept:
        assert kept.board.panels[0].locks == {"picture"}
        assert len(kept.takes_of(second[1].id)) == 2
