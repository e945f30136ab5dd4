"""The film of a project: each panel a hold of its own length, captions burned in on request."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from storyboard.board import Panel
from storyboard.export.pictures import picture_of
from storyboard.naming import panel_names
from storyboard.pages.painter import Painter
from storyboard.project import Project
from storyboard.timeline.animatic import Hold


def holds_of(project: Project, size: tuple[int, int], captions: bool) -> list[Hold]:
    """One hold a panel, in story order; pictures are read only when their time comes."""
    painter, names = Painter(), panel_names(project.board)

    def picture(panel: Panel) -> Callable[[], NDArray[np.uint8]]:
        def drawn() -> NDArray[np.uint8]:
            frame = painter.frame(picture_of(project, panel), names[panel.id], *size)
            if captions and panel.caption:
                frame = painter.subtitled(frame, panel.caption)
            bgra = np.frombuffer(frame.constBits(), np.uint8)
            return bgra.reshape(frame.height(), frame.width(), 4).copy()

        return drawn

    return [Hold(panel.frames, picture(panel)) for panel in project.board.panels]
