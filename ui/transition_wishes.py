"""What the artist wishes of predicted transitions: that they are rendered, one or all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storyboard.board import PanelId
from storyboard.generation.orders import render, renders
from storyboard.generation.queue import FAILED, INTERRUPTED
from storyboard.generation.transitions import motion_place
from storyboard.motion.request import TransitionRequest
from storyboard.timeline.track import track_of

if TYPE_CHECKING:
    from ui.window import MainWindow


class TransitionWishes:
    """The methods that ui/actions.py names for transitions, and what the marks ask for."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.film, self.jobs = window, window.film, window.jobs
        self.jobs.rendered.connect(self.film.show_rendered)
        self.film.monitor.render_wanted.connect(self.render_one)

    def render_transitions(self) -> None:
        """All of the film that are predicted and not rendered yet."""
        rows = range(len(self.window.board.panels) - 1)
        self._render(rows)

    def render_one(self, panel: PanelId) -> None:
        """The one from this panel to the next."""
        self._render([self.window.board.row_of(panel)])

    def _render(self, rows: Sequence[int]) -> None:
        if not self.window.generating.may_draw():
            return
        rendered = self.film.rendered
        rendered.look_for_weights()
        missing = [request for row in rows if (request := rendered.missing(row))]
        if missing and rendered.has_weights:
            self._queue(missing)
        else:
            self.window.note(self._why_not(rows, bool(missing)))
        self.film.show_rendered()

    def _queue(self, missing: Sequence[TransitionRequest]) -> None:
        """Each is a job of its own; those that failed or were left are tried again."""
        known = {job.panels: job for job in self.jobs.queue.jobs if renders(job)}
        wanted = [(one.start.panel, one.end.panel) for one in missing]
        again = [known[pair].id for pair in wanted if pair in known]
        stopped = {job.id for job in known.values() if job.state in (FAILED, INTERRUPTED)}
        fresh = [pair for pair in wanted if pair not in known]
        if not fresh and stopped.isdisjoint(again):
            self.window.note(self.window.tr("These transitions are in the queue already."))
        self.jobs.retry(again)
        self.jobs.add([render(*pair, self.window.generation) for pair in fresh])

    def _why_not(self, rows: Sequence[int], missing: bool) -> str:
        window, model = self.window, self.window.generation.model
        if missing:
            return window.tr(
                "There are no motion weights for the model “{model}”, so a dissolve stands in. "
                "Train some with “storyboard train motion”, or put their folder here: {place}"
            ).format(model=model.name, place=motion_place(model))
        joints = track_of(self.window.board).joints
        predicted = [row for row in rows if joints[row].transition.kind == "predicted"]
        if not predicted:
            return window.tr(
                "Nothing is predicted here. Choose “Predicted” for a transition in the timeline."
            )
        if all(map(self.film.rendered.ready, predicted)):
            return window.tr("Every predicted transition is rendered.")
        return window.tr("The panels of these transitions are not drawn yet. Draw them first.")
