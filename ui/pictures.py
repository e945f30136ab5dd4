"""The pictures of takes as the window shows them, read once from the project."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QPixmap

from storyboard.board import Panel, PanelId, Reference
from storyboard.project import Project
from storyboard.take import Take

KEPT = 64 * 1024 * 1024  # bytes of pixels


class Pictures:
    """Reads proxies, so that a missing original never leaves a hole in the board."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._bytes = 0
        self._takes: dict[PanelId, tuple[Take, ...]] = {}

    def of_panel(self, panel: Panel) -> QPixmap | None:
        return self.of_take(self.project.take(panel.take)) if panel.take else None

    def of_take(self, take: Take | Reference) -> QPixmap:
        """Of a take or a reference picture; those not seen for long are read again."""
        if take.sha256 in self._pixmaps:
            self._pixmaps.move_to_end(take.sha256)
            return self._pixmaps[take.sha256]
        pixmap = QPixmap()
        pixmap.loadFromData(self.project.proxy(take))
        self._pixmaps[take.sha256] = pixmap
        self._bytes += _size(pixmap)
        while self._bytes > KEPT and len(self._pixmaps) > 1:
            _, old = self._pixmaps.popitem(last=False)
            self._bytes -= _size(old)
        return pixmap

    def takes_of(self, panel: Panel) -> tuple[Take, ...]:
        """Those that are not in the trash."""
        return tuple(one for one in self.all_takes_of(panel) if one.id not in panel.discarded)

    def all_takes_of(self, panel: Panel) -> tuple[Take, ...]:
        return self.takes_of_id(panel.id)

    def takes_of_id(self, one: PanelId) -> tuple[Take, ...]:
        """Of a panel, or the portraits of a character."""
        if one not in self._takes:
            self._takes[one] = self.project.takes_of(one)
        return self._takes[one]

    def place_of_take(self, panel: Panel) -> tuple[int, int]:
        """Which take is chosen, counted from 1, 0 if none is, and how many there are."""
        ids = [take.id for take in self.takes_of(panel)]
        return (ids.index(panel.take) + 1 if panel.take in ids else 0), len(ids)

    def forget_takes(self, panel: PanelId) -> None:
        """A take has arrived."""
        self._takes.pop(panel, None)


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
