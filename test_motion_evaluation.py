"""Motion is measured against true in-betweens, because stills win the figures that ask for calm."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from typer.testing import CliRunner

from storyboard.cli.commands import app
from storyboard.engine.engine import Engine
from storyboard.evaluation.judge import Judge
from storyboard.evaluation.motion import (
    Onlookers,
    Trial,
    crossfaded,
    figures_of,
    held,
    measure,
    ssim,
    trials,
)
from storyboard.evaluation.pose import PoseJudge
from storyboard.motion.transition import MotionModel
from storyboard.motion.weights import load_motion
from storyboard.progress import Progress
from tests.motion_models import save_tiny_motion

WAYS = ("hold", "crossfade", "latent", "linear", "smp")
PAPER = ("lpips-first", "lpips-frames", "clipsim-first", "clipsim-frames")


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


@pytest.fixture(scope="module")
def motion_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_motion(tmp_path_factory.mktemp("motion"))


@pytest.fixture(scope="module")
def motion(tiny_model: Path, motion_folder: Path) -> MotionModel:
    return load_motion(Engine(tiny_model, "cpu"), motion_folder)


@pytest.fixture(scope="module")
def onlookers(motion: MotionModel) -> Onlookers:
    torch.manual_seed(0)
    return Onlookers(motion.eye, Judge(width=24).eval(), PoseJudge(16).eval())


@pytest.fixture(scope="module")
def trial(motion: MotionModel) -> Trial:
    """A walk alone, so that it has a pose."""
    found = trials(motion, 15, 6, (96, 64), 1)
    return next(one for one in found if one.clip.kind == "walk" and len(one.clip.motions) == 1)


def test_the_truth_is_nearer_to_the_truth_than_a_hold_or_a_crossfade(
    onlookers: Onlookers, trial: Trial
) -> None:
    true = figures_of(onlookers, trial, trial.true)
    assert true["truth"] == pytest.approx(0, abs=1e-5)
    assert true["ssim"] == pytest.approx(1, abs=1e-4)
    assert true["sharpness"] == 1
    for other in (held, crossfaded):
        found = figures_of(onlookers, trial, other(trial.true[[0, -1]], len(trial.true)))
        assert found["truth"] > true["truth"]
        assert found["ssim"] < true["ssim"]


def test_a_crossfade_wins_the_figures_that_ask_for_little_change(
    onlookers: Onlookers, trial: Trial
) -> None:
    true = figures_of(onlookers, trial, trial.true)
    faded = figures_of(onlookers, trial, crossfaded(trial.true[[0, -1]], len(trial.true)))
    assert faded["lpips-frames"] < true["lpips-frames"]
    assert faded["motion"] < true["motion"]
    assert faded["sharpness"] < 1


def test_the_seam_tells_a_jump_at_the_end(onlookers: Onlookers, trial: Trial) -> None:
    faded = crossfaded(trial.true[[0, -1]], len(trial.true))
    assert figures_of(onlookers, trial, faded)["end"] == pytest.approx(1, abs=0.1)
    jumping = faded.copy()
    jumping[-2] = jumping[0]
    assert figures_of(onlookers, trial, jumping)["end"] > 3


def test_the_ends_of_every_way_are_the_panels(trial: Trial) -> None:
    ends = trial.true[[0, -1]]
    for way in (held, crossfaded):
        made = way(ends, 8)
        assert len(made) == 8
        assert np.array_equal(made[[0, -1]], ends)


def test_every_way_has_every_figure_with_its_interval(
    motion: MotionModel, onlookers: Onlookers
) -> None:
    found = measure(motion, onlookers, 7, quiet, 2, (64, 64), 1)
    names = (*PAPER, "truth", "ssim", "pose", "end", "motion", "sharpness")
    assert set(found) == {f"motion.{way}.{name}" for way in WAYS for name in names} | {
        f"motion.smp.gain-{name}-{way}" for way in WAYS[:-1] for name in ("truth", "pose")
    }
    assert all(one.low <= one.value <= one.high for one in found.values())
    gain = found["motion.smp.gain-truth-hold"].value
    apart = found["motion.hold.truth"].value - found["motion.smp.truth"].value
    assert gain == pytest.approx(apart, abs=1e-6)


def test_similarity_falls_with_noise() -> None:
    picture = torch.rand(1, 3, 32, 32) * 2 - 1
    noisy = [picture + level * torch.randn_like(picture) for level in (0.0, 0.3, 1.0)]
    found = [ssim(picture, one) for one in noisy]
    assert found[0] == pytest.approx(1, abs=1e-4)
    assert found[0] > found[1] > found[2]


def test_the_command_writes_the_figures(
    tiny_model: Path, motion_folder: Path, tmp_path: Path
) -> None:
    for name, judge in (("judge", Judge()), ("pose", PoseJudge(16))):
        save_file(judge.state_dict(), tmp_path / f"{name}.safetensors")
    given = ["evaluate", "motion", "--model", str(tiny_model), "--motion", str(motion_folder),
             "--judge", str(tmp_path / "judge.safetensors"),
             "--pose", str(tmp_path / "pose.safetensors"), "--transitions", "1", "--frames", "1",
             "--steps", "1", "--json", str(tmp_path / "build" / "motion.json")]  # fmt: skip
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 0, done.output
    told = json.loads((tmp_path / "build" / "motion.json").read_text())
    assert told["motion.smp.truth"]["count"] == 1
    assert "motion.hold.end" in done.stdout


def test_a_model_without_motion_weights_is_told(tiny_model: Path) -> None:
    done = CliRunner().invoke(app, ["evaluate", "motion", "--model", str(tiny_model)])
    assert done.exit_code == 1
    assert "no motion weights" in str(done.exception)
