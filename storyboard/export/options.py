"""What can be asked of an export, and how it says that it failed."""

from __future__ import annotations

from dataclasses import dataclass, field

from storyboard.generation.transitions import TransitionSettings
from storyboard.told import Told

FILM_WIDTH = 1280  # pixels, for panels that are smaller


class ExportError(Told):
    """One sentence what could not be exported, one what to do about it."""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a sheet of shots says itself, in the reader's language."""

    action: str = "Action"
    dialogue: str = "Dialogue"
    caption: str = "Caption"
    notes: str = "Notes"
    scene: str = "Scene {number}"
    scenes: str = "{first} – {last}"
    page: str = "Page {number} of {count}"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """columns and paper are those of pages; `captions` burns them into the film.

    shots    so many a page on a sheet for the crew; None makes a comic of the pages
    width    of the film in pixels, more where the panels are larger
    date     as the sheet says it; empty means today
    transitions  what made the film's predicted transitions; None means the usual
    """

    columns: int = 2
    paper: str = "A4"
    captions: bool = False
    shots: int | None = None
    width: int = FILM_WIDTH
    date: str = ""
    words: SheetWords = field(default_factory=SheetWords)
    transitions: TransitionSettings | None = None
