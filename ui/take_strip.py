"""The takes of a panel side by side: the chosen one framed, the liked ones with a star."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from storyboard.board import TakeId
from storyboard.take import Take
from ui.letterbox import paint_picture
from ui.palette import BADGE_GROUND, BADGE_STALE, BADGE_TEXT, Palette

GAP = 8
STAR = "★"


@dataclass(frozen=True, slots=True)
class ShownTake:
    """A take as it is shown: its number among the panel's, its picture, whether it is liked."""

    take: Take
    number: int
    picture: QPixmap
    starred: bool


class TakeStrip(QWidget):
    """Shows takes in as many lines as they need; wishes: choose, star, compare, discard."""

    take_chosen = Signal(str)
    star_wanted = Signal(str, bool)
    compare_wanted = Signal(str)
    discard_wanted = Signal(str)

    def __init__(self, colors: Palette, size: QSize) -> None:
        super().__init__()
        self.colors, self.size_of_take = colors, size
        self.takes: list[ShownTake] = []
        self.chosen: TakeId | None = None
        self.compared: TakeId | None = None
        self.own: float | None = None
        self.editable = True  # else takes can be compared
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Takes"))

    def show_takes(
        self,
        takes: Sequence[ShownTake],
        chosen: TakeId | None,
        compared: TakeId | None = None,
        ratio: float = 12 / 7,
        own: float | None = None,
    ) -> None:
        """`ratio` is that of the frame of the film, `own` that of the panel where it has one."""
        self.takes, self.chosen, self.compared = list(takes), chosen, compared
        self.own = own
        width = self.size_of_take.width()
        self.size_of_take = QSize(width, round(width / ratio))
        self.updateGeometry()
        self.setFixedHeight(self.heightForWidth(max(self.width(), width)))
        self.update()

    def resizeEvent(self, event: object) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self.takes) // self._columns(width))
        return max(1, lines) * (self.size_of_take.height() + GAP)

    def _columns(self, width: int) -> int:
        return max(1, (width + GAP) // (self.size_of_take.width() + GAP))

    def rect_of(self, row: int) -> QRect:
        columns = self._columns(self.width())
        size = self.size_of_take
        x, y = row % columns * (size.width() + GAP), row // columns * (size.height() + GAP)
        return QRect(QPoint(x + 1, y + 1), size - QSize(2, 2))

    def take_at(self, at: QPoint) -> ShownTake | None:
        rows = range(len(self.takes))
        return next((self.takes[row] for row in rows if self.rect_of(row).contains(at)), None)

    def star_rect(self, row: int) -> QRect:
        rect = self.rect_of(row)
        return QRect(rect.right() - 40, rect.bottom() - 21, 40, 21)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for row, shown in enumerate(self.takes):
            self._paint(painter, self.rect_of(row), self.star_rect(row), shown)

    def _paint(self, painter: QPainter, rect: QRect, corner: QRect, shown: ShownTake) -> None:
        if not shown.picture.isNull():
            paint_picture(painter, rect, shown.picture, self.own)
        painter.fillRect(corner, QColor(BADGE_GROUND))
        painter.setPen(QColor(BADGE_STALE if shown.starred else BADGE_TEXT))
        told = f"{STAR} {shown.number}" if shown.starred else str(shown.number)
        painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, told)
        color = {self.chosen: self.colors.accent, self.compared: self.colors.good}
        framed = color.get(shown.take.id)
        painter.setPen(QPen(QColor(framed or self.colors.line), 2.5 if framed else 1))
        painter.drawRoundedRect(QRectF(rect), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shown = self.take_at(event.position().toPoint())
        if shown is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self.takes.index(shown)
        if not self.editable or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.compare_wanted.emit(shown.take.id)
        elif self.star_rect(row).contains(event.position().toPoint()):
            self.star_wanted.emit(shown.take.id, not shown.starred)
        else:
            self.take_chosen.emit(shown.take.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shown = self.take_at(event.position().toPoint())
        told = self.tr("Take {}: click to show it, on the number to star it")
        beside = self.tr("Take {}: click to compare it with the one that is shown")
        words = told if self.editable else beside
        self.setToolTip(words.format(shown.number) if shown else "")
        if not shown:
            QToolTip.hideText()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if shown := self.take_at(event.pos()):
            self.menu_of(shown).exec(event.globalPos())

    def menu_of(self, shown: ShownTake) -> QMenu:
        menu, take = QMenu(self), shown.take.id
        menu.addAction(self.tr("Show this take"), lambda: self.take_chosen.emit(take))
        star = self.tr("Remove the star") if shown.starred else self.tr("Star")
        menu.addAction(star, lambda: self.star_wanted.emit(take, not shown.starred))
        compare = menu.addAction(self.tr("Compare"), lambda: self.compare_wanted.emit(take))
        menu.addSeparator()
        menu.addAction(self.tr("Move to the trash"), lambda: self.discard_wanted.emit(take))
        for action in menu.actions():
            action.setEnabled(self.editable or action is compare)
        return menu
