"""The cast: who is in the story, how they look, what they wear, and pictures that show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import Board, Character, CharacterId, Reference
from ui.cast_field import dot
from ui.fields import LineBox, TextBox, closely, dim, named
from ui.likenesses import References
from ui.outfit_rows import OutfitRows
from ui.palette import Palette
from ui.take_strip import ShownTake, TakeStrip

NAMED = Qt.ItemDataRole.UserRole
PORTRAIT = QSize(78, 45)
LIST = 150  # pixels, of the list's height at most
PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff)"


class CastDock(QWidget):
    """Shows the characters; each wish begins with the id of the one it is for.

    written          (character, field, text)
    outfit_changed   (character, outfit)
    portrait_wanted  a picture of somebody alone is to be drawn
    """

    written = Signal(str, str, str)
    outfit_changed = Signal(str, object)
    outfit_wanted = Signal(str)
    outfit_deleted = Signal(str, str)
    references_dropped = Signal(str, list)
    reference_removed = Signal(str, str)
    portrait_wanted = Signal(str)
    portrait_chosen = Signal(str, str)
    new_wanted = Signal()
    delete_wanted = Signal(str)

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.board = Board()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Characters"))
        self.list.setMaximumHeight(LIST)
        self.list.currentItemChanged.connect(lambda *_: self._show_form())
        self.empty = dim(
            self.tr("Nobody yet. Describe somebody at the top of the script, or here.")
        )
        self.empty.setWordWrap(True)
        self.portraits: Callable[[Character], Sequence[ShownTake]] = lambda _: ()
        self.references_of: Callable[[Character], list[tuple[Reference, QPixmap]]] = lambda _: []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        for part in (self.empty, self.list, self._build_buttons()):
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(self._build_form(colors), 1)
        column.addStretch()
        self.show_board(Board())

    def _build_buttons(self) -> QWidget:
        new = QPushButton(self.tr("＋ Character"))
        self.delete = QPushButton(self.tr("Delete"))
        for button in (new, self.delete):
            button.setObjectName("small")
        new.clicked.connect(self.new_wanted)
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.chosen or ""))
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(new)
        row.addStretch()
        row.addWidget(self.delete)
        return self.buttons

    def _build_form(self, colors: Palette) -> QWidget:
        self.name = LineBox(self.tr("Name"))
        self.color = QPushButton()
        self.color.setObjectName("small")
        self.color.setAccessibleName(self.tr("Colour"))
        self.color.setToolTip(self.tr("The colour of this character in the script and on cards"))
        self.color.clicked.connect(self._ask_color)
        self.description = TextBox(self.tr("Description"), 3)
        self.outfits = OutfitRows()
        self.references = References()
        add = QPushButton(self.tr("＋ Picture …"))
        add.clicked.connect(self._ask_pictures)
        self.strip = TakeStrip(colors, PORTRAIT)
        draw = QPushButton(self.tr("Draw a portrait"))
        draw.clicked.connect(lambda: self.portrait_wanted.emit(self.chosen or ""))
        for button in (add, draw):
            button.setObjectName("small")
        self.content = QWidget()
        rows = QVBoxLayout(self.content)
        rows.setContentsMargins(14, 2, 14, 14)
        rows.setSpacing(9)
        rows.addWidget(named(self.tr("Name"), closely(self.name, self.color)))
        rows.addWidget(named(self.tr("Description, read for their name"), self.description))
        rows.addWidget(named(self.tr("Outfits"), self.outfits))
        rows.addWidget(named(self.tr("Reference pictures"), self.references))
        rows.addWidget(closely(QWidget(), add))
        rows.addWidget(named(self.tr("Portraits"), self.strip))
        rows.addWidget(closely(QWidget(), draw))
        rows.addStretch()
        self._connect_form()
        self.form = QScrollArea()
        self.form.setWidgetResizable(True)
        self.form.setFrameShape(QFrame.Shape.NoFrame)
        self.form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setWidget(self.content)
        return self.form

    def _connect_form(self) -> None:
        def chosen() -> CharacterId:
            return self.chosen or ""

        self.name.finished.connect(lambda text: self.written.emit(chosen(), "name", text))
        self.description.finished.connect(
            lambda text: self.written.emit(chosen(), "description", text)
        )
        self.outfits.changed.connect(lambda one: self.outfit_changed.emit(chosen(), one))
        self.outfits.new_wanted.connect(lambda: self.outfit_wanted.emit(chosen()))
        self.outfits.delete_wanted.connect(lambda one: self.outfit_deleted.emit(chosen(), one))
        self.references.files_dropped.connect(
            lambda files: self.references_dropped.emit(chosen(), files)
        )
        self.references.remove_wanted.connect(
            lambda one: self.reference_removed.emit(chosen(), one)
        )
        self.strip.take_chosen.connect(lambda take: self.portrait_chosen.emit(chosen(), take))

    def let_edit(self, editable: bool) -> None:
        """Else everybody can be looked at."""
        self.buttons.setEnabled(editable)
        self.content.setEnabled(editable)

    @property
    def chosen(self) -> CharacterId | None:
        item = self.list.currentItem()
        return str(item.data(NAMED)) if item else None

    def choose(self, who: CharacterId) -> None:
        """Somebody's page."""
        for row, one in enumerate(self.board.characters):
            if one.id == who:
                self.list.setCurrentRow(row)

    def show_pictures(
        self,
        portraits: Callable[[Character], Sequence[ShownTake]],
        references: Callable[[Character], list[tuple[Reference, QPixmap]]],
    ) -> None:
        """Where the pictures of a character come from."""
        self.portraits, self.references_of = portraits, references

    def show_board(self, board: Board) -> None:
        chosen, self.board = self.chosen, board
        self.list.blockSignals(True)
        self.list.clear()
        counts = Counter(who for panel in board.panels for who in panel.cast)
        for one in board.characters:
            told = self.tr("{} · %n panel(s)", "", counts[one.id]).format(one.name)
            item = QListWidgetItem(dot(one.color), told)
            item.setData(NAMED, one.id)
            self.list.addItem(item)
            if one.id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and board.characters:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.empty.setVisible(not board.characters)
        self.list.setVisible(bool(board.characters))
        self._show_form()

    def _show_form(self) -> None:
        found = [one for one in self.board.characters if one.id == self.chosen]
        self.form.setVisible(bool(found))
        self.delete.setEnabled(bool(found))
        if not found:
            return
        one = found[0]
        self.name.show_text(one.name)
        self.color.setIcon(_swatch(one.color))
        self.description.show_text(one.description)
        self.outfits.show_outfits(one.outfits)
        self.references.show_pictures(self.references_of(one))
        ratio = self.board.width / self.board.height
        self.strip.show_takes(self.portraits(one), one.portrait, ratio=ratio)
        self.strip.setVisible(bool(self.strip.takes))

    def show_colors(self, colors: Palette) -> None:
        self.strip.colors = colors

    def _ask_color(self) -> None:
        one = self.board.character(self.chosen or "")
        color = QColorDialog.getColor(QColor(one.color), self, self.tr("Colour of a character"))
        if color.isValid():
            self.written.emit(one.id, "color", color.name())

    def _ask_pictures(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Reference pictures"), "", self.tr(PICTURES)
        )
        if names and self.chosen:
            self.references_dropped.emit(self.chosen, [Path(name) for name in names])


def _swatch(color: str) -> QIcon:
    pixmap = QPixmap(18, 18)
    pixmap.fill(QColor(color))
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)  # else Qt would make it grey
    return icon
