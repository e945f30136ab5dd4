"""Reads the waveform of a sound beside the window, so that a long file never holds it up."""

from __future__ import annotations

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
        self._wanted: tuple[str, Path] | None = None

    def want(self, sha256: str, path: Path) -> None:
        """The last file that was asked for is read, whatever was being read before."""
        self.finish()
        self._wanted = (sha256, path)
        self.start(QThread.Priority.LowPriority)

    def finish(self) -> None:
        """Stops; returns when the thread has ended."""
        self.requestInterruption()
        self.wait()

    def run(self) -> None:
        from storyboard.timeline.sound import SoundError, read_waveform

        assert self._wanted is not None
        sha256, path = self._wanted
        try:
            self.read.emit(sha256, read_waveform(path, self._ask))
        except Cancelled:
            return
        except SoundError:
            self.failed.emit(sha256)

    def _ask(self) -> None:
        if self.isInterruptionRequested():
            raise Cancelled
