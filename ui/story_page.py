"""The inspector where no panel is selected: what holds for the whole story."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from storyboard.board import Board
from storyboard.ratios import RATIOS, ratio_name
from storyboard.timeline.rates import RATES, rate_name
from ui.fields import Choice, LineBox, Strength, TextBox, beside, column_in, dim, named
from ui.panel_page import STRONGEST


class StoryPage(QScrollArea):
    """Shows a board's own settings; `written` carries a field's name and its new value."""

    written = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.content, self.rows = column_in(self)
        told = dim(self.tr("No panel is selected. This holds for all of them."))
        told.setWordWrap(True)
        self.rows.addWidget(told)
        self._build()
        self.rows.addStretch()

    def _build(self) -> None:
        ratios = [*((name, name) for name in RATIOS), ("", self.tr("Custom"))]
        self.title, self.width_, self.height_ = (
            self._line("title", self.tr("Title")),
            self._line("width", self.tr("Width")),
            self._line("height", self.tr("Height")),
        )
        self.ratio = Choice(self.tr("Ratio"), ratios)
        self.ratio.chosen.connect(partial(self.written.emit, "ratio"))
        self.rate = Choice(self.tr("Frames a second"), [])
        self.rate.chosen.connect(partial(self.written.emit, "rate"))
        self.style_ = self._box("style", self.tr("Style"), 3)
        self.negative = self._box("negative", self.tr("Not in the pictures"), 2)
        self.steps = self._line("steps", self.tr("Steps"))
        self.guidance = self._line("guidance", self.tr("Guidance"))
        self.consistency = Strength(self.tr("Consistency"), STRONGEST)
        self.consistency.changed.connect(partial(self.written.emit, "consistency"))
        counts = [(count, "1".zfill(count)) for count in (1, 2, 3, 4)]
        self.digits = Choice(self.tr("Digits"), counts)
        self.digits.chosen.connect(partial(self.written.emit, "digits"))
        gaps = [(gap, self.tr("By {}").format(gap)) for gap in (1, 5, 10, 100)]
        self.step = Choice(self.tr("Counted"), gaps)
        self.step.chosen.connect(partial(self.written.emit, "step"))
        self.rows.addWidget(named(self.tr("Title"), self.title))
        self._pair((self.tr("Ratio"), self.ratio), (self.tr("Frames a second"), self.rate))
        self._pair((self.tr("Width"), self.width_), (self.tr("Height"), self.height_))
        kept = dim(self.tr("Pictures that are there stay; they are shown cut to the new ratio."))
        kept.setWordWrap(True)
        self.rows.addWidget(kept)
        self.rows.addWidget(named(self.tr("Style, read in every panel"), self.style_))
        self.rows.addWidget(named(self.tr("Not in the pictures"), self.negative))
        self.rows.addWidget(self.consistency)
        self._pair((self.tr("Steps"), self.steps), (self.tr("Guidance"), self.guidance))
        self._pair((self.tr("Panel numbers"), self.digits), (self.tr("Counted"), self.step))

    def _line(self, field: str, name: str) -> LineBox:
        line = LineBox(name)
        line.finished.connect(partial(self.written.emit, field))
        return line

    def _box(self, field: str, name: str, lines: int) -> TextBox:
        box = TextBox(name, lines)
        box.finished.connect(partial(self.written.emit, field))
        return box

    def _pair(self, one: tuple[str, QWidget], other: tuple[str, QWidget]) -> None:
        self.rows.addWidget(beside(named(*one), named(*other)))

    def show_board(self, board: Board) -> None:
        self.title.show_text(board.title)
        self.ratio.show_choice(ratio_name(board.width, board.height))
        self.width_.show_text(str(board.width))
        rates = sorted({*RATES.values(), board.rate})
        self.rate.offer([(rate, rate_name(rate)) for rate in rates])
        self.rate.show_choice(board.rate)
        self.height_.show_text(str(board.height))
        self.style_.show_text(board.style)
        self.negative.show_text(board.negative)
        self.consistency.show_number(board.consistency)
        self.steps.show_text(str(board.steps))
        self.guidance.show_text(f"{board.guidance:g}")
        self.digits.show_choice(board.numbering.digits)
        self.step.show_choice(board.numbering.step)
