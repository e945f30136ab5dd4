"""The pictures of takes as the window shows them, read once from the project."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from storyboard.board import Panel, PanelId, TakeId
from storyboard.project import Project
from storyboard.take import Take


class Pictures:
    """Reads proxies, so that a missing original never leaves a hole in the board."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._pixmaps: dict[TakeId, QPixmap] = {}
        self._takes: dict[PanelId, tuple[Take, ...]] = {}

    def of_panel(self, panel: Panel) -> QPixmap | None:
        return self.of_take(self.project.take(panel.take)) if panel.take else None

    def of_take(self, take: Take) -> QPixmap:
        if take.id not in self._pixmaps:
            pixmap = QPixmap()
            pixmap.loadFromData(self.project.proxy(take))
            self._pixmaps[take.id] = pixmap
        return self._pixmaps[take.id]

    def takes_of(self, panel: Panel) -> tuple[Take, ...]:
        if panel.id not in self._takes:
            self._takes[panel.id] = self.project.takes_of(panel.id)
        return self._takes[panel.id]

    def forget_takes(self, panel: PanelId) -> None:
        """A take has arrived."""
        self._takes.pop(panel, None)
