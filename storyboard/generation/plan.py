"""Plans a generation: groups of panels made together, and the anchors they stay true to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from storyboard.board import Board, CharacterId, Panel, PanelId
from storyboard.engine.request import Anchor, Consistency, GenerationRequest, Lora, PanelRequest
from storyboard.project import Project
from storyboard.resources import starter_model
from storyboard.script import evaluated_prompt, portrait_prompt

GROUP = 10  # panels made together at most
ANCHORS = 2  # for each character of a group


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all panels of a generation."""

    model: Path = field(default_factory=starter_model)
    steps: int = 25
    guidance: float = 5.0
    consistency: Consistency = field(default_factory=Consistency)
    group: int = GROUP
    loras: tuple[Lora, ...] = ()


def split_locked(
    board: Board, panels: Iterable[PanelId]
) -> tuple[tuple[PanelId, ...], tuple[PanelId, ...]]:
    """The panels that may be drawn, in story order, and those whose picture is locked."""
    chosen = set(panels)
    wanted = [panel for panel in board.panels if panel.id in chosen]
    free = tuple(panel.id for panel in wanted if "picture" not in panel.locks)
    return free, tuple(panel.id for panel in wanted if "picture" in panel.locks)


def groups_of(panels: Sequence[PanelId], size: int) -> tuple[tuple[PanelId, ...], ...]:
    """As few groups as the size allows, of nearly equal length, in story order."""
    count = -(-len(panels) // size)
    cuts = [len(panels) * row // count for row in range(count + 1)] if count else []
    return tuple(tuple(panels[a:b]) for a, b in pairwise(cuts))


def request_for(
    project: Project, group: Sequence[PanelId], settings: Settings
) -> GenerationRequest:
    """The request for panels that are made together, with the anchors that exist by now."""
    board = project.board
    panels = tuple(_panel_request(board, board.panel(one)) for one in group)
    anchors = _anchors(project, group)
    return GenerationRequest(
        model=settings.model,
        panels=panels,
        anchors=anchors,
        portraits=_portraits(
            board, [*(one.cast for one in panels), *(one.cast for one in anchors)]
        ),
        width=board.width,
        height=board.height,
        steps=settings.steps,
        guidance=settings.guidance,
        consistency=settings.consistency,
        loras=settings.loras,
    )


def _panel_request(board: Board, panel: Panel) -> PanelRequest:
    negative = ", ".join(text for text in (panel.negative, board.negative) if text)
    return PanelRequest(panel.id, evaluated_prompt(board, panel), negative, panel.seed, panel.cast)


def _portraits(board: Board, casts: Sequence[tuple[CharacterId, ...]]) -> tuple[PanelRequest, ...]:
    """Of those who are in these casts and alone in none: else two who are always together could
    only learn their looks from both at once."""
    alone = {cast[0] for cast in casts if len(cast) == 1}
    together = dict.fromkeys(one for cast in casts for one in cast if one not in alone)
    return tuple(
        PanelRequest(
            panel=f"portrait of {one}",
            prompt=portrait_prompt(board, board.character(one)),
            negative=board.negative,
            seed=crc32(one.encode()),
            cast=(one,),
        )
        for one in together
    )


def _anchors(project: Project, group: Sequence[PanelId]) -> tuple[Anchor, ...]:
    """Finished pictures of the group's cast: locked first, then those of one alone, then near."""
    board = project.board
    cast = dict.fromkeys(one for panel in group for one in board.panel(panel).cast)
    chosen: dict[PanelId, Anchor] = {}
    for character in cast:
        found = [anchor for panel in _by_worth(board, group, character)
                 if (anchor := _anchor(project, panel))]  # fmt: skip
        chosen.update({anchor.panel: anchor for anchor in found[:ANCHORS]})
    return tuple(chosen.values())


def _by_worth(board: Board, group: Sequence[PanelId], character: CharacterId) -> list[Panel]:
    rows = {panel.id: row for row, panel in enumerate(board.panels)}
    outside = [panel for panel in board.panels
               if panel.id not in group and character in panel.cast]  # fmt: skip

    def worth(panel: Panel) -> tuple[bool, bool, int]:
        distance = min(abs(rows[panel.id] - rows[one]) for one in group)
        return "picture" not in panel.locks, len(panel.cast) > 1, distance

    return sorted(outside, key=worth)


def _anchor(project: Project, panel: Panel) -> Anchor | None:
    """None while the panel has no picture, or its file is missing."""
    if panel.take is None:
        return None
    take = project.take(panel.take)
    picture = project.picture(take)
    if picture is None:
        return None
    return Anchor(
        panel.id, take.sha256, picture, evaluated_prompt(project.board, panel), panel.cast
    )
