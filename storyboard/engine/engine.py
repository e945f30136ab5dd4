"""The engine: a Stable Diffusion checkpoint, loaded once, that draws the panels of a story."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from diffusers import DiffusionPipeline
from PIL import Image, ImageOps
from torch import Tensor

from storyboard.engine import checkpoint
from storyboard.engine.anchors import Known, Line, Studio, line_of_anchor, line_of_start
from storyboard.engine.consistency import Sharing, seeded_draw, share_attention
from storyboard.engine.device import best_device, best_precision, checked_device, device_name
from storyboard.engine.hub import on_this_machine
from storyboard.engine.latents import Trail, packed, schedule_of
from storyboard.engine.loading import load
from storyboard.engine.lora import use_loras
from storyboard.engine.memory import Thrift, free, is_full
from storyboard.engine.png import LATENTS
from storyboard.engine.preview import Previews, Tint
from storyboard.engine.prompts import encoded
from storyboard.engine.reads import following, panels_read_their_cast
from storyboard.engine.recipe import Provenance
from storyboard.engine.request import Anchor, EngineError, GenerationRequest, Lora, PanelRequest
from storyboard.engine.routing import routing_of
from storyboard.progress import Progress, Report
from storyboard.told import Sentence

logger = logging.getLogger(__name__)

LIBRARIES = ("torch", "diffusers", "transformers", "peft", "safetensors")


@dataclass(frozen=True, slots=True)
class Made:
    """A finished picture and the id of its panel."""

    panel: str
    picture: Image.Image


class Engine:
    """One model on one device. Raises EngineError where the folder is no usable model.

    The stock diffusers pipeline samples; what is ours are its attention processors and the
    callback that tells them the step.
    """

    def __init__(
        self, model: Path, device: str | None = None, precision: torch.dtype | None = None
    ) -> None:
        self.model = on_this_machine(model)
        self.device = checked_device(device) if device else best_device()
        self.precision = precision or best_precision(self.device)
        self.pipe = load(self.model, self.precision)
        self.loras: tuple[Lora, ...] = ()
        self.thrift = Thrift(self.pipe, self.device)
        self.tint = Tint(self.encode)

    @property
    def provenance(self) -> Provenance:
        """What has drawn the last pictures, and how thriftily."""
        return replace(self._provenance, thrift=self.thrift.taken)

    @cached_property
    def _provenance(self) -> Provenance:
        return Provenance(
            files=checkpoint.hashes(self.model),
            sampler=type(self.pipe.scheduler).__name__,
            device=device_name(self.device),
            precision=str(self.precision).removeprefix("torch."),
            versions={name: version(name) for name in LIBRARIES},
        )

    def generate(
        self,
        request: GenerationRequest,
        report: Report,
        tell: Callable[[Sentence], None] = logger.info,
    ) -> tuple[Made, ...]:
        """Draws the panels of a request together, each from the noise of its own seed.

        `report` is called before the first and after every step and may raise Cancelled. The
        same request on the same machine gives the same pictures. Where the memory is full the
        request is drawn again more thriftily, which `tell` is told; EngineError if that is not
        enough.
        """
        self._check(request)
        self.use(request.loras)
        while True:
            try:
                return self._draw(request, report)
            except (RuntimeError, MemoryError) as error:
                if not is_full(error):
                    raise
                full = _does_not_fit(request)
            free()  # outside the handler, whose error still holds the tensors
            said = self.thrift.more()
            if said is None:
                raise full
            tell(said)

    def _draw(self, request: GenerationRequest, report: Report) -> tuple[Made, ...]:
        self.thrift.suit(request.width, request.height, len(everyone_in(request)))
        sharing = self._sharing(request)
        with (
            torch.inference_mode(),
            self.thrift.stepping(sharing),
            share_attention(self.pipe.unet, sharing),
        ):
            pictures = self._sample(request, sharing, report)
        return tuple(
            Made(panel.panel, picture)
            for panel, picture in zip(request.panels, pictures, strict=False)
        )

    @cached_property
    def autoencoder(self) -> str:
        """The hash of what decodes latents: its own, or that of the model's one file."""
        files = self.provenance.files
        own = [digest for name, digest in files.items() if name.startswith("vae/")]
        return sha256("".join(own or files.values()).encode()).hexdigest()

    def _sharing(self, request: GenerationRequest) -> Sharing:
        """What this one request shares; nothing of it outlives the request."""
        everyone = everyone_in(request)
        step, routing = self.pipe.vae_scale_factor, None
        if request.consistency.routing:
            size = (request.height // step, request.width // step)
            routing = routing_of(everyone, self.pipe.tokenizer, size)
        casts = [frozenset(one.cast) for one in everyone]
        models = len(everyone) - len(request.panels)
        places = [one.place if routing else "" for one in everyone]
        reads = panels_read_their_cast(casts, models, places)
        draw = seeded_draw(request.story_seed, [one.panel for one in everyone])
        self.pipe.scheduler.set_timesteps(request.steps, device=self.device)
        steps = len(self.pipe.scheduler.timesteps)  # some samplers take more than asked for
        alone = int(request.consistency.guided and request.guidance > 1)
        led = following(reads, casts, models)
        return Sharing(request.consistency, reads, draw, steps, routing, alone, led)

    def use(self, loras: tuple[Lora, ...]) -> None:
        """Exactly these LoRA files on the model, until others are asked for."""
        if loras != self.loras:
            self.loras = ()
            use_loras(self.pipe, loras)
            self.loras = loras

    def _check(self, request: GenerationRequest) -> None:
        step = self.pipe.vae_scale_factor
        if request.width % step or request.height % step or min(request.width, request.height) < 64:
            raise EngineError(
                "This model cannot draw pictures of {width} x {height} px.",
                "Choose a width and a height of at least 64 px that are multiples of {step}.",
                width=request.width,
                height=request.height,
                step=step,
            )
        if request.steps < 1:
            raise EngineError("A picture takes at least one step.", "Choose 25 steps.")
        if any(one.start and not 0 <= one.start.strength <= 1 for one in request.drawn):
            raise EngineError(
                "How much of a picture is drawn anew is said by a number from 0 to 1.",
                "Choose 0.6.",
            )

    def _sample(
        self, request: GenerationRequest, sharing: Sharing, report: Report
    ) -> Sequence[Image.Image]:
        scheduler = self.pipe.scheduler
        studio = Studio(
            scheduler,
            self.autoencoder,
            lambda picture: self.encode(picture, request.width, request.height),
            lambda seed: self._noise(request, _generator(seed)),
        )
        generators = [_generator(one.seed) for one in request.drawn]
        fresh = [self._noise(request, generator) for generator in generators]
        known = Known(_known(request, studio, fresh), scheduler)
        latents = known.first(torch.cat([*fresh, *fresh[:1] * len(request.anchors)]))
        previews = Previews(request, scheduler, self.tint, latents)
        trail = Trail(request.trails, latents * scheduler.init_noise_sigma)
        report(Progress(0, sharing.steps))

        def after_step(
            pipe: DiffusionPipeline, step: int, time: Any, state: dict[str, Tensor]
        ) -> dict[str, Tensor]:
            if not torch.isfinite(state["latents"]).all():
                raise _overflowed(step + 1, self.precision)
            look = previews.after(step + 1, state["latents"])
            report(Progress(step + 1, sharing.steps, look))
            sharing.begin_step(step + 1)
            latents = known.at(step + 1, state["latents"])
            trail.after_step(latents)
            return {"latents": latents}

        negatives = [panel.negative for panel in request.drawn] + [""] * len(request.anchors)
        prompts = [one.prompt for one in everyone_in(request)]
        made = self.pipe(
            **encoded(self.pipe, prompts, negatives),
            width=request.width,
            height=request.height,
            num_inference_steps=request.steps,
            guidance_scale=request.guidance,
            generator=[*generators, *(_generator(0) for _ in request.anchors)],
            latents=latents,
            callback_on_step_end=after_step,
        )  # fmt: skip
        schedule = schedule_of(scheduler)
        for row, picture in enumerate(made.images):
            picture.info[LATENTS] = packed(trail.row(row, self.autoencoder, schedule))
        return made.images

    def _noise(self, request: GenerationRequest, generator: torch.Generator) -> Tensor:
        """(1, C, h, w) of standard noise, drawn on the CPU whatever the device."""
        step = self.pipe.vae_scale_factor
        shape = (
            1,
            self.pipe.unet.config.in_channels,
            request.height // step,
            request.width // step,
        )
        return torch.randn(shape, generator=generator).to(self.device, self.precision)

    def encode(self, picture: Image.Image, width: int, height: int) -> Tensor:
        """Latents (1, C, h, w), as the UNet knows them, of a picture cut to width x height px."""
        fitted = ImageOps.fit(picture.convert("RGB"), (width, height), Image.Resampling.LANCZOS)
        pixels = self.pipe.image_processor.preprocess(fitted).to(self.device, self.precision)
        encoded = self.pipe.vae.encode(pixels)
        latents = encoded.latent_dist.mode() if hasattr(encoded, "latent_dist") else encoded.latents
        return latents * self.pipe.vae.config.scaling_factor


def _known(request: GenerationRequest, studio: Studio, fresh: Sequence[Tensor]) -> dict[int, Line]:
    """What is known of the rows of a batch, by their number; `fresh` is the noise of each panel."""
    starts = [
        (row, line_of_start(one.start, fresh[row], studio))
        for row, one in enumerate(request.drawn)
        if one.start
    ]
    anchors = [line_of_anchor(anchor, studio) for anchor in request.anchors]
    return dict([*starts, *enumerate(anchors, start=len(fresh))])


def _does_not_fit(request: GenerationRequest) -> EngineError:
    return EngineError(
        "{count} pictures of {width} x {height} px do not fit in the memory of this device.",
        "Choose a smaller size or fewer panels at once.",
        count=len(everyone_in(request)),
        width=request.width,
        height=request.height,
    )


def _overflowed(step: int, precision: torch.dtype) -> EngineError:
    number = str(precision).removeprefix("torch.")
    return EngineError(
        "The model's numbers overflowed at step {step} ({number}); no picture was made.",
        "Lower the guidance, leave out a LoRA, or choose another model.",
        step=step,
        number=number,
    )


def everyone_in(request: GenerationRequest) -> list[PanelRequest | Anchor]:
    """The rows of a batch: the new panels, the portraits, then the anchors."""
    return [*request.drawn, *request.anchors]


def _generator(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed % 2**64)
