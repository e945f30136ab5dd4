"""The language of the window: its own words, and those of Qt's dialogs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from storyboard.resources import translations


def speak(application: QApplication, language: str) -> list[QTranslator]:
    """Installs a language of ui/settings.py; what is returned can be taken out again."""
    QLocale.setDefault(QLocale(language))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [f"{qt}/qtbase_{language}.qm", str(translations() / f"storyboard_{language}.qm")]
    spoken = []
    for file in files:
        translator = QTranslator(application)
        if translator.load(file):
            application.installTranslator(translator)
            spoken.append(translator)
    return spoken
