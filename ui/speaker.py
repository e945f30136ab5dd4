"""Plays the sound of the film, and is its master clock while it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QIODevice

from storyboard.timeline.samples import SAMPLE_RATE, Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

    from storyboard.timeline.sound import Samples

BUFFER_MS = 100
BYTES_PER_SAMPLE = 4  # two channels of 16 bits
TAIL = SAMPLE_RATE // 2  # so that the clock is sure to reach the end of the film


class Speaker(Protocol):
    """Where a film is heard."""

    def play(self, sounds: Sequence[Sound], rate: Fraction, first: int, count: int) -> None:
        """`count` samples of a film of this rate and with these sounds, from `first` on."""

    def stop(self) -> None: ...

    def microseconds(self) -> int | None:
        """How much has been heard since `play`; None when nothing can be heard."""


def open_speaker() -> Speaker | None:
    """The system's usual output; None where there is none, or no sound system at all."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:  # its libraries are not installed everywhere
        return None
    device = QMediaDevices.defaultAudioOutput()
    return None if device.isNull() else SystemSpeaker(device)


class SystemSpeaker:
    """Plays through QtMultimedia; the file is decoded as the output asks for more."""

    def __init__(self, device: QAudioDevice) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink

        form = QAudioFormat()
        form.setSampleRate(SAMPLE_RATE)
        form.setChannelCount(2)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self.sink = QAudioSink(device, form)
        self.sink.setBufferSize(SAMPLE_RATE * BYTES_PER_SAMPLE * BUFFER_MS // 1000)
        self.stream: SampleStream | None = None

    def play(self, sounds: Sequence[Sound], rate: Fraction, first: int, count: int) -> None:
        from storyboard.timeline.sound import mixed

        self.stop()
        self.stream = SampleStream(mixed(sounds, rate, first, count + TAIL))
        self.stream.open(QIODevice.OpenModeFlag.ReadOnly)
        self.sink.start(self.stream)

    def stop(self) -> None:
        self.sink.stop()
        if self.stream:
            self.stream.close()
            self.stream = None

    def microseconds(self) -> int | None:
        """What has been handed over, less what still waits in the buffer."""
        from PySide6.QtMultimedia import QtAudio

        if self.stream is None or self.sink.error() not in (
            QtAudio.Error.NoError,
            QtAudio.Error.UnderrunError,
        ):
            return None
        waiting = self.sink.bufferSize() - self.sink.bytesFree()
        late = waiting * 1_000_000 // (BYTES_PER_SAMPLE * SAMPLE_RATE)
        return max(0, self.sink.processedUSecs() - late)


class SampleStream(QIODevice):
    """Samples as the bytes a sound output reads; a file that breaks off ends the sound."""

    def __init__(self, chunks: Iterator[Samples]) -> None:
        super().__init__()
        self.chunks, self.rest = chunks, b""

    def isSequential(self) -> bool:
        return True

    def bytesAvailable(self) -> int:
        """What is decoded so far, which is always something until the end is reached."""
        self._decode(1)
        return len(self.rest) + super().bytesAvailable()

    def readData(self, maxlen: int) -> bytes:
        self._decode(maxlen)
        given, self.rest = self.rest[:maxlen], self.rest[maxlen:]
        return given

    def _decode(self, wanted: int) -> None:
        """Until so many bytes are there, or the end is reached."""
        from storyboard.timeline.sound import SoundError

        try:
            while len(self.rest) < wanted and (chunk := next(self.chunks, None)) is not None:
                self.rest += chunk.tobytes()
        except SoundError:
            self.chunks = iter(())

    def writeData(self, data: bytes | bytearray | memoryview, len: int) -> int:  # noqa: A002
        return -1


OpenSpeaker = Callable[[], Speaker | None]
