"""Starts the window: `storyboard-studio [PROJECT]`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from storyboard.resources import fonts
from ui.settings import APP, Settings
from ui.translation import speak
from ui.window import MainWindow

FAMILIES = ["Inter", "Noto Sans JP"]


def main() -> None:
    application, settings = QApplication(sys.argv), Settings()
    window = first_window(application, settings)
    window.show()
    QTimer.singleShot(0, lambda: go_on(window, sys.argv[1:]))
    sys.exit(application.exec())


def go_on(window: MainWindow, named: list[str]) -> None:
    """What is done once the start screen is seen: the log, the rest of the window, a project."""
    from ui.log import start_log, tell_surprises

    for path in fonts():
        QFontDatabase.addApplicationFont(str(path))
    start_log(window.settings.logs)
    tell_surprises(window.tell_surprise)
    window.furnish()
    if named:
        window.open_project(Path(named[0]))


def first_window(application: QApplication, settings: Settings) -> MainWindow:
    """The window with its start screen, in the program's own looks and the artist's language."""
    application.setApplicationName(APP)
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    use_fonts(application, fonts() if settings.spoken == "ja" else latin_fonts())
    speak(application, settings.spoken)
    application.aboutToQuit.connect(leave_clipboard)
    return MainWindow(settings, furnished=False)


def leave_clipboard() -> None:
    """What was copied stays there as text: an object of ours would outlive the interpreter."""
    from storyboard.export.clipboard import FORMAT

    clipboard = QGuiApplication.clipboard()
    held = clipboard.mimeData()
    if held and held.hasFormat(FORMAT):  # there is none where nothing was ever copied
        clipboard.setText(clipboard.text())


def latin_fonts() -> list[Path]:
    """Those that are quickly read; who reads Japanese waits for all of them."""
    return [path for path in fonts() if path.name.startswith(FAMILIES[0])]


def use_fonts(application: QApplication, files: list[Path]) -> None:
    """The program's own fonts, so that it looks the same everywhere."""
    for path in files:
        QFontDatabase.addApplicationFont(str(path))
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(13)
    application.setFont(font)


if __name__ == "__main__":
    main()
