"""The signs of the timeline: transport buttons, camera moves and transitions, drawn as paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from storyboard.board import CameraMove, Panel
from ui.palette import Palette

SIZE = 18  # pixels an icon is wide and high at 100 %
SCALE = 3  # drawn larger, so that it stays sharp on fine screens


def icon(name: str, colors: Palette) -> QIcon:
    """A button's sign in the colour of the palette's text."""
    made = QIcon()
    made.addPixmap(_pixmap(name, colors.text))
    made.addPixmap(_pixmap(name, colors.dim), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, color: str) -> QPixmap:
    pixmap = QPixmap(SIZE * SCALE, SIZE * SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    _draw(painter, _SIGNS[name](), QColor(color))
    painter.end()
    pixmap.setDevicePixelRatio(SCALE)
    return pixmap


def _draw(painter: QPainter, sign: tuple[QPainterPath, QPainterPath], color: QColor) -> None:
    filled, lines = sign
    painter.fillPath(filled, color)
    painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(lines)


def _sign(
    *polygons: Iterable[tuple[float, float]], lines: QPainterPath | None = None
) -> tuple[QPainterPath, QPainterPath]:
    filled = QPainterPath()
    for points in polygons:
        filled.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        filled.closeSubpath()
    return filled, lines or QPainterPath()


def _bar(x: float) -> list[tuple[float, float]]:
    return [(x, 4), (x + 2, 4), (x + 2, 14), (x, 14)]


def _triangle(left: float, right: float) -> list[tuple[float, float]]:
    """It points to `right`."""
    return [(left, 4), (right, 9), (left, 14)]


def _loop() -> tuple[QPainterPath, QPainterPath]:
    lines = QPainterPath()
    lines.arcMoveTo(QRectF(3, 4, 12, 10), 60)
    lines.arcTo(QRectF(3, 4, 12, 10), 60, 300)
    return _sign([(10, 1), (14.5, 4), (10, 7)], lines=lines)


def _two_sheets() -> tuple[QPainterPath, QPainterPath]:
    lines = QPainterPath()
    lines.addRoundedRect(QRectF(2, 2, 10, 9), 1.5, 1.5)
    lines.addRoundedRect(QRectF(6, 7, 10, 9), 1.5, 1.5)
    return _sign(lines=lines)


def _screen() -> tuple[QPainterPath, QPainterPath]:
    lines = QPainterPath()
    lines.addRoundedRect(QRectF(2, 3, 14, 10), 1.5, 1.5)
    lines.moveTo(6, 16)
    lines.lineTo(12, 16)
    return _sign([(7.5, 5.5), (11.5, 8), (7.5, 10.5)], lines=lines)


def _words() -> tuple[QPainterPath, QPainterPath]:
    lines = QPainterPath()
    lines.addRoundedRect(QRectF(2, 3, 14, 12), 1.5, 1.5)
    for left, right, y in ((5, 9, 12), (11, 13, 12)):
        lines.moveTo(left, y)
        lines.lineTo(right, y)
    return _sign(lines=lines)


_SIGNS: dict[str, Callable[[], tuple[QPainterPath, QPainterPath]]] = {
    "first": lambda: _sign(_bar(3), _triangle(15, 6)),
    "back": lambda: _sign(_bar(12), _triangle(11, 4)),
    "play": lambda: _sign(_triangle(5, 14)),
    "pause": lambda: _sign(_bar(5), [(x + 6, y) for x, y in _bar(5)]),
    "on": lambda: _sign(_bar(4), _triangle(7, 14)),
    "last": lambda: _sign(_triangle(3, 12), _bar(13)),
    "loop": _loop,
    "onion": _two_sheets,
    "captions": _words,
    "film": _screen,
}


def camera_path(panel: Panel, box: QRectF) -> QPainterPath:
    """Arrows in a square: toward its middle, out of it, or along the way of the camera.

    A free camera is shown by what it sees at first and at last.
    """
    path, middle, reach = QPainterPath(), box.center(), box.width() / 2
    if panel.path:
        for x, y, size in (panel.path.begin.shares, panel.path.end.shares):
            corner = box.topLeft() + QPointF(x * box.width(), y * box.height())
            path.addRect(QRectF(corner, box.size() * size))
    for (x0, y0), (x1, y1) in _WAYS[panel.camera]:
        tail = middle + QPointF(x0, y0) * reach
        _arrow(path, tail, middle + QPointF(x1, y1) * reach)
    return path


def _arrow(path: QPainterPath, tail: QPointF, tip: QPointF) -> None:
    way = tip - tail
    length = max(0.001, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    along = way * (3.2 / length)
    across = QPointF(-along.y(), along.x())
    path.moveTo(tail)
    path.lineTo(tip)
    path.moveTo(tip - along + across)
    path.lineTo(tip)
    path.lineTo(tip - along - across)


Way = tuple[tuple[float, float], tuple[float, float]]

_WAYS: dict[CameraMove, tuple[Way, ...]] = {  # from where to where, the middle is 0
    "still": (),
    "push in": (((-1, 1), (-0.15, 0.15)), ((1, -1), (0.15, -0.15))),
    "pull out": (((-0.15, 0.15), (-1, 1)), ((0.15, -0.15), (1, -1))),
    "pan left": (((1, 0), (-1, 0)),),
    "pan right": (((-1, 0), (1, 0)),),
    "tilt up": (((0, 1), (0, -1)),),
    "tilt down": (((0, -1), (0, 1)),),
    "free": (),
}


def transition_path(kind: str, box: QRectF) -> QPainterPath:
    """A wave for what is predicted, a cross for a dissolve."""
    path = QPainterPath()
    if kind == "dissolve":
        path.moveTo(box.topLeft())
        path.lineTo(box.bottomRight())
        path.moveTo(box.bottomLeft())
        path.lineTo(box.topRight())
        return path
    left, right, middle = box.left(), box.right(), box.center()
    path.moveTo(left, middle.y())
    path.cubicTo(left + 3, box.top() - 3, middle.x() - 2, box.top() - 3, middle.x(), middle.y())
    path.cubicTo(middle.x() + 2, box.bottom() + 3, right - 3, box.bottom() + 3, right, middle.y())
    return path
