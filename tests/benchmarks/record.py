"""Keeps what a benchmark measured in build/bench.json, and says it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "build" / "bench.json"


def record(name: str, measured: float, wanted: str = "") -> None:
    FILE.parent.mkdir(exist_ok=True)
    known = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    known[name] = round(measured, 4)
    FILE.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", "utf-8")
    sys.stdout.write(f"{name:28} {measured:.3f}  {wanted}\n")


def peak_bytes() -> int:
    """The most memory this process has held, VmHWM of Linux."""
    status = Path("/proc/self/status").read_text("utf-8")
    line = next(one for one in status.splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) * 1024
