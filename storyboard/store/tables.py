"""The tables of a document as SQLAlchemy Core sees them; `migrations` creates them."""

from __future__ import annotations

import json
from dataclasses import asdict
from fractions import Fraction
from typing import Any, cast

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from storyboard.board import (
    Audio,
    Box,
    Numbering,
    Outfit,
    Reference,
    Transition,
    TransitionKind,
)


class RateText(TypeDecorator[Fraction]):
    """A rational rate as in 24000/1001."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str:
        return str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Fraction:
        return Fraction(str(value))


class SeedText(TypeDecorator[int]):
    """A seed of any size; SQLite's own integers end at 2**63."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> str:
        return str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> int:
        return int(str(value))


class NameList(TypeDecorator[tuple[str, ...]]):
    """Names in order, as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        return json.dumps(list(value or ()))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(json.loads(str(value)))


class NameSet(TypeDecorator[frozenset[str]]):
    """Names without order, as a sorted JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[str] | None, dialect: Dialect) -> str:
        return json.dumps(sorted(value or ()))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> frozenset[str]:
        return frozenset(json.loads(str(value)))


class TransitionText(TypeDecorator[Transition]):
    """A transition as in `predicted 12`, NULL where it is left to the rule."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Transition | None, dialect: Dialect) -> str | None:
        return f"{value.kind} {value.frames}" if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Transition | None:
        if value is None:
            return None
        kind, frames = str(value).split()
        return Transition(cast(TransitionKind, kind), int(frames))


class AudioText(TypeDecorator[Audio]):
    """The sound of the film as a JSON object, NULL where there is none."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Audio | None, dialect: Dialect) -> str | None:
        return json.dumps(asdict(value), ensure_ascii=False) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Audio | None:
        return None if value is None else Audio(**json.loads(str(value)))


class NumberingText(TypeDecorator[Numbering]):
    """How panels are named, as a JSON object."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Numbering | None, dialect: Dialect) -> str:
        return json.dumps(asdict(value or Numbering()))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Numbering:
        return Numbering(**json.loads(str(value)))


class OutfitList(TypeDecorator[tuple[Outfit, ...]]):
    """Outfits in order, as a JSON list of objects."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Outfit, ...] | None, dialect: Dialect) -> str:
        return json.dumps([asdict(one) for one in value or ()], ensure_ascii=False)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[Outfit, ...]:
        return tuple(Outfit(**one) for one in json.loads(str(value)))


class ReferenceList(TypeDecorator[tuple[Reference, ...]]):
    """Reference pictures in order, as a JSON list of objects."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Reference, ...] | None, dialect: Dialect) -> str:
        return json.dumps([asdict(one) for one in value or ()], ensure_ascii=False)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[Reference, ...]:
        return tuple(Reference(**one) for one in json.loads(str(value)))


class WardrobeText(TypeDecorator[tuple[tuple[str, str], ...]]):
    """Who wears what, as a JSON list of pairs."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[tuple[str, str], ...] | None, dialect: Dialect
    ) -> str:
        return json.dumps([list(pair) for pair in value or ()])

    def process_result_value(
        self, value: Any | None, dialect: Dialect
    ) -> tuple[tuple[str, str], ...]:
        return tuple((who, outfit) for who, outfit in json.loads(str(value)))


class BoxList(TypeDecorator[tuple[tuple[str, Box], ...]]):
    """Who is where, as a JSON list of [character, left, top, right, bottom]."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[tuple[str, Box], ...] | None, dialect: Dialect
    ) -> str:
        return json.dumps([[who, *box] for who, box in value or ()])

    def process_result_value(
        self, value: Any | None, dialect: Dialect
    ) -> tuple[tuple[str, Box], ...]:
        return tuple((who, Box(*edges)) for who, *edges in json.loads(str(value)))


metadata = MetaData()

board = Table(
    "board",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("rate", RateText, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("style", Text, nullable=False),
    Column("negative", Text, nullable=False),
    Column("audio", AudioText),
    Column("numbering", NumberingText, nullable=False),
    Column("steps", Integer, nullable=False),
    Column("guidance", Float, nullable=False),
    Column("consistency", Float, nullable=False),
)

characters = Table(
    "characters",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("color", Text, nullable=False),
    Column("outfits", OutfitList, nullable=False),
    Column("references", ReferenceList, nullable=False),
    Column("portrait", Text),
)

scenes = Table(
    "scenes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("heading", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("mood", Text, nullable=False),
    Column("outfits", WardrobeText, nullable=False),
    Column("anchor", Text),  # a panel, which may be in the trash
)

takes = Table(
    "takes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("panel", Text, nullable=False),  # may be gone by an undo, or be a character
    Column("number", Integer, nullable=False),
    Column("sha256", Text, ForeignKey("proxies.sha256"), nullable=False),
    Column("recipe", Text, nullable=False),
    Column("created", Text, nullable=False),
    UniqueConstraint("panel", "number"),
)

panels = Table(
    "panels",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("trashed", Boolean, nullable=False),
    Column("scene", Text, nullable=False),  # of a panel in the trash, may be gone
    Column("prompt", Text, nullable=False),
    Column("caption", Text, nullable=False),
    Column("cast", NameList, nullable=False),
    Column("starts_shot", Boolean, nullable=False),
    Column("frames", Integer, nullable=False),
    Column("seed", SeedText, nullable=False),
    Column("take", Text, ForeignKey("takes.id")),
    Column("negative", Text, nullable=False),
    Column("locks", NameSet, nullable=False),
    Column("camera", Text, nullable=False),
    Column("transition", TransitionText),
    Column("shot_size", Text, nullable=False),
    Column("dialogue", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("steps", Integer),
    Column("guidance", Float),
    Column("consistency", Float),
    Column("outfits", WardrobeText, nullable=False),
    Column("borrowed", NameList, nullable=False),
    Column("starred", NameSet, nullable=False),
    Column("discarded", NameSet, nullable=False),
    Column("boxes", BoxList, nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("panels", NameList, nullable=False),
    Column("settings", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("problem", Text, nullable=False),
)

proxies = Table(
    "proxies",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("webp", LargeBinary, nullable=False),
)
