"""Does the predictor move as the world does? Held-out transitions against their true in-betweens.

Every figure is one value a transition; motion.WAY.NAME with the ways

hold       the first panel, then the last
crossfade  one panel dissolves into the other
latent     the decoder without tokens: the paper's interpolation "in latent space only"
linear     the predictor's transformer switched off: tokens are interpolated
smp        the Semantic Motion Predictor

A still or a crossfade wins the paper's four figures, which only ask for little change. So beside
them stand the distance to the true in-betweens, the pose, the seam, the motion and the sharpness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import avg_pool2d, normalize

from storyboard.evaluation.figures import Figure, mean_of
from storyboard.evaluation.judge import Judge
from storyboard.evaluation.pose import PoseJudge, places_of, seen
from storyboard.motion.eye import Eye
from storyboard.motion.request import TransitionEnd, TransitionRequest
from storyboard.motion.transition import MotionModel, Way
from storyboard.progress import Progress, Report
from storyboard.world.clips import KINDS, Clip, clip_of, frames_of

Frames = NDArray[np.uint8]  # (n, height, width, 3)

HELD_OUT = 30_000_000  # the first seed of clips that no training has seen
WINDOW = 8  # pixels of a side of the windows of SSIM
WAYS = ("hold", "crossfade", "latent", "linear", "smp")
DECODED: dict[str, Way] = {"latent": "nothing", "linear": "linear", "smp": "predicted"}


@dataclass(frozen=True, slots=True)
class Onlookers:
    """Who measures. The judge has no part in conditioning or training the predictor."""

    eye: Eye
    judge: Judge
    pose: PoseJudge


@dataclass(frozen=True, slots=True)
class Trial:
    """A clip of the world whose ends are given, and whose in-betweens are to be found."""

    clip: Clip
    true: Frames
    request: TransitionRequest


def trials(
    motion: MotionModel, count: int, frames: int, size: tuple[int, int], steps: int
) -> list[Trial]:
    """Of every kind equally many."""
    found = []
    for row in range(count):
        clip = clip_of(HELD_OUT + row, KINDS[row % len(KINDS)])
        first, last = (TransitionEnd("", "", Path(), text) for text in clip.captions(Random(row)))
        request = TransitionRequest(
            first, last, frames, *size, motion.engine.model, steps=steps, seed=row
        )
        found.append(Trial(clip, frames_of(clip.moments(frames + 2), *size), request))
    return found


def measure(
    motion: MotionModel,
    onlookers: Onlookers,
    count: int,
    report: Report,
    frames: int = 12,
    size: tuple[int, int] = (384, 224),
    steps: int = 16,
) -> dict[str, Figure]:
    """Every figure of every way over `count` transitions of `frames` in-betweens."""
    marks: defaultdict[str, list[float]] = defaultdict(list)
    asked = trials(motion, count, frames, motion.size_for(*size), steps)
    for row, trial in enumerate(asked):
        report(Progress(row, count))
        for way, made in ways_of(motion, trial):
            for name, value in figures_of(onlookers, trial, made).items():
                marks[f"motion.{way}.{name}"].append(value)
    report(Progress(count, count))
    found = {name: mean_of(values) for name, values in sorted(marks.items())}
    return found | gains(marks)


def gains(marks: Mapping[str, Sequence[float]]) -> dict[str, Figure]:
    """How much nearer the predictor is than every other way, transition by transition."""
    return {
        f"motion.smp.gain-{name}-{way}": mean_of(
            np.subtract(marks[f"motion.{way}.{name}"], marks[f"motion.smp.{name}"])
        )
        for way in WAYS[:-1]
        for name in ("truth", "pose")
        if f"motion.{way}.{name}" in marks
    }


def ways_of(motion: MotionModel, trial: Trial) -> list[tuple[str, Frames]]:
    """All ways to get from one end to the other, as whole clips."""
    ends, frames = trial.true[[0, -1]], len(trial.true)
    drawn = [("hold", held(ends, frames)), ("crossfade", crossfaded(ends, frames))]
    return drawn + [
        (name, motion.clip(ends, trial.request, lambda progress: None, way=way))
        for name, way in DECODED.items()
    ]


def held(ends: Frames, frames: int) -> Frames:
    """The first picture until half way, then the last."""
    first = (frames + 1) // 2
    return np.repeat(ends, (first, frames - first), axis=0)


def crossfaded(ends: Frames, frames: int) -> Frames:
    shares = np.linspace(0, 1, frames)[:, None, None, None]
    mixed: Frames = ((1 - shares) * ends[0] + shares * ends[1]).round().astype(np.uint8)
    return mixed


def figures_of(onlookers: Onlookers, trial: Trial, made: Frames) -> dict[str, float]:
    """All figures of one clip; what has no answer for it is left out.

    lpips-first, -frames      distance in the encoder's layers, to frame 0 and between neighbours
    clipsim-first, -frames    likeness of the encoder's embeddings, the same way
    truth                     distance of the in-betweens to the true ones, in the judge's features
    ssim                      structural similarity of the in-betweens with the true ones
    pose                      distance of the joints to the true ones, in heights of the picture
    end                       last in-between to the last panel over the median of all neighbours
    motion                    mean change between neighbours, of 255
    sharpness                 edges of the middle frame over those of the true middle frame
    """
    layers = onlookers.eye.layers(made)
    found = {
        "lpips-first": perceived(layers, np.zeros(len(made) - 1, int), np.arange(1, len(made))),
        "lpips-frames": perceived(layers, np.arange(len(made) - 1), np.arange(1, len(made))),
        **_likeness(onlookers.eye.embeds(made)),
        **_changes(made),
        **_beside_the_truth(onlookers.judge, trial.true, made),
    }
    if len(trial.clip.motions) == 1:
        found["pose"] = pose_error(onlookers.pose, trial, made)
    return found


def perceived(layers: list[Tensor], first: NDArray[np.int_], second: NDArray[np.int_]) -> float:
    """The form of LPIPS (Zhang et al. 2018) with this encoder and no learnt weights: tokens of
    length 1, squared distances, summed over channels, averaged over places, summed over layers."""
    apart = [(rows[first] - rows[second]).square().sum(-1).mean(-1) for rows in layers]
    return float(torch.stack(apart).sum(0).mean() / len(layers))


def _likeness(embeds: Tensor) -> dict[str, float]:
    return {
        "clipsim-first": float((embeds[1:] @ embeds[0]).mean()),
        "clipsim-frames": float((embeds[1:] * embeds[:-1]).sum(-1).mean()),
    }


def _changes(made: Frames) -> dict[str, float]:
    """Of the pictures themselves."""
    steps = np.abs(np.diff(made.astype(np.float32), axis=0)).mean((1, 2, 3))
    return {"motion": float(steps.mean()), "end": float(steps[-1] / max(np.median(steps), 1e-3))}


def _beside_the_truth(judge: Judge, true: Frames, made: Frames) -> dict[str, float]:
    """`truth` is the cosine distance of what the judge's questions see in the in-betweens."""
    with torch.inference_mode():
        known, guessed = (normalize(judge.features(as_pictures(one[1:-1])), dim=-1)
                          for one in (true, made))  # fmt: skip
    middle = len(true) // 2
    return {
        "truth": float((1 - (known * guessed).sum(-1)).mean()),
        "ssim": ssim(as_pictures(true[1:-1]), as_pictures(made[1:-1])),
        "sharpness": edges(made[middle]) / max(edges(true[middle]), 1e-6),
    }


def as_pictures(frames: Frames) -> Tensor:
    """(n, height, width, 3) of bytes -> (n, 3, height, width) in -1 .. 1."""
    return torch.from_numpy(frames).permute(0, 3, 1, 2).float() / 127.5 - 1


def ssim(first: Tensor, second: Tensor) -> float:
    """Structural similarity (Wang et al. 2004) of brightness, in even windows of eight pixels."""
    x, y = first.mean(1, keepdim=True), second.mean(1, keepdim=True)
    mean_x, mean_y, xx, yy, xy = (
        avg_pool2d(rows, WINDOW, 1) for rows in (x, y, x * x, y * y, x * y)
    )
    var_x, var_y, shared = xx - mean_x**2, yy - mean_y**2, xy - mean_x * mean_y
    light, contrast = (0.01 * 2) ** 2, (0.03 * 2) ** 2
    alike = (2 * mean_x * mean_y + light) * (2 * shared + contrast)
    return float((alike / ((mean_x**2 + mean_y**2 + light) * (var_x + var_y + contrast))).mean())


def edges(frame: NDArray[np.uint8]) -> float:
    """The mean square of the steps between neighbouring pixels: two half edges count half."""
    rows = frame.astype(np.float32)
    return float(sum(np.square(np.diff(rows, axis=side)).mean() for side in (0, 1)))


@torch.inference_mode()
def pose_error(judge: PoseJudge, trial: Trial, made: Frames) -> float:
    """Mean distance of joints that can be seen, over the in-betweens."""
    height, width = made.shape[1:3]
    places = places_of(trial.clip.moments(len(made))[1:-1], width, height)
    inside = seen(places, width, height)
    found = judge(as_pictures(made[1:-1])).cpu().numpy()
    return float(np.linalg.norm(found - places, axis=-1)[inside].mean())
