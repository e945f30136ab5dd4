"""The inspector: everything about the selected panels that can be changed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import Board, Lock, Panel
from storyboard.engine.vocabulary import Vocabulary, told_softly
from storyboard.naming import panel_names
from storyboard.script import evaluated_prompt
from storyboard.timing import show_frames, show_seconds

LOCKS: tuple[tuple[Lock, str], ...] = (
    ("picture", "Picture"),
    ("cast", "Cast"),
    ("timing", "Timing"),
    ("number", "Number"),
)


class TextBox(QPlainTextEdit):
    """A few lines of text that are finished when the focus leaves, or with Ctrl+Enter."""

    finished = Signal(str)

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)
        self.told = ""

    def show_text(self, text: str) -> None:
        self.told = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText() != self.told:
            self.finished.emit(" ".join(self.toPlainText().split()))


class Inspector(QScrollArea):
    """Shows the selected panels; each wish carries the new value for all of them."""

    prompt_written = Signal(str)
    caption_written = Signal(str)
    negative_written = Signal(str)
    duration_written = Signal(str)
    seed_written = Signal(str)
    dice_thrown = Signal()
    lock_set = Signal(str, bool)
    take_chosen = Signal(str)
    other_model_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.vocabulary: Vocabulary | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(14, 12, 14, 14)
        self.column.setSpacing(6)
        self._build()
        self.setWidget(content)
        self.show_panels(Board(), [], [])

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setObjectName("heading")
        self.column.addWidget(self.title)
        self.body = QWidget()
        self.column.addWidget(self.body)
        self.column.addStretch()
        rows = QVBoxLayout(self.body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(5)
        self.takes = QWidget()
        self.takes_row = QGridLayout(self.takes)
        self.takes_row.setContentsMargins(0, 0, 0, 0)
        self.takes_row.setColumnStretch(2, 1)
        self.prompt = TextBox(self.tr("Prompt"), 3)
        self.evaluated = QLabel()
        self.evaluated.setObjectName("dim")
        self.evaluated.setWordWrap(True)
        self.unseen = QLabel()
        self.unseen.setObjectName("hint")
        self.unseen.setWordWrap(True)
        self.words = QPushButton(self.tr("Words it knows"))
        self.words.setMenu(QMenu(self.words))
        self.caption = TextBox(self.tr("Caption"), 2)
        self.negative = TextBox(self.tr("Not in the picture"), 1)
        self.duration = QLineEdit()
        self.duration.setAccessibleName(self.tr("Duration"))
        for name, part in (
            (self.tr("Takes"), self.takes),
            (self.tr("Prompt"), self.prompt),
            (self.tr("What the model reads"), self.evaluated),
            (self.tr("Caption"), self.caption),
            (self.tr("Not in the picture"), self.negative),
            (self.tr("Duration"), self.duration),
            (self.tr("Seed"), self._build_seed()),
            (self.tr("Locks"), self._build_locks()),
        ):
            rows.addWidget(_label(name))
            rows.addWidget(part)
        after = rows.indexOf(self.evaluated) + 1
        rows.insertWidget(after, self.unseen)
        rows.insertWidget(after + 1, self.words, alignment=Qt.AlignmentFlag.AlignLeft)
        self.prompt.finished.connect(self.prompt_written)
        self.caption.finished.connect(self.caption_written)
        self.negative.finished.connect(self.negative_written)
        self.duration.editingFinished.connect(self._duration_edited)

    def _build_seed(self) -> QWidget:
        self.seed = QLineEdit()
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.editingFinished.connect(self._seed_edited)
        dice = QPushButton(self.tr("Dice"))
        dice.clicked.connect(self.dice_thrown)
        return _row(self.seed, dice)

    def _build_locks(self) -> QWidget:
        self.locks: dict[Lock, QPushButton] = {}
        for lock, name in LOCKS:
            button = QPushButton(name)
            button.setCheckable(True)
            button.clicked.connect(lambda on, lock=lock: self.lock_set.emit(lock, on))
            self.locks[lock] = button
        grid = QWidget()
        cells = QGridLayout(grid)
        cells.setContentsMargins(0, 0, 0, 0)
        for place, button in enumerate(self.locks.values()):
            cells.addWidget(button, place // 2, place % 2)
        return grid

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """The words of the chosen model, offered for the prompt; None where it has no list."""
        self.vocabulary = vocabulary
        self.words.setVisible(vocabulary is not None)
        menu = self.words.menu()
        menu.clear()
        for heading, words in vocabulary.groups.items() if vocabulary else ():
            group = menu.addMenu(heading)
            for word in words:
                group.addAction(word, partial(self._insert, word))
        menu.addSeparator()
        menu.addAction(self.tr("Draw anything: use another model …"), self.other_model_wanted.emit)

    def _insert(self, word: str) -> None:
        """At the cursor, set off by commas, as prompts are written."""
        if not self.prompt.isEnabled():
            return
        cursor = self.prompt.textCursor()
        before = self.prompt.toPlainText()[: cursor.position()].rstrip()
        cursor.insertText(f", {word}" if before and not before.endswith(",") else word)
        self.prompt.finished.emit(" ".join(self.prompt.toPlainText().split()))

    def _show_unseen(self) -> None:
        vocabulary = self.vocabulary
        unknown = vocabulary.unknown(self.evaluated.text()) if vocabulary else ()
        told = told_softly(unknown, vocabulary) if vocabulary and unknown else ""
        self.unseen.setText(told)
        self.unseen.setVisible(bool(told))

    def show_panels(
        self, board: Board, panels: Sequence[Panel], takes: Sequence[tuple[str, QPixmap]]
    ) -> None:
        """`takes` are those of the first panel, as ids and pictures."""
        self.body.setVisible(bool(panels))
        if not panels:
            self.title.setText(self.tr("No panel is selected"))
            return
        first, names = panels[0], panel_names(board)
        many = len(panels) > 1
        self.title.setText(f"{len(panels)} panels" if many else f"Panel {names[first.id]}")
        self.prompt.show_text("" if many else first.prompt)
        self.prompt.setEnabled(not many)
        self.evaluated.setText("" if many else evaluated_prompt(board, first))
        self._show_unseen()
        self.caption.show_text("" if many else first.caption)
        self.caption.setEnabled(not many)
        self.negative.show_text(first.negative)
        frames = first.frames
        self.told_duration = f"{show_seconds(frames, board.rate)} · {show_frames(frames)}"
        self.duration.setText(self.told_duration)
        self.told_seed = str(first.seed)
        self.seed.setText(self.told_seed)
        for lock, button in self.locks.items():
            button.setChecked(all(lock in panel.locks for panel in panels))
        self._show_takes([] if many else takes, first.take)
        if many:
            self.no_takes.setText(self.tr("Select one panel to see its takes"))

    def _show_takes(self, takes: Sequence[tuple[str, QPixmap]], chosen: str | None) -> None:
        while (item := self.takes_row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()  # it lives until the event loop runs
                widget.deleteLater()
        for place, (take, picture) in enumerate(takes):
            button = QToolButton()
            button.setObjectName("take")
            button.setIcon(QIcon(picture))
            button.setIconSize(QSize(92, 54))
            button.setCheckable(True)
            button.setChecked(take == chosen)
            button.setToolTip(f"Take {place + 1}")
            button.setAccessibleName(button.toolTip())
            button.clicked.connect(lambda _, take=take: self.take_chosen.emit(take))
            self.takes_row.addWidget(button, place // 2, place % 2)
        if not takes:
            self.no_takes = _label(self.tr("Not drawn yet"))
            self.takes_row.addWidget(self.no_takes, 0, 0)

    def _duration_edited(self) -> None:
        if self.duration.text() != self.told_duration:
            self.duration_written.emit(self.duration.text())

    def _seed_edited(self) -> None:
        if self.seed.text() != self.told_seed:
            self.seed_written.emit(self.seed.text())


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("dim")
    return label


def _row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    return whole
