"""Cards being dragged on the board: the caret where they will go, and a ghost at the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QApplication

from ui.letterbox import filling
from ui.palette import Palette

EDGE = 36  # pixels from the upper and lower end of the view, where it scrolls by itself
GHOST = QSize(132, 77)
STACKED = 3  # pictures seen in a ghost at most


@dataclass
class Drag:
    """Where the pointer took hold and where it is, both in the viewport; `begun` once it moved."""

    pressed: QPoint
    at: QPoint
    begun: bool = False

    def move(self, at: QPoint) -> None:
        self.at = at
        far = (at - self.pressed).manhattanLength() >= QApplication.startDragDistance()
        self.begun = self.begun or far


def scrolling(at: QPoint, height: int) -> int:
    """Pixels to scroll while the pointer is near an end of a view of this height."""
    if at.y() < EDGE:
        return at.y() - EDGE
    return max(0, at.y() - (height - EDGE))


def paint_ghost(
    painter: QPainter,
    at: QPoint,
    pictures: Sequence[QPixmap | None],
    count: int,
    colors: Palette,
) -> None:
    """The first cards that are dragged, one on the other, and how many there are."""
    painter.save()
    painter.setOpacity(0.86)
    stacked = list(pictures[:STACKED])
    for depth, picture in reversed(list(enumerate(stacked))):
        place = QRect(at + QPoint(12 + 6 * depth, 10 + 6 * depth), GHOST)
        _paint_card(painter, place, picture, colors)
    painter.setOpacity(1)
    _paint_count(painter, at + QPoint(GHOST.width() - 8, 0), count, colors)
    painter.restore()


def _paint_card(painter: QPainter, place: QRect, picture: QPixmap | None, colors: Palette) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(place), 6, 6)
    painter.fillPath(shape, QColor(colors.raised))
    if picture is not None:
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(QRectF(place), picture, filling(picture, place))
        painter.restore()
    painter.setPen(QColor(colors.accent))
    painter.drawPath(shape)


def _paint_count(painter: QPainter, at: QPoint, count: int, colors: Palette) -> None:
    copies = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
    text = f"＋ {count}" if copies else str(count)
    bold = QFont(painter.font())
    bold.setWeight(QFont.Weight.Bold)
    painter.setFont(bold)
    width = max(26, painter.fontMetrics().horizontalAdvance(text) + 16)
    pill = QRectF(at.x(), at.y(), width, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.accent))
    painter.drawRoundedRect(pill, 12, 12)
    painter.setPen(QColor(colors.on_accent))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
