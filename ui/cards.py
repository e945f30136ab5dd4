"""Where the cards of the board stand, and how one is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from storyboard.board import Board, Character, Panel
from storyboard.naming import panel_names
from storyboard.timing import show_seconds
from ui.palette import Palette

EDGE, GAP, HEADER = 18, 14, 40
TEXT_HEIGHT = 92  # below the picture: name, two lines of caption, chips


@dataclass(frozen=True, slots=True)
class Placed:
    """A card's rectangle in the content of the board, in pixels; `row` is its panel's."""

    row: int
    panel: Panel
    rect: QRect


@dataclass(frozen=True, slots=True)
class Layout:
    """Scene headers and cards from top to bottom; `height` is of all of it."""

    headers: tuple[tuple[str, str, QRect], ...]
    cards: tuple[Placed, ...]
    height: int

    def visible(self, top: int, bottom: int) -> list[Placed]:
        return [
            card for card in self.cards if card.rect.bottom() >= top and card.rect.top() <= bottom
        ]


def lay_out(board: Board, width: int, columns: int) -> Layout:
    """Cards in rows of `columns`, each scene under a header of its own."""
    wide = max(80, (width - 2 * EDGE - (columns - 1) * GAP) // columns)
    tall = wide * board.height // board.width + TEXT_HEIGHT
    headers, cards, y, row = [], [], EDGE - 8, 0
    for number, scene in enumerate(board.scenes, start=1):
        panels = list(board.panels_of(scene.id))
        length = show_seconds(sum(panel.frames for panel in panels), board.rate)
        title = f"{number} · {scene.heading or 'Scene without a heading'}"
        headers.append((title, f"{len(panels)} panels · {length}",
                        QRect(EDGE, y, width - 2 * EDGE, HEADER)))  # fmt: skip
        y += HEADER
        for place, panel in enumerate(panels):
            x = EDGE + place % columns * (wide + GAP)
            top = y + place // columns * (tall + GAP)
            cards.append(Placed(row, panel, QRect(x, top, wide, tall)))
            row += 1
        y += -(-len(panels) // columns) * (tall + GAP) + 4
    return Layout(tuple(headers), tuple(cards), y + EDGE)


@dataclass(frozen=True, slots=True)
class CardState:
    """What a card shows beside its panel; `progress` from 0 to 1 while it is being drawn."""

    picture: QPixmap | None
    takes: int
    selected: bool
    queued: bool = False
    progress: float | None = None


class CardPainter:
    """Paints cards of one board in one palette."""

    def __init__(self, board: Board, colors: Palette) -> None:
        self.board, self.colors = board, colors
        self.names = panel_names(board)
        self.characters = {one.id: one for one in board.characters}

    def paint(self, painter: QPainter, card: Placed, state: CardState) -> None:
        rect, panel = QRectF(card.rect), card.panel
        shape = QPainterPath()
        shape.addRoundedRect(rect, 7, 7)
        painter.fillPath(shape, QColor(self.colors.raised))
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        picture = QRect(card.rect.x(), card.rect.y(), card.rect.width(),
                        card.rect.height() - TEXT_HEIGHT)  # fmt: skip
        self._picture(painter, picture, panel, state)
        painter.restore()
        self._words(painter, card.rect.adjusted(10, picture.height() + 7, -10, -8), panel, state)
        self._badges(painter, picture, panel, state)
        border = QColor(self.colors.accent if state.selected else self.colors.line)
        painter.setPen(QPen(border, 2 if state.selected else 1))
        painter.drawPath(shape)

    def _picture(self, painter: QPainter, rect: QRect, panel: Panel, state: CardState) -> None:
        painter.fillRect(rect, QColor(self.colors.ground))
        if state.picture is not None:
            painter.drawPixmap(rect, state.picture)
            return
        painter.setPen(QColor(self.colors.dim))
        inside = rect.adjusted(14, 10, -14, -10)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        painter.drawText(inside, wrap, panel.prompt or "Empty panel")

    def _words(self, painter: QPainter, rect: QRect, panel: Panel, state: CardState) -> None:
        plain, bold = QFont(painter.font()), QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setPen(QColor(self.colors.text))
        painter.setFont(bold)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, self.names[panel.id])
        painter.setFont(plain)
        caption = rect.adjusted(0, 20, 0, -24)
        painter.drawText(
            caption, Qt.TextFlag.TextWordWrap, two_lines(panel.caption, painter, caption)
        )
        painter.setPen(QColor(self.colors.dim))
        length = show_seconds(panel.frames, self.board.rate)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight, length)
        foot = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        count = f"{state.takes} takes" if state.takes != 1 else "1 take"
        painter.drawText(rect, foot, count if state.takes else "not drawn")
        self._chips(painter, rect, [self.characters[one] for one in panel.cast])

    def _chips(self, painter: QPainter, rect: QRect, cast: list[Character]) -> None:
        x, metrics = rect.x(), QFontMetrics(painter.font())
        for one in cast:
            width = metrics.horizontalAdvance(one.name) + 26
            fits = x + width <= rect.right() - 66
            width = width if fits else 21  # only the dot where the name has no room
            chip = QRectF(x, rect.bottom() - 19, width, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colors.hover))
            painter.drawRoundedRect(chip, 10, 10)
            painter.setBrush(QColor(one.color))
            painter.drawEllipse(QRectF(x + 6, chip.y() + 5.5, 9, 9))
            painter.setPen(QColor(self.colors.text))
            if fits:
                at = chip.adjusted(20, 0, 0, 0)
                painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, one.name)
            x += width + 6
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _badges(self, painter: QPainter, rect: QRect, panel: Panel, state: CardState) -> None:
        if state.progress is not None:
            self._badge(painter, rect, f"Drawing {state.progress:.0%}", self.colors.good)
            bar = QRectF(rect.x() + 10, rect.bottom() - 12, rect.width() - 20, 5)
            painter.fillRect(bar, QColor(0, 0, 0, 150))
            bar.setWidth(bar.width() * state.progress)
            painter.fillRect(bar, QColor(self.colors.good))
        elif state.queued:
            self._badge(painter, rect, "… Queued", "#eceef2")
        elif panel.locks:
            self._badge(painter, rect, "■ Locked", "#eceef2")

    def _badge(self, painter: QPainter, rect: QRect, text: str, color: str) -> None:
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + 18
        badge = QRectF(rect.x() + 8, rect.y() + 8, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 22, 27, 225))
        painter.drawRoundedRect(badge, 11, 11)
        painter.setPen(QColor(color if color.startswith("#e") else DRAWING))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.setBrush(Qt.BrushStyle.NoBrush)


DRAWING = "#58d3b4"  # on a dark badge in both themes


def two_lines(text: str, painter: QPainter, rect: QRect) -> str:
    """As much of the text as two lines hold, with an ellipsis where it is cut."""
    metrics = QFontMetrics(painter.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(1.85 * rect.width()))
