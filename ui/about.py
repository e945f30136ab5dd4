"""About the program: its version, and those of the libraries it stands on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

LIBRARIES = (
    "PySide6",
    "torch",
    "diffusers",
    "transformers",
    "safetensors",
    "peft",
    "SQLAlchemy",
    "numpy",
    "pillow",
    "av",
)


def versions() -> dict[str, str]:
    """Of everything that matters when something goes wrong; nothing is imported for it."""
    found = {"Storyboard": _version("storyboard-studio"), "Python": platform.python_version()}
    found |= {"Qt": qVersion()} | {name: _version(name) for name in LIBRARIES}
    return found | {"System": platform.platform(terse=True)}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


class AboutDialog(QDialog):
    """Shows the versions; they can be copied into a letter to those who make the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.versions = versions()
        self.setWindowTitle(self.tr("About Storyboard"))
        title = QLabel(self.tr("Storyboard {}").format(self.versions["Storyboard"]))
        title.setObjectName("title")
        told = QLabel(self.tr("Characters that stay themselves from panel to panel."))
        licence = QLabel(
            self.tr("Apache-2.0. Fonts: Inter and Noto Sans JP, SIL Open Font License.")
        )
        licence.setObjectName("dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        for part in (title, told, self._build_versions(), licence, self._build_buttons()):
            column.addWidget(part)

    def _build_versions(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(28)
        grid.setColumnStretch(1, 1)
        for row, (name, found) in enumerate(list(self.versions.items())[1:]):
            label, number = QLabel(name), QLabel(found)
            label.setObjectName("dim")
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, 0)
            grid.addWidget(number, row, 1)
        return table

    def _build_buttons(self) -> QWidget:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        return buttons

    def copy(self) -> None:
        lines = [f"{name} {found}" for name, found in self.versions.items()]
        QGuiApplication.clipboard().setText("\n".join(lines))
