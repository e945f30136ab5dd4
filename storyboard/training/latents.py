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
    """Stories of four pictures in one size, and their latents.

    stories  the pictures of each story, in order
    rows     (4 n, C, height / 16, width / 16), float16; row 4 s + k is picture k of story s
    """

    stories: tuple[tuple[Picture, ...], ...]
    rows: NDArray[np.float16]


def encode(
    folder: Path, vae: AutoencoderTiny, first: int, stories: int, width: int, height: int
) -> Latents:
    """Latents of the stories of seeds first .. first + stories, encoded unless they stand there."""
    name = folder / f"{width}x{height}-{first}-{stories}.npy"
    folder.mkdir(parents=True, exist_ok=True)
    if not name.exists():
        _encode_all(name, vae, first, stories, width, height)
    told = tuple(story_of(seed) for seed in range(first, first + stories))
    return Latents(told, np.load(name))


@torch.no_grad()
def _encode_all(
    name: Path, vae: AutoencoderTiny, first: int, stories: int, width: int, height: int
) -> None:
    part = name.with_suffix(".part")
    shape = (stories * STORY, vae.config.latent_channels, height // 16, width // 16)
    rows = open_memmap(part, mode="w+", dtype=np.float16, shape=shape)
    for story, drawn in enumerate(drawn_stories(first, stories, width, height)):
        pictures = to_tensor(drawn).to(vae.device)
        with mixed_precision(vae.device):
            latents = vae.encode(pictures).latents
        rows[story * STORY : (story + 1) * STORY] = latents.half().cpu().numpy()
    rows.flush()
    part.rename(name)
