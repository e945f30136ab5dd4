"""Reads the waveforms of sounds beside the window, so that a long file never holds it up."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from storyboard.progress import Cancelled


class SoundReader(QThread):
    """Reads one file after another; what it says arrives in the window's thread.

    read    (sha256, waveform)
    failed  (sha256) of a file that cannot be played
    """

    read = Signal(str, object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: deque[tuple[str, Path]] = deque()
        self.finished.connect(self._go_on)

    def want(self, sha256: str, path: Path) -> None:
        """This file too, after those that were asked for before."""
        self._wanted.append((sha256, path))
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted and not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def finish(self) -> None:
        """Stops; returns when the thread has ended."""
        self._wanted.clear()
        self.requestInterruption()
        self.wait()

    def run(self) -> None:
        while self._wanted:
            self._read(*self._wanted.popleft())

    def _read(self, sha256: str, path: Path) -> None:
        from storyboard.timeline.sound import SoundError, read_waveform

        try:
            self.read.emit(sha256, read_waveform(path, self._ask))
        except Cancelled:
            return
        except SoundError:
            self.failed.emit(sha256)

    def _ask(self) -> None:
        if self.isInterruptionRequested():
            raise Cancelled
