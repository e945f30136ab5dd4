"""Writes an animatic: every picture held for exactly its frames, with sound, in process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.stream import VideoStream
from numpy.typing import NDArray

from storyboard.progress import Progress, Report
from storyboard.timeline.samples import SAMPLE_RATE, Sound, samples_at
from storyboard.timeline.sound import Samples, mixed
from storyboard.whole_file import whole_file

BT709 = 1  # primaries, transfer and matrix of high-definition video
LIMITED = 1  # luma from 16 to 235
AAC_BITS = 192_000  # a second
SAMPLE_TIME = Fraction(1, SAMPLE_RATE)
OPTIONS = {"crf": "16", "preset": "veryfast", "tune": "stillimage"}


@dataclass(frozen=True, slots=True)
class Hold:
    """A picture that stands for a number of frames.

    picture  gives it as (height, width, 4) uint8 in the order BGRA when its time comes, so that a
             long film never lies in memory as a whole
    """

    frames: int
    picture: Callable[[], NDArray[np.uint8]]


def write_mp4(
    path: Path,
    holds: Iterable[Hold],
    size: tuple[int, int],
    rate: Fraction,
    report: Report,
    sounds: Sequence[Sound] = (),
) -> None:
    """H.264 in yuv420p, index first; `size` is (width, height) in pixels, both even.

    The holds are gone through twice: once to count their frames, then for their pictures.

    With sounds, an AAC track exactly as long as the pictures, silent where there are none. The
    film appears under its name when it is complete. Raises OSError where it cannot be written,
    SoundError where a sound cannot be read.
    """
    total = sum(hold.frames for hold in holds)
    with whole_file(path) as part:
        options = {"movflags": "+faststart"}
        with av.open(str(part), "w", format="mp4", container_options=options) as film:
            stream = _video(film.add_stream("libx264", rate=rate, options=OPTIONS), size, rate)
            voice = _Voice(film, sounds, total, rate) if sounds else None
            for place, frame in enumerate(_frames(holds, total, rate, report), start=1):
                film.mux(stream.encode(frame))
                if voice:
                    voice.write_until(samples_at(place, rate))
            film.mux(stream.encode(None))
            if voice:
                voice.finish()


class _Voice:
    """The sound track of a film, written along with the pictures."""

    def __init__(
        self,
        film: av.container.OutputContainer,
        sounds: Sequence[Sound],
        frames: int,
        rate: Fraction,
    ) -> None:
        self.film = film
        self.stream = film.add_stream("aac", rate=SAMPLE_RATE)
        self.stream.layout = "stereo"
        self.stream.bit_rate = AAC_BITS
        self.chunks = mixed(sounds, rate, 0, samples_at(frames, rate))
        self.written = 0

    def write_until(self, sample: int) -> None:
        """Writes chunks until the sound is at least as far as the pictures."""
        while self.written < sample and (chunk := next(self.chunks, None)) is not None:
            self._write(chunk)

    def finish(self) -> None:
        for chunk in self.chunks:
            self._write(chunk)
        self.film.mux(self.stream.encode(None))

    def _write(self, chunk: Samples) -> None:
        packed = np.ascontiguousarray(chunk).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(packed, format="s16", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, self.written, SAMPLE_TIME
        self.written += len(chunk)
        self.film.mux(self.stream.encode(frame))


def _video(stream: VideoStream, size: tuple[int, int], rate: Fraction) -> VideoStream:
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.time_base = 1 / rate
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = LIMITED
    return stream


def _frames(
    holds: Iterable[Hold], total: int, rate: Fraction, report: Report
) -> Iterator[av.VideoFrame]:
    time = 0
    for hold in holds:
        drawn = av.VideoFrame.from_ndarray(hold.picture(), format="bgra")
        frame = drawn.reformat(format="yuv420p", dst_colorspace=BT709, dst_color_range=LIMITED)
        for _ in range(hold.frames):
            report(Progress(time, total))
            frame.pts, frame.time_base = time, 1 / rate
            time += 1
            yield frame
    report(Progress(total, total))
