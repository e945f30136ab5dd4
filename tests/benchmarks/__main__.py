"""Measures what sharing costs and writes build/bench.json: `make bench`, or only some parts of it.

    python -m tests.benchmarks                        all that a small machine does in minutes
    python -m tests.benchmarks sdxl_768 sd15_512      models at full width, with random weights
    python -m tests.benchmarks sdxl_768_memory        and what memory a step of theirs takes

SDXL at full width takes 12 GB, 6 in bf16. On a graphics card whole steps are timed, on a processor
layer by layer (tests/benchmarks/layers.py), in bf16 where it has units for that.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import torch
from rich.console import Console
from rich.table import Table

from storyboard.engine.consistency import share_attention
from storyboard.engine.device import best_device, best_precision, device_name
from storyboard.engine.engine import Engine
from storyboard.resources import starter_model
from storyboard.training.run import has_bf16
from tests.benchmarks.attention import flops, full_width, inputs, sharing, step_ratios
from tests.benchmarks.layers import layer_ratios
from tests.benchmarks.record import peak_bytes
from tests.benchmarks.story import LENGTHS, regenerate

OUT = Path("build/bench.json")
SIZES = {"sdxl_768": ("sdxl", 96), "sd15_512": ("sd15", 64)}


def main(parts: list[str]) -> None:
    """Each part is written as soon as it is known, beside what other parts have found."""
    found: dict[str, float] = {}
    for part in parts:
        found |= (PARTS | LARGE)[part]()
        told = json.loads(OUT.read_text("utf-8")) if OUT.is_file() else {}
        OUT.parent.mkdir(exist_ok=True)
        OUT.write_text(json.dumps(told | found, indent=1) + "\n", "utf-8")
    print_table(found)


def counted() -> dict[str, float]:
    return {
        f"attention.flops_ratio{suffix}.{name}": flops(full_width(kind, "meta"), side, side, rate)
        for name, (kind, side) in SIZES.items()
        for suffix, rate in (("", 0.5), ("_quarter", 0.25))
    }


def starter() -> dict[str, float]:
    unet = Engine(starter_model(), "cpu").pipe.unet
    return step_ratios("starter", unet, 14, 24) | memory_ratio("starter")


def regenerated() -> dict[str, float]:
    return regenerate(Engine(starter_model(), "cpu"))


def at_full_width(name: str) -> dict[str, float]:
    kind, side = SIZES[name]
    unet = full_width(kind, best_device(), precision())
    ratios = layer_ratios if unet.device.type == "cpu" else step_ratios
    return ratios(name, unet, side, side)


def precision() -> torch.dtype:
    """That of the product, but bf16 also on processors that have units for it."""
    device = best_device()
    return torch.bfloat16 if device == "cpu" and has_bf16() else best_precision(device)


def stories() -> dict[str, float]:
    """Stories of several lengths, each in a process of its own."""
    told = {}
    for panels in LENGTHS:
        said = in_a_fresh_process("tests.benchmarks.story", str(panels))
        told[panels] = tuple(map(float, said.split()[-2:]))
    found = {f"story.seconds_per_panel_{panels}": taken for panels, (taken, _) in told.items()}
    return found | {
        "story.time_ratio_200_over_20": told[200][0] / told[20][0],
        "story.memory_ratio_200_over_20": told[200][1] / told[20][1],
    }


def memory_ratio(name: str) -> dict[str, float]:
    """Peak memory of a shared step over a plain one, weights included, each in a fresh process."""
    shared, plain = (
        float(in_a_fresh_process("tests.benchmarks", "--step", name, way).split()[-1])
        for way in ("shared", "plain")
    )
    return {f"attention.memory_ratio.{name}": shared / plain}


def one_step(name: str, way: str) -> None:
    """Prints the peak memory of one step."""
    device = "cpu" if name == "starter" else best_device()
    if name == "starter":
        unet, height, width = Engine(starter_model(), "cpu").pipe.unet, 14, 24
    else:
        kind, height = SIZES[name]
        unet, width = full_width(kind, device, precision()), height
    context = share_attention(unet, sharing()) if way == "shared" else nullcontext()
    with torch.inference_mode(), context:
        unet(**inputs(unet, height, width))
    sys.stdout.write(f"{torch.cuda.max_memory_allocated() if device == 'cuda' else peak_bytes()}")


def in_a_fresh_process(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words], capture_output=True, text=True, check=True
    )
    return done.stdout


def print_table(found: dict[str, float]) -> None:
    machine = (
        f"{device_name(best_device())}, {platform.machine()}, {torch.get_num_threads()} threads"
    )
    table = Table("figure", "value", title=machine)
    for name, value in found.items():
        table.add_row(name, f"{value:.3f}")
    Console().print(table)


PARTS: dict[str, Callable[[], dict[str, float]]] = {
    "counted": counted,
    "starter": starter,
    "regenerate": regenerated,
    "stories": stories,
}
LARGE: dict[str, Callable[[], dict[str, float]]] = {
    **{name: partial(at_full_width, name) for name in SIZES},
    **{f"{name}_memory": partial(memory_ratio, name) for name in SIZES},
}

if "--step" in sys.argv:
    one_step(*sys.argv[-2:])
else:
    main(sys.argv[1:] or list(PARTS))
