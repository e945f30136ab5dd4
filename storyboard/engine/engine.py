"""The engine: a Stable Diffusion checkpoint, loaded once, that draws the panels of a story."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from diffusers import DiffusionPipeline
from PIL import Image, ImageOps
from torch import Tensor

from storyboard.engine import checkpoint
from storyboard.engine.consistency import (
    Sharing,
    panels_read_their_cast,
    seeded_draw,
    share_attention,
)
from storyboard.engine.lora import use_loras
from storyboard.engine.memory import Thrift, free, is_full
from storyboard.engine.prompts import encoded
from storyboard.engine.recipe import Provenance
from storyboard.engine.request import Anchor, EngineError, GenerationRequest, Lora, PanelRequest
from storyboard.engine.single_file import load_single_file
from storyboard.progress import Progress, Report

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

    def __init__(self, model: Path, device: str | None = None) -> None:
        self.model = model
        self.device = device or best_device()
        self.precision = torch.float32 if self.device == "cpu" else torch.float16
        self.pipe = _load(model, self.precision, self.device)
        self.loras: tuple[Lora, ...] = ()
        self.thrift = Thrift(self.pipe, self.device)

    @cached_property
    def provenance(self) -> Provenance:
        return Provenance(
            files=checkpoint.hashes(self.model),
            sampler=type(self.pipe.scheduler).__name__,
            device=device_name(self.device),
            precision=str(self.precision).removeprefix("torch."),
            versions={name: version(name) for name in LIBRARIES},
        )

    def generate(
        self, request: GenerationRequest, report: Report, tell: Callable[[str], None] = logger.info
    ) -> tuple[Made, ...]:
        """Draws the panels of a request together, each from the noise of its own seed.

        `report` is called before the first and after every step and may raise Cancelled. The
        same request on the same machine gives the same pictures. Where the memory is full the
        request is drawn again more thriftily, which `tell` is told; EngineError if that is not
        enough.
        """
        self._check(request)
        self._use(request.loras)
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
        everyone = everyone_in(request)
        ids = [one.panel for one in everyone]
        casts = [frozenset(one.cast) for one in everyone]
        reads = panels_read_their_cast(casts, len(everyone) - len(request.panels))
        draw = seeded_draw(request.story_seed, ids)
        self.pipe.scheduler.set_timesteps(request.steps, device=self.device)
        steps = len(self.pipe.scheduler.timesteps)  # some samplers take more than asked for
        sharing = Sharing(request.consistency, reads, draw, steps)
        with torch.inference_mode(), share_attention(self.pipe.unet, sharing):
            pictures = self._sample(request, sharing, report)
        return tuple(
            Made(panel.panel, picture)
            for panel, picture in zip(request.panels, pictures, strict=False)
        )

    def _use(self, loras: tuple[Lora, ...]) -> None:
        if loras != self.loras:
            self.loras = ()
            use_loras(self.pipe, loras)
            self.loras = loras

    def _check(self, request: GenerationRequest) -> None:
        step = self.pipe.vae_scale_factor
        if request.width % step or request.height % step or min(request.width, request.height) < 64:
            raise EngineError(
                f"This model cannot draw pictures of {request.width} x {request.height} px.",
                f"Choose a width and a height of at least 64 px that are multiples of {step}.",
            )
        if request.steps < 1:
            raise EngineError("A picture takes at least one step.", "Choose 25 steps.")

    def _sample(
        self, request: GenerationRequest, sharing: Sharing, report: Report
    ) -> Sequence[Image.Image]:
        anchors = _Anchors(self, request)
        generators = [_generator(panel.seed) for panel in request.drawn]
        fresh = [self._noise(request, generator) for generator in generators]
        latents = torch.cat([*fresh, *anchors.first()])
        report(Progress(0, sharing.steps))

        def after_step(
            pipe: DiffusionPipeline, step: int, time: Any, state: dict[str, Tensor]
        ) -> dict[str, Tensor]:
            if not torch.isfinite(state["latents"]).all():
                raise _overflowed(step + 1, self.precision)
            report(Progress(step + 1, sharing.steps))
            sharing.begin_step(step + 1)
            return {"latents": anchors.renoised(state["latents"], step + 1)}

        negatives = [panel.negative for panel in request.drawn] + [""] * len(anchors.clean)
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


class _Anchors:
    """The latents of a request's anchors, at the noise of every step (q(x_t | x_0) of DDPM)."""

    def __init__(self, engine: Engine, request: GenerationRequest) -> None:
        self.scheduler = engine.pipe.scheduler
        self.clean: list[Tensor] = []
        self.noise: list[Tensor] = []
        for anchor in request.anchors:
            picture = _opened(anchor)
            self.clean.append(engine.encode(picture, request.width, request.height))
            self.noise.append(engine._noise(request, _generator(int(anchor.sha256[:15], 16))))

    def first(self) -> list[Tensor]:
        """The pipeline scales what it is given by the scheduler's first sigma; undo that here."""
        noisy = self._at(0)
        return [latents / self.scheduler.init_noise_sigma for latents in noisy]

    def renoised(self, latents: Tensor, step: int) -> Tensor:
        """The batch with the anchors' rows as they are before `step`, whatever they became."""
        if not self.clean or step >= len(self.scheduler.timesteps):
            return latents
        return torch.cat([latents[: -len(self.clean)], *self._at(step)])

    def _at(self, step: int) -> list[Tensor]:
        time = self.scheduler.timesteps[step : step + 1]
        return [self.scheduler.add_noise(clean, noise, time)
                for clean, noise in zip(self.clean, self.noise, strict=True)]  # fmt: skip


def _does_not_fit(request: GenerationRequest) -> EngineError:
    return EngineError(
        f"{len(everyone_in(request))} pictures of {request.width} x {request.height} px do not fit "
        "in the memory of this device.",
        "Choose a smaller size or fewer panels at once.",
    )


def _overflowed(step: int, precision: torch.dtype) -> EngineError:
    number = str(precision).removeprefix("torch.")
    return EngineError(
        f"The model's numbers overflowed at step {step} ({number}); no picture was made.",
        "Lower the guidance, leave out a LoRA, or choose another model.",
    )


def everyone_in(request: GenerationRequest) -> list[PanelRequest | Anchor]:
    """The rows of a batch: the new panels, the portraits, then the anchors."""
    return [*request.drawn, *request.anchors]


def _opened(anchor: Anchor) -> Image.Image:
    try:
        with Image.open(anchor.picture) as picture:
            return picture.convert("RGB")
    except OSError as error:
        raise EngineError(
            f"The picture “{anchor.picture}” cannot be read ({error}).",
            "Generate that panel again, or bring the file back.",
        ) from error


def _generator(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed % 2**64)


def best_device() -> str:
    """A graphics card where there is one."""
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def device_name(device: str) -> str:
    return torch.cuda.get_device_name() if device == "cuda" else device


def _load(model: Path, precision: torch.dtype, device: str) -> Any:
    try:
        pipe = _quietly(lambda: _opened_model(model, precision)).to(device)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
        raise EngineError(
            f"The model “{model}” cannot be loaded ({_first_line(error)}).",
            "Copy it again, or choose another Stable Diffusion model.",
        ) from error
    if not hasattr(pipe, "unet") or not hasattr(pipe, "vae"):
        raise EngineError(f"“{model}” is not a Stable Diffusion model.", "Choose one with a UNet.")
    pipe.set_progress_bar_config(disable=True)
    return pipe


def _opened_model(model: Path, precision: torch.dtype) -> Any:
    """A pipeline of a folder in diffusers format, or of one file."""
    if model.is_file():
        return load_single_file(model, precision)
    index = checkpoint.checked_index(model)
    without: dict[str, Any] = {name: None for name in checkpoint.OPTIONAL if name in index}
    if "safety_checker" in index:
        without["requires_safety_checker"] = False
    return DiffusionPipeline.from_pretrained(
        model, dtype=precision, local_files_only=True, use_safetensors=True, **without
    )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _quietly(load: Callable[[], Any]) -> Any:
    """Loads without the libraries' own bars and advice, which are about their code."""
    from diffusers.utils import logging as diffusers_logging
    from transformers.utils import logging as transformers_logging

    diffusers_logging.set_verbosity(logging.ERROR)
    diffusers_logging.disable_progress_bar()
    transformers_logging.set_verbosity(logging.ERROR)
    transformers_logging.disable_progress_bar()
    return load()
