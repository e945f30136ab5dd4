"""Anchors: finished pictures whose latents run in lock-step beside the panels that read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from storyboard.engine.request import Anchor, EngineError


class Anchors:
    """The latents of a request's anchors, at the noise of every step (q(x_t | x_0) of DDPM).

    Their noise is seeded from the hash of their picture: the same anchor is always the same.
    """

    def __init__(
        self,
        anchors: Sequence[Anchor],
        scheduler: Any,
        encode: Callable[[Image.Image], Tensor],
        noise: Callable[[int], Tensor],
    ) -> None:
        """`encode` gives a picture's latents, `noise` the noise of a seed; both (1, C, h, w)."""
        self.scheduler = scheduler
        self.clean = [encode(_opened(anchor)) for anchor in anchors]
        self.noise = [noise(int(anchor.sha256[:15], 16)) for anchor in anchors]

    def first(self) -> list[Tensor]:
        """The pipeline scales what it is given by the scheduler's first sigma; undo that here."""
        return [latents / self.scheduler.init_noise_sigma for latents in self._at(0)]

    def renoised(self, latents: Tensor, step: int) -> Tensor:
        """The batch with the anchors' rows as they are before `step`, whatever they became."""
        if not self.clean or step >= len(self.scheduler.timesteps):
            return latents
        return torch.cat([latents[: -len(self.clean)], *self._at(step)])

    def _at(self, step: int) -> list[Tensor]:
        time = self.scheduler.timesteps[step : step + 1]
        return [self._noisy(clean, noise, time)
                for clean, noise in zip(self.clean, self.noise, strict=True)]  # fmt: skip

    def _noisy(self, clean: Tensor, noise: Tensor, time: Tensor) -> Tensor:
        if not hasattr(self.scheduler, "sigmas_interpol"):
            return self.scheduler.add_noise(clean, noise, time)
        scale = self.scheduler.scale_model_input(torch.ones_like(clean), time[0])
        return clean + noise * (scale**-2 - 1).sqrt()  # KDPM2's half steps: scale^-2 = sigma^2 + 1


def _opened(anchor: Anchor) -> Image.Image:
    try:
        with Image.open(anchor.picture) as picture:
            return picture.convert("RGB")
    except OSError as error:
        raise EngineError(
            f"The picture “{anchor.picture}” cannot be read ({error}).",
            "Generate that panel again, or bring the file back.",
        ) from error
