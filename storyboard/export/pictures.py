"""The picture a panel shows outside the program."""

from __future__ import annotations

from storyboard.board import Panel
from storyboard.project import Project


def picture_of(project: Project, panel: Panel) -> bytes | None:
    """The chosen take, encoded: the original, or the document's proxy where that is missing."""
    if panel.take is None:
        return None
    take = project.take(panel.take)
    original = project.picture(take)
    return original.read_bytes() if original else project.proxy(take)
