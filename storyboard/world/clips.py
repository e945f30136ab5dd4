"""Clips of the drawn world: its figures move, with every in-between and every joint known exactly.

A clip is a value that tells any moment of itself. What happens in it is told by its two ends as
far as two drawings can tell it: motion starts and ends gently, a jump is preceded by a crouch, and
who goes somewhere walks there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from storyboard.world import vocabulary as words
from storyboard.world.captions import caption
from storyboard.world.picture import (
    WHOLE,
    Figure,
    Picture,
    View,
    key_points,
    pixels,
    random_picture,
    render,
)
from storyboard.world.pose import CROUCH, Point, Pose, blend, pose_of, walking

KINDS = ("walk", "wave", "jump", "act", "face", "camera", "light")
DEEDS = {"wave": "waving", "jump": "jumping"}
ALSO = 0.25  # how often something else changes, too
STEP = 0.14  # of the picture's width, one cycle of a walk
NEAR = 0.72  # of the picture, what a near camera sees


@dataclass(frozen=True, slots=True)
class Motion:
    """What one figure does: from one drawing of itself to another by way of key poses.

    keys   poses and the shares of the clip at which they are reached; the first at 0, the last at 1
    steps  cycles of a walk on the way; with any, only the ends are key poses
    """

    first: Figure
    last: Figure
    keys: tuple[tuple[float, Pose], ...]
    steps: int = 0

    def at(self, share: float) -> Figure:
        """The face and the deed change half way, as they do between two drawings."""
        drawn = self.first if share < 0.5 else self.last
        x = _between(self.first.x, self.last.x, gently(share))
        return replace(drawn, x=x, pose=self._pose(share))

    def _pose(self, share: float) -> Pose:
        if self.steps:
            stride = walking(self.steps * gently(share))
            near_end = gently(min(share, 1 - share, 0.2) / 0.2)
            resting = self.keys[0][1] if share < 0.5 else self.keys[-1][1]
            return blend(resting, stride, near_end)
        for (begin, before), (end, after) in zip(self.keys, self.keys[1:], strict=False):
            if share <= end:
                return blend(before, after, gently((share - begin) / (end - begin)))
        return self.keys[-1][1]


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a clip; `night` is the share of the night laid over the day."""

    picture: Picture
    view: View = WHOLE
    night: float = 0.0

    def pixels(self, width: int, height: int) -> NDArray[np.uint8]:
        """(height, width, 3), uint8."""
        if self.night in (0.0, 1.0):
            return self._drawn("night" if self.night else "day", width, height)
        day, night = (self._drawn(time, width, height) for time in ("day", "night"))
        mixed = (1 - self.night) * day.astype(np.float32) + self.night * night
        return mixed.round().astype(np.uint8)

    def _drawn(self, time: str, width: int, height: int) -> NDArray[np.uint8]:
        return pixels(render(replace(self.picture, time=time), width, height, self.view))

    def key_points(self, row: int, width: int, height: int) -> dict[str, Point]:
        """The joints of figure `row` in pixels, as the camera sees them."""
        return key_points(self.picture, row, width, height, self.view)


@dataclass(frozen=True, slots=True)
class Clip:
    """A scene in which its figures, the camera or the light move; `kind` is what moves most."""

    kind: str
    scene: Picture
    motions: tuple[Motion, ...]
    views: tuple[View, View] = (WHOLE, WHOLE)
    nights: tuple[float, float] = (0.0, 0.0)

    def at(self, share: float) -> Moment:
        """The moment a `share` of the way, 0 to 1, through the clip."""
        eased = gently(share)
        night = _between(*self.nights, eased)
        return Moment(
            replace(
                self.scene,
                time="night" if night >= 0.5 else "day",
                figures=tuple(motion.at(share) for motion in self.motions),
            ),
            _panned(*self.views, eased),
            night,
        )

    def moments(self, frames: int) -> list[Moment]:
        """Evenly spaced, the first and the last included; at least two."""
        return [self.at(row / (frames - 1)) for row in range(frames)]

    def captions(self, lot: Random) -> tuple[str, str]:
        """What its first and its last picture show."""
        return caption(self.at(0).picture, lot, 1.0), caption(self.at(1).picture, lot, 1.0)


def clip_of(seed: int, kind: str | None = None) -> Clip:
    """The clip of a seed; with `kind`, one of that kind."""
    lot = Random(seed)
    kind = kind or lot.choice(KINDS)
    scene = _scene(lot, kind)
    changes = {kind} | {other for other in ("face", "camera", "light") if lot.random() < ALSO / 3}
    hours = (0.0, 1.0) if lot.random() < 0.5 else (1.0, 0.0)
    steady = float(scene.time == "night")
    return Clip(
        kind,
        scene,
        tuple(_motion(lot, figure, kind if row == 0 else "idle", "face" in changes)
              for row, figure in enumerate(scene.figures)),
        _camera(lot) if "camera" in changes else (WHOLE, WHOLE),
        hours if "light" in changes else (steady, steady),
    )  # fmt: skip


def frames_of(moments: Sequence[Moment], width: int, height: int) -> NDArray[np.uint8]:
    """(n, height, width, 3), uint8."""
    return np.stack([moment.pixels(width, height) for moment in moments])


def gently(share: float) -> float:
    """Slow at both ends: 3 s^2 - 2 s^3."""
    return share * share * (3 - 2 * share)


def _scene(lot: Random, kind: str) -> Picture:
    """With somebody in it who can be seen doing what is asked."""
    while True:
        scene = random_picture(lot)
        full = kind in ("walk", "jump", "act")
        if scene.figures and (scene.shot == "wide shot" or not full):
            return scene


def _motion(lot: Random, figure: Figure, kind: str, new_face: bool) -> Motion:
    if kind == "walk":
        return _walk(lot, figure, new_face)
    deed = DEEDS.get(kind) or lot.choice(words.ACTIONS)
    idle = kind not in ("wave", "jump", "act")
    first = replace(figure, action="standing") if kind in DEEDS else figure
    last = replace(first, action=first.action if idle else deed,
                   phase=first.phase + 0.25 if idle else lot.random(),
                   expression=_face(lot, figure) if new_face else figure.expression)  # fmt: skip
    if not idle and lot.random() < 0.5:
        first, last = last, first
    return Motion(first, last, _keys(first, last))


def _walk(lot: Random, figure: Figure, new_face: bool) -> Motion:
    """Towards where the figure looks, far enough to be seen."""
    way = lot.uniform(0.18, 0.42)
    begin = lot.uniform(0.16, 0.84 - way)
    right = figure.facing == "right"
    first = replace(figure, action="standing", x=begin if right else begin + way)
    last = replace(
        first,
        x=begin + way if right else begin,
        expression=_face(lot, figure) if new_face else figure.expression,
    )
    return Motion(first, last, _keys(first, last), steps=max(1, round(way / STEP)))


def _keys(first: Figure, last: Figure) -> tuple[tuple[float, Pose], ...]:
    """Who jumps crouches before, and who lands crouches after."""
    begin, end = pose_of(first.action, first.phase), pose_of(last.action, last.phase)
    jumps, lands = last.action == "jumping", first.action == "jumping"
    if jumps == lands:
        return (0.0, begin), (1.0, end)
    return (0.0, begin), (0.4 if jumps else 0.6, CROUCH), (1.0, end)


def _face(lot: Random, figure: Figure) -> str:
    return lot.choice([one for one in words.EXPRESSIONS if one != figure.expression])


def _camera(lot: Random) -> tuple[View, View]:
    """Nearer, further or past: between the whole and a part, or between two parts."""
    room = 1 - NEAR
    part: View = (room * lot.random(), room * lot.random(), NEAR)
    if lot.random() < 0.5:
        return (WHOLE, part) if lot.random() < 0.5 else (part, WHOLE)
    return part, (room - part[0], part[1], NEAR)


def _panned(first: View, last: View, share: float) -> View:
    x, y, size = (_between(a, b, share) for a, b in zip(first, last, strict=True))
    return x, y, size


def _between(first: float, last: float, share: float) -> float:
    return (1 - share) * first + share * last
