"""The line over a large picture from which the regions of its characters are drawn."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from storyboard.board import Board, CharacterId, Panel
from ui.cast_field import dot
from ui.fields import dim
from ui.regions import Regions


class RegionBar(QWidget):
    """A chip for each of the cast, what can be done now, and the regions over the picture.

    region_wanted  whose, and its Box or None
    """

    region_wanted = Signal(str, object)

    def __init__(self, picture: QWidget) -> None:
        super().__init__()
        self.regions = Regions(picture)
        self.regions.region_wanted.connect(self.region_wanted)
        self.regions.character_chosen.connect(self._choose)
        self.board, self.panel = Board(), Panel("", "")
        self.chips: dict[CharacterId, QToolButton] = {}
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 8, 24, 8)
        self.row.setSpacing(6)
        self.hint = dim()
        self.remove = QPushButton(self.tr("Remove the region"))
        self.remove.setObjectName("small")
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.clicked.connect(lambda: self.region_wanted.emit(self.chosen, None))
        self.row.addWidget(self.hint, 1)
        self.row.addWidget(self.remove)
        self.show_regions(on=False)

    @property
    def chosen(self) -> CharacterId:
        return self.regions.chosen

    def show_regions(self, *, on: bool) -> None:
        self.setVisible(on)
        self.regions.setVisible(on)

    def show_panel(self, board: Board, panel: Panel) -> None:
        if panel.id != self.panel.id or board.characters != self.board.characters:
            self.regions.grip = None
        self.board, self.panel = board, panel
        boxes = dict(panel.boxes)
        unplaced = [who for who in panel.cast if who not in boxes]
        kept = self.chosen if self.chosen in panel.cast else ""
        self._build_chips()
        self._choose(kept or next(iter([*unplaced, *panel.cast]), ""))

    def _build_chips(self) -> None:
        for chip in self.chips.values():
            self.row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for row, who in enumerate(self.panel.cast):
            one = self.board.character(who)
            chip = QToolButton()
            chip.setObjectName("chip")
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setIcon(dot(one.color))
            chip.setText(one.name)
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(partial(self._choose, who))
            self.chips[who] = chip
            self.row.insertWidget(row, chip)

    def _choose(self, who: CharacterId) -> None:
        """The one whose region the next drag draws."""
        people = {one.id: one for one in self.board.characters if one.id in self.panel.cast}
        boxes = dict(self.panel.boxes)
        if self.regions.grip is None:
            self.regions.show_boxes(people, boxes, who)
        for one, chip in self.chips.items():
            chip.setChecked(one == who)
        self.remove.setEnabled(who in boxes)
        self.hint.setText(
            self._told(people[who].name, who in boxes) if who in people else self._none()
        )

    def _told(self, name: str, placed: bool) -> str:
        if placed:
            return self.tr("Drag the region of {} or its edges.").format(name)
        return self.tr("Drag on the picture to say where {} is to be.").format(name)

    def _none(self) -> str:
        return self.tr("Nobody is in this panel. Add somebody to its cast first.")
