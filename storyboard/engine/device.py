"""Which device computes, and in which numbers: the best that this machine has."""

from __future__ import annotations

import torch

from storyboard.engine.request import EngineError


def best_device() -> str:
    """A graphics card where there is one. Torch calls AMD's cards (ROCm) cuda as well."""
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def checked_device(device: str) -> str:
    """A device by name. Raises EngineError for one that this machine, or this torch, has not."""
    here = {
        "cpu": True,
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
    }
    if not here.get(device.partition(":")[0]):
        had = ", ".join(name for name, there in here.items() if there)
        raise EngineError(
            "There is no device “{device}” here.", "Choose one of: {had}.", device=device, had=had
        )
    return device


def best_precision(device: str) -> torch.dtype:
    """Half the memory where the device computes halves in hardware, else fp32.

    bf16 has the range of fp32, so that the SDXL autoencoder does not overflow in it. Processors
    always get fp32: most of them only imitate bf16, many times slower.
    """
    if device.startswith("cuda"):
        native = torch.cuda.is_bf16_supported(including_emulation=False)
        return torch.bfloat16 if native else torch.float16
    return torch.float16 if device.startswith("mps") else torch.float32


def device_name(device: str) -> str:
    """As a recipe tells it: the card's own name, and whether ROCm drives it."""
    if not device.startswith("cuda"):
        return device
    driver = " (ROCm)" if torch.version.hip else ""
    return f"{torch.cuda.get_device_name(device)}{driver}"
