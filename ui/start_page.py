"""What is seen before a project is open: new, open, the sample, and recent projects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storyboard.resources import sample_picture, sample_project

PICTURE = QSize(224, 126)
CARD = QSize(248, 196)
WIDEST = 1040  # pixels of what is in the middle of the window
FOLDER = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """Wishes a new project, one to open, the sample, or to forget one that was opened before."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    project_chosen = Signal(Path)
    project_forgotten = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: list[QPushButton] = []
        title = QLabel(self.tr("Storyboard"))
        title.setObjectName("title")
        told = QLabel(self.tr("Write a story. Its characters stay themselves from panel to panel."))
        told.setObjectName("dim")
        self.heading = QLabel(self.tr("Projects"))
        self.heading.setObjectName("heading")
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(told)
        column.addSpacing(14)
        column.addLayout(self._build_buttons())
        column.addSpacing(26)
        column.addWidget(self.heading)
        column.addWidget(self._build_list(), 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(40, 64, 40, 24)
        whole.addStretch(1)
        whole.addWidget(middle, 20)
        whole.addStretch(1)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for text, wish in (
            (self.tr("New project"), self.new_wanted),
            (self.tr("Open"), self.open_wanted),
            (self.tr("Open the sample"), self.sample_wanted),
        ):
            button = QPushButton(text)
            button.clicked.connect(wish)
            row.addWidget(button)
            self.buttons.append(button)
        self.buttons[0].setObjectName("primary")
        row.addStretch()
        return row

    def _build_list(self) -> QWidget:
        self.list = QListWidget()
        self.list.setObjectName("cards")
        self.list.setAccessibleName(self.heading.text())
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setIconSize(PICTURE)
        self.list.setGridSize(CARD)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.itemActivated.connect(self._chosen)
        self.list.itemClicked.connect(self._chosen)
        return self.list

    def show_recent(self, projects: Sequence[tuple[Path, QPixmap | None]]) -> None:
        """Each with its picture, where it has one; the sample stands behind them."""
        self.list.clear()
        for folder, picture in projects:
            item = _tile(picture, folder.name, str(folder.parent))
            item.setData(FOLDER, str(folder))
            item.setToolTip(str(folder))
            self.list.addItem(item)
        sample = sample_project().stem
        if sample not in (folder.name for folder, _ in projects):
            told = self.tr("Sample: a finished board")
            picture = QPixmap(str(sample_picture()))
            self.list.addItem(_tile(picture, sample, told))

    def _chosen(self, item: QListWidgetItem) -> None:
        folder = item.data(FOLDER)
        if folder is None:
            self.sample_wanted.emit()
        else:
            self.project_chosen.emit(Path(folder))

    def _show_menu(self, point: QPoint) -> None:
        item = self.list.itemAt(point)
        if item is None or item.data(FOLDER) is None:
            return
        menu, folder = QMenu(self), Path(item.data(FOLDER))
        menu.addAction(self.tr("Open"), lambda: self.project_chosen.emit(folder))
        menu.addAction(
            self.tr("Remove from this list"), lambda: self.project_forgotten.emit(folder)
        )
        menu.exec(self.list.viewport().mapToGlobal(point))


def _tile(picture: QPixmap | None, name: str, told: str) -> QListWidgetItem:
    item = QListWidgetItem(_icon(picture), f"{name}\n{told}")
    item.setSizeHint(CARD)  # room for both lines in every script
    item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return item


def _icon(picture: QPixmap | None) -> QIcon:
    """A grey card where nothing is drawn yet."""
    if picture is None or picture.isNull():
        picture = QPixmap(PICTURE)
        picture.fill(QColor(128, 132, 145, 60))
    return QIcon(picture)
