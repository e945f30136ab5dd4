"""Edges dragged on the timeline, as pure functions from one board to the next."""

from __future__ import annotations

from dataclasses import replace

from storyboard.board import (
    Audio,
    Board,
    BoardError,
    CameraMove,
    Panel,
    PanelId,
    Transition,
    TransitionKind,
)
from storyboard.edits import LOCKED, set_frames
from storyboard.framing import CameraPath
from storyboard.timeline.camera import path_of
from storyboard.timeline.track import USUAL_LENGTH, room_between
from storyboard.timing import frames_in


def ripple(board: Board, panel_id: PanelId, by: int) -> Board:
    """The end of a panel moved by so many frames; whatever follows moves along.

    A panel keeps at least one frame. Raises BoardError where its timing is locked.
    """
    return set_frames(board, [panel_id], max(1, board.panel(panel_id).frames + by))


def roll(board: Board, panel_id: PanelId, by: int) -> Board:
    """The edge between a panel and the next moved by so many frames; nothing else moves.

    Both keep at least one frame. Raises BoardError where either timing is locked.
    """
    row = board.row_of(panel_id)
    if row + 1 == len(board.panels):
        raise BoardError("Nothing follows the last panel. Drag its edge without Alt.")
    outgoing, incoming = board.panels[row], board.panels[row + 1]
    if "timing" in outgoing.locks | incoming.locks:
        raise BoardError(LOCKED["timing"])
    by = min(max(by, 1 - outgoing.frames), incoming.frames - 1)
    longer = board.with_panel(replace(outgoing, frames=outgoing.frames + by))
    return longer.with_panel(replace(incoming, frames=incoming.frames - by))


def set_transition(
    board: Board, panel_id: PanelId, kind: TransitionKind, frames: int | None = None
) -> Board:
    """The transition from a panel to the next, by default half a second long.

    It is made to fit both panels. Raises BoardError where nothing follows.
    """
    row = board.row_of(panel_id)
    if row + 1 == len(board.panels):
        raise BoardError("Nothing follows the last panel. Choose the edge between two panels.")
    panel = board.panels[row]
    if kind == "cut":
        return board.with_panel(replace(panel, transition=Transition("cut")))
    room = room_between(panel, board.panels[row + 1])
    if room < 1:
        raise BoardError("These panels are too short for a transition. Make them longer first.")
    wanted = frames_in(USUAL_LENGTH, board.rate) if frames is None else frames
    fitting = Transition(kind, min(max(1, wanted), room))
    return board.with_panel(replace(panel, transition=fitting))


def set_camera(board: Board, panel_id: PanelId, move: CameraMove) -> Board:
    """How the camera moves over a panel while it is seen."""
    return board.with_panel(moved_by(board.panel(panel_id), move))


def moved_by(panel: Panel, move: CameraMove) -> Panel:
    """A panel with this camera move; a free one begins as the way it had."""
    return replace(panel, camera=move, path=path_of(panel) if move == "free" else None)


def set_path(board: Board, panel_id: PanelId, path: CameraPath) -> Board:
    """The camera of a panel goes a way that was drawn."""
    return board.with_panel(replace(board.panel(panel_id), camera="free", path=path))


def set_audio(board: Board, audio: Audio | None) -> Board:
    """The sound under the film; None makes it silent."""
    return replace(board, audio=audio)


def set_panel_audio(board: Board, panel_id: PanelId, audio: Audio | None) -> Board:
    """What is heard from a panel on; None makes the panel silent."""
    return board.with_panel(replace(board.panel(panel_id), audio=audio))


def move_panel_audio(board: Board, panel_id: PanelId, start: int) -> Board:
    """The sound of a panel begins at another of its frames."""
    panel = board.panel(panel_id)
    if panel.audio is None:
        raise BoardError("The panel has no sound. Add a sound file first.")
    within = min(max(0, start), panel.frames - 1)
    return set_panel_audio(board, panel_id, replace(panel.audio, start=within))


def move_audio(board: Board, start: int) -> Board:
    """The sound begins at another frame, not before the first."""
    if board.audio is None:
        raise BoardError("The film has no sound. Add a sound file first.")
    return replace(board, audio=replace(board.audio, start=max(0, start)))
