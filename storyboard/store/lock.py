"""The right to write a project: an operating-system lock that a crash releases."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from storyboard.store.errors import Holder, not_writable, opened_elsewhere

MOST = 4096  # bytes of what the holder says about itself

if sys.platform == "win32":
    import msvcrt

    BEYOND = 1 << 30  # Windows lets nobody read what is locked, so that the byte is behind the text

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, BEYOND, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """Held from construction to `release`; the file stays, only the lock on it counts. While it
    is held, the file says who holds it.

    Raises ProjectInUse while another process or project object holds it.
    """

    def __init__(self, document: Path) -> None:
        path = document.with_name(f".{document.stem}.lock")
        try:
            self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise not_writable(document.parent, error.strerror) from error
        try:
            _take(self._descriptor)
        except OSError as error:
            holder = _written(self._descriptor)
            self.release()
            raise opened_elsewhere(document.parent, holder) from error
        _write(self._descriptor, json.dumps(asdict(_here()), ensure_ascii=False))

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _here() -> Holder:
    """This program, under the name it was started by."""
    started = Path(sys.argv[0])
    name = started.parent.name if started.stem == "__main__" else started.stem
    return Holder(name, platform.node(), f"{datetime.now():%Y-%m-%d %H:%M}")


def _write(descriptor: int, text: str) -> None:
    """A disk that is full takes nothing of it, which is no reason not to hold the lock."""
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, text.encode())
    except OSError:
        pass


def _written(descriptor: int) -> Holder | None:
    """None where the holder has not said who it is."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return Holder(**json.loads(os.read(descriptor, MOST)))
    except (OSError, ValueError, TypeError):
        return None
