"""The queue of generation jobs: what waits, what runs, how long it still takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from storyboard.board import PanelId, new_id
from storyboard.engine.request import GenerationRequest
from ui.worker import Worker

MakeRequest = Callable[[Sequence[PanelId]], GenerationRequest]


@dataclass
class Job:
    """Panels that are drawn together. `state` is waiting, loading or drawing."""

    panels: tuple[PanelId, ...]
    id: str = field(default_factory=new_id)
    state: str = "waiting"
    step: int = 0
    steps: int = 0
    began: float = 0.0

    @property
    def share(self) -> float:
        return self.step / self.steps if self.steps else 0.0

    @property
    def seconds_left(self) -> float | None:
        """None until a step has been timed."""
        if not self.step:
            return None
        return (time.monotonic() - self.began) / self.step * (self.steps - self.step)


class Jobs(QObject):
    """Hands one job at a time to the worker. A request is made only when its turn comes, so that
    it finds the anchors that were drawn before it."""

    changed = Signal()
    made = Signal(list)
    failed = Signal(str, str)

    def __init__(self, worker: Worker, make_request: MakeRequest) -> None:
        super().__init__()
        self.worker, self.make_request = worker, make_request
        self.jobs: list[Job] = []
        worker.loading.connect(self._on_loading)
        worker.stepped.connect(self._on_stepped)
        worker.made.connect(self._on_made)
        worker.failed.connect(self._on_failed)
        worker.cancelled.connect(self._end_first)

    def add(self, panels: Sequence[PanelId], *, front: bool = False) -> None:
        """A job more; with `front` it is the next to be drawn."""
        running = 1 if self.running else 0
        self.jobs.insert(running if front else len(self.jobs), Job(tuple(panels)))
        self._next()

    def cancel(self, job_id: str) -> None:
        if self.running and self.running.id == job_id:
            self.worker.cancel()
        else:
            self.jobs = [job for job in self.jobs if job.id != job_id]
            self.changed.emit()

    def cancel_all(self) -> None:
        self.jobs = self.jobs[:1] if self.running else []
        self.worker.cancel()
        self.changed.emit()

    @property
    def running(self) -> Job | None:
        return self.jobs[0] if self.jobs and self.jobs[0].state != "waiting" else None

    def _next(self) -> None:
        if self.jobs and not self.running:
            self.jobs[0].state, self.jobs[0].began = "drawing", time.monotonic()
            self.worker.draw(self.make_request(self.jobs[0].panels))
        self.changed.emit()

    def _on_loading(self) -> None:
        if self.running:
            self.running.state = "loading"
            self.changed.emit()

    def _on_stepped(self, step: int, steps: int) -> None:
        job = self.running
        if job is None:
            return
        if step == 0:
            job.began = time.monotonic()
        job.state, job.step, job.steps = "drawing", step, steps
        self.changed.emit()

    def _on_made(self, pictures: list[tuple[str, bytes, str]]) -> None:
        self.made.emit(pictures)
        self._end_first()

    def _on_failed(self, sentence: str, details: str) -> None:
        self.failed.emit(sentence, details)
        self._end_first()

    def _end_first(self) -> None:
        self.jobs = self.jobs[1:]
        self._next()
