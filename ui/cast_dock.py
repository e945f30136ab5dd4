"""The cast: who is in the story, and what the model reads in place of their names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from storyboard.board import Board, Character
from ui.fields import TextBox


class CastDock(QScrollArea):
    """Shows the characters; wishes a new description for one of them."""

    description_written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.shown: tuple[Character, ...] | None = None
        self.show_board(Board())

    def show_board(self, board: Board) -> None:
        if board.characters == self.shown:
            return
        self.shown = board.characters
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 12, 14, 12)
        for character in board.characters:
            self._add(column, character)
        if not board.characters:
            hint = QLabel(
                self.tr("Characters are described at the top of the script:\n[Mia] a girl …")
            )
            hint.setObjectName("dim")
            hint.setWordWrap(True)
            column.addWidget(hint)
        column.addStretch()
        self.setWidget(content)

    def _add(self, column: QVBoxLayout, character: Character) -> None:
        name = QLabel(f'<span style="color:{character.color}">●</span>  {character.name}')
        name.setObjectName("heading")
        box = TextBox(self.tr("Description of {}").format(character.name), 3)
        box.show_text(character.description)
        box.finished.connect(lambda text: self.description_written.emit(character.id, text))
        column.addWidget(name)
        column.addWidget(box)
