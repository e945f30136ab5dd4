"""Which pictures are older than the words they should show, and what has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from storyboard.board import Board, CharacterId, Panel, PanelId, TakeId
from storyboard.generation.plan import Settings
from storyboard.generation.sources import WHO, sources
from storyboard.script.prompt import evaluated_prompt

Kind = Literal[
    "character", "style", "place", "prompt", "positions", "cast", "negative", "size", "model"
]
WORDS: tuple[Kind, ...] = ("style", "place", "prompt", "negative")


@dataclass(frozen=True, slots=True)
class Reason:
    """What has changed since a picture was made; `who` where it is a character."""

    kind: Kind
    who: CharacterId = ""


Reasons = tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What a take was made from, as its recipe says it.

    sources  None in recipes of before, which hold only the finished prompt
    """

    prompt: str
    negative: str
    cast: tuple[CharacterId, ...]
    size: tuple[int, int]
    model: tuple[object, ...]
    sources: Mapping[str, str] | None


def made_from(recipe: str) -> Made | None:
    """None for a picture that was not drawn here: it is never stale."""
    try:
        told = json.loads(recipe)
        panel = next(one for one in told["panels"] if one["panel"] == told["panel"])
        return Made(
            prompt=panel["prompt"],
            negative=panel["negative"],
            cast=tuple(panel["cast"]),
            size=(told["width"], told["height"]),
            model=_model(told["model"], told.get("loras", ())),
            sources=dict(panel["sources"]) if panel.get("sources") else None,
        )
    except (ValueError, KeyError, TypeError, StopIteration):
        return None


def _model(name: str, loras: Iterable[Mapping[str, Any]]) -> tuple[object, ...]:
    return (name, *((lora["name"], lora["weight"]) for lora in loras))


def reasons(board: Board, panel: Panel, made: Made, settings: Settings) -> Reasons:
    """Why a picture does not show what its panel says, the most telling first; often nothing."""
    found = list(_changed_words(board, panel, made))
    if set(made.cast) != set(panel.cast):
        found.append(Reason("cast"))
    if made.size != (board.width, board.height):
        found.append(Reason("size"))
    loras = ({"name": one.file.name, "weight": one.weight} for one in settings.loras)
    if made.model != _model(settings.model.name, loras):
        found.append(Reason("model"))
    return tuple(found)


def _changed_words(board: Board, panel: Panel, made: Made) -> list[Reason]:
    prompt, now = evaluated_prompt(board, panel), dict(sources(board, panel))
    if made.sources is None:
        return _guessed(prompt, now, made)
    was = made.sources
    differing = [key for key in now if key in was and now[key] != was[key]]
    found = [Reason("character", key.removeprefix(WHO)) for key in differing if WHO in key]
    same_words = made.prompt == prompt and made.negative == now["negative"]
    if not same_words:  # as after a character was renamed, tags and all
        found += [Reason(kind) for kind in WORDS if kind in differing]
    return [*found, Reason("positions")] if "positions" in differing else found


def _guessed(prompt: str, now: Mapping[str, str], made: Made) -> list[Reason]:
    """From the finished prompt alone: whatever is not in it has changed."""
    found: list[Reason] = []
    if made.prompt != prompt:
        looks = {key: text.split("\n")[0] for key, text in now.items() if WHO in key}
        found += [
            Reason("character", key.removeprefix(WHO))
            for key, text in looks.items()
            if text not in made.prompt and key.removeprefix(WHO) in made.cast
        ]
        if now["style"] not in made.prompt:
            found.append(Reason("style"))
        elif not found:
            found.append(Reason("prompt"))
    if made.negative != now["negative"]:
        found.append(Reason("negative"))
    return found


class Staleness:
    """Remembers what was read and what was found, so that an edit costs only what it touches."""

    def __init__(self) -> None:
        self._made: dict[TakeId, Made | None] = {}
        self._found: dict[PanelId, tuple[tuple[object, ...], Reasons]] = {}
        self._seen: dict[PanelId, tuple[Panel, Reasons]] = {}  # what nothing else has changed for
        self._around: tuple[object, ...] = ()

    def unread(self, board: Board) -> tuple[TakeId, ...]:
        """The chosen takes whose recipes have not been read yet."""
        return tuple(
            panel.take for panel in board.panels if panel.take and panel.take not in self._made
        )

    def read(self, recipes: Mapping[TakeId, str]) -> None:
        self._made.update({take: made_from(recipe) for take, recipe in recipes.items()})

    def of(self, board: Board, settings: Settings) -> dict[PanelId, Reasons]:
        """The stale panels of a board; those whose recipes are not read yet are left out."""
        scenes = {scene.id: scene for scene in board.scenes}
        people = {one.id: one for one in board.characters}
        shared = (board.style, board.negative, board.width, board.height,
                  settings.model, settings.loras)  # fmt: skip
        around = (*shared, board.scenes, board.characters)
        if around != self._around:
            self._around, self._seen = around, {}
        stale: dict[PanelId, Reasons] = {}
        for panel in board.panels:
            seen = self._seen.get(panel.id)
            if seen and seen[0] is panel:
                if seen[1]:
                    stale[panel.id] = seen[1]
                continue
            made = self._made.get(panel.take) if panel.take else None
            if made is None:
                continue
            who = tuple(people[one] for one in panel.cast)
            key = (shared, scenes[panel.scene], who, panel.take, *_words(panel))
            known = self._found.get(panel.id)
            if known is None or known[0] != key:
                known = (key, reasons(board, panel, made, settings))
                self._found[panel.id] = known
            self._seen[panel.id] = panel, known[1]
            if known[1]:
                stale[panel.id] = known[1]
        return stale


def _words(panel: Panel) -> tuple[object, ...]:
    return panel.prompt, panel.negative, panel.shot_size, panel.outfits, panel.boxes
