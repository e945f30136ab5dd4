"""What a card of the board shows beside its panel: its picture, its takes, what the queue does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPixmap


@dataclass(frozen=True, slots=True)
class Work:
    """What the queue does for a panel, or what came of it.

    place    in the queue, counted from 1, while the panel waits
    step     of `steps`, while it is being drawn; 0 of 0 while the model is being loaded
    left     seconds, None until a step has been timed
    preview  what the picture looks like by now
    problem  why it could not be drawn, in a sentence
    """

    place: int = 0
    step: int = 0
    steps: int = 0
    left: float | None = None
    preview: QPixmap | None = None
    problem: str = ""

    @property
    def share(self) -> float:
        return self.step / self.steps if self.steps else 0.0


@dataclass(frozen=True, slots=True)
class CardState:
    """Everything but the panel itself.

    take      the place of the chosen take among the takes, counted from 1, 0 without one
    stale     why the picture no longer shows what is told, empty if it does
    sounds    the sound that begins in this panel
    keeps_place  whether the pictures of its scene keep the place it shows
    """

    picture: QPixmap | None = None
    take: int = 0
    takes: int = 0
    selected: bool = False
    work: Work | None = None
    stale: str = ""
    sounds: str = ""
    keeps_place: bool = False
