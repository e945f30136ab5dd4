"""An animatic lasts exactly as long as its panels and plays everywhere."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from storyboard.progress import Cancelled, Progress
from storyboard.timeline.animatic import Hold, write_mp4

COLORS = {"red": (0, 0, 255, 255), "green": (0, 255, 0, 255), "blue": (255, 0, 0, 255)}


def hold(color: str, frames: int) -> Hold:
    return Hold(frames, lambda: np.full((64, 96, 4), COLORS[color], np.uint8))


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


def decoded(path: Path) -> list[str]:
    """The colour of each frame."""
    with av.open(str(path)) as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    return [("red", "green", "blue")[int(frame[32, 48].argmax())] for frame in frames]


def test_every_panel_stands_for_exactly_its_frames(tmp_path: Path) -> None:
    holds = [hold("red", 5), hold("green", 48), hold("blue", 1)]
    write_mp4(tmp_path / "film.mp4", holds, (96, 64), Fraction(24), quiet)
    assert decoded(tmp_path / "film.mp4") == ["red"] * 5 + ["green"] * 48 + ["blue"]


def test_the_film_is_h264_with_its_index_first(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    write_mp4(path, [hold("red", 48)], (96, 64), Fraction(24), quiet)
    with av.open(str(path)) as film:
        video = film.streams.video[0]
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert video.average_rate == 24
        assert video.duration * video.time_base == 2
        assert (video.width, video.height) == (96, 64)
    content = path.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_a_rational_rate_is_kept_exactly(tmp_path: Path) -> None:
    rate = Fraction(24000, 1001)
    write_mp4(tmp_path / "film.mp4", [hold("red", 10)], (96, 64), rate, quiet)
    with av.open(str(tmp_path / "film.mp4")) as film:
        assert film.streams.video[0].average_rate == rate


def test_colours_survive(tmp_path: Path) -> None:
    write_mp4(tmp_path / "film.mp4", [hold("green", 3)], (96, 64), Fraction(24), quiet)
    with av.open(str(tmp_path / "film.mp4")) as film:
        frame = next(film.decode(video=0)).to_ndarray(format="rgb24")
    assert np.abs(frame[32, 48].astype(int) - (0, 255, 0)).max() <= 6


def test_a_cancelled_film_leaves_no_file_and_the_old_one_alone(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"old")

    def stop(progress: Progress) -> None:
        if progress.step == 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_mp4(path, [hold("red", 48)], (96, 64), Fraction(24), stop)
    assert [one.name for one in tmp_path.iterdir()] == ["film.mp4"]
    assert path.read_bytes() == b"old"


def test_pictures_are_asked_for_one_at_a_time(tmp_path: Path) -> None:
    asked: list[int] = []
    seen: list[tuple[int, int]] = []

    def picture(row: int) -> np.ndarray:
        asked.append(row)
        return np.zeros((64, 96, 4), np.uint8)

    holds = [Hold(10, lambda row=row: picture(row)) for row in range(3)]
    write_mp4(
        tmp_path / "film.mp4",
        holds,
        (96, 64),
        Fraction(24),
        lambda progress: seen.append((progress.step, len(asked))),
    )
    assert (9, 1) in seen
    assert (10, 2) in seen
    assert seen[-1] == (30, 3)
