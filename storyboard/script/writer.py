"""Writes the board back as a script, which read again is the same story."""

from __future__ import annotations

from collections.abc import Iterator

from storyboard.board import Board, Panel, Scene


def script_of(board: Board) -> str:
    """Characters first, then a heading for every scene that has one and a line a panel."""
    cast = [f"[{one.name}] {one.description}".rstrip() for one in board.characters]
    scenes = ["\n".join(_scene(board, scene)) for scene in board.scenes]
    return "\n\n".join(part for part in ("\n".join(cast), *scenes) if part) + "\n"


def _scene(board: Board, scene: Scene) -> Iterator[str]:
    if scene.heading:
        yield scene.heading
    yield from map(line_of, board.panels_of(scene.id))


def line_of(panel: Panel) -> str:
    """A panel as its line of the script."""
    caption = f" # {panel.caption}" if panel.caption else ""
    return f"{'/ ' if panel.starts_shot else ''}{panel.prompt}{caption}"
