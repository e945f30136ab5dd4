"""The onlookers of the drawn world learn: an image encoder, and a judge of poses."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from storyboard.engine.request import EngineError
from storyboard.evaluation.pose import JOINTS, PoseJudge, load_pose_judge, places_of, seen
from storyboard.motion.eye import open_eye
from storyboard.training import contrast, pose
from storyboard.training.drawn import draw
from storyboard.training.run import Schedule
from storyboard.training.words import learn_tokenizer
from storyboard.world.clips import clip_of


def test_pictures_learn_to_find_their_captions(tmp_path: Path) -> None:
    torch.manual_seed(0)
    drawn = draw(tmp_path, 0, 3, 64, 64)
    words = learn_tokenizer()
    model = contrast.new_clip(words)
    pairs = contrast.Pairs([drawn], words, 0)
    pictures, told = pairs.batch(12)
    optimizer = torch.optim.AdamW(model.parameters(), 1e-3)
    losses = []
    for _ in range(15):
        loss = contrast.loss_of(model, pictures, told)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.9 * losses[0]


def test_a_short_run_makes_an_encoder_that_the_predictor_can_look_through(tmp_path: Path) -> None:
    drawn = [draw(tmp_path / "drawn", 0, 2, 64, 64)]
    contrast.train(tmp_path / "clip", drawn, drawn, learn_tokenizer(), Schedule(0.005), batch=4)
    folder = tmp_path / "clip" / "encoder"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 12e6
    notes = (tmp_path / "clip" / "curve.jsonl").read_text().splitlines()
    assert 0 <= json.loads(notes[-1])["found"] <= 1
    eye = open_eye(folder, pooled=False, precision=torch.float32)
    assert eye.tokens(np.zeros((2, 112, 192, 3), np.uint8)).shape == (2, *eye.shape)


def test_the_judge_finds_joints_better_the_more_it_has_seen() -> None:
    torch.manual_seed(0)
    judge = PoseJudge(16)
    pictures, places, inside = pose.drawn(range(8))
    optimizer = torch.optim.AdamW(judge.parameters(), 3e-3)
    errors = []
    for _ in range(12):
        error = pose.distances(judge, pictures, places, inside).mean()
        optimizer.zero_grad()
        error.backward()
        optimizer.step()
        errors.append(error.item())
    assert errors[-1] < 0.7 * errors[0]
    assert judge(torch.zeros(1, 3, 50, 90)).shape == (1, len(JOINTS), 2)


def test_only_joints_in_the_picture_count() -> None:
    clip = next(one for one in map(clip_of, range(200)) if one.scene.shot == "close-up")
    places = places_of(clip.moments(2), 192, 112)
    inside = seen(places, 192, 112)
    assert inside[0, JOINTS.index("head")]
    assert not inside[0, JOINTS.index("front_leg_end")]


def test_a_short_run_keeps_a_judge_and_a_missing_one_is_named(tmp_path: Path) -> None:
    pose.train(tmp_path, Schedule(0.005))
    judge = load_pose_judge(tmp_path / "pose.safetensors")
    assert judge(torch.zeros(1, 3, 112, 192)).shape == (1, len(JOINTS), 2)
    with pytest.raises(EngineError, match="no pose judge"):
        load_pose_judge(tmp_path / "gone.safetensors")
