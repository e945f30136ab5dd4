"""A picture as large as there is room, or two beside each other."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.letterbox import paint_picture, place_in
from ui.palette import Palette
from ui.take_strip import ShownTake


class LargePicture(QWidget):
    """One picture as large as there is room, or two side by side with their names below.

    `over_picture` lies on the first of them, `over_frame` on the frame of the film around it.
    """

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.colors, self.ratio = colors, 12 / 7
        self.own: float | None = None
        self.shown: list[tuple[ShownTake | None, str]] = []
        self.over_picture: QWidget | None = None
        self.over_frame: QWidget | None = None
        self.setMinimumSize(200, 120)

    def show_takes(
        self, shown: list[tuple[ShownTake | None, str]], ratio: float, own: float | None
    ) -> None:
        """Each take with what is said of it; None where there is no picture. `ratio` is that of
        the frame of the film, `own` that of the panel where it has one."""
        self.shown, self.ratio, self.own = shown, ratio, own
        self._lay_over()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_over()

    def _lay_over(self) -> None:
        frame = self.rect_of(0)
        if self.over_frame:
            self.over_frame.setGeometry(frame)
        if self.over_picture:
            self.over_picture.setGeometry(place_in(frame, self.own))

    def rect_of(self, column: int) -> QRect:
        """Where the frame of a picture is."""
        count = max(1, len(self.shown))
        wide = (self.width() - 24 * (count + 1)) // count
        room = QRect(24 + column * (wide + 24), 16, wide, self.height() - 52)
        width = min(room.width(), round(room.height() * self.ratio))
        place = QRect(0, 0, width, round(width / self.ratio))
        place.moveCenter(room.center())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self.colors.ground))
        for column, (shown, words) in enumerate(self.shown):
            self._paint(painter, self.rect_of(column), shown, words)
        if not self.shown:
            painter.setPen(QColor(self.colors.dim))
            told = self.tr("Select a panel on the board, or walk with the arrow keys.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, told)

    def _paint(self, painter: QPainter, place: QRect, shown: ShownTake | None, words: str) -> None:
        painter.fillRect(place, QColor(self.colors.surface))
        if shown is not None and not shown.picture.isNull():
            paint_picture(painter, place, shown.picture, self.own)
        else:
            if self.own:
                painter.fillRect(place_in(place, self.own), QColor(self.colors.raised))
            painter.setPen(QColor(self.colors.dim))
            wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            told = self.tr("Not drawn yet. Press Generate.")
            painter.drawText(place.adjusted(20, 10, -20, -10), wrap, told)
        painter.setPen(QColor(self.colors.dim))
        below = QRect(place.x(), place.bottom() + 4, place.width(), 24)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
