"""The queue as a value: the jobs in the order in which they will be drawn, and what may run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from storyboard.job import Job

WAITING, LOADING, DRAWING = "waiting", "loading", "drawing"
FAILED, INTERRUPTED = "failed", "interrupted"
RUNNING = (LOADING, DRAWING)


@dataclass(frozen=True, slots=True)
class Queue:
    """At most one job is running. Failed and interrupted jobs keep their place until the artist
    says what becomes of them; they do not hold the others up."""

    jobs: tuple[Job, ...] = ()
    paused: bool = False

    @classmethod
    def found(cls, jobs: Iterable[Job]) -> Queue:
        """What the program left behind when it ended: nothing of it runs unasked."""
        return cls(
            tuple(one if one.state == FAILED else replace(one, state=INTERRUPTED) for one in jobs)
        )

    @property
    def running(self) -> Job | None:
        return next((one for one in self.jobs if one.state in RUNNING), None)

    @property
    def waiting(self) -> tuple[Job, ...]:
        return self._in(WAITING)

    @property
    def interrupted(self) -> tuple[Job, ...]:
        return self._in(INTERRUPTED)

    @property
    def ahead(self) -> tuple[Job, ...]:
        """What is drawn now or will be without being asked for again."""
        return tuple(one for one in self.jobs if one.state in (*RUNNING, WAITING))

    @property
    def next(self) -> Job | None:
        """The job whose turn it is; None while one is running or the queue is paused."""
        if self.paused or self.running:
            return None
        return next(iter(self.waiting), None)

    def job(self, job_id: str) -> Job | None:
        return next((one for one in self.jobs if one.id == job_id), None)

    def added(self, jobs: Iterable[Job], *, front: bool = False) -> Queue:
        """With jobs more at the end, or, with `front`, before all that wait."""
        at = self._first_waiting() if front else len(self.jobs)
        return replace(self, jobs=(*self.jobs[:at], *jobs, *self.jobs[at:]))

    def moved(self, ids: Collection[str], row: int) -> Queue:
        """Jobs to the place before the job at `row`, in the order they have; the one that is
        running stays first."""
        running = self.running
        held = set(ids) - ({running.id} if running else set())
        moving = [one for one in self.jobs if one.id in held]
        ahead = [one for one in self.jobs[:row] if one.id not in held]
        behind = [one for one in self.jobs[row:] if one.id not in held]
        jobs = [*ahead, *moving, *behind]
        jobs.sort(key=lambda one: one.state not in RUNNING)
        return replace(self, jobs=tuple(jobs))

    def to_front(self, ids: Collection[str]) -> Queue:
        return self.moved(ids, self._first_waiting())

    def without(self, ids: Collection[str]) -> Queue:
        return replace(self, jobs=tuple(one for one in self.jobs if one.id not in ids))

    def with_state(self, job_id: str, state: str, problem: str = "") -> Queue:
        return self._changed(
            lambda one: replace(one, state=state, problem=problem) if one.id == job_id else one
        )

    def retried(self, ids: Collection[str]) -> Queue:
        """Failed and interrupted jobs wait again, where they stand."""
        stopped = (FAILED, INTERRUPTED)
        return self._changed(
            lambda one: (
                replace(one, state=WAITING, problem="")
                if one.id in ids and one.state in stopped
                else one
            )
        )

    def less(self, job_id: str, panel: str) -> Queue:
        """A panel of a job is done; a job without panels is done itself."""
        job = self.job(job_id)
        if job is None:
            return self
        left = tuple(one for one in job.panels if one != panel)
        if not left:
            return self.without({job_id})
        return self._changed(lambda one: replace(one, panels=left) if one is job else one)

    def _changed(self, change: Callable[[Job], Job]) -> Queue:
        return replace(self, jobs=tuple(map(change, self.jobs)))

    def _in(self, state: str) -> tuple[Job, ...]:
        return tuple(one for one in self.jobs if one.state == state)

    def _first_waiting(self) -> int:
        rows = (row for row, one in enumerate(self.jobs) if one.state == WAITING)
        return next(rows, len(self.jobs))
