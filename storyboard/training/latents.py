"""Stage two of the starter model: the drawn world as latents, so that the UNet need not encode."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderTiny
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from storyboard.training.autoencoder import to_tensor
from storyboard.training.drawn import STORY, drawn_stories, story_of
from storyboard.training.run import mixed_precision
from storyboard.world.picture import Picture


@dataclass(frozen=True, slots=True)
class Latents:
    """Stories of four pictures in one size, and where their latents are kept.

    first  the seed of the first story
    count  of the stories
    """

    file: Path
    first: int
    count: int

    def story(self, row: int) -> tuple[Picture, ...]:
        return story_of(self.first + row)

    def picture(self, row: int) -> Picture:
        """What row 4 s + k shows: picture k of story s."""
        return self.story(row // STORY)[row % STORY]

    def rows(self) -> NDArray[np.float16]:
        """(4 n, C, height / 16, width / 16), mapped from the file."""
        mapped: NDArray[np.float16] = np.load(self.file, mmap_mode="r")
        return mapped


def encode(
    folder: Path, vae: AutoencoderTiny, first: int, stories: int, width: int, height: int
) -> Latents:
    """Latents of the stories of seeds first .. first + stories, encoded unless they stand there."""
    name = folder / f"{width}x{height}-{first}-{stories}.npy"
    folder.mkdir(parents=True, exist_ok=True)
    if not name.exists():
        _encode_all(name, vae, first, stories, width, height)
    return Latents(name, first, stories)


@torch.no_grad()
def _encode_all(
    name: Path, vae: AutoencoderTiny, first: int, stories: int, width: int, height: int
) -> None:
    part = name.with_suffix(".part")
    shape = (stories * STORY, vae.config.latent_channels, height // 16, width // 16)
    rows, done = open_memmap(part, mode="w+", dtype=np.float16, shape=shape), 0
    for drawn in drawn_stories(first, stories, width, height):
        with mixed_precision(vae.device):
            latents = vae.encode(to_tensor(drawn.to(vae.device))).latents
        rows[done : done + len(drawn)] = latents.half().cpu().numpy()
        done += len(drawn)
    rows.flush()
    part.rename(name)
