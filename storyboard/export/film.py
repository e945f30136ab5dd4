"""The film of a project: its panels, moves and transitions as pictures, captions on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from storyboard.export.pictures import picture_of
from storyboard.generation.transitions import (
    TransitionSettings,
    predicted,
    transition_settings,
)
from storyboard.motion.kept import KeptClips
from storyboard.naming import panel_names
from storyboard.pages.painter import Drawn, Painter
from storyboard.project import Project
from storyboard.ratios import own_ratio
from storyboard.timeline.animatic import Hold
from storyboard.timeline.camera import midway
from storyboard.timeline.seen import Seen, held, standing_in
from storyboard.timeline.track import track_of

Frame = NDArray[np.uint8]  # (height, width, 4) in the order BGRA


def holds_of(
    project: Project,
    size: tuple[int, int],
    captions: bool,
    transitions: TransitionSettings | None = None,
) -> Iterable[Hold]:
    """What is seen, in the order of the film; pictures are read only when their time comes, and
    nothing is held for every frame of a long film.

    A predicted transition that has not been rendered is a dissolve, as on the timeline.
    """
    return _Cutting(project, size, captions, transitions or transition_settings())


class _Cutting:
    """Makes the pictures of a film; it holds only the last two panels, those of a transition."""

    def __init__(
        self,
        project: Project,
        size: tuple[int, int],
        captions: bool,
        transitions: TransitionSettings,
    ) -> None:
        self.board, self.panels, self.captions = project.board, project.board.panels, captions
        self.track = track_of(project.board)
        self.painter, names = Painter(), panel_names(project.board)
        self.whole = lru_cache(maxsize=2)(lambda panel: self.painter.frame(
            picture_of(project, panel), names[panel.id], *size,
            own_ratio(self.board, panel)))  # fmt: skip
        self.framed = lru_cache(maxsize=2)(lambda view: self.painter.framed(
            self.whole(self.panels[view.row]), *view.framing.shares))  # fmt: skip

        self.size, kept = size, KeptClips(project.folder)
        asked = predicted(project, transitions)
        self.clip = lru_cache(maxsize=1)(
            lambda row: kept.read(asked[row]) if row in asked else None)  # fmt: skip

    def __iter__(self) -> Iterator[Hold]:
        for seen, frames in held(self.track):
            yield Hold(frames, partial(self._drawn, seen))

    def _drawn(self, seen: Seen) -> Frame:
        frame = self._between(seen) if seen.kind == "predicted" else None
        frame = frame or self._dissolving(standing_in(seen))
        caption = self.panels[seen.foremost.row].caption
        if self.captions and caption:
            frame = self.painter.subtitled(frame, caption)
        return self._bgra(frame)

    def _dissolving(self, seen: Seen) -> Drawn:
        frame = self.framed(seen.view)
        if seen.incoming is None:
            return frame
        return self.painter.blended(frame, self.framed(seen.incoming), float(seen.share))

    def _between(self, seen: Seen) -> Drawn | None:
        """The frame of a rendered transition, through a camera that goes from one panel's to the
        other's; None where none has been rendered."""
        clip = self.clip(seen.view.row)
        if clip is None or seen.incoming is None:
            return None
        place = seen.share * (len(clip) - 1)
        png = BytesIO()
        Image.fromarray(clip[int(place)]).save(png, "PNG", compress_level=0)
        own = own_ratio(self.board, self.panels[seen.view.row])
        whole = self.painter.frame(png.getvalue(), "", *self.size, own)
        camera = midway(seen.view.framing, seen.incoming.framing, seen.share)
        return self.painter.framed(whole, *camera.shares)

    def _bgra(self, frame: Drawn) -> Frame:
        bgra = np.frombuffer(frame.constBits(), np.uint8)
        return bgra.reshape(frame.height(), frame.width(), 4).copy()
