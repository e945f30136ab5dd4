"""Trains the judge on the drawn world: clean, autoencoded, noised, never on generated pictures."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import torch
from diffusers import AutoencoderTiny
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from storyboard.evaluation.judge import Judge, heads, targets
from storyboard.training.autoencoder import NOISE, to_pixels, to_tensor
from storyboard.training.drawn import Drawn
from storyboard.training.run import Run, Schedule, mixed_precision

BATCH = 48
SPECKLE = 0.25  # most noise on a picture, of pixels from -1 to 1


def autoencoded(path: Path, vae: AutoencoderTiny, drawn: Drawn) -> NDArray[np.uint8]:
    """The same pictures through the autoencoder with its latents noised, as a UNet's would be."""
    if not path.exists():
        part = path.with_suffix(".part")
        rows = open_memmap(part, mode="w+", dtype=np.uint8, shape=drawn.pixels.shape)
        for first in range(0, len(rows), 32):
            pictures = to_tensor(drawn.pixels[first : first + 32]).to(vae.device)
            rows[first : first + 32] = to_pixels(_through(vae, pictures))
        rows.flush()
        part.rename(path)
    return np.asarray(np.load(path, mmap_mode="r"))


@torch.inference_mode()
def _through(vae: AutoencoderTiny, pictures: Tensor) -> Tensor:
    with mixed_precision(pictures.device):
        latents = vae.encode(pictures).latents
        noise = NOISE * torch.rand(len(latents), 1, 1, 1, device=latents.device)
        return vae.decode(latents + noise * torch.randn_like(latents)).sample.float()


class Seen:
    """Pictures of several sizes, each clean or autoencoded by lot, some with noise on them."""

    def __init__(self, sizes: list[tuple[Drawn, NDArray[np.uint8]]], seed: int) -> None:
        self.sizes, self.lot = sizes, Random(seed)
        self.pictures = [drawn.pictures for drawn, _ in sizes]

    def batch(self) -> tuple[Tensor, dict[str, Tensor]]:
        size = self.lot.randrange(len(self.sizes))
        drawn, blurred = self.sizes[size]
        rows = [self.lot.randrange(len(drawn.pixels)) for _ in range(BATCH)]
        pixels = [(drawn.pixels if self.lot.random() < 0.5 else blurred)[row] for row in rows]
        pictures = to_tensor(np.stack(pixels))
        speckle = SPECKLE * torch.rand(BATCH, 1, 1, 1) * (torch.rand(BATCH, 1, 1, 1) < 0.5)
        answers = targets([self.pictures[size][row] for row in rows])
        return pictures + speckle * torch.randn_like(pictures), answers


def loss_of(judge: nn.Module, pictures: Tensor, answers: dict[str, Tensor]) -> Tensor:
    with mixed_precision(pictures.device):
        logits = judge(pictures)
    losses = [cross_entropy(logits[name].float(), right) for name, right in answers.items()]
    return torch.stack(losses).mean()


def accuracy(judge: Judge, pixels: NDArray[np.uint8], drawn: Drawn) -> dict[str, float]:
    """Share of right answers to each question."""
    answers, right = targets(drawn.pictures), dict.fromkeys(heads(), 0)
    device = next(judge.parameters()).device
    for first in range(0, len(pixels), BATCH):
        with torch.inference_mode():
            logits = judge(to_tensor(pixels[first : first + BATCH]).to(device))
        for name, rows in logits.items():
            wanted = answers[name][first : first + BATCH].to(device)
            right[name] += int((rows.argmax(1) == wanted).sum())
    return {name: count / len(pixels) for name, count in right.items()}


def train(
    folder: Path,
    sizes: list[tuple[Drawn, NDArray[np.uint8]]],
    held_out: list[tuple[Drawn, NDArray[np.uint8]]],
    schedule: Schedule,
) -> None:
    """Trains until the time is up; `folder/judge.safetensors` holds the averaged weights."""
    from safetensors.torch import save_file

    judge = Judge()
    run = Run(folder, judge, schedule)
    seen = Seen(sizes, run.step)

    def losses() -> Tensor:
        pictures, answers = seen.batch()
        return loss_of(judge, pictures.to(run.device),
                       {name: rows.to(run.device) for name, rows in answers.items()})  # fmt: skip

    def sample(averaged: nn.Module) -> None:
        assert averaged is judge  # whose weights are the averaged ones now
        clean = [accuracy(judge, drawn.pixels, drawn) for drawn, _ in held_out]
        blurred = [accuracy(judge, pixels, drawn) for drawn, pixels in held_out]
        run.note({name: round(min(one[name] for one in (*clean, *blurred)), 4) for name in heads()})
        weights = {name: rows.half().contiguous() for name, rows in judge.state_dict().items()}
        save_file(weights, folder / "judge.safetensors")

    run.train(losses, sample)
