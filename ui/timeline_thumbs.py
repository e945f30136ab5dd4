"""The pictures of the timeline's clips, read a few at a time, so that a long film never holds the
window up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from storyboard.board import Panel

READ_AT_ONCE = 12  # pictures


class Thumbs:
    """Pictures as high as a clip, each read once; `shown_on` is painted again for what is left."""

    def __init__(
        self, picture: Callable[[Panel], QPixmap | None], shown_on: QWidget, height: int
    ) -> None:
        self.picture, self.shown_on, self.height = picture, shown_on, height
        self._read: dict[tuple[str, int], QPixmap] = {}
        self._left = READ_AT_ONCE

    def begin(self) -> None:
        """A painting begins."""
        self._left = READ_AT_ONCE

    def thumb(self, panel: Panel, read: bool) -> QPixmap | None:
        """The panel's picture; if it may not be read, only where it was."""
        if panel.take is None:
            return None
        key = (panel.take, round(self.shown_on.devicePixelRatioF() * 100))
        if key not in self._read and read:
            if self._left == 0:
                QTimer.singleShot(0, self.shown_on.update)
                return None
            self._left -= 1
            self._read[key] = self._made(panel)
        thumb = self._read.get(key)
        return None if thumb is None or thumb.isNull() else thumb

    def _made(self, panel: Panel) -> QPixmap:
        """Of a damaged picture an empty one, so that it is not read again."""
        whole, ratio = self.picture(panel) or QPixmap(), self.shown_on.devicePixelRatioF()
        if whole.isNull():
            return QPixmap()
        high = round(self.height * ratio)
        thumb = whole.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation)
        thumb.setDevicePixelRatio(ratio)
        return thumb

    def forget(self) -> None:
        """Another project is shown."""
        self._read.clear()
