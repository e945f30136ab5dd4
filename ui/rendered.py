"""The transitions that are rendered already, for the monitor and the timeline."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from storyboard.board import Board, Panel, PanelId
from storyboard.generation.transitions import (
    TransitionSettings,
    transition_request,
    transition_settings,
)
from storyboard.motion.kept import KeptClips
from storyboard.motion.request import TransitionRequest
from storyboard.project import Project
from storyboard.resources import starter_model
from storyboard.timeline.seen import Seen

BUDGET = 0.008  # seconds of looking before the window may paint again
PAUSE = 300  # milliseconds without a change before the looking begins
Clip = NDArray[np.uint8]  # (n + 2, height, width, 3), both panels included


@dataclass(frozen=True, slots=True)
class Joined:
    """What is known of two panels that follow each other, as long as both stay as they are.

    request  None where nothing is predicted between them, or one is not drawn
    kept     whether the transition is rendered
    """

    outgoing: Panel
    incoming: Panel
    shared: tuple[object, ...]
    request: TransitionRequest | None
    kept: bool


class Rendered:
    """What is looked up is remembered until a panel changes or more has been rendered."""

    def __init__(self, model: Callable[[], Path] = starter_model) -> None:
        self.model = model
        self.project: Project | None = None
        self.board = Board()
        self.settings: TransitionSettings | None = None
        self.known: dict[PanelId, Joined] = {}
        self.clip: tuple[int, Clip | None] = (-1, None)

    def show_project(self, project: Project | None) -> None:
        """The project as it is now; None when it is closed."""
        changed = self.settings is not None and self.settings.model != self.model()
        if changed or project is not self.project:
            self.forget()
        self.project = project
        board = project.board if project else Board()
        if board is not self.board:
            self.board, self.clip = board, (-1, None)

    def forget(self) -> None:
        """Another model has been chosen, or its motion weights may be others."""
        self.settings, self.clip = None, (-1, None)
        self.known.clear()

    def look_for_weights(self) -> None:
        """They may have come since, or be others."""
        if self.settings != transition_settings(self.model()):
            self.forget()

    def look_again(self) -> None:
        """More has been rendered."""
        self.clip = (-1, None)
        self.known = {panel: one for panel, one in self.known.items() if one.kept}

    @property
    def has_weights(self) -> bool:
        """Whether the model has motion weights."""
        self.settings = self.settings or transition_settings(self.model())
        return self.settings.motion is not None

    def ready(self, row: int) -> bool:
        """Whether the transition from the panel at `row` is rendered."""
        joined = self._joined(row)
        return joined is not None and joined.kept

    def missing(self, row: int) -> TransitionRequest | None:
        """The transition from the panel at `row`, where it could be rendered and is not yet."""
        joined = self._joined(row)
        return joined.request if joined and not joined.kept else None

    def frame(self, seen: Seen) -> QPixmap | None:
        """The whole picture at a moment of a rendered transition."""
        clip = self._clip(seen.view.row) if seen.kind == "predicted" else None
        if clip is None:
            return None
        rows = np.ascontiguousarray(clip[int(seen.share * (len(clip) - 1))])
        height, width, channels = rows.shape
        image = QImage(rows.data, width, height, channels * width, QImage.Format.Format_RGB888)
        return QPixmap.fromImage(image.copy())

    def _clip(self, row: int) -> Clip | None:
        """Only the last one is held: playing goes through one after the other."""
        if self.clip[0] != row:
            joined = self._joined(row)
            kept = KeptClips(self.project.folder) if self.project else None
            request = joined.request if joined and joined.kept else None
            self.clip = row, kept.read(request) if kept and request else None
        return self.clip[1]

    def _joined(self, row: int) -> Joined | None:
        board = self.board
        if self.project is None or not 0 <= row < len(board.panels) - 1:
            return None
        outgoing, incoming = board.panels[row], board.panels[row + 1]
        shared = (board.style, board.width, board.height, board.rate,
                  board.characters, board.scenes)  # fmt: skip
        known = self.known.get(outgoing.id)
        if (
            known is None
            or known.outgoing is not outgoing
            or known.incoming is not incoming
            or known.shared != shared
        ):
            known = self._looked_up(self.project, row, shared)
            self.known[outgoing.id] = known
        return known

    def _looked_up(self, project: Project, row: int, shared: tuple[object, ...]) -> Joined:
        self.settings = self.settings or transition_settings(self.model())
        request = transition_request(project, row, self.settings)
        kept = request is not None and KeptClips(project.folder).has(request)
        outgoing, incoming = self.board.panels[row : row + 2]
        return Joined(outgoing, incoming, shared, request, kept)


class Missing(QObject):
    """Counts the transitions of a film that could be rendered, a little at a time.

    counted  (how many are not rendered yet)
    """

    counted = Signal(int)

    def __init__(self, rendered: Rendered, parent: QObject) -> None:
        super().__init__(parent)
        self.rendered = rendered
        self.row = self.found = 0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._count)

    def count(self) -> None:
        """Begins again, when it is quiet: something has changed."""
        self.row = self.found = 0
        self.timer.start(PAUSE)

    def _count(self) -> None:
        end, rows = time.monotonic() + BUDGET, len(self.rendered.board.panels) - 1
        while self.row < rows and time.monotonic() < end:
            self.found += self.rendered.missing(self.row) is not None
            self.row += 1
        if self.row < rows:
            self.timer.start(0)
        else:
            self.counted.emit(self.found)
