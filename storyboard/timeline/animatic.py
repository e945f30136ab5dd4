"""Writes an animatic: every panel held for exactly its frames, as a stream, in process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.stream import VideoStream
from numpy.typing import NDArray

from storyboard.progress import Progress, Report
from storyboard.whole_file import whole_file

BT709 = 1  # primaries, transfer and matrix of high-definition video
LIMITED = 1  # luma from 16 to 235
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
    path: Path, holds: Sequence[Hold], size: tuple[int, int], rate: Fraction, report: Report
) -> None:
    """H.264 in yuv420p, index first; `size` is (width, height) in pixels, both even.

    It appears under its name when it is complete. Raises OSError where it cannot be written.
    """
    with whole_file(path) as part:
        options = {"movflags": "+faststart"}
        with av.open(str(part), "w", format="mp4", container_options=options) as film:
            stream = _video(film.add_stream("libx264", rate=rate, options=OPTIONS), size, rate)
            for frame in _frames(holds, rate, report):
                film.mux(stream.encode(frame))
            film.mux(stream.encode(None))


def _video(stream: VideoStream, size: tuple[int, int], rate: Fraction) -> VideoStream:
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.time_base = 1 / rate
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = LIMITED
    return stream


def _frames(holds: Sequence[Hold], rate: Fraction, report: Report) -> Iterator[av.VideoFrame]:
    total, time = sum(hold.frames for hold in holds), 0
    for hold in holds:
        drawn = av.VideoFrame.from_ndarray(hold.picture(), format="bgra")
        frame = drawn.reformat(format="yuv420p", dst_colorspace=BT709, dst_color_range=LIMITED)
        for _ in range(hold.frames):
            report(Progress(time, total))
            frame.pts, frame.time_base = time, 1 / rate
            time += 1
            yield frame
    report(Progress(total, total))
