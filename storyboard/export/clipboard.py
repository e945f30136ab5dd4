"""Panels on the clipboard: text that this or another project reads again, pictures and all."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from fractions import Fraction
from typing import Any

from storyboard.board import (
    Audio,
    Board,
    BoardError,
    Character,
    CharacterId,
    Outfit,
    Panel,
    PanelId,
    Transition,
    new_id,
)
from storyboard.edits import copied, insert_panels
from storyboard.export.pictures import as_png, picture_of
from storyboard.framing import CameraPath
from storyboard.project import Project, ProjectError
from storyboard.script.tags import key

FORMAT = "application/x-storyboard-panels"
LARGE = 64 * 1024 * 1024  # bytes of originals; further pictures go as what the document holds
CARRIED = (
    "prompt", "caption", "frames", "seed", "negative", "camera", "shot_size", "dialogue", "action",
    "notes", "steps", "guidance", "consistency",
)  # fmt: skip


def copied_text(project: Project, ids: Sequence[PanelId]) -> str:
    """The panels as JSON: their words and settings, who is in them, their chosen pictures."""
    board, room = project.board, LARGE
    told = []
    for panel in board.panels:
        if panel.id in ids:
            picture, recipe = _picture(project, panel, room)
            room -= len(picture or "")
            told.append(_told(panel) | {"picture": picture, "recipe": recipe})
    cast = {one for panel in board.panels if panel.id in ids for one in panel.cast}
    people = [asdict(one) for one in board.characters if one.id in cast]
    whole = {"rate": str(board.rate), "characters": people, "panels": told}
    return json.dumps(whole, ensure_ascii=False)


def _told(panel: Panel) -> dict[str, Any]:
    change = panel.transition
    return {name: getattr(panel, name) for name in CARRIED} | {
        "cast": list(panel.cast),
        "outfits": [list(pair) for pair in panel.outfits],
        "transition": [change.kind, change.frames] if change else None,
        "take": panel.take,
        "path": str(panel.path) if panel.path else None,
        "ratio": str(panel.ratio) if panel.ratio else None,
        "audio": asdict(panel.audio) if panel.audio else None,
    }


def _picture(project: Project, panel: Panel, room: int) -> tuple[str | None, str]:
    if panel.take is None:
        return None, "{}"
    take = project.take(panel.take)
    picture = picture_of(project, panel) if room > 0 else project.proxy(take)
    return base64.b64encode(picture or b"").decode(), take.recipe


def paste(project: Project, text: str, row: int, scene: str) -> tuple[PanelId, ...]:
    """The copied panels before the panel at `row`, in a scene, in one step; returns their ids.

    People of the same name are the same; others join the story. A picture that the project has
    already is shown again, another becomes a take. Raises BoardError for what is no such text.
    """
    try:
        told = json.loads(text)
        people = [_character(one) for one in told["characters"]]
        panels = [_panel(one, Fraction(told["rate"]), project.board) for one in told["panels"]]
        pictures = [_bytes(one.get("picture")) for one in told["panels"]]
        recipes = [str(one.get("recipe", "{}")) for one in told["panels"]]
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise BoardError(
            "The clipboard holds no panels that can be read. Copy them again."
        ) from error
    here = [replace(_known(project, one), scene=scene) for one in panels]
    project.edit("Paste panels", _putting(people, here, row))
    for panel, picture, recipe in zip(here, pictures, recipes, strict=True):
        if picture and panel.take is None:
            project.add_take(panel.id, as_png(picture), recipe)
    return tuple(panel.id for panel in here)


def _character(told: Mapping[str, Any]) -> Character:
    """Without pictures: they stay in the project they are of."""
    outfits = tuple(Outfit(**one) for one in told["outfits"])
    words = [str(told[name]) for name in ("id", "name", "description", "color")]
    return Character(words[0], words[1], words[2], words[3], outfits)


def _panel(told: Mapping[str, Any], rate: Fraction, board: Board) -> Panel:
    kept = {name: told[name] for name in CARRIED}
    kept["frames"] = max(1, round(int(told["frames"]) / rate * board.rate))
    change = told["transition"]
    usual = {field.name: field.default for field in fields(Panel)}
    if any(not _fits(kept[name], usual[name]) for name in CARRIED):
        raise ValueError
    return Panel(
        new_id(),
        "",
        cast=tuple(map(str, told["cast"])),
        outfits=tuple((str(who), str(outfit)) for who, outfit in told["outfits"]),
        transition=Transition(change[0], int(change[1])) if change else None,
        take=told["take"],
        audio=Audio(**told["audio"]) if told["audio"] else None,
        path=CameraPath.read(told["path"]) if told["path"] else None,
        ratio=Fraction(told["ratio"]) if told["ratio"] else None,
        **kept,
    )


def _fits(value: object, usual: object) -> bool:
    """Whether a value is of the kind that a field has by default; None stands for a number."""
    if usual is None:
        return value is None or isinstance(value, (int, float))
    return isinstance(value, type(usual))


def _bytes(picture: str | None) -> bytes | None:
    try:
        return base64.b64decode(picture, validate=True) if picture else None
    except binascii.Error as error:
        raise ValueError from error


def _known(project: Project, panel: Panel) -> Panel:
    """The panel with its take and its sound where this project has them."""
    try:
        taken = project.take(panel.take).id if panel.take else None
    except ProjectError:
        taken = None
    heard = panel.audio and project.sound_file(panel.audio)
    return copied(replace(panel, take=taken, audio=panel.audio if heard else None))


def _putting(people: list[Character], panels: list[Panel], row: int) -> Callable[[Board], Board]:
    def put(board: Board) -> Board:
        here = {key(one.name): one for one in board.characters}
        new = [one for one in people if key(one.name) not in here]
        taken = {one.id for one in board.characters}
        ids: dict[CharacterId, CharacterId] = {
            one.id: new_id() if one.id in taken else one.id for one in new
        } | {one.id: here[key(one.name)].id for one in people if key(one.name) in here}
        added = tuple(replace(one, id=ids[one.id]) for one in new)
        wider = replace(board, characters=(*board.characters, *added))
        return insert_panels(wider, [_at_home(one, ids, wider) for one in panels], row)

    return put


def _at_home(panel: Panel, ids: Mapping[CharacterId, CharacterId], board: Board) -> Panel:
    """The panel with the cast by its ids here, in the outfits that exist here."""
    outfits = {one.id: {outfit.id for outfit in one.outfits} for one in board.characters}
    return replace(
        panel,
        cast=tuple(ids[one] for one in panel.cast if one in ids),
        outfits=tuple(
            (ids[who], outfit)
            for who, outfit in panel.outfits
            if who in ids and outfit in {"", *outfits[ids[who]]}
        ),
    )
