"""The log and the problems of this run, to be read and copied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.log import NAME, last_lines
from ui.problems import Problem

SIZE = (760, 520)


class ProblemList(QDialog):
    """Shows every problem of this run, the newest first, each with its details."""

    def __init__(self, parent: QWidget, problems: Sequence[Problem]) -> None:
        super().__init__(parent)
        self.problems = list(reversed(problems))
        self.setWindowTitle(self.tr("Problems"))
        self.resize(*SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Problems of this run"))
        self.list.setWordWrap(True)
        for problem in self.problems:
            self.list.addItem(QListWidgetItem(f"{problem.when:%H:%M:%S}   {problem.sentence}"))
        self.details = _reader(self.tr("Details of the problem"))
        self.list.currentRowChanged.connect(self._show)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.list)
        split.addWidget(self.details)
        buttons, self.copy_button = _buttons(self, self.tr("Copy details"), self.copy)
        self.copy_button.setEnabled(bool(problems))
        none = QLabel(self.tr("Nothing has gone wrong since the program was started."))
        none.setObjectName("dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(split if problems else none, 1)
        column.addWidget(buttons)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        problem = self.problems[row]
        self.details.setPlainText(problem.details or self.tr("There is no more to say about it."))

    def copy(self) -> None:
        """The chosen one, as a letter to those who make the program needs it."""
        if self.list.currentRow() >= 0:
            QGuiApplication.clipboard().setText(self.problems[self.list.currentRow()].text)


class LogView(QDialog):
    """Shows the end of the log."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self.folder = folder
        self.setWindowTitle(self.tr("Log"))
        self.resize(*SIZE)
        where = QLabel(str(folder / NAME))
        where.setObjectName("dim")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = _reader(self.tr("Log"))
        self.text.setPlainText(last_lines(folder) or self.tr("Nothing has been written yet."))
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())
        buttons, _ = _buttons(self, self.tr("Copy"), self.copy)
        show = buttons.addButton(self.tr("Show in folder"), QDialogButtonBox.ButtonRole.ActionRole)
        show.clicked.connect(self.show_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(where)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))


def _reader(name: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setAccessibleName(name)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    return text


def _buttons(dialog: QDialog, name: str, does: object) -> tuple[QDialogButtonBox, QWidget]:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    button = buttons.addButton(name, QDialogButtonBox.ButtonRole.ActionRole)
    button.clicked.connect(does)
    buttons.rejected.connect(dialog.reject)
    return buttons, button
