"""What a camera sees of a picture, and the way it goes over it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, cast, get_args

Easing = Literal["gentle", "even", "slow start", "slow end"]


@dataclass(frozen=True, slots=True)
class Framing:
    """A part of a picture in its own ratio, in shares of its width and height from the top left."""

    x: Fraction
    y: Fraction
    size: Fraction

    @property
    def shares(self) -> tuple[float, float, float]:
        """For painters: x, y and size."""
        return float(self.x), float(self.y), float(self.size)


@dataclass(frozen=True, slots=True)
class CameraPath:
    """What the camera sees at the first and at the last frame of a panel, and how it goes there."""

    begin: Framing
    end: Framing
    easing: Easing = "gentle"

    def __str__(self) -> str:
        """As it is kept: `0 0 1 1/10 1/5 1/2 gentle`."""
        parts = (part for one in (self.begin, self.end) for part in (one.x, one.y, one.size))
        return " ".join([*map(str, parts), self.easing])

    @staticmethod
    def read(text: str) -> CameraPath:
        """What was kept; raises ValueError for anything else."""
        *ends, easing = text.split(" ", maxsplit=6)
        parts = [Fraction(part) for part in ends]
        if len(parts) != 6 or easing not in get_args(Easing):
            raise ValueError(text)
        return CameraPath(Framing(*parts[:3]), Framing(*parts[3:]), cast(Easing, easing))
