"""The past of a project: its steps, its restore points, and the truth about what is saved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from storyboard.board import BoardError
from storyboard.project import Project, ProjectError, RestorePoint
from ui.said import edit_name, said

if TYPE_CHECKING:
    from ui.window import MainWindow

SAVED = "%H:%M"


class Past:
    """The methods that ui/actions.py names for undo and restore points, and what the history's
    signals ask for."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        window.history.step_chosen.connect(self.travel_to)
        window.history.point_wanted.connect(self.keep_point)
        window.history.copy_wanted.connect(self.open_copy)
        window.saving.changed.connect(self.show_saving)
        window.saving.dropped.connect(window.tell)

    def open(self) -> None:
        """A project was opened."""
        project = self.window.project
        self.window.saving.begin(project.written_at if project else None)
        self.show_points()

    def undo(self) -> None:
        if self.window.project is not None:
            self.travel_to(self.window.project.done - 1)

    def redo(self) -> None:
        if self.window.project is not None:
            self.travel_to(self.window.project.done + 1)

    def travel_to(self, done: int) -> None:
        """To the board after so many steps; at the ends there is nowhere to go."""
        project = self.window.project
        if project is None or not 0 <= done <= len(project.steps):
            return
        try:
            project.travel_to(done)
        except (BoardError, ProjectError) as error:
            self.window.tell(said(error))
        self.window.show_board()

    def keep_point(self) -> None:
        """Asks for a name."""
        if self.window.project is None:
            return
        usual = datetime.now().strftime("%Y-%m-%d %H:%M")
        name, wanted = QInputDialog.getText(
            self.window,
            self.window.tr("Restore point"),
            self.window.tr("Keep the project as it is now under this name:"),
            text=self.window.tr("Version of {time}").format(time=usual),
        )
        if wanted:
            self.keep_point_as(name)

    def keep_point_as(self, name: str) -> None:
        if self.window.project is None:
            return
        try:
            self.window.project.make_restore_point(name.strip())
        except ProjectError as error:
            self.window.tell(said(error))
        self.show_points()
        self.window.docks.show("History")

    def open_copy(self, point: RestorePoint) -> None:
        """Asks for the folder of the copy."""
        name, _ = QFileDialog.getSaveFileName(
            self.window,
            self.window.tr("Name the folder of the copy"),
            str(self._free_folder(point)),
        )
        if name:
            self.open_copy_in(point, Path(name))

    def open_copy_in(self, point: RestorePoint, folder: Path) -> None:
        """The restore point as a project of its own, which is then open; the other stays."""
        try:
            Project.open_as_copy(point, folder)
        except ProjectError as error:
            self.window.tell(said(error))
            return
        self.window.open_project(folder)

    def _free_folder(self, point: RestorePoint) -> Path:
        assert self.window.project is not None
        folder = self.window.project.folder
        name = point.name or point.created.strftime("%Y-%m-%d %H%M")
        return folder.with_name(f"{folder.name} - {name}".replace("/", "-"))

    def show_points(self) -> None:
        project = self.window.project
        self.window.history.show_points(project.restore_points() if project else ())

    def show_board(self) -> None:
        """The steps, and whether all is saved."""
        project = self.window.project
        if project is not None:
            self.window.history.show_steps(project.steps, project.done)
        self.show_saving()

    def told(self) -> str:
        """What is true about saving, for the title."""
        saving, window = self.window.saving, self.window
        title, count = window.board.title, len(saving.unsaved)
        if count:
            return window.tr("{title} — %n change(s) not saved", "", count).format(title=title)
        if not window.editable:
            return window.tr("{title} — for looking only").format(title=title)
        if saving.saved_at is None:
            return title
        time = f"{saving.saved_at:{SAVED}}"
        return window.tr("{title} — All changes saved {time}").format(title=title, time=time)

    def show_saving(self) -> None:
        saving, window = self.window.saving, self.window
        if window.project is None:
            return
        window.show_title(self.told())
        if not saving.unsaved:
            window.banners.take("saving")
            return
        count = window.tr("%n change(s) not saved.", "", len(saving.unsaved))
        window.banners.put(
            "saving",
            "bad",
            f"{count} {saving.problem}",
            (window.tr("Try again"), self.try_again),
            (window.tr("Copy details"), self._copy_unsaved),
        )

    def _copy_unsaved(self) -> None:
        saving = self.window.saving
        labels = (edit_name(one.label) for one in saving.unsaved)
        QGuiApplication.clipboard().setText("\n".join([saving.problem, *labels]))

    def try_again(self) -> None:
        self.window.saving.retry()
        self.window.show_board()

    def may_leave(self) -> bool:
        """Asks before anything that is not saved is given up."""
        if not self.window.saving.unsaved or self.window.saving.retry():
            return True
        asked = QMessageBox(self.window)
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setWindowTitle(self.window.tr("Not saved"))
        asked.setText(self.told())
        asked.setInformativeText(self.window.saving.problem)
        leave = asked.addButton(
            self.window.tr("Close without them"), QMessageBox.ButtonRole.DestructiveRole
        )
        stay = asked.addButton(self.window.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(stay)
        asked.exec()
        return asked.clickedButton() is leave
