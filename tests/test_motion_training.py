"""The predictor is trained on any folder of video files, and goes on where it stopped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from random import Random

import av
import numpy as np
import pytest
import torch

from storyboard.engine.engine import Engine
from storyboard.motion.predictor import interpolated
from storyboard.motion.request import MotionError
from storyboard.motion.told import Told
from storyboard.motion.transition import MotionModel
from storyboard.motion.video_unet import ask
from storyboard.motion.weights import load_motion
from storyboard.progress import Progress
from storyboard.training.footage import (
    LENGTHS,
    LONGEST,
    RATE,
    Film,
    evenly,
    films_in,
    frames_in,
    length_by_lot,
    prompts_beside,
    rows_by_lot,
    split,
    write_film,
    write_world,
)
from storyboard.training.motion import Course, Learner, Lesson, train
from storyboard.training.motion_weights import begun
from storyboard.training.run import Schedule
from storyboard.training.viewing import Viewing
from storyboard.world.clips import clip_of, frames_of
from tests.motion_models import tiny_clip

LESSON = Lesson(frames=4, size=(64, 64))


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


@pytest.fixture(scope="module")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("footage")
    write_world(folder, 0, 3, (64, 64), quiet)
    return folder


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("encoder")
    tiny_clip().save_pretrained(folder)
    return folder


@pytest.fixture
def motion(tiny_model: Path, encoder: Path) -> MotionModel:
    torch.manual_seed(0)
    return begun(tiny_model, None, encoder, 4)


def test_clips_of_the_world_are_written_with_what_they_show(footage: Path) -> None:
    films = films_in(footage, pytest.fail)
    assert [film.path.name for film in films] == ["00000000.mp4", "00000001.mp4", "00000002.mp4"]
    frames = frames_in(films[0].path, (64, 64))
    assert LENGTHS[0] <= len(frames) <= LENGTHS[1]
    drawn = frames_of(clip_of(0).moments(len(frames)), 64, 64)
    assert np.abs(frames.astype(int) - drawn).mean() < 6
    assert all(films[0].prompts)
    before = films[0].path.stat().st_mtime_ns
    write_world(footage, 0, 1, (64, 64), quiet)
    assert films[0].path.stat().st_mtime_ns == before


def test_clips_that_cannot_be_read_are_named_and_left_out(footage: Path, tmp_path: Path) -> None:
    shutil.copy(footage / "00000000.mp4", tmp_path / "well.mp4")
    (tmp_path / "夜.mp4").write_bytes(b"no film at all")
    write_film(tmp_path / "short.mp4", np.zeros((2, 32, 32, 3), np.uint8), RATE)
    said: list[str] = []
    assert [film.path.name for film in films_in(tmp_path, said.append)] == ["well.mp4"]
    assert any("夜.mp4” cannot be read" in one for one in said)
    assert any("fewer than three frames" in one for one in said)
    (tmp_path / "well.mp4").unlink()
    with pytest.raises(MotionError, match="None of the 2 clips"):
        films_in(tmp_path, said.append)
    with pytest.raises(MotionError, match="no video files"):
        films_in(empty(tmp_path), said.append)
    with pytest.raises(MotionError, match="no folder"):
        films_in(tmp_path / "gone", said.append)


def empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def test_a_long_clip_is_thinned_evenly(tmp_path: Path) -> None:
    shades = np.linspace(0, 255, 250).astype(np.uint8)[:, None, None, None]
    write_film(tmp_path / "long.mp4", np.broadcast_to(shades, (250, 16, 16, 3)), RATE)
    frames = frames_in(tmp_path / "long.mp4", (16, 16)).mean((1, 2, 3))
    assert LONGEST // 2 <= len(frames) <= LONGEST + 1
    steps = np.diff(frames)
    assert steps.max() < 3 * np.median(steps)
    assert frames[0] < 5


def test_what_is_said_beside_a_clip_is_read(tmp_path: Path) -> None:
    clip = tmp_path / "a.mp4"
    assert prompts_beside(clip) == ("", "")
    (tmp_path / "a.txt").write_text("a cat\n")
    assert prompts_beside(clip) == ("a cat", "a cat")
    (tmp_path / "a.txt").write_text("a cat\n\na dog\n")
    assert prompts_beside(clip) == ("a cat", "a dog")
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xff")
    assert prompts_beside(clip) == ("", "")


def test_parts_of_clips_are_drawn_by_lot_and_stay_inside() -> None:
    lot = Random(0)
    for count in (3, 4, 16, 90):
        for _ in range(50):
            length = length_by_lot(count, 16, lot)
            rows = rows_by_lot(count, length, lot)
            assert 3 <= len(rows) == length <= min(16, count)
            assert rows == sorted(set(rows))
            assert 0 <= rows[0] <= rows[-1] < count
    films = [Film(Path(str(row))) for row in range(25)]
    learnt, held_out = split(films)
    assert len(learnt) + len(held_out) == 25
    assert len(held_out) == 2
    assert split(films[:1]) == (films[:1], films[:1])
    assert split(films[:2]) == (films[:1], films[1:2])


def test_new_temporal_layers_leave_every_frame_as_it_was(motion: MotionModel) -> None:
    latents, text = torch.randn(1, 12, 3, 4, 4), torch.randn(1, 77, 32).repeat(3, 1, 1)
    with torch.no_grad():
        moving = ask(motion.unet, latents, torch.tensor(500), Told(text), beside=False)
        still = motion.engine.pipe.unet(latents[0].transpose(0, 1), torch.tensor(500), text).sample
    assert torch.allclose(moving[0].transpose(0, 1), still, atol=1e-5)


def test_predictor_and_temporal_layers_learn_and_the_rest_stays(
    motion: MotionModel, footage: Path, tmp_path: Path
) -> None:
    learner = Learner(motion, temporal=True)
    viewing = Viewing(tmp_path / "seen", motion, LESSON.size)
    clip = viewing.seen(films_in(footage, pytest.fail)[0])
    part = clip.part(evenly(0, len(clip.latents) - 1, 4))
    noise, times = torch.randn(1, 12, 4, 4, 4), torch.tensor([600])
    frozen = motion.unet.conv_in.weight.clone()
    before = {name: rows.clone() for name, rows in learner.named_parameters()}
    optimizer = torch.optim.AdamW(learner.parameters(), 3e-3)
    losses = []
    for _ in range(12):
        loss = learner([part], times, noise, Random(9))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.8 * losses[0]
    assert torch.equal(frozen, motion.unet.conv_in.weight)
    moved = {
        name for name, rows in learner.named_parameters() if not torch.equal(rows, before[name])
    }
    assert any(name.startswith("temporal") for name in moved)
    assert any(name.startswith("predictor.project") for name in moved)
    straight = interpolated(part.tokens[:1], part.tokens[-1:], 4)[0]
    learnt = motion.predictor(part.tokens[:1], part.tokens[-1:], 4)[0]
    assert (learnt - part.tokens).square().mean() < (straight - part.tokens).square().mean()


def test_without_the_temporal_layers_only_the_predictor_learns(motion: MotionModel) -> None:
    names = {name.split(".")[0] for name, _ in Learner(motion, temporal=False).named_parameters()}
    assert names == {"predictor"}


def test_a_run_leaves_weights_curve_and_validation_clips_and_goes_on(
    tiny_model: Path, encoder: Path, footage: Path, tmp_path: Path
) -> None:
    films = split(films_in(footage, pytest.fail))

    def run(minutes: float) -> list[dict[str, float]]:
        parts = begun(tiny_model, None, encoder, 4)
        train(tmp_path, parts, films, LESSON, Schedule(minutes, rate=1e-3))
        lines = (tmp_path / "curve.jsonl").read_text().splitlines()
        return [json.loads(line) for line in lines]

    first = run(0.02)
    again = run(0.04)
    steps = [note["step"] for note in again if "step" in note]
    assert steps[-1] > steps[0] > 0
    assert "validation" in first[-1]
    assert (tmp_path / "curve.png").read_bytes().startswith(b"\x89PNG")
    with av.open(str(tmp_path / "validation-0.mp4")) as film:
        assert film.streams.video[0].width == 128
    loaded = load_motion(Engine(tiny_model, "cpu"), tmp_path / "motion")
    assert loaded.card.frames == 4
    assert (tmp_path / "motion" / "image_encoder" / "config.json").is_file()


def test_batches_hold_parts_of_one_length(
    motion: MotionModel, footage: Path, tmp_path: Path
) -> None:
    lesson = Lesson(frames=4, size=(64, 64), batch=2, temporal=False)
    viewing = Viewing(tmp_path, motion, lesson.size)
    learner = Learner(motion, temporal=False)
    course = Course(viewing, lesson, learner, torch.device("cpu"), 0)
    films = films_in(footage, pytest.fail)
    assert course.loss(films).isfinite()
    learner.eval()
    assert course.validation(films[:1]) == course.validation(films[:1])


def test_new_weights_need_an_encoder(tiny_model: Path, tmp_path: Path) -> None:
    with pytest.raises(MotionError, match="no image encoder"):
        begun(tiny_model, None, tmp_path / "gone", 4)
