"""How long work says how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):
    """Raised by a progress report to stop the work at the next step boundary."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One report: `step` of `steps` done; a front end computes the time left."""

    step: int
    steps: int


Report = Callable[[Progress], None]
