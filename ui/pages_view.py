"""The place of the comic's pages: it says what will be here, and what can be done until then."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

WIDTH = 460  # pixels of the explanation


class PagesView(QWidget):
    """Wishes the export, which lays out pages today."""

    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAccessibleName(self.tr("Pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(self.tr("Pages are not edited here yet"))
        title.setObjectName("heading")
        told = QLabel(
            self.tr(
                "This is where the comic’s pages will be laid out by hand: rows of uneven panels, "
                "balloons and captions. The export makes even pages of the board today, and shows "
                "them before it writes them."
            )
        )
        told.setObjectName("dim")
        told.setWordWrap(True)
        told.setFixedWidth(WIDTH)
        told.setMinimumHeight(told.heightForWidth(WIDTH))
        self.export = QPushButton(self.tr("Export pages …"))
        self.export.clicked.connect(self.export_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch()
        for part in (title, told, self.export):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
