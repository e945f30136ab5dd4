"""Trains the Semantic Motion Predictor and, on request, temporal layers on a folder of clips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import mse_loss

from storyboard.engine.prompts import encoded
from storyboard.motion.loop import holding_the_dissolve, mixed_noise
from storyboard.motion.predictor import interpolated
from storyboard.motion.request import TransitionEnd, TransitionRequest
from storyboard.motion.told import Told
from storyboard.motion.transition import MotionModel
from storyboard.motion.video_unet import ask
from storyboard.training.chart import draw_curve
from storyboard.training.footage import (
    RATE,
    Film,
    evenly,
    frames_in,
    length_by_lot,
    rows_by_lot,
    write_film,
)
from storyboard.training.motion_weights import save
from storyboard.training.run import Run, Schedule, mixed_precision
from storyboard.training.viewing import Seen, Viewing

SEEING = 0.5  # weight of the loss on predicted tokens beside that on frames
UNTOLD, UNSEEN = 0.1, 0.15  # shares of steps without text, and without tokens
VALIDATED = 6  # clips at each checkpoint
LEVELS = (0.25, 0.5, 0.75, 0.95)  # noise at which a clip is validated
SHOWN, SHOWN_STEPS = 2, 10  # validation clips that are rendered, and in how many steps


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is learnt and from what.

    frames    most of a clip in one step
    size      of the frames, in pixels
    batch     clips in one step
    temporal  whether the temporal layers learn, too
    """

    frames: int = 16
    size: tuple[int, int] = (384, 224)
    batch: int = 1
    temporal: bool = True


class Learner(nn.Module):
    """What is trained; the UNet it is trained through is borrowed and stays as it is.

        loss = | v - v_theta(z_t, t, [T ; P]) |^2  +  SEEING | P - E(F) |^2 / var E(F)

    The paper compares decoded frames; to compare the velocity of their latents asks for the same
    without decoding. The second term tells the predictor directly what it is to predict.
    """

    def __init__(self, motion: MotionModel, *, temporal: bool) -> None:
        super().__init__()
        self.predictor = motion.predictor
        motion.unet.requires_grad_(False)
        learning = [part for name, part in motion.unet.named_modules()
                    if temporal and name.endswith("motion_modules")]  # fmt: skip
        self.temporal = nn.ModuleList(learning)
        self.temporal.requires_grad_(True)
        self.borrowed = (motion,)  # a tuple hides it from nn.Module
        self.blank = (encoded(motion.engine.pipe, [""], [""])["prompt_embeds"].detach(),)

    def forward(self, clips: Sequence[Seen], times: Tensor, noise: Tensor, lot: Random) -> Tensor:
        """Clips of equally many frames L; times (B,) and noise (B, C, L, h, w)."""
        (motion,) = self.borrowed
        clean = torch.stack([clip.latents for clip in clips]).transpose(1, 2).to(noise)
        tokens = torch.stack([clip.tokens for clip in clips]).to(noise)
        known = motion.card.ends == "clean"
        noise = holding_the_dissolve(noise, clean, motion.scheduler, motion.card.begin)
        noisy = motion.scheduler.add_noise(clean, noise, times)
        with mixed_precision(noise.device):
            predicted = self.predictor(tokens[:, 0], tokens[:, -1], tokens.shape[1])
            told = self._told(clips, predicted, lot)
            shown = _with_ends(noisy, clean) if known else noisy
            made = ask(motion.unet, shown, times, told, beside=motion.beside)
        unknown = slice(1, -1) if known else slice(None)
        wanted = _wanted(motion, clean, noise, times)
        painting = mse_loss(made.float()[:, :, unknown], wanted[:, :, unknown])
        return painting + SEEING * _distance(predicted.float(), tokens)

    def _told(self, clips: Sequence[Seen], predicted: Tensor, lot: Random) -> Told:
        (motion,) = self.borrowed
        untold, unseen = (self.training and lot.random() < share for share in (UNTOLD, UNSEEN))
        text = torch.cat([self._text(clip, predicted, untold) for clip in clips])
        tokens = predicted.flatten(0, 1)
        if not unseen:
            return Told(text, motion.project(tokens))
        return Told(text, motion.project(torch.zeros_like(tokens)) if motion.beside else None)

    def _text(self, clip: Seen, like: Tensor, untold: bool) -> Tensor:
        """(L, 77 k, C)."""
        (blank,) = self.blank
        ends = blank.expand(2, -1, -1) if untold else clip.text
        first, last = ends.to(like)
        if untold and len(first) < clip.text.shape[1]:
            first = last = first.repeat(clip.text.shape[1] // len(first), 1)
        return interpolated(first[None], last[None], like.shape[1])[0]


def _with_ends(noisy: Tensor, clean: Tensor) -> Tensor:
    return torch.cat([clean[:, :, :1], noisy[:, :, 1:-1], clean[:, :, -1:]], dim=2)


def _wanted(motion: MotionModel, clean: Tensor, noise: Tensor, times: Tensor) -> Tensor:
    """What the UNet is to say: the noise, or the velocity (Salimans & Ho 2022)."""
    if motion.scheduler.config.prediction_type == "epsilon":
        return noise
    velocity: Tensor = motion.scheduler.get_velocity(clean, noise, times)
    return velocity


def _distance(predicted: Tensor, tokens: Tensor) -> Tensor:
    return mse_loss(predicted, tokens) / tokens.var().clamp(min=1e-6)


class Course:
    """The losses of clips by lot, and of clips that are kept for validation."""

    def __init__(
        self, viewing: Viewing, lesson: Lesson, learner: nn.Module, device: torch.device, seed: int
    ) -> None:
        self.viewing, self.lesson, self.learner, self.device = viewing, lesson, learner, device
        self.steps: int = viewing.motion.scheduler.config.num_train_timesteps
        self.card, self.lot = viewing.motion.card, Random(seed)

    def loss(self, films: Sequence[Film]) -> Tensor:
        clips = [self.viewing.seen(self.lot.choice(films)) for _ in range(self.lesson.batch)]
        shortest = min(len(clip.latents) for clip in clips)
        length = length_by_lot(shortest, self.lesson.frames, self.lot)
        parts = [clip.part(rows_by_lot(len(clip.latents), length, self.lot)) for clip in clips]
        times = (torch.rand(len(parts)).sqrt() * self.card.begin * self.steps).long()
        noise = mixed_noise(_shape(parts), self.card.common)
        return self._loss(parts, times.clamp(max=self.steps - 1), noise)

    def validation(self, films: Sequence[Film]) -> float:
        """The same frames and the same noise every time, at several levels of it."""
        losses = []
        for row, film in enumerate(films[:VALIDATED]):
            clip = self.viewing.seen(film)
            count = len(clip.latents)
            part = clip.part(evenly(0, count - 1, min(count, self.lesson.frames)))
            generator = torch.Generator().manual_seed(row)
            for level in LEVELS:
                noise = mixed_noise(_shape([part]), self.card.common, generator)
                times = torch.tensor([int(level * self.card.begin * self.steps)])
                losses.append(self._loss([part], times, noise).item())
        return float(np.mean(losses))

    def _loss(self, parts: Sequence[Seen], times: Tensor, noise: Tensor) -> Tensor:
        found: Tensor = self.learner(parts, times.to(self.device), noise.to(self.device), self.lot)
        return found


def _shape(parts: Sequence[Seen]) -> tuple[int, ...]:
    frames, channels, height, width = parts[0].latents.shape
    return len(parts), channels, frames, height, width


def train(
    folder: Path,
    motion: MotionModel,
    films: tuple[Sequence[Film], Sequence[Film]],
    lesson: Lesson,
    schedule: Schedule,
) -> None:
    """Trains until the time is up; `folder/motion` holds the averaged weights.

    films  to learn from, and to validate with
    """
    learnt, held_out = films
    learner = Learner(motion, temporal=lesson.temporal)
    run = Run(folder, learner, schedule)
    viewing = Viewing(folder / "seen", motion, lesson.size)
    seed = run.step * 1000 + run.accelerator.process_index
    course = Course(viewing, lesson, run.model, run.device, seed)
    plain = Course(viewing, lesson, learner, run.device, 0)

    def sample(averaged: nn.Module) -> None:
        assert averaged is learner
        run.note({"validation": round(plain.validation(held_out), 5)})
        draw_curve(folder / "curve.jsonl", folder / "curve.png")
        for row, film in enumerate(held_out[:SHOWN]):
            write_film(
                folder / f"validation-{row}.mp4", beside_the_truth(motion, film, lesson), RATE
            )
        save(motion, folder / "motion")

    run.train(lambda: course.loss(learnt), sample)


def beside_the_truth(motion: MotionModel, film: Film, lesson: Lesson) -> np.ndarray:
    """(n, height, 2 width, 3): a clip on the left, what is made of its ends on the right."""
    true = frames_in(film.path, lesson.size)
    true = true[evenly(0, len(true) - 1, min(len(true), lesson.frames))]
    first, last = (TransitionEnd("", "", film.path, prompt) for prompt in film.prompts)
    asked = TransitionRequest(
        first, last, len(true) - 2, *lesson.size, motion.engine.model, steps=SHOWN_STEPS
    )
    made = motion.clip(true[[0, -1]], asked, lambda progress: None)
    return np.concatenate([true, made], axis=2)
