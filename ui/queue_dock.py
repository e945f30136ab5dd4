"""The queue: each job with its progress, the time left and a way to cancel it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import Board
from storyboard.naming import panel_names
from ui.jobs import Job


class QueueDock(QScrollArea):
    """Shows jobs; wishes: cancel one, cancel all."""

    cancel_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.shown: tuple[object, ...] = ()
        self.show_jobs([], Board())

    def show_jobs(self, jobs: list[Job], board: Board) -> None:
        rows = tuple((job.id, job.state) for job in jobs)
        if rows != self.shown or not self.widget():
            self.shown = rows
            self._build(jobs, board)
        for job, row in zip(jobs, self.rows, strict=False):
            row.show_job(job)

    def _build(self, jobs: list[Job], board: Board) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 10, 14, 10)
        self.rows = [_Row(job, board) for job in jobs]
        for row in self.rows:
            row.cancel_wanted.connect(self.cancel_wanted)
            column.addWidget(row)
        if not jobs:
            hint = QLabel(self.tr("Nothing is being drawn. Select panels and press Generate."))
            hint.setObjectName("dim")
            hint.setWordWrap(True)
            column.addWidget(hint)
        column.addStretch()
        self.setWidget(content)


class _Row(QWidget):
    """One job."""

    cancel_wanted = Signal(str)

    def __init__(self, job: Job, board: Board) -> None:
        super().__init__()
        self.job_id = job.id
        names = panel_names(board)
        known = [names[one] for one in job.panels if one in names]
        self.title = QLabel(", ".join(known[:4]) + (" …" if len(known) > 4 else ""))
        self.title.setObjectName("heading")
        self.state = QLabel()
        self.state.setObjectName("dim")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        cancel = QPushButton("✕")
        cancel.setAccessibleName(self.tr("Cancel this job"))
        cancel.setToolTip(cancel.accessibleName())
        cancel.clicked.connect(lambda: self.cancel_wanted.emit(self.job_id))
        words = QVBoxLayout()
        for part in (self.title, self.state, self.bar):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.addLayout(words, 1)
        row.addWidget(cancel)

    def show_job(self, job: Job) -> None:
        self.state.setText(told(job))
        self.bar.setVisible(job.state != "waiting")
        self.bar.setRange(0, job.steps)  # 0 of 0 shows that something is going on
        self.bar.setValue(job.step)


def told(job: Job) -> str:
    """A job in a few words."""
    if job.state == "waiting":
        return "waiting"
    if job.state == "loading" or not job.steps:
        return "loading the model"
    left = job.seconds_left
    rest = f" · {left:.0f} s left" if left is not None else ""
    return f"step {job.step} / {job.steps}{rest}"
