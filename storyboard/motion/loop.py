"""The denoising loop of one clip: noise to frames between two that are known."""

from __future__ import annotations

from collections.abc import Callable

import torch
from diffusers import DDIMScheduler, UNetMotionModel
from torch import Tensor

from storyboard.motion.card import MotionCard
from storyboard.motion.predictor import interpolated
from storyboard.motion.request import MotionError
from storyboard.motion.told import Told
from storyboard.motion.video_unet import ask

Seen = Callable[[int, Tensor], None]


class Loop:
    """One clip from noise: v-prediction or epsilon, with classifier-free guidance."""

    def __init__(
        self,
        unet: UNetMotionModel,
        scheduler: DDIMScheduler,
        card: MotionCard,
        told: tuple[Told, Told],
        guidance: float,
        generator: torch.Generator,
        *,
        beside: bool,
    ) -> None:
        """`told` is what is asked for, and what guidance leads away from."""
        self.unet, self.card, self.beside = unet, card, beside
        self.scheduler = DDIMScheduler.from_config(scheduler.config)
        self.told, self.untold = told
        self.guidance, self.generator = guidance, generator

    def run(self, first: Tensor, last: Tensor, steps: int, seen: Seen) -> Tensor:
        """Latents (1, C, L, h, w) of the clip that begins with `first` and ends with `last`.

        `seen` is given the step and what the middle frame is taken for, before each step.
        """
        ends = torch.stack([first, last], dim=2)  # (1, C, 2, h, w)
        noise = self._noise(first)
        times = self._times(steps, first.device)
        clean = interpolated(first, last, noise.shape[2]).transpose(1, 2)  # as a dissolve
        latents = self.scheduler.add_noise(clean, noise, times[:1])
        for step, time in enumerate(times):
            seen(step, clean[:, :, latents.shape[2] // 2])
            latents = self._with_ends(latents, ends, noise, time)
            made = self.scheduler.step(self._guided(latents, time), time, latents)
            latents, clean = made.prev_sample, made.pred_original_sample
        if not torch.isfinite(latents).all():
            raise MotionError(
                "The model's numbers overflowed; no transition was made.", "Lower the guidance."
            )
        return torch.cat([ends[:, :, :1], latents[:, :, 1:-1], ends[:, :, 1:]], dim=2)

    def _times(self, steps: int, device: torch.device) -> Tensor:
        """So many steps of the schedule, from where the card begins in it."""
        self.scheduler.set_timesteps(max(steps, round(steps / self.card.begin)), device=device)
        times: Tensor = self.scheduler.timesteps[-steps:]
        return times

    def _noise(self, like: Tensor) -> Tensor:
        """(1, C, L, h, w), drawn on the CPU whatever the device."""
        _, channels, height, width = like.shape
        shape = (1, channels, len(self.told.text), height, width)
        return mixed_noise(shape, self.card.common, self.generator).to(like)

    def _with_ends(self, latents: Tensor, ends: Tensor, noise: Tensor, time: Tensor) -> Tensor:
        """The first and the last frame are the panels, whatever was made of them."""
        if self.card.ends == "noised":
            outer = torch.cat([noise[:, :, :1], noise[:, :, -1:]], dim=2)
            ends = self.scheduler.add_noise(ends, outer, time[None])
        return torch.cat([ends[:, :, :1], latents[:, :, 1:-1], ends[:, :, 1:]], dim=2)

    def _guided(self, latents: Tensor, time: Tensor) -> Tensor:
        asked = self._predicted(latents, time, self.told)
        if self.guidance == 1:
            return asked
        unasked = self._predicted(latents, time, self.untold)
        return unasked + self.guidance * (asked - unasked)

    def _predicted(self, latents: Tensor, time: Tensor, told: Told) -> Tensor:
        scaled = self.scheduler.scale_model_input(latents, time)
        return ask(self.unet, scaled, time, told, beside=self.beside)


def mixed_noise(
    shape: tuple[int, ...], common: float, generator: torch.Generator | None = None
) -> Tensor:
    """(B, C, L, h, w) of unit variance, of which a share is the same in all frames of a clip
    (mixed noise of PYoCo, arXiv 2305.10474): frames that begin alike end alike."""
    own = torch.randn(shape, generator=generator)
    same = torch.randn((*shape[:2], 1, *shape[3:]), generator=generator)
    return (1 - common) ** 0.5 * own + common**0.5 * same


def holding_the_dissolve(
    noise: Tensor, clean: Tensor, scheduler: DDIMScheduler, begin: float
) -> Tensor:
    """Noise that leads from a dissolve, where a clip begins, to what is true; all (B, C, L, h, w).

    A clip begins as a dissolve D, noised up to the time b. Trained on noised true frames F alone,
    a UNet takes the ghosts of a dissolve for true ones. So what the loop begins with is put into
    the noise that is learnt from:

        e' = e + (alpha_b / sigma_b) (D - F)        alpha_b F + sigma_b e' = alpha_b D + sigma_b e

    DDIM keeps its noise from step to step, so at every time between it meets what was learnt: the
    bridge of I2SB (Liu et al., arXiv 2302.05872), from the dissolve to the film.
    """
    kept = scheduler.alphas_cumprod[max(0, round(begin * len(scheduler.alphas_cumprod)) - 1)]
    dissolve = interpolated(clean[:, :, 0], clean[:, :, -1], clean.shape[2]).transpose(1, 2)
    return noise + (kept / (1 - kept)).sqrt().to(noise) * (dissolve - clean)
