"""The log: a file in the user's log folder, and whatever nobody expected goes there too."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

NAME = "storyboard.log"
BYTES = 1_000_000  # from which on the log begins anew; the one before is kept
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(folder: Path) -> Path:
    """Everything the program says from now on; the file it is written to."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    if path.exists() and path.stat().st_size > BYTES:
        path.replace(folder / f"{NAME}.before")
    writing = logging.FileHandler(path, encoding="utf-8")
    writing.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(writing)
    root.setLevel(logging.INFO)
    return path


def tell_surprises(tell: Callable[[str, str], None]) -> None:
    """What nobody expected is told, by its name and its traceback, instead of ending in a
    console."""

    def surprised(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        tell(kind.__name__, details)

    sys.excepthook = surprised


def last_lines(folder: Path, most: int = 2000) -> str:
    """The end of the log, empty where nothing has been written."""
    try:
        text = (folder / NAME).read_text("utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-most:])
