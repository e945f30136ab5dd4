"""LoRA files on a loaded model: low-rank changes to its weights, each with a weight of its own."""

from __future__ import annotations

import warnings
from typing import Any

import torch
from safetensors import SafetensorError

from storyboard.engine.checkpoint import check_weights, pickled
from storyboard.engine.request import EngineError, Lora


def use_loras(pipe: Any, loras: tuple[Lora, ...]) -> None:
    """The pipeline with exactly these LoRA files on it, whatever was on it before.

    Raises EngineError for a file that is missing, damaged, a pickle or made for another model;
    the model is plain again then.
    """
    pipe.unload_lora_weights()
    names = [f"lora{row}" for row in range(len(loras))]
    try:
        for name, lora in zip(names, loras, strict=True):
            _load(pipe, lora, name)
        if loras:
            pipe.set_adapters(names, [lora.weight for lora in loras])
    except EngineError:
        pipe.unload_lora_weights()
        raise


def _load(pipe: Any, lora: Lora, name: str) -> None:
    if lora.file.suffix != ".safetensors":
        raise pickled(lora.file)
    if not lora.file.is_file():
        raise EngineError(
            "There is no LoRA file “{file}”.", "Bring it back, or draw without it.", file=lora.file
        )
    check_weights(lora.file)
    try:
        with warnings.catch_warnings():  # a second LoRA is what was asked for
            warnings.simplefilter("ignore", UserWarning)
            pipe.load_lora_weights(lora.file.parent, weight_name=lora.file.name,
                                   adapter_name=name, local_files_only=True)  # fmt: skip
    except (ValueError, KeyError, RuntimeError, TypeError, OSError, SafetensorError) as error:
        raise _foreign(lora) from error
    if name not in {one for part in pipe.get_list_adapters().values() for one in part}:
        raise _foreign(lora)  # none of its layers is in this model
    if not all(torch.isfinite(rows).all() for key, rows in pipe.unet.state_dict().items()
               if name in key):  # fmt: skip
        raise EngineError(
            "The LoRA “{file}” holds no numbers.", "Get the file again.", file=lora.file
        )


def _foreign(lora: Lora) -> EngineError:
    return EngineError(
        "The LoRA “{file}” was made for another kind of model.",
        "Choose one that was made for the model you draw with, or draw without it.",
        file=lora.file,
    )
