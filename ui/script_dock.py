"""The script beside the board: coloured, joined line by line to its panels, edited in place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import Board, PanelId
from storyboard.script.headings import heading_of
from storyboard.script.tags import TAG, key
from storyboard.script.writer import lines_of
from ui.palette import LIGHT, Palette

UNJOINED = -1  # the state of a block that is of no panel


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


class ScriptDock(QWidget):
    """Shows the board as its script; wishes the edited script onto the board.

    script_written  the whole text; whether the artist asked for it, or has only finished a line
    panel_chosen    the panel of the line the cursor has come to
    """

    script_written = Signal(str, bool)
    panel_chosen = Signal(str)

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.editor = ScriptEditor()
        self.editor.setObjectName("script")
        self.editor.setAccessibleName(self.tr("Script"))
        self.editor.setPlaceholderText(
            self.tr("[Mia] a girl in a red shirt\n\nEXT. BEACH - DAY\n[Mia] waving # “Hello!”")
        )
        self.highlighter = Highlighter(self.editor.document(), colors)
        self.hint = QLabel()
        self.hint.setObjectName("dim")
        self.hint.setWordWrap(True)
        self.apply = QPushButton(self.tr("Apply"))
        self.apply.setToolTip(self.tr("Bring the edited script onto the board"))
        self.apply.clicked.connect(
            lambda: self.script_written.emit(self.editor.toPlainText(), True)
        )
        self.editor.textChanged.connect(self._compare)
        self.editor.line_finished.connect(self._finish_line)
        self.editor.cursorPositionChanged.connect(self._choose)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 10)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.editor, 1)
        column.addLayout(foot)
        self.told = ""
        self.ids: list[PanelId] = []
        self.selected: list[PanelId] = []
        self.showing = False
        self.base = Board()
        self.show_board(Board())

    @property
    def edited(self) -> bool:
        return self.editor.toPlainText() != self.told

    def show_board(self, board: Board) -> None:
        """An unfinished edit of the script is not overwritten; `base` is what it began with."""
        self.highlighter.names = {key(one.name): one.color for one in board.characters}
        if not self.edited:
            self._show_script(board)
        self.highlighter.rehighlight()
        self._compare()

    def _show_script(self, board: Board) -> None:
        lines = lines_of(board) if board.panels or board.characters else []
        text = "\n".join(line.text for line in lines) + "\n" if lines else ""
        self.base, self.told = board, text
        self.showing = True
        if text != self.editor.toPlainText():
            self._replace(text)
        self.ids = [line.panel for line in lines if line.panel]
        rows = {panel: row for row, panel in enumerate(self.ids)}
        block = self.editor.document().firstBlock()
        for line in lines:
            block.setUserState(rows[line.panel] if line.panel else UNJOINED)
            block = block.next()
        self.showing = False
        self._mark()

    def _replace(self, text: str) -> None:
        """Another text; cursor and sight stay where they were."""
        cursor, bar = self.editor.textCursor(), self.editor.verticalScrollBar()
        line, column, seen = cursor.blockNumber(), cursor.columnNumber(), bar.value()
        self.editor.setPlainText(text)
        block = self.editor.document().findBlockByNumber(line)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.Right, n=min(column, max(0, block.length() - 1))
            )
            self.editor.setTextCursor(cursor)
        bar.setValue(seen)

    def joined(self) -> dict[int, PanelId]:
        """Which panel each line of the text, counted from 1, has been of since it was shown."""
        found: dict[int, PanelId] = {}
        block = self.editor.document().firstBlock()
        while block.isValid():
            state = block.userState()
            if 0 <= state < len(self.ids) and self.ids[state] not in found.values():
                found[block.blockNumber() + 1] = self.ids[state]
            block = block.next()
        return found

    def accept(self, board: Board) -> None:
        """The edited script is on the board: what stands there now is how it reads."""
        self._show_script(board)
        self._compare()

    def refuse(self, sentence: str) -> None:
        """Says why the text is not on the board, where the artist is still writing it."""
        self.hint.setText(sentence)

    def show_selection(self, panels: Iterable[PanelId]) -> None:
        """The lines of these panels, in sight unless the artist is writing."""
        self.selected = list(panels)
        self._mark()
        if self.selected and not self.editor.hasFocus():
            self._reveal(self.selected[0])

    def _mark(self) -> None:
        lines = {panel: line for line, panel in self.joined().items()}
        marks: list[QTextEdit.ExtraSelection] = []
        for panel in self.selected:
            if panel in lines:
                mark = QTextEdit.ExtraSelection()
                cursor = self._line(lines[panel])
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                mark.cursor = cursor
                mark.format = _ground(self.highlighter.colors.hover)
                marks.append(mark)
        self.editor.setExtraSelections(marks)

    def _line(self, number: int) -> QTextCursor:
        return QTextCursor(self.editor.document().findBlockByNumber(number - 1))

    def _reveal(self, panel: PanelId) -> None:
        line = next((line for line, one in self.joined().items() if one == panel), None)
        if line is not None:
            self.showing = True
            self.editor.setTextCursor(self._line(line))
            self.showing = False

    def _choose(self) -> None:
        if self.showing or not self.editor.hasFocus():
            return
        state = self.editor.textCursor().block().userState()
        panel = self.ids[state] if 0 <= state < len(self.ids) else None
        if panel and self.selected != [panel]:
            self.panel_chosen.emit(panel)

    def _finish_line(self) -> None:
        if self.edited:
            self.script_written.emit(self.editor.toPlainText(), False)

    def _compare(self) -> None:
        self.apply.setEnabled(self.edited)
        self.hint.setText(self.tr("Edited, not yet on the board") if self.edited else "")


def _ground(color: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(QColor(color))
    form.setProperty(QTextFormat.Property.FullWidthSelection, True)
    return form


def _format(color: str, *, bold: bool = False, slanted: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(color))
    form.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    form.setFontItalic(slanted)
    return form
