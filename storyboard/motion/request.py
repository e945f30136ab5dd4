"""Everything a transition needs, as a frozen value that crosses the thread, with no torch in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from storyboard.told import Told


class MotionError(Told):
    """One sentence what is wrong with the motion weights or the request, one what to do."""


@dataclass(frozen=True, slots=True)
class TransitionEnd:
    """A finished panel at one end of a transition.

    panel    its permanent id
    sha256   of the picture
    picture  the picture's file
    prompt   as the model reads it, with no tags left
    """

    panel: str
    sha256: str
    picture: Path
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class TransitionRequest:
    """The frames that lie between two panels, with all that decides their pixels.

    frames    how many lie between the panels; the panels themselves are not counted
    model     the image model, a diffusers folder or one file
    motion    the motion weights' folder; None where there are none, which gives a dissolve
    weights   names what the weights are, so that other weights give another transition
    guidance  None takes what the motion weights were made for
    """

    start: TransitionEnd
    end: TransitionEnd
    frames: int
    width: int
    height: int
    model: Path
    motion: Path | None = None
    weights: str = ""
    steps: int = 16
    guidance: float | None = None
    seed: int = 0

    @property
    def key(self) -> str:
        """64 hexadecimal digits of all that decides the pixels; not of where files are, nor of
        which panels they belong to."""
        told = asdict(self)
        for name in ("model", "motion"):
            told.pop(name)
        for name in ("start", "end"):
            told[name] = {key: told[name][key] for key in ("sha256", "prompt")}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
