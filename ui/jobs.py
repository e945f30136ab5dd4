"""Hands the jobs of the queue to the worker, one at a time, and knows how long they still take."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from storyboard.board import BoardError, PanelId
from storyboard.engine.request import EngineError
from storyboard.generation.orders import renders
from storyboard.generation.queue import DRAWING, FAILED, LOADING, Queue
from storyboard.job import Job
from storyboard.project import ProjectError
from ui.said import said
from ui.worker import Drawn, Request, Worker

RequestOf = Callable[[Job], Request | None]
Save = Callable[[Sequence[Job]], object]
Keep = Callable[[Job, Drawn], object]


class Pace:
    """How long steps take, not counting the time in which the queue is paused."""

    def __init__(self) -> None:
        self.step = self.steps = self.timed = 0
        self.spent = 0.0
        self.last: float | None = None

    def reached(self, step: int, steps: int) -> None:
        now = time.monotonic()
        if step and self.last is not None:
            self.spent += now - self.last
            self.timed += 1
        self.step, self.steps, self.last = step, steps, now

    def rest(self) -> None:
        self.last = None

    @property
    def whole(self) -> float | None:
        """Seconds for all steps, None until one has been timed."""
        return self.spent / self.timed * self.steps if self.timed else None

    @property
    def left(self) -> float | None:
        return self.spent / self.timed * (self.steps - self.step) if self.timed else None


class Jobs(QObject):
    """The queue of the open project.

    A request is made only when its turn comes, so that it finds the anchors that were drawn
    before it. `save` stores the jobs whenever they change; `keep` stores a picture and with it,
    in the same transaction, that it is made.

    changed  the queue is another one
    stepped  the running job is further
    rendered a transition has been, and is kept
    failed   what happened and what to do; details
    """

    changed = Signal()
    stepped = Signal()
    rendered = Signal()
    previewed = Signal(list)
    failed = Signal(str, str)
    told = Signal(str)

    def __init__(self, worker: Worker, request_of: RequestOf, save: Save, keep: Keep) -> None:
        super().__init__()
        self.worker, self.request_of, self.save, self.keep = worker, request_of, save, keep
        self.queue = Queue()
        self.pace = Pace()
        self.seconds: dict[bool, float] = {}  # a panel took, when drawn (False) and when joined
        self.made: set[PanelId] = set()  # by the running job
        self.details: dict[str, str] = {}
        self.closing = False
        worker.loading.connect(self._on_loading)
        worker.stepped.connect(self._on_stepped)
        worker.previewed.connect(self.previewed)
        worker.made.connect(self._on_made)
        worker.rendered.connect(self._on_rendered)
        worker.done.connect(self._on_end)
        worker.cancelled.connect(self._on_cancelled)
        worker.failed.connect(self._on_failed)
        worker.told.connect(self.told)

    @property
    def running(self) -> Job | None:
        return self.queue.running

    @property
    def left(self) -> tuple[Job, ...]:
        """What is still to be done, as it is stored: without the pictures that are made."""
        left, running = self.queue, self.running
        if running:
            for panel in self.made:
                left = left.less(running.id, panel)
        return left.jobs

    @property
    def seconds_left(self) -> float | None:
        """Of all that will be drawn without being asked for again; None until it can be told."""
        running, seconds = self.running, self._seconds_a_panel()
        at_hand = self.pace.left if running else 0.0
        if running and at_hand is None:
            at_hand = _lasting([running], seconds)
        waiting = _lasting(self.queue.waiting, seconds)
        return None if at_hand is None or waiting is None else at_hand + waiting

    def _seconds_a_panel(self) -> dict[bool, float]:
        """As this job goes, or as the last one went that drew or that rendered."""
        whole, running = self.pace.whole, self.running
        if not running or not whole:
            return self.seconds
        return self.seconds | {renders(running): whole / len(running.panels)}

    def open(self, jobs: Iterable[Job]) -> None:
        """The queue of a project that was just opened; it waits to be asked."""
        self.queue, self.details = Queue.found(jobs), {}
        self.changed.emit()

    def close(self) -> None:
        """Stops drawing and forgets the queue, which stays stored; what is made is still kept."""
        self.closing = True
        self.worker.finish()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        self.queue, self.made, self.closing = Queue(), set(), False
        self.changed.emit()

    def add(self, jobs: Sequence[Job], *, front: bool = False) -> None:
        """Jobs more; with `front` they are the next to be drawn."""
        self._become(self.queue.added(jobs, front=front))

    def move(self, ids: Collection[str], row: int) -> None:
        self._become(self.queue.moved(ids, row))

    def to_front(self, ids: Collection[str]) -> None:
        self._become(self.queue.to_front(ids))

    def retry(self, ids: Collection[str]) -> None:
        self._become(self.queue.retried(ids))

    def cancel(self, ids: Collection[str]) -> None:
        """Out of the queue; the one that is being drawn stops at its next step."""
        running = self.running
        rest = set(ids) - ({running.id} if running else set())
        self._become(self.queue.without(rest))
        if running and running.id in ids:
            self.worker.cancel()

    def cancel_all(self) -> None:
        """All but those that are only offered."""
        self.cancel([one.id for one in self.queue.ahead])

    def pause(self, paused: bool) -> None:
        """The running job rests after its step, and no other begins."""
        self.pace.rest()
        self.worker.pause(paused)
        self._become(Queue(self.queue.jobs, paused))

    def _become(self, queue: Queue) -> None:
        before, self.queue = self.left, queue
        if self.left != before:
            self.save(self.left)
        self._begin_next()
        self.changed.emit()

    def _begin_next(self) -> None:
        while not self.closing and (job := self.queue.next) is not None:
            if self._began(job):
                return

    def _began(self, job: Job) -> bool:
        """Whether the worker has it now; a job that cannot begin says why and stays."""
        try:
            request = self.request_of(job)
        except (BoardError, EngineError, ProjectError) as error:
            self._fail(job, said(error))
            return False
        if request is None:
            self.queue = self.queue.without({job.id})
            self.save(self.left)
            self.told.emit(self._for_nothing(job))
            return False
        self.pace, self.made = Pace(), set()
        self.queue = self.queue.with_state(job.id, DRAWING)
        self.save(self.left)
        self.worker.draw(request)
        return True

    def _for_nothing(self, job: Job) -> str:
        if renders(job):
            return self.tr("Nothing was rendered: the panels follow each other no more.")
        return self.tr("Nothing was drawn: the panels are gone or locked by now.")

    def _fail(self, job: Job, sentence: str, details: str = "") -> None:
        self.queue = self.queue.with_state(job.id, FAILED, sentence)
        self.details[job.id] = details
        self.save(self.left)
        self.failed.emit(sentence, details)

    def _on_loading(self) -> None:
        if self.running:
            self.queue = self.queue.with_state(self.running.id, LOADING)
            self.changed.emit()

    def _on_stepped(self, step: int, steps: int) -> None:
        if self.running is None:
            return
        if self.running.state != DRAWING:
            self.queue = self.queue.with_state(self.running.id, DRAWING)
        self.pace.reached(step, steps)
        if self.queue.paused:
            self.pace.rest()
        self.stepped.emit()

    def _on_made(self, drawn: Drawn) -> None:
        job = self.running
        if (
            job and drawn.panel in job.panels
        ):  # of a group that was made again, only one is asked for
            self.seconds = self._seconds_a_panel()
            self.made.add(drawn.panel)
            self.keep(job, drawn)

    def _on_rendered(self) -> None:
        self.seconds = self._seconds_a_panel()
        self.rendered.emit()

    def _on_failed(self, sentence: str, details: str) -> None:
        if self.running:
            self._fail(self.running, sentence, details)
        self._become(self.queue)

    def _on_cancelled(self) -> None:
        if not self.closing:
            self._on_end()

    def _on_end(self) -> None:
        if self.running:
            self._become(self.queue.without({self.running.id}))


def _lasting(jobs: Iterable[Job], seconds: Mapping[bool, float]) -> float | None:
    """How long jobs take that have not begun; None until it can be told of each."""
    each = [(seconds.get(renders(one)), len(one.panels)) for one in jobs]
    known = [count * time for time, count in each if time is not None]
    return sum(known) if len(known) == len(each) else None
