"""Makes transitions one after the other with an engine that is loaded, and keeps each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storyboard.motion.kept import KeptClips
from storyboard.motion.request import MotionError, TransitionRequest
from storyboard.progress import Progress, Report

if TYPE_CHECKING:
    from storyboard.engine.engine import Engine
    from storyboard.motion.transition import MotionModel


@dataclass(frozen=True, slots=True)
class Rendering:
    """A transition that is to be made, and where it is kept."""

    request: TransitionRequest
    kept: KeptClips


class Renderer:
    """Transitions of one model; its motion weights are loaded when they are first needed."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.loaded: dict[Path, MotionModel] = {}

    def render(self, request: TransitionRequest, kept: KeptClips, report: Report) -> None:
        """Makes and keeps a transition, unless there is one already.

        `report` may raise Cancelled, which keeps nothing; raises MotionError.
        """
        if kept.has(request):
            return
        kept.keep(request, self._motion(request).frames(request, report))

    def render_all(
        self, requests: Sequence[TransitionRequest], kept: KeptClips, report: Report
    ) -> None:
        """Those that are missing, each kept before the next is begun."""
        for row, request in enumerate(requests):
            self.render(request, kept, _of_all(report, row, len(requests)))

    def _motion(self, request: TransitionRequest) -> MotionModel:
        from storyboard.motion.weights import load_motion

        if request.motion is None:
            raise MotionError(
                "There are no motion weights for this model.",
                "Train some, or let these panels dissolve.",
            )
        if request.motion not in self.loaded:
            self.loaded[request.motion] = load_motion(self.engine, request.motion)
        return self.loaded[request.motion]


def _of_all(report: Report, row: int, rows: int) -> Report:
    """Steps of one transition reported as steps of all."""

    def told(progress: Progress) -> None:
        report(Progress(row * progress.steps + progress.step, rows * progress.steps))

    return told
