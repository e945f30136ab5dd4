"""Reference pictures of a character, side by side: dropped here, chosen from files, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from storyboard.board import Reference
from ui.cast_field import Flow

ICON = QSize(72, 54)


class References(QFrame):
    """Shows pictures; wishes: files as pictures, one away."""

    files_dropped = Signal(list)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self.told = QLabel(self.tr("Drop pictures here that show how they look."))
        self.told.setObjectName("dim")
        self.told.setWordWrap(True)
        self.pictures = QWidget()
        self.flow = Flow(self.pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.told)
        column.addWidget(self.pictures)

    def show_pictures(self, references: Sequence[tuple[Reference, QPixmap]]) -> None:
        while (item := self.flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for reference, picture in references:
            self.flow.addWidget(self._button(reference, picture))
        self.pictures.setVisible(bool(references))
        self.told.setVisible(not references)
        self.updateGeometry()

    def _button(self, reference: Reference, picture: QPixmap) -> QToolButton:
        button = QToolButton()
        button.setObjectName("take")
        button.setIcon(QIcon(picture))
        button.setIconSize(ICON)
        button.setToolTip(reference.name)
        button.setAccessibleName(self.tr("Reference picture {}").format(reference.name))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(
            self.tr("Remove {}").format(reference.name),
            partial(self.remove_wanted.emit, reference.sha256),
        )
        button.setMenu(menu)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
