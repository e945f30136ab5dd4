"""What is seen before a project is open: new, open, the sample, and recent projects."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class StartPage(QWidget):
    """Wishes a new project, one to open, or the sample."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    project_chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        title = QLabel(self.tr("Storyboard"))
        title.setObjectName("title")
        told = QLabel(self.tr("Write a story. Its characters stay themselves from panel to panel."))
        told.setObjectName("dim")
        buttons = QHBoxLayout()
        for text, wish, main in (
            (self.tr("New project"), self.new_wanted, True),
            (self.tr("Open"), self.open_wanted, False),
            (self.tr("Open the sample"), self.sample_wanted, False),
        ):
            button = QPushButton(text)
            button.setObjectName("primary" if main else "")
            button.clicked.connect(wish)
            buttons.addWidget(button)
        buttons.addStretch()
        self.heading = QLabel(self.tr("Recent projects"))
        self.heading.setObjectName("heading")
        self.list = QListWidget()
        self.list.setAccessibleName(self.heading.text())
        self.list.itemActivated.connect(self._chosen)
        self.list.itemClicked.connect(self._chosen)
        inner = QVBoxLayout()
        for part in (title, told):
            inner.addWidget(part)
        inner.addSpacing(14)
        inner.addLayout(buttons)
        inner.addSpacing(22)
        inner.addWidget(self.heading)
        inner.addWidget(self.list, 3)
        inner.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(40, 70, 40, 40)
        whole.addStretch(1)
        whole.addLayout(inner, 2)
        whole.addStretch(1)

    def show_recent(self, folders: list[Path]) -> None:
        self.list.clear()
        for folder in folders:
            item = QListWidgetItem(f"{folder.name}\n{folder.parent}")
            item.setData(Qt.ItemDataRole.UserRole, str(folder))
            self.list.addItem(item)
        self.heading.setVisible(bool(folders))
        self.list.setVisible(bool(folders))

    def _chosen(self, item: QListWidgetItem) -> None:
        self.project_chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
