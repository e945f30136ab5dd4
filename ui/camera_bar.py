"""The line over a large picture from which the way of its camera is drawn."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from storyboard.board import Panel
from storyboard.framing import Easing
from storyboard.timeline.camera import path_of
from ui.fields import Choice, dim
from ui.framings import COLORS, Framings


class CameraBar(QWidget):
    """Which end is drawn, how the camera goes from one to the other, and both over the picture.

    path_wanted  the CameraPath as it is to be
    """

    path_wanted = Signal(object)

    def __init__(self, picture: QWidget) -> None:
        super().__init__()
        self.framings = Framings(picture)
        self.framings.path_wanted.connect(self.path_wanted)
        self.framings.end_chosen.connect(self.choose)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 8, 24, 8)
        self.row.setSpacing(6)
        self.ends = {end: self._build_end(end) for end in COLORS}
        self.row.addWidget(dim(self.tr("Drag a frame or its corners.")), 1)
        self.row.addWidget(QLabel(self.tr("Speed")))
        self.easing = Choice(self.tr("Speed"), self._easings())
        self.easing.chosen.connect(self._ease)
        self.row.addWidget(self.easing)
        self.swap = QPushButton(self.tr("Swap"))
        self.swap.setObjectName("small")
        self.swap.setToolTip(self.tr("The camera goes the other way"))
        self.swap.clicked.connect(self._swap)
        self.row.addWidget(self.swap)
        self.choose("end")
        self.show_framings(on=False)

    def _build_end(self, end: str) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setText(self.framings.names[end])
        chip.setCheckable(True)
        chip.clicked.connect(partial(self.choose, end))
        self.row.addWidget(chip)
        return chip

    def _easings(self) -> list[tuple[Easing, str]]:
        return [
            ("gentle", self.tr("Gentle")),
            ("even", self.tr("Even")),
            ("slow start", self.tr("Slow start")),
            ("slow end", self.tr("Slow end")),
        ]

    def show_framings(self, *, on: bool) -> None:
        self.setVisible(on)
        self.framings.setVisible(on)

    def show_panel(self, panel: Panel) -> None:
        path = path_of(panel)
        self.framings.show_path(path, self.framings.chosen)
        self.easing.show_choice(path.easing)

    def choose(self, end: str) -> None:
        """The end that lies on top and is taken hold of first."""
        self.framings.show_path(self.framings.path, end)
        for one, chip in self.ends.items():
            chip.setChecked(one == end)

    def _ease(self, easing: Easing) -> None:
        self.path_wanted.emit(replace(self.framings.path, easing=easing))

    def _swap(self) -> None:
        path = self.framings.path
        self.path_wanted.emit(replace(path, begin=path.end, end=path.begin))
