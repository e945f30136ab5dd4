"""The script beside the board: coloured, joined line by line to its panels, edited in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from storyboard.board import Board, PanelId
from storyboard.script.tags import key
from storyboard.script.writer import lines_of
from ui.palette import Palette
from ui.script_editor import Highlighter, ScriptEditor

UNJOINED = -1  # the state of a block that is of no panel


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
        self.known: dict[int, PanelId] | None = None
        self.editor.blockCountChanged.connect(self._forget_lines)
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
        self.painted: tuple[dict[str, str], Palette] | None = None  # the colours that are seen
        self.base = Board()
        self.show_board(Board())

    def let_edit(self, editable: bool) -> None:
        """Else it can be read and copied."""
        self.editor.setReadOnly(not editable)

    @property
    def edited(self) -> bool:
        return self.editor.toPlainText() != self.told

    def show_board(self, board: Board) -> None:
        """An unfinished edit of the script is not overwritten; `base` is what it began with."""
        names = {key(one.name): one.color for one in board.characters}
        painted = (names, self.highlighter.colors)
        stale, self.painted = painted != self.painted, painted
        self.highlighter.names = names
        if not self.edited:
            self._show_script(board)
        if stale:
            self.highlighter.rehighlight()
        self._compare()

    def _show_script(self, board: Board) -> None:
        lines = lines_of(board) if board.panels or board.characters else []
        text = "\n".join(line.text for line in lines) + "\n" if lines else ""
        ids = [line.panel for line in lines if line.panel]
        same = (text, ids) == (self.editor.toPlainText(), self.ids) and self.told == text
        self.base, self.told = board, text
        if same:
            return
        self.showing = True
        changed = self._replace(text)
        every = changed
        if ids != self.ids:
            self.ids, every = ids, range(len(lines))
            self._forget_lines()
        rows = {panel: row for row, panel in enumerate(ids)}
        for number in every:
            panel = lines[number].panel if number < len(lines) else None
            block = self.editor.document().findBlockByNumber(number)
            block.setUserState(rows[panel] if panel else UNJOINED)
        self.showing = False
        self._mark()

    def _replace(self, text: str) -> range:
        """Another text, in as few lines as may be; says which. The cursor stays where it was."""
        old, new = self.editor.toPlainText().split("\n"), text.split("\n")
        ahead = _alike(old, new)
        behind = _alike(old[ahead:][::-1], new[ahead:][::-1])
        if ahead + behind in (len(old), len(new)):
            self._replace_all(text)
            return range(len(new))
        document = self.editor.document()
        document.setUndoRedoEnabled(False)  # what is changed elsewhere is not for this undo
        cursor = self._line(ahead + 1)
        last = document.findBlockByNumber(len(old) - behind - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(new[ahead : len(new) - behind]))
        document.setUndoRedoEnabled(True)
        return range(ahead, len(new) - behind)

    def _replace_all(self, text: str) -> None:
        cursor, bar = self.editor.textCursor(), self.editor.verticalScrollBar()
        line, column, seen = cursor.blockNumber(), cursor.columnNumber(), bar.value()
        if text != self.editor.toPlainText():
            self.editor.setPlainText(text)
        block = self.editor.document().findBlockByNumber(line)
        if block.isValid():
            cursor = QTextCursor(block)
            right, steps = QTextCursor.MoveOperation.Right, min(column, block.length() - 1)
            cursor.movePosition(right, n=max(0, steps))
            self.editor.setTextCursor(cursor)
        bar.setValue(seen)

    def joined(self) -> dict[int, PanelId]:
        """Which panel each line of the text, counted from 1, has been of since it was shown."""
        if self.known is not None:
            return self.known
        found: dict[int, PanelId] = {}
        seen: set[int] = set()
        block, line = self.editor.document().firstBlock(), 1
        while block.isValid():
            state = block.userState()
            if 0 <= state < len(self.ids) and state not in seen:
                seen.add(state)
                found[line] = self.ids[state]
            block, line = block.next(), line + 1
        self.known = found
        return found

    def _forget_lines(self) -> None:
        """Lines came or went, or became those of other panels."""
        self.known = None

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


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((row for row, (a, b) in pairs if a != b), min(len(one), len(other)))


def _ground(color: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(QColor(color))
    form.setProperty(QTextFormat.Property.FullWidthSelection, True)
    return form
