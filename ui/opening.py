"""Which project is open, and whether it may be edited here or is only looked at."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from storyboard.project import Project, ProjectError, ProjectInUse, ProjectNotWritable
from ui.pictures import Pictures
from ui.said import said

if TYPE_CHECKING:
    from ui.window import MainWindow

BANNER = "elsewhere"
SETTLED = 1000  # milliseconds after opening, when the board has been seen


def keep_out_of_collection() -> None:
    """A board of thousands of panels is none of it garbage: to look through it again and again
    would hold up a frame now and then."""
    gc.collect()
    gc.freeze()


class Opening:
    """Opens projects in place of one another. One that is being edited elsewhere, or cannot be
    written, opens for looking, playing and exporting, and stays so until the artist asks again."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.kept: ProjectError | None = None  # what keeps the open project from being edited

    def open_project(self, folder: Path) -> None:
        if not self.window.past.may_leave():
            return
        try:
            opened = self._opened(folder)
        except ProjectError as error:
            self.window.tell(said(error))
            return
        self.leave()
        self.window.settings.opened(opened.folder)
        self._show(opened)
        self.window.board_view.setFocus()

    def _opened(self, folder: Path) -> Project:
        try:
            return Project.open(folder)
        except (ProjectInUse, ProjectNotWritable) as error:
            self.kept = error
            return Project.open(folder, read_only=True)

    def _show(self, opened: Project) -> None:
        window = self.window
        window.project, window.pictures = opened, Pictures(opened)
        window.past.open()
        window.generating.open()
        window.show_board()
        QTimer.singleShot(SETTLED, window, keep_out_of_collection)

    def try_again(self) -> None:
        """To edit the project that is looked at; else to see what has been saved by now."""
        looked_at = self.window.project
        if looked_at is None:
            return
        try:
            opened = self._opened(looked_at.folder)
        except ProjectError as error:
            self.window.tell(said(error))
            return
        looked_at.close()
        self.window.staleness.forget()
        self._show(opened)
        if opened.read_only:
            self.window.note(self._still())

    def close_project(self) -> None:
        if self.window.past.may_leave():
            self.leave()

    def leave(self) -> None:
        """Closes the open project, if there is one; its picture goes to the start screen."""
        window = self.window
        if window.project is None:
            return
        window.generating.close()
        window.film.close()
        self._keep_cover(window.project)
        window.project.close()
        window.project = window.pictures = None
        window.past.open()
        window.staleness.forget()
        window.board_view.thumbnails.forget()
        window.show_view("board")
        window.show_board()

    def _keep_cover(self, project: Project) -> None:
        """What the start screen shows of it."""
        drawn = next((panel for panel in project.board.panels if panel.take), None)
        picture = self.window.picture(drawn) if drawn else None
        if picture is not None:
            self.window.covers.keep(project.folder, picture)

    def show_board(self) -> None:
        """Says that the project can only be looked at, and keeps every part to that."""
        window = self.window
        for part in (
            *(window.toolbar, window.board_view, window.script, window.outline, window.cast),
            *(window.inspector, window.history, window.film.dock.view, window.desk.panel_view),
        ):
            part.let_edit(window.editable)
        if window.editable:
            window.banners.take(BANNER)
            return
        again = (window.tr("Try again"), self.try_again)
        window.banners.put(BANNER, "calm", self._why(), again)

    def _why(self) -> str:
        """Why it can only be looked at, and what to do to edit it."""
        window = self.window
        if isinstance(self.kept, ProjectInUse):
            told = window.tr(
                "This project is open elsewhere{}. You can look, play and export; close the other "
                "window to edit."
            )
            return told.format(f" ({self.kept.holder})" if self.kept.holder else "")
        return window.tr(
            "This project’s folder cannot be written. You can look, play and export; change its "
            "permissions to edit, or copy it to another folder."
        )

    def _still(self) -> str:
        """What is said when it was tried again in vain."""
        window = self.window
        if isinstance(self.kept, ProjectInUse):
            return window.tr(
                "It is still open elsewhere. What you see is what has been saved there by now."
            )
        return window.tr("Its folder still cannot be written.")
