"""What a drag on the timeline does to the board, shown while it lasts and wished when it ends."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from storyboard.board import Board, TransitionKind
from storyboard.timeline.track import track_of
from storyboard.timeline.trimming import (
    move_audio,
    move_panel_audio,
    ripple,
    roll,
    set_transition,
)
from storyboard.timing import show_frames, show_seconds
from ui.timeline_layout import Hit


@dataclass(frozen=True, slots=True)
class Grab:
    """What was taken hold of, at which pixel, and how many frames it has been dragged."""

    hit: Hit
    x: int
    by: int = 0
    roll: bool = False


def dragged(board: Board, grab: Grab) -> tuple[Board, str]:
    """The board after a drag, and what to say about it; raises BoardError where it may not be."""
    if grab.hit.part == "sound":
        return _sound_dragged(board, grab)
    if grab.hit.part == "voice":
        return _voice_dragged(board, grab)
    if grab.hit.part == "edge":
        return _edge_dragged(board, grab)
    panel = board.panels[grab.hit.row].id
    after = set_transition(board, panel, *stretched(board, grab))
    return after, show_frames(track_of(after).joints[grab.hit.row].transition.frames)


def stretched(board: Board, grab: Grab) -> tuple[TransitionKind, int]:
    """A transition by one of its handles; it grows by as much on the other side."""
    joint = track_of(board).joints[grab.hit.row]
    by = grab.by if grab.hit.part == "transition end" else -grab.by
    return joint.transition.kind, max(1, joint.transition.frames + 2 * by)


def _sound_dragged(board: Board, grab: Grab) -> tuple[Board, str]:
    start = board.audio.start if board.audio else 0
    moved = move_audio(board, start + grab.by)
    begin = moved.audio.start if moved.audio else 0
    told = QCoreApplication.translate("TimelineView", "begins at {}")
    return moved, told.format(show_seconds(begin, board.rate))


def _voice_dragged(board: Board, grab: Grab) -> tuple[Board, str]:
    panel = board.panels[grab.hit.row]
    moved = move_panel_audio(board, panel.id, begun(board, grab))
    audio = moved.panel(panel.id).audio
    told = QCoreApplication.translate("TimelineView", "{} into the panel")
    return moved, told.format(show_frames(audio.start if audio else 0))


def begun(board: Board, grab: Grab) -> int:
    """The frame of its panel at which a dragged sound begins."""
    audio = board.panels[grab.hit.row].audio
    return (audio.start if audio else 0) + grab.by


def _edge_dragged(board: Board, grab: Grab) -> tuple[Board, str]:
    panel = board.panels[grab.hit.row]
    after = (roll if grab.roll else ripple)(board, panel.id, grab.by)
    frames = after.panels[grab.hit.row].frames
    length = f"{show_seconds(frames, board.rate)} · {show_frames(frames)}"
    return after, f"{length} ({frames - panel.frames:+})"
