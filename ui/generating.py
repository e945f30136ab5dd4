"""What is drawn when the artist asks: jobs are made, and their pictures are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from storyboard.board import CharacterId, PanelId
from storyboard.generation import alike, split_locked
from storyboard.generation.orders import (
    draw,
    draw_portrait,
    make_again,
    order_of,
    request_of,
    takes_of,
)
from storyboard.job import Job
from storyboard.naming import panel_names
from ui.comparing import tell_comparison
from ui.jobs import Jobs
from ui.queue_shown import QueueShown
from ui.worker import Drawn, Request

if TYPE_CHECKING:
    from ui.window import MainWindow

LISTED = 12  # names in one sentence


class Generating:
    """The methods that ui/actions.py names for the Generate menu, and what the queue's signals
    ask for."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.jobs = Jobs(window.worker, self.request_of, self.save, self.keep)
        self.shown = QueueShown(window, self.jobs)
        self._connect()

    def _connect(self) -> None:
        self.jobs.failed.connect(self.window.tell)
        self.jobs.told.connect(self.window.note)
        self.window.cast.portrait_wanted.connect(self.draw_portrait)
        self.window.inspector.from_picture_wanted.connect(self.draw_from_pictures)
        queue = self.window.queue
        queue.pause_wanted.connect(self.jobs.pause)
        queue.cancel_all_wanted.connect(self.cancel_all)
        queue.list.moved.connect(self.jobs.move)
        queue.list.front_wanted.connect(self.jobs.to_front)
        queue.list.retry_wanted.connect(self.jobs.retry)
        queue.list.cancel_wanted.connect(self.jobs.cancel)
        queue.list.copy_wanted.connect(lambda text: QGuiApplication.clipboard().setText(text))

    def generate(self) -> None:
        """The selected panels, or what is missing when nothing is selected."""
        self.draw(self.window.selected or self._missing())

    def generate_two(self) -> None:
        self.draw(self.window.selected or self._missing(), 2)

    def generate_four(self) -> None:
        self.draw(self.window.selected or self._missing(), 4)

    def generate_eight(self) -> None:
        self.draw(self.window.selected or self._missing(), 8)

    def generate_next(self) -> None:
        self.draw(self.window.selected, front=True)

    def generate_missing(self) -> None:
        self.draw(self._missing())

    def generate_anew(self) -> None:
        if self.window.selected:
            self.window.wishes.throw_dice()
            self.draw(self.window.selected)

    def redo_stale(self) -> None:
        """Every stale panel but the locked ones."""
        stale = list(self.window.staleness.found)
        if stale:
            self.draw(stale)
        else:
            self.window.note(self.window.tr("No panel is stale. Nothing was drawn."))

    def make_again(self) -> None:
        """The chosen take of each selected panel, drawn from its recipe and compared."""
        shown = [self.window.board.panel(one) for one in self.window.selected]
        jobs = [make_again(one.id, one.take, self.window.generation) for one in shown if one.take]
        if jobs and self.may_draw():
            self.jobs.add(jobs)
        elif not jobs:
            self.window.note(self.window.tr("No take is selected. Select a panel with a picture."))

    def draw_from_pictures(self, strength: float) -> None:
        """The selected panels that show a picture, from it and with new seeds; `strength` of the
        picture is drawn anew."""
        board, settings = self.window.board, replace(self.window.generation, start=strength)
        shown = [one for one in self.window.selected if board.panel(one).take]
        if not shown or not self.may_draw():
            return
        free, locked = split_locked(board, shown)
        self._tell_locked(locked)
        groups = alike(board, free, settings)
        self.jobs.add([draw(group, settings, new_seeds=True) for group in groups])

    def draw_portrait(self, character: CharacterId) -> None:
        """A picture of one character alone, which becomes a take of the character."""
        if self.may_draw():
            self.jobs.add([draw_portrait(character, self.window.generation)])

    def draw(self, panels: Sequence[PanelId], count: int = 1, *, front: bool = False) -> None:
        """So many takes of each of the panels, each take a job; locked ones are left out."""
        if not panels:
            self.window.note(
                self.window.tr(
                    "Every panel has a picture. Select those that should be drawn again."
                )
            )
        if not panels or not self.may_draw():
            return
        board = self.window.board
        free, locked = split_locked(board, panels)
        self._tell_locked(locked)
        groups = alike(board, free, self.window.generation)
        drawn = {panel.id for panel in board.panels if panel.take}
        jobs = takes_of(groups, count, self.window.generation, drawn)
        self.jobs.add(jobs, front=front)

    def may_draw(self) -> bool:
        """Whether a project is open for writing; if not, why is told."""
        project = self.window.project
        if project is not None and project.read_only:
            self.window.note(
                self.window.tr(
                    "This project is open for reading only. Close it wherever else it is open."
                )
            )
        return project is not None and not project.read_only

    def _tell_locked(self, locked: Sequence[PanelId]) -> None:
        if not locked:
            return
        names = panel_names(self.window.board)
        told = self.window.tr("Locked, so left as they are: {names}.")
        listed = ", ".join(names[one] for one in locked[:LISTED])
        more = f"{listed} …" if len(locked) > LISTED else listed
        details = told.format(names=", ".join(names[one] for one in locked))
        self.window.note(told.format(names=more), details)

    def _missing(self) -> list[PanelId]:
        return [panel.id for panel in self.window.board.panels if panel.take is None]

    def pause_or_resume(self) -> None:
        self.jobs.pause(not self.jobs.queue.paused)

    def cancel_running(self) -> None:
        if self.jobs.running:
            self.jobs.cancel([self.jobs.running.id])

    def cancel_all(self) -> None:
        self.jobs.cancel_all()

    def request_of(self, job: Job) -> Request | None:
        assert self.window.project is not None
        return request_of(self.window.project, job)

    def save(self, _: Sequence[Job]) -> None:
        project = self.window.project
        if project is not None and not project.read_only:
            saving, jobs = self.window.saving, self.jobs
            saving.attempt("The queue", lambda: project.save_jobs(jobs.left), once=True)

    def keep(self, job: Job, drawn: Drawn) -> None:
        """A picture that arrived: a take, or what a take is compared with."""
        if self.window.project is None:
            return
        order = order_of(job)
        if order.kind == "again":
            tell_comparison(self.window, order.take, drawn.png, drawn.recipe)
        else:
            self.keep_take(drawn.panel, drawn.png, drawn.recipe, drawn.proxy)

    def keep_take(
        self, panel: PanelId, png: bytes, recipe: str, proxy: bytes | None = None
    ) -> None:
        project, pictures = self.window.project, self.window.pictures
        if project is None or pictures is None:
            return
        self.window.saving.attempt(
            "New take",
            lambda: project.add_take(panel, png, recipe, jobs=self.jobs.left, proxy=proxy),
        )
        pictures.forget_takes(panel)
        self.window.show_board()

    def open(self) -> None:
        """A project was opened: what its queue was left with is offered, and nothing runs. Where
        it is only looked at, the queue is somebody else's."""
        project = self.window.project
        if project is not None:
            self.jobs.open(() if project.read_only else project.jobs())

    def close(self) -> None:
        self.jobs.close()
        self.shown.forget()
