"""What a project holds, for people as a table and for programs as JSON."""

from __future__ import annotations

from typing import Any

from rich.table import Table
from rich.text import Text

from storyboard.cli.screen import out
from storyboard.naming import panel_names
from storyboard.project import Project
from storyboard.ratios import picture_size, ratio_told
from storyboard.script import evaluated_prompt
from storyboard.timing import show_seconds


def summary_of(project: Project) -> dict[str, Any]:
    board, names = project.board, panel_names(project.board)
    cast = {character.id: character.name for character in board.characters}
    return {
        "title": board.title,
        "size": [board.width, board.height],
        "rate": str(board.rate),
        "frames": sum(panel.frames for panel in board.panels),
        "duration": show_seconds(sum(panel.frames for panel in board.panels), board.rate),
        "scenes": [scene.heading for scene in board.scenes],
        "characters": {one.name: one.description for one in board.characters},
        "panels": [
            {
                "name": names[panel.id],
                "id": panel.id,
                "prompt": evaluated_prompt(board, panel),
                "caption": panel.caption,
                "cast": [cast[one] for one in panel.cast],
                "ratio": ratio_told(panel.ratio) if panel.ratio else None,
                "size": list(picture_size(board, panel)),
                "frames": panel.frames,
                "seed": panel.seed,
                "takes": len(project.takes_of(panel.id)),
                "drawn": panel.take is not None,
                "locks": sorted(panel.locks),
            }
            for panel in board.panels
        ],
    }


def print_summary(summary: dict[str, Any]) -> None:
    panels = summary["panels"]
    drawn = sum(panel["drawn"] for panel in panels)
    width, height = summary["size"]
    out.print(Text(summary["title"], style="bold"))
    out.print(
        f"{len(panels)} panels, {drawn} drawn, {summary['duration']}, {width} × {height} px, "
        f"{len(summary['scenes'])} scenes"
    )
    for name, description in summary["characters"].items():
        out.print(Text.assemble((name, "bold"), f"  {description}"))
    table = Table(
        "panel", "cast", "takes", "time", "ratio", "caption", box=None, header_style="dim"
    )
    for panel in panels:
        table.add_row(
            panel["name"],
            Text(", ".join(panel["cast"]) or "–"),
            str(panel["takes"]),
            f"{panel['frames']} f",
            panel["ratio"] or "",
            Text(panel["caption"]),
        )
    if panels:
        out.print(table)
