"""What to do when a device's memory is full: draw the same in less, before giving up."""

from __future__ import annotations

import gc
from typing import Any

import torch

FULL = ("out of memory", "can't allocate memory", "not enough memory", "bad_alloc",
        "bad allocation")  # fmt: skip  # what devices say that have no error of their own for it


def is_full(error: BaseException) -> bool:
    """Whether an error says that the memory of the device, or of the machine, is full."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(said in str(error).lower() for said in FULL)


def free() -> None:
    """Gives back what nobody uses any more."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()


class Thrift:
    """How sparingly a pipeline draws; each call of `more` takes the next step.

    The autoencoder takes one picture at a time; on a graphics card, only the part of the model
    that computes is on it; the autoencoder takes tiles of a picture. Only tiles, which are blended
    where they meet, change a picture by more than rounding.
    """

    def __init__(self, pipe: Any, device: str) -> None:
        self.pipe, self.device = pipe, device
        self.steps = [self._one_by_one, self._part_by_part, self._in_tiles]
        if device == "cpu":
            self.steps.remove(self._part_by_part)

    def more(self) -> str | None:
        """Takes the next step and says it in a sentence; None where there is none left."""
        return self.steps.pop(0)() if self.steps else None

    def _one_by_one(self) -> str:
        self.pipe.vae.enable_slicing()
        return "The memory was full: the pictures are decoded one by one now."

    def _part_by_part(self) -> str:
        self.pipe.enable_model_cpu_offload(device=self.device)
        return "The memory was full: the model moves to the graphics card part by part now."

    def _in_tiles(self) -> str:
        self.pipe.vae.enable_tiling()
        return "The memory was full: the pictures are decoded in tiles now."
