"""The transitions that are rendered already, for the monitor and the timeline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPixmap

from storyboard.board import Board
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

Clip = NDArray[np.uint8]  # (n + 2, height, width, 3), both panels included


class Rendered:
    """What is looked up is remembered until the board changes or more has been rendered."""

    def __init__(self, model: Callable[[], Path] = starter_model) -> None:
        self.model = model
        self.project: Project | None = None
        self.board: Board | None = None
        self.settings: TransitionSettings | None = None
        self.requests: dict[int, TransitionRequest | None] = {}
        self.clip: tuple[int, Clip | None] = (-1, None)

    def show_project(self, project: Project | None) -> None:
        """The project as it is now; None when it is closed."""
        board = project.board if project else None
        if project is not self.project or board is not self.board:
            self.project, self.board = project, board
            self.forget()

    def forget(self) -> None:
        """Another transition has been rendered, or another model has been chosen."""
        self.settings, self.clip = None, (-1, None)
        self.requests.clear()

    def ready(self, row: int) -> bool:
        """Whether the transition from the panel at `row` is rendered."""
        return self._request(row) is not None

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
            request = self._request(row)
            kept = KeptClips(self.project.folder) if self.project else None
            self.clip = row, kept.read(request) if kept and request else None
        return self.clip[1]

    def _request(self, row: int) -> TransitionRequest | None:
        """Of a transition that is kept; None of any other."""
        if self.project is None:
            return None
        if row not in self.requests:
            self.settings = self.settings or transition_settings(self.model())
            asked = transition_request(self.project, row, self.settings)
            kept = asked is not None and KeptClips(self.project.folder).has(asked)
            self.requests[row] = asked if kept else None
        return self.requests[row]
