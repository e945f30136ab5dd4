"""Brings an edited script onto a board that has changed since the edit began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from storyboard.board import Board, Character, Panel, PanelId, Scene
from storyboard.script.merge import onto_board, woven
from storyboard.script.story import Story

Item = TypeVar("Item", bound=Character | Scene | Panel)
TOLD: dict[type, tuple[str, ...]] = {
    Character: ("description",),
    Scene: ("heading", "place"),
    Panel: ("prompt", "caption", "cast", "starts_shot", "scene"),
}


def onto_changed_board(
    board: Board, base: Board, story: Story, joined: Mapping[int, PanelId]
) -> Board:
    """`story` is the edited script, `base` the board it was written from.

    What the script changed is as the script says, all else as it is on the board now. No panel is
    deleted; one that was deleted meanwhile comes back where the script changed its words.
    """
    told = onto_board(base, story, joined)
    if board == base:
        return told
    characters = _merged(board.characters, base.characters, told.characters)
    scenes = _merged(board.scenes, base.scenes, told.scenes)
    panels = _panels(board, base, told)
    lost = {panel.scene for panel in panels} - {scene.id for scene in scenes}
    scenes = (*scenes, *(one for one in told.scenes if one.id in lost))
    people = {one.id for one in characters}
    place = {scene.id: row for row, scene in enumerate(scenes)}
    kept = [replace(one, cast=tuple(who for who in one.cast if who in people)) for one in panels]
    back = {panel.id for panel in panels}
    return replace(
        board,
        characters=characters,
        scenes=scenes,
        panels=tuple(sorted(kept, key=lambda panel: place[panel.scene])),
        trash=tuple(one for one in board.trash if one.id not in back),
    )


def _panels(board: Board, base: Board, told: Board) -> tuple[Panel, ...]:
    """With those from the trash whose words the script changed."""
    before = {panel.id: panel for panel in base.panels}
    after = {panel.id: panel for panel in told.panels}
    recalled = [one for one in board.trash
                if one.id in after and _words(after[one.id]) != _words(before[one.id])]  # fmt: skip
    now = woven([one for one in told.panels if one.id in {it.id for it in recalled}], board.panels)
    found = {one.id: one for one in (*board.panels, *recalled)}
    return _merged([found[one.id] for one in now], base.panels, told.panels)


def _words(panel: Panel) -> tuple[str, str]:
    return panel.prompt, panel.caption


def _merged(now: Sequence[Item], base: Sequence[Item], told: Sequence[Item]) -> tuple[Item, ...]:
    """What is there now, with the changes from base to told, in the order of whoever changed it."""
    before, after = {one.id: one for one in base}, {one.id: one for one in told}
    here = {one.id for one in now}
    new = [one for one in told if one.id in here or one.id not in before]
    changed = [
        _told(one, before[one.id], after[one.id]) if one.id in before and one.id in after else one
        for one in now
    ]
    reordered = [one.id for one in told if one.id in before] != [one.id for one in base]
    row = woven(changed, new) if reordered else woven(new, changed)
    found = {one.id: one for one in (*new, *changed)}
    return tuple(found[one.id] for one in row)


def _told(now: Item, before: Item, after: Item) -> Item:
    """One thing with what the script changed of it."""
    changes = {
        name: getattr(after, name)
        for name in TOLD[type(now)]
        if getattr(after, name) != getattr(before, name)
    }
    return replace(now, **changes)
