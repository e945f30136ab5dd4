"""Brings a script onto a board: what matches keeps its identity, and no panel is ever deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from storyboard.board import (
    Board,
    Character,
    CharacterId,
    Panel,
    PanelId,
    Scene,
    SceneId,
    new_id,
)
from storyboard.edits import fresh_panel
from storyboard.script.headings import place_of
from storyboard.script.matching import matched
from storyboard.script.story import Story, StoryPanel
from storyboard.script.tags import key

Placed = TypeVar("Placed", bound=Character | Scene | Panel)

PALETTE = (
    "#f5a33a", "#4aa8ff", "#e8618c", "#5fc27e", "#a982f0",
    "#f2d04b", "#3fc6c6", "#f0754f", "#9fb4c8", "#c98b5a",
)  # fmt: skip


def onto_board(board: Board, story: Story, joined: Mapping[int, PanelId] | None = None) -> Board:
    """The board after importing `story`; `joined` says which lines are of which panels, where
    that is known.

    A panel whose text is the same, or nearly, keeps its id, take, locks, seed and duration. A
    panel the script no longer has stays behind its old neighbour; so does its scene.
    """
    characters = _characters(board, story)
    scenes = _scenes(board, story)
    cast = {key(one.name): one.id for one in characters}
    panels = _panels(board, story, scenes, cast, joined or {})
    kept = woven(board.scenes, scenes)
    grouped = [panel for scene in kept for panel in _of_scene(board, panels, scene.id)]
    peopled = {panel.scene for panel in grouped} | {scene.id for scene in scenes}
    return replace(
        board,
        characters=characters,
        scenes=tuple(scene for scene in kept if scene.id in peopled),
        panels=tuple(grouped),
    )


def _characters(board: Board, story: Story) -> tuple[Character, ...]:
    """The board's characters with the script's descriptions, then those the script adds."""
    told = {key(one.name): one for one in story.characters}
    old = [_described(one, told[key(one.name)].description) if key(one.name) in told else one
           for one in board.characters]  # fmt: skip
    known = {key(one.name) for one in old}
    for name, character in told.items():
        if name not in known:
            color = next_color(old)
            old.append(Character(new_id(), character.name, character.description, color))
    return tuple(old)


def _described(one: Character, description: str) -> Character:
    """A script writes the name of somebody who has not been described yet."""
    untold = not one.description and description == one.name
    return one if untold else replace(one, description=description)


def next_color(characters: Iterable[Character]) -> str:
    """The palette's color that the fewest characters have, the earliest of these."""
    used = [one.color for one in characters]
    return min(PALETTE, key=used.count)


def _scenes(board: Board, story: Story) -> list[Scene]:
    """One scene for each of the script's, continuing the board's where the heading matches."""
    headings = [scene.heading for scene in story.scenes]
    pairs = matched([scene.heading for scene in board.scenes], headings)
    return [
        _continued(board.scenes[pairs[row]], heading)
        if row in pairs
        else Scene(new_id(), heading, place_of(heading))
        for row, heading in enumerate(headings)
    ]


def _continued(scene: Scene, heading: str) -> Scene:
    """A place that was written by hand outlives a change of the heading."""
    place = place_of(heading) if scene.place == place_of(scene.heading) else scene.place
    return replace(scene, heading=heading, place=place)


def _panels(
    board: Board,
    story: Story,
    scenes: list[Scene],
    cast: dict[str, CharacterId],
    joined: Mapping[int, PanelId],
) -> list[Panel]:
    """The script's panels in its order, continuing the board's where the text matches."""
    rows = [(scene.id, told) for scene, under in zip(scenes, story.scenes, strict=True)
            for told in under.panels]  # fmt: skip
    pairs = _pairs(board, [told for _, told in rows], joined)
    return [
        _told(
            board.panels[pairs[row]] if row in pairs else fresh_panel(board, scene),
            scene,
            told,
            cast,
        )
        for row, (scene, told) in enumerate(rows)
    ]


def _pairs(
    board: Board, told: Sequence[StoryPanel], joined: Mapping[int, PanelId]
) -> dict[int, int]:
    """Which row of the board each line continues: by what is known, the rest by its words."""
    rows = {panel.id: row for row, panel in enumerate(board.panels)}
    known = {row: rows[joined[one.line]] for row, one in enumerate(told)
             if joined.get(one.line) in rows}  # fmt: skip
    taken = set(known.values())
    old = [row for row in range(len(board.panels)) if row not in taken]
    new = [row for row in range(len(told)) if row not in known]
    found = matched(
        [_text(board.panels[row].prompt, board.panels[row].caption) for row in old],
        [_text(told[row].prompt, told[row].caption) for row in new],
    )
    return known | {new[row]: old[at] for row, at in found.items()}


def _text(prompt: str, caption: str) -> str:
    return f"{prompt} # {caption}" if caption else prompt


def _told(panel: Panel, scene: SceneId, told: StoryPanel, cast: dict[str, CharacterId]) -> Panel:
    """The panel with what the script says of it; a locked cast stays."""
    named = tuple(cast[key(name)] for name in told.cast)
    return replace(
        panel,
        scene=scene,
        prompt=told.prompt,
        caption=told.caption,
        cast=panel.cast if "cast" in panel.locks else named,
        starts_shot=told.starts_shot,
    )


def _of_scene(board: Board, panels: list[Panel], scene: SceneId) -> list[Panel]:
    """The script's panels of a scene, with the ones it dropped behind their old neighbours."""
    continued = {panel.id for panel in panels}
    told = [panel for panel in panels if panel.scene == scene]
    told_ids = {panel.id for panel in told}
    here = [one for one in board.panels_of(scene) if one.id in told_ids or one.id not in continued]
    return woven(here, told)


def woven(old: Sequence[Placed], new: Sequence[Placed]) -> list[Placed]:
    """`new`, with each item that only `old` has put behind the one it used to follow."""
    placed = {item.id for item in new}
    behind: dict[str, list[Placed]] = defaultdict(list)
    last = ""
    for item in old:
        if item.id in placed:
            last = item.id
        else:
            behind[last].append(item)
    woven = behind[""]
    for item in new:
        woven += [item, *behind[item.id]]
    return woven
