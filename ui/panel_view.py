"""One panel large, with all its takes; two of them can be looked at side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import Board, Panel, TakeId
from storyboard.naming import panel_names
from storyboard.ratios import own_ratio
from storyboard.timing import show_frames, show_seconds
from ui.camera_bar import CameraBar
from ui.large_picture import LargePicture
from ui.palette import Palette
from ui.region_bar import RegionBar
from ui.take_strip import STAR, ShownTake, TakeStrip

TAKE = QSize(136, 79)
STRIP = 190  # pixels, of the strip's height at most


class PanelView(QWidget):
    """Shows one panel; wishes for its takes, and the panel before or behind it."""

    take_chosen = Signal(str)
    star_wanted = Signal(str, bool)
    discard_wanted = Signal(str)
    recover_wanted = Signal(str)
    walk_wanted = Signal(int)
    region_wanted = Signal(str, object)
    path_wanted = Signal(object)

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.panel: Panel | None = None
        self.takes: list[ShownTake] = []
        self.compared: TakeId | None = None
        self.ratio = 12 / 7
        self.own: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Panel"))
        self.picture = LargePicture(colors)
        self.bar = RegionBar(self.picture)
        self.bar.region_wanted.connect(self.region_wanted)
        self.camera_bar = CameraBar(self.picture)
        self.camera_bar.path_wanted.connect(self.path_wanted)
        self.picture.over_picture = self.bar.regions
        self.picture.over_frame = self.camera_bar.framings
        self.strip = TakeStrip(colors, TAKE)
        self.strip.take_chosen.connect(self._choose)
        self.strip.star_wanted.connect(self.star_wanted)
        self.strip.discard_wanted.connect(self.discard_wanted)
        self.strip.compare_wanted.connect(self.compare_with)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(self.bar)
        column.addWidget(self.camera_bar)
        column.addWidget(self.picture, 1)
        column.addWidget(self._build_foot())

    def _build_head(self) -> QWidget:
        self.name, self.told = QLabel(), QLabel()
        self.name.setObjectName("heading")
        self.told.setObjectName("dim")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 12, 24, 0)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.told, 1)
        for text, by, name in (
            ("‹", -1, self.tr("Previous panel")),
            ("›", 1, self.tr("Next panel")),
        ):
            button = QPushButton(text)
            button.setObjectName("small")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _, by=by: self.walk_wanted.emit(by))
            row.addWidget(button)
        return head

    def _build_foot(self) -> QWidget:
        self.regions = self._button(self.tr("Regions"), self.show_regions)
        self.regions.setCheckable(True)
        self.regions.setToolTip(self.tr("Say where in the picture somebody is to be"))
        self.camera = self._button(self.tr("Camera"), self.show_camera)
        self.camera.setCheckable(True)
        self.camera.setToolTip(self.tr("Draw what the camera sees at first and at last"))
        self.star = self._button(self.tr("Star"), self._star)
        self.star.setCheckable(True)
        self.compare = self._button(self.tr("Compare"), self._switch_compare)
        self.compare.setCheckable(True)
        self.discard = self._button(self.tr("To the trash"), self._discard)
        self.trash = QPushButton()
        self.trash.setAccessibleName(self.tr("Takes in the trash"))
        self.trash.setObjectName("small")
        self.trash.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.trash.setMenu(QMenu(self.trash))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.count = QLabel()
        self.count.setObjectName("dim")
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.compare)
        self.changing = QWidget()
        changes = QHBoxLayout(self.changing)
        changes.setContentsMargins(0, 0, 0, 0)
        changes.setSpacing(8)
        for button in (self.regions, self.camera, self.star, self.discard, self.trash):
            changes.addWidget(button)
        buttons.addWidget(self.changing)
        self.shelf = QScrollArea()
        self.shelf.setWidgetResizable(True)
        self.shelf.setFrameShape(QFrame.Shape.NoFrame)
        self.shelf.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shelf.setWidget(self.strip)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(24, 8, 24, 10)
        column.addLayout(buttons)
        column.addWidget(self.shelf)
        return foot

    def _button(self, text: str, does: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("small")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(does)
        return button

    def let_edit(self, editable: bool) -> None:
        """Else takes can be looked at, side by side too."""
        self.strip.editable = editable
        self.changing.setEnabled(editable)
        self.show_regions(editable and self.regions.isChecked())
        self.show_camera(editable and self.camera.isChecked())

    def show_colors(self, colors: Palette) -> None:
        self.picture.colors = self.strip.colors = colors
        self.update()

    def show_panel(
        self,
        board: Board,
        panel: Panel | None,
        takes: Sequence[ShownTake],
        discarded: Sequence[ShownTake] = (),
    ) -> None:
        """`takes` are those that are not in the trash; None where no panel is selected."""
        if self.panel is None or panel is None or panel.id != self.panel.id:
            self.compared = None
        self.panel, self.takes = panel, list(takes)
        self.ratio = board.width / board.height
        self.own = own_ratio(board, panel) if panel else None
        if self.compared not in {one.take.id for one in takes}:
            self.compared = None
        if panel is not None:
            self.bar.show_panel(board, panel)
            self.camera_bar.show_panel(panel)
        self.show_regions(self.regions.isChecked())
        self.show_camera(self.camera.isChecked())
        self._show_words(board, panel)
        self._show_trash(discarded)
        self._show_pictures()

    def show_regions(self, on: bool) -> None:
        """The regions of the characters over the picture, or only the picture."""
        if on:
            self.show_camera(False)
        self.regions.setEnabled(self.panel is not None)
        self.regions.setChecked(on)
        self.bar.show_regions(on=on and self.panel is not None)

    def show_camera(self, on: bool) -> None:
        """The way of the camera over the picture, or only the picture."""
        if on:
            self.show_regions(False)
        self.camera.setEnabled(self.panel is not None)
        self.camera.setChecked(on)
        self.camera_bar.show_framings(on=on and self.panel is not None)

    def _show_words(self, board: Board, panel: Panel | None) -> None:
        if panel is None:
            self.name.setText(self.tr("No panel is selected"))
            self.told.clear()
            return
        self.name.setText(panel_names(board)[panel.id])
        length = f"{show_seconds(panel.frames, board.rate)} · {show_frames(panel.frames)}"
        self.told.setText(f"{length}   {panel.caption}")

    def _show_trash(self, discarded: Sequence[ShownTake]) -> None:
        self.trash.setVisible(bool(discarded))
        self.trash.setText(self.tr("%n in the trash", "", len(discarded)))
        menu = self.trash.menu()
        menu.clear()
        for one in discarded:
            told = self.tr("Restore take {}").format(one.number)
            take = one.take.id
            menu.addAction(told, partial(self.recover_wanted.emit, take))

    def _show_pictures(self) -> None:
        panel = self.panel
        chosen = self._taken(panel.take) if panel else None
        other = self._taken(self.compared)
        shown = [(chosen, self._worded(chosen))]
        if other is not None:
            shown.append((other, self._worded(other)))
        self.picture.show_takes(shown if panel else [], self.ratio, self.own)
        taken = panel.take if panel else None
        self.strip.show_takes(self.takes, taken, self.compared, self.ratio, self.own)
        self.shelf.setFixedHeight(min(STRIP, self.strip.height() + 2))
        self.count.setText(self.tr("%n take(s)", "", len(self.takes)) if panel else "")
        for button in (self.star, self.discard):
            button.setEnabled(chosen is not None)
        self.star.setChecked(chosen is not None and chosen.starred)
        self.compare.setEnabled(len(self.takes) > 1)
        self.compare.setChecked(other is not None)

    def _taken(self, take: TakeId | None) -> ShownTake | None:
        return next((one for one in self.takes if one.take.id == take), None)

    def _worded(self, shown: ShownTake | None) -> str:
        if shown is None:
            return ""
        told = self.tr("take {}").format(shown.number)
        return f"{STAR} {told}" if shown.starred else told

    def _choose(self, take: TakeId) -> None:
        """The take the panel shows; while comparing, a click puts a take beside it."""
        if self.compared and self.panel and take != self.panel.take:
            self.compare_with(take)
        else:
            self.take_chosen.emit(take)

    def compare_with(self, take: TakeId | None) -> None:
        """Another take beside the chosen one; None ends the comparison."""
        same = self.panel is not None and take == self.panel.take
        self.compared = None if same else take
        self._show_pictures()

    def _switch_compare(self) -> None:
        others = [one for one in self.takes if self.panel and one.take.id != self.panel.take]
        self.compare_with(None if self.compared or not others else others[-1].take.id)

    def _star(self) -> None:
        if self.panel and (shown := self._taken(self.panel.take)):
            self.star_wanted.emit(shown.take.id, not shown.starred)

    def _discard(self) -> None:
        if self.panel and self.panel.take:
            self.discard_wanted.emit(self.panel.take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in steps and not event.modifiers():
            self.walk_wanted.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.compared:
            self.compare_with(None)
        elif event.key() == Qt.Key.Key_Escape and self.regions.isChecked():
            self.show_regions(False)
        elif event.key() == Qt.Key.Key_Escape and self.camera.isChecked():
            self.show_camera(False)
        else:
            super().keyPressEvent(event)
