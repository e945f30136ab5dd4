"""Where the characters of a panel are to be: a box for each, in its colour, over the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from storyboard.board import Box, Character, CharacterId

Edges = frozenset[str]
ALL: Edges = frozenset({"left", "top", "right", "bottom"})
NEAR = 8  # pixels from an edge, at which it is meant
LEAST = 0.04  # of the picture; what is smaller was no drag but a click
LABEL = 22


@dataclass(frozen=True, slots=True)
class Grip:
    """What the pointer has hold of: some edges of somebody's box, where both were at first."""

    who: CharacterId
    box: Box
    edges: Edges
    at: QPointF


def dragged(box: Box, edges: Edges, right: float, down: float) -> Box:
    """The box with these edges moved, within the picture; all of them move it as it is."""
    if edges == ALL:
        right = min(max(right, -box.left), 1 - box.right)
        down = min(max(down, -box.top), 1 - box.bottom)
    by = {"left": right, "right": right, "top": down, "bottom": down}
    left, top, right_, bottom = (
        min(max(place + by[edge] * (edge in edges), 0.0), 1.0)
        for edge, place in zip(("left", "top", "right", "bottom"), box, strict=True)
    )
    return Box(min(left, right_), min(top, bottom), max(left, right_), max(top, bottom))


class Regions(QWidget):
    """Shows the boxes; each drag, and each box that is taken away, is one wish.

    A drag beside all boxes draws that of the chosen character, one inside a box moves it, one at
    its edge changes it; Delete takes the chosen one away.

    region_wanted  whose, and its Box or None
    """

    region_wanted = Signal(str, object)
    character_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.people: Mapping[CharacterId, Character] = {}
        self.boxes: dict[CharacterId, Box] = {}
        self.chosen: CharacterId = ""
        self.grip: Grip | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Regions of the characters"))

    def show_boxes(
        self,
        people: Mapping[CharacterId, Character],
        boxes: Mapping[CharacterId, Box],
        chosen: CharacterId,
    ) -> None:
        self.people, self.boxes, self.chosen = people, dict(boxes), chosen
        self.update()

    def rect_of(self, box: Box) -> QRectF:
        across, down = self.width() - 1, self.height() - 1
        return QRectF(
            QPointF(box.left * across, box.top * down),
            QPointF(box.right * across, box.bottom * down),
        )

    def grip_at(self, at: QPointF) -> Grip | None:
        """The chosen box first, then the smaller one; None where there is none."""
        order = sorted(self.boxes, key=lambda who: (who != self.chosen, self.boxes[who].area))
        for who in order:
            rect = self.rect_of(self.boxes[who])
            if rect.adjusted(-NEAR, -NEAR, NEAR, NEAR).contains(at):
                return Grip(who, self.boxes[who], _edges_at(rect, at) or ALL, at)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self.grip = self.grip_at(at) or self._fresh(at)
        if self.grip and self.grip.who != self.chosen:
            self.chosen = self.grip.who
            self.character_chosen.emit(self.chosen)
        self.update()

    def _fresh(self, at: QPointF) -> Grip | None:
        """The beginning of a box where there is none."""
        if self.chosen not in self.people or self.chosen in self.boxes:
            return None
        x, y = (min(max(part, 0.0), 1.0) for part in self._part(at).toTuple())
        return Grip(self.chosen, Box(x, y, x, y), frozenset({"right", "bottom"}), at)

    def _part(self, by: QPointF) -> QPointF:
        """Pixels as fractions of the picture."""
        return QPointF(by.x() / max(1, self.width() - 1), by.y() / max(1, self.height() - 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.grip is None:
            self._show_cursor(self.grip_at(event.position()))
            return
        self.boxes[self.grip.who] = self._dragged(self.grip, event.position())
        self.update()

    def _dragged(self, grip: Grip, at: QPointF) -> Box:
        by = self._part(at - grip.at)
        return dragged(grip.box, grip.edges, by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, self.grip = self.grip, None
        if grip is None or event.button() != Qt.MouseButton.LeftButton:
            return
        box = self._dragged(grip, event.position())
        large = min(box.right - box.left, box.bottom - box.top) >= LEAST
        if large and box != grip.box:
            self.region_wanted.emit(grip.who, box)
        elif grip.box.area:
            self.boxes[grip.who] = grip.box
        else:
            self.boxes.pop(grip.who, None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen in self.boxes:
            self.region_wanted.emit(self.chosen, None)
        else:
            event.ignore()  # it belongs to the view of the panel

    def _show_cursor(self, grip: Grip | None) -> None:
        if grip is None:
            cross = self.chosen in self.people and self.chosen not in self.boxes
            self.setCursor(Qt.CursorShape.CrossCursor if cross else Qt.CursorShape.ArrowCursor)
        else:
            self.setCursor(CURSORS.get(grip.edges, Qt.CursorShape.SizeAllCursor))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for who in sorted(self.boxes, key=lambda one: (one == self.chosen, -self.boxes[one].area)):
            if who in self.people:
                self._paint(painter, self.people[who], self.rect_of(self.boxes[who]))

    def _paint(self, painter: QPainter, who: Character, rect: QRectF) -> None:
        color, chosen = QColor(who.color), who.id == self.chosen
        veil = QColor(color)
        veil.setAlpha(60 if chosen else 25)
        inner = rect.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(veil)
        painter.setPen(
            QPen(QColor("#101014"), 4 if chosen else 3)
        )  # seen on pictures of any colour
        painter.drawRect(inner)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2.5 if chosen else 1.5))
        painter.drawRect(inner)
        wide = painter.fontMetrics().horizontalAdvance(who.name) + 14
        label = QRectF(inner.left(), inner.top(), min(wide, inner.width()), LABEL)
        painter.fillRect(label, color)
        painter.setPen(QColor("#101014" if color.lightness() > 110 else "#ffffff"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, who.name)


def _edges_at(rect: QRectF, at: QPointF) -> Edges:
    """The edges that a point is near to, at most one in each direction."""
    near = {
        "left": abs(at.x() - rect.left()),
        "right": abs(at.x() - rect.right()),
        "top": abs(at.y() - rect.top()),
        "bottom": abs(at.y() - rect.bottom()),
    }
    across = min(("right", "left"), key=near.__getitem__)
    down = min(("bottom", "top"), key=near.__getitem__)
    return frozenset(edge for edge in (across, down) if near[edge] <= NEAR)


CURSORS: dict[Edges, Qt.CursorShape] = {
    frozenset({"left"}): Qt.CursorShape.SizeHorCursor,
    frozenset({"right"}): Qt.CursorShape.SizeHorCursor,
    frozenset({"top"}): Qt.CursorShape.SizeVerCursor,
    frozenset({"bottom"}): Qt.CursorShape.SizeVerCursor,
    frozenset({"left", "top"}): Qt.CursorShape.SizeFDiagCursor,
    frozenset({"right", "bottom"}): Qt.CursorShape.SizeFDiagCursor,
    frozenset({"right", "top"}): Qt.CursorShape.SizeBDiagCursor,
    frozenset({"left", "bottom"}): Qt.CursorShape.SizeBDiagCursor,
}
