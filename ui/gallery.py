"""Writes pictures of every view in both themes, empty and with a project: `make gallery`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.__main__ import use_fonts
from ui.palette import DARK
from ui.settings import Settings
from ui.window import MainWindow

SIZE = (1440, 900)


def main(out: Path, project: Path) -> None:
    application = QApplication(["gallery", "-platform", "offscreen"])
    application.setStyle("Fusion")
    use_fonts(application)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Settings(Path(folder) / "settings.ini", Path(folder) / "samples"))
        window.resize(*SIZE)
        window.show()
        for _ in range(2):
            theme = "dark" if window.colors == DARK else "light"
            _show(window, out, theme, project, Path(folder) / theme)
            window.shell.switch_theme()
        window.close()


def _show(window: MainWindow, out: Path, theme: str, project: Path, empty: Path) -> None:
    window.close_project()
    _save(window, out / f"start-{theme}.png")
    window.wishes.create_project(empty / "Empty")
    _save(window, out / f"empty-{theme}.png")
    window.open_project(project)
    window.board_view.select([window.board.panels[0].id])
    _save(window, out / f"board-{theme}.png")
    window.docks.show("Cast")
    window.board_view.select([panel.id for panel in window.board.panels[1:4]])
    _save(window, out / f"cast-{theme}.png")
    window.docks.show("Script")
    window.timeline.show_film(True)
    window.film.playback.go_to(44)
    _save(window, out / f"film-{theme}.png")
    window.timeline.show_film(False)


def _save(window: MainWindow, path: Path) -> None:
    window.film.reader.wait()
    for _ in range(4):
        QApplication.processEvents()
    window.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
