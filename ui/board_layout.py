"""Where scene headers and cards stand on the board, and what is found at a point of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from storyboard.board import Board, Panel, PanelId, Scene, SceneId

EDGE, GAP, HEADER = 18, 14, 40
TEXT_HEIGHT = 98  # below the picture: name, two lines of caption, chips
EMPTY = 64  # the height of a scene without panels, where some can be dropped
LEAST = 80  # pixels, of a card's width


@dataclass(frozen=True, slots=True)
class Placed:
    """A card's rectangle in the content of the board, in pixels; `row` is its panel's."""

    row: int
    panel: Panel
    rect: QRect


@dataclass(frozen=True, slots=True)
class Header:
    """A scene's line above its cards."""

    number: int
    scene: Scene
    panels: tuple[Panel, ...]
    rect: QRect


@dataclass(frozen=True, slots=True)
class Line:
    """Cards side by side, or the empty place of a scene; `first` is the row of the first panel."""

    scene: SceneId
    first: int
    cards: tuple[Placed, ...]
    rect: QRect


@dataclass(frozen=True, slots=True)
class Caret:
    """Between two cards: the row of the panel behind it, the scene it is in, where it is drawn."""

    row: int
    scene: SceneId
    rect: QRect


class Layout:
    """Headers and cards from top to bottom; `height` is of all of it. What is seen is found by
    halving, so that a board of thousands of panels is no slower than a small one."""

    def __init__(self, headers: list[Header], lines: list[Line], height: int) -> None:
        self.headers, self.lines, self.height = headers, lines, height
        self.cards = [card for line in lines for card in line.cards]
        self._header_tops = [header.rect.top() for header in headers]
        self._line_tops = [line.rect.top() for line in lines]
        self._rects = {card.panel.id: card.rect for card in self.cards}

    def visible(self, top: int, bottom: int) -> list[Placed]:
        return [card for line in self._lines_between(top, bottom) for card in line.cards]

    def empty_places(self, top: int, bottom: int) -> list[QRect]:
        return [line.rect for line in self._lines_between(top, bottom) if not line.cards]

    def visible_headers(self, top: int, bottom: int) -> list[Header]:
        first = max(0, bisect_right(self._header_tops, top - HEADER) - 1)
        return self.headers[first : bisect_right(self._header_tops, bottom)]

    def _lines_between(self, top: int, bottom: int) -> list[Line]:
        first = max(0, bisect_right(self._line_tops, top) - 1)
        return self.lines[first : bisect_right(self._line_tops, bottom)]

    def rect_of(self, panel: PanelId) -> QRect | None:
        return self._rects.get(panel)

    def card_at(self, at: QPoint) -> Placed | None:
        near = self._lines_between(at.y(), at.y())
        return next((one for line in near for one in line.cards if one.rect.contains(at)), None)

    def header_at(self, at: QPoint) -> Header | None:
        near = self.visible_headers(at.y(), at.y())
        return next((header for header in near if header.rect.contains(at)), None)

    def caret_at(self, at: QPoint) -> Caret | None:
        """In the line that is nearest above or below, before the first card right of the point."""
        if not self.lines:
            return None
        line = self._nearest_line(at.y())
        before = sum(card.rect.center().x() < at.x() for card in line.cards)
        if line is self.lines[-1] and at.y() > line.rect.bottom():
            before = len(line.cards)
        return Caret(line.first + before, line.scene, _between(line, before))

    def _nearest_line(self, y: int) -> Line:
        after = bisect_left(self._line_tops, y)
        near = self.lines[max(0, after - 1) : after + 1]
        return min(near, key=lambda line: max(line.rect.top() - y, y - line.rect.bottom(), 0))


def _between(line: Line, before: int) -> QRect:
    if not line.cards:
        return QRect(line.rect.left() - 9, line.rect.top(), 3, line.rect.height())
    last = before == len(line.cards)
    card = line.cards[before - 1 if last else before].rect
    x = card.right() + 6 if last else card.left() - 9
    return QRect(x, card.top(), 3, card.height())


def lay_out(board: Board, width: int, columns: int, before: Layout | None = None) -> Layout:
    """Cards in lines of `columns`, each scene under a header of its own; the lines of the layout
    `before` stay what they are where nothing of them has changed."""
    known = before.lines if before else []
    wide = max(LEAST, (width - 2 * EDGE - (columns - 1) * GAP) // columns)
    tall = wide * board.height // board.width + TEXT_HEIGHT
    panels = defaultdict[SceneId, list[Panel]](list)
    for panel in board.panels:
        panels[panel.scene].append(panel)
    headers: list[Header] = []
    lines: list[Line] = []
    y, row = EDGE - 8, 0
    for number, scene in enumerate(board.scenes, start=1):
        here = panels[scene.id]
        rect = QRect(EDGE, y, width - 2 * EDGE, HEADER)
        headers.append(Header(number, scene, tuple(here), rect))
        y += HEADER
        for first in range(0, max(1, len(here)), columns):
            place, cards = QRect(EDGE, y, wide, tall), here[first : first + columns]
            line = known[len(lines)] if len(lines) < len(known) else None
            if line is None or not _is(line, scene, row + first, cards, place):
                line = _line(scene, row + first, cards, place)
            lines.append(line)
            y += line.rect.height() + GAP
        row += len(here)
        y += 4
    return Layout(headers, lines, y + EDGE)


def _is(line: Line, scene: Scene, first: int, panels: list[Panel], place: QRect) -> bool:
    """Whether a line is what these panels would be at this place."""
    return (
        (line.scene, line.first, len(line.cards)) == (scene.id, first, len(panels))
        and bool(panels)
        and line.cards[0].rect == place
        and all(card.panel is panel for card, panel in zip(line.cards, panels, strict=True))
    )


def _line(scene: Scene, first: int, panels: list[Panel], place: QRect) -> Line:
    if not panels:
        return Line(scene.id, first, (), QRect(place.x(), place.y(), place.width(), EMPTY))
    step = place.width() + GAP
    cards = tuple(
        Placed(first + column, panel, place.translated(column * step, 0))
        for column, panel in enumerate(panels)
    )
    return Line(scene.id, first, cards, cards[0].rect.united(cards[-1].rect))
