"""Paints the cards of the board."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QStaticText,
    QTextLayout,
    QTextOption,
)

from storyboard.board import Board, Character, Panel, PanelId
from storyboard.naming import panel_names
from storyboard.ratios import own_ratio
from storyboard.timeline.track import track_of
from storyboard.timing import show_seconds
from ui.badges import Badge, badges_of, marks_of, paint_badge, placed, told_progress
from ui.board_layout import TEXT_HEIGHT, Placed
from ui.card_state import CardState, Work
from ui.letterbox import paint_picture, place_in
from ui.palette import BADGE_GOOD, BADGE_GROUND, BADGE_TEXT, Palette

ROUND = 7


def tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Card", text, None, count)


class CardPainter:
    """Paints cards of one board in one palette."""

    def __init__(self, board: Board, colors: Palette) -> None:
        self.board, self.colors = board, colors
        self.names = panel_names(board)
        self.characters = {one.id: one for one in board.characters}
        self.sounds = _sounds(board)
        self.homes = {scene.anchor for scene in board.scenes}

    def paint(self, painter: QPainter, card: Placed, state: CardState) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(card.rect), ROUND, ROUND)
        painter.fillPath(shape, QColor(self.colors.raised))
        picture = picture_rect(card.rect)
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        self._picture(painter, picture, card.panel, state)
        painter.restore()
        words = card.rect.adjusted(10, picture.height() + 7, -10, -8)
        self._words(painter, words, card.panel, state)
        for badge, rect, says in self._badges(card, state, painter.fontMetrics()):
            paint_badge(painter, badge, rect, says)
        border = QColor(self.colors.accent if state.selected else self.colors.line)
        painter.setPen(QPen(border, 2 if state.selected else 1))
        painter.drawPath(shape)

    def told_at(
        self, card: Placed, state: CardState, at: QPointF, metrics: QFontMetrics
    ) -> str | None:
        """What the badge at a point means."""
        found = self._badges(card, state, metrics)
        return next((one.told for one, rect, _ in found if rect.contains(at.toPoint())), None)

    def _badges(
        self, card: Placed, state: CardState, metrics: QFontMetrics
    ) -> list[tuple[Badge, QRect, bool]]:
        badges, marks = badges_of(card.panel, state), marks_of(card.panel, state)
        return placed(badges, marks, picture_rect(card.rect), metrics)

    def _picture(self, painter: QPainter, rect: QRect, panel: Panel, state: CardState) -> None:
        painter.fillRect(rect, QColor(self.colors.ground))
        preview = state.work.preview if state.work else None
        own = own_ratio(self.board, panel)
        if preview is not None:
            paint_picture(painter, rect, preview, own)
        elif state.picture is not None:
            paint_picture(painter, rect, state.picture, None)
        elif not panel.take:
            if own:
                painter.fillRect(place_in(rect, own), QColor(self.colors.raised))
            painter.setPen(QColor(self.colors.dim))
            wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            inside = rect.adjusted(14, 34, -14, -10)
            painter.drawText(inside, wrap, panel.prompt or tr("Empty panel"))
        if state.work and not state.work.place and not state.work.problem:
            self._progress(painter, rect, state.work)

    def _progress(self, painter: QPainter, rect: QRect, work: Work) -> None:
        foot = QRect(rect.x(), rect.bottom() - 37, rect.width(), 38)
        ground = QColor(BADGE_GROUND)
        ground.setAlpha(170)
        painter.fillRect(foot, ground)
        painter.setPen(QColor(BADGE_TEXT))
        words = foot.adjusted(10, 4, -10, -12)
        told = painter.fontMetrics().elidedText(
            told_progress(work), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, told)
        bar = QRectF(rect.x() + 10, rect.bottom() - 9, rect.width() - 20, 4)
        painter.fillRect(bar, QColor(0, 0, 0, 150))
        bar.setWidth(bar.width() * work.share)
        painter.fillRect(bar, QColor(BADGE_GOOD))

    def _words(self, painter: QPainter, rect: QRect, panel: Panel, state: CardState) -> None:
        plain, bold = QFont(painter.font()), QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setPen(QColor(self.colors.text))
        painter.setFont(bold)
        painter.drawStaticText(rect.topLeft(), laid_out(self.names[panel.id], bold=True))
        painter.setFont(plain)
        paint_two_lines(painter, panel.caption, rect.adjusted(0, 21, 0, -24))
        painter.setPen(QColor(self.colors.dim))
        metrics, end = painter.fontMetrics(), rect.x() + rect.width()
        length = show_seconds(panel.frames, self.board.rate)
        right = end - metrics.horizontalAdvance(length)
        painter.drawStaticText(right, rect.y(), laid_out(length))
        count = told_takes(state)
        right = end - metrics.horizontalAdvance(count)
        low = rect.y() + rect.height() - metrics.height()
        painter.drawStaticText(right, low, laid_out(count))
        left = rect.adjusted(0, 0, right - end - 8, 0)
        self._chips(painter, left, [self.characters[one] for one in panel.cast])

    def _chips(self, painter: QPainter, rect: QRect, cast: list[Character]) -> None:
        x = rect.x()
        for one in cast:
            chip = chip_rect(painter.fontMetrics(), one.name, x, rect.bottom() - 19)
            if chip.right() > rect.right():
                chip.setWidth(20)  # only the colour where the name has no room
            if chip.right() > rect.right():
                return
            paint_chip(painter, chip, one, self.colors)
            x += chip.width() + 6


def _sounds(board: Board) -> dict[PanelId, str]:
    """The panels in which a sound begins, and what it is called."""
    clip = track_of(board).clip_at(board.audio.start) if board.audio else None
    under = {clip.panel.id: board.audio.name} if clip and board.audio else {}
    return under | {one.id: one.audio.name for one in board.panels if one.audio}


def told_takes(state: CardState) -> str:
    """As in `take 2/5`."""
    if state.take:
        return tr("take {}/{}").format(state.take, state.takes)
    return tr("%n take(s)", state.takes) if state.takes else tr("not drawn")


def picture_rect(card: QRect) -> QRect:
    return QRect(card.x(), card.y(), card.width(), card.height() - TEXT_HEIGHT)


def chip_rect(metrics: QFontMetrics, name: str, x: int, y: int) -> QRect:
    return QRect(x, y, metrics.horizontalAdvance(name) + 28, 20)


def paint_chip(painter: QPainter, chip: QRect, one: Character, colors: Palette) -> None:
    """A name on a pill with a crescent in the character's colour."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.hover))
    painter.drawRoundedRect(chip, 10, 10)
    painter.setBrush(QColor(one.color))
    painter.drawPath(_crescent().translated(chip.topLeft()))
    painter.setPen(QColor(colors.text))
    if chip.width() > 20:
        words = chip.adjusted(18, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, one.name)
    painter.restore()


@cache
def _crescent() -> QPainterPath:
    """In the left end of a chip that begins at 0, 0. To cut one path out of another takes long."""
    whole, bite = QPainterPath(), QPainterPath()
    whole.addEllipse(QRectF(2, 2, 16, 16))
    bite.addEllipse(QRectF(8, 1, 18, 18))
    return whole.subtracted(bite)


@lru_cache(maxsize=4096)
def laid_out(text: str, *, bold: bool = False) -> QStaticText:
    """A line that is painted again and again, mostly where the board is scrolled; its glyphs are
    placed anew only for another font."""
    line = QStaticText(text)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return line


def paint_two_lines(painter: QPainter, text: str, rect: QRect) -> None:
    """Text wrapped into two lines, with an ellipsis where more would follow."""
    for row, line in enumerate(_two_lines(text, rect.width(), painter.font().key())):
        top = rect.y() + row * painter.fontMetrics().height()
        painter.drawStaticText(rect.x(), top, laid_out(line))


@lru_cache(maxsize=4096)
def _two_lines(text: str, width: int, font: str) -> tuple[str, ...]:
    used = QFont()
    used.fromString(font)
    layout = QTextLayout(" ".join(text.split()), used)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    if first.isValid():
        first.setLineWidth(width)
    layout.endLayout()
    if not first.isValid():
        return ()
    cut = first.textLength()
    rest = QFontMetrics(used).elidedText(layout.text()[cut:], Qt.TextElideMode.ElideRight, width)
    return layout.text()[:cut], rest
