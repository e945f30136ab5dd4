"""Loads a model from its folder or its one file, or says plainly why it cannot be used."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from diffusers import DiffusionPipeline

from storyboard.engine import checkpoint
from storyboard.engine.request import EngineError
from storyboard.engine.single_file import load_single_file


def load(model: Path, precision: torch.dtype) -> Any:
    """The stock pipeline of a model, in the machine's own memory.

    Raises EngineError for what is damaged, foreign or no Stable Diffusion model.
    """
    try:
        pipe = quietly(lambda: _opened(model, precision))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
        raise EngineError(
            "The model “{model}” cannot be loaded ({reason}).",
            "Copy it again, or choose another Stable Diffusion model.",
            model=model,
            reason=_first_line(error),
        ) from error
    if not hasattr(pipe, "unet") or not hasattr(pipe, "vae"):
        raise EngineError(
            "“{model}” is not a Stable Diffusion model.", "Choose one with a UNet.", model=model
        )
    pipe.set_progress_bar_config(disable=True)
    return pipe


def _opened(model: Path, precision: torch.dtype) -> Any:
    """A pipeline of a folder in diffusers format, or of one file."""
    if model.is_file():
        return load_single_file(model, precision)
    index = checkpoint.checked_index(model)
    without: dict[str, Any] = {name: None for name in checkpoint.OPTIONAL if name in index}
    if "safety_checker" in index:
        without["requires_safety_checker"] = False
    halves = not list(model.glob("unet/*model.safetensors")) and list(model.glob("unet/*.fp16.*"))
    return DiffusionPipeline.from_pretrained(
        model,
        dtype=precision,
        local_files_only=True,
        use_safetensors=True,
        variant="fp16" if halves else None,
        **without,
    )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def quietly(opened: Callable[[], Any]) -> Any:
    """Loads without the libraries' own bars and advice, which are about their code."""
    from diffusers.utils import logging as diffusers_logging
    from transformers.utils import logging as transformers_logging

    diffusers_logging.set_verbosity(logging.ERROR)
    diffusers_logging.disable_progress_bar()
    transformers_logging.set_verbosity(logging.ERROR)
    transformers_logging.disable_progress_bar()
    return opened()
