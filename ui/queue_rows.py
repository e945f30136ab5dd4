"""What the queue says of each job: its panels and take, how far it is, what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPixmap

from storyboard.board import Board, PanelId
from storyboard.generation.orders import Kind, kind_of
from storyboard.generation.queue import FAILED, INTERRUPTED, RUNNING
from storyboard.job import Job
from storyboard.naming import panel_names
from ui.jobs import Jobs

MOST = 300  # rows in the dock; how many there are beyond is said below them
PICTURED = 40  # rows with a picture; nobody scrolls through more
NAMED = 3  # panels that a title names before it says how many more there are


def tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Queue", text, None, count)


@dataclass(frozen=True, slots=True)
class Row:
    """One job as the dock shows it.

    share    of its steps, None while it is not being drawn
    stopped  failed or interrupted: it can be tried again
    details  for those who ask
    """

    id: str
    title: str
    told: str
    state: str
    share: float | None = None
    picture: QPixmap | None = None
    details: str = ""

    @property
    def stopped(self) -> bool:
        return self.state in (FAILED, INTERRUPTED)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a row needs to know: a panel's picture, how it looks while it is drawn, its takes."""

    picture: Callable[[PanelId], QPixmap | None]
    preview: Callable[[PanelId], QPixmap | None]
    takes: Callable[[PanelId], int]


def rows_of(jobs: Jobs, board: Board, sight: Sight) -> list[Row]:
    """The first jobs of the queue, of which there may be thousands."""
    names, people = panel_names(board), {one.id: one.name for one in board.characters}
    coming: Counter[PanelId] = Counter()
    rows: list[Row] = []
    for job in jobs.queue.jobs[:MOST]:
        kind = kind_of(job)
        coming.update(job.panels if kind == "panels" else ())
        rows.append(
            Row(
                id=job.id,
                title=_title(kind, job, names | people, sight, coming),
                told=told(job, jobs),
                state=job.state,
                share=_share(job, jobs),
                picture=_picture(job, sight) if len(rows) < PICTURED else None,
                details="\n".join(filter(None, (job.problem, jobs.details.get(job.id)))),
            )
        )
    return rows


def advanced(row: Row, job: Job, jobs: Jobs, sight: Sight) -> Row:
    """The row of the running job, some steps later."""
    picture = _picture(job, sight) or row.picture
    told_now, share = told(job, jobs), _share(job, jobs)
    return replace(row, told=told_now, state=job.state, share=share, picture=picture)


def _picture(job: Job, sight: Sight) -> QPixmap | None:
    if job.state in RUNNING:
        seen = next((seen for one in job.panels if (seen := sight.preview(one))), None)
        if seen:
            return seen
    return next((seen for one in job.panels if (seen := sight.picture(one))), None)


def _title(
    kind: Kind,
    job: Job,
    names: dict[str, str],
    sight: Sight,
    coming: Counter[PanelId],
) -> str:
    known = [names[one] for one in job.panels if one in names]
    if not known:
        return tr("A panel that is gone")
    if kind == "portrait":
        return tr("{name} · portrait").format(name=known[0])
    if kind == "again":
        return tr("{name} · a take made again").format(name=known[0])
    if kind == "transition":
        return tr("{panels} · transition").format(panels=" → ".join(known))
    if len(known) == 1:
        one = next(one for one in job.panels if one in names)
        return tr("{name} · take {number}").format(
            name=known[0], number=sight.takes(one) + coming[one]
        )
    listed = ", ".join(known[:NAMED])
    more = len(known) - NAMED
    return tr("{names} and %n more", more).format(names=listed) if more > 0 else listed


def told(job: Job, jobs: Jobs) -> str:
    """A job in a few words."""
    if job.state in RUNNING:
        return _told_progress(jobs)
    if job.state == FAILED:
        return job.problem
    return tr("interrupted") if job.state == INTERRUPTED else tr("waiting")


def _told_progress(jobs: Jobs) -> str:
    pace = jobs.pace
    if not pace.steps:
        return tr("loading the model")
    at = {"step": pace.step, "steps": pace.steps}
    if jobs.queue.paused:
        return tr("paused at step {step} / {steps}").format(**at)
    if pace.left is None:
        return tr("step {step} / {steps}").format(**at)
    return tr("step {step} / {steps} · {time} left").format(**at, time=lasting(pace.left))


def _share(job: Job, jobs: Jobs) -> float | None:
    if job.state not in RUNNING:
        return None
    return jobs.pace.step / jobs.pace.steps if jobs.pace.steps else 0.0


def lasting(seconds: float) -> str:
    """As in `11 s`, `3 min`, `2 h 5 min`."""
    if seconds < 100:
        return tr("{} s").format(round(seconds))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{} min").format(minutes)
    return tr("{} h {} min").format(minutes // 60, minutes % 60)


def summary(jobs: Jobs) -> str:
    """As in `2 jobs · 11 s left`, of what will be drawn without being asked for again."""
    counted = tr("%n job(s)", len(jobs.queue.ahead))
    if jobs.queue.paused:
        return tr("{jobs} · paused").format(jobs=counted)
    if jobs.seconds_left is None:
        return counted
    return tr("{jobs} · {time} left").format(jobs=counted, time=lasting(jobs.seconds_left))
