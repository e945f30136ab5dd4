"""Makes the frames between two panels: a short denoising loop over a video UNet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Literal

import numpy as np
import torch
from diffusers import DDIMScheduler, UNetMotionModel
from numpy.typing import NDArray
from PIL import Image, ImageOps
from torch import Tensor

from storyboard.engine.engine import Engine
from storyboard.engine.prompts import encoded
from storyboard.motion.card import MotionCard
from storyboard.motion.eye import Eye, Pictures
from storyboard.motion.loop import Loop
from storyboard.motion.predictor import SemanticMotionPredictor, interpolated
from storyboard.motion.request import MotionError, TransitionEnd, TransitionRequest
from storyboard.motion.told import Told
from storyboard.progress import Preview, Progress, Report

AT_ONCE = 8  # frames decoded together
MOST = 24 * 60  # frames of a transition
MOVED = 0.15  # of 2, from black to white: by so much a moving thing changes a pixel

Way = Literal["predicted", "linear", "nothing"]
Project = Callable[[Tensor], Tensor]  # (n, N, D) tokens to (n, M, C) that the UNet reads


@dataclass
class MotionModel:
    """All parts that make a transition, on one device.

    `beside` says that an IP-Adapter reads the seen tokens beside the text; otherwise they stand
    behind the text in one sequence, as in the paper.
    """

    engine: Engine
    unet: UNetMotionModel
    scheduler: DDIMScheduler
    eye: Eye
    predictor: SemanticMotionPredictor
    project: Project
    card: MotionCard
    beside: bool = False

    def frames(self, request: TransitionRequest, report: Report) -> Pictures:
        """(n + 2, height, width, 3): the first panel, the n frames between, the last panel.

        The size is the request's, made to suit the model. `report` is called at every step, with
        a preview of the middle frame, and may raise Cancelled. Raises MotionError.
        """
        _check(request)
        size = self.size_for(request.width, request.height)
        ends = np.stack([_fitted(end, size) for end in (request.start, request.end)])
        return self.clip(ends, request, report)

    def clip(
        self,
        ends: Pictures,
        request: TransitionRequest,
        report: Report,
        way: Way = "predicted",
    ) -> Pictures:
        """The same from two pictures (2, height, width, 3) of a size the model can make.

        way  whether the frames read predicted tokens, or merely interpolated ones, or none
        """
        length = request.frames + 2
        with torch.inference_mode():
            told = self._told(request, ends, length, way)
            made = self._filled(request, ends, (told, self._untold(told)), report)
            latents = torch.cat([made[row] for row in range(length)])
            between = _bytes(sharpened(self._decoded(latents), ends))[1:-1]
        return np.concatenate([ends[:1], between, ends[1:]])

    def predicted(self, ends: Pictures, length: int) -> Tensor:
        """P_1 .. P_L (L, N, D) of two pictures."""
        tokens = self.eye.tokens(ends)
        return self.predictor(tokens[:1], tokens[1:], length)[0]

    def _told(self, request: TransitionRequest, ends: Pictures, length: int, way: Way) -> Told:
        text = self._text(request.start.prompt, request.end.prompt, length)
        if way == "nothing":
            return self._unseeing(text)
        tokens = self.predicted(ends, length)
        if way == "linear":
            tokens = interpolated(tokens[:1], tokens[-1:], length)[0]
        return Told(text, self.project(tokens))

    def _untold(self, told: Told) -> Told:
        """The other half of guidance: no text and no tokens."""
        return self._unseeing(self._text("", "", len(told.text)))

    def _unseeing(self, text: Tensor) -> Told:
        """Without tokens; those of an IP-Adapter are what it makes of zeros."""
        if not self.beside:
            return Told(text)
        places, channels = self.eye.shape
        return Told(text, self.project(text.new_zeros(len(text), places, channels)))

    def _text(self, first: str, last: str, length: int) -> Tensor:
        """(L, 77 k, C): from what the first panel shows to what the last does."""
        states = encoded(self.engine.pipe, [first, last], [""])["prompt_embeds"]
        return interpolated(states[:1], states[1:], length)[0]

    def _filled(
        self,
        request: TransitionRequest,
        ends: Pictures,
        told: tuple[Told, Told],
        report: Report,
    ) -> dict[int, Tensor]:
        """Clean latents (1, C, h, w) of all frames, a long clip from coarse to fine."""
        last = request.frames + 1
        made = {row: self.latents(end) for row, end in zip((0, last), ends, strict=True)}
        passes = list(passes_over(0, last, self.card.frames))
        steps = len(passes) * request.steps
        guidance = self.card.guidance if request.guidance is None else request.guidance
        for row, rows in enumerate(passes):
            generator = torch.Generator().manual_seed((request.seed + 7919 * row) % 2**63)
            halves = told[0].of(rows), told[1].of(rows)
            loop = Loop(self.unet, self.scheduler, self.card, halves, guidance, generator,
                        beside=self.beside)  # fmt: skip

            def seen(step: int, middle: Tensor, begun: int = row * request.steps) -> None:
                look = partial(self._look, request.start.panel, middle)
                report(Progress(begun + step, steps, look))

            latents = loop.run(made[rows[0]], made[rows[-1]], request.steps, seen)
            made |= {rows[place]: latents[:, :, place] for place in range(1, len(rows) - 1)}
        report(Progress(steps, steps))
        return made

    def _look(self, panel: str, middle: Tensor) -> tuple[Preview, ...]:
        """What a frame (1, C, h, w) looks like so far."""
        (rgb,) = self.engine.tint.colors(middle)
        return (Preview(panel, rgb.shape[1], rgb.shape[0], rgb.numpy().tobytes()),)

    def latents(self, picture: NDArray[np.uint8]) -> Tensor:
        """(1, C, h, w) of a picture (height, width, 3) of a size the model can make."""
        height, width = picture.shape[:2]
        return self.engine.encode(Image.fromarray(picture), width, height)

    def _decoded(self, latents: Tensor) -> Tensor:
        """(n, C, h, w) to pictures (n, 3, height, width), about -1 .. 1."""
        vae = self.engine.pipe.vae
        scaled = latents.to(vae.dtype) / vae.config.scaling_factor
        return torch.cat([vae.decode(part).sample.float() for part in scaled.split(AT_ONCE)])

    def size_for(self, width: int, height: int) -> tuple[int, int]:
        """Sides the model can make, in the same ratio, no larger than it was taught."""
        step = self.engine.pipe.vae_scale_factor
        taught = self.unet.config.sample_size
        high, wide = (taught, taught) if isinstance(taught, int) else taught
        scale = min(1.0, (high * wide * step * step / (width * height)) ** 0.5)
        sides = (max(2, round(side * scale / step)) * step for side in (width, height))
        return next(sides), next(sides)


def sharpened(painted: Tensor, ends: Pictures) -> Tensor:
    """What the autoencoder lost of both ends is given back to frames that look as they do.

    painted (L, 3, height, width), decoded, the ends included; ends (2, height, width, 3), as given.
    Where nothing moves, a frame is as sharp as the panels, and a clip joins them without a seam.
    """
    given = torch.from_numpy(ends).permute(0, 3, 1, 2).to(painted) / 127.5 - 1
    lost = given - painted[[0, -1]]
    plain, lost = (interpolated(rows[:1], rows[-1:], len(painted))[0] for rows in (painted, lost))
    still = torch.exp((plain - painted).abs().mean(1, keepdim=True) / -MOVED)
    return painted + still * lost


def passes_over(first: int, last: int, most: int) -> Iterator[tuple[int, ...]]:
    """The rows of each clip to make, at most `most` long, whose first and last are there by then.

    A long clip is made coarsely, then each of its gaps between two frames that are known.
    """
    count = last - first + 1
    if count < 3:
        return
    if count <= most:
        yield tuple(range(first, last + 1))
        return
    coarse = sorted({first + round(row * (count - 1) / (most - 1)) for row in range(most)})
    yield tuple(coarse)
    for before, after in pairwise(coarse):
        yield from passes_over(before, after, most)


def _check(request: TransitionRequest) -> None:
    if not 1 <= request.frames <= MOST:
        raise MotionError(
            "A transition cannot have {frames} frames.",
            "Choose a length of 1 to {most} frames.",
            frames=request.frames,
            most=MOST,
        )
    if request.steps < 1:
        raise MotionError("A transition takes at least one step.", "Choose 16 steps.")
    if min(request.width, request.height) < 1:
        raise MotionError("The panels have no size.", "Give the project a size of at least 64 px.")


def _fitted(end: TransitionEnd, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The middle of the panel's picture, as the film shows it."""
    try:
        with Image.open(end.picture) as picture:
            fitted = ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError) as error:
        raise MotionError(
            "The picture “{picture}” cannot be read ({reason}).",
            "Generate that panel again, or bring the file back.",
            picture=end.picture,
            reason=error,
        ) from error
    return np.asarray(fitted)


def _bytes(decoded: Tensor) -> Pictures:
    pixels = (decoded.clamp(-1, 1) + 1) * 127.5
    return pixels.round().byte().permute(0, 2, 3, 1).cpu().numpy()
