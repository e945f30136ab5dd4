"""The inspector's first page: what the selected panels show, how, and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
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

from storyboard.board import Board, CameraMove, Lock, Panel, ShotSize, Status, TransitionKind
from storyboard.engine.vocabulary import Vocabulary, told_softly
from storyboard.ratios import own_ratio
from storyboard.script import evaluated_prompt, shot_size
from storyboard.timeline.track import transition_after
from storyboard.timing import show_frames, show_seconds
from storyboard.told import Sentence
from ui.cast_field import CastField
from ui.fields import (
    MIXED,
    Choice,
    LineBox,
    Mixed,
    Strength,
    TextBox,
    beside,
    closely,
    dim,
    named,
    shared,
)
from ui.from_picture import FromPicture
from ui.icons import set_icon
from ui.palette import Palette
from ui.ratio_field import RatioField
from ui.said import said
from ui.take_strip import ShownTake, TakeStrip

TAKE = QSize(78, 45)
STRONGEST = 2.0


class PanelPage(QScrollArea):
    """Shows the selected panels; `written` carries a field's name and its new value for all."""

    written = Signal(str, object)
    prompt_written = Signal(str)
    dice_thrown = Signal()
    lock_set = Signal(str, bool)
    cast_changed = Signal(str, bool)
    outfit_chosen = Signal(str, object)
    other_model_wanted = Signal()
    from_picture_wanted = Signal(float)

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.vocabulary: Vocabulary | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.rows = QVBoxLayout(self.content)
        self.rows.setContentsMargins(14, 10, 14, 14)
        self.rows.setSpacing(9)
        self._build_takes(colors)
        self._build_prompt()
        self._build_scene()
        self._build_drawing()
        self._build_locks()
        self.rows.addStretch()
        self.setWidget(self.content)

    def _build_takes(self, colors: Palette) -> None:
        self.strip = TakeStrip(colors, TAKE)
        self.no_takes = dim()
        self.no_takes.setWordWrap(True)
        takes = QWidget()
        column = QVBoxLayout(takes)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)
        column.addWidget(self.no_takes)
        self.rows.addWidget(named(self.tr("Takes"), takes))

    def _build_prompt(self) -> None:
        self.prompt = TextBox(self.tr("Prompt"), 3)
        self.prompt.finished.connect(self.prompt_written)
        self.cast = CastField()
        self.cast.cast_changed.connect(self.cast_changed)
        self.cast.outfit_chosen.connect(self.outfit_chosen)
        self.evaluated, self.unseen = QLabel(), QLabel()
        self.evaluated.setObjectName("dim")
        self.unseen.setObjectName("hint")
        for label in (self.evaluated, self.unseen):
            label.setWordWrap(True)
        self.words = QPushButton(self.tr("Words it knows"))
        self.words.setObjectName("small")
        self.words.setMenu(QMenu(self.words))
        self.rows.addWidget(named(self.tr("Prompt"), self.prompt))
        self.rows.addWidget(named(self.tr("Cast"), self.cast))
        self.read = named(self.tr("What the model reads"), self.evaluated)
        self.rows.addWidget(self.read)
        self.rows.addWidget(self.unseen)
        self.rows.addWidget(self.words)

    def _build_scene(self) -> None:
        sizes: list[tuple[ShotSize, str]] = [
            ("", self.tr("Not said")),
            ("extreme close-up", self.tr("Extreme close-up")),
            ("close-up", self.tr("Close-up")),
            ("medium shot", self.tr("Medium shot")),
            ("full shot", self.tr("Full shot")),
            ("wide shot", self.tr("Wide shot")),
            ("extreme wide shot", self.tr("Extreme wide shot")),
        ]
        moves: list[tuple[CameraMove, str]] = [
            ("still", self.tr("Still")),
            ("push in", self.tr("Push in")),
            ("pull out", self.tr("Pull out")),
            ("pan left", self.tr("Pan left")),
            ("pan right", self.tr("Pan right")),
            ("tilt up", self.tr("Tilt up")),
            ("tilt down", self.tr("Tilt down")),
            ("free", self.tr("Free")),
        ]
        changes: list[tuple[TransitionKind | None, str]] = [
            (None, self.tr("By the rule")),
            ("cut", self.tr("Cut")),
            ("dissolve", self.tr("Dissolve")),
            ("predicted", self.tr("Predicted")),
        ]
        statuses: list[tuple[Status, str]] = [
            ("draft", self.tr("Draft")),
            ("final", self.tr("Final")),
            ("approved", self.tr("Approved")),
        ]
        self.shot = self._choice("shot_size", self.tr("Shot"), sizes)
        self.camera = self._choice("camera", self.tr("Camera"), moves)
        self.change = self._choice("transition", self.tr("To next"), changes)
        self.status = self._choice("status", self.tr("Status"), statuses)
        self.duration = self._line("duration", self.tr("Duration"))
        self.over = self._line("transition_frames", self.tr("Lasts"))
        self.caption = TextBox(self.tr("Caption"), 2)
        self.caption.finished.connect(partial(self.written.emit, "caption"))
        self._pair((self.tr("Shot"), self.shot), (self.tr("Duration"), self.duration))
        self._pair((self.tr("Camera"), self.camera), (self.tr("Status"), self.status))
        self._pair((self.tr("To next"), self.change), (self.tr("Lasts"), self.over))
        self.rows.addWidget(named(self.tr("Caption"), self.caption))

    def _build_drawing(self) -> None:
        self.consistency = Strength(self.tr("Consistency"), STRONGEST)
        self.consistency.changed.connect(partial(self.written.emit, "consistency"))
        self.seed = self._line("seed", self.tr("Seed"))
        self.steps = self._line("steps", self.tr("Steps"))
        self.guidance = self._line("guidance", self.tr("Guidance"))
        dice = QPushButton()
        set_icon(dice, "dice")
        dice.setObjectName("small")
        dice.setAccessibleName(self.tr("New seed"))
        dice.setToolTip(self.tr("Throw the dice: a new seed for each panel"))
        dice.clicked.connect(self.dice_thrown)
        self.ratio = RatioField()
        self.ratio.chosen.connect(partial(self.written.emit, "ratio"))
        self.negative = TextBox(self.tr("Not in the picture"), 1)
        self.negative.finished.connect(partial(self.written.emit, "negative"))
        self.rows.addWidget(self.consistency)
        self._pair((self.tr("Seed"), closely(self.seed, dice)), (self.tr("Steps"), self.steps))
        self._pair((self.tr("Guidance"), self.guidance), (self.tr("Ratio"), self.ratio))
        self.rows.addWidget(named(self.tr("Not in the picture"), self.negative))
        self.from_picture = FromPicture()
        self.from_picture.wanted.connect(self.from_picture_wanted)
        self.rows.addWidget(self.from_picture)

    def _build_locks(self) -> None:
        names: list[tuple[Lock, str]] = [
            ("picture", self.tr("Picture")),
            ("cast", self.tr("Cast")),
            ("timing", self.tr("Timing")),
            ("number", self.tr("Number")),
        ]
        self.locks: dict[Lock, QPushButton] = {}
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for lock, name in names:
            button = QPushButton(name)
            button.setObjectName("small")
            button.setCheckable(True)
            button.clicked.connect(lambda on, lock=lock: self.lock_set.emit(lock, on))
            self.locks[lock] = button
            row.addWidget(button)
        row.addStretch()
        self.rows.addWidget(named(self.tr("Locks"), line))

    def _choice(self, field: str, name: str, offered: Sequence[tuple[object, str]]) -> Choice:
        choice = Choice(name, offered)
        choice.chosen.connect(partial(self.written.emit, field))
        return choice

    def _line(self, field: str, name: str) -> LineBox:
        line = LineBox(name)
        line.finished.connect(partial(self.written.emit, field))
        return line

    def _pair(self, one: tuple[str, QWidget], other: tuple[str, QWidget]) -> None:
        self.rows.addWidget(beside(named(*one), named(*other)))

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """The words of the chosen model, offered for the prompt; None where it has no list."""
        self.vocabulary = vocabulary
        self.words.setVisible(vocabulary is not None)
        menu = self.words.menu()
        menu.clear()
        for heading, words in vocabulary.groups.items() if vocabulary else ():
            group = menu.addMenu(said(Sentence(heading)))
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
        self.prompt.finish()

    def show_panels(
        self, board: Board, panels: Sequence[Panel], takes: Sequence[ShownTake]
    ) -> None:
        """`takes` are those of the only panel."""
        self._show_takes(board, panels, takes)
        self.prompt.show_text(shared(panel.prompt for panel in panels))
        self.cast.show_panels(board, panels)
        one = panels[0] if len(panels) == 1 else None
        self.read.setVisible(one is not None)
        self.evaluated.setText(evaluated_prompt(board, one) if one else "")
        self._show_unseen()
        self._show_scene(board, panels)
        self._show_drawing(board, panels)
        self.from_picture.setVisible(any(panel.take for panel in panels))
        for lock, button in self.locks.items():
            button.setChecked(all(lock in panel.locks for panel in panels))
            some = any(lock in panel.locks for panel in panels) and not button.isChecked()
            button.setToolTip(self.tr("Some of them are locked") if some else "")

    def _show_takes(
        self, board: Board, panels: Sequence[Panel], takes: Sequence[ShownTake]
    ) -> None:
        one = panels[0] if len(panels) == 1 else None
        self.strip.setVisible(bool(one and takes))
        self.no_takes.setVisible(not (one and takes))
        many = self.tr("Select one panel to see its takes")
        self.no_takes.setText(self.tr("Not drawn yet") if one else many)
        if one:
            ratio = board.width / board.height
            self.strip.show_takes(takes, one.take, ratio=ratio, own=own_ratio(board, one))

    def _show_unseen(self) -> None:
        vocabulary = self.vocabulary
        unknown = vocabulary.unknown(self.evaluated.text()) if vocabulary else ()
        told = said(told_softly(unknown, vocabulary)) if vocabulary and unknown else ""
        self.unseen.setText(told)
        self.unseen.setVisible(bool(told))

    def _show_scene(self, board: Board, panels: Sequence[Panel]) -> None:
        self.shot.show_choice(shared(map(shot_size, panels)))
        self.camera.show_choice(shared(panel.camera for panel in panels))
        self.status.show_choice(shared(panel.status for panel in panels))
        self.caption.show_text(shared(panel.caption for panel in panels))
        frames = shared(panel.frames for panel in panels)
        self.duration.show_text(told_frames(board, frames))
        kinds = shared(panel.transition.kind if panel.transition else None for panel in panels)
        self.change.show_choice(kinds)
        lasting = shared(transition_after(board, board.row_of(one.id)).frames for one in panels)
        self.over.show_text(MIXED if isinstance(lasting, Mixed) else show_frames(lasting))

    def _show_drawing(self, board: Board, panels: Sequence[Panel]) -> None:
        strength = shared(
            board.consistency if panel.consistency is None else panel.consistency
            for panel in panels
        )
        self.consistency.show_number(strength)
        self.seed.show_text(_worded(shared(panel.seed for panel in panels)))
        story = self.tr("{} (story)")
        steps = shared(panel.steps for panel in panels)
        self.steps.show_text(_worded(steps), story.format(board.steps))
        guidance = shared(panel.guidance for panel in panels)
        self.guidance.show_text(_worded(guidance), story.format(f"{board.guidance:g}"))
        self.ratio.show_panels(board, panels)
        self.negative.show_text(shared(panel.negative for panel in panels))


def told_frames(board: Board, frames: int | Mixed) -> str | Mixed:
    """As in `2.0 s · 48 f`."""
    if isinstance(frames, Mixed):
        return frames
    return f"{show_seconds(frames, board.rate)} · {show_frames(frames)}"


def _worded(value: object) -> str | Mixed:
    if isinstance(value, Mixed):
        return value
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
