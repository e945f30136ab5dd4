"""The field that draws panels from the pictures they show, with how much of them is drawn anew."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.fields import Strength

USUAL = 0.6


class FromPicture(QWidget):
    """`wanted` carries the strength: near 0 the picture hardly changes, at 1 nothing is left."""

    wanted = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.strength = Strength(self.tr("Drawn anew"), 1.0)
        self.strength.show_number(USUAL)
        told = self.tr("How much of the picture is drawn anew: a little keeps it, all forgets it")
        self.strength.setToolTip(told)
        self.draw = QPushButton(self.tr("Draw from this picture"))
        self.draw.setObjectName("small")
        self.draw.clicked.connect(lambda: self.wanted.emit(self.strength.slider.value() / 100))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.strength, 1)
        row.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignBottom)
