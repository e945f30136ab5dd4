"""The right to write a project: an operating-system lock that a crash releases."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from storyboard.store.errors import ProjectInUse, not_writable

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """Held from construction to `release`; the file stays, only the lock on it counts.

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
            self.release()
            raise ProjectInUse(
                f"The project “{document.parent}” is open in another window or command.",
                "Close it there first; until then it can only be looked at.",
            ) from error

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
