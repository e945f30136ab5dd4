"""What the starter model promises is measured, with intervals."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from storyboard.cli import main
from storyboard.engine.engine import Engine
from storyboard.evaluation.agreement import UNNAMED, across, agreement, aligned, story
from storyboard.evaluation.figures import mean_of
from storyboard.evaluation.judge import Judge, truth
from storyboard.evaluation.quality import marked, prompts, psnr
from storyboard.resources import starter_model


def test_an_interval_narrows_with_the_number_of_samples() -> None:
    few, many = mean_of([0, 1] * 10), mean_of([0, 1] * 1000)
    assert few.low < many.low < 0.5 < many.high < few.high
    assert few.value == many.value == 0.5
    with pytest.raises(ValueError, match="at least one"):
        mean_of([])


def test_a_picture_that_shows_everything_gets_every_mark() -> None:
    for one in prompts(60):
        assert all(mark for _, mark in marked(one.shown, truth(one.shown)))


def test_a_wrong_colour_costs_the_mark_for_what_was_named() -> None:
    one = next(each for each in prompts(60) if len(each.shown.figures) == 1)
    wrong = truth(one.shown) | {"top0": "other"}
    marks = [mark for name, mark in marked(one.shown, wrong) if name == "named"]
    assert marks.count(False) == 1


def test_prompts_name_everything_that_is_judged() -> None:
    for one in prompts(60):
        for figure in one.shown.figures:
            assert figure.look.kind in one.prompt
            assert f"{figure.look.top} " in one.prompt


def test_a_story_names_its_character_s_kind_and_nothing_else() -> None:
    told = story(5)
    assert len(told.panels) == 6
    assert {one.shown.figures[0].look for one in told.panels} == {
        told.panels[0].shown.figures[0].look
    }
    look = told.panels[0].shown.figures[0].look
    for one in told.panels:
        assert told.kind in one.prompt
        assert f"{look.top} shirt" not in one.prompt


def test_one_character_agrees_with_itself_and_strangers_less() -> None:
    told = [story(seed) for seed in range(40)]
    read = [[truth(one.shown) for one in each.panels] for each in told]
    assert all(agreement(answers) == 1 for answers in read)
    assert 0.1 < np.mean(across(told, read)) < 0.7
    assert all(aligned(each, answers) == 1 for each, answers in zip(told, read, strict=True))
    mixed = [read[row][0] for row in range(6)]
    assert agreement(mixed) < 0.9
    assert len(UNNAMED) == 7


def test_the_autoencoder_is_measured_in_decibels() -> None:
    assert psnr(Engine(starter_model(), "cpu"), 2).value > 25


def test_the_command_judges_a_model_and_writes_every_figure(
    tiny_model: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    torch.manual_seed(0)
    save_file(Judge().state_dict(), tmp_path / "judge.safetensors")
    judge, figures = tmp_path / "judge.safetensors", tmp_path / "figures.json"
    words = (
        "storyboard evaluate starter --pictures 2 --stories 1 --pairs 1 --steps 1 --rates "
        f"--model {tiny_model} --judge {judge} --json {figures}"
    )
    monkeypatch.setattr(sys, "argv", words.split())
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    found = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    wanted = (
        "quality.place quality.psnr consistency.plain consistency.csa consistency.perfect "
        "consistency.across_plain consistency.across_csa consistency.alignment_drop "
        "consistency.anchored consistency.regenerated consistency.backgrounds_csa "
        "consistency.rate_0.3 consistency.rate_1.0 consistency.bleed consistency.bleed_unrouted "
        "consistency.regions"
    )
    assert set(wanted.split()) <= found.keys()
    assert found["quality.place"]["count"] == 4
    assert "consistency.csa" in capsys.readouterr().out


def test_a_missing_judge_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = f"storyboard evaluate starter --judge {tmp_path / 'none'}"
    monkeypatch.setattr(sys, "argv", words.split())
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "There is no judge at" in capsys.readouterr().err
