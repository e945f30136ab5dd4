"""Pictures at the size of a card, read a little at a time so that scrolling never waits."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from storyboard.board import Board, Panel, TakeId
from storyboard.ratios import own_ratio
from ui.letterbox import paint_picture, place_in

BUDGET = 0.008  # seconds of reading before the window may paint again
KEPT = 240  # pictures; some 70 MB where four cards stand side by side
Key = tuple[TakeId, float | None, int, int]  # ratio of its own, width, height


class Thumbnails(QObject):
    """Gives what has been read already; `arrived` says that there is more to paint."""

    arrived = Signal()

    def __init__(self, picture: Callable[[Panel], QPixmap | None]) -> None:
        super().__init__()
        self.picture = picture
        self.board, self.size = Board(), QSize()
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._wanted: dict[TakeId, Panel] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)

    def begin(self, board: Board, size: QSize) -> None:
        """A new painting, of pictures in frames of so many pixels; older wishes are forgotten."""
        self.board, self.size = board, size
        self._wanted.clear()

    def of(self, panel: Panel) -> QPixmap | None:
        if panel.take is None:
            return None
        key = self._key(panel)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._wanted[panel.take] = panel
        self._timer.start(0)
        return None

    def forget(self) -> None:
        """Another project is shown."""
        self._kept.clear()
        self._wanted.clear()

    def _key(self, panel: Panel) -> Key:
        ratio = own_ratio(self.board, panel)
        return panel.take or "", ratio, self.size.width(), self.size.height()

    def _read(self) -> None:
        end = time.monotonic() + BUDGET
        while self._wanted and time.monotonic() < end:
            take, panel = next(iter(self._wanted.items()))
            del self._wanted[take]
            picture = self.picture(panel)
            if picture is not None:
                self._keep(panel, picture)
        self.arrived.emit()
        if self._wanted:
            self._timer.start(0)

    def _keep(self, panel: Panel, picture: QPixmap) -> None:
        ratio = own_ratio(self.board, panel)
        fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        place = place_in(QRect(QPoint(), self.size), ratio)
        made = picture.scaled(place.size(), fill, smooth)
        self._kept[self._key(panel)] = made if ratio is None else self._between_bars(made, ratio)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def _between_bars(self, picture: QPixmap, ratio: float) -> QPixmap:
        """A whole frame; where the bars are, what is below it is seen."""
        made = QPixmap(self.size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        paint_picture(painter, made.rect(), picture, ratio)
        painter.end()
        return made
