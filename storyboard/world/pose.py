"""How a body stands: joint angles of every action over its cycle, and blends between two poses."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

Point = tuple[float, float]

SHOULDER = (0.95, 5.45)
HIP = (0.55, 3.2)
UPPER_ARM, FORE_ARM = 1.35, 1.3
THIGH, SHIN = 1.55, 1.55


@dataclass(frozen=True, slots=True)
class Pose:
    """Angles in degrees, 0 hangs straight down, positive swings towards the facing side.

    Lengths are in body units: a figure is ten units tall and stands at the origin, y upwards.
    """

    lift: float = 0.0
    lean: float = 0.0
    tilt: float = 0.0
    front_arm: float = 18.0
    front_elbow: float = 10.0
    back_arm: float = -18.0
    back_elbow: float = -10.0
    front_leg: float = 4.0
    front_knee: float = 2.0
    back_leg: float = -4.0
    back_knee: float = -2.0


def pose_of(action: str, phase: float = 0.0) -> Pose:
    """The pose of an action at `phase` of its cycle, 0 to 1."""
    swing = math.sin(2 * math.pi * phase)
    if action == "waving":
        return Pose(front_arm=112 + 6 * swing, front_elbow=160 + 20 * swing, tilt=3 * swing)
    if action == "running":
        return _running(swing)
    if action == "sitting":
        return Pose(
            lift=-2.45, lean=-6 + swing, front_arm=26, front_elbow=44, back_arm=-32,
            back_elbow=-14, front_leg=82, front_knee=86, back_leg=70, back_knee=90,
        )  # fmt: skip
    if action == "jumping":
        return Pose(
            lift=1.2 + 0.4 * swing, front_arm=114, front_elbow=164, back_arm=-114,
            back_elbow=-164, front_leg=52, front_knee=-30, back_leg=-44, back_knee=-96,
        )  # fmt: skip
    if action == "reading":
        return Pose(front_arm=22, front_elbow=-62, back_arm=-22, back_elbow=62, tilt=4 + swing)
    return Pose(lift=0.04 * swing, front_arm=18 + 2 * swing, back_arm=-18 - 2 * swing)


def _running(swing: float) -> Pose:
    return Pose(
        lift=0.15 + 0.1 * abs(swing), lean=12, front_arm=-58 - 14 * swing,
        front_elbow=18 - 14 * swing, back_arm=62 + 14 * swing, back_elbow=128 + 10 * swing,
        front_leg=62 + 10 * swing, front_knee=8 + 10 * swing, back_leg=-44 - 10 * swing,
        back_knee=-98 - 6 * swing,
    )  # fmt: skip


def walking(phase: float) -> Pose:
    """A step with each leg in a cycle; the body is highest where the legs pass each other."""
    swing = math.sin(2 * math.pi * phase)
    lifted = math.cos(2 * math.pi * phase)
    return Pose(
        lift=0.12 * (1 - abs(swing)) - 0.1, lean=4, front_arm=-26 * swing,
        front_elbow=14 - 20 * swing, back_arm=26 * swing, back_elbow=14 + 20 * swing,
        front_leg=30 * swing, front_knee=24 * swing - 40 * max(lifted, 0.0),
        back_leg=-30 * swing, back_knee=-24 * swing - 40 * max(-lifted, 0.0),
    )  # fmt: skip


CROUCH = Pose(
    lift=-0.55, lean=14, front_arm=-30, front_elbow=-12, back_arm=-44, back_elbow=-30,
    front_leg=46, front_knee=-34, back_leg=30, back_knee=-50,
)  # fmt: skip


def holding(pose: Pose) -> Pose:
    """The same pose with the back hand brought up to carry a prop."""
    return _replaced(pose, back_arm=-34.0, back_elbow=-128.0)


def blend(first: Pose, last: Pose, share: float) -> Pose:
    """The pose a `share` of the way from first to last, joint by joint."""
    return Pose(
        **{
            field.name: (1 - share) * getattr(first, field.name) + share * getattr(last, field.name)
            for field in fields(Pose)
        }
    )


def _replaced(pose: Pose, **angles: float) -> Pose:
    return Pose(**{**{f.name: getattr(pose, f.name) for f in fields(Pose)}, **angles})


@dataclass(frozen=True, slots=True)
class Joints:
    """Where the joints are, in body units."""

    head: Point
    neck: Point
    hips: Point
    front_arm: tuple[Point, Point, Point]
    back_arm: tuple[Point, Point, Point]
    front_leg: tuple[Point, Point, Point]
    back_leg: tuple[Point, Point, Point]


def joints(pose: Pose) -> Joints:
    """Forward kinematics: the lean turns everything above the hips about them."""
    hips = (0.0, 3.2 + pose.lift)

    def upper(x: float, y: float) -> Point:
        dx, dy = x, y - 3.2
        turn = math.radians(-pose.lean)
        return (
            hips[0] + dx * math.cos(turn) - dy * math.sin(turn),
            hips[1] + dx * math.sin(turn) + dy * math.cos(turn),
        )

    return Joints(
        head=upper(0, 7.75),
        neck=upper(0, 5.9),
        hips=hips,
        front_arm=_chain(upper(*SHOULDER), pose.front_arm, pose.front_elbow, UPPER_ARM, FORE_ARM),
        back_arm=_chain(
            upper(-SHOULDER[0], SHOULDER[1]), pose.back_arm, pose.back_elbow, UPPER_ARM, FORE_ARM
        ),
        front_leg=_chain((HIP[0], hips[1]), pose.front_leg, pose.front_knee, THIGH, SHIN),
        back_leg=_chain((-HIP[0], hips[1]), pose.back_leg, pose.back_knee, THIGH, SHIN),
    )


def _chain(
    start: Point, first: float, second: float, upper: float, lower: float
) -> tuple[Point, Point, Point]:
    middle = _step(start, first, upper)
    return start, middle, _step(middle, second, lower)


def _step(start: Point, angle: float, length: float) -> Point:
    turn = math.radians(angle)
    return start[0] + length * math.sin(turn), start[1] - length * math.cos(turn)
