"""The outline: the scenes with their places and moods, put in order by dragging."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import Board, Character, Scene, SceneId
from storyboard.timing import show_clock
from ui.fields import Choice, LineBox, dim, named

NAMED = Qt.ItemDataRole.UserRole


class SceneList(QListWidget):
    """Scenes one under the other; a drag is wished, and seen when it is done."""

    moved = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.let_edit(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def let_edit(self, editable: bool) -> None:
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.InternalMove if editable else modes.NoDragDrop)

    def dropEvent(self, event: QDropEvent) -> None:
        item = self.currentItem()
        below = self.itemAt(event.position().toPoint())
        row = self.row(below) if below else self.count()
        after = QAbstractItemView.DropIndicatorPosition.BelowItem
        row += below is not None and self.dropIndicatorPosition() == after
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item is not None:
            self.moved.emit(str(item.data(NAMED)), row)


class OutlineDock(QWidget):
    """Shows the scenes of a board; what is written for one carries its id and the field.

    outfit_chosen  (scene, character, outfit; None dresses as described)
    """

    scene_chosen = Signal(str)
    scene_moved = Signal(str, int)
    scene_written = Signal(str, str, str)
    outfit_chosen = Signal(str, str, object)
    new_wanted = Signal()
    delete_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.board = Board()
        self.panels: dict[SceneId, list[int]] = {}  # how long those of each scene are
        self.listed: object = None  # what the list was made of
        self.list = SceneList()
        self.list.setAccessibleName(self.tr("Scenes"))
        self.list.moved.connect(self.scene_moved)
        self.list.currentItemChanged.connect(lambda *_: self._show_form())
        self.list.itemClicked.connect(lambda item: self.scene_chosen.emit(item.data(NAMED)))
        self.empty = dim(self.tr("No scenes yet. Write a script, or make a scene here."))
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self._build_buttons())
        column.addWidget(self._build_form())
        self.show_board(Board())

    def _build_buttons(self) -> QWidget:
        new = QPushButton(self.tr("＋ Scene"))
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

    def _build_form(self) -> QWidget:
        self.lines: dict[str, LineBox] = {}
        self.form = QWidget()
        self.rows = QVBoxLayout(self.form)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        for field, name in (
            ("heading", self.tr("Heading")),
            ("place", self.tr("Place, as the model reads it")),
            ("mood", self.tr("Mood, as the model reads it")),
        ):
            line = LineBox(name)
            line.finished.connect(partial(self._written, field))
            self.lines[field] = line
            self.rows.addWidget(named(name, line))
        self.dressed = QWidget()
        self.wardrobe = QVBoxLayout(self.dressed)
        self.wardrobe.setContentsMargins(0, 0, 0, 0)
        self.rows.addWidget(self.dressed)
        return self.form

    def let_edit(self, editable: bool) -> None:
        """Else the scenes can be looked at."""
        self.list.let_edit(editable)
        self.buttons.setEnabled(editable)
        self.form.setEnabled(editable)

    @property
    def chosen(self) -> SceneId | None:
        item = self.list.currentItem()
        return str(item.data(NAMED)) if item else None

    def _written(self, field: str, text: str) -> None:
        if self.chosen:
            self.scene_written.emit(self.chosen, field, text)

    def show_board(self, board: Board) -> None:
        self.board = board
        self.panels = {scene.id: [] for scene in board.scenes}
        for panel in board.panels:
            self.panels[panel.scene].append(panel.frames)
        listed = (board.scenes, board.rate, self.panels)
        if listed != self.listed:
            self.listed = listed
            self._list_scenes(board)
        self._show_form()

    def _list_scenes(self, board: Board) -> None:
        chosen = self.chosen
        self.list.blockSignals(True)
        self.list.clear()
        for number, scene in enumerate(board.scenes, start=1):
            item = QListWidgetItem(self._told(number, scene))
            item.setData(NAMED, scene.id)
            self.list.addItem(item)
            if scene.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.empty.setVisible(not board.scenes)
        self.list.setVisible(bool(board.scenes))

    def _told(self, number: int, scene: Scene) -> str:
        panels = self.panels[scene.id]
        clock = show_clock(sum(panels), self.board.rate)
        heading = scene.heading or self.tr("Scene without a heading")
        length = self.tr("%n panel(s) · {}", "", len(panels)).format(clock)
        mood = f" · {scene.mood}" if scene.mood else ""
        return f"{number} · {heading}\n{length}{mood}"

    def show_scene(self, scene_id: SceneId | None) -> None:
        """The scene in which the artist works elsewhere."""
        rows = [row for row, scene in enumerate(self.board.scenes) if scene.id == scene_id]
        if rows and self.list.currentRow() != rows[0]:
            self.list.setCurrentRow(rows[0])

    def _show_form(self) -> None:
        found = [scene for scene in self.board.scenes if scene.id == self.chosen]
        self.form.setVisible(bool(found))
        self.delete.setEnabled(bool(found))
        if found:
            for field, line in self.lines.items():
                line.show_text(getattr(found[0], field))
            self._show_wardrobe(found[0])

    def _show_wardrobe(self, scene: Scene) -> None:
        while (item := self.wardrobe.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in self.board.characters:
            if one.outfits:
                self.wardrobe.addWidget(named(one.name, self._outfits(scene, one)))

    def _outfits(self, scene: Scene, one: Character) -> Choice:
        name = self.tr("What {} wears here").format(one.name)
        offered = [(None, self.tr("As described")), *((it.id, it.name) for it in one.outfits)]
        choice = Choice(name, offered)
        choice.show_choice(dict(scene.outfits).get(one.id))
        choice.chosen.connect(partial(self.outfit_chosen.emit, scene.id, one.id))
        return choice
