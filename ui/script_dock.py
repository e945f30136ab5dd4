"""The script beside the board: coloured, edited in place, brought onto the board with one press."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from storyboard.board import Board
from storyboard.script.headings import heading_of
from storyboard.script.tags import TAG, key
from storyboard.script.writer import script_of
from ui.palette import LIGHT, Palette


class Highlighter(QSyntaxHighlighter):
    """Names in their character's colour, captions slanted, headings bold."""

    def __init__(self, document: QTextDocument, colors: Palette) -> None:
        super().__init__(document)
        self.colors = colors
        self.names: dict[str, str] = {}

    def highlightBlock(self, text: str) -> None:
        if heading_of(text.strip()) is not None:
            self.setFormat(0, len(text), _format(self.colors.dim, bold=True))
            return
        for found in TAG.finditer(text):
            color = self.names.get(key(found[1]), self.colors.dim)
            if self.colors == LIGHT:
                color = QColor(color).darker(170).name()  # readable on a light ground
            self.setFormat(found.start(), len(found[0]), _format(color, bold=True))
        caption = text.find("#")
        if caption >= 0:
            self.setFormat(caption, len(text) - caption, _format(self.colors.dim, slanted=True))


class ScriptDock(QWidget):
    """Shows the board as its script; wishes the edited script onto the board."""

    script_written = Signal(str)

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.editor = QPlainTextEdit()
        self.editor.setObjectName("script")
        self.editor.setAccessibleName(self.tr("Script"))
        self.editor.setPlaceholderText(
            self.tr("[Mia] a girl in a red shirt\n\nEXT. BEACH - DAY\n[Mia] waving # “Hello!”")
        )
        self.highlighter = Highlighter(self.editor.document(), colors)
        self.hint = QLabel()
        self.hint.setObjectName("dim")
        self.apply = QPushButton(self.tr("Apply"))
        self.apply.setToolTip(self.tr("Bring the edited script onto the board"))
        self.apply.clicked.connect(lambda: self.script_written.emit(self.editor.toPlainText()))
        self.editor.textChanged.connect(self._compare)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 10)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.editor, 1)
        column.addLayout(foot)
        self.told = ""
        self.show_board(Board())

    def show_board(self, board: Board) -> None:
        """An unfinished edit of the script is not overwritten."""
        edited = self.editor.toPlainText() != self.told
        self.highlighter.names = {key(one.name): one.color for one in board.characters}
        self.told = script_of(board) if board.panels or board.characters else ""
        if not edited:
            self.editor.setPlainText(self.told)
        self.highlighter.rehighlight()
        self._compare()

    def accept(self) -> None:
        """The edited script is on the board: what stands there now is how it reads."""
        at = self.editor.textCursor().position()
        self.editor.setPlainText(self.told)
        cursor = self.editor.textCursor()
        cursor.setPosition(min(at, len(self.told)))
        self.editor.setTextCursor(cursor)

    def _compare(self) -> None:
        edited = self.editor.toPlainText() != self.told
        self.apply.setEnabled(edited)
        self.hint.setText(self.tr("Edited, not yet on the board") if edited else "")


def _format(color: str, *, bold: bool = False, slanted: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(color))
    form.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    form.setFontItalic(slanted)
    return form
