"""What a panel's camera sees at first and last: two frames that are dragged on its picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from storyboard.framing import CameraPath, Framing
from storyboard.timeline.camera import PATHS
from ui.palette import BADGE_GOOD, BADGE_GROUND, BADGE_STALE

Corner = tuple[int, int]  # -1 is left and top, 1 right and bottom
MIDDLE: Corner = (0, 0)  # the whole rectangle
LEAST = Fraction(1, 10)  # of the picture's width, which is ten times as near
FINE = 1000  # a drag ends on thousandths of the picture
NEAR = 12  # pixels from a corner, at which it is meant
LABEL = 22
COLORS = {"begin": BADGE_GOOD, "end": BADGE_STALE}


@dataclass(frozen=True, slots=True)
class Grip:
    """What the pointer has hold of, and where both were at first."""

    end: str
    framing: Framing
    corner: Corner
    at: QPointF


def dragged(framing: Framing, corner: Corner, right: float, down: float) -> Framing:
    """The framing moved, or made larger at a corner while the opposite one stays in its place.

    `right` and `down` are shares of the picture, which is never left.
    """
    if corner == MIDDLE:
        room = 1 - framing.size
        x, y = _fine(framing.x, right, room), _fine(framing.y, down, room)
        return Framing(x, y, framing.size)
    rooms = [
        1 - start if side > 0 else start + framing.size
        for start, side in zip((framing.x, framing.y), corner, strict=True)
    ]
    by = max(right * corner[0], down * corner[1], key=abs)
    size = max(LEAST, _fine(framing.size, by, min(rooms)))
    grown = size - framing.size
    x = framing.x - grown if corner[0] < 0 else framing.x
    y = framing.y - grown if corner[1] < 0 else framing.y
    return Framing(x, y, size)


def _fine(place: Fraction, by: float, most: Fraction) -> Fraction:
    moved = place + Fraction(round(by * FINE), FINE)
    return min(max(moved, Fraction(0)), most)


class Framings(QWidget):
    """Shows a camera's way; each drag of one of its two ends is one wish.

    path_wanted  the CameraPath as it was drawn
    end_chosen   begin or end, which was taken hold of
    """

    path_wanted = Signal(object)
    end_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.path, self.chosen = PATHS["still"], "end"
        self.names = {"begin": self.tr("Begin"), "end": self.tr("End")}
        self.grip: Grip | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the view of the panel
        self.setAccessibleName(self.tr("Way of the camera"))
        self.hide()

    def show_path(self, path: CameraPath, chosen: str) -> None:
        self.path, self.chosen, self.grip = path, chosen, None
        self.update()

    def rect_of(self, framing: Framing) -> QRectF:
        x, y, size = framing.shares
        across, down = self.width() - 1, self.height() - 1
        return QRectF(QPointF(x * across, y * down), QSizeF(size * across, size * down))

    def grip_at(self, at: QPointF) -> Grip | None:
        """The chosen end first; a corner before the inside."""
        order = sorted(COLORS, key=lambda end: end != self.chosen)
        grips = [self._grip(end, at) for end in order]
        found = [one for one in grips if one is not None]
        return next((one for one in found if one.corner != MIDDLE), next(iter(found), None))

    def _grip(self, end: str, at: QPointF) -> Grip | None:
        framing: Framing = getattr(self.path, end)
        rect = self.rect_of(framing)
        if not rect.adjusted(-NEAR, -NEAR, NEAR, NEAR).contains(at):
            return None
        return Grip(end, framing, _corner_at(rect, at), at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.grip = self.grip_at(event.position())
            if self.grip and self.grip.end != self.chosen:
                self.chosen = self.grip.end
                self.end_chosen.emit(self.chosen)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.grip is None:
            self._show_cursor(self.grip_at(event.position()))
        else:
            self.path = self._dragged(self.grip, event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, self.grip = self.grip, None
        if grip is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.path = self._dragged(grip, event.position())
        if getattr(self.path, grip.end) != grip.framing:
            self.path_wanted.emit(self.path)

    def _dragged(self, grip: Grip, at: QPointF) -> CameraPath:
        by = at - grip.at
        across, down = by.x() / max(1, self.width() - 1), by.y() / max(1, self.height() - 1)
        moved = dragged(grip.framing, grip.corner, across, down)
        return (
            replace(self.path, begin=moved)
            if grip.end == "begin"
            else replace(self.path, end=moved)
        )

    def _show_cursor(self, grip: Grip | None) -> None:
        if grip is None:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        else:
            self.setCursor(CURSORS.get(grip.corner, Qt.CursorShape.SizeAllCursor))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middles = [self.rect_of(one).center() for one in (self.path.begin, self.path.end)]
        painter.setPen(QPen(QColor("#ffffff"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(*middles)
        for end in sorted(COLORS, key=lambda one: one == self.chosen):
            self._paint(painter, end, self.rect_of(getattr(self.path, end)))

    def _paint(self, painter: QPainter, end: str, rect: QRectF) -> None:
        color, chosen = QColor(COLORS[end]), end == self.chosen
        inner = rect.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shade, wide in ((QColor("#101014"), 4.5), (color, 2.5 if chosen else 1.5)):
            painter.setPen(QPen(shade, wide))  # dark below, to be seen on any picture
            painter.drawRect(inner)
        name = self.names[end]
        wide = painter.fontMetrics().horizontalAdvance(name) + 14
        at_foot = end == "end"  # so that both can be read where the rectangles are the same
        top = inner.bottom() - LABEL if at_foot else inner.top()
        left = inner.right() - wide if at_foot else inner.left()
        label = QRectF(left, top, wide, LABEL)
        painter.fillRect(label, color if chosen else QColor(BADGE_GROUND))
        painter.setPen(QColor("#101014") if chosen else color)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, name)


def _corner_at(rect: QRectF, at: QPointF) -> Corner:
    """The corner that a point is near to, else the middle."""
    for x, side in ((rect.left(), -1), (rect.right(), 1)):
        for y, end in ((rect.top(), -1), (rect.bottom(), 1)):
            if max(abs(at.x() - x), abs(at.y() - y)) <= NEAR:
                return side, end
    return MIDDLE


CURSORS: dict[Corner, Qt.CursorShape] = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
}
