"""The trash: the panels that were deleted, the newest first, from which some can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import Board, Panel

ICON = QSize(132, 77)


class TrashView(QDialog):
    """Shows the trash of a board; wishes the chosen panels back."""

    restore_wanted = Signal(list)

    def __init__(
        self,
        parent: QWidget,
        picture: Callable[[Panel], QPixmap | None],
        *,
        editable: bool = True,
    ) -> None:
        """Where the project is not `editable`, what is in the trash can be looked at."""
        super().__init__(parent)
        self.picture, self.editable = picture, editable
        self.setWindowTitle(self.tr("Trash"))
        self.resize(520, 460)
        self.told = QLabel()
        self.told.setObjectName("dim")
        self.told.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Deleted panels"))
        self.list.setIconSize(ICON)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.list.itemDoubleClicked.connect(self._restore)
        self.restore = QPushButton(self.tr("Restore"))
        self.restore.setObjectName("primary")
        self.restore.clicked.connect(self._restore)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        foot.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self._show_chosen()

    def show_board(self, board: Board) -> None:
        self.list.clear()
        headings = {scene.id: scene.heading for scene in board.scenes}
        for panel in reversed(board.trash):
            words = panel.caption or panel.prompt or self.tr("Empty panel")
            scene = headings.get(panel.scene, self.tr("Its scene is gone"))
            item = QListWidgetItem(f"{words}\n{scene}" if scene else words)
            picture = self.picture(panel)
            icon = QIcon(picture or _blank())
            icon.addPixmap(picture or _blank(), QIcon.Mode.Selected)  # else Qt would tint it
            item.setIcon(icon)
            item.setData(Qt.ItemDataRole.UserRole, panel.id)
            self.list.addItem(item)
        empty = self.tr("The trash is empty.")
        full = self.tr("Nothing is ever removed from here. Choose the panels to take back.")
        self.told.setText(full if board.trash else empty)
        self.list.setVisible(bool(board.trash))
        if board.trash:
            self.list.setCurrentRow(0)

    @property
    def chosen(self) -> list[str]:
        """Ids of the chosen panels, those deleted first in front."""
        rows = sorted((self.list.row(item) for item in self.list.selectedItems()), reverse=True)
        return [str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows]

    def _show_chosen(self) -> None:
        count = len(self.list.selectedItems())
        self.restore.setEnabled(count > 0 and self.editable)
        many = self.tr("Restore %n panel(s)", "", count)
        self.restore.setText(many if count > 1 else self.tr("Restore"))

    def _restore(self) -> None:
        if self.chosen and self.editable:
            self.restore_wanted.emit(self.chosen)
            self.accept()


def _blank() -> QPixmap:
    picture = QPixmap(ICON)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
