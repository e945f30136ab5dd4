"""Imports the engine, and torch with it, in a thread of its own while the window stays alive."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyboard.engine.engine import Engine

LIBRARIES = ("libtorch_cpu.so", "libtorch_cpu.dylib")  # Windows loads its own without the lock


@cache
def engine_class() -> type[Engine]:
    """Seconds the first time.

    Half a million objects come with torch, none of them garbage. Each full collection among them
    would hold every thread up for a quarter of a second, so that none takes place meanwhile, and
    none of a later time looks at them again.
    """
    gc.disable()
    try:
        open_library()
        from storyboard.engine.engine import Engine
    finally:
        gc.freeze()
        gc.enable()
    return Engine


def open_library() -> None:
    """Opens torch's largest library, which an import would do holding the interpreter's lock; a
    call into C does not hold it. The import then finds it open."""
    spec = None if "torch" in sys.modules else find_spec("torch")
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent / "lib"
    for path in filter(Path.is_file, (folder / name for name in LIBRARIES)):
        opened = ctypes.CDLL(None).dlopen
        opened.argtypes, opened.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
        opened(os.fsencode(path), os.RTLD_NOW)
