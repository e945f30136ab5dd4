"""Camera moves: which part of its picture a panel shows at each of its frames."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from storyboard.board import CameraMove

NEAR = Fraction(4, 5)  # of the picture's width is seen from near, and while panning


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


WHOLE = Framing(Fraction(0), Fraction(0), Fraction(1))


def framing(move: CameraMove, frame: int, frames: int) -> Framing:
    """What is seen at `frame` of the `frames` a panel lasts; the move fills all of it.

    It starts and stops gently.
    """
    begin, end = _ENDS[move]
    share = Fraction(min(max(frame, 0), frames - 1), max(1, frames - 1))
    return midway(begin, end, share * share * (3 - 2 * share))


def midway(begin: Framing, end: Framing, share: Fraction) -> Framing:
    """A `share` of the way from one framing to another."""
    return Framing(
        begin.x + (end.x - begin.x) * share,
        begin.y + (end.y - begin.y) * share,
        begin.size + (end.size - begin.size) * share,
    )


def nearer(seen: Framing, by: Fraction) -> Framing:
    """The middle of a framing, smaller by this share of itself."""
    return Framing(seen.x + seen.size * by / 2, seen.y + seen.size * by / 2, seen.size * (1 - by))


def _near(x: Fraction | int, y: Fraction | int) -> Framing:
    """A near view; x and y from 0 to 1 say where in the room that is left."""
    left = 1 - NEAR
    return Framing(x * left, y * left, NEAR)


_HALF = Fraction(1, 2)
_ENDS: dict[CameraMove, tuple[Framing, Framing]] = {
    "still": (WHOLE, WHOLE),
    "push in": (WHOLE, _near(_HALF, _HALF)),
    "pull out": (_near(_HALF, _HALF), WHOLE),
    "pan left": (_near(1, _HALF), _near(0, _HALF)),
    "pan right": (_near(0, _HALF), _near(1, _HALF)),
    "tilt up": (_near(_HALF, 1), _near(_HALF, 0)),
    "tilt down": (_near(_HALF, 0), _near(_HALF, 1)),
}
MOVES: tuple[CameraMove, ...] = tuple(_ENDS)
