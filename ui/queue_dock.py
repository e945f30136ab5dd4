"""The queue: its jobs, the time they take, and how to pause, reorder and cancel them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import set_icon
from ui.palette import Palette
from ui.queue_list import QueueList
from ui.queue_rows import Row


class QueueDock(QWidget):
    """Shows the jobs; wishes to pause or go on, and to cancel all. What is wished of single jobs
    comes from its list."""

    pause_wanted = Signal(bool)
    cancel_all_wanted = Signal()

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.list = QueueList(colors)
        self.hint = QLabel(self.tr("Nothing is being drawn. Select panels and press Generate."))
        self.hint.setObjectName("dim")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(14, 8, 14, 8)
        self.beyond = QLabel()
        self.beyond.setObjectName("dim")
        self.beyond.setContentsMargins(14, 4, 14, 6)
        self.bar = self._build_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        column.addWidget(self.beyond)
        column.addStretch()
        self.show_rows((), "", paused=False)

    def _build_bar(self) -> QWidget:
        self.summary = QLabel()
        self.summary.setObjectName("dim")
        self.pause, self.cancel_all = QPushButton(), QPushButton(self.tr("Cancel all"))
        self.pause.setCheckable(True)
        self.pause.clicked.connect(self.pause_wanted)
        self.cancel_all.clicked.connect(self.cancel_all_wanted)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(14, 4, 10, 6)
        row.setSpacing(6)
        row.addWidget(self.summary, 1)
        for button in (self.pause, self.cancel_all):
            button.setObjectName("small")
            row.addWidget(button)
        return whole

    def show_rows(
        self, rows: Sequence[Row], summary: str, *, paused: bool, beyond: int = 0
    ) -> None:
        """`summary` of what will be drawn; how many jobs there are beyond the rows."""
        self.list.show_rows(rows)
        self.beyond.setVisible(beyond > 0)
        self.beyond.setText(self.tr("… and %n more", "", beyond))
        self.list.setVisible(bool(rows))
        self.hint.setVisible(not rows)
        self.bar.setVisible(bool(summary) or paused)
        self.summary.setText(summary)
        self.pause.setChecked(paused)
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        set_icon(self.pause, "play" if paused else "pause")

    def show_colors(self, colors: Palette) -> None:
        self.list.painter.colors = colors
        self.list.viewport().update()
