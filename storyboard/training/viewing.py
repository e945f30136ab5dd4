"""Clips as the networks know them: seen once, kept on disk, learnt from in parts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from storyboard.engine.prompts import encoded
from storyboard.motion.transition import MotionModel
from storyboard.training.footage import Film, frames_in
from storyboard.whole_file import whole_file


@dataclass(frozen=True, slots=True)
class Seen:
    """A clip, or a part of one.

    latents  (n, C, h, w)
    tokens   (n, N, D), of the image encoder
    text     (2, 77 k, C), of the first and of the last frame
    """

    latents: Tensor
    tokens: Tensor
    text: Tensor

    def part(self, rows: Sequence[int]) -> Seen:
        """Those frames, with the text as it is mixed where the first and the last of them stand."""
        last = len(self.latents) - 1
        shares = torch.tensor([rows[0] / last, rows[-1] / last])[:, None, None]
        index = torch.tensor(rows)
        text = torch.lerp(self.text[:1], self.text[1:], shares)
        return Seen(self.latents[index], self.tokens[index], text)


class Viewing:
    """Shows each clip to autoencoder, image encoder and text encoder, once."""

    def __init__(self, folder: Path, motion: MotionModel, size: tuple[int, int]) -> None:
        """`size` of the frames in pixels; `folder` keeps what was seen."""
        self.folder, self.motion, self.size = folder, motion, size
        folder.mkdir(parents=True, exist_ok=True)

    def seen(self, film: Film) -> Seen:
        """Raises MotionError for a clip that cannot be read to its end."""
        kept = self.folder / f"{self._name(film)}.npz"
        if not kept.exists():
            self._keep(kept, film)
        names = ("latents", "tokens", "text")
        with np.load(kept) as parts:
            return Seen(*(torch.from_numpy(parts[name]).float() for name in names))

    def _name(self, film: Film) -> str:
        found = film.path.stat()
        told = f"{film} {found.st_size} {found.st_mtime_ns} {self.size} {self.motion.engine.model}"
        return hashlib.sha256(told.encode()).hexdigest()[:24]

    @torch.no_grad()
    def _keep(self, kept: Path, film: Film) -> None:
        frames, motion = frames_in(film.path, self.size), self.motion
        latents = torch.cat([motion.latents(frame) for frame in frames])
        tokens = motion.eye.tokens(frames)
        text = encoded(motion.engine.pipe, film.prompts, [""])["prompt_embeds"]
        with whole_file(kept) as part, part.open("wb") as file:  # several processes may write it
            np.savez(file, latents=_half(latents), tokens=_half(tokens), text=_half(text))


def _half(rows: Tensor) -> NDArray[np.float16]:
    halves: NDArray[np.float16] = rows.half().cpu().numpy()
    return halves
