"""Draws the places: a sky, a ground and one or two big shapes each, by day and by night."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPolygonF

from storyboard.world.ink import filled

HORIZON = 0.7  # of the height, downwards


def draw_place(painter: QPainter, place: str, time: str, width: float, layout: int) -> None:
    """Paint `place` over (0, 0, width, 1), y downwards; `layout` draws its details by lot."""
    lot = Random(layout)
    night = time == "night"
    draw = {
        "forest": _forest, "beach": _beach, "mountains": _mountains, "city": _city,
        "desert": _desert, "snow": _snow, "castle": _castle, "bedroom": _bedroom, "moon": _moon,
    }[place]  # fmt: skip
    draw(painter, night, width, lot)


def _sky(painter: QPainter, width: float, lot: Random, night: bool, top: str, bottom: str) -> None:
    gradient = QLinearGradient(0, 0, 0, HORIZON)
    gradient.setColorAt(0, QColor("#131b4a" if night else top))
    gradient.setColorAt(1, QColor("#34407f" if night else bottom))
    painter.fillRect(QRectF(-0.1, -0.1, width + 0.2, 1.2), gradient)
    x = width * lot.choice((0.13, 0.87))
    if not night:
        filled(painter, "#ffe37a")
        painter.drawEllipse(QPointF(x, 0.13), 0.085, 0.085)
        return
    _stars(painter, width, 9)
    filled(painter, "#f6f0d2")
    painter.drawEllipse(QPointF(x, 0.13), 0.075, 0.075)
    filled(painter, "#171f50")
    painter.drawEllipse(QPointF(x + 0.035, 0.115), 0.062, 0.062)


def _stars(painter: QPainter, width: float, count: int) -> None:
    filled(painter, "#ffffff")
    steady = Random(count)  # always the same sky: what never repeats cannot be learnt
    for _ in range(count):
        painter.drawEllipse(QPointF(steady.random() * width, steady.random() * 0.5), 0.009, 0.009)


def _ground(painter: QPainter, width: float, color: str, top: float = HORIZON) -> None:
    filled(painter, color)
    painter.drawRect(QRectF(-0.1, top, width + 0.2, 1.2 - top))


def _polygon(painter: QPainter, color: str, *points: tuple[float, float]) -> None:
    filled(painter, color)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _by_time(night: bool, day_color: str, night_color: str) -> str:
    return night_color if night else day_color


def _forest(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    _sky(painter, width, lot, night, "#a9dfb8", "#d9f2d2")
    _ground(painter, width, _by_time(night, "#5aa05a", "#1f4a3c"))
    for x in (0.1, 0.32, 0.68, 0.9):
        middle = width * (x + lot.uniform(-0.04, 0.04))
        _pine(painter, middle, lot.uniform(0.55, 0.78), _by_time(night, "#2c7a43", "#143a30"))


def _pine(painter: QPainter, x: float, height: float, color: str) -> None:
    foot = HORIZON + 0.08
    filled(painter, "#6b4a30")
    painter.drawRect(QRectF(x - 0.025, foot - 0.1, 0.05, 0.12))
    for step in range(3):
        low = foot - 0.08 - step * height * 0.24
        half = 0.16 - 0.035 * step
        _polygon(painter, color, (x - half, low), (x + half, low), (x, low - height * 0.42))


def _beach(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    _sky(painter, width, lot, night, "#6cc6f2", "#c4ecfa")
    _ground(painter, width, _by_time(night, "#2586cf", "#1b3f86"), 0.52)
    _ground(painter, width, _by_time(night, "#f0d795", "#8d7c6c"), HORIZON)
    x, bend = width * lot.choice((0.1, 0.9)), lot.choice((-0.03, 0.03))
    trunk = ((x - 0.02, 0.8), (x + 0.025, 0.8), (x + bend + 0.02, 0.32), (x + bend - 0.015, 0.32))
    _polygon(painter, "#8a5a36", *trunk)
    leaf = _by_time(night, "#2fa356", "#1b5a43")
    for dx, dy in ((-0.2, 0.06), (-0.15, -0.1), (0.0, -0.16), (0.15, -0.1), (0.2, 0.06)):
        tip = (x + bend + dx, 0.32 + dy)
        _polygon(painter, leaf, (x + bend, 0.27), (x + bend, 0.35), tip)


def _mountains(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    _sky(painter, width, lot, night, "#86bdee", "#d4e8fa")
    rock = _by_time(night, "#777b93", "#3a3f63")
    for x, peak in ((0.2, 0.16), (0.82, 0.12), (0.5, 0.3)):
        middle, top = width * (x + lot.uniform(-0.05, 0.05)), peak + lot.uniform(-0.03, 0.03)
        half = (HORIZON - top) * 0.62
        _polygon(painter, rock, (middle - half, 0.71), (middle + half, 0.71), (middle, top))
        cap = half * 0.36
        snow = top + (0.71 - top) * 0.36
        _polygon(painter, "#f4f7fd", (middle - cap, snow), (middle + cap, snow), (middle, top))
    _ground(painter, width, _by_time(night, "#79ab5c", "#2b5245"))


def _city(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    _sky(painter, width, lot, night, "#b5d5ea", "#eef3f2")
    colors = ("#c96f5b", "#8b93b8", "#d9a35f", "#7c8a9a", "#b0788f")
    x = -0.06
    while x < width + 0.05:
        wide, top = lot.uniform(0.17, 0.26), lot.uniform(0.1, 0.36)
        _polygon(
            painter, QColor(lot.choice(colors)).darker(210 if night else 100).name(),
            (x, 0.75), (x, top), (x + wide, top), (x + wide, 0.75),
        )  # fmt: skip
        filled(painter, "#ffdf7a" if night else "#e8f4fb")
        for column in (0.2, 0.6):
            for row in range(4):
                corner = QPointF(x + wide * column, top + 0.05 + row * 0.125)
                painter.drawRect(QRectF(corner.x(), corner.y(), wide * 0.2, 0.06))
        x += wide
    _ground(painter, width, _by_time(night, "#8d8d95", "#3e3e4b"), 0.72)


def _desert(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    _sky(painter, width, lot, night, "#f9b66b", "#fde5b0")
    shade = _by_time(night, "#dd9a4d", "#6f5560")
    filled(painter, shade)
    for x in (0.25, 0.8):
        painter.drawEllipse(QPointF(width * x, 0.76), width * 0.4, lot.uniform(0.14, 0.22))
    _ground(painter, width, _by_time(night, "#eeb868", "#85666a"), 0.74)
    green = QColor(_by_time(night, "#3f9a4f", "#1f5a48"))
    x = width * lot.choice((0.12, 0.88))
    filled(painter, green)
    for rect in (
        QRectF(x - 0.045, 0.28, 0.09, 0.52), QRectF(x - 0.14, 0.36, 0.06, 0.2),
        QRectF(x + 0.08, 0.42, 0.06, 0.18), QRectF(x - 0.14, 0.5, 0.14, 0.06),
        QRectF(x, 0.54, 0.14, 0.06),
    ):  # fmt: skip
        painter.drawRoundedRect(rect, 0.03, 0.03)


def _snow(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    _sky(painter, width, lot, night, "#c3d6ea", "#eef4fa")
    _ground(painter, width, _by_time(night, "#ffffff", "#9fb2da"), 0.66)
    for x in (0.12, 0.86):
        middle = width * (x + lot.uniform(-0.04, 0.04))
        _pine(painter, middle, lot.uniform(0.5, 0.65), _by_time(night, "#7fb3b5", "#3c6480"))
    filled(painter, "#ffffff")
    steady = Random(26)
    for _ in range(26):
        at = QPointF(steady.random() * width, steady.random() * 0.75)
        painter.drawEllipse(at, 0.014, 0.014)


def _castle(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    _sky(painter, width, lot, night, "#9fd4f4", "#e2f4fb")
    stone = _by_time(night, "#b9b2c4", "#5a5578")
    roof = _by_time(night, "#d9507c", "#7a3560")
    filled(painter, stone)
    painter.drawRect(QRectF(width * 0.14, 0.4, width * 0.72, 0.36))
    for x in (0.14, 0.86):
        middle, top = width * x, 0.26 + lot.uniform(-0.03, 0.03)
        filled(painter, stone)
        painter.drawRect(QRectF(middle - 0.11, top, 0.22, 0.5))
        _polygon(painter, roof, (middle - 0.15, top), (middle + 0.15, top), (middle, top - 0.24))
        filled(painter, _by_time(night, "#5a5068", "#ffdf7a"))
        painter.drawRect(QRectF(middle - 0.03, top + 0.1, 0.06, 0.1))
    _ground(painter, width, _by_time(night, "#7cc05a", "#2c5c46"), 0.74)


def _bedroom(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    painter.fillRect(
        QRectF(-0.1, -0.1, width + 0.2, 1.2), QColor(_by_time(night, "#f1dfbd", "#6a5f7e"))
    )
    _ground(painter, width, _by_time(night, "#c08a55", "#54405a"), 0.78)
    window, bed = (0.08, 0.62) if lot.random() < 0.5 else (0.62, -0.06)
    filled(painter, "#ffffff")
    painter.drawRect(QRectF(width * window, 0.1, width * 0.3, 0.34))
    filled(painter, _by_time(night, "#8fd0f5", "#1b2560"))
    for row, column in ((0, 0), (0, 1), (1, 0), (1, 1)):
        left = width * (window + 0.015 + 0.14 * column)
        painter.drawRect(QRectF(left, 0.12 + 0.16 * row, width * 0.13, 0.14))
    filled(painter, _by_time(night, "#8a5a36", "#4a3348"))
    painter.drawRect(QRectF(width * bed, 0.5, width * 0.44, 0.4))
    filled(painter, _by_time(night, "#e0637a", "#7d3f66"))
    painter.drawRoundedRect(QRectF(width * bed, 0.6, width * 0.44, 0.2), 0.03, 0.03)
    filled(painter, _by_time(night, "#fffaf0", "#b8b0cc"))
    painter.drawRoundedRect(QRectF(width * (bed + 0.03), 0.53, width * 0.16, 0.1), 0.03, 0.03)


CRATERS = ((0.1, 0.8, 0.09), (0.85, 0.84, 0.07), (0.3, 0.95, 0.1), (0.7, 0.77, 0.05))


def _moon(painter: QPainter, night: bool, width: float, lot: Random) -> None:
    painter.fillRect(QRectF(-0.1, -0.1, width + 0.2, 1.2), QColor("#0d0a1c"))
    _stars(painter, width, 22)
    x, y = width * lot.choice((0.15, 0.85)), lot.uniform(0.15, 0.22)
    filled(painter, "#c46ad0")
    painter.drawEllipse(QPointF(x, y), 0.12, 0.12)
    filled(painter, "#f0dca8")
    painter.drawEllipse(QPointF(x, y), 0.2, 0.03)
    _ground(painter, width, _by_time(night, "#b3b1bf", "#77768a"), HORIZON)
    filled(painter, _by_time(night, "#8f8da0", "#5b5a70"))
    for at_x, at_y, size in CRATERS:
        painter.drawEllipse(QPointF(at_x * width, at_y), size, 0.022)
