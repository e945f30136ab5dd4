"""The pens and brushes of the drawn world: one dark outline and flat fills."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

INK = QColor("#241c2a")
LINE = 0.2


def outlined(painter: QPainter, fill: QColor | str) -> None:
    """The world's outline around a flat fill."""
    pen = QPen(INK, LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush(QColor(fill)))


def filled(painter: QPainter, fill: QColor | str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(fill)))


def stroked(painter: QPainter, width: float) -> None:
    painter.setPen(QPen(INK, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
