"""Lays shots out on a sheet for the crew: picture, action, dialogue and notes, so many a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from storyboard.pages.layout import MARGIN, PAPERS, Box, Measure

GRIDS = {  # shots a page: columns, rows
    1: (1, 1),
    2: (1, 2),
    3: (1, 3),
    4: (2, 2),
    6: (2, 3),
    8: (2, 4),
    9: (3, 3),
    12: (3, 4),
    20: (4, 5),
}
BESIDE = (2, 3)  # shots a page, where words stand beside the picture
HEAD = 15.0  # mm, of the page's header
NAME = 6.0  # mm, of the line above a picture
GAP = 5.0  # mm, between shots
INSET = 2.0  # mm, between a picture and its words
PICTURE_SHARE = 0.62  # of a shot's height where its words stand below, of its width where beside
POINTS = 9.0  # of the words, less where they would not fit
ALONE = 12.0  # of those of a shot that has the page to itself
LEAST = 6.5  # to which the words of one shot can bring those of the others on its page
LABEL_POINTS = 7.0
LABELS = 17.0  # mm, of the column in which the labels stand, less where shots are narrow
LINES = 1.2  # mm, between one text and the next


@dataclass(frozen=True, slots=True)
class Shot:
    """A panel on the sheet. `words` are (label, text), only those that say something; `ratio` is
    the picture's where that is not the story's."""

    name: str
    scene: str
    duration: str
    picture: bytes | None
    words: tuple[tuple[str, str], ...] = ()
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """The sheet's own words, in the reader's language; page and scenes are templates."""

    page: str = "Page {number} of {count}"
    scenes: str = "{first} – {last}"


@dataclass(frozen=True, slots=True)
class ShotSheet:
    """A story as a list of shots; `ratio` is width over height of its pictures."""

    title: str
    date: str
    shots: tuple[Shot, ...]
    ratio: float
    up: int = 6
    paper: str = "A4"
    terms: Terms = field(default_factory=Terms)


@dataclass(frozen=True, slots=True)
class Line:
    """A label and the text beside it, each in its box."""

    label: str
    text: str
    label_box: Box
    text_box: Box


@dataclass(frozen=True, slots=True)
class PlacedShot:
    """A shot in its place; `points` is the size of its words."""

    shot: Shot
    name: Box
    picture: Box
    lines: tuple[Line, ...]
    points: float


@dataclass(frozen=True, slots=True)
class ShotPage:
    """One page of the sheet: what stands in its header, and its shots."""

    scenes: str
    number: int
    shots: tuple[PlacedShot, ...]


def lay_out_shots(sheet: ShotSheet, measure: Measure) -> tuple[ShotPage, ...]:
    """As many shots a page as asked for; words grow smaller where they would not fit."""
    return tuple(
        _page(sheet, measure, first // sheet.up + 1, sheet.shots[first : first + sheet.up])
        for first in range(0, len(sheet.shots), sheet.up)
    )


def _page(sheet: ShotSheet, measure: Measure, number: int, shots: Sequence[Shot]) -> ShotPage:
    first, last = shots[0].scene, shots[-1].scene
    scenes = first if first == last else sheet.terms.scenes.format(first=first, last=last)
    places = list(zip(shots, cells_of(sheet), strict=False))
    sizes = [_points(sheet, measure, shot, cell) for shot, cell in places]
    alike = max(LEAST, min(sizes))  # as far as can be read, a page is set in one size
    placed = [
        _placed(sheet, measure, shot, cell, min(size, alike))
        for (shot, cell), size in zip(places, sizes, strict=True)
    ]
    return ShotPage(scenes, number, tuple(placed))


def cells_of(sheet: ShotSheet) -> list[Box]:
    """The places of a page, row by row."""
    columns, rows = GRIDS[sheet.up]
    paper_width, paper_height = PAPERS[sheet.paper]
    width = (paper_width - 2 * MARGIN - GAP * (columns - 1)) / columns
    room = paper_height - 2 * MARGIN - HEAD
    height = (room - GAP * (rows - 1)) / rows
    return [
        Box(MARGIN + column * (width + GAP), MARGIN + HEAD + row * (height + GAP), width, height)
        for row in range(rows)
        for column in range(columns)
    ]


def _points(sheet: ShotSheet, measure: Measure, shot: Shot, cell: Box) -> float:
    """The largest size in which the words of a shot fit."""
    _, words = _parted(sheet, cell)
    points = ALONE if sheet.up == 1 else POINTS
    while (
        _height(shot, words.width - _labels(words), points, measure) > words.height and points > 1
    ):
        points *= 0.93
    return points


def _placed(sheet: ShotSheet, measure: Measure, shot: Shot, cell: Box, points: float) -> PlacedShot:
    picture, words = _parted(sheet, cell)
    wide = cell.width if sheet.up in BESIDE else words.width
    lines = _lines(shot, words, points, measure)
    return PlacedShot(shot, Box(cell.x, cell.y, wide, NAME), picture, lines, points)


def _parted(sheet: ShotSheet, cell: Box) -> tuple[Box, Box]:
    """Where the picture stands and where its words: beside it in a row of its own, else below."""
    top, height = cell.y + NAME, cell.height - NAME
    if sheet.up in BESIDE:
        width = min(PICTURE_SHARE * cell.width, height * sheet.ratio)
        picture = Box(cell.x, top, width, width / sheet.ratio)
        left = width + 2 * INSET
        return picture, Box(cell.x + left, top, cell.width - left, height)
    width = min(cell.width, PICTURE_SHARE * height * sheet.ratio)
    picture = Box(cell.x, top, width, width / sheet.ratio)
    below = picture.height + INSET
    wide = width if width > PICTURE_SHARE * cell.width else cell.width  # words end where it ends
    return picture, Box(cell.x, top + below, wide, height - below)


def _labels(room: Box) -> float:
    return min(LABELS, room.width / 4)


def _height(shot: Shot, width: float, points: float, measure: Measure) -> float:
    text = sum(measure(words, width, points) for _, words in shot.words)
    return text + len(shot.words) * LINES


def _lines(shot: Shot, room: Box, points: float, measure: Measure) -> tuple[Line, ...]:
    """Labels in a column of their own, the first line of each text beside its label."""
    lines, y, labels = [], room.y, _labels(room)
    width = room.width - labels
    for name, words in shot.words:
        height = measure(words, width, points)
        down = 0.12 * (points - min(LABEL_POINTS, points))  # so that both stand on one line
        label = Box(room.x, y + down, labels, height)
        lines.append(Line(name, words, label, Box(room.x + labels, y, width, height)))
        y += height + LINES
    return tuple(lines)
