"""The list of jobs: thumbnails, progress, and every way to reorder, retry and cancel them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.icons import pixmap
from ui.letterbox import filling
from ui.palette import Palette
from ui.queue_rows import Row

HEIGHT, FAILED_HEIGHT, THUMB, BUTTON = 58, 74, 40, 24
ROW = Qt.ItemDataRole.UserRole


class QueueList(QListWidget):
    """Each wish names the jobs it is about.

    moved  (ids, the row of the job that will follow them)
    """

    moved = Signal(list, int)
    front_wanted = Signal(list)
    retry_wanted = Signal(list)
    cancel_wanted = Signal(list)
    copy_wanted = Signal(str)

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Queue"))
        self.painter = RowPainter(colors, self)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Only what differs is touched, so that selection and drags survive every step."""
        if [one.id for one in rows] != [one.id for one in self.rows]:
            chosen = set(self.chosen())
            self.clear()
            for row in rows:
                item = QListWidgetItem(self)
                item.setData(ROW, row)
                item.setSelected(row.id in chosen)
        self.rows = list(rows)
        for at, row in enumerate(rows):
            self._show(self.item(at), row)

    def _show(self, item: QListWidgetItem, row: Row) -> None:
        if item.data(ROW) != row or not item.text():
            item.setData(ROW, row)
            item.setText(f"{row.title}, {row.told}")
            item.setSizeHint(QSize(0, FAILED_HEIGHT if row.state == "failed" else HEIGHT))

    def chosen(self) -> list[str]:
        return [item.data(ROW).id for item in self.selectedItems()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        chosen = self.chosen()
        if not chosen:
            super().keyPressEvent(event)
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(chosen, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif alt and event.key() == Qt.Key.Key_Home:
            self.front_wanted.emit(chosen)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cancel_wanted.emit(chosen)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.retry_wanted.emit(chosen)
        else:
            super().keyPressEvent(event)

    def _move(self, chosen: list[str], by: int) -> None:
        at = [row for row, one in enumerate(self.rows) if one.id in chosen]
        self.moved.emit(chosen, max(0, at[0] - 1) if by < 0 else at[-1] + 2)

    def dropEvent(self, event: QDropEvent) -> None:
        """The queue itself changes the order; the list only shows it."""
        if self.chosen():
            self.moved.emit(self.chosen(), self._row_below(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _row_below(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return self.count()
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        button = _button_at(self.visualRect(index), event.position().toPoint())
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, Row) and button == "cancel":
            self.cancel_wanted.emit([row.id])
        elif isinstance(row, Row) and button == "retry" and row.stopped:
            self.retry_wanted.emit([row.id])
        else:
            super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._told_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _told_at(self, at: QPoint) -> str:
        index = self.indexAt(at)
        row = index.data(ROW)
        if not isinstance(row, Row):
            return ""
        button = _button_at(self.visualRect(index), at)
        if button == "cancel":
            return self.tr("Cancel (Del)")
        if button == "retry" and row.stopped:
            return self.tr("Try again (Enter)")
        return f"{row.title}\n{row.told}"

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen():
            self.menu().exec(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the chosen jobs."""
        menu, chosen = QMenu(self), self.chosen()
        rows = [one for one in self.rows if one.id in chosen]
        menu.addAction(self.tr("Draw next"), lambda: self.front_wanted.emit(chosen))
        again = menu.addAction(self.tr("Try again"), lambda: self.retry_wanted.emit(chosen))
        again.setEnabled(any(one.stopped for one in rows))
        menu.addAction(self.tr("Cancel"), lambda: self.cancel_wanted.emit(chosen))
        details = "\n\n".join(one.details for one in rows if one.details)
        copy = menu.addAction(self.tr("Copy details"), lambda: self.copy_wanted.emit(details))
        copy.setEnabled(bool(details))
        return menu


def _button_at(rect: QRect, at: QPoint) -> str:
    if _button(rect, 0).contains(at):
        return "cancel"
    return "retry" if _button(rect, 1).contains(at) else ""


def _button(rect: QRect, place: int) -> QRect:
    """The buttons of a row, from right to left."""
    x = rect.right() - 8 - (place + 1) * BUTTON
    return QRect(x, rect.center().y() - BUTTON // 2, BUTTON, BUTTON)


class RowPainter(QStyledItemDelegate):
    """Paints one row: picture, title, how far it is, a bar, and its buttons."""

    def __init__(self, colors: Palette, parent: QListWidget) -> None:
        super().__init__(parent)
        self.colors = colors

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._ground(painter, rect, state)
        self._picture(painter, QRect(rect.x() + 12, rect.y() + 9, THUMB, THUMB), row)
        buttons = 1 + row.stopped
        left = rect.x() + 12 + THUMB + 10
        words = QRect(
            left, rect.y() + 7, rect.right() - left - buttons * BUTTON - 14, rect.height()
        )
        self._words(painter, words, row)
        self._buttons(painter, rect, row)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        lit = state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if lit:
            painter.fillRect(rect, QColor(self.colors.hover))
        painter.setPen(QColor(self.colors.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _picture(self, painter: QPainter, place: QRect, row: Row) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(place, 4, 4)
        painter.fillPath(shape, QColor(self.colors.raised))
        if row.picture is None:
            side = 16
            at = place.center() - QPoint(side // 2, side // 2)
            painter.drawPixmap(at, pixmap("picture", self.colors.dim, side))
            return
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(place, row.picture, filling(row.picture, place).toRect())
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self.colors.text))
        right = Qt.TextElideMode.ElideRight
        title = painter.fontMetrics().elidedText(row.title, right, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, title)
        small = QFont(painter.font())
        small.setWeight(QFont.Weight.Normal)
        small.setPixelSize(12)
        painter.setFont(small)
        failed = row.state == "failed"
        painter.setPen(QColor(self.colors.bad if failed else self.colors.dim))
        lines = rect.adjusted(0, 19, 0, -12)
        width = rect.width() * (2 if failed else 1) - (40 if failed else 0)
        told = painter.fontMetrics().elidedText(row.told, right, width)
        painter.drawText(lines, Qt.TextFlag.TextWordWrap, told)
        if row.share is not None:
            self._bar(painter, QRect(rect.x(), rect.y() + 39, rect.width(), 3), row.share)

    def _bar(self, painter: QPainter, rect: QRect, share: float) -> None:
        painter.fillRect(rect, QColor(self.colors.line))
        painter.fillRect(
            QRect(rect.x(), rect.y(), round(rect.width() * share), rect.height()),
            QColor(self.colors.good),
        )

    def _buttons(self, painter: QPainter, rect: QRect, row: Row) -> None:
        names = ("close", "redo") if row.stopped else ("close",)
        for place, name in enumerate(names):
            at = _button(rect, place).topLeft() + QPoint(4, 4)
            painter.drawPixmap(
                at, pixmap(name, self.colors.text, 16, painter.device().devicePixelRatioF())
            )
