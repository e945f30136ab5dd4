"""Draws a head at the origin: ears, hair, face, glasses and hat, facing right, y upwards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from storyboard.world import vocabulary as words
from storyboard.world.ink import INK, filled, outlined, stroked
from storyboard.world.look import Look

TURN = 0.4  # how far the face sits towards the facing side


def draw_head(painter: QPainter, look: Look, expression: str) -> None:
    skin = QColor(words.SKIN_COLORS[look.skin])
    if look.kind in words.ANIMALS:
        _draw_ears(painter, look.kind, skin)
    if look.kind == "robot":
        _draw_robot_skull(painter, skin)
    else:
        outlined(painter, skin)
        painter.drawEllipse(QPointF(0, 0), 2.1 if look.kind in words.PEOPLE else 2.3, 2.05)
    if look.kind in words.PEOPLE:
        _draw_hair(painter, look)
    _draw_muzzle(painter, look.kind)
    _draw_eyes(painter, look.kind)
    _draw_mouth(painter, look.kind, expression)
    if look.glasses == "glasses":
        _draw_glasses(painter)
    _draw_hat(painter, look.hat)


def _draw_ears(painter: QPainter, kind: str, skin: QColor) -> None:
    for side in (-1, 1):
        outlined(painter, skin)
        if kind == "cat":
            ear = QPainterPath(QPointF(side * 2.1, 0.6))
            ear.lineTo(side * 2.0, 3.0)
            ear.lineTo(side * 0.5, 1.8)
            painter.drawPath(ear)
        elif kind == "bear":
            painter.drawEllipse(QPointF(side * 1.75, 1.55), 0.85, 0.85)
            filled(painter, "#f0b9a0")
            painter.drawEllipse(QPointF(side * 1.75, 1.55), 0.4, 0.4)
        else:
            painter.drawEllipse(QPointF(side * 1.05, 2.9), 0.6, 1.7)
            filled(painter, "#f4a9b8")
            painter.drawEllipse(QPointF(side * 1.05, 2.9), 0.25, 1.15)


def _draw_robot_skull(painter: QPainter, skin: QColor) -> None:
    stroked(painter, 0.3)
    painter.drawLine(QPointF(0, 1.8), QPointF(0, 2.6))
    outlined(painter, "#f28a2e")
    painter.drawEllipse(QPointF(0, 2.8), 0.42, 0.42)
    outlined(painter, skin)
    painter.drawRoundedRect(QRectF(-2.2, -1.85, 4.4, 3.75), 0.5, 0.5)


def _draw_hair(painter: QPainter, look: Look) -> None:
    outlined(painter, QColor(words.HAIR_INKS[look.hair]))
    if look.hair_style == "curly":
        for x, y in ((-1.9, 0.5), (-1.6, 1.35), (-0.8, 1.9), (0.1, 2.05), (1.0, 1.8), (1.7, 1.1)):
            painter.drawEllipse(QPointF(x, y), 0.75, 0.7)
        return
    fringe = QPainterPath(QPointF(-2.15, -0.3))
    fringe.cubicTo(-2.5, 2.9, 2.5, 2.9, 2.15, 0.35)
    fringe.quadTo(1.0, 1.4, -0.2, 1.05)
    fringe.quadTo(-1.3, 0.9, -1.5, -0.3)
    fringe.closeSubpath()
    painter.drawPath(fringe)


def _draw_muzzle(painter: QPainter, kind: str) -> None:
    if kind in words.PEOPLE:
        filled(painter, "#66e0564f")
        for x in (-1.1, 1.75):
            painter.drawEllipse(QPointF(x, -0.65), 0.32, 0.24)
    if kind == "bear":
        filled(painter, "#f3e0c8")
        painter.drawEllipse(QPointF(TURN, -0.75), 1.05, 0.85)
    if kind in words.ANIMALS:
        filled(painter, "#241c2a" if kind == "bear" else "#ef7f92")
        painter.drawEllipse(QPointF(TURN, -0.4), 0.3, 0.22)
    if kind == "cat":
        stroked(painter, 0.12)
        for side in (-1, 1):
            for dy in (-0.25, 0.1):
                start = QPointF(TURN + side * 1.0, -0.65 + dy)
                painter.drawLine(start, QPointF(TURN + side * 2.2, -0.7 + 2.2 * dy))


def _draw_eyes(painter: QPainter, kind: str) -> None:
    for x in (TURN - 0.8, TURN + 0.8):
        if kind == "robot":
            outlined(painter, "#58e4f2")
            painter.drawEllipse(QPointF(x, 0.3), 0.55, 0.55)
            continue
        filled(painter, "#241c2a")
        painter.drawEllipse(QPointF(x, 0.15), 0.3, 0.42)
        filled(painter, "#ffffff")
        painter.drawEllipse(QPointF(x + 0.08, 0.3), 0.11, 0.13)


def _draw_mouth(painter: QPainter, kind: str, expression: str) -> None:
    y = -1.05
    if expression == "surprised":
        outlined(painter, "#8c2f3c")
        painter.drawEllipse(QPointF(TURN, y - 0.1), 0.34, 0.4)
        return
    bend = -0.85 if expression == "happy" else 0.7
    shift = 0.2 if expression == "happy" else -0.35
    mouth = QPainterPath(QPointF(TURN - 0.62, y + shift))
    mouth.quadTo(TURN, y + shift + bend, TURN + 0.62, y + shift)
    stroked(painter, 0.22)
    painter.drawPath(mouth)


def _draw_glasses(painter: QPainter) -> None:
    painter.setPen(QPen(INK, 0.24))
    painter.setBrush(QBrush(QColor(255, 255, 255, 90)))
    for x in (TURN - 0.85, TURN + 0.85):
        painter.drawEllipse(QPointF(x, 0.2), 0.72, 0.72)
    painter.drawLine(QPointF(TURN - 1.55, 0.3), QPointF(-2.0, 0.45))


def _draw_hat(painter: QPainter, hat: str) -> None:
    if hat == "cap":
        outlined(painter, "#e03a3a")
        painter.drawPath(_dome(1.95, 0.95, 2.9))
        painter.drawRoundedRect(QRectF(0.4, 0.8, 2.7, 0.5), 0.25, 0.25)
    elif hat == "top hat":
        outlined(painter, "#39343f")
        painter.drawRect(QRectF(-1.3, 1.2, 2.6, 2.5))
        filled(painter, "#e03a3a")
        painter.drawRect(QRectF(-1.2, 1.55, 2.4, 0.5))
        outlined(painter, "#39343f")
        painter.drawRoundedRect(QRectF(-2.2, 1.0, 4.4, 0.55), 0.25, 0.25)
    elif hat == "woolly hat":
        outlined(painter, "#2f6fdc")
        painter.drawPath(_dome(2.05, 0.9, 3.1))
        outlined(painter, "#ffffff")
        painter.drawRoundedRect(QRectF(-2.2, 0.65, 4.4, 0.7), 0.3, 0.3)
        painter.drawEllipse(QPointF(0, 2.75), 0.6, 0.6)
    elif hat == "crown":
        outlined(painter, "#f5c42c")
        crown = QPainterPath(QPointF(-1.6, 1.1))
        for x, y in ((-1.8, 3.0), (-0.85, 2.1), (0, 3.2), (0.85, 2.1), (1.8, 3.0), (1.6, 1.1)):
            crown.lineTo(x, y)
        crown.closeSubpath()
        painter.drawPath(crown)


def _dome(radius: float, bottom: float, top: float) -> QPainterPath:
    path = QPainterPath(QPointF(-radius, bottom))
    path.cubicTo(-radius, top + 0.1, radius, top + 0.1, radius, bottom)
    path.closeSubpath()
    return path
