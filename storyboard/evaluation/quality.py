"""Does the starter model draw what it is asked for? Its pictures of held-out prompts, judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor

from storyboard.engine.engine import Engine
from storyboard.engine.request import GenerationRequest, PanelRequest
from storyboard.evaluation.figures import Figure, mean_of
from storyboard.evaluation.judge import NOBODY, UNSEEN, Judge, truth
from storyboard.progress import Progress, Report
from storyboard.world.captions import caption
from storyboard.world.picture import Picture, pixels, random_picture, render

SIZES = ((384, 224), (256, 256))
HELD_OUT = 20_000_000  # the first seed of prompts and pictures that no training has seen
BATCH = 8
WORN = ("skin", "hair", "top", "bottom", "hat", "glasses")  # what a full caption always names


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt, its noise, and what the picture should show."""

    prompt: str
    seed: int
    shown: Picture


def prompts(count: int, first: int = HELD_OUT) -> list[Asked]:
    """Pictures of the world by lot, with captions that name everything that can be seen."""
    asked = []
    for seed in range(first, first + count):
        lot = Random(seed)
        shown = random_picture(lot)
        asked.append(Asked(caption(shown, lot, 1.0), seed, shown))
    return asked


def quality(
    engine: Engine, judge: Judge, count: int, report: Report, steps: int = 25
) -> dict[str, Figure]:
    """`count` pictures in each size: the share that shows what was asked for, by name.

    quality.NAME is over both sizes, quality.NAME.384x224 over one of them.
    """
    asked = prompts(count)
    marks: defaultdict[str, list[float]] = defaultdict(list)
    done, all_steps = 0, len(SIZES) * -(-count // BATCH)
    for size in SIZES:
        for first in range(0, count, BATCH):
            report(Progress(done, all_steps))
            group = asked[first : first + BATCH]
            read = judge.read(drawn(engine, group, size, steps))
            for one, answer in zip(group, read, strict=True):
                for name, mark in marked(one.shown, answer):
                    marks[f"quality.{name}"].append(mark)
                    marks[f"quality.{name}.{size[0]}x{size[1]}"].append(mark)
            done += 1
    report(Progress(all_steps, all_steps))
    return {name: mean_of(samples) for name, samples in sorted(marks.items())}


def marked(shown: Picture, answer: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Every question that a prompt decides, and 1 where the picture answers it rightly."""
    right = truth(shown)
    yield "place", answer["place"] == right["place"]
    if not shown.figures:
        return
    yield "shot", answer["shot"] == right["shot"]
    if len(shown.figures) == 2:
        yield "pair", answer["count"] == "2"
        return
    yield "kind", answer["kind0"] == right["kind0"]
    yield "action", answer["action0"] == right["action0"]
    for name in WORN:
        if right[f"{name}0"] not in (
            "none",
            NOBODY,
            UNSEEN,
        ):  # captions do not say what is not worn
            yield "named", answer[f"{name}0"] == right[f"{name}0"]


def drawn(
    engine: Engine,
    asked: Sequence[Asked],
    size: tuple[int, int],
    steps: int,
) -> Tensor:
    """Pictures (n, 3, height, width) in -1 .. 1, each from its own noise and none from another."""
    panels = tuple(PanelRequest(str(one.seed), one.prompt, seed=one.seed) for one in asked)
    request = GenerationRequest(engine.model, panels, width=size[0], height=size[1], steps=steps)
    made = engine.generate(request, lambda progress: None)
    return to_tensor(np.stack([np.asarray(one.picture.convert("RGB")) for one in made]))


def to_tensor(seen: np.ndarray) -> Tensor:
    """(n, height, width, 3) of bytes -> (n, 3, height, width) in -1 .. 1."""
    return torch.from_numpy(seen).permute(0, 3, 1, 2).float() / 127.5 - 1


@torch.inference_mode()
def psnr(engine: Engine, count: int) -> Figure:
    """Peak signal-to-noise ratio in dB of the autoencoder on held-out pictures, in both sizes."""
    found = []
    for size in SIZES:
        for one in prompts(count, HELD_OUT + 1_000_000):
            seen = to_tensor(pixels(render(one.shown, *size))[None]).to(engine.device)
            encoded = engine.pipe.vae.encode(seen.to(engine.precision))
            back = engine.pipe.vae.decode(encoded.latents).sample.float().clamp(-1, 1)
            error = ((back - seen) / 2).square().mean().clamp(min=1e-10)
            found.append(-10 * float(torch.log10(error)))
    return mean_of(found)
