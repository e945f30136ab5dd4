"""How thriftily to draw: as the free memory suggests, and in less when it is full after all."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import psutil
import torch
from torch import Tensor

from storyboard.engine.consistency import Sharing
from storyboard.told import Sentence

FULL = (  # what devices say that have no error of their own for it; the last is oneDNN's
    "out of memory", "can't allocate memory", "not enough memory", "bad_alloc", "bad allocation",
    "could not create a primitive",
)  # fmt: skip


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


Measure = Literal["one by one", "half by half", "part by part", "in tiles"]


@dataclass(frozen=True, slots=True)
class Needs:
    """Bytes that a pipeline takes: its weights, its largest part, and decoding one picture."""

    weights: int
    largest: int
    picture: int


def measures(needs: Needs, pictures: int, free: int, device: str) -> tuple[Measure, ...]:
    """How thriftily to draw where so much is free, before anything has failed.

    `free` is what the device had before the model came to it; a tenth is left to all else.
    """
    room, chosen = 0.9 * free, list[Measure]()
    held = needs.weights
    if device != "cpu" and held + needs.picture > room:
        chosen.append("part by part")
        held = needs.largest
    if held + pictures * needs.picture > room:
        chosen.append("one by one")
    if held + needs.picture > room:
        chosen.append("in tiles")
    return tuple(chosen)


def needs_of(pipe: Any, width: int, height: int) -> Needs:
    """An autoencoder's last layers have the most numbers: at full size, its second widest number of
    channels, some four copies of them at once."""
    parts = [sum(rows.nbytes for rows in part.parameters())
             for part in pipe.components.values() if isinstance(part, torch.nn.Module)]  # fmt: skip
    config = pipe.vae.config
    channels = [*config.get("block_out_channels", config.get("decoder_block_out_channels", ()))]
    bytes_each = torch.finfo(pipe.vae.dtype).bits // 8
    return Needs(sum(parts), max(parts), 4 * channels[:2][-1] * width * height * bytes_each)


def free_memory(device: str) -> int:
    """Bytes that can still be had on a device."""
    if device.startswith("cuda"):
        return int(torch.cuda.mem_get_info(device)[0])
    if device.startswith("mps"):
        return int(torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())
    return int(psutil.virtual_memory().available)


class Thrift:
    """How sparingly a pipeline draws: as the free memory suggests, and more so when it fails.

    The autoencoder takes one picture at a time; the UNet takes the two halves of guidance one after
    the other; on a graphics card, only the part of the model that computes is on it; the
    autoencoder takes tiles of a picture. Only tiles, which are blended where they meet, change a
    picture by more than rounding. `taken` is kept with every picture.
    """

    def __init__(self, pipe: Any, device: str, free: Callable[[str], int] = free_memory) -> None:
        """Brings the model to the device, whole or part by part."""
        self.pipe, self.device, self.free = pipe, device, free
        self.taken: tuple[Measure, ...] = ()
        self.left: list[Measure] = ["one by one", "half by half", "part by part", "in tiles"]
        if device == "cpu":
            self.left.remove("part by part")
        self.held = 0  # bytes of the model on the device
        size = pipe.vae_scale_factor * 64
        if "part by part" in measures(needs_of(pipe, size, size), 1, free(device), device):
            self._take("part by part")
        else:
            pipe.to(device)
            self.held = needs_of(pipe, size, size).weights

    def suit(self, width: int, height: int, pictures: int) -> None:
        """Before pictures of a size are drawn: takes what the free memory calls for."""
        needs = needs_of(self.pipe, width, height)
        free = self.free(self.device) + self.held
        for measure in measures(needs, pictures, free, self.device):
            if measure != "part by part":  # decided when the model came
                self._take(measure)

    def more(self) -> Sentence | None:
        """Takes the next measure and says it in a sentence; None where there is none left."""
        return self._take(self.left[0]) if self.left else None

    def _take(self, measure: Measure) -> Sentence:
        if measure in self.left:
            self.left.remove(measure)
            self.taken = (*self.taken, measure)
        if measure == "one by one":
            self.pipe.vae.enable_slicing()
            return Sentence("The memory was full: the pictures are decoded one by one now.")
        if measure == "half by half":
            return Sentence("The memory was full: each step is done in two halves now.")
        if measure == "part by part":
            self.pipe.enable_model_cpu_offload(device=self.device)
            return Sentence(
                "The memory was full: the model moves to the graphics card part by part now."
            )
        self.pipe.vae.enable_tiling()
        return Sentence("The memory was full: the pictures are decoded in tiles now.")

    @contextmanager
    def stepping(self, sharing: Sharing) -> Iterator[None]:
        """A step of those who share, which takes the halves of guidance one by one if it must."""
        if "half by half" not in self.taken:
            yield
            return
        unet, panels = self.pipe.unet, len(sharing.reads)
        whole = unet.forward

        def by_groups(sample: Tensor, *given: Any, **named: Any) -> tuple[Tensor, ...]:
            """The last group first: it is the one that routing looks at."""
            rows, made = len(sample), []
            for first in reversed(range(0, rows, panels)):
                sharing.skipped = first // panels
                made.append(
                    whole(
                        *_part((sample, *given), rows, first, panels),
                        **_part(named, rows, first, panels),
                    )
                )
            return tuple(torch.cat(parts) for parts in zip(*reversed(made), strict=True))

        unet.forward = by_groups
        try:
            yield
        finally:
            unet.forward = whole
            sharing.skipped = 0


def _part(given: Any, rows: int, first: int, count: int) -> Any:
    """Of everything that has a row for each of the batch, `count` rows; all else as it is."""
    if isinstance(given, dict):
        return {name: _part(one, rows, first, count) for name, one in given.items()}
    if isinstance(given, tuple | list):
        return type(given)(_part(one, rows, first, count) for one in given)
    if isinstance(given, Tensor) and given.ndim > 0 and len(given) == rows:
        return given[first : first + count]
    return given
