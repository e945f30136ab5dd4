"""The history: the steps of this sitting, one click away, and the restore points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storyboard.project import RestorePoint
from ui.said import edit_name

LEAST = 58  # pixels of a list's height: two rows


class Steps(QListWidget):
    """The current one stays in sight, however little room there is."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class HistoryDock(QWidget):
    """Shows steps and restore points; wishes to be at a step, a new point, a copy of one.

    step_chosen  how many steps are done there
    """

    step_chosen = Signal(int)
    point_wanted = Signal()
    copy_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.steps, self.points = Steps(), QListWidget()
        self.steps.setAccessibleName(self.tr("Steps"))
        self.points.setAccessibleName(self.tr("Restore points"))
        for rows in (self.steps, self.points):
            rows.setObjectName("rows")
            rows.setMinimumHeight(LEAST)
        self.steps.itemClicked.connect(self._choose)
        self.steps.itemActivated.connect(self._choose)
        self.points.itemSelectionChanged.connect(self._show_choice)
        self.points.itemActivated.connect(lambda _: self._wish_copy())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 10)
        column.setSpacing(4)
        column.addWidget(self.steps, 3)
        column.addWidget(self._build_heading())
        column.addWidget(self.points, 2)
        self.none = QLabel(self.tr("None yet. Ctrl+S keeps the project as it is now under a name."))
        self.none.setObjectName("dim")
        self.none.setWordWrap(True)
        column.addWidget(self.none)
        column.addWidget(self._build_buttons())
        self.shown: list[tuple[str, int]] = []
        self.done = 0
        self.show_steps((), 0)
        self.show_points(())

    def _build_heading(self) -> QWidget:
        heading = QLabel(self.tr("Restore points"))
        heading.setObjectName("heading")
        heading.setContentsMargins(6, 6, 0, 0)
        return heading

    def _build_buttons(self) -> QWidget:
        self.keep = QPushButton(self.tr("New point …"))
        self.keep.setToolTip(self.tr("Keeps the project as it is now under a name (Ctrl+S)"))
        self.keep.clicked.connect(self.point_wanted)
        self.copy = QPushButton(self.tr("Open as a copy …"))
        self.copy.setToolTip(self.tr("Makes a project of its own of the chosen restore point"))
        self.copy.clicked.connect(self._wish_copy)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 2, 0, 0)
        for button in (self.keep, self.copy):
            button.setObjectName("small")
            row.addWidget(button)
        row.addStretch()
        return whole

    def let_edit(self, editable: bool) -> None:
        self.keep.setEnabled(editable)

    def show_steps(self, labels: Sequence[str], done: int) -> None:
        """The names of all steps, and how many of them are done; only what differs is touched."""
        before = self.shown
        self.shown = [
            (label, (number > done) - (number < done))
            for number, label in enumerate((self.tr("Opened"), *map(edit_name, labels)))
        ]
        while self.steps.count() > len(self.shown):
            self.steps.takeItem(self.steps.count() - 1)
        for number, step in enumerate(self.shown):
            if number >= self.steps.count():
                self.steps.addItem(QListWidgetItem())
            elif step == before[number]:
                continue
            self._dress(self.steps.item(number), *step)
        self.done = done
        self.steps.setCurrentRow(done)

    def _dress(self, item: QListWidgetItem, label: str, side: int) -> None:
        """`side` is -1 for steps before the current one, 1 for those that are undone."""
        item.setText(f"○  {label}" if side else f"●  {label}")
        font = QFont(self.steps.font())
        font.setWeight(QFont.Weight.Normal if side else QFont.Weight.DemiBold)
        item.setFont(font)
        roles = QPalette.ColorRole
        item.setForeground(self.palette().brush(roles.PlaceholderText if side > 0 else roles.Text))
        told = self.tr("Undone; a click does it again, a new edit forgets it")
        item.setToolTip(told if side > 0 else "")

    def show_points(self, points: Sequence[RestorePoint]) -> None:
        """Those that were named, and the copies the program made by itself."""
        self.points.clear()
        for point in points:
            name = point.name or self.tr("Made by the program")
            item = QListWidgetItem(f"{name} · {point.created:%Y-%m-%d %H:%M}")
            item.setToolTip(item.text())
            item.setData(Qt.ItemDataRole.UserRole, point)
            self.points.addItem(item)
        self.points.setVisible(bool(points))
        self.none.setVisible(not points)
        self._show_choice()

    def _choose(self, item: QListWidgetItem) -> None:
        number = self.steps.row(item)
        if number != self.done:
            self.step_chosen.emit(number)

    def _show_choice(self) -> None:
        self.copy.setEnabled(bool(self.points.selectedItems()))

    def _wish_copy(self) -> None:
        for item in self.points.selectedItems():
            self.copy_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
