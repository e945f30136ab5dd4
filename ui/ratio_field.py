"""The ratio of panels' pictures: the story's, one that artists know, or one that is typed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from storyboard.board import Board, Panel
from storyboard.ratios import RATIOS, picture_size, ratio_told
from ui.fields import Mixed, shared, told_mixed

ICON = 16  # pixels
SCALE = 3  # in which it is drawn, so that it is sharp on fine screens


class RatioField(QComboBox):
    """Says what was chosen or typed, as in `16:9`; empty words are the story's ratio."""

    chosen = Signal(str)
    told, story = "", Fraction(1)  # what is shown; the ratio of the story

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Ratio"))
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.addItems([self.tr("As the story"), *RATIOS])
        self.setMaxVisibleItems(self.count())
        self.activated.connect(lambda row: self._say(self.itemText(row)))
        self.line.editingFinished.connect(lambda: self._say(self.currentText()))

    def show_panels(self, board: Board, panels: Sequence[Panel]) -> None:
        ratio = shared(panel.ratio for panel in panels)
        mixed = isinstance(ratio, Mixed)
        self.told = "" if mixed else ratio_told(ratio) if ratio else self.itemText(0)
        self.setCurrentIndex(self.findText(self.told))
        self.setEditText(self.told)
        self.line.setPlaceholderText(told_mixed() if mixed else "")
        self.line.setCursorPosition(0)
        size = shared(picture_size(board, panel) for panel in panels)
        ways = self.tr("Choose a ratio, or type one as in 3:2.")
        if size and not isinstance(size, Mixed):
            ways += "\n" + self.tr("Drawn with {} × {} pixels").format(*size)
        self.setToolTip(ways)
        if self.story != Fraction(board.width, board.height):
            self.story = Fraction(board.width, board.height)
            self._draw()

    def _say(self, words: str) -> None:
        if words.strip() != self.told:
            self.told = words.strip()
            self.chosen.emit("" if self.told == self.itemText(0) else self.told)

    def _draw(self) -> None:
        for row, ratio in enumerate((self.story, *RATIOS.values())):
            self.setItemIcon(row, self._icon(float(ratio)))

    def _icon(self, ratio: float) -> QIcon:
        """A frame of this ratio."""
        made = QPixmap(ICON * SCALE, ICON * SCALE)
        made.fill(Qt.GlobalColor.transparent)
        made.setDevicePixelRatio(SCALE)
        size = QSizeF(ratio, 1).scaled(ICON - 2, ICON - 2, Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(0, 0, size.width(), size.height())
        frame.moveCenter(QRectF(0, 0, ICON, ICON).center())
        painter = QPainter(made)
        painter.setPen(QPen(self.palette().text().color(), 1.2))
        painter.drawRect(frame)
        painter.end()
        return QIcon(made)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
