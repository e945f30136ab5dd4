"""Measures what sharing costs and writes build/bench.json: `make bench`, or with --full for hours.

--full  also steps of SDXL and SD1.5 at full width, which take a large machine; on a graphics card
        where there is one
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import torch
from rich.console import Console
from rich.table import Table

from storyboard.engine.consistency import share_attention
from storyboard.engine.device import best_device, best_precision, device_name
from storyboard.engine.engine import Engine
from storyboard.resources import starter_model
from tests.benchmarks.attention import flops, full_width, inputs, sharing, step_ratios
from tests.benchmarks.story import LENGTHS, peak_bytes, regenerate

OUT = Path("build/bench.json")
SIZES = {"sdxl_768": ("sdxl", 96), "sd15_512": ("sd15", 64)}


def main() -> None:
    found: dict[str, float] = {}
    for name, (kind, side) in SIZES.items():
        for suffix, rate in (("", 0.5), ("_quarter", 0.25)):
            key = f"attention.flops_ratio{suffix}.{name}"
            found[key] = flops(full_width(kind, "meta"), side, side, rate)
    starter = Engine(starter_model(), "cpu")
    found |= step_ratios("starter", starter.pipe.unet, 14, 24)
    found["attention.memory_ratio.starter"] = memory_ratio("starter")
    found |= regenerate(starter)
    found |= stories()
    if "--full" in sys.argv:
        for name, (kind, side) in SIZES.items():
            unet = full_width(kind, best_device(), best_precision(best_device()))
            found |= step_ratios(name, unet, side, side)
            found[f"attention.memory_ratio.{name}"] = memory_ratio(name)
            del unet
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    print_table(found)


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


def memory_ratio(name: str) -> float:
    """Peak memory of a shared step over a plain one, weights included, each in a fresh process."""
    shared, plain = (
        float(in_a_fresh_process("tests.benchmarks", "--step", name, way).split()[-1])
        for way in ("shared", "plain")
    )
    return shared / plain


def one_step(name: str, way: str) -> None:
    """Prints the peak memory of one step."""
    device = "cpu" if name == "starter" else best_device()
    if name == "starter":
        unet, height, width = Engine(starter_model(), "cpu").pipe.unet, 14, 24
    else:
        kind, height = SIZES[name]
        unet, width = full_width(kind, device, best_precision(device)), height
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


if "--step" in sys.argv:
    one_step(*sys.argv[-2:])
else:
    main()
