"""Starts the window: `storyboard-studio [PROJECT]`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from storyboard.resources import fonts
from ui.log import start_log, tell_surprises
from ui.settings import APP, Settings
from ui.window import MainWindow


def main() -> None:
    application = QApplication(sys.argv)
    application.setApplicationName(APP)
    application.setStyle("Fusion")
    use_fonts(application)
    settings = Settings()
    start_log(settings.logs)
    window = MainWindow(settings, furnished=False)
    tell_surprises(window.tell_surprise)
    window.show()
    later = window.furnish if len(sys.argv) < 2 else lambda: window.open_project(Path(sys.argv[1]))
    QTimer.singleShot(0, later)
    sys.exit(application.exec())


def use_fonts(application: QApplication) -> None:
    """The program's own fonts, so that it looks the same everywhere."""
    for path in fonts():
        QFontDatabase.addApplicationFont(str(path))
    font = QFont()
    font.setFamilies(["Inter", "Noto Sans JP"])
    font.setPixelSize(13)
    application.setFont(font)


if __name__ == "__main__":
    main()
