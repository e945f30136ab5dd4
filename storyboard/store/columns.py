"""Values of the board as the text that stands in a document's columns."""

from __future__ import annotations

import json
from dataclasses import asdict
from fractions import Fraction
from typing import Any, cast

from sqlalchemy import Dialect, Text, TypeDecorator

from storyboard.board import Audio, Box, Numbering, Outfit, Reference, Transition, TransitionKind
from storyboard.framing import CameraPath


class RateText(TypeDecorator[Fraction]):
    """A rational rate as in 24000/1001."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str:
        return str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Fraction:
        return Fraction(str(value))


class RatioText(TypeDecorator[Fraction]):
    """Width over height as in 16/9, NULL where the story's is meant."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        return str(value) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Fraction | None:
        return Fraction(str(value)) if value else None


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


class PathText(TypeDecorator[CameraPath]):
    """A camera's way as in `0 0 1 1/10 1/5 1/2 gentle`, NULL where its move has a name."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: CameraPath | None, dialect: Dialect) -> str | None:
        return str(value) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> CameraPath | None:
        return CameraPath.read(str(value)) if value else None


class AudioText(TypeDecorator[Audio]):
    """A sound as a JSON object, NULL where there is none."""

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
