"""One picture of the world: what is in it, drawn by lot or on demand, rendered with its truth."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from storyboard.world import vocabulary as words
from storyboard.world.figure import draw_figure
from storyboard.world.look import Look, random_look
from storyboard.world.places import draw_place
from storyboard.world.pose import Point, Pose, joints, pose_of

# Share of the picture's height that one body unit takes, and where the feet stand.
CAMERAS = {"wide shot": (0.072, 0.93), "medium shot": (0.116, 1.37), "close-up": (0.15, 1.75)}
PAIR_CAMERAS = {"wide shot": (0.066, 0.92), "medium shot": (0.096, 1.13), "close-up": (0.12, 1.4)}
ZOOM = {"wide shot": 1.0, "medium shot": 1.12, "close-up": 1.25}
LEGS = 0.6  # body units below the hips
View = tuple[float, float, float]  # x, y and size of what the camera sees, in shares of the picture
WHOLE: View = (0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Figure:
    """A character as it appears in one picture; `x` is a share of the picture's width."""

    look: Look
    action: str
    facing: str
    expression: str
    x: float
    phase: float = 0.0
    pose: Pose | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """What one picture shows. `layout` seeds the place's details."""

    place: str
    time: str
    shot: str
    figures: tuple[Figure, ...]
    layout: int


def random_picture(lot: Random, cast: tuple[Look, ...] | None = None) -> Picture:
    """A picture by lot; with `cast`, of exactly these characters."""
    if cast is None:
        count = lot.choices((0, 1, 2), (0.06, 0.7, 0.24))[0]
        cast = tuple(random_look(lot) for _ in range(count))
    shot = lot.choice(words.SHOTS if len(cast) < 2 else words.SHOTS[1:])
    return Picture(
        place=lot.choice(tuple(words.PLACES)),
        time=lot.choice(words.TIMES),
        shot=shot if cast else "wide shot",
        figures=tuple(
            _random_figure(lot, look, shot, row, len(cast)) for row, look in enumerate(cast)
        ),
        layout=lot.randrange(2**31),
    )


def _random_figure(lot: Random, look: Look, shot: str, row: int, count: int) -> Figure:
    if shot == "wide shot":
        action = lot.choice(words.ACTIONS)
    elif shot == "medium shot":
        action = lot.choices(words.ACTIONS, (3, 3, 1, 1, 1, 3))[0]
    else:
        action = lot.choices(words.ACTIONS, (4, 2, 0, 0, 0, 0))[0]
    middle = 0.5 if count == 1 else (0.28, 0.72)[row]
    return Figure(
        look=look,
        action=action,
        facing=lot.choice(words.FACINGS),
        expression=lot.choice(words.EXPRESSIONS),
        x=middle + lot.uniform(-0.05, 0.05),
        phase=lot.random(),
    )


def render(picture: Picture, width: int, height: int, view: View = WHOLE) -> QImage:
    """What the camera sees of the picture in RGB888, width x height px, anti-aliased."""
    image = QImage(width, height, QImage.Format.Format_RGB32)  # painted 2.5 times as fast
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(1 / view[2], 1 / view[2])
    painter.translate(-view[0] * width, -view[1] * height)
    painter.save()
    painter.scale(height, height)
    zoom, middle = ZOOM[picture.shot], width / height / 2
    painter.translate(middle, 0.55)
    painter.scale(zoom, zoom)
    painter.translate(-middle, -0.55)
    draw_place(painter, picture.place, picture.time, width / height, picture.layout)
    painter.restore()
    for figure in picture.figures:
        _draw(painter, picture, figure, width, height)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB888)


def _draw(painter: QPainter, picture: Picture, figure: Figure, width: int, height: int) -> None:
    left, feet, unit = _stand(picture, figure, width, height)
    painter.save()
    painter.translate(left, feet)
    painter.scale(-unit if figure.facing == "left" else unit, -unit)
    draw_figure(
        painter, figure.look, _pose(figure), figure.expression, book=figure.action == "reading"
    )
    painter.restore()


def _pose(figure: Figure) -> Pose:
    return figure.pose or pose_of(figure.action, figure.phase)


def _stand(picture: Picture, figure: Figure, width: int, height: int) -> tuple[float, float, float]:
    """Where the figure's origin is and how many pixels one body unit has."""
    cameras = CAMERAS if len(picture.figures) < 2 else PAIR_CAMERAS
    unit, feet = cameras[picture.shot]
    if picture.shot != "wide shot":
        feet += 0.75 * unit * min(_pose(figure).lift, 0.0)  # the camera follows who sits
    return figure.x * width, feet * height, unit * height


def shows_legs(picture: Picture, figure: Figure) -> bool:
    """Whether enough below the hips is inside the picture to see what is worn there."""
    _, feet, unit = _stand(picture, figure, 1, 1)
    return feet - (joints(_pose(figure)).hips[1] - LEGS) * unit < 1


def pixels(image: QImage) -> NDArray[np.uint8]:
    """The picture as an array (height, width, 3), uint8."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def mask(picture: Picture, row: int, width: int, height: int) -> NDArray[np.uint8]:
    """Coverage of figure `row`, (height, width), 0 to 255, as if nothing stood before it."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, picture, picture.figures[row], width, height)
    painter.end()
    array = np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)
    return array[:, :, 3].copy()


def key_points(
    picture: Picture, row: int, width: int, height: int, view: View = WHOLE
) -> dict[str, Point]:
    """The joints of figure `row` in pixels, whether inside the picture or not."""
    figure = picture.figures[row]
    left, feet, unit = _stand(picture, figure, width, height)
    body = joints(_pose(figure))
    side = -1 if figure.facing == "left" else 1
    places = {"head": body.head, "neck": body.neck, "hips": body.hips}
    for name in ("front_arm", "back_arm", "front_leg", "back_leg"):
        _, middle, end = getattr(body, name)
        places[f"{name}_middle"], places[f"{name}_end"] = middle, end
    return {
        name: (
            (left + side * x * unit - view[0] * width) / view[2],
            (feet - y * unit - view[1] * height) / view[2],
        )
        for name, (x, y) in places.items()
    }
