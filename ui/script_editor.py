"""The text of the script: coloured, and finished line by line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit

from storyboard.script.headings import heading_of
from storyboard.script.tags import TAG, key
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


class ScriptEditor(QPlainTextEdit):
    """Says when the artist has finished a line: by going to another, or elsewhere."""

    line_finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.touched: int | None = None  # the line that was edited
        self.textChanged.connect(self._touch)
        self.cursorPositionChanged.connect(self._leave_line)

    def _touch(self) -> None:
        self.touched = self.textCursor().blockNumber() if self.hasFocus() else None

    def _leave_line(self) -> None:
        if self.touched is not None and self.textCursor().blockNumber() != self.touched:
            self.touched = None
            self.line_finished.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.touched is not None:
            self.touched = None
            self.line_finished.emit()

    def event(self, event: QEvent) -> bool:
        """Where nothing written is left to take back, undo is the window's."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._is_window_s(event):
            event.ignore()
            return True
        return super().event(event)

    def _is_window_s(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        document = self.document()
        return (undo and not document.isUndoAvailable()) or (
            redo and not document.isRedoAvailable()
        )


def _format(color: str, *, bold: bool = False, slanted: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(color))
    form.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    form.setFontItalic(slanted)
    return form
