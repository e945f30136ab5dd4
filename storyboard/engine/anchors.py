"""Rows of a batch whose latents are known: anchors, and panels that are drawn from a picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from storyboard.engine.latents import Latents, schedule_of, unpacked
from storyboard.engine.png import latents_in
from storyboard.engine.request import Anchor, EngineError, Start


@dataclass(frozen=True, slots=True)
class Studio:
    """What known rows need of the model: latents of a picture, noise of a seed, (1, C, h, w).

    autoencoder  its hash; latents of another one would say something else
    """

    scheduler: Any
    autoencoder: str
    encode: Callable[[Image.Image], Tensor]
    noise: Callable[[int], Tensor]


class Known:
    """The latents of known rows before every step, whatever the sampler made of them.

    Anchors are known to the end. A panel that is drawn from a picture is known until its part of
    the schedule begins; so panels of one batch may begin anywhere, each with its own noise.

    A picture that carries the latents before every step, made with the same sampler and as many
    steps, gives exactly those to its readers. Else its final latents are re-noised (q(x_t | x_0) of
    DDPM); they are those it carries, or those of the encoded picture, whoever drew it.
    """

    def __init__(self, lines: Mapping[int, Line], scheduler: Any) -> None:
        """`lines` by the row of the batch."""
        self.lines, self.scheduler = lines, scheduler

    def first(self, latents: Tensor) -> Tensor:
        """The batch as a pipeline is given it, which scales it by the scheduler's first sigma."""
        return self._with(latents, 0, self.scheduler.init_noise_sigma)

    def at(self, step: int, latents: Tensor) -> Tensor:
        """The batch as it is before `step`."""
        return self._with(latents, step, 1) if step < len(self.scheduler.timesteps) else latents

    def _with(self, latents: Tensor, step: int, scale: float | Tensor) -> Tensor:
        held = {row: line for row, line in self.lines.items() if step < line.until}
        latents = latents.clone() if held else latents
        for row, line in held.items():
            latents[row] = self._before(step, line)[0] / scale
        return latents

    def _before(self, step: int, line: Line) -> Tensor:
        return self._noisy(line, step) if line.trail is None else line.trail[step][None]

    def _noisy(self, line: Line, step: int) -> Tensor:
        time = self.scheduler.timesteps[step : step + 1]
        if not hasattr(self.scheduler, "sigmas_interpol"):
            return self.scheduler.add_noise(line.clean, line.noise, time)
        scale = self.scheduler.scale_model_input(torch.ones_like(line.clean), time[0])
        sigma = (scale**-2 - 1).sqrt()  # of KDPM2's half steps, which add_noise does not know
        return line.clean + line.noise * sigma


@dataclass(frozen=True, slots=True)
class Line:
    """One row: final latents and noise (1, C, h, w), those before each step if they were kept, and
    the first step before which it is known no longer."""

    clean: Tensor
    noise: Tensor
    trail: Tensor | None
    until: float


def line_of_anchor(anchor: Anchor, studio: Studio) -> Line:
    """The noise is seeded from the hash of the picture: the same anchor is always the same."""
    noise = studio.noise(int(anchor.sha256[:15], 16))
    clean, kept = _latents(anchor.picture, noise, studio)
    same = kept is not None and kept.schedule == schedule_of(studio.scheduler)
    trail = kept.trail.to(noise) if kept and same and kept.trail is not None else None
    return Line(clean, noise, trail, math.inf)


def line_of_start(start: Start, noise: Tensor, studio: Studio) -> Line:
    """`noise` is the panel's own. At least the last step is drawn, from what is known before it."""
    clean, _ = _latents(start.picture, noise, studio)
    steps = len(studio.scheduler.timesteps)
    first = min(steps - 1, round((1 - start.strength) * steps))
    return Line(clean, noise, None, first + 1 if start.strength < 1 else 0)


def _latents(picture: Path, like: Tensor, studio: Studio) -> tuple[Tensor, Latents | None]:
    """The final latents of a picture (1, C, h, w), and what it carries if they are those."""
    seen, kept = _opened(picture)
    if kept is None or kept.autoencoder != studio.autoencoder or kept.end.shape != like.shape[1:]:
        return studio.encode(seen), None
    return kept.end[None].to(like), kept


def _opened(path: Path) -> tuple[Image.Image, Latents | None]:
    """A picture, and the latents it carries."""
    try:
        with Image.open(path) as picture:
            carried = latents_in(picture)
            return picture.convert("RGB"), unpacked(carried) if carried else None
    except OSError as error:
        raise EngineError(
            "The picture “{path}” cannot be read ({reason}).",
            "Generate that panel again, or bring the file back.",
            path=path,
            reason=error,
        ) from error
