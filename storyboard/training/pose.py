"""Trains the pose judge on moments of clips of the drawn world, drawn as they are needed."""

from __future__ import annotations

from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate

from storyboard.evaluation.pose import PoseJudge, places_of, seen
from storyboard.training.autoencoder import to_tensor
from storyboard.training.run import Run, Schedule, mixed_precision
from storyboard.world.clips import Moment, clip_of, frames_of

SIZE = (192, 112)
BATCH = 24
CLIPS = 4_000_000  # the first seed; evaluation has others
HELD_OUT = 9_000_000
SPECKLE, BLUR = 0.2, (1.0, 0.5, 0.33)  # what generated pictures do to outlines


def moment_of(seed: int) -> Moment:
    """Some moment of a clip with one figure."""
    lot = Random(seed)
    while True:
        clip = clip_of(lot.randrange(2**31))
        if len(clip.motions) == 1:
            return clip.at(lot.random())


def drawn(seeds: range) -> tuple[Tensor, Tensor, Tensor]:
    """Pictures (B, 3, h, w), true places (B, J, 2), and which of them can be seen (B, J)."""
    moments = [moment_of(seed) for seed in seeds]
    places = places_of(moments, *SIZE)
    inside = seen(places, *SIZE)
    pictures = to_tensor(frames_of(moments, *SIZE))
    return pictures, torch.from_numpy(places), torch.from_numpy(inside)


def roughened(pictures: Tensor) -> Tensor:
    """Blurred and noised by lot, as pictures that a small model has generated."""
    scale = BLUR[int(torch.randint(len(BLUR), ()))]
    small = interpolate(pictures, scale_factor=scale, mode="area")
    back = interpolate(small, pictures.shape[2:], mode="bilinear")
    noise = SPECKLE * torch.rand(len(pictures), 1, 1, 1)
    return back + noise * torch.randn_like(back)


def distances(judge: nn.Module, pictures: Tensor, places: Tensor, inside: Tensor) -> Tensor:
    """Of all joints that can be seen, in heights of the picture."""
    with mixed_precision(pictures.device):
        found = judge(pictures)
    return (found - places).norm(dim=-1)[inside]


def train(folder: Path, schedule: Schedule) -> None:
    """Trains until the time is up; `folder/pose.safetensors` holds the averaged weights."""
    from safetensors.torch import save_file

    judge = PoseJudge()
    run = Run(folder, judge, schedule)
    tests = drawn(range(HELD_OUT, HELD_OUT + BATCH))

    def losses() -> Tensor:
        first = CLIPS + run.step * BATCH
        pictures, places, inside = drawn(range(first, first + BATCH))
        on = (one.to(run.device) for one in (roughened(pictures), places, inside))
        return distances(run.model, *on).mean()

    def sample(averaged: nn.Module) -> None:
        assert averaged is judge
        error = distances(judge, *(one.to(run.device) for one in tests)).mean()
        run.note({"distance": round(float(error), 5)})
        weights = {name: rows.half().contiguous() for name, rows in judge.state_dict().items()}
        save_file(weights, folder / "pose.safetensors")

    run.train(losses, sample)
