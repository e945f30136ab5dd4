"""Sound counted in samples: their rate, their place in a film, and how loud they are."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_RATE = 48_000
BINS_PER_SECOND = 100  # of a waveform


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound file that begins at frame `start` of the film."""

    path: Path
    start: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Waveform:
    """The loudest sample of each hundredth of a second, from 0 to 255, and the whole length."""

    peaks: NDArray[np.uint8]
    samples: int


def samples_at(frame: int, rate: Fraction) -> int:
    """The first sample that belongs to a frame of a film."""
    passed = frame * SAMPLE_RATE / rate
    return -(-passed.numerator // passed.denominator)
