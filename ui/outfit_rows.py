"""The outfits of a character, a line each: its name, and what the model reads."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from storyboard.board import Outfit
from ui.fields import LineBox
from ui.icons import set_icon


class OutfitRows(QWidget):
    """Shows outfits; wishes: a changed one, one away, a new one."""

    changed = Signal(object)
    delete_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Outfit, ...] | None = None
        self.rows: list[tuple[LineBox, LineBox]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.new = QPushButton(self.tr("＋ Outfit"))
        self.new.setObjectName("small")
        self.new.clicked.connect(self.new_wanted)
        self.show_outfits(())

    def show_outfits(self, outfits: tuple[Outfit, ...]) -> None:
        if outfits == self.shown:
            return
        self.shown, self.rows = outfits, []
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.new:
                widget.hide()
                widget.deleteLater()
        for outfit in outfits:
            self.column.addWidget(self._row(outfit))
        self.column.addWidget(self.new)

    def _row(self, outfit: Outfit) -> QWidget:
        name, worn = LineBox(self.tr("Name of the outfit")), LineBox(self.tr("What is worn"))
        name.show_text(outfit.name, self.tr("Name"))
        worn.show_text(outfit.description, self.tr("a yellow raincoat"))
        name.finished.connect(lambda text: self.changed.emit(replace(outfit, name=text)))
        worn.finished.connect(lambda text: self.changed.emit(replace(outfit, description=text)))
        away = QPushButton()
        away.setObjectName("small")
        set_icon(away, "close")
        away.setAccessibleName(self.tr("Delete the outfit {}").format(outfit.name))
        away.setToolTip(away.accessibleName())
        away.clicked.connect(partial(self.delete_wanted.emit, outfit.id))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(name, 2)
        line.addWidget(worn, 3)
        line.addWidget(away)
        self.rows.append((name, worn))
        return row
