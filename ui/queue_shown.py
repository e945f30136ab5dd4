"""Shows the queue wherever it is seen: in its dock, in the bar, on the cards, across the window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from storyboard.board import Panel, PanelId
from storyboard.generation.orders import renders
from storyboard.generation.queue import Queue
from storyboard.progress import Preview
from ui.card_state import Work
from ui.jobs import Jobs
from ui.queue_list import THUMB
from ui.queue_rows import Row, Sight, advanced, rows_of, summary
from ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from ui.window import MainWindow


class QueueShown:
    """Mirrors the jobs; a step of the running one touches only what shows that job."""

    def __init__(self, window: MainWindow, jobs: Jobs) -> None:
        self.window, self.jobs = window, jobs
        self.previews: dict[PanelId, QPixmap] = {}
        self.rows: list[Row] = []
        self.counted = jobs.queue
        self.waiting: dict[PanelId, Work] = {}
        self.thumbnails = Thumbnails(window.picture)
        self.thumbnails.arrived.connect(self.show_jobs)
        jobs.changed.connect(self._forget_previews)
        jobs.changed.connect(self.show_jobs)
        jobs.stepped.connect(self.show_step)
        jobs.previewed.connect(self.show_previews)

    def forget(self) -> None:
        """The project is closed."""
        self.thumbnails.forget()
        self.window.banners.clear()

    def show_jobs(self) -> None:
        """Everything, after the queue or the board has changed."""
        size = QSize(THUMB, THUMB) * self.window.devicePixelRatioF()
        self.thumbnails.begin(self.window.board, size)
        self.rows = rows_of(self.jobs, self.window.board, self._sight())
        if self.jobs.queue is not self.counted:
            self.counted, self.waiting = self.jobs.queue, _waiting(self.jobs.queue)
        self._show()
        self._offer_interrupted()

    def show_step(self) -> None:
        """The running job is further."""
        running = self.jobs.running
        if running is not None:
            sight = self._sight()
            self.rows = [
                advanced(row, running, self.jobs, sight) if row.id == running.id else row
                for row in self.rows
            ]
            self._show()

    def show_previews(self, previews: Iterable[Preview]) -> None:
        for one in previews:
            image = QImage(one.rgb, one.width, one.height, 3 * one.width,
                           QImage.Format.Format_RGB888)  # fmt: skip
            self.previews[one.panel] = QPixmap.fromImage(image)
        self.show_step()

    def _show(self) -> None:
        told = summary(self.jobs) if self.jobs.queue.ahead else ""
        queue = self.jobs.queue
        beyond = len(queue.jobs) - len(self.rows)
        self.window.queue.show_rows(self.rows, told, paused=queue.paused, beyond=beyond)
        self.window.toolbar.show_jobs(told)
        self.window.board_view.show_work(self.waiting | self._running())

    def _forget_previews(self) -> None:
        here = self.jobs.running.panels if self.jobs.running else ()
        self.previews = {one: seen for one, seen in self.previews.items() if one in here}

    def _sight(self) -> Sight:
        panels = {panel.id: panel for panel in self.window.board.panels}
        return Sight(
            picture=lambda one: self.thumbnails.of(panels[one]) if one in panels else None,
            preview=self.previews.get,
            takes=lambda one: self._takes(panels.get(one)),
        )

    def _takes(self, panel: Panel | None) -> int:
        return self.window.place_of_take(panel)[1] if panel else 0

    def _running(self) -> dict[PanelId, Work]:
        running, pace = self.jobs.running, self.jobs.pace
        return {
            panel: Work(
                step=pace.step, steps=pace.steps, left=pace.left, preview=self.previews.get(panel)
            )
            for panel in (running.panels if running and not renders(running) else ())
        }

    def _offer_interrupted(self) -> None:
        left, window = self.jobs.queue.interrupted, self.window
        if not left:
            window.banners.take("interrupted")
            return
        window.banners.put(
            "interrupted",
            "warm",
            window.tr("%n interrupted job(s) left from the last time.", "", len(left)),
            (window.tr("Resume"), lambda: self.jobs.retry(self._interrupted())),
            (window.tr("Discard"), lambda: self.jobs.cancel(self._interrupted())),
        )

    def _interrupted(self) -> list[str]:
        return [job.id for job in self.jobs.queue.interrupted]


def _waiting(queue: Queue) -> dict[PanelId, Work]:
    """What the queue will do for each panel's picture, or why it could not; what is nearest
    counts."""
    found: dict[PanelId, Work] = {}
    places = {job.id: place for place, job in enumerate(queue.waiting, start=1)}
    for job in queue.jobs:
        if not renders(job) and (job.id in places or job.problem):
            work = Work(places.get(job.id, 0), problem=job.problem)
            for panel in job.panels:
                found.setdefault(panel, work)
    return found
