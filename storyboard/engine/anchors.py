"""Anchors: finished pictures whose latents run in lock-step beside the panels that read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from storyboard.engine.latents import Latents, schedule_of, unpacked
from storyboard.engine.png import latents_in
from storyboard.engine.request import Anchor, EngineError


@dataclass(frozen=True, slots=True)
class Studio:
    """What anchors need of the model: its latents of a picture, its noise of a seed, (1, C, h, w).

    autoencoder  its hash; latents of another one would say something else
    """

    scheduler: Any
    autoencoder: str
    encode: Callable[[Image.Image], Tensor]
    noise: Callable[[int], Tensor]


class Anchors:
    """The latents of a request's anchors at every step.

    A picture that carries the latents before every step, made with the same sampler and as many
    steps, gives exactly those. Else its final latents are re-noised (q(x_t | x_0) of DDPM); they
    are those it carries, or those of the encoded picture, whoever drew it. The noise is seeded from
    the hash of the picture: the same anchor is always the same.
    """

    def __init__(self, anchors: Sequence[Anchor], studio: Studio) -> None:
        self.scheduler = studio.scheduler
        self.lines = [_line(anchor, studio) for anchor in anchors]

    def __len__(self) -> int:
        return len(self.lines)

    def first(self) -> list[Tensor]:
        """The pipeline scales what it is given by the scheduler's first sigma; undo that here."""
        return [latents / self.scheduler.init_noise_sigma for latents in self._at(0)]

    def at(self, step: int, latents: Tensor) -> Tensor:
        """The batch with the anchors' rows as they are before `step`, whatever they became."""
        if not self.lines or step >= len(self.scheduler.timesteps):
            return latents
        return torch.cat([latents[: -len(self.lines)], *self._at(step)])

    def _at(self, step: int) -> list[Tensor]:
        return [line.trail[step][None] if line.trail is not None else self._noisy(line, step)
                for line in self.lines]  # fmt: skip

    def _noisy(self, line: _Line, step: int) -> Tensor:
        time = self.scheduler.timesteps[step : step + 1]
        if not hasattr(self.scheduler, "sigmas_interpol"):
            return self.scheduler.add_noise(line.clean, line.noise, time)
        scale = self.scheduler.scale_model_input(torch.ones_like(line.clean), time[0])
        sigma = (scale**-2 - 1).sqrt()  # of KDPM2's half steps, which add_noise does not know
        return line.clean + line.noise * sigma


@dataclass(frozen=True, slots=True)
class _Line:
    """One anchor: final latents and noise (1, C, h, w), and those before each step if known."""

    clean: Tensor
    noise: Tensor
    trail: Tensor | None


def _line(anchor: Anchor, studio: Studio) -> _Line:
    noise = studio.noise(int(anchor.sha256[:15], 16))
    picture, kept = _opened(anchor)
    if kept is None or kept.autoencoder != studio.autoencoder or kept.end.shape != noise.shape[1:]:
        return _Line(studio.encode(picture), noise, None)
    same = kept.trail is not None and kept.schedule == schedule_of(studio.scheduler)
    return _Line(kept.end[None].to(noise), noise, kept.trail.to(noise) if same else None)  # type: ignore[union-attr]


def _opened(anchor: Anchor) -> tuple[Image.Image, Latents | None]:
    """An anchor's picture, and the latents it carries."""
    try:
        with Image.open(anchor.picture) as picture:
            carried = latents_in(picture)
            return picture.convert("RGB"), unpacked(carried) if carried else None
    except OSError as error:
        raise EngineError(
            f"The picture “{anchor.picture}” cannot be read ({error}).",
            "Generate that panel again, or bring the file back.",
        ) from error
