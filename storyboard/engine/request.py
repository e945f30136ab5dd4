"""Everything a generation needs, as frozen values that cross the thread, with no torch in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from storyboard.board import GUIDANCE, Box
from storyboard.told import Told


class EngineError(Told):
    """One sentence what is wrong with the model or the request, one what to do about it."""


@dataclass(frozen=True, slots=True)
class Consistency:
    """Settings of the consistent self-attention (StoryDiffusion, section 3.1).

    rate      share r of each other panel's tokens that a panel reads, 0 to 1
    strength  weight s of the read tokens against the panel's own; enters as the key bias log(s)
    start     fraction of the schedule at which sharing begins
    end       fraction of the schedule at which sharing ends
    first     fraction of the shared layers, in the order they are computed, with which it begins
    last      fraction of the shared layers with which it ends
    routing   whether each region reads only its own character; else whole panels are read
    window    panels of the paper's sliding window (engine/reads.py), 0 for none
    guided    whether guidance strengthens sharing: its half without words reads nothing then
    lead      fraction of the schedule in which panels drawn together follow one of them, before
              all read one another (engine/reads.py)
    """

    rate: float = 0.5
    strength: float = 1.0
    start: float = 0.0
    end: float = 1.0
    first: float = 0.0
    last: float = 1.0
    routing: bool = True
    window: int = 0
    guided: bool = True
    lead: float = 0.0


USUAL = Consistency(strength=4.0, lead=0.5)
"""What the program does when nothing is set. Beside one locked picture, half of whose tokens are
read, what a panel has of its own would weigh twice as much: at a strength of 1, two characters
drawn from a picture of each have hardly more from it than chance gives them. And panels that only
read one another settle on what is usual, as a vote does: characters of different stories come to
look alike. One that leads keeps the lot that it drew."""


@dataclass(frozen=True, slots=True)
class Start:
    """The picture that a panel is drawn from, in place of noise alone (SDEdit, arXiv 2108.01073).

    strength  the fraction of the schedule that is drawn, 0 to 1; at 1 nothing of it is left
    """

    sha256: str
    picture: Path
    strength: float


@dataclass(frozen=True, slots=True)
class PanelRequest:
    """One picture to make.

    panel     its permanent id
    prompt    as the model reads it, with no tags left
    negative  what the picture should not show
    seed      of the picture's own noise, any integer
    cast      who is in the picture, as ids; panels of one cast read one another
    described the words of the prompt that describe each of the cast, empty where there are none
    boxes     (who, where) for those of the cast whom the artist placed
    place     panels of one place, if it is named, read one another's background
    start     the picture it is drawn from, None to begin with noise
    sources   what the words were made of; kept in the recipe, the model never reads it
    """

    panel: str
    prompt: str
    negative: str = ""
    seed: int = 0
    cast: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    boxes: tuple[tuple[str, Box], ...] = ()
    place: str = ""
    start: Start | None = None
    sources: tuple[tuple[str, str], ...] = ()


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
    cast: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    boxes: tuple[tuple[str, Box], ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Lora:
    """A LoRA file (low-rank changes to the model's weights) and how much of it is added."""

    file: Path
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """A group of panels made together, with all that decides the pixels.

    Portraits are drawn beside the panels, which read them, and are then thrown away: each shows one
    character who stands alone nowhere else. With `trails` the pictures carry their latents before
    every step, not only the last, and are exact anchors; see engine/latents.py for the cost.
    """

    model: Path
    panels: tuple[PanelRequest, ...]
    anchors: tuple[Anchor, ...] = ()
    portraits: tuple[PanelRequest, ...] = ()
    width: int = 384
    height: int = 224
    steps: int = 25
    guidance: float = GUIDANCE
    consistency: Consistency = Consistency()
    story_seed: int = 0
    loras: tuple[Lora, ...] = ()
    trails: bool = False

    @property
    def drawn(self) -> tuple[PanelRequest, ...]:
        """Everything that is made from noise: the panels, then the portraits."""
        return (*self.panels, *self.portraits)
