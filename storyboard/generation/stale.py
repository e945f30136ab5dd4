"""Which pictures are older than the words they should show, and what has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from storyboard.board import Board, CharacterId, Panel, PanelId, TakeId
from storyboard.generation.plan import Settings
from storyboard.generation.sources import KEPT, PORTRAIT, WHO, sources
from storyboard.ratios import picture_size
from storyboard.script.prompt import evaluated_prompt

Kind = Literal[
    "character", "portrait", "style", "place", "kept place", "prompt", "positions", "cast",
    "negative", "size", "model",
]  # fmt: skip
WORDS: tuple[Kind, ...] = ("style", "place", "prompt", "negative")
WEIGHTS = ".safetensors"


@dataclass(frozen=True, slots=True)
class Reason:
    """What has changed since a picture was made; `who` where it is a character's."""

    kind: Kind
    who: CharacterId = ""


Reasons = tuple[Reason, ...]
Loras = tuple[tuple[str, float], ...]  # names and weights


@dataclass(frozen=True, slots=True)
class Made:
    """What a take was made from, as its recipe says it.

    weights  hashes of the model's files; none in recipes of other programs
    sources  None in recipes of before, which hold only the finished prompt
    """

    prompt: str
    negative: str
    cast: tuple[CharacterId, ...]
    size: tuple[int, int]
    model: str
    loras: Loras
    weights: frozenset[str]
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
            model=told["model"],
            loras=tuple((one["name"], one["weight"]) for one in told.get("loras", ())),
            weights=_weights(told.get("provenance", {}).get("files", {})),
            sources=dict(panel["sources"]) if panel.get("sources") else None,
        )
    except (ValueError, KeyError, TypeError, StopIteration):
        return None


def _weights(files: Mapping[str, str]) -> frozenset[str]:
    return frozenset(sha256 for name, sha256 in files.items() if name.endswith(WEIGHTS))


def reasons(
    board: Board, panel: Panel, made: Made, settings: Settings, weights: frozenset[str]
) -> Reasons:
    """Why a picture does not show what its panel says, the most telling first; often nothing.

    Seed, steps, guidance and consistency are for the next picture, and no reason.
    """
    found = list(_changed_words(board, panel, made))
    if set(made.cast) != set(panel.cast):
        found.append(Reason("cast"))
    if made.size != picture_size(board, panel):
        found.append(Reason("size"))
    if _other_model(made, settings, weights):
        found.append(Reason("model"))
    return tuple(found)


def _other_model(made: Made, settings: Settings, weights: frozenset[str]) -> bool:
    """By the files themselves where both are known, whatever they are called; else by the name."""
    if made.loras != tuple((one.file.name, one.weight) for one in settings.loras):
        return True
    if weights and made.weights:
        return made.weights != weights
    return made.model != settings.model.name


def _changed_words(board: Board, panel: Panel, made: Made) -> list[Reason]:
    prompt, now = evaluated_prompt(board, panel), dict(sources(board, panel))
    if made.sources is None:
        return _guessed(prompt, now, made)
    was = made.sources
    differing = [key for key in now if key in was and now[key] != was[key]]
    found = _changed_people(differing)
    if KEPT in differing and not _drawn_together(was[KEPT], now[KEPT]):
        found.append(Reason("kept place"))
    same_words = made.prompt == prompt and made.negative == now["negative"]
    if not same_words:  # as after a character was renamed, tags and all
        found += [Reason(kind) for kind in WORDS if kind in differing]
    return [*found, Reason("positions")] if "positions" in differing else found


def _changed_people(differing: Iterable[str]) -> list[Reason]:
    """Those who are described differently; of others, whose portrait is another."""
    described = [key.removeprefix(WHO) for key in differing if key.startswith(WHO)]
    portrayed = [key.removeprefix(PORTRAIT) for key in differing if key.startswith(PORTRAIT)]
    return [
        *(Reason("character", who) for who in described),
        *(Reason("portrait", who) for who in portrayed if who not in described),
    ]


def _drawn_together(was: str, now: str) -> bool:
    """Whether the place is that of the panel a picture was made beside, whose take came later."""
    return was != "" and now.partition(" ")[0] == was


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

    def of(
        self, board: Board, settings: Settings, weights: frozenset[str] = frozenset()
    ) -> dict[PanelId, Reasons]:
        """The stale panels of a board; those whose recipes are not read yet are left out.

        `weights` are the hashes of the model's files, none while they are not known.
        """
        scenes = {scene.id: scene for scene in board.scenes}
        people = {one.id: one for one in board.characters}
        shared = (board.style, board.negative, board.width, board.height,
                  settings.model, settings.loras, weights)  # fmt: skip
        kept = {scene.anchor for scene in board.scenes if scene.anchor}
        homes = {panel.id: panel.take for panel in board.panels if kept and panel.id in kept}
        around = (*shared, board.scenes, board.characters, homes)
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
            scene = scenes[panel.scene]
            home = homes.get(scene.anchor or "")
            key = (shared, scene, home, who, panel.take, *_words(panel))
            known = self._found.get(panel.id)
            if known is None or known[0] != key:
                known = (key, reasons(board, panel, made, settings, weights))
                self._found[panel.id] = known
            self._seen[panel.id] = panel, known[1]
            if known[1]:
                stale[panel.id] = known[1]
        return stale


def _words(panel: Panel) -> tuple[object, ...]:
    return panel.prompt, panel.negative, panel.shot_size, panel.outfits, panel.boxes, panel.ratio
