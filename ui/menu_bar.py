"""The menus by name: the start screen has them at once, ui/menus.py fills them afterwards."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

MENUS = ("File", "Edit", "Panel", "Generate", "Timeline", "View", "Help")


def named_menus(bar: QMenuBar) -> dict[str, QMenu]:
    return {name: bar.addMenu(translated(name)) for name in MENUS}


def translated(name: str) -> str:
    """The name of a command or a menu in the artist's language."""
    return QCoreApplication.translate("Command", name)
