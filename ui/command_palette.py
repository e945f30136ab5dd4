"""Every command by a few of its letters, with its key: Ctrl+K."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.fuzzy import fit
from ui.icons import SIZE as SIGN

SIZE = (560, 420)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(QDialog):
    """Shows the commands that can be given now; wishes one of them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, offered: list[tuple[str, str, QAction]]) -> None:
        """Each of those offered: what it does, its menu's name, its action."""
        super().__init__(parent)
        self.offered = [one for one in offered if one[2].isEnabled()]
        self.setWindowTitle(self.tr("Commands"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.resize(*SIZE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("What would you like to do?"))
        self.search.setAccessibleName(self.tr("Search the commands"))
        self.search.textEdited.connect(self._find)
        self.search.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setColumnCount(2)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._find("")

    def _find(self, wanted: str) -> None:
        self.list.clear()
        found = [
            (points, does, menu, action)
            for does, menu, action in self.offered
            if (points := fit(wanted, action.text(), menu)) is not None
        ]
        if wanted.strip():
            found.sort(key=lambda one: -one[0])
        self.rows = [self._row(does, menu, action) for _, does, menu, action in found]
        self.list.addTopLevelItems(self.rows)
        self._step(0)

    def _row(self, does: str, menu: str, action: QAction) -> QTreeWidgetItem:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        row = QTreeWidgetItem([f"{menu} ▸ {action.text()}", key])
        row.setIcon(0, _icon(action))
        row.setData(0, Qt.ItemDataRole.UserRole, does)
        row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk the list while the words are typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in STEPS:
                self._step(STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        current = self.list.currentItem()
        row = self.rows.index(current) + by if current else 0
        if self.rows:
            self.list.setCurrentItem(self.rows[min(max(row, 0), len(self.rows) - 1)])

    def _choose(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.accept()
            self.chosen.emit(row.data(0, Qt.ItemDataRole.UserRole))


def _icon(action: QAction) -> QIcon:
    """Its own, or one that keeps its place."""
    if not action.icon().isNull():
        return action.icon()
    empty = QPixmap(SIGN, SIGN)
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)
