"""Sound files as samples: 48,000 a second, two channels, found to the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from numpy.typing import NDArray

from storyboard.timeline.samples import BINS_PER_SECOND, SAMPLE_RATE, Sound, Waveform, samples_at
from storyboard.told import Told

LOUDEST = 32_767
BLOCK = SAMPLE_RATE // 10  # samples that are mixed at once
RUN_UP = 1  # seconds decoded before a place that is jumped to, for codecs that need a start

Samples = NDArray[np.int16]  # (n, 2)


class SoundError(Told):
    """What is wrong with a sound file, in a sentence, and what to do."""


def check_sound(path: Path) -> None:
    """Raises SoundError unless at least the beginning of the file can be heard."""
    if next(samples_from(path), None) is None:
        raise SoundError("“{name}” holds no sound. Choose another file.", name=path.name)


def samples_from(path: Path, first: int = 0) -> Iterator[Samples]:
    """The sound from sample `first` on, in chunks as they are decoded.

    Raises SoundError for a file that cannot be decoded.
    """
    try:
        with av.open(str(path)) as file:
            if not file.streams.audio:
                raise SoundError("“{name}” holds no sound. Choose another file.", name=path.name)
            yield from _after(_decoded(file, first), first)
    except (av.FFmpegError, OSError) as error:
        raise SoundError(
            "“{name}” cannot be played ({reason}). Choose another file.",
            name=path.name,
            reason=error.strerror,
        ) from error


def _decoded(file: av.container.InputContainer, first: int) -> Iterator[tuple[int, Samples]]:
    """Chunks with the place of their first sample, from somewhere before `first`."""
    stream = file.streams.audio[0]
    begin = Fraction(stream.start_time or 0) * (stream.time_base or 1)
    if first > RUN_UP * SAMPLE_RATE and stream.time_base:
        wanted = begin + Fraction(first, SAMPLE_RATE) - RUN_UP
        file.seek(int(wanted / stream.time_base), stream=stream)
    resampler = av.AudioResampler("s16", "stereo", SAMPLE_RATE)
    place: int | None = None
    for frame in _frames(file, stream, resampler):
        if place is None:
            place = _place(frame, begin)
        chunk = frame.to_ndarray().astype(np.int16, copy=False).reshape(-1, 2)
        yield place, chunk
        place += len(chunk)


def _frames(
    file: av.container.InputContainer,
    stream: av.AudioStream,
    resampler: av.AudioResampler,
) -> Iterator[AudioFrame]:
    for frame in file.decode(stream):
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


def _place(frame: AudioFrame, begin: Fraction) -> int:
    """The place of a frame's first sample in the sound."""
    if frame.pts is None or frame.time_base is None:
        return 0
    return round((frame.pts * frame.time_base - begin) * SAMPLE_RATE)


def _after(chunks: Iterator[tuple[int, Samples]], first: int) -> Iterator[Samples]:
    for place, chunk in chunks:
        if place + len(chunk) > first:
            yield chunk[max(0, first - place) :]


def filling(path: Path, start: int, first: int, count: int) -> Iterator[Samples]:
    """Exactly `count` samples of the film from its sample `first` on.

    The sound begins at the film's sample `start`; there is silence before and after it. Raises
    SoundError like `samples_from`.
    """
    before = min(max(0, start - first), count)
    yield from _silence(before)
    left = count - before
    if left:
        for chunk in samples_from(path, max(0, first - start)):
            yield chunk[:left]
            left -= len(chunk[:left])
            if not left:
                return
    yield from _silence(left)


def mixed(sounds: Sequence[Sound], rate: Fraction, first: int, count: int) -> Iterator[Samples]:
    """Exactly `count` samples of a film from its sample `first` on, with all its sounds at once.

    What is too loud together is cut off. Files are open only while they are heard. Raises
    SoundError like `samples_from`.
    """
    parts = [
        _in_blocks(filling(one.path, samples_at(one.start, rate), first, count)) for one in sounds
    ]
    for blocks in zip(*parts, strict=True):
        together = np.sum(blocks, axis=0, dtype=np.int32)
        yield np.clip(together, -LOUDEST - 1, LOUDEST).astype(np.int16)


def _in_blocks(chunks: Iterator[Samples]) -> Iterator[Samples]:
    """The same samples, cut in the same places whatever the file."""
    rest = np.zeros((0, 2), np.int16)
    for chunk in chunks:
        rest = np.concatenate([rest, chunk])
        whole = len(rest) // BLOCK * BLOCK
        yield from np.split(rest[:whole], whole // BLOCK) if whole else ()
        rest = rest[whole:]
    if len(rest):
        yield rest


def _silence(count: int) -> Iterator[Samples]:
    """In chunks of at most a second."""
    while count > 0:
        yield np.zeros((min(count, SAMPLE_RATE), 2), np.int16)
        count -= SAMPLE_RATE


def read_waveform(path: Path, ask: Callable[[], None] = lambda: None) -> Waveform:
    """Decodes the whole file once; raises SoundError like `samples_from`.

    `ask` is called at each chunk and raises Cancelled to stop.
    """
    bin_length = SAMPLE_RATE // BINS_PER_SECOND
    peaks: list[NDArray[np.uint8]] = []
    rest = np.zeros(0, np.int16)
    total = 0
    for chunk in samples_from(path):
        ask()
        total += len(chunk)
        loud = np.concatenate([rest, np.abs(np.maximum(chunk, -32767)).max(axis=1)])
        whole = len(loud) // bin_length * bin_length
        peaks.append(_peaks(loud[:whole].reshape(-1, bin_length)))
        rest = loud[whole:]
    if len(rest):
        peaks.append(_peaks(rest.reshape(1, -1)))
    return Waveform(np.concatenate([np.zeros(0, np.uint8), *peaks]), total)


def _peaks(bins: NDArray[np.int16]) -> NDArray[np.uint8]:
    return (bins.max(axis=1, initial=0) >> 7).astype(np.uint8)
