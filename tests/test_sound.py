"""The sound of a film is found to the sample, in sync with its pictures, or silent with a word."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from storyboard.board import Audio
from storyboard.export.formats import export
from storyboard.export.options import ExportError, ExportOptions
from storyboard.export.sounds import silenced
from storyboard.project import Project
from storyboard.timeline.animatic import write_mp4
from storyboard.timeline.samples import Sound, samples_at
from storyboard.timeline.sound import (
    SoundError,
    check_sound,
    filling,
    mixed,
    read_waveform,
    samples_from,
)
from storyboard.timeline.trimming import (
    move_audio,
    set_audio,
    set_camera,
    set_panel_audio,
    set_transition,
)
from tests.sounds import RATE, clicks, heard, onsets, sound_under, write_sound
from tests.test_animatic import hold, quiet
from tests.test_project import png

NTSC = Fraction(24000, 1001)
KINDS = [("sound.wav", "pcm_s16le"), ("sound.flac", "flac"), ("sound.m4a", "aac")]


@pytest.mark.parametrize(("name", "codec"), KINDS)
def test_any_place_of_a_sound_is_found(tmp_path: Path, name: str, codec: str) -> None:
    path = write_sound(tmp_path / name, clicks(6), codec)
    for first in (0, 30_000, 5 * RATE // 2, 4 * RATE + 907):
        found = np.concatenate(list(samples_from(path, first)))
        expected = [second - first / RATE for second in range(6) if second * RATE >= first]
        assert onsets(found) == pytest.approx(expected, abs=0.003)


def test_a_part_of_the_film_is_filled_to_the_sample(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "sound.wav", clicks(2))
    for start, first, count in ((0, 0, 10), (RATE, 0, 5 * RATE), (RATE, 2 * RATE, 3 * RATE)):
        part = np.concatenate(list(filling(path, start, first, count)))
        assert len(part) == count
    whole = np.concatenate(list(filling(path, RATE, 0, 5 * RATE)))
    assert onsets(whole) == pytest.approx([1, 2], abs=0.001)
    assert not whole[3 * RATE :].any()


def test_a_waveform_shows_where_it_is_loud(tmp_path: Path) -> None:
    waveform = read_waveform(write_sound(tmp_path / "sound.wav", clicks(2.005)))
    assert waveform.samples == round(2.005 * RATE)
    assert len(waveform.peaks) == 201
    assert (np.flatnonzero(waveform.peaks > 100) == [0, 100]).all()


@pytest.mark.parametrize("content", [b"", b"not a sound", None])
def test_a_file_without_sound_is_refused_by_name(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "noise.mp4"
    if content is None:
        write_mp4(path, [hold("red", 4)], (96, 64), Fraction(24), quiet)
    else:
        path.write_bytes(content)
    with pytest.raises(SoundError, match=r"noise\.mp4"):
        check_sound(path)


@pytest.mark.parametrize("rate", [Fraction(24), NTSC, Fraction(30000, 1001)])
def test_the_film_carries_its_sound_in_sync(tmp_path: Path, rate: Fraction) -> None:
    """A burst each second, begun at frame 12: seen frames and heard seconds must agree."""
    sound = Sound(write_sound(tmp_path / "sound.wav", clicks(3)), 12)
    frames = 150
    write_mp4(tmp_path / "film.mp4", [hold("red", frames)], (96, 64), rate, quiet, [sound])
    with av.open(str(tmp_path / "film.mp4")) as film:
        (voice,), (picture,) = film.streams.audio, film.streams.video
        assert voice.codec_context.name == "aac"
        assert picture.average_rate == rate
        assert picture.frames == frames
        length = float(voice.duration * voice.time_base)
    assert length == pytest.approx(float(frames / rate), abs=0.03)  # AAC ends on whole packets
    begin = float(12 / rate)
    found = onsets(heard(tmp_path / "film.mp4"))
    assert found == pytest.approx([begin, begin + 1, begin + 2], abs=0.003)
    assert samples_at(12, rate) == pytest.approx(begin * RATE, abs=1)


def test_a_long_sound_ends_with_the_film(tmp_path: Path) -> None:
    sound = Sound(write_sound(tmp_path / "sound.wav", clicks(9)))
    write_mp4(tmp_path / "film.mp4", [hold("red", 24)], (96, 64), Fraction(24), quiet, [sound])
    with av.open(str(tmp_path / "film.mp4")) as film:
        assert film.duration / av.time_base == pytest.approx(1, abs=0.03)


def voiced(project: Project, tmp_path: Path) -> Audio:
    audio = project.keep_audio(write_sound(tmp_path / "voice.wav", clicks(3)))
    project.edit("Add sound", lambda board: set_audio(board, audio))
    project.edit("Move sound", lambda board: move_audio(board, 24))
    return audio


def test_an_export_has_the_sound_of_the_project(project: Project, tmp_path: Path) -> None:
    voiced(project, tmp_path)
    (film,) = export(project, tmp_path / "film.mp4", ExportOptions(), quiet)
    assert onsets(heard(film)) == pytest.approx([1, 2, 3], abs=0.003)
    assert silenced(project) is None


def test_a_missing_sound_is_silence_and_a_warning(project: Project, tmp_path: Path) -> None:
    voiced(project, tmp_path)
    sound_under(project).unlink()
    (film,) = export(project, tmp_path / "film.mp4", ExportOptions(), quiet)
    with av.open(str(film)) as opened:
        assert opened.streams.video[0].frames == 4 * 48
        assert not opened.streams.audio
    assert "voice.wav” is missing" in str(silenced(project))


def test_a_sound_that_broke_is_named_by_the_export(project: Project, tmp_path: Path) -> None:
    voiced(project, tmp_path)
    sound_under(project).write_bytes(b"broken")
    with pytest.raises(ExportError, match=r"voice\.wav” cannot be played"):
        export(project, tmp_path / "film.mp4", ExportOptions(), quiet)
    assert not (tmp_path / "film.mp4").exists()


def test_sounds_are_heard_together_and_too_loud_is_cut_off(tmp_path: Path) -> None:
    loud = write_sound(tmp_path / "loud.wav", clicks(2))
    found = np.concatenate(list(mixed([Sound(loud), Sound(loud, 12)], Fraction(24), 0, 3 * RATE)))
    assert len(found) == 3 * RATE
    assert onsets(found) == pytest.approx([0, 0.5, 1, 1.5], abs=0.001)
    twice = np.concatenate(list(mixed([Sound(loud), Sound(loud)], Fraction(24), 0, RATE)))
    once = np.concatenate(list(samples_from(loud)))[:RATE].astype(int)
    assert (twice == np.clip(2 * once, -32_768, 32_767)).all()
    part = np.concatenate(list(mixed([Sound(loud, 12)], NTSC, RATE // 2, RATE)))
    whole = np.concatenate(list(mixed([Sound(loud, 12)], NTSC, 0, 2 * RATE)))
    assert (part == whole[RATE // 2 : RATE // 2 + RATE]).all()


def test_the_film_mixes_the_sounds_of_its_panels(project: Project, tmp_path: Path) -> None:
    under = project.keep_audio(write_sound(tmp_path / "voice.wav", clicks(1)))
    step = project.keep_audio(write_sound(tmp_path / "step.wav", clicks(0.5)))
    second = project.board.panels[1].id
    project.edit("Add sound", lambda board: set_audio(board, under))
    project.edit("Add", lambda board: set_panel_audio(board, second, replace(step, start=12)))
    (film,) = export(project, tmp_path / "film.mp4", ExportOptions(width=64), quiet)
    assert onsets(heard(film)) == pytest.approx([0, 2.5], abs=0.003)
    file = project.sound_file(step)
    assert file is not None
    file.write_bytes(b"broken")
    with pytest.raises(ExportError, match=r"step\.wav” cannot be played"):
        export(project, tmp_path / "film.mp4", ExportOptions(width=64), quiet)
    file.unlink()
    assert "step.wav” is missing" in str(silenced(project))
    (film,) = export(project, tmp_path / "film.mp4", ExportOptions(width=64), quiet)
    assert onsets(heard(film)) == pytest.approx([0], abs=0.003)


def centre(film: Path, frame: int) -> list[int]:
    with av.open(str(film)) as opened:
        pictures = [one.to_ndarray(format="rgb24") for one in opened.decode(video=0)]
    height, width, _ = pictures[frame].shape
    return pictures[frame][height // 2, width // 2].tolist()


def test_the_film_dissolves_where_the_timeline_does(project: Project, tmp_path: Path) -> None:
    one, two = (panel.id for panel in project.board.panels[:2])
    project.add_take(one, png("#ff0000", (64, 64)), "{}")
    project.add_take(two, png("#0000ff", (64, 64)), "{}")
    project.edit("Transition", lambda board: set_transition(board, one, "dissolve", 9))
    (film,) = export(project, tmp_path / "film.mp4", ExportOptions(), quiet)
    assert centre(film, 43) == pytest.approx([255, 0, 0], abs=8)
    assert centre(film, 48) == pytest.approx([128, 0, 128], abs=12)
    assert centre(film, 53) == pytest.approx([0, 0, 255], abs=8)


def test_the_film_pushes_in_where_the_camera_does(project: Project, tmp_path: Path) -> None:
    """A picture that is red but for a blue frame ends as red up to its corners."""
    panel, content = project.board.panels[0].id, BytesIO()
    image = Image.new("RGB", (200, 200), "#0000ff")
    image.paste("#ff0000", (16, 16, 184, 184))
    image.save(content, "PNG")
    project.add_take(panel, content.getvalue(), "{}")
    project.edit("Cut", lambda board: set_transition(board, panel, "cut"))
    project.edit("Camera move", lambda board: set_camera(board, panel, "push in"))
    (film,) = export(project, tmp_path / "film.mp4", ExportOptions(), quiet)
    with av.open(str(film)) as opened:
        pictures = [one.to_ndarray(format="rgb24") for one in opened.decode(video=0)]
    assert pictures[0][5, 5].argmax() == 2
    assert pictures[47][5, 5].argmax() == 0


@pytest.mark.parametrize("name", ["voice.wav", "voice", "Voice.WAVE 64", "声.音"])
def test_a_packed_project_takes_its_sound_along(
    project: Project, tmp_path: Path, name: str
) -> None:
    sound = write_sound(tmp_path / "sound.wav", clicks(1)).rename(tmp_path / name)
    audio = project.keep_audio(sound)
    project.edit("Add sound", lambda board: set_audio(board, audio))
    project.pack(tmp_path / "film.storyboardz")
    Project.unpack(tmp_path / "film.storyboardz", tmp_path / "again")
    with Project.open(tmp_path / "again") as again:
        assert read_waveform(sound_under(again)).samples == RATE
