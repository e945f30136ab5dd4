"""How long work says how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


class Cancelled(Exception):
    """Raised by a progress report to stop the work at the next step boundary."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A panel as it looks so far, much smaller than it will be: `rgb` holds 3 bytes a pixel."""

    panel: str
    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Progress:
    """One report: `step` of `steps` done; a front end computes the time left.

    previews  makes small pictures of the panels so far; only to be called while reporting
    """

    step: int
    steps: int
    previews: Callable[[], tuple[Preview, ...]] = field(default=tuple, compare=False, repr=False)


Report = Callable[[Progress], None]
