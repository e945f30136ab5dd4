"""Pictures at the size of a card, read a little at a time so that scrolling never waits."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from storyboard.board import Panel, TakeId

BUDGET = 0.008  # seconds of reading before the window may paint again
KEPT = 240  # pictures; some 70 MB where four cards stand side by side


class Thumbnails(QObject):
    """Gives what has been read already; `arrived` says that there is more to paint."""

    arrived = Signal()

    def __init__(self, picture: Callable[[Panel], QPixmap | None]) -> None:
        super().__init__()
        self.picture = picture
        self.size = QSize()
        self._kept: OrderedDict[tuple[TakeId, int, int], QPixmap] = OrderedDict()
        self._wanted: dict[TakeId, Panel] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)

    def begin(self, size: QSize) -> None:
        """A new painting, of pictures that fill so many pixels; older wishes are forgotten."""
        self.size = size
        self._wanted.clear()

    def of(self, panel: Panel) -> QPixmap | None:
        if panel.take is None:
            return None
        key = self._key(panel.take)
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

    def _key(self, take: TakeId) -> tuple[TakeId, int, int]:
        return take, self.size.width(), self.size.height()

    def _read(self) -> None:
        end = time.monotonic() + BUDGET
        while self._wanted and time.monotonic() < end:
            take, panel = next(iter(self._wanted.items()))
            del self._wanted[take]
            picture = self.picture(panel)
            if picture is not None:
                self._keep(take, picture)
        self.arrived.emit()
        if self._wanted:
            self._timer.start(0)

    def _keep(self, take: TakeId, picture: QPixmap) -> None:
        fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        self._kept[self._key(take)] = picture.scaled(self.size, fill, smooth)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
