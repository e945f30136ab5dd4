"""What is seen at a frame of the film: one panel, or two while one becomes the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from storyboard.board import TransitionKind
from storyboard.framing import Framing
from storyboard.timeline.camera import WHOLE, framing, nearer, path_of
from storyboard.timeline.track import Clip, Joint, Track

PUSH = Fraction(1, 16)  # of the picture, how far the camera goes in where a dissolve stands in


@dataclass(frozen=True, slots=True)
class View:
    """A panel by its row, and the part of its picture the camera sees."""

    row: int
    framing: Framing = WHOLE


@dataclass(frozen=True, slots=True)
class Seen:
    """`share` of `incoming` lies over `view`, during a transition of this kind."""

    view: View
    incoming: View | None = None
    share: Fraction = Fraction(0)
    kind: TransitionKind = "cut"

    @property
    def foremost(self) -> View:
        """The panel to which the frame belongs, and whose caption is read."""
        return self.incoming if self.incoming and self.share * 2 >= 1 else self.view


def seen_at(track: Track, frame: int) -> Seen | None:
    """None where there is no film at all."""
    clip, joint = track.clip_at(frame), track.joint_at(frame)
    if clip is None:
        return None
    if joint is None:
        return Seen(_view(clip, frame))
    outgoing, incoming = track.clips[joint.row], track.clips[joint.row + 1]
    share = _share(joint, frame)
    return Seen(_view(outgoing, frame), _view(incoming, frame), share, joint.transition.kind)


def standing_in(seen: Seen) -> Seen:
    """What stands in for a predicted transition that is not rendered: the panels dissolve while
    the camera goes into the first and comes to rest on the second."""
    if seen.kind != "predicted" or seen.incoming is None:
        return seen
    into = replace(seen.view, framing=nearer(seen.view.framing, PUSH * seen.share))
    rest = replace(seen.incoming, framing=nearer(seen.incoming.framing, PUSH * (1 - seen.share)))
    return replace(seen, view=into, incoming=rest)


def held(track: Track) -> Iterator[tuple[Seen, int]]:
    """The film as what is seen and for how many frames, from the first to the last."""
    last: Seen | None = None
    count = 0
    for frame in range(track.frames):
        seen = seen_at(track, frame)
        assert seen is not None  # there are frames only where there is a film
        if seen != last and last is not None:
            yield last, count
            count = 0
        last, count = seen, count + 1
    if last is not None:
        yield last, count


def _share(joint: Joint, frame: int) -> Fraction:
    """Neither 0 nor 1: the first frame of a transition differs from the panel before it."""
    return Fraction(frame - joint.start + 1, joint.transition.frames + 1)


def _view(clip: Clip, frame: int) -> View:
    return View(clip.row, framing(path_of(clip.panel), frame - clip.start, clip.panel.frames))
