"""Sound files for the tests, written and read back through PyAV."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from storyboard.project import Project

RATE = 48_000


def clicks(seconds: float, *, every: float = 1.0) -> NDArray[np.int16]:
    """Silence with a burst of 10 ms at the beginning of each stretch, in two channels."""
    samples = np.zeros((round(seconds * RATE), 2), np.int16)
    tone = (20_000 * np.sin(np.arange(RATE // 100) * 0.4)).astype(np.int16)
    for at in range(0, len(samples) - len(tone), round(every * RATE)):
        samples[at : at + len(tone)] = tone[:, None]
    return samples


def sound_under(project: Project) -> Path:
    """The file that is heard under the film of a project."""
    assert project.board.audio is not None
    file = project.sound_file(project.board.audio)
    assert file is not None
    return file


def write_sound(path: Path, samples: NDArray[np.int16], codec: str = "pcm_s16le") -> Path:
    """A file of the kind its name says, at 48 kHz."""
    with av.open(str(path), "w") as file:
        stream = file.add_stream(codec, rate=RATE)
        stream.layout = "stereo"
        for at in range(0, len(samples), 4096):
            packed = np.ascontiguousarray(samples[at : at + 4096]).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(packed, format="s16", layout="stereo")
            frame.sample_rate, frame.pts = RATE, at
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return path


def heard(path: Path) -> NDArray[np.int16]:
    """The whole sound track of a file as a player hears it, (n, 2) at 48 kHz."""
    resampler = av.AudioResampler("s16", "stereo", RATE)
    with av.open(str(path)) as file:
        frames = [part for one in file.decode(audio=0) for part in resampler.resample(one)]
    return np.concatenate([frame.to_ndarray().reshape(-1, 2) for frame in frames])


def onsets(samples: NDArray[np.int16]) -> list[float]:
    """The seconds at which something begins to be heard after silence."""
    loud = np.flatnonzero(np.abs(samples.astype(int)).max(axis=1) > 4_000)
    starts = [at for at, before in zip(loud, [-RATE, *loud], strict=False) if at - before > 4_800]
    return [at / RATE for at in starts]
