"""Paints the pages of a shot sheet with the painter of all pages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from storyboard.pages.layout import MARGIN, PAPERS, Box
from storyboard.pages.painter import FAINT, INK, PAPER, POINT, Painter, smooth
from storyboard.pages.shot_sheet import (
    HEAD,
    LABEL_POINTS,
    PlacedShot,
    ShotPage,
    ShotSheet,
    lay_out_shots,
)

RIGHT = Qt.AlignmentFlag.AlignRight
RULE = 0.25  # mm


class ShotPainter:
    """The pages of one sheet; `paint` draws one of them in a painter whose unit is the mm."""

    def __init__(self, sheet: ShotSheet, painter: Painter) -> None:
        self.sheet, self.painter = sheet, painter
        self.pages = lay_out_shots(sheet, painter.measure)
        self.width, self.height = PAPERS[sheet.paper]

    def paint(self, canvas: QPainter, row: int) -> None:
        smooth(canvas)
        canvas.fillRect(QRectF(0, 0, self.width, self.height), PAPER)
        self._header(canvas, self.pages[row])
        for placed in self.pages[row].shots:
            self._shot(canvas, placed)

    def _header(self, canvas: QPainter, page: ShotPage) -> None:
        count = len(self.pages)
        told = self.sheet.terms.page.format(number=page.number, count=count)
        wide = self.width - 2 * MARGIN
        first, second = Box(MARGIN, MARGIN - 3, wide, 6), Box(MARGIN, MARGIN + 3.5, wide, 4)
        text = self.painter.text
        text(canvas, self.sheet.title, first, 13 * POINT, INK, bold=True)
        text(canvas, self.sheet.date, first, 9 * POINT, INK, align=RIGHT)
        text(canvas, page.scenes, second, 8.5 * POINT, INK)
        text(canvas, told, second, 8.5 * POINT, INK, align=RIGHT)
        canvas.setPen(QPen(INK, RULE))
        y = MARGIN + HEAD - 5.5
        canvas.drawLine(QPointF(MARGIN, y), QPointF(self.width - MARGIN, y))

    def _shot(self, canvas: QPainter, placed: PlacedShot) -> None:
        shot, text, points = placed.shot, self.painter.text, placed.points
        text(canvas, shot.name, placed.name, 10 * POINT, INK, bold=True)
        name = Box(placed.picture.x, placed.name.y + 0.4, placed.picture.width, placed.name.height)
        text(canvas, shot.duration, name, 8.5 * POINT, FAINT, align=RIGHT)
        self.painter.picture(canvas, shot.picture, shot.name, placed.picture, shot.ratio)
        label = min(LABEL_POINTS, points) * POINT
        for line in placed.lines:
            text(canvas, line.label, line.label_box, label, FAINT)
            text(canvas, line.text, line.text_box, points * POINT, INK)
