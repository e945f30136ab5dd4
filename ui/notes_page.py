"""The inspector's page of words that are read by people: action, dialogue and notes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea

from storyboard.board import Panel
from ui.fields import TextBox, column_in, dim, named, shared


class NotesPage(QScrollArea):
    """Shows the selected panels; `written` carries a field's name and its new words for all."""

    written = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.content, column = column_in(self)
        self.boxes: dict[str, TextBox] = {}
        for field, name, lines in (
            ("action", self.tr("Action"), 4),
            ("dialogue", self.tr("Dialogue"), 4),
            ("notes", self.tr("Notes"), 6),
        ):
            box = TextBox(name, lines, several=True)
            box.finished.connect(partial(self.written.emit, field))
            self.boxes[field] = box
            column.addWidget(named(name, box))
        told = dim(self.tr("These words stand on sheets for the crew. No model reads them."))
        told.setWordWrap(True)
        column.addWidget(told)
        column.addStretch()

    def show_panels(self, panels: Sequence[Panel]) -> None:
        for field, box in self.boxes.items():
            box.show_text(shared(getattr(panel, field) for panel in panels))
