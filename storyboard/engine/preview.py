"""Rough pictures of panels on their way: latents to RGB by one linear map, fitted once a model."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import adaptive_avg_pool2d

from storyboard.engine.request import GenerationRequest
from storyboard.progress import Preview

PATTERNS = ((2, Image.Resampling.NEAREST), (3, Image.Resampling.BICUBIC)) * 6  # cells a side
PATTERN_PIXELS = 128
RIDGE = 0.05  # keeps the weights small, as pictures are not made of patches
STOCHASTIC = ("Ancestral", "LCM", "SDE")  # samplers that add new noise at every step

Encode = Callable[[Image.Image, int, int], Tensor]


class Tint:
    """The linear map from a latent pixel to a colour, fitted when it is first needed.

    A latent pixel keeps much of the mean colour of the square of pixels it stands for, so ridge
    regression over a few patterns finds a map that is good enough to see what is coming.
    """

    def __init__(self, encode: Encode) -> None:
        """`encode` gives the latents (1, C, h, w) of a picture cut to a width and a height."""
        self.encode = encode

    @cached_property
    def map(self) -> Tensor:
        """(C + 1, 3): a weight for each channel, and a constant."""
        pictures = _patterns()
        latents = torch.cat([self.encode(one, *one.size) for one in pictures]).float().cpu()
        colors = torch.stack([_pixels(one) for one in pictures])
        means = adaptive_avg_pool2d(colors, (latents.shape[-2], latents.shape[-1]))
        known, wanted = _with_one(_rows(latents)), _rows(means)
        square = known.T @ known + RIDGE * len(known) * torch.eye(known.shape[1])
        return torch.linalg.solve(square, known.T @ wanted)

    def colors(self, latents: Tensor) -> Tensor:
        """(N, h, w, 3) bytes of latents (N, C, h, w)."""
        shape = latents.shape
        rgb = _with_one(_rows(latents.float().cpu())) @ self.map
        rows = rgb.reshape(shape[0], *shape[-2:], 3)
        return (rows.nan_to_num(0.5).clamp(0, 1) * 255).round().to(torch.uint8)


def _patterns() -> list[Image.Image]:
    """Patches and slopes in colours as soft as those of pictures, the same ones every time."""
    generator = torch.Generator().manual_seed(0)
    made = []
    for cells, blend in PATTERNS:
        patches = torch.rand(cells, cells, 3, generator=generator)
        softer = (patches + patches.mean(-1, keepdim=True)) / 2
        spread = ((softer - 0.5) * 1.4 + 0.5).clamp(0, 1)
        small = Image.fromarray((spread * 255).to(torch.uint8).numpy())
        made.append(small.resize((PATTERN_PIXELS, PATTERN_PIXELS), blend))
    return made


def _pixels(picture: Image.Image) -> Tensor:
    """(3, H, W) in 0 to 1."""
    flat = torch.frombuffer(bytearray(picture.tobytes()), dtype=torch.uint8)
    return flat.reshape(picture.height, picture.width, 3).permute(2, 0, 1) / 255


def _rows(images: Tensor) -> Tensor:
    """(N, C, h, w) as N h w rows of C."""
    return images.movedim(1, -1).reshape(-1, images.shape[1])


def _with_one(rows: Tensor) -> Tensor:
    return torch.cat([rows, torch.ones(len(rows), 1)], dim=1)


class Previews:
    """Looks at the panels of one request after each step, when somebody asks."""

    def __init__(
        self, request: GenerationRequest, scheduler: Any, tint: Tint, latents: Tensor
    ) -> None:
        """`latents` as the pipeline is given them, which scales them by the first sigma."""
        self.panels = [one.panel for one in request.panels]
        self.scheduler, self.tint = scheduler, tint
        self.straight = not any(word in type(scheduler).__name__ for word in STOCHASTIC)
        self.last = latents[: len(self.panels)] * scheduler.init_noise_sigma

    def after(self, step: int, latents: Tensor) -> Callable[[], tuple[Preview, ...]]:
        """`latents` as they are when `step` steps are done; the look itself costs a little."""
        before, self.last = self.last, latents[: len(self.panels)]
        return partial(self._look, step, before, self.last)

    def _look(self, step: int, before: Tensor, latents: Tensor) -> tuple[Preview, ...]:
        colors = self.tint.colors(self._clean(step, before, latents))
        height, width = colors.shape[1:3]
        return tuple(
            Preview(panel, width, height, one.numpy().tobytes())
            for panel, one in zip(self.panels, colors, strict=True)
        )

    def _clean(self, step: int, before: Tensor, latents: Tensor) -> Tensor:
        """What the picture will be if the sampler goes straight on.

        x = a x0 + s e holds before and after a step of a deterministic sampler with the same x0
        and e (DDIM, arXiv 2010.02502, equation 12): two equations, solved for x0.
        """
        if step >= len(self.scheduler.timesteps) or not self.straight:
            return latents
        (a, s), (a_now, s_now) = self._weights(step - 1), self._weights(step)
        both = a * s_now - a_now * s
        return latents if abs(both) < 1e-4 else (s_now * before - s * latents) / both

    def _weights(self, step: int) -> tuple[float, float]:
        """How much of the picture and how much noise there is before `step`."""
        time = self.scheduler.timesteps[step : step + 1].cpu()
        one, none = torch.ones(1), torch.zeros(1)
        picture = self.scheduler.add_noise(one, none, time)
        return float(picture), float(self.scheduler.add_noise(none, one, time))
