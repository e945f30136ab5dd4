"""What is wished in the inspector, as edits of all selected panels or of the whole story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from storyboard import edits
from storyboard.board import (
    Board,
    BoardError,
    CharacterId,
    Lock,
    OutfitId,
    Panel,
    PanelId,
)
from storyboard.naming import panel_names
from storyboard.ratios import RATIOS, checked_size, parse_ratio, size_of
from storyboard.script import with_prompt, with_shot_size
from storyboard.timeline.rates import set_rate
from storyboard.timeline.track import transition_after
from storyboard.timeline.trimming import moved_by, set_transition
from storyboard.timing import parse_frames, show_frames, show_seconds

if TYPE_CHECKING:
    from ui.window import MainWindow

Change = Callable[[Panel], Panel]
MOST_STEPS, MOST_GUIDANCE, MOST_DIGITS = 1000, 50, 18
WORDS = {
    "caption": "Edit caption",
    "negative": "Edit negative",
    "dialogue": "Edit dialogue",
    "action": "Edit action",
    "notes": "Edit notes",
}


class InspectorWishes:
    """Each method is one step; panels with a lock that forbids it are left out and told."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def write_field(self, field: str, value: Any) -> None:
        """A field of the selected panels, by its name."""
        if field in WORDS:
            self._change(WORDS[field], lambda panel: replace(panel, **{field: value}))
        else:
            getattr(self, f"set_{field}")(value)

    def set_shot_size(self, size: Any) -> None:
        self._change("Change shot size", lambda panel: with_shot_size(panel, size))

    def set_camera(self, move: Any) -> None:
        self._change("Change camera move", lambda panel: moved_by(panel, move))
        if move == "free" and len(self.window.selected) == 1:
            self.window.desk.panels.show_camera(self.window.selected[0])

    def set_status(self, status: Any) -> None:
        self._change("Change status", lambda panel: replace(panel, status=status))

    def set_duration(self, text: str) -> None:
        """As typed; in `3.0 s · 48 f` the part counts that is not as it was shown."""

        def timed(board: Board, ids: Sequence[PanelId]) -> Board:
            frames = board.panel(ids[0]).frames
            shown = (show_seconds(frames, board.rate), show_frames(frames))
            parts = [part.strip() for part in text.split("·")]
            said = next((part for part in parts if part not in shown), parts[0])
            return edits.set_frames(board, ids, parse_frames(said, board.rate))

        self._edit("Change duration", "timing", timed)

    def set_transition(self, kind: Any) -> None:
        """None leaves it to the rule. The last panel has nothing to become."""

        def changed(board: Board, ids: Sequence[PanelId]) -> Board:
            for one in _with_next(board, ids):
                if kind is None:
                    board = board.with_panel(replace(board.panel(one), transition=None))
                else:
                    board = set_transition(board, one, kind)
            return board

        self._edit("Change transition", "timing", changed)

    def set_transition_frames(self, text: str) -> None:
        def changed(board: Board, ids: Sequence[PanelId]) -> Board:
            frames = parse_frames(text, board.rate)
            for one in _with_next(board, ids):
                kind = transition_after(board, board.row_of(one)).kind
                board = set_transition(board, one, "dissolve" if kind == "cut" else kind, frames)
            return board

        self._edit("Change transition length", "timing", changed)

    def set_seed(self, text: str) -> None:
        def seeded(board: Board, ids: Sequence[PanelId]) -> Board:
            digits = text.removeprefix("-").replace(" ", "")
            if not digits.isdecimal() or len(digits) > MOST_DIGITS:
                raise BoardError(
                    "“{text}” is no seed. Write a whole number of at most {most} digits.",
                    text=text,
                    most=MOST_DIGITS,
                )
            return edits.set_seed(board, ids, lambda: int(text.replace(" ", "")))

        self._edit("Change seed", "picture", seeded)

    def set_ratio(self, text: str) -> None:
        """As typed; empty words leave it to the story."""
        self._edit(
            "Change ratio",
            "picture",
            lambda board, ids: edits.set_ratio(board, ids, parse_ratio(text) if text else None),
        )

    def set_steps(self, text: str) -> None:
        def stepped(board: Board, ids: Sequence[PanelId]) -> Board:
            steps = whole_number(text, MOST_STEPS) if text else None
            return edits.change_panels(board, ids, lambda panel: replace(panel, steps=steps))

        self._edit("Change steps", None, stepped)

    def set_guidance(self, text: str) -> None:
        def guided(board: Board, ids: Sequence[PanelId]) -> Board:
            guidance = number(text, MOST_GUIDANCE) if text else None
            return edits.change_panels(board, ids, lambda panel: replace(panel, guidance=guidance))

        self._edit("Change guidance", None, guided)

    def set_consistency(self, strength: float) -> None:
        self._change("Change consistency", lambda panel: replace(panel, consistency=strength))

    def write_prompt(self, text: str) -> None:
        def prompted(board: Board, ids: Sequence[PanelId]) -> Board:
            for one in ids:
                board = with_prompt(board, one, text)
            return board

        self._edit("Edit prompt", None, prompted)

    def set_cast(self, character: CharacterId, here: bool) -> None:
        def peopled(board: Board, ids: Sequence[PanelId]) -> Board:
            return edits.set_cast(board, ids, character, here)

        self._edit("Add to the cast" if here else "Take out of the cast", "cast", peopled)

    def choose_outfit(self, character: CharacterId, outfit: OutfitId | None) -> None:
        """None dresses as the scene says."""

        def dressed(panel: Panel) -> Panel:
            rest = tuple(pair for pair in panel.outfits if pair[0] != character)
            return replace(panel, outfits=rest if outfit is None else (*rest, (character, outfit)))

        self._edit("Choose outfit", "cast", lambda it, ids: edits.change_panels(it, ids, dressed))

    def write_story(self, field: str, value: Any) -> None:
        """A setting of the whole story, by its name."""
        self.window.edit(STORY_LABELS[field], lambda board: STORY[field](board, value))

    def _change(self, label: str, change: Change) -> None:
        self._edit(label, None, lambda board, ids: edits.change_panels(board, ids, change))

    def _edit(
        self, label: str, lock: Lock | None, change: Callable[[Board, Sequence[PanelId]], Board]
    ) -> None:
        window, board = self.window, self.window.board
        chosen = list(window.selected)
        held = [one for one in chosen if lock and lock in board.panel(one).locks]
        free = [one for one in chosen if one not in held]
        if free and window.edit(label, lambda it: change(it, free)) and held:
            names = panel_names(board)
            told = window.tr("Left as they are, because they are locked: {}.")
            window.note(told.format(", ".join(names[one] for one in held)))
        elif held and not free:
            window.note(window.tr("All of these panels are locked. Unlock them to change this."))
            window.show_board()


def _with_next(board: Board, ids: Sequence[PanelId]) -> list[PanelId]:
    last = len(board.panels) - 1
    found = [one for one in ids if board.row_of(one) < last]
    if not found:
        raise BoardError("Nothing follows the last panel. Choose one that has a next.")
    return found


def whole_number(text: str, most: int) -> int:
    """Raises BoardError for anything but a whole number from 1 on."""
    if not (text.isdecimal() and 1 <= int(text[:9]) <= most):
        raise BoardError(
            "“{text}” cannot be used here. Write a whole number from 1 to {most}.",
            text=text,
            most=most,
        )
    return int(text)


def number(text: str, most: float) -> float:
    """Raises BoardError for anything but a number from 0 on."""
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        found = -1
    if not 0 <= found <= most:
        raise BoardError(
            "“{text}” cannot be used here. Write a number from 0 to {most:g}.", text=text, most=most
        )
    return found


def _sized(board: Board, width: str, height: str) -> Board:
    size = [whole_number(side, 8192) for side in (width, height)]
    wide, high = checked_size(size[0], size[1])
    return replace(board, width=wide, height=high)


def _in_ratio(board: Board, name: str) -> Board:
    if not name:
        return board
    width, height = size_of(RATIOS[name], board.width, board.height)
    return replace(board, width=width, height=height)


def _titled(board: Board, title: str) -> Board:
    if not title:
        raise BoardError("A story needs a title. Write at least one letter.")
    return replace(board, title=title)


STORY: dict[str, Callable[[Board, Any], Board]] = {
    "title": _titled,
    "ratio": _in_ratio,
    "width": lambda board, text: _sized(board, text, str(board.height)),
    "height": lambda board, text: _sized(board, str(board.width), text),
    "rate": set_rate,
    "style": lambda board, text: replace(board, style=text),
    "negative": lambda board, text: replace(board, negative=text),
    "steps": lambda board, text: replace(board, steps=whole_number(text, MOST_STEPS)),
    "guidance": lambda board, text: replace(board, guidance=number(text, MOST_GUIDANCE)),
    "consistency": lambda board, strength: replace(board, consistency=strength),
    "digits": lambda board, count: replace(board, numbering=replace(board.numbering, digits=count)),
    "step": lambda board, gap: replace(board, numbering=replace(board.numbering, step=gap)),
}
STORY_LABELS = {
    "title": "Change title",
    "ratio": "Change ratio",
    "width": "Change picture size",
    "height": "Change picture size",
    "rate": "Change frame rate",
    "style": "Edit style",
    "negative": "Edit negative",
    "steps": "Change steps",
    "guidance": "Change guidance",
    "consistency": "Change consistency",
    "digits": "Change panel numbers",
    "step": "Change panel numbers",
}
