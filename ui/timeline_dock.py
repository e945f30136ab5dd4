"""The dock at the bottom: transport, timecode, zoom, and the tracks below them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import log

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import Board, Panel
from storyboard.timeline.rates import rate_name
from storyboard.timeline.shuttle import Shuttle
from storyboard.timeline.track import Track
from storyboard.timing import show_timecode
from ui.palette import Palette
from ui.timeline_icons import SIZE, icon
from ui.timeline_view import SCALES, TimelineView

ZOOM_STEPS = 100
BUTTONS = (  # sign, what it says with its key, whether it stays down
    ("first", "To the beginning (Home)", False),
    ("back", "One frame back (,)", False),
    ("play", "Play or pause (Space)", False),
    ("on", "One frame on (.)", False),
    ("last", "To the end (End)", False),
    ("loop", "Begin again at the end", True),
    ("onion", "Onion skin: the panels before and after shine through (O)", True),
    ("captions", "Captions (C)", True),
    ("film", "Board or film", True),
)


class TimelineDock(QWidget):
    """Shows the film and its playhead; `pressed` names the button that was pressed."""

    pressed = Signal(str)

    def __init__(self, colors: Palette, picture: Callable[[Panel], QPixmap | None]) -> None:
        super().__init__()
        self.colors = colors
        self.view = TimelineView(colors, picture)
        self.rate = Fraction(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_transport())
        column.addWidget(self.view, 1)
        self.view.scale_changed.connect(self._show_scale)
        self._show_scale(self.view.scale)
        self.show_colors(colors)
        self.show_playback(Shuttle())
        self.show_checked("captions", True)

    def _build_transport(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 6, 14, 6)
        row.setSpacing(4)
        self.buttons: dict[str, QToolButton] = {}
        for sign, words, stays in BUTTONS:
            if sign in ("loop", "film"):
                row.addSpacing(10)
            row.addWidget(self._button(sign, self.tr(words), stays))
        row.addSpacing(12)
        self.timecode = QLabel()
        self.timecode.setAccessibleName(self.tr("Timecode"))
        row.addWidget(self.timecode)
        self.speed = QLabel()
        self.speed.setObjectName("dim")
        row.addSpacing(8)
        row.addWidget(self.speed)
        row.addStretch()
        row.addWidget(self._build_render())
        row.addSpacing(10)
        self._build_zoom(row)
        return bar

    def _button(self, sign: str, words: str, stays: bool) -> QToolButton:
        button = QToolButton()
        button.setObjectName("transport")
        button.setIconSize(QSize(SIZE, SIZE))
        button.setCheckable(stays)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has a key of its own
        button.clicked.connect(lambda: self.pressed.emit(sign))
        self.buttons[sign] = button
        return button

    def _build_render(self) -> QPushButton:
        self.render_ = QPushButton()
        self.render_.setObjectName("small")
        self.render_.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the command has a key
        self.render_.clicked.connect(lambda: self.pressed.emit("render"))
        self.show_missing(0, dissolving=False)
        return self.render_

    def show_missing(self, count: int, *, dissolving: bool) -> None:
        """So many transitions are not rendered; `dissolving` where they cannot be."""
        words = self.tr("∿ {} dissolve") if dissolving else self.tr("∿ Render {}")
        told = self.tr("Predicted transitions dissolve until they are rendered in the queue.")
        if dissolving:
            told = self.tr("The model has no motion weights, so predicted transitions dissolve.")
        self.render_.setText(words.format(count))
        self.render_.setToolTip(told)
        self.render_.setAccessibleDescription(told)
        self.render_.setVisible(count > 0)

    def _build_zoom(self, row: QHBoxLayout) -> None:
        fit = QPushButton(self.tr("Fit"))
        fit.setObjectName("small")
        fit.setToolTip(self.tr("The whole film in sight"))
        fit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fit.clicked.connect(self.view.fit)
        label = QLabel(self.tr("Zoom"))
        label.setObjectName("dim")
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(0, ZOOM_STEPS)
        self.zoom.setFixedWidth(110)
        self.zoom.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.zoom.setAccessibleName(self.tr("Width of a second"))
        self.zoom.sliderMoved.connect(self._zoomed)
        row.addWidget(fit)
        row.addSpacing(6)
        row.addWidget(label)
        row.addWidget(self.zoom)

    def show_board(self, board: Board, track: Track) -> None:
        """`track` is that of the board."""
        self.rate = board.rate
        self.view.show_board(board, track)
        for button in self.buttons.values():
            button.setEnabled(bool(board.panels))

    def show_playback(self, shuttle: Shuttle) -> None:
        self.buttons["play"].setIcon(icon("pause" if shuttle.speed else "play", self.colors))
        self.buttons["loop"].setChecked(shuttle.loop)
        self.speed.setText(f"{shuttle.speed}×" if shuttle.speed not in (0, 1) else "")
        self.show_frame(shuttle)

    def show_frame(self, shuttle: Shuttle) -> None:
        here, whole = (show_timecode(one, self.rate) for one in (shuttle.frame, shuttle.length))
        self.timecode.setText(f"{here} / {whole} · {rate_name(self.rate)} fps")
        self.view.show_frame(shuttle.frame, follow=shuttle.speed != 0)

    def show_checked(self, sign: str, checked: bool) -> None:
        self.buttons[sign].setChecked(checked)

    def show_colors(self, colors: Palette) -> None:
        self.colors = colors
        self.view.show_colors(colors)
        for sign, button in self.buttons.items():
            button.setIcon(icon(sign, colors))

    def _zoomed(self, step: int) -> None:
        low, high = SCALES
        self.view.set_scale(low * (high / low) ** (step / ZOOM_STEPS))

    def _show_scale(self, scale: float) -> None:
        low, high = SCALES
        self.zoom.setValue(round(ZOOM_STEPS * log(scale / low) / log(high / low)))
