"""The film of a project: its panels, moves and transitions as pictures, captions on request."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from storyboard.export.pictures import picture_of
from storyboard.naming import panel_names
from storyboard.pages.painter import Painter
from storyboard.project import Project
from storyboard.timeline.animatic import Hold, Sound
from storyboard.timeline.camera import WHOLE
from storyboard.timeline.seen import Seen, View, held
from storyboard.timeline.track import track_of

Frame = NDArray[np.uint8]  # (height, width, 4) in the order BGRA


def holds_of(project: Project, size: tuple[int, int], captions: bool) -> list[Hold]:
    """What is seen, in the order of the film; pictures are read only when their time comes.

    A transition that has not been rendered is a dissolve, as on the timeline.
    """
    cutting = _Cutting(project, size, captions)
    return [Hold(frames, cutting.picture(seen)) for seen, frames in held(track_of(project.board))]


def sound_of(project: Project) -> Sound | None:
    """The sound under the film; none where there is none or its file is missing."""
    audio, file = project.board.audio, project.audio_file
    return Sound(file, audio.start) if audio and file else None


class _Cutting:
    """Makes the pictures of a film; it holds only the last two panels, those of a transition."""

    def __init__(self, project: Project, size: tuple[int, int], captions: bool) -> None:
        self.project, self.captions = project, captions
        self.painter, self.names = Painter(), panel_names(project.board)
        self._view = lru_cache(maxsize=2)(self._drawn)
        self._whole = lru_cache(maxsize=2)(lambda panel: self.painter.frame(
            picture_of(project, panel), self.names[panel.id], *size))  # fmt: skip

    def picture(self, seen: Seen) -> Callable[[], Frame]:
        return lambda: self._blended(seen)

    def _blended(self, seen: Seen) -> Frame:
        under = self._view(seen.view)
        if seen.incoming is None:
            return under
        over, share = self._view(seen.incoming), round(seen.share * 256)
        mixed = under.astype(np.uint32) * (256 - share) + over.astype(np.uint32) * share
        return (mixed >> 8).astype(np.uint8)

    def _drawn(self, view: View) -> Frame:
        panel = self.project.board.panels[view.row]
        frame = self._whole(panel)
        if view.framing != WHOLE:
            part = view.framing
            frame = self.painter.framed(frame, float(part.x), float(part.y), float(part.size))
        if self.captions and panel.caption:
            frame = self.painter.subtitled(frame, panel.caption)
        bgra = np.frombuffer(frame.constBits(), np.uint8)
        return bgra.reshape(frame.height(), frame.width(), 4).copy()
