"""Writes the board back as a script, which read again is the same story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from storyboard.board import Board, Panel, PanelId, Scene, SceneId
from storyboard.script.headings import heading_of


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the script, and the panel or the scene it stands for."""

    text: str
    panel: PanelId | None = None
    scene: SceneId | None = None


def script_of(board: Board) -> str:
    """Characters first, then a heading for every scene that has one and a line a panel."""
    return "\n".join(line.text for line in lines_of(board)) + "\n"


def lines_of(board: Board) -> list[Line]:
    """The script, line by line."""
    panels = {scene: list(here) for scene, here in groupby(board.panels, lambda one: one.scene)}
    parts = [
        [Line(f"[{one.name}] {one.description or one.name}") for one in board.characters],
        *(list(_scene(scene, panels.get(scene.id, ()))) for scene in board.scenes),
    ]
    lines: list[Line] = []
    for part in filter(None, parts):
        lines += [Line("")] * bool(lines) + part
    return lines


def _scene(scene: Scene, panels: Iterable[Panel]) -> Iterator[Line]:
    if scene.heading:
        forced = "" if heading_of(scene.heading) == scene.heading else "."
        yield Line(f"{forced}{scene.heading}", scene=scene.id)
    for panel in panels:
        yield Line(line_of(panel), panel.id, scene.id)


def line_of(panel: Panel) -> str:
    """A panel as its line of the script."""
    caption = f" # {panel.caption}" if panel.caption else ""
    return f"{'/ ' if panel.starts_shot else ''}{panel.prompt}{caption}"
