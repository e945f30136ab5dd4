"""Draws one character: a flat cartoon figure in body units, facing right, y upwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from storyboard.world import vocabulary as words
from storyboard.world.head import draw_head
from storyboard.world.ink import INK, LINE, outlined
from storyboard.world.look import Look
from storyboard.world.pose import Joints, Point, Pose, holding, joints


def draw_figure(painter: QPainter, look: Look, pose: Pose, expression: str, *, book: bool) -> None:
    """Paint the figure from back to front; `book` puts an open book into both hands."""
    carried = look.prop if not book else "none"
    body = joints(holding(pose) if carried != "none" else pose)
    skin = QColor(words.SKIN_COLORS[look.skin])
    top = QColor(words.CLOTH_COLORS[look.top])
    _draw_tail(painter, look, body, skin)
    _draw_hair_behind(painter, look, body)
    if carried != "none":
        _draw_prop(painter, carried, body.back_arm[2])
    _draw_legs(painter, look, body, skin)
    _draw_arm(painter, body.back_arm, top, skin)
    _draw_torso(painter, look, body, pose, top)
    if not book:
        _draw_arm(painter, body.front_arm, top, skin)
    painter.save()
    painter.translate(*body.head)
    painter.rotate(pose.tilt - pose.lean)
    draw_head(painter, look, expression)
    painter.restore()
    if book:
        _draw_arm(painter, body.front_arm, top, skin)
        _draw_arm(painter, body.back_arm, top, skin)
        _draw_book(painter, body)


def _draw_limb(painter: QPainter, points: Sequence[Point], width: float, fill: QColor) -> None:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    for color, thickness in ((INK, width + 2 * LINE), (fill, width)):
        pen = QPen(color, thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)


def _draw_arm(
    painter: QPainter, arm: tuple[Point, Point, Point], sleeve: QColor, skin: QColor
) -> None:
    shoulder, elbow, hand = arm
    _draw_limb(painter, (elbow, hand), 0.72, skin)
    _draw_limb(painter, (shoulder, elbow), 0.78, sleeve)


def _draw_legs(painter: QPainter, look: Look, body: Joints, skin: QColor) -> None:
    bottom = QColor(words.CLOTH_COLORS[look.bottom])
    bare = look.kind == "girl"
    for hip, knee, foot in (body.back_leg, body.front_leg):
        _draw_limb(painter, (knee, foot), 0.82, skin if bare else bottom)
        _draw_limb(painter, (hip, knee), 0.86, skin if bare else bottom)
        _draw_limb(painter, (foot, (foot[0] + 0.35, foot[1])), 0.72, QColor("#4a4048"))


def _draw_torso(painter: QPainter, look: Look, body: Joints, pose: Pose, top: QColor) -> None:
    painter.save()
    painter.translate(*body.hips)
    painter.rotate(-pose.lean)
    outlined(painter, QColor(words.CLOTH_COLORS[look.bottom]))
    painter.drawPath(_skirt() if look.kind == "girl" else _seat())
    outlined(painter, top)
    painter.drawPath(_shirt(square=look.kind == "robot"))
    if look.kind == "robot":
        outlined(painter, "#f2efc4")
        painter.drawEllipse(QPointF(0.1, 1.55), 0.45, 0.45)
    painter.restore()


def _shirt(*, square: bool) -> QPainterPath:
    path = QPainterPath()
    if square:
        path.addRoundedRect(QRectF(-1.3, -0.1, 2.6, 2.75), 0.2, 0.2)
        return path
    path.moveTo(-1.15, 0)
    path.lineTo(1.15, 0)
    path.lineTo(1.25, 2.1)
    path.quadTo(1.2, 2.7, 0.6, 2.7)
    path.lineTo(-0.6, 2.7)
    path.quadTo(-1.2, 2.7, -1.25, 2.1)
    path.closeSubpath()
    return path


def _skirt() -> QPainterPath:
    path = QPainterPath(QPointF(-1.1, 0.4))
    path.lineTo(1.1, 0.4)
    path.lineTo(1.85, -1.35)
    path.lineTo(-1.85, -1.35)
    path.closeSubpath()
    return path


def _seat() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-1.15, -0.65, 2.3, 1.1), 0.4, 0.4)
    return path


def _draw_tail(painter: QPainter, look: Look, body: Joints, skin: QColor) -> None:
    x, y = body.hips
    if look.kind == "cat":
        _draw_limb(painter, ((x - 0.8, y), (x - 2.0, y + 0.2), (x - 2.3, y + 1.9)), 0.5, skin)
    elif look.kind == "rabbit":
        outlined(painter, "#ffffff")
        painter.drawEllipse(QPointF(x - 1.3, y + 0.1), 0.65, 0.65)


def _draw_hair_behind(painter: QPainter, look: Look, body: Joints) -> None:
    if look.kind != "girl":
        return
    outlined(painter, QColor(words.HAIR_INKS[look.hair]))
    x, y = body.head
    if look.hair_style == "long":
        painter.drawRoundedRect(QRectF(x - 2.25, y - 3.1, 4.5, 4.6), 1.3, 1.3)
        return
    for side in (-1, 1):
        painter.drawEllipse(QPointF(x + side * 2.55, y - 0.5), 0.75, 1.55)


def _draw_book(painter: QPainter, body: Joints) -> None:
    x = (body.front_arm[2][0] + body.back_arm[2][0]) / 2
    y = (body.front_arm[2][1] + body.back_arm[2][1]) / 2 + 0.35
    outlined(painter, "#fffdf2")
    for side in (-1, 1):
        page = QPainterPath(QPointF(x, y - 0.75))
        page.lineTo(x + side * 1.35, y - 0.45)
        page.lineTo(x + side * 1.35, y + 0.95)
        page.lineTo(x, y + 0.65)
        page.closeSubpath()
        painter.drawPath(page)


def _draw_prop(painter: QPainter, prop: str, hand: Point) -> None:
    x, y = hand
    if prop == "balloon":
        _draw_limb(painter, ((x, y), (x - 0.2, y + 2.3)), 0.0, INK)
        outlined(painter, "#e8414f")
        painter.drawEllipse(QPointF(x - 0.3, y + 3.4), 1.15, 1.4)
    elif prop == "flower":
        _draw_limb(painter, ((x, y - 0.5), (x - 0.1, y + 1.3)), 0.22, QColor("#2fa356"))
        outlined(painter, "#fff3f7")
        for dx, dy in ((-0.55, 0), (0.55, 0), (0, 0.55), (0, -0.55)):
            painter.drawEllipse(QPointF(x - 0.1 + dx, y + 1.8 + dy), 0.5, 0.5)
        outlined(painter, "#fbcd35")
        painter.drawEllipse(QPointF(x - 0.1, y + 1.8), 0.45, 0.45)
    else:
        _draw_umbrella(painter, x, y)


def _draw_umbrella(painter: QPainter, x: float, y: float) -> None:
    _draw_limb(painter, ((x, y - 0.6), (x, y + 5.4)), 0.15, QColor("#6b5a4a"))
    outlined(painter, "#f06aa6")
    dome = QPainterPath(QPointF(x - 2.6, y + 4.4))
    dome.cubicTo(x - 2.3, y + 7.4, x + 2.3, y + 7.4, x + 2.6, y + 4.4)
    dome.closeSubpath()
    painter.drawPath(dome)
