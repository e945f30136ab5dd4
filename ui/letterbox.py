"""Where a picture stands in the frame it is shown in: it fills it, or stands whole between bars
where its panel has a ratio of its own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from storyboard.ratios import middle_of


def place_in(frame: QRect, ratio: float | None) -> QRect:
    """Of a picture with a ratio of its own, in whole pixels; one without fills the frame."""
    if ratio is None:
        return frame
    x, y, wide, high = middle_of(frame.width(), frame.height(), ratio)
    return QRect(frame.x() + round(x), frame.y() + round(y), round(wide), round(high))


def filling(picture: QPixmap, place: QRect) -> QRectF:
    """The middle of a picture in the ratio of a place, so that it fills it."""
    return QRectF(*middle_of(picture.width(), picture.height(), place.width() / place.height()))


def paint_picture(painter: QPainter, frame: QRect, picture: QPixmap, ratio: float | None) -> None:
    """Nothing is painted where the bars are."""
    place = place_in(frame, ratio)
    painter.drawPixmap(QRectF(place), picture, filling(picture, place))
