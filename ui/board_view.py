"""The board: a grid of cards under scene headers that paints only what is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from storyboard.board import Board, Panel, PanelId
from ui.cards import CardPainter, CardState, Layout, Placed, lay_out
from ui.palette import Palette

Picture = Callable[[Panel], QPixmap | None]
Takes = Callable[[Panel], int]
AUTO_SCROLL = 28  # pixels from the edge, and pixels a move


class BoardView(QAbstractScrollArea):
    """Shows a board; says what the artist wishes.

    panels_moved      (ids, the row of the panel that will follow them, the scene they go to)
    pictures_dropped  (files, the panel they fell on)
    pictures_between  (files, the row of the panel that will follow them, the scene they go to)
    """

    selection_changed = Signal(list)
    panels_moved = Signal(list, int, str)
    pictures_dropped = Signal(list, str)
    pictures_between = Signal(list, int, str)
    menu_wanted = Signal(QPoint)
    columns_changed = Signal(int)

    def __init__(self, colors: Palette, picture: Picture, takes: Takes) -> None:
        super().__init__()
        self.colors, self.picture, self.takes = colors, picture, takes
        self.columns = 4
        self.selected: list[PanelId] = []
        self.queued: set[PanelId] = set()
        self.drawing: dict[PanelId, float] = {}
        self.pressed: QPoint | None = None
        self.caret: tuple[int, str, QRect] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Board"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.show_board(Board())

    def show_board(self, board: Board) -> None:
        self.board = board
        self.painter = CardPainter(board, self.colors)
        here = {panel.id for panel in board.panels}
        self.select([one for one in self.selected if one in here])
        self._lay_out()

    def show_jobs(self, queued: Iterable[PanelId], drawing: dict[PanelId, float]) -> None:
        self.queued, self.drawing = set(queued), drawing
        self.viewport().update()

    def set_columns(self, columns: int) -> None:
        self.columns = min(10, max(1, columns))
        self._lay_out()
        self.columns_changed.emit(self.columns)

    def select(self, panels: list[PanelId]) -> None:
        changed = panels != self.selected
        self.selected = panels
        self.viewport().update()
        if changed:
            self.selection_changed.emit(list(panels))

    def _lay_out(self) -> None:
        self.layout_: Layout = lay_out(self.board, self.viewport().width(), self.columns)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.layout_.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(self.colors.ground))
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        if not self.board.panels:
            self._paint_hint(painter)
        self._paint_headers(painter, top)
        for card in self.layout_.visible(top, top + self.viewport().height()):
            self.painter.paint(painter, card, self._state(card.panel))
        if self.caret:
            painter.fillRect(self.caret[2], QColor(self.colors.accent))

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(QColor(self.colors.dim))
        text = self.tr("The board is empty. Import a script, or press N for a new panel.")
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_headers(self, painter: QPainter, top: int) -> None:
        plain, bold = QFont(painter.font()), QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for title, length, rect in self.layout_.headers:
            if top - rect.height() <= rect.top() <= top + self.viewport().height():
                painter.setFont(bold)
                painter.setPen(QColor(self.colors.text))
                middle = Qt.AlignmentFlag.AlignVCenter
                used = painter.drawText(rect, middle, title)
                wide = used.width() if isinstance(used, QRect) else 0
                wide = wide or painter.fontMetrics().horizontalAdvance(title)
                painter.setFont(plain)
                painter.setPen(QColor(self.colors.dim))
                painter.drawText(rect.adjusted(wide + 14, 0, 0, 0), middle, length)
        painter.setFont(plain)

    def _state(self, panel: Panel) -> CardState:
        return CardState(
            picture=self.picture(panel),
            takes=self.takes(panel),
            selected=panel.id in self.selected,
            queued=panel.id in self.queued,
            progress=self.drawing.get(panel.id),
        )

    def card_at(self, point: QPoint) -> Placed | None:
        at = point + QPoint(0, self.verticalScrollBar().value())
        return next((card for card in self.layout_.cards if card.rect.contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position().toPoint())
        self.pressed = event.position().toPoint() if card else None
        if card is None:
            self.select([])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._toggle(card.panel.id)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.selected:
            self._extend(card.row)
        elif card.panel.id not in self.selected:
            self.select([card.panel.id])

    def _toggle(self, panel: PanelId) -> None:
        rest = [one for one in self.selected if one != panel]
        self.select(rest if panel in self.selected else [*rest, panel])

    def _extend(self, row: int) -> None:
        first = self.board.row_of(self.selected[0])
        low, high = min(first, row), max(first, row)
        others = [panel.id for panel in self.board.panels[low : high + 1]]
        self.select([self.selected[0], *(one for one in others if one != self.selected[0])])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.pressed is None or not self.selected:
            return
        if (at - self.pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._scroll_at(at)
        self.caret = self._caret_at(at)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def _scroll_at(self, at: QPoint) -> None:
        bar = self.verticalScrollBar()
        if at.y() < AUTO_SCROLL:
            bar.setValue(bar.value() - AUTO_SCROLL)
        elif at.y() > self.viewport().height() - AUTO_SCROLL:
            bar.setValue(bar.value() + AUTO_SCROLL)

    def _caret_at(self, point: QPoint) -> tuple[int, str, QRect] | None:
        """Before or after the nearest card, whichever of its sides is nearer."""
        at = point + QPoint(0, self.verticalScrollBar().value())
        if not self.layout_.cards:
            return None
        card = min(self.layout_.cards, key=lambda one: _distance(one.rect, at))
        after = at.x() > card.rect.center().x()
        x = card.rect.right() + 6 if after else card.rect.left() - 9
        rect = QRect(x, card.rect.top(), 3, card.rect.height())
        return card.row + after, card.panel.scene, rect

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.caret:
            row, scene, _ = self.caret
            self.panels_moved.emit(list(self.selected), row, scene)
        elif self.pressed is not None and not event.modifiers():
            card = self.card_at(event.position().toPoint())
            self.select([card.panel.id] if card else [])
        self._end_drag()

    def _end_drag(self) -> None:
        self.pressed = self.caret = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        at = event.position().toPoint()
        self._scroll_at(at)
        self.caret = None if self._fallen_on(at) else self._caret_at(at)
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        at, files = event.position().toPoint(), _files(event.mimeData())
        card, caret = self._fallen_on(at), self._caret_at(at)
        self._end_drag()
        if card:
            self.pictures_dropped.emit(files, card.panel.id)
        elif caret:
            self.pictures_between.emit(files, caret[0], caret[1])
        event.acceptProposedAction()

    def _fallen_on(self, point: QPoint) -> Placed | None:
        """The card under the point, but for its edges, which mean between."""
        card = self.card_at(point)
        edge = card.rect.width() // 8 if card else 0
        at = point + QPoint(0, self.verticalScrollBar().value())
        return card if card and card.rect.adjusted(edge, 0, -edge, 0).contains(at) else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._end_drag()
        self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_columns(self.columns + (-1 if event.angleDelta().y() > 0 else 1))
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
        }
        if event.key() == Qt.Key.Key_Escape and self.caret:
            self._end_drag()
        elif event.key() in steps and self.board.panels and not event.modifiers():
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = self.board.row_of(self.selected[-1]) + by if self.selected else 0
        row = min(max(row, 0), len(self.board.panels) - 1)
        self.select([self.board.panels[row].id])
        self.reveal(row)

    def reveal(self, row: int) -> None:
        """Scrolls until the card is seen whole."""
        rect, bar = self.layout_.cards[row].rect, self.verticalScrollBar()
        if rect.top() - 50 < bar.value():
            bar.setValue(rect.top() - 50)
        elif rect.bottom() + 12 > bar.value() + self.viewport().height():
            bar.setValue(rect.bottom() + 12 - self.viewport().height())


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _distance(rect: QRect, at: QPoint) -> int:
    x = max(rect.left() - at.x(), 0, at.x() - rect.right())
    y = max(rect.top() - at.y(), 0, at.y() - rect.bottom())
    return x + 3 * y  # the same row first
