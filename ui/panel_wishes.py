"""What is wished for panels and their takes: copies, the clipboard, status, stars, the trash."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from storyboard import edits, take_edits
from storyboard.board import (
    Board,
    BoardError,
    Box,
    CharacterId,
    Panel,
    PanelId,
    SceneId,
    Status,
    TakeId,
)
from storyboard.export.clipboard import FORMAT, copied_text, paste
from storyboard.framing import CameraPath
from storyboard.project import ProjectError
from storyboard.script.writer import line_of
from storyboard.timeline.trimming import set_path
from ui.said import said
from ui.trash_view import TrashView

if TYPE_CHECKING:
    from ui.window import MainWindow


class PanelWishes:
    """The methods that ui/actions.py names for panels, and what the board and the view of a
    single panel ask for."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def copy(self) -> None:
        """The selected panels to the clipboard; other programs get their lines of the script."""
        window = self.window
        if window.project is None or not window.selected:
            return
        chosen = set(window.selected)
        data = QMimeData()
        try:
            data.setData(FORMAT, copied_text(window.project, list(chosen)).encode())
        except ProjectError as error:
            window.tell(said(error))
            return
        panels = [panel for panel in window.board.panels if panel.id in chosen]
        data.setText("\n".join(map(line_of, panels)))
        QApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        chosen = list(self.window.selected)
        self.copy()
        if chosen:
            self.window.edit("Cut panels", lambda board: edits.delete_panels(board, chosen))

    def paste(self) -> None:
        """Behind the last selected panel, or at the end."""
        window = self.window
        data = QApplication.clipboard().mimeData()
        if window.project is None or not data.hasFormat(FORMAT):
            window.note(window.tr("The clipboard holds no panels. Copy some first."))
            return
        if not window.board.scenes:
            window.edit("New scene", lambda board: edits.add_scene(board, ""))
        row, scene = self._behind_selection()
        try:
            text = bytes(data.data(FORMAT).data()).decode()
            made = paste(window.project, text, row, scene)
        except (BoardError, ProjectError) as error:
            window.tell(said(error))
            return
        finally:
            window.show_board()
        self._show(list(made))

    def _behind_selection(self) -> tuple[int, SceneId]:
        board = self.window.board
        if not board.panels:
            return 0, board.scenes[0].id
        rows = [board.row_of(one) for one in self.window.selected]
        row = max(rows, default=len(board.panels) - 1)
        return row + 1, board.panels[row].scene

    def _show(self, panels: list[PanelId]) -> None:
        self.window.board_view.select(panels)
        if panels:
            self.window.board_view.reveal(self.window.board.row_of(panels[0]))

    def copy_panels(self, panels: list[PanelId], row: int, scene: SceneId) -> None:
        """Panels dragged with Ctrl: they stay where they are, and their copies are selected."""
        before = self.window.board
        if self.window.edit("Copy panels", lambda it: edits.copy_panels(it, panels, row, scene)):
            self._show_new(before)

    def duplicate(self) -> None:
        """The copies are selected, to be changed at once."""
        before, chosen = self.window.board, list(self.window.selected)
        if chosen and self.window.edit(
            "Duplicate panels", lambda board: edits.duplicate_panels(board, chosen)
        ):
            self._show_new(before)

    def _show_new(self, before: Board) -> None:
        known = {panel.id for panel in before.panels}
        self._show([panel.id for panel in self.window.board.panels if panel.id not in known])

    def place_character(self, who: CharacterId, box: Box | None) -> None:
        """Where somebody is to be in the panel that is seen large; None is anywhere."""
        panel = self._only_panel()
        if panel is None:
            return

        def change(board: Board) -> Board:
            return edits.place_character(board, panel.id, who, box)

        if box is None:
            self.window.edit("Remove the region", change)
        else:
            self.window.edit("Draw a region", change)

    def show_camera(self, panel: PanelId) -> None:
        """One panel large, with the way of its camera over it."""
        self.open_panel(panel)
        self.window.desk.panel_view.show_camera(True)

    def draw_camera(self, path: CameraPath) -> None:
        """The way of the camera over the panel that is seen large."""
        if panel := self._only_panel():
            self.window.edit("Draw camera", lambda board: set_path(board, panel.id, path))

    def keep_place(self) -> None:
        """The scene of the selected panel keeps the place it shows, or no longer if it did."""
        panel = self._only_panel()
        if panel is None:
            return
        scene = self.window.board.scene(panel.scene)
        if scene.anchor == panel.id:
            self.window.edit("Keep no place", lambda it: edits.keep_place(it, scene.id, None))
        else:
            self.window.edit("Keep the place", lambda it: edits.keep_place(it, scene.id, panel.id))

    def mark_draft(self) -> None:
        self._mark("Mark as draft", "draft")

    def mark_final(self) -> None:
        self._mark("Mark as final", "final")

    def mark_approved(self) -> None:
        self._mark("Approve", "approved")

    def _mark(self, label: str, status: Status) -> None:
        chosen = list(self.window.selected)
        if chosen:
            self.window.edit(label, lambda board: edits.set_status(board, chosen, status))

    def open_panel(self, panel: PanelId) -> None:
        """One panel large, with its takes."""
        self.window.board_view.select([panel])
        self.window.show_view("panel")
        self.window.desk.panel_view.setFocus()

    def compare_with(self, take: TakeId) -> None:
        """Beside the chosen take, in the view of a single panel."""
        panel = self._only_panel()
        if panel:
            self.open_panel(panel.id)
            self.window.desk.panel_view.compare_with(take)

    def walk(self, by: int) -> None:
        """To the next or the previous panel, in the view of a single one."""
        board = self.window.board
        row = board.row_of(self.window.selected[-1]) + by if self.window.selected else 0
        if 0 <= row < len(board.panels):
            self._show([board.panels[row].id])

    def star_shown_take(self) -> None:
        """Marks the chosen take of the selected panel as one that is liked, or no longer."""
        panel = self._only_panel()
        if panel and panel.take:
            self.star_take(panel.take, panel.take not in panel.starred)

    def star_take(self, take: TakeId, on: bool) -> None:
        label = "Star take" if on else "Remove star"
        self._edit_only(label, lambda board, panel: take_edits.star_take(board, panel, take, on))

    def discard_shown_take(self) -> None:
        panel = self._only_panel()
        if panel and panel.take:
            self.discard_take(panel.take)

    def discard_take(self, take: TakeId) -> None:
        """To the trash of its panel, which shows its neighbour if it showed this one."""
        panel = self._only_panel()
        if panel is None or self.window.pictures is None:
            return
        ids = [one.id for one in self.window.pictures.takes_of(panel)]
        at = ids.index(take) if take in ids else 0
        rest = [one for one in ids if one != take]
        instead = rest[min(at, len(rest) - 1)] if rest else None
        self._edit_only(
            "Take to the trash",
            lambda board, one: take_edits.discard_take(board, one, take, instead),
        )

    def recover_take(self, take: TakeId) -> None:
        self._edit_only(
            "Restore take", lambda board, panel: take_edits.recover_take(board, panel, take)
        )

    def _only_panel(self) -> Panel | None:
        chosen = self.window.selected
        return self.window.board.panel(chosen[-1]) if chosen else None

    def _edit_only(self, label: str, change: Callable[[Board, PanelId], Board]) -> None:
        panel = self._only_panel()
        if panel:
            self.window.edit(label, lambda board: change(board, panel.id))

    def open_trash(self) -> None:
        """The deleted panels, from which some can be taken back."""
        view = TrashView(self.window, self.window.picture, editable=self.window.editable)
        view.show_board(self.window.board)
        view.restore_wanted.connect(self.restore_panels)
        view.exec()

    def restore_panels(self, panels: list[PanelId]) -> None:
        label = "Restore panels" if len(panels) > 1 else "Restore panel"
        if self.window.edit(label, lambda board: edits.restore_panels(board, panels)):
            self._show(panels)
