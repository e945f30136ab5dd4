"""Camera moves: which part of its picture a panel shows at each of its frames."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from storyboard.board import CameraMove, Panel
from storyboard.framing import CameraPath, Easing, Framing

NEAR = Fraction(4, 5)  # of the picture's width is seen from near, and while panning


WHOLE = Framing(Fraction(0), Fraction(0), Fraction(1))


EASINGS: dict[Easing, Callable[[Fraction], Fraction]] = {  # share of the time to share of the way
    "gentle": lambda share: share * share * (3 - 2 * share),
    "even": lambda share: share,
    "slow start": lambda share: share * share,
    "slow end": lambda share: share * (2 - share),
}


def path_of(panel: Panel) -> CameraPath:
    """The way of a panel's camera, whether it was drawn or has a name."""
    return panel.path or PATHS[panel.camera]


def framing(path: CameraPath, frame: int, frames: int) -> Framing:
    """What is seen at `frame` of the `frames` a panel lasts; the move fills all of it."""
    share = Fraction(min(max(frame, 0), frames - 1), max(1, frames - 1))
    return midway(path.begin, path.end, EASINGS[path.easing](share))


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
PATHS: dict[CameraMove, CameraPath] = {
    "still": CameraPath(WHOLE, WHOLE),
    "push in": CameraPath(WHOLE, _near(_HALF, _HALF)),
    "pull out": CameraPath(_near(_HALF, _HALF), WHOLE),
    "pan left": CameraPath(_near(1, _HALF), _near(0, _HALF)),
    "pan right": CameraPath(_near(0, _HALF), _near(1, _HALF)),
    "tilt up": CameraPath(_near(_HALF, 1), _near(_HALF, 0)),
    "tilt down": CameraPath(_near(_HALF, 0), _near(_HALF, 1)),
    "free": CameraPath(WHOLE, WHOLE),  # until it is drawn
}
MOVES: tuple[CameraMove, ...] = tuple(PATHS)
