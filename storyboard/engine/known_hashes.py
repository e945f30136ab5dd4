"""The hashes of a model's weights, read once and remembered while the files stay the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from storyboard.whole_file import whole_file

PART = 4 * 2**20  # bytes read at once

Known = dict[str, tuple[int, int, str]]  # by path: size, time of the last change, sha256


def weights_of(model: Path, memory: Path, ask: Callable[[], None]) -> frozenset[str]:
    """sha256 of every file of weights of a model; none where they cannot be read.

    `memory` is a file that outlives the program. `ask` is called between parts of a file and may
    raise to end it.
    """
    known = _remembered(memory)
    try:
        files = [model] if model.is_file() else sorted(model.rglob("*.safetensors"))
        now = {str(path): _stamped(path, known.get(str(path)), ask) for path in files}
    except OSError:
        return frozenset()
    if known | now != known:
        _remember(memory, known | now)
    return frozenset(sha256 for _, _, sha256 in now.values())


def _stamped(
    path: Path, known: tuple[int, int, str] | None, ask: Callable[[], None]
) -> tuple[int, int, str]:
    found = path.stat()
    stamp = found.st_size, found.st_mtime_ns
    if known and known[:2] == stamp:
        return known
    told = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(PART):
            ask()
            told.update(part)
    return *stamp, told.hexdigest()


def _remembered(memory: Path) -> Known:
    try:
        told = json.loads(memory.read_text("utf-8"))
        return {path: (int(size), int(time), str(sha)) for path, (size, time, sha) in told.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _remember(memory: Path, known: Known) -> None:
    """A disk that is full only costs that they are read again."""
    with suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(memory) as part:
            part.write_text(json.dumps(known, indent=1), "utf-8")
