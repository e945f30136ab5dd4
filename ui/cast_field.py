"""Who is in the selected panels, as chips: add and remove them, and choose what they wear."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLayout, QLayoutItem, QMenu, QToolButton, QWidget

from storyboard.board import Board, Character, Outfit, Panel
from storyboard.script.prompt import worn

DOT = 10


class Flow(QLayout):
    """Parts one behind the other, in as many lines as they need."""

    def __init__(self, parent: QWidget, gap: int = 6) -> None:
        super().__init__(parent)
        self.gap = gap
        self.items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self.items.append(item)

    def count(self) -> int:
        return len(self.items)

    def itemAt(self, row: int) -> QLayoutItem | None:
        return self.items[row] if 0 <= row < len(self.items) else None

    def takeAt(self, row: int) -> QLayoutItem | None:
        return self.items.pop(row) if 0 <= row < len(self.items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self.items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        """The height it takes."""
        x, y, line = rect.x(), rect.y(), 0
        for item in self.items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.gap, 0
            if move:
                item.setGeometry(QRect(x, y, min(size.width(), rect.width()), size.height()))
            x, line = x + size.width() + self.gap, max(line, size.height())
        return y + line - rect.y()


class CastField(QWidget):
    """Shows the cast of panels; somebody who is in only some of them has a dimmed chip."""

    cast_changed = Signal(str, bool)
    outfit_chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.flow = Flow(self)
        self.chips: dict[str, QToolButton] = {}
        self.add = QToolButton()
        self.add.setObjectName("chip")
        self.add.setText(self.tr("＋ Add"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(QMenu(self.add))
        self.flow.addWidget(self.add)

    def show_panels(self, board: Board, panels: Sequence[Panel]) -> None:
        while (item := self.flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.add:
                widget.hide()
                widget.deleteLater()
        counts = {one.id: sum(one.id in panel.cast for panel in panels) for one in board.characters}
        self.chips = {}
        for one in board.characters:
            if counts[one.id]:
                self._add_chip(board, panels, one, everywhere=counts[one.id] == len(panels))
        self.flow.addWidget(self.add)
        menu = self.add.menu()
        menu.clear()
        for one in board.characters:
            if counts[one.id] < len(panels):
                action = menu.addAction(one.name, partial(self.cast_changed.emit, one.id, True))
                action.setIcon(dot(one.color))
        self.add.setEnabled(bool(menu.actions()))
        self.updateGeometry()

    def _add_chip(
        self, board: Board, panels: Sequence[Panel], one: Character, *, everywhere: bool
    ) -> None:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIcon(dot(one.color))
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        here = [panel for panel in panels if one.id in panel.cast]
        outfit = worn(board, here[0], one) if here else None
        some = "" if everywhere else self.tr("{} (in some)").format(one.name)
        chip.setText(some or (f"{one.name} — {outfit.name}" if outfit else one.name))
        chip.setMenu(self._menu(chip, one, dict(here[0].outfits).get(one.id) if here else None))
        self.chips[one.id] = chip
        self.flow.addWidget(chip)

    def _menu(self, chip: QToolButton, one: Character, chosen: str | None) -> QMenu:
        menu = QMenu(chip)
        offered: list[tuple[str | None, str]] = [
            (outfit.id, _named(outfit)) for outfit in one.outfits
        ]
        if offered:
            as_scene = (None, self.tr("Dressed as in the scene"))
            offered = [as_scene, ("", self.tr("Dressed as described")), *offered]
        for outfit, name in offered:
            action = menu.addAction(name, partial(self.outfit_chosen.emit, one.id, outfit))
            action.setCheckable(True)
            action.setChecked(outfit == chosen)
        if offered:
            menu.addSeparator()
        told = self.tr("Take {} out").format(one.name)
        menu.addAction(told, partial(self.cast_changed.emit, one.id, False))
        return menu


def _named(outfit: Outfit) -> str:
    return outfit.name or outfit.description


def dot(color: str) -> QIcon:
    """A character's colour, as an icon."""
    pixmap = QPixmap(DOT * 2, DOT * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(1, 1, DOT - 2, DOT - 2)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)  # else Qt would make it grey
    return icon
