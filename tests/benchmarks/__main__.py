"""What sharing costs: a step with Consistent Self-Attention over the same step without it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import torch
from rich.console import Console
from rich.table import Table

from storyboard.engine.consistency import Sharing, random_draw, share_attention
from storyboard.engine.engine import Engine
from storyboard.engine.reads import everyone_reads_everyone
from storyboard.engine.request import Consistency
from storyboard.resources import starter_model
from tests.models import sd15_unet, sdxl_unet

PANELS, ROUNDS = 5, 9


def main() -> None:
    table = Table("model", "rate", "plain s", "shared s", "ratio", title=f"{PANELS} panels")
    starter = Engine(starter_model(), "cpu").pipe.unet
    models = [("starter", starter, 14, 24), ("SD1.5, narrow", sd15_unet(), 32, 32),
              ("SDXL, narrow", sdxl_unet(), 32, 32)]  # fmt: skip
    for name, unet, height, width in models:
        for rate in (0.5, 1.0):
            plain, shared = compare(unet, height, width, rate)
            row = (f"{plain:.3f}", f"{shared:.3f}", f"{shared / plain:.2f}")
            table.add_row(name, str(rate), *row)
    Console().print(table)


def compare(unet: Any, height: int, width: int, rate: float) -> tuple[float, float]:
    """Medians of interleaved steps, in seconds."""
    reads = everyone_reads_everyone(PANELS)
    sharing = Sharing(Consistency(rate=rate), reads, random_draw(PANELS))
    plain = [timed(unet, height, width, nullcontext)]
    shared = [timed(unet, height, width, lambda: share_attention(unet, sharing))]
    for _ in range(ROUNDS):
        plain.append(timed(unet, height, width, nullcontext))
        shared.append(timed(unet, height, width, lambda: share_attention(unet, sharing)))
    return statistics.median(plain[1:]), statistics.median(shared[1:])


@torch.inference_mode()
def timed(unet: Any, height: int, width: int, context: Callable[[], Any]) -> float:
    rows = 2 * PANELS  # both halves of guidance
    given = {
        "sample": torch.zeros(rows, unet.config.in_channels, height, width),
        "timestep": 500,
        "encoder_hidden_states": torch.zeros(rows, 77, unet.config.cross_attention_dim),
    }
    if unet.config.addition_embed_type:
        given["added_cond_kwargs"] = {
            "text_embeds": torch.zeros(rows, 32),
            "time_ids": torch.zeros(rows, 6),
        }
    with context():
        began = time.perf_counter()
        unet(**given)
        return time.perf_counter() - began


main()
