"""Trains the judge on the drawn world: clean, autoencoded, noised, never on generated pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from diffusers import AutoencoderTiny
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.utils.data import IterableDataset, get_worker_info

from storyboard.evaluation.judge import UNASKED, Judge, heads, load_judge, targets
from storyboard.training.autoencoder import NOISE, to_bytes, to_pixels, to_tensor
from storyboard.training.drawn import STORY, story_of
from storyboard.training.run import Run, Schedule, mixed_precision, prepared
from storyboard.world.picture import Picture, pixels, render

Shares = dict[str, float]  # of right answers, by question

BATCH = 48
POOL, NEW = 1500, 24  # pictures of one size that are kept, and how many are new in each batch
FIRST, HELD_OUT = 0, 10_000_000  # seeds of the stories that are learnt, and the first of the others
SPECKLE = 0.25  # most noise on a picture, of pixels from -1 to 1


@torch.inference_mode()
def _through(vae: AutoencoderTiny, pictures: Tensor) -> Tensor:
    """Encoded and decoded."""
    with mixed_precision(pictures.device):
        latents = vae.encode(pictures).latents
        noise = NOISE * torch.rand(len(latents), 1, 1, 1, device=latents.device)
        return vae.decode(latents + noise * torch.randn_like(latents)).sample.float()


class Drawing(IterableDataset[tuple[Tensor, Tensor]]):
    """New pictures without end: of one size by lot (NEW, H, W, 3), and the right answers (NEW, Q)
    to all questions in their order."""

    def __init__(self, sizes: Sequence[tuple[int, int]], seed: int) -> None:
        self.sizes, self.seed = sizes, seed

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        worker = get_worker_info()
        lot = Random(f"{self.seed}/{worker.id if worker else 0}")
        while True:
            size = lot.choice(self.sizes)
            new = [story_of(lot.randrange(FIRST, HELD_OUT))[row % STORY] for row in range(NEW)]
            seen = np.stack([pixels(render(picture, *size)) for picture in new])
            yield torch.from_numpy(seen), torch.stack([*targets(new).values()], dim=1)


class Pool:
    """The newest pictures of one size, half of them autoencoded, of which each batch takes some.

    A picture is met a few times and never again: of a fixed set, a judge learns by heart what
    cannot be seen.
    """

    def __init__(self, vae: AutoencoderTiny, size: int) -> None:
        self.vae, self.size, self.count = vae, size, 0

    def add(self, pictures: Tensor, answers: Tensor) -> None:
        """They take the places of the oldest."""
        pictures, answers = pictures.to(self.vae.device), answers.to(self.vae.device)
        pictures[::2] = to_bytes(_through(self.vae, to_tensor(pictures[::2])))
        if not self.count:
            self.pictures = pictures.new_empty(self.size, *pictures.shape[1:])
            self.answers = answers.new_empty(self.size, answers.shape[1])
        places = (self.count + torch.arange(len(pictures))) % self.size
        self.pictures[places], self.answers[places] = pictures, answers
        self.count += len(pictures)

    def batch(self, size: int) -> tuple[Tensor, dict[str, Tensor]]:
        """Pictures (size, 3, H, W), half of them with noise on them, and the right answers."""
        rows = torch.randint(min(self.count, self.size), (size,), device=self.vae.device)
        pictures = to_tensor(self.pictures[rows])
        speckle = SPECKLE * torch.rand(size, 1, 1, 1) * (torch.rand(size, 1, 1, 1) < 0.5)
        answers = dict(zip(heads(), self.answers[rows].unbind(dim=1), strict=True))
        return pictures + speckle.to(pictures) * torch.randn_like(pictures), answers


def loss_of(judge: nn.Module, pictures: Tensor, answers: dict[str, Tensor]) -> Tensor:
    with mixed_precision(pictures.device):
        logits = judge(pictures)
    losses = [
        cross_entropy(logits[name].float(), right, ignore_index=UNASKED, reduction="sum")
        / (right != UNASKED).sum().clamp(min=1)
        for name, right in answers.items()
    ]
    return torch.stack(losses).mean()


def accuracy(judge: Judge, pixels: NDArray[np.uint8], pictures: Sequence[Picture]) -> Shares:
    """Share of right answers to each question, among the pictures that have one."""
    answers, given = targets(pictures), defaultdict[str, list[Tensor]](list)
    device = next(judge.parameters()).device
    for first in range(0, len(pixels), BATCH):
        with torch.inference_mode():
            logits = judge(to_tensor(pixels[first : first + BATCH]).to(device))
        for name, rows in logits.items():
            given[name].append(rows.argmax(1).cpu())
    shares = {}
    for name, right in answers.items():
        asked = right != UNASKED
        shares[name] = float((torch.cat(given[name])[asked] == right[asked]).float().mean())
    return shares


def train(
    folder: Path,
    vae: AutoencoderTiny,
    sizes: Sequence[tuple[int, int]],
    schedule: Schedule,
    begun: Path | None = None,
    times: int = 1,
    held_out: int = 600,
) -> None:
    """Trains until the time is up; `folder/judge.safetensors` holds the averaged weights.

    A new run goes on with the weights in the file `begun`. A batch has BATCH pictures `times` over.
    Each answer is counted on that many held-out pictures in each size, clean and autoencoded, and
    the worst share is noted.
    """
    from safetensors.torch import save_file

    judge = load_judge(begun).train() if begun else Judge()
    judge.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # twice as fast
    run = Run(folder, judge, schedule)
    new = prepared(Drawing(sizes, run.step), run.device)
    pools = {size: Pool(vae, times * POOL) for size in sizes}
    asked = [story_of(HELD_OUT + row)[row % STORY] for row in range(held_out)]
    tests = [seen for size in sizes for seen in _both_ways(vae, asked, size)]

    def losses() -> Tensor:
        for _ in range(times):
            pictures, answers = next(new)
            pool = pools[pictures.shape[2], pictures.shape[1]]
            pool.add(pictures, answers)
        return loss_of(run.model, *pool.batch(times * BATCH))

    def sample(averaged: nn.Module) -> None:
        assert averaged is judge  # whose weights are the averaged ones now
        shares = [accuracy(judge, seen, asked) for seen in tests]
        run.note({name: round(min(one[name] for one in shares), 4) for name in heads()})
        weights = {name: rows.half().contiguous() for name, rows in judge.state_dict().items()}
        save_file(weights, folder / "judge.safetensors")

    run.train(losses, sample)


def _both_ways(
    vae: AutoencoderTiny, pictures: Sequence[Picture], size: tuple[int, int]
) -> list[NDArray[np.uint8]]:
    """The pictures as they are and autoencoded, (n, height, width, 3)."""
    clean = np.stack([pixels(render(picture, *size)) for picture in pictures])
    groups = [clean[first : first + BATCH] for first in range(0, len(clean), BATCH)]
    blurred = [to_pixels(_through(vae, to_tensor(group).to(vae.device))) for group in groups]
    return [clean, np.concatenate(blurred)]
