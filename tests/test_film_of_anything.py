"""Whatever a film is made of, it comes out right, or one sentence says why, and no file is torn."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from storyboard.board import Board, Panel, Scene, Transition
from storyboard.edits import set_frames
from storyboard.export.formats import export
from storyboard.export.options import ExportError, ExportOptions
from storyboard.progress import Cancelled, Progress
from storyboard.project import Project
from storyboard.timeline.rates import set_rate
from storyboard.timeline.trimming import set_audio, set_camera
from tests.sounds import clicks, heard, write_sound
from tests.test_animatic import quiet
from tests.test_project import png

COLORS = ("#ff0000", "#00ff00", "#0000ff", "#ffff00")
SMALL = ExportOptions(width=64)
WRITTEN = ["film.mp4", "comic.pdf", "page.png", "panels"]


@pytest.fixture
def film(project: Project) -> Project:
    """Four drawn panels of six frames that cut."""
    ids = [panel.id for panel in project.board.panels]
    for panel, color in zip(ids, COLORS, strict=True):
        project.add_take(panel, png(color, (64, 64)), "{}")
    project.edit("Shorten", lambda board: cutting(set_frames(board, ids, 6)))
    return project


def cutting(board: Board) -> Board:
    cut = Transition("cut")
    return replace(board, panels=tuple(replace(one, transition=cut) for one in board.panels))


def frames_of(path: Path) -> list[NDArray[np.uint8]]:
    with av.open(str(path)) as opened:
        return [one.to_ndarray(format="rgb24") for one in opened.decode(video=0)]


def rgb(color: str) -> list[int]:
    return [int(color[at : at + 2], 16) for at in (1, 3, 5)]


def test_pictures_of_any_size_and_ratio_fill_the_frame(film: Project, tmp_path: Path) -> None:
    sizes = [(64, 64), (300, 40), (33, 77), (7, 501)]
    for panel, color, size in zip(film.board.panels, COLORS, sizes, strict=True):
        film.add_take(panel.id, png(color, size), "{}")
    (made,) = export(film, tmp_path / "film.mp4", SMALL, quiet)
    frames = frames_of(made)
    assert len(frames) == 24
    for row, color in enumerate(COLORS):
        for y, x in ((3, 3), (3, 60), (60, 3), (60, 60)):
            assert frames[6 * row + 3][y, x].tolist() == pytest.approx(rgb(color), abs=10)


def test_a_film_of_one_frame_is_a_film(tmp_path: Path) -> None:
    board = Board(width=64, height=64, scenes=(Scene("s"),), panels=(Panel("p", "s", frames=1),))
    with Project.create(tmp_path / "One", board) as project:
        project.add_take("p", png("#ff0000", (64, 64)), "{}")
        audio = project.keep_audio(write_sound(tmp_path / "voice.wav", clicks(3)))
        project.edit("Sound", lambda it: set_audio(set_camera(it, "p", "push in"), audio))
        (made,) = export(project, tmp_path / "film.mp4", SMALL, quiet)
    assert len(frames_of(made)) == 1
    assert len(heard(made)) < 4 * 1024  # a frame's 2,000 samples, in whole packets of AAC


@pytest.mark.parametrize(("width", "height", "wanted"), [(65, 33, 65), (8, 8, 8), (99, 41, 333)])
def test_odd_sizes_become_even_ones(
    film: Project, tmp_path: Path, width: int, height: int, wanted: int
) -> None:
    film.edit("Size", lambda board: replace(board, width=width, height=height))
    (made,) = export(film, tmp_path / "film.mp4", ExportOptions(width=wanted), quiet)
    shown = frames_of(made)[0].shape
    assert (shown[0] % 2, shown[1]) == (0, wanted // 2 * 2)
    assert shown[1] / shown[0] == pytest.approx(width / height, abs=0.07)


@pytest.mark.parametrize("rate", [1, Fraction(24000, 1001), 200])
def test_slow_and_fast_films_last_as_long_as_they_say(
    film: Project, tmp_path: Path, rate: Fraction
) -> None:
    film.edit("Longer", lambda board: set_frames(board, [one.id for one in board.panels], 48))
    film.edit("Rate", lambda board: set_rate(board, Fraction(rate)))
    (made,) = export(film, tmp_path / "film.mp4", SMALL, quiet)
    with av.open(str(made)) as opened:
        stream = opened.streams.video[0]
        assert stream.average_rate == rate
        assert stream.frames == sum(panel.frames for panel in film.board.panels)
        assert float(stream.duration * stream.time_base) == pytest.approx(8, abs=1 / float(rate))


def test_a_picture_that_is_gone_or_damaged_is_shown_from_the_document(
    film: Project, tmp_path: Path
) -> None:
    takes = [film.take(panel.take) for panel in film.board.panels if panel.take]
    gone, damaged = (film.picture(one) for one in takes[:2])
    assert gone
    assert damaged
    gone.unlink()
    damaged.write_bytes(b"no picture any more")
    (made,) = export(film, tmp_path / "film.mp4", SMALL, quiet)
    frames = frames_of(made)
    for row, color in enumerate(COLORS):
        assert frames[6 * row + 3][32, 32].tolist() == pytest.approx(rgb(color), abs=10)


NAMES = ["映画 ñ “é” 🎬", "a space, 100 % & 'quotes' #1", "very long " * 18]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", [".mp4", ".pdf", ".png"])
def test_names_in_any_script_and_of_any_length_can_be_written(
    film: Project, tmp_path: Path, name: str, kind: str
) -> None:
    folder = tmp_path / name / name
    folder.mkdir(parents=True)
    sound = write_sound(folder / f"{name}.wav", clicks(1))
    audio = film.keep_audio(sound)
    film.edit("Sound", lambda board: set_audio(board, audio))
    made = export(film, folder / f"{name}{kind}", SMALL, quiet)
    assert all(one.stat().st_size > 500 for one in made)
    if kind == ".mp4":
        assert heard(made[0]).any()


@pytest.mark.parametrize("kind", ["film.mp4", "comic.pdf", "page.png"])
def test_a_name_that_no_system_takes_is_told(film: Project, tmp_path: Path, kind: str) -> None:
    with pytest.raises(ExportError, match=r"cannot be written \(File name too long\)"):
        export(film, tmp_path / ("long" * 80 + kind), SMALL, quiet)
    assert list(tmp_path.glob("*long*")) == []


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes, as on a disk that becomes full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def size_of(path: Path) -> int:
    return max(one.stat().st_size for one in (path.iterdir() if path.is_dir() else [path]))


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_disk_that_becomes_full_is_told_and_leaves_what_was_there(
    film: Project, tmp_path: Path, name: str, share: float
) -> None:
    sound = film.keep_audio(write_sound(tmp_path / "voice.wav", clicks(3)))
    film.edit("Sound", lambda board: set_audio(board, sound))
    (tmp_path / "panels").mkdir()
    export(film, tmp_path / name, SMALL, quiet)
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    full = int(size_of(tmp_path / name) * share)
    with room_for(full), pytest.raises(ExportError, match="cannot be written"):
        export(film, tmp_path / name, SMALL, quiet)
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


@pytest.mark.parametrize("name", WRITTEN)
def test_cancelling_at_any_step_leaves_what_was_there(
    film: Project, tmp_path: Path, name: str
) -> None:
    sound = film.keep_audio(write_sound(tmp_path / "voice.wav", clicks(3)))
    film.edit("Sound", lambda board: set_audio(board, sound))
    out = tmp_path / "out"
    (out / "panels").mkdir(parents=True)
    steps: list[Progress] = []
    export(film, out / name, SMALL, steps.append)
    before = {one: one.read_bytes() for one in out.rglob("*") if one.is_file()}
    for last in range(len(steps)):
        with pytest.raises(Cancelled):
            export(film, out / name, SMALL, Stopping(last))
        assert {one: one.read_bytes() for one in out.rglob("*") if one.is_file()} == before


class Stopping:
    """A report that cancels when so many steps have been told."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self, progress: Progress) -> None:
        if not self.left:
            raise Cancelled
        self.left -= 1
