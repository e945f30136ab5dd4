"""Lays a story out on pages: pure arithmetic in millimetres, text measured by whoever draws it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Measure = Callable[[str, float, float], float]
"""(text, width in mm, size in points) -> the height in mm that the text takes when wrapped."""

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4), "B5": (176.0, 250.0)}

MARGIN = 12.0
GUTTER = 4.5
TITLE_HEIGHT = 12.0
FOOTER_HEIGHT = 5.0
LEAST, MOST = 0.84, 1.12  # how far pictures shrink or grow in height to fill a page
PADDING = (2.6, 1.9)  # inside the box of a caption
CAPTION_POINTS = 9.5


@dataclass(frozen=True, slots=True)
class Card:
    """A panel on paper. `picture` is an encoded picture, None while nothing is drawn; `ratio` is
    its width over height where that is not the story's."""

    name: str
    picture: bytes | None
    caption: str = ""
    ratio: float | None = None


Row = Sequence[Card]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A story to be laid out; `ratio` is width over height of its pictures."""

    title: str
    cards: tuple[Card, ...]
    ratio: float
    columns: int = 2
    paper: str = "A4"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in mm from its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A card in its place; the caption's box stands under the picture, `points` is its size."""

    card: Card
    picture: Box
    caption: Box | None
    points: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its title, if it has one, its number and its cards."""

    title: str
    number: int
    cards: tuple[Placed, ...]


def paginate(sheet: Sheet, measure: Measure) -> tuple[Page, ...]:
    """Fills pages row by row. No caption is ever cut: where the next row does not fit, pictures
    give way a little, and otherwise a new page begins."""
    frame = _Frame(sheet, measure)
    pages: list[Page] = []
    left = [sheet.cards[row : row + sheet.columns]
            for row in range(0, len(sheet.cards), sheet.columns)]  # fmt: skip
    while left or not pages:
        top = MARGIN + (0 if pages else TITLE_HEIGHT)
        count = frame.rows_that_fit(left, top)
        cards = frame.placed(left[:count], top, last=count == len(left))
        pages.append(Page("" if pages else sheet.title, len(pages) + 1, cards))
        left = left[count:]
    return tuple(pages)


class _Frame:
    """The measures of one sheet's columns."""

    def __init__(self, sheet: Sheet, measure: Measure) -> None:
        self.sheet, self.measure = sheet, measure
        paper_width, paper_height = PAPERS[sheet.paper]
        self.bottom = paper_height - MARGIN - FOOTER_HEIGHT
        gutters = GUTTER * (sheet.columns - 1)
        self.width = (paper_width - 2 * MARGIN - gutters) / sheet.columns
        room = self.bottom - MARGIN - TITLE_HEIGHT
        self.picture_height = min(self.width / sheet.ratio, 0.6 * room)
        self.caption_room = room - self.picture_height

    def rows_that_fit(self, rows: Sequence[Row], top: float) -> int:
        """At least one, wherever it stands."""
        count = 1
        while count < len(rows) and self.stretch(rows[: count + 1], top) >= LEAST:
            count += 1
        return count

    def stretch(self, rows: Sequence[Row], top: float) -> float:
        """By how much pictures would have to grow for these rows to fill the page."""
        text = sum(self.text_height(row) for row in rows)
        gutters = GUTTER * (len(rows) - 1)
        return (self.bottom - top - text - gutters) / (len(rows) * self.picture_height)

    def placed(self, rows: Sequence[Row], top: float, *, last: bool) -> tuple[Placed, ...]:
        most = 1.0 if last else MOST
        stretch = min(most, self.stretch(rows, top)) if rows else 1.0
        height, y = self.picture_height * stretch, top
        cards: list[Placed] = []
        for row in rows:
            text = self.text_height(row)
            cards.extend(self.card(card, x, y, height, text) for x, card in enumerate(row))
            y += height + text + GUTTER
        return tuple(cards)

    def card(self, card: Card, column: int, y: float, height: float, text: float) -> Placed:
        x = MARGIN + column * (self.width + GUTTER)
        caption = Box(x, y + height, self.width, text) if card.caption else None
        return Placed(card, Box(x, y, self.width, height), caption, self.caption(card)[1])

    def text_height(self, row: Row) -> float:
        return max(self.caption(card)[0] for card in row)

    def caption(self, card: Card) -> tuple[float, float]:
        """Height of the caption's box and its size in points: smaller only if a page is too low."""
        if not card.caption:
            return 0.0, CAPTION_POINTS
        points = CAPTION_POINTS
        while (height := self._box_height(card.caption, points)) > self.caption_room:
            points *= 0.9
        return height, points

    def _box_height(self, text: str, points: float) -> float:
        inside, padding = PADDING
        return self.measure(text, self.width - 2 * inside, points) + 2 * padding
