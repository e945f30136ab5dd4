"""Paints the line above the cards of a scene, and the place where a scene has no cards."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from storyboard.timing import show_clock
from ui.board_layout import EDGE, Header
from ui.palette import Palette


def tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("SceneHeader", text, None, count)


def told_scene(header: Header) -> str:
    """As in `2 · EXT. MOON - NIGHT`."""
    return f"{header.number} · {header.scene.heading or tr('Scene without a heading')}"


def told_length(header: Header, rate: Fraction) -> str:
    """As in `4 panels · 0:06.5`, and the mood where there is one."""
    clock = show_clock(sum(panel.frames for panel in header.panels), rate)
    length = tr("%n panel(s) · {}", len(header.panels)).format(clock)
    return f"{length} · {header.scene.mood}" if header.scene.mood else length


def paint_header(painter: QPainter, header: Header, rate: Fraction, colors: Palette) -> None:
    plain, bold = QFont(painter.font()), QFont(painter.font())
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    metrics, middle = painter.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
    room = header.rect.width() - 220
    title = metrics.elidedText(told_scene(header), Qt.TextElideMode.ElideRight, max(80, room))
    painter.setPen(QColor(colors.text))
    painter.drawText(header.rect, middle, title)
    wide = metrics.horizontalAdvance(title)
    painter.setFont(plain)
    painter.setPen(QColor(colors.dim))
    painter.drawText(header.rect.adjusted(wide + 14, 0, 0, 0), middle, told_length(header, rate))


def paint_empty_place(painter: QPainter, place: QRect, width: int, colors: Palette) -> None:
    """A dashed place that says what can be done there."""
    whole = QRect(place.x(), place.y(), width - 2 * EDGE, place.height())
    pen = QPen(QColor(colors.line), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRoundedRect(whole, 7, 7)
    painter.setPen(QColor(colors.dim))
    told = tr("No panels yet. Drop some here.")
    painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, told)
