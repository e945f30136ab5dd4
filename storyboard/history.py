"""The steps of one sitting: boards to go back to and forth again, with the takes since."""

from __future__ import annotations

from dataclasses import dataclass

from storyboard.arrivals import Arrival, received
from storyboard.board import Board


@dataclass(frozen=True, slots=True)
class _Step:
    """An edit, the board as it was last seen after it, and how many takes had arrived by then."""

    label: str
    board: Board
    arrivals: int


class History:
    """Every board since the project was opened; `done` counts the edits that are not undone."""

    def __init__(self, board: Board) -> None:
        self._steps = [_Step("", board, 0)]
        self._arrivals: list[Arrival] = []
        self.done = 0

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the edits, also of those that are undone."""
        return tuple(step.label for step in self._steps[1:])

    def label(self, number: int) -> str | None:
        """The name of an edit, counted from 1; None where there is none."""
        return self._steps[number].label if 1 <= number < len(self._steps) else None

    def edited(self, label: str, left: Board, new: Board) -> None:
        """An edit of the board `left`; what had been undone cannot be done again."""
        self._leave(left)
        self.done += 1
        self._steps[self.done :] = [_Step(label, new, len(self._arrivals))]

    def arrived(self, arrival: Arrival) -> None:
        """A take shows at once, in the older boards as well."""
        self._arrivals.append(arrival)

    def board_at(self, done: int) -> Board:
        """The board after that many edits, with every take that has arrived since."""
        step = self._steps[done]
        board = step.board
        for arrival in self._arrivals[step.arrivals :]:
            board = received(board, arrival)
        return board

    def go_to(self, done: int, left: Board) -> None:
        """From the board `left` to the one after that many edits."""
        self._leave(left)
        self.done = done

    def _leave(self, board: Board) -> None:
        label = self._steps[self.done].label
        self._steps[self.done] = _Step(label, board, len(self._arrivals))
