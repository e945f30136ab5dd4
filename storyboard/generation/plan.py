"""Plans a generation: groups of panels made together, and the anchors they stay true to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice, pairwise
from pathlib import Path
from zlib import crc32

from storyboard.board import Board, CharacterId, Panel, PanelId
from storyboard.engine.request import (
    USUAL,
    Anchor,
    Consistency,
    GenerationRequest,
    Lora,
    PanelRequest,
    Start,
)
from storyboard.generation.sources import sources
from storyboard.project import Project
from storyboard.ratios import picture_size
from storyboard.resources import starter_model
from storyboard.script import described, evaluated_prompt, portrait_prompt, worn

GROUP = 10  # panels made together at most
ANCHORS = 5  # pictures that a panel reads, those drawn with it included
AT_LEAST = 2  # anchors for each character of a group, however large it is
LIKENESS = "likeness of"  # begins the name of an anchor that is a portrait or a reference


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all panels of a generation.

    steps, guidance  None leaves them to the panels and the board
    start            how much is drawn anew of the picture that a panel shows; None draws from noise
    """

    model: Path = field(default_factory=starter_model)
    steps: int | None = None
    guidance: float | None = None
    consistency: Consistency = USUAL
    group: int = GROUP
    loras: tuple[Lora, ...] = ()
    trails: bool = False
    start: float | None = None


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


def alike(
    board: Board, panels: Iterable[PanelId], settings: Settings
) -> tuple[tuple[PanelId, ...], ...]:
    """The panels in groups that can be made together: of the same size, steps, guidance and
    consistency."""
    buckets: dict[tuple[Size, Strength], list[PanelId]] = {}
    for one in panels:
        panel = board.panel(one)
        kind = picture_size(board, panel), _strength(board, panel, settings)
        buckets.setdefault(kind, []).append(one)
    return tuple(
        group for bucket in buckets.values() for group in groups_of(bucket, settings.group)
    )


Size = tuple[int, int]
Strength = tuple[int, float, float]  # steps, guidance, weight of what panels read of each other


def _strength(board: Board, panel: Panel, settings: Settings) -> Strength:
    """What was asked for this once, else what the panel says, else the board."""
    steps = settings.steps or panel.steps or board.steps
    said = panel.guidance if panel.guidance is not None else board.guidance
    guidance = settings.guidance if settings.guidance is not None else said
    consistency = panel.consistency if panel.consistency is not None else board.consistency
    return steps, guidance, consistency * settings.consistency.strength


def request_for(
    project: Project, group: Sequence[PanelId], settings: Settings
) -> GenerationRequest:
    """The request for panels that are made together, with the anchors that exist by now.

    Where the panels do not agree on size, steps, guidance and consistency, the first one's count.
    """
    board = project.board
    first = board.panel(group[0]) if group else Panel("", "")
    steps, guidance, strength = _strength(board, first, settings)
    panels = tuple(
        _panel_request(project, board.panel(one), group, settings.start) for one in group
    )
    anchors = _anchors(project, group)
    width, height = picture_size(board, first)
    return GenerationRequest(
        model=settings.model,
        panels=panels,
        anchors=anchors,
        portraits=_portraits(
            board, [*(one.cast for one in panels), *(one.cast for one in anchors)]
        ),
        width=width,
        height=height,
        steps=steps,
        guidance=guidance,
        consistency=replace(settings.consistency, strength=strength),
        loras=settings.loras,
        trails=settings.trails,
    )


def _panel_request(
    project: Project, panel: Panel, group: Sequence[PanelId], start: float | None
) -> PanelRequest:
    board = project.board
    negative = ", ".join(text for text in (panel.negative, board.negative) if text)
    return PanelRequest(
        panel=panel.id,
        prompt=evaluated_prompt(board, panel),
        negative=negative,
        seed=panel.seed,
        cast=panel.cast,
        described=_descriptions(board, panel),
        boxes=panel.boxes,
        place=_place_kept(board, panel),
        start=None if start is None else _start(project, panel, start),
        sources=sources(board, panel, group),
    )


def _start(project: Project, panel: Panel, strength: float) -> Start | None:
    """None for a panel that shows no picture: it is drawn from noise."""
    take = project.take(panel.take) if panel.take else None
    picture = project.picture(take) if take else None
    return Start(take.sha256, picture, strength) if take and picture else None


def _descriptions(board: Board, panel: Panel) -> tuple[str, ...]:
    cast = map(board.character, panel.cast)
    return tuple(described(one, worn(board, panel, one)) for one in cast)


def _place_kept(board: Board, panel: Panel) -> str:
    """The scene, where its pictures keep one place; else nothing, and backgrounds stay apart."""
    return panel.scene if board.scene(panel.scene).anchor else ""


def portrait_request(
    project: Project, character_id: CharacterId, settings: Settings, seed: int
) -> GenerationRequest:
    """One character alone; what is made is a take of the character, see Project.add_take."""
    board = project.board
    prompt = portrait_prompt(board, board.character(character_id))
    words = described(board.character(character_id))
    asked = PanelRequest(
        character_id, prompt, board.negative, seed, (character_id,), described=(words,)
    )
    steps, guidance, strength = _strength(board, Panel("", ""), settings)
    return GenerationRequest(
        model=settings.model,
        panels=(asked,),
        anchors=tuple(_likenesses(project, character_id)[:ANCHORS]),
        width=board.width,
        height=board.height,
        steps=steps,
        guidance=guidance,
        consistency=replace(settings.consistency, strength=strength),
        loras=settings.loras,
    )


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
            described=(described(board.character(one)),),
        )
        for one in together
    )


def _anchors(project: Project, group: Sequence[PanelId]) -> tuple[Anchor, ...]:
    """Pictures of the group's places, and of its cast: locked panels first, then portrait and
    references, then panels of one alone, then what is near."""
    board = project.board
    cast = dict.fromkeys(one for panel in group for one in board.panel(panel).cast)
    homes = [board.panel(one) for one in _homes(board, group)]
    chosen = {panel.id: anchor for panel in homes if (anchor := _anchor(project, panel))}
    each = max(AT_LEAST, (ANCHORS + 1 - len(group)) // max(1, len(cast)))
    for character in cast:
        panels = _by_worth(board, group, character)
        found = chain(
            _finished(project, (one for one in panels if "picture" in one.locks)),
            _likenesses(project, character),
            _finished(project, (one for one in panels if "picture" not in one.locks)),
        )
        chosen.update({anchor.panel: anchor for anchor in islice(found, each)})
    return tuple(chosen.values())


def _finished(project: Project, panels: Iterable[Panel]) -> Iterator[Anchor]:
    """The anchors that panels can be, looked up one by one: a long story has many."""
    return (anchor for panel in panels if (anchor := _anchor(project, panel)))


def _likenesses(project: Project, character_id: CharacterId) -> list[Anchor]:
    """The pictures that say how a character looks: the chosen portrait, then the references."""
    character = project.board.character(character_id)
    portrait = (project.take(character.portrait),) if character.portrait else ()
    prompt, words = portrait_prompt(project.board, character), described(character)
    return [
        Anchor(
            f"{LIKENESS} {character_id} {one.sha256}",
            one.sha256,
            picture,
            prompt,
            (character_id,),
            (words,),
        )
        for one in (*portrait, *character.references)
        if (picture := project.picture(one))
    ]


def _homes(board: Board, group: Sequence[PanelId]) -> list[PanelId]:
    """The panels whose places the group's scenes keep, but those that are drawn just now."""
    scenes = dict.fromkeys(board.panel(one).scene for one in group)
    kept = [board.scene(one).anchor for one in scenes]
    shown = {panel.id for panel in board.panels}
    return [one for one in kept if one in shown and one not in group]


def _by_worth(board: Board, group: Sequence[PanelId], character: CharacterId) -> list[Panel]:
    """Other panels that show a character: locked ones first, then those of nobody else, then those
    of one of the group's casts; and the nearest first."""
    casts = {frozenset(board.panel(one).cast) for one in group}
    rows = {panel.id: row for row, panel in enumerate(board.panels)}
    outside = [panel for panel in board.panels
               if panel.id not in group and character in panel.cast]  # fmt: skip

    def worth(panel: Panel) -> tuple[bool, bool, bool, int]:
        distance = min(abs(rows[panel.id] - rows[one]) for one in group)
        other_cast = frozenset(panel.cast) not in casts
        return "picture" not in panel.locks, len(panel.cast) > 1, other_cast, distance

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
        panel.id,
        take.sha256,
        picture,
        evaluated_prompt(project.board, panel),
        panel.cast,
        _descriptions(project.board, panel),
        panel.boxes,
        _place_kept(project.board, panel),
    )
