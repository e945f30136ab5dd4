"""Lines across the window that stay until they are answered: each with its words and choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

Kind = Literal["bad", "good", "warm", "calm"]
Choice = tuple[str, Callable[[], object]]


class Banner(QWidget):
    """One line: what it is about, and what can be done about it."""

    def __init__(self, kind: Kind, text: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.kind = kind
        self.setObjectName(f"banner_{kind}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel(text)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 10, 7)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        self.buttons: dict[str, QPushButton] = {}
        for name, does in choices:
            button = QPushButton(name)
            button.setObjectName("small")
            button.clicked.connect(does)
            row.addWidget(button)
            self.buttons[name] = button


class Banners(QWidget):
    """Shows each banner until it is taken away; other words of the same name take its place."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.all: dict[str, Banner] = {}

    def put(self, name: str, kind: Kind, text: str, *choices: Choice) -> None:
        shown = self.all.get(name)
        if shown and (shown.kind, shown.words.text()) == (kind, text):
            return
        self.take(name)
        banner = Banner(kind, text, choices)
        self.all[name] = banner
        self.column.addWidget(banner)

    def take(self, name: str) -> None:
        banner = self.all.pop(name, None)
        if banner:
            banner.hide()  # it lives until the event loop runs
            banner.deleteLater()

    def clear(self) -> None:
        for name in list(self.all):
            self.take(name)
