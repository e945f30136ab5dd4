"""The line at the foot of the window: what is on the board, the newest message, and the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QStatusBar

from ui.icons import set_icon
from ui.problems import Problem

if TYPE_CHECKING:
    from storyboard.board import Board

PROBLEM_SECONDS = 12
MOST_COLUMNS = 10
LEAST = 120  # pixels of a problem's words


class StatusLine(QStatusBar):
    """Shows a board in numbers and what was told last: a problem stands out and can be copied, a
    notice is calm. Wishes other cards, and all problems."""

    columns_wanted = Signal(int)
    problems_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(12, 0, 12, 0)
        self.setSizeGripEnabled(False)
        self.counts, self.model, self.message = _dim(), _dim(), Sentence()
        self.message.setObjectName("problem")
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.setMinimumWidth(LEAST)  # a long sentence never makes the window wider
        self.message.hide()
        self.model.setContentsMargins(16, 0, 16, 0)
        self.addWidget(self.counts)
        self.addWidget(self.model)
        self.addWidget(self.message, 1)
        self.addWidget(self._build_copy())
        self.addWidget(self._build_list())
        self._build_zoom()
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.timeout.connect(self._hush)

    def _build_copy(self) -> QPushButton:
        self.details = ""
        self.copy = QPushButton(self.tr("Copy details"))
        self.copy.setObjectName("small")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details))
        self.copy.hide()
        return self.copy

    def _build_list(self) -> QPushButton:
        """How many problems there were in this run, and a way to them."""
        self.list = QPushButton()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(self.tr("Problems"))
        self.list.setToolTip(self.tr("Show all problems of this run"))
        self.list.clicked.connect(self.problems_wanted)
        self.list.hide()
        self.told = 0
        return self.list

    def _build_zoom(self) -> None:
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(1, MOST_COLUMNS)
        self.zoom.setInvertedAppearance(True)
        self.zoom.setFixedWidth(120)
        self.zoom.setAccessibleName(self.tr("Cards side by side"))
        self.zoom.valueChanged.connect(self.columns_wanted)
        self.zoom_label, self.across = _dim(self.tr("Zoom")), _dim()
        for part in (self.zoom_label, self.zoom, self.across):
            self.addPermanentWidget(part)

    def show_board(self, board: Board | None, model: str) -> None:
        """None where no project is open; `model` is the name of the one that draws."""
        for part in (self.zoom_label, self.zoom, self.across, self.model):
            part.setVisible(board is not None)
        self.model.setText(model)
        self.counts.setText(self._counted(board) if board else "")

    def _counted(self, board: Board) -> str:
        from storyboard.timing import show_seconds

        drawn = sum(panel.take is not None for panel in board.panels)
        parts = (
            self.tr("%n panel(s)", "", len(board.panels)),
            self.tr("%n drawn", "", drawn),
            self.tr("%n character(s)", "", len(board.characters)),
            show_seconds(sum(panel.frames for panel in board.panels), board.rate),
        )
        return " · ".join(parts)

    def show_columns(self, columns: int) -> None:
        self.zoom.setValue(columns)
        self.across.setText(self.tr("{} across").format(columns))

    def show_notice(self, sentence: str, details: str) -> None:
        """Something that is good to know; nothing is wrong."""
        self._say("notice", sentence, details)
        self.copy.hide()

    def _say(self, how: str, sentence: str, details: str) -> None:
        if self.message.objectName() != how:
            self.message.setObjectName(how)
            self.message.style().unpolish(self.message)
            self.message.style().polish(self.message)
        self.message.setText(sentence)
        self.message.setToolTip("\n\n".join(filter(None, (sentence, details))))
        self.message.show()
        self.quiet.start(PROBLEM_SECONDS * 1000)

    def _hush(self) -> None:
        self.message.hide()
        self.copy.hide()

    def show_problem(self, problem: Problem) -> None:
        self._say("problem", problem.sentence, problem.details)
        self.details = problem.text
        self.copy.show()
        self.told += 1
        set_icon(self.list, "failed")
        self.list.setText(str(self.told))
        self.list.setAccessibleName(self.tr("Problems: {}").format(self.told))
        self.list.show()


class Sentence(QLabel):
    """Ends in an ellipsis where there is no room for all of it; its tool tip has the whole."""

    def paintEvent(self, event: QPaintEvent) -> None:
        room, metrics = self.contentsRect(), self.fontMetrics()
        if metrics.horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        QPainter(self).drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _dim(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName("dim")
    return label
