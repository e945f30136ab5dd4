"""What the commands and the parts of the window wish, as edits of the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox

from storyboard import edits
from storyboard.board import Board, BoardError, Lock, PanelId
from storyboard.engine.checkpoint import checked_index
from storyboard.engine.request import EngineError
from storyboard.project import Project, ProjectError
from storyboard.resources import sample_project, starter_model
from storyboard.script import ScriptError, onto_board, read_story
from ui.said import said

if TYPE_CHECKING:
    from ui.window import MainWindow


class Wishes:
    """The methods that ui/actions.py names, and those the docks' signals are connected to."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def new_project(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.window,
            self.window.tr("New project: name its folder"),
            str(self.window.settings.projects / self.window.tr("My film")),
        )
        if name:
            self.create_project(Path(name))

    def create_project(self, folder: Path, script: Path | None = None) -> None:
        """A new project, with a script on its board if one is given; then it is open."""
        try:
            story = read_story(script) if script else None
            with Project.create(folder) as made:
                if story:
                    made.edit("Import script", lambda board: onto_board(board, story))
        except (ProjectError, ScriptError, BoardError) as error:
            self.window.tell(said(error))
            return
        self.window.open_project(folder)

    def open_other(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self.window, self.window.tr("Open a project folder")
        )
        if name:
            self.window.open_project(Path(name))

    def open_sample(self) -> None:
        """The same sample project each time, as it was left; the first time it is unpacked."""
        folder = self.window.settings.samples / sample_project().stem
        try:
            if not folder.exists():
                Project.unpack(sample_project(), folder)
        except ProjectError as error:
            self.window.tell(said(error))
            return
        self.window.open_project(folder)

    def import_script(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window,
            self.window.tr("Import a script"),
            "",
            self.window.tr("Text (*.txt *.md);;All files (*)"),
        )
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        try:
            story = read_story(path)
        except ScriptError as error:
            self.window.tell(said(error))
            return
        self.window.edit("Import script", lambda board: onto_board(board, story))

    def choose_model(self) -> None:
        """Says what kind of model draws anything, and asks for one."""
        asked = QMessageBox(self.window)
        asked.setWindowTitle(self.window.tr("Another model"))
        asked.setText(self.window.tr("The starter model knows one small drawn world."))
        asked.setInformativeText(
            self.window.tr(
                "Any Stable Diffusion 1.5 or XL model draws anything else: a folder in diffusers "
                "format, with a model_index.json and .safetensors files in it. Download one from "
                "a model site, then choose its folder here. Characters stay themselves with it "
                "as they do now."
            )
        )
        folder = asked.addButton(
            self.window.tr("Choose a folder …"), QMessageBox.ButtonRole.AcceptRole
        )
        starter = asked.addButton(
            self.window.tr("Use the starter model"), QMessageBox.ButtonRole.ResetRole
        )
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.exec()
        if asked.clickedButton() is folder:
            name = QFileDialog.getExistingDirectory(
                self.window, self.window.tr("Choose a model's folder")
            )
            if name:
                self.use_model(Path(name))
        elif asked.clickedButton() is starter:
            self.use_model(starter_model())

    def use_model(self, folder: Path) -> None:
        """Draws with another model from now on; one that cannot be used is told and left."""
        try:
            if folder.suffix != ".safetensors":
                checked_index(folder)
        except EngineError as error:
            self.window.tell(said(error))
            return
        self.window.settings.model = folder
        self.window.generation = replace(self.window.generation, model=folder)
        self.window.show_model()
        self.window.show_board()

    def export(self) -> None:
        from ui.export_dialog import ExportDialog

        if self.window.project is None:
            return
        if not self.window.board.panels:
            self.window.note(self.window.tr("There is nothing to export. Add a panel first."))
            return
        dialog = ExportDialog(self.window, self.window.project, self.window.settings)
        dialog.failed.connect(self.window.tell)
        dialog.folder_wanted.connect(show_folder)
        dialog.exec()
        dialog.deleteLater()

    def undo(self) -> None:
        self.window.past.undo()

    def redo(self) -> None:
        self.window.past.redo()

    def select_all(self) -> None:
        self.window.board_view.select([panel.id for panel in self.window.board.panels])

    def delete(self) -> None:
        self._edit_selected("Delete panels", edits.delete_panels)

    def restore(self) -> None:
        """The panel that was deleted last."""
        gone = [panel.id for panel in self.window.board.trash[-1:]]
        if gone:
            self.window.edit("Restore panel", lambda board: edits.restore_panels(board, gone))

    def _edit_selected(
        self, label: str, change: Callable[[Board, Sequence[PanelId]], Board]
    ) -> None:
        chosen = list(self.window.selected)
        if chosen:
            self.window.edit(label, lambda board: change(board, chosen))

    def _edit_first(self, label: str, change: Callable[[Board, PanelId], Board]) -> None:
        """For what only one panel can have."""
        chosen = self.window.selected[:1]
        if chosen:
            self.window.edit(label, lambda board: change(board, chosen[0]))

    def new_after(self) -> None:
        self._new_panel(1)

    def new_before(self) -> None:
        self._new_panel(0)

    def _new_panel(self, after: int) -> None:
        if not self.window.board.scenes:
            self.window.edit("New scene", lambda board: edits.add_scene(board, ""))
        if not self.window.board.scenes:
            return
        last = len(self.window.board.panels) - 1
        row = self.window.board.row_of(self.window.selected[-1]) if self.window.selected else last
        scene = self.window.board.panels[row].scene if row >= 0 else self.window.board.scenes[-1].id
        panel = edits.fresh_panel(self.window.board, scene)
        if self.window.edit(
            "New panel", lambda board: edits.insert_panels(board, [panel], row + after)
        ):
            self.window.board_view.select([panel.id])
            self.window.board_view.reveal(self.window.board.row_of(panel.id))
            self.window.inspector.prompt.setFocus()

    def new_scene(self) -> None:
        def change(board: Board) -> Board:
            longer = edits.add_scene(board, "")
            panel = edits.fresh_panel(longer, longer.scenes[-1].id)
            return edits.insert_panels(longer, [panel], len(longer.panels))

        self.window.edit("New scene", change)

    def start_shot(self) -> None:
        self._edit_first(
            "Start shot",
            lambda board, one: edits.start_shot(board, one, not board.panel(one).starts_shot),
        )

    def toggle_lock(self) -> None:
        chosen = [self.window.board.panel(one) for one in self.window.selected]
        self.set_lock("picture", not all("picture" in panel.locks for panel in chosen))

    def set_lock(self, lock: Lock, on: bool) -> None:
        chosen = list(self.window.selected)
        label = "Lock" if on else "Unlock"
        self.window.edit(label, lambda board: edits.set_lock(board, chosen, lock, on))

    def move_panels(self, panels: list[PanelId], row: int, scene: str) -> None:
        self.window.edit("Move panels", lambda board: edits.move_panels(board, panels, row, scene))

    def move_left(self) -> None:
        self._move(-1)

    def move_right(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        """Past the neighbour, into its scene."""
        rows = sorted(self.window.board.row_of(one) for one in self.window.selected)
        if not rows:
            return
        neighbour = rows[0] - 1 if by < 0 else rows[-1] + 1
        if 0 <= neighbour < len(self.window.board.panels):
            scene = self.window.board.panels[neighbour].scene
            self.move_panels(list(self.window.selected), neighbour + (by > 0), scene)

    def previous_take(self) -> None:
        self._step_take(-1)

    def next_take(self) -> None:
        self._step_take(1)

    def _step_take(self, by: int) -> None:
        if len(self.window.selected) != 1 or self.window.pictures is None:
            return
        panel = self.window.board.panel(self.window.selected[0])
        ids = [take.id for take in self.window.pictures.takes_of(panel)]
        if panel.take in ids:
            self.choose_take(ids[(ids.index(panel.take) + by) % len(ids)])

    def choose_take(self, take: str) -> None:
        self._edit_first("Choose take", lambda board, one: edits.choose_take(board, one, take))

    def throw_dice(self) -> None:
        self._edit_selected("New seeds", edits.set_seed)

    def take_pictures(self, files: list[Path], panel: PanelId) -> None:
        """Pictures of the artist's own that fell on a card become its takes, the last is shown."""
        if self.window.project is None or self.window.pictures is None:
            return
        try:
            takes = [self.window.project.import_picture(panel, file) for file in files]
        except ProjectError as error:
            self.window.tell(said(error))
            return
        self.window.pictures.forget_takes(panel)
        shown = takes[-1].id
        self.window.edit("Choose take", lambda board: edits.choose_take(board, panel, shown))
        self.window.show_board()

    def new_panels_of(self, files: list[Path], row: int, scene: str) -> None:
        """Pictures that fell between two cards become panels there."""
        panels = [edits.fresh_panel(self.window.board, scene) for _ in files]
        if self.window.edit("New panels", lambda board: edits.insert_panels(board, panels, row)):
            for panel, file in zip(panels, files, strict=True):
                self.take_pictures([file], panel.id)

    def larger(self) -> None:
        self.window.board_view.set_columns(self.window.board_view.columns - 1)

    def smaller(self) -> None:
        self.window.board_view.set_columns(self.window.board_view.columns + 1)


def show_folder(folder: Path) -> None:
    """In the desktop's own program for files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
