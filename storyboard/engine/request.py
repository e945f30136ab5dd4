"""Everything a generation needs, as frozen values that cross the thread; nothing here imports torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class Cancelled(Exception):
    """Raised by a progress report to stop the work at the next step boundary."""


class EngineError(Exception):
    """What went wrong and what to do about it, in sentences for the artist."""


@dataclass(frozen=True, slots=True)
class Consistency:
    """Settings of the consistent self-attention (StoryDiffusion, section 3.1).

    rate      share r of each other panel's tokens that a panel reads, 0 to 1
    strength  weight s of the read tokens against the panel's own; enters as the key bias log(s)
    start     fraction of the schedule at which sharing begins
    end       fraction of the schedule at which sharing ends
    """

    rate: float = 0.5
    strength: float = 1.0
    start: float = 0.0
    end: float = 1.0


@dataclass(frozen=True, slots=True)
class PanelRequest:
    """One picture to make: the prompt as the model reads it and the seed of its own noise."""

    panel: str
    prompt: str
    negative: str
    seed: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A finished picture the new panels stay true to; read, never changed.

    Its latents run beside the new panels, re-noised at every step; the noise is seeded from
    `sha256`, so the same anchor always gives the same tokens.
    """

    panel: str
    sha256: str
    picture: Path
    prompt: str


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """A group of panels made together, with all that decides the pixels."""

    model: Path
    panels: tuple[PanelRequest, ...]
    anchors: tuple[Anchor, ...] = ()
    width: int = 384
    height: int = 224
    steps: int = 25
    guidance: float = 5.0
    consistency: Consistency = Consistency()
    story_seed: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """One report: `step` of `steps` done; a front end computes the time left."""

    step: int
    steps: int


Report = Callable[[Progress], None]
