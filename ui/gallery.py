"""Writes pictures of every view and dialog in both themes, empty and with the sample, so that
they can be looked at: `make gallery`."""

from __future__ import annotations

import argparse
import math
import struct
import tempfile
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.__main__ import first_window, go_on
from ui.about import AboutDialog
from ui.actions import COMMANDS
from ui.command_palette import CommandPalette
from ui.export_dialog import ExportDialog
from ui.log_view import LogView, ProblemList
from ui.menu_bar import translated
from ui.preferences import Preferences
from ui.settings import Settings
from ui.trash_view import TrashView
from ui.window import MainWindow

SIZE = (1440, 900)
SETTLING = 250  # ms, until pictures are read and pages laid out


def main(out: Path, language: str, only: str) -> None:
    application = QApplication(["gallery", "-platform", "offscreen"])
    out.mkdir(parents=True, exist_ok=True)
    for theme in ("dark", "light"):
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings(Path(folder) / "settings.ini")
            settings.theme, settings.language = theme, language
            window = first_window(application, settings)
            window.resize(*SIZE)
            window.show()
            go_on(window, [])
            for name, part in pictures(window, Path(folder)):
                if only in name:
                    save(part, out / f"{name}-{theme}.png")
            window.close()


def pictures(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """What is seen, in the order in which an artist comes upon it."""
    yield "start", window
    window.wishes.create_project(folder / "Empty")
    yield from views(window, "empty")
    window.wishes.open_sample()
    window.board_view.select([window.board.panels[0].id])
    yield from views(window, "sample")
    yield from takes(window)
    yield from over_the_picture(window)
    yield from film(window, folder)
    yield from queue(window)
    yield from inspector(window)
    yield from docks(window)
    yield from menus(window)
    yield from dialogs(window)
    yield from trash(window)
    yield from elsewhere(window, folder)
    window.close_project()
    yield "start-again", window


def views(window: MainWindow, name: str) -> Iterator[tuple[str, QWidget]]:
    for view in window.toolbar.views:
        window.show_view(view)
        if view == "timeline":
            window.film.playback.go_to(44)
        yield f"{name}-{view}", window
    window.show_view("board")


def takes(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The second panel large, two of its takes side by side."""
    assert window.project is not None
    panel = window.board.panels[1]
    window.board_view.select([panel.id])
    window.show_view("panel")
    other = next(one for one in window.project.takes_of(panel.id) if one.id != panel.take)
    window.desk.panel_view.compare_with(other.id)
    yield "sample-compare", window
    window.desk.panel_view.compare_with(other.id)
    window.show_view("board")


def over_the_picture(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Where the characters of a panel are to be, and what the camera sees."""
    window.board_view.select([window.board.panels[2].id])
    window.inspector.field_written.emit("camera", "push in")
    window.show_view("panel")
    view = window.desk.panel_view
    for name, button in (("regions", view.regions), ("camera", view.camera)):
        button.click()
        yield f"sample-{name}", window
        button.click()
    window.show_view("board")


def film(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Camera moves, transitions of every kind, and sounds of the film and of a panel."""
    for row, move in enumerate(("push in", "pan left", "tilt up", "free")):
        window.board_view.select([window.board.panels[row].id])
        window.inspector.field_written.emit("camera", move)
    window.show_view("timeline")
    window.inspector.field_written.emit("transition", "dissolve")
    window.sounds.add_sound_file(sound(folder / "Waves at the beach.wav", 12))
    wait_for_waveforms(window, 1)
    yield "sample-sound", window
    window.sounds.add_voice_file(window.board.panels[2].id, sound(folder / "Voice.wav", 2))
    wait_for_waveforms(window, 2)
    yield "sample-voice", window
    window.show_view("board")


def wait_for_waveforms(window: MainWindow, count: int) -> None:
    while len(window.film.dock.view.state.waveforms) < count:
        QTest.qWait(20)


def sound(path: Path, seconds: int) -> Path:
    """A tone that swells and fades."""
    rate = 8000
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        for at in range(seconds * rate):
            loud = abs(math.sin(at / rate * 2)) * (0.4 + 0.6 * abs(math.sin(at / rate * 13)))
            file.writeframesraw(struct.pack("<h", round(20000 * loud * math.sin(at / 6))))
    return path


def queue(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Jobs that wait, in the dock, in the bar and on the cards."""
    window.jobs.pause(True)
    window.board_view.select([panel.id for panel in window.board.panels[1:5]])
    window.generating.generate()
    yield "sample-queue", window
    window.jobs.cancel_all()
    window.jobs.pause(False)


def inspector(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for row, name in ((1, "recipe"), (2, "notes")):
        window.inspector.tabs.setCurrentIndex(row)
        yield f"inspector-{name}", window
    window.inspector.tabs.setCurrentIndex(0)
    chosen = list(window.selected)
    window.board_view.select([])
    yield "inspector-story", window
    window.board_view.select(chosen)


def docks(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for name, dock in window.docks.all.items():
        window.docks.show(name)
        yield f"dock-{name.lower()}", dock
    window.board_view.select([panel.id for panel in window.board.panels[1:4]])
    yield "sample-many", window
    window.board_view.select([window.board.panels[0].id])


def menus(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for name, menu in window.menus.menus.items():
        menu.show()
        yield f"menu-{name.lower()}", menu
        menu.hide()


def dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.tell("The model could not draw this (ValueError). Try again.", "Traceback …")
    yield "sample-problem", window
    offered = [(one.does, translated(one.menu), window.actions_[one.does]) for one in COMMANDS]
    made: list[tuple[str, Callable[[], QDialog]]] = [
        ("commands", lambda: CommandPalette(window, offered)),
        ("about", lambda: AboutDialog(window)),
        ("problems", lambda: ProblemList(window, window.problems.all)),
        ("log", lambda: LogView(window, window.settings.logs)),
    ]
    for name, make in made:
        yield from shown(make(), name)
    yield from preferences(window)
    yield from exports(window)


def shown(dialog: QDialog, name: str) -> Iterator[tuple[str, QWidget]]:
    dialog.show()
    yield f"dialog-{name}", dialog
    dialog.close()
    dialog.deleteLater()


def preferences(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    dialog = Preferences(window, window.settings)
    dialog.show()
    for row in range(dialog.sides.count()):
        dialog.sides.setCurrentRow(row)
        yield f"dialog-preferences-{row + 1}", dialog
    dialog.shortcuts.choose("duplicate")
    dialog.shortcuts.ask("Ctrl+E")
    yield "dialog-preferences-conflict", dialog
    dialog.close()


def exports(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    assert window.project is not None
    dialog = ExportDialog(window, window.project, window.settings)
    dialog.show()
    for row in range(dialog.form.kind_box.count()):
        dialog.form.kind_box.setCurrentIndex(row)
        yield f"dialog-export-{dialog.form.kind}", dialog
    dialog.close()


def trash(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.board_view.select([panel.id for panel in window.board.panels[4:6]])
    window.wishes.delete()
    dialog = TrashView(window, window.picture)
    dialog.show_board(window.board)
    yield from shown(dialog, "trash")
    window.wishes.undo()


def elsewhere(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """A second window on the same project, which can only be looked at there."""
    assert window.project is not None
    settings = Settings(folder / "second.ini")
    settings.theme, settings.language = window.settings.theme, window.settings.language
    second = MainWindow(settings)
    second.resize(*SIZE)
    second.show()
    second.open_project(window.project.folder)
    yield "elsewhere", second
    second.close()


def save(part: QWidget, path: Path) -> None:
    QTest.qWait(SETTLING)
    part.grab().save(str(path))


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("out", type=Path)
    asked.add_argument("--language", default="en")
    asked.add_argument("--only", default="", help="only pictures with this in their name")
    given = asked.parse_args()
    main(given.out, given.language, given.only)
