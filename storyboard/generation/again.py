"""Makes a take again from its recipe alone, and says whether it came out the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from PIL import Image

from storyboard.board import TakeId
from storyboard.engine.request import (
    Anchor,
    Consistency,
    GenerationRequest,
    Lora,
    PanelRequest,
    Start,
)
from storyboard.generation.plan import Settings
from storyboard.project import Project, ProjectError
from storyboard.resources import starter_model
from storyboard.take import Take

Value = TypeVar("Value", PanelRequest, Anchor, Consistency)


def request_again(project: Project, take_id: TakeId, settings: Settings) -> GenerationRequest:
    """The request that a take was made by, whatever its panel says by now.

    Model and LoRA files are looked for where those of `settings` are. Raises ProjectError for a
    picture that was not drawn here, and where an anchor or a file it needs is missing.
    """
    told = _recipe(project.take(take_id))
    known = (one.name for one in fields(GenerationRequest))
    numbers = {name: told[name] for name in known if isinstance(told.get(name), int | float)}
    return GenerationRequest(
        model=_model(told["model"], settings),
        panels=tuple(_panel(project, one) for one in told["panels"]),
        anchors=tuple(_anchor(project, one) for one in told.get("anchors", ())),
        portraits=tuple(_value(PanelRequest, one) for one in told.get("portraits", ())),
        # before there was the choice, both halves of guidance read
        consistency=_value(Consistency, {"guided": False} | told.get("consistency", {})),
        loras=tuple(_lora(one, settings.loras) for one in told.get("loras", ())),
        **numbers,
    )


def _recipe(take: Take) -> dict[str, Any]:
    told = json.loads(take.recipe)
    if not isinstance(told, dict) or "panels" not in told:
        raise ProjectError(
            "This picture came from outside, so there is no recipe to make it again.",
            "Choose a take that was drawn here.",
        )
    return told


def _value(kind: type[Value], told: Mapping[str, Any]) -> Value:
    """One of the request's own values, of what a recipe says and this version knows."""
    names = {one.name for one in fields(kind)}
    return kind(**{key: _frozen(value) for key, value in told.items() if key in names})


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _panel(project: Project, told: Mapping[str, Any]) -> PanelRequest:
    start = told.get("start")
    made = _picture(project, start["sha256"]) if start else None
    begun = Start(start["sha256"], made, start["strength"]) if start and made else None
    return replace(_value(PanelRequest, {**told, "start": None}), start=begun)


def _anchor(project: Project, told: Mapping[str, Any]) -> Anchor:
    return _value(Anchor, {**told, "picture": _picture(project, told["sha256"])})


def _picture(project: Project, sha256: str) -> Path:
    picture = project.original(sha256)
    if picture is None:
        raise ProjectError(
            "A picture that this take was made from is missing from the media folder.",
            "Bring the file back from a copy of the project.",
        )
    return picture


def _model(name: str, settings: Settings) -> Path:
    places = (settings.model, starter_model(), settings.model.with_name(name))
    found = next((one for one in places if one.name == name and one.exists()), None)
    if found is None:
        raise ProjectError(
            "This take was drawn with the model “{name}”, which is not here.",
            "Choose that model, then make the take again.",
            name=name,
        )
    return found


def _lora(told: Mapping[str, Any], loras: Iterable[Lora]) -> Lora:
    found = next((one.file for one in loras if one.file.name == told["name"]), None)
    if found is None:
        raise ProjectError(
            "This take was drawn with the LoRA “{name}”, which is not in use.",
            "Choose that LoRA, then make the take again.",
            name=told["name"],
        )
    return Lora(found, told["weight"])


@dataclass(frozen=True, slots=True)
class Comparison:
    """A take beside the same recipe drawn now.

    pixels   the share of them that differ, 0 to 1; None where the first picture is missing
    largest  difference of a pixel's colour, of 255
    changed  what the recipe names that is something else now, as in `torch 2.8.0 → 2.9.1`
    """

    same: bool
    pixels: float | None = 0.0
    largest: int = 0
    changed: tuple[str, ...] = ()


def compare(project: Project, take: Take, png: bytes, recipe: str) -> Comparison:
    """`png` and `recipe` are of the picture that was made again."""
    changed = tuple(_changes(_recipe(take).get("provenance", {}), json.loads(recipe)["provenance"]))
    original = project.original(take.sha256)
    if original is None:
        return Comparison(False, None, changed=changed)
    was, now = _pixels(original.read_bytes()), _pixels(png)
    if was.shape != now.shape:
        return Comparison(False, 1.0, 255, changed)
    off = np.abs(was - now).max(axis=-1)
    return Comparison(not off.any(), float((off > 0).mean()), int(off.max()), changed)


def _pixels(png: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    with Image.open(BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGB"), np.int16)


def _changes(was: Mapping[str, Any], now: Mapping[str, Any], name: str = "") -> Iterable[str]:
    """Where two provenances differ, part by part; of files, which."""
    for key in now:
        if isinstance(now[key], dict):
            yield from _changes(was.get(key, {}), now[key], key)
        elif was.get(key) != now[key]:
            told = f"{key} {was.get(key)} → {now[key]}"
            yield key if name == "files" else told
