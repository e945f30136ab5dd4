"""The board: a grid of cards under scene headers that paints only what is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from storyboard.board import Board, Panel, PanelId
from ui.board_drag import Drag, paint_ghost, scrolling
from ui.board_keys import destination
from ui.board_layout import Caret, Layout, Placed, lay_out
from ui.card_state import CardState, Work
from ui.cards import CardPainter, picture_rect
from ui.palette import Palette
from ui.scene_headers import paint_empty_place, paint_header
from ui.thumbnails import Thumbnails

Picture = Callable[[Panel], QPixmap | None]
Takes = Callable[[Panel], tuple[int, int]]
SCROLL_PAUSE = 30  # milliseconds


class BoardView(QAbstractScrollArea):
    """Shows a board; says what the artist wishes.

    panels_moved, panels_copied  (ids, the row of the panel that will follow, the scene they go to)
    pictures_dropped  (files, the panel they fell on)
    pictures_between  (files, the row of the panel that will follow them, the scene they go to)
    """

    selection_changed = Signal(list)
    panels_moved = Signal(list, int, str)
    panels_copied = Signal(list, int, str)
    panel_opened = Signal(str)
    pictures_dropped = Signal(list, str)
    pictures_between = Signal(list, int, str)
    menu_wanted = Signal(QPoint)
    columns_changed = Signal(int)

    def __init__(self, colors: Palette, picture: Picture, takes: Takes) -> None:
        super().__init__()
        self.colors, self.takes = colors, takes
        self.thumbnails = Thumbnails(picture)
        self.thumbnails.arrived.connect(self.viewport().update)
        self.columns = 4
        self.selected: list[PanelId] = []
        self.work: Mapping[PanelId, Work] = {}
        self.stale: Mapping[PanelId, str] = {}
        self.layout_ = Layout([], [], 0)
        self.drag: Drag | None = None
        self.caret: Caret | None = None
        self.editable = True
        self.scroller = QTimer(self)
        self.scroller.setInterval(SCROLL_PAUSE)
        self.scroller.timeout.connect(self._scroll_on)
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

    def show_work(self, work: Mapping[PanelId, Work]) -> None:
        """What the queue does for panels; only the cards of which that changes are painted."""
        before, self.work = self.work, work
        for card in self.layout_.visible(self.top, self.top + self.viewport().height()):
            if before.get(card.panel.id) is not work.get(card.panel.id):
                self.viewport().update(self._seen(card))

    def show_stale(self, stale: Mapping[PanelId, str]) -> None:
        """The panels whose picture no longer shows what is told, each with the reason."""
        self.stale = stale
        self.viewport().update()

    def let_edit(self, editable: bool) -> None:
        """Else cards are not moved, and nothing is dropped on them."""
        self.editable = editable
        self.setAcceptDrops(editable)

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
        width = self.viewport().width()
        self.layout_ = lay_out(self.board, width, self.columns, self.layout_)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.layout_.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @property
    def top(self) -> int:
        """The height above what is seen."""
        return self.verticalScrollBar().value()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(self.colors.ground))
        if not self.board.scenes:
            self._paint_hint(painter)
        painter.translate(0, -self.top)
        self._paint_part(painter, event)
        if self.caret:
            painter.fillRect(self.caret.rect, QColor(self.colors.accent))
        painter.translate(0, self.top)
        if self.drag and self.drag.begun:
            chosen = [panel for panel in self.board.panels if panel.id in set(self.selected)]
            seen = [self.thumbnails.of(panel) for panel in chosen[:3]]
            paint_ghost(painter, self.drag.at, seen, len(chosen), self.colors)

    def _paint_part(self, painter: QPainter, event: QPaintEvent) -> None:
        """What lies in the part that has to be painted."""
        top, bottom = self.top + event.rect().top(), self.top + event.rect().bottom() + 1
        for header in self.layout_.visible_headers(top, bottom):
            paint_header(painter, header, self.board.rate, self.colors)
        for place in self.layout_.empty_places(top, bottom):
            paint_empty_place(painter, place, self.viewport().width(), self.colors)
        if event.rect() == self.viewport().rect():
            self.thumbnails.begin(self.board, self._pixels())
        for card in self.layout_.visible(top, bottom):
            if event.region().intersects(self._seen(card)):
                self.painter.paint(painter, card, self._state(card.panel))

    def _seen(self, card: Placed) -> QRect:
        """Where a card and its frame are in the viewport."""
        return card.rect.translated(0, -self.top).adjusted(-4, -4, 4, 4)

    def _pixels(self) -> QSize:
        """Of the picture of a card, all of which are of one size."""
        cards = self.layout_.cards
        size = picture_rect(cards[0].rect).size() if cards else QSize()
        return size * self.devicePixelRatioF()

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(QColor(self.colors.dim))
        text = self.tr("The board is empty. Import a script, or press N for a new panel.")
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _state(self, panel: Panel) -> CardState:
        place, count = self.takes(panel)
        return CardState(
            picture=self.thumbnails.of(panel),
            take=place,
            takes=count,
            selected=panel.id in self.selected,
            work=self.work.get(panel.id),
            stale=self.stale.get(panel.id, ""),
            sounds=self.painter.sounds.get(panel.id, ""),
            keeps_place=panel.id in self.painter.homes,
        )

    def card_at(self, point: QPoint) -> Placed | None:
        return self.layout_.card_at(point + QPoint(0, self.top))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell_badge(event)
            return True
        return super().viewportEvent(event)

    def _tell_badge(self, event: QHelpEvent) -> None:
        card = self.card_at(event.pos())
        at = QPointF(event.pos() + QPoint(0, self.top))
        metrics = self.viewport().fontMetrics()
        told = self.painter.told_at(card, self._state(card.panel), at, metrics) if card else None
        if told:
            QToolTip.showText(event.globalPos(), told, self.viewport())
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        card = self.card_at(at)
        left = event.button() == Qt.MouseButton.LeftButton
        self.drag = Drag(at, at) if card and left else None
        if card is None:
            header = self.layout_.header_at(at + QPoint(0, self.top))
            self.select([panel.id for panel in header.panels] if header else [])
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.selected:
            self._extend(card.row)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if card.panel.id not in self.selected:
                self.select([*self.selected, card.panel.id])
                self.drag = None
        elif card.panel.id not in self.selected:
            self.select([card.panel.id])

    def _extend(self, row: int) -> None:
        """From the first that was selected to this one."""
        first = self.board.row_of(self.selected[0])
        low, high = min(first, row), max(first, row)
        others = [panel.id for panel in self.board.panels[low : high + 1]]
        self.select([self.selected[0], *(one for one in others if one != self.selected[0])])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag is None or not self.selected or not self.editable:
            return
        self.drag.move(event.position().toPoint())
        if self.drag.begun:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._drag_to(self.drag.at)

    def _drag_to(self, at: QPoint) -> None:
        self.caret = self.layout_.caret_at(at + QPoint(0, self.top))
        if scrolling(at, self.viewport().height()):
            self.scroller.start()
        else:
            self.scroller.stop()
        self.viewport().update()

    def _scroll_on(self) -> None:
        """While the pointer stays near an end, though it may not move."""
        at = self.viewport().mapFromGlobal(self.cursor().pos()) if not self.drag else self.drag.at
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + scrolling(at, self.viewport().height()))
        self._drag_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        copies = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.caret and self.drag:
            wish = self.panels_copied if copies else self.panels_moved
            wish.emit(list(self.selected), self.caret.row, self.caret.scene)
        elif self.drag:
            self._release_on(self.card_at(event.position().toPoint()), event.modifiers())
        self._end_drag()

    def _release_on(self, card: Placed | None, keys: Qt.KeyboardModifier) -> None:
        """A click on one of several selected cards leaves this one; with Ctrl all but this one."""
        if card is None or keys & Qt.KeyboardModifier.ShiftModifier:
            return
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.select([one for one in self.selected if one != card.panel.id])
        else:
            self.select([card.panel.id])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if card := self.card_at(event.position().toPoint()):
            self.panel_opened.emit(card.panel.id)

    def _end_drag(self) -> None:
        self.drag = self.caret = None
        self.scroller.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        at = event.position().toPoint()
        self._drag_to(at)
        self.caret = None if self._fallen_on(at) else self.caret
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        at, files = event.position().toPoint(), _files(event.mimeData())
        card, caret = self._fallen_on(at), self.layout_.caret_at(at + QPoint(0, self.top))
        self._end_drag()
        if card:
            self.pictures_dropped.emit(files, card.panel.id)
        elif caret:
            self.pictures_between.emit(files, caret.row, caret.scene)
        event.acceptProposedAction()

    def _fallen_on(self, point: QPoint) -> Placed | None:
        """The card under the point, but for its edges, which mean between."""
        card = self.card_at(point)
        edge = card.rect.width() // 8 if card else 0
        at = point + QPoint(0, self.top)
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
        last = self.board.row_of(self.selected[-1]) if self.selected else None
        row = destination(self.layout_, last, Qt.Key(event.key()), event.modifiers())
        if event.key() == Qt.Key.Key_Escape and self.drag:
            self._end_drag()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected:
            self.panel_opened.emit(self.selected[-1])
        elif row is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.selected:
            self._extend(row)
            self.reveal(row)
        else:
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
