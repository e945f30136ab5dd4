"""Runs a generation: group after group, every finished group stored before the next begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from storyboard.board import PanelId
from storyboard.engine.png import png_of
from storyboard.engine.recipe import recipe_of
from storyboard.generation.plan import Settings, alike, request_for
from storyboard.progress import Progress, Report
from storyboard.project import Project
from storyboard.take import Take
from storyboard.told import Sentence

__all__ = ["generate", "png_of"]

if TYPE_CHECKING:
    from storyboard.engine.engine import Engine


def generate(
    project: Project,
    engine: Engine,
    panels: Sequence[PanelId],
    settings: Settings,
    report: Report,
    tell: Callable[[Sentence], None] | None = None,
) -> tuple[Take, ...]:
    """A new take for each of the panels. What `report` raises leaves the finished groups stored.

    `tell` hears what the artist should know, for instance that the memory was full.
    """
    takes: list[Take] = []
    groups = alike(project.board, panels, settings)
    for row, group in enumerate(groups):
        request = request_for(project, group, settings)
        told = (tell,) if tell else ()
        for made in engine.generate(request, _of_all(report, row, len(groups)), *told):
            recipe = recipe_of(request, made.panel, engine.provenance)
            takes.append(project.add_take(made.panel, png_of(made.picture), recipe))
    return tuple(takes)


def _of_all(report: Report, row: int, groups: int) -> Report:
    """Steps of one group reported as steps of all groups."""

    def told(progress: Progress) -> None:
        report(Progress(row * progress.steps + progress.step, groups * progress.steps))

    return told
