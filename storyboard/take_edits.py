"""What is done with the takes of a panel, as pure functions from one board to the next."""

from __future__ import annotations

from dataclasses import replace

from storyboard.board import Board, PanelId, TakeId
from storyboard.edits import choose_take


def star_take(board: Board, panel_id: PanelId, take: TakeId, on: bool = True) -> Board:
    """Marks a take as one that the artist likes, or no longer."""
    panel = board.panel(panel_id)
    starred = panel.starred | {take} if on else panel.starred - {take}
    return board.with_panel(replace(panel, starred=starred))


def discard_take(
    board: Board, panel_id: PanelId, take: TakeId, instead: TakeId | None = None
) -> Board:
    """A take to the panel's trash; if the panel shows it, it shows `instead` from now on."""
    if board.panel(panel_id).take == take:
        board = choose_take(board, panel_id, instead)
    panel = board.panel(panel_id)
    return board.with_panel(replace(panel, discarded=panel.discarded | {take}))


def recover_take(board: Board, panel_id: PanelId, take: TakeId) -> Board:
    """A take out of the panel's trash again."""
    panel = board.panel(panel_id)
    return board.with_panel(replace(panel, discarded=panel.discarded - {take}))
