"""Panels as clips in time, and the transitions that stand over the edges between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from storyboard.board import Board, Panel, Transition, once
from storyboard.timing import frames_in

USUAL_LENGTH = Fraction(1, 2)  # seconds of a transition nobody has set
CUT = Transition("cut")


@dataclass(frozen=True, slots=True)
class Clip:
    """A panel from frame `start` up to, but not including, `end`; `row` is its place."""

    row: int
    panel: Panel
    start: int

    @property
    def end(self) -> int:
        return self.start + self.panel.frames


@dataclass(frozen=True, slots=True)
class Joint:
    """The edge at frame `edge` behind the panel at `row`, and the transition over it."""

    row: int
    edge: int
    transition: Transition

    @property
    def start(self) -> int:
        """floor(n / 2) frames come from the outgoing panel."""
        return self.edge - self.transition.frames // 2

    @property
    def end(self) -> int:
        """The rest comes from the incoming panel; the length of the film never changes."""
        return self.start + self.transition.frames


@dataclass(frozen=True, slots=True)
class Track:
    """The whole film; frames count from 0 to `frames`, which is its length."""

    clips: tuple[Clip, ...]
    joints: tuple[Joint, ...]
    frames: int

    def clip_at(self, frame: int) -> Clip | None:
        """The clip a frame belongs to; frames outside the film belong to the nearest clip."""
        if not self.clips:
            return None
        row = bisect_right(self.clips, frame, key=lambda clip: clip.start) - 1
        return self.clips[max(row, 0)]

    def joint_at(self, frame: int) -> Joint | None:
        """The transition that is under way at a frame, if one is."""
        clip = self.clip_at(frame)
        if clip is None:
            return None
        near = self.joints[max(clip.row - 1, 0) : clip.row + 1]
        return next((joint for joint in near if joint.start <= frame < joint.end), None)


@once
def track_of(board: Board) -> Track:
    """The film of a board."""
    clips, joints, start = [], [], 0
    for row, panel in enumerate(board.panels):
        clips.append(Clip(row, panel, start))
        start += panel.frames
    usual = _predicted(board.rate)
    for clip, incoming in zip(clips, board.panels[1:], strict=False):
        joints.append(Joint(clip.row, clip.end, _between(clip.panel, incoming, usual)))
    return Track(tuple(clips), tuple(joints), start)


def transition_after(board: Board, row: int) -> Transition:
    """The transition from the panel at `row` to the next, no longer than both have room for.

    Inside one shot it is predicted unless something else was chosen; shots and scenes cut.
    """
    if row + 1 >= len(board.panels):
        return CUT
    return _between(board.panels[row], board.panels[row + 1], _predicted(board.rate))


def _between(outgoing: Panel, incoming: Panel, usual: Transition) -> Transition:
    wanted = outgoing.transition
    if wanted is None:
        cuts = outgoing.scene != incoming.scene or incoming.starts_shot
        wanted = CUT if cuts else usual
    frames = min(wanted.frames, room_between(outgoing, incoming))
    if wanted.kind == "cut" or frames < 1:
        return CUT
    return wanted if frames == wanted.frames else Transition(wanted.kind, frames)


@lru_cache(maxsize=8)
def _predicted(rate: Fraction) -> Transition:
    return Transition("predicted", frames_in(USUAL_LENGTH, rate))


def room_between(outgoing: Panel, incoming: Panel) -> int:
    """The longest transition two panels allow: no panel gives more than half of itself."""
    return min(2 * (outgoing.frames // 2) + 1, 2 * (incoming.frames // 2))
