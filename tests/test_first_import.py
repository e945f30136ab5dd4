"""The window lives on while torch is imported for the first picture."""

from __future__ import annotations

import subprocess
import sys

import pytest

COLLECTIONS = """
import gc
full = []
gc.callbacks.append(lambda phase, told: full.append(told["generation"]) if phase == "stop" else 0)
from ui.first_import import engine_class
engine = engine_class()
print(full.count(2), gc.isenabled(), len(gc.get_objects()) < gc.get_freeze_count())
assert engine is engine_class() and engine.__name__ == "Engine"
"""
LIBRARY = """
import sys
from pathlib import Path
from ui.first_import import open_library
open_library()
print("libtorch_cpu" in Path("/proc/self/maps").read_text(), "torch" in sys.modules)
"""


def said_by(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_no_full_collection_stops_every_thread_meanwhile_or_looks_at_torch_later() -> None:
    assert said_by(COLLECTIONS) == "0 True True"


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel which libraries are open")
def test_the_largest_library_is_opened_before_the_import() -> None:
    assert said_by(LIBRARY) == "True False"
