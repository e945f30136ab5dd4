"""The judge answers in the world's words, and learns to."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import torch
from diffusers import AutoencoderTiny

from storyboard.evaluation.judge import (
    FIGURE,
    UNASKED,
    UNSEEN,
    Judge,
    heads,
    load_judge,
    targets,
    truth,
)
from storyboard.resources import starter_judge, starter_model
from storyboard.training.autoencoder import to_tensor
from storyboard.training.drawn import draw
from storyboard.training.judge import Drawing, Pool, loss_of, train
from storyboard.training.run import Schedule
from storyboard.world.picture import random_picture


def test_every_picture_of_the_world_has_an_answer_to_every_question() -> None:
    lot = Random(0)
    pictures = [random_picture(lot) for _ in range(300)]
    assert all(truth(picture).keys() == heads().keys() for picture in pictures)
    assert {name: rows.shape for name, rows in targets(pictures).items()} == dict.fromkeys(
        heads(), (300,)
    )
    empty = next(picture for picture in pictures if not picture.figures)
    assert {truth(empty)[f"{name}0"] for name in FIGURE} == {"nobody"}


def test_nobody_is_asked_about_trousers_below_the_picture() -> None:
    lot = Random(0)
    alone = [one for one in (random_picture(lot) for _ in range(300)) if len(one.figures) == 1]
    unseen = {one.shot for one in alone if truth(one)["bottom0"] == UNSEEN}
    seen = {one.shot for one in alone if truth(one)["bottom0"] != UNSEEN}
    assert "wide shot" not in unseen
    assert "close-up" not in seen
    hidden = next(one for one in alone if truth(one)["bottom0"] == UNSEEN)
    assert targets([hidden])["bottom0"].tolist() == [UNASKED]


def test_who_reads_holds_nothing_else() -> None:
    lot = Random(0)
    alone = [one for one in (random_picture(lot) for _ in range(300)) if len(one.figures) == 1]
    reading = [one for one in alone if one.figures[0].action == "reading"]
    assert any(one.figures[0].look.prop != "none" for one in reading)
    assert {truth(one)["prop0"] for one in reading} == {"none"}


def test_it_reads_pictures_of_any_size() -> None:
    judge = Judge(width=24).eval()
    for height, width in ((256, 256), (224, 384), (64, 64)):
        (read,) = judge.read(torch.zeros(1, 3, height, width))
        assert all(read[name] in answers for name, answers in heads().items())


def test_it_learns_what_it_is_shown(tmp_path: Path) -> None:
    torch.manual_seed(0)
    drawn = draw(tmp_path, 0, 2, 64, 64)
    judge, seen = Judge(width=24), to_tensor(drawn.pixels)
    optimizer = torch.optim.AdamW(judge.parameters(), lr=2e-3)
    losses = []
    for _ in range(25):
        loss = loss_of(judge, seen, targets(drawn.pictures))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.7 * losses[0]


def test_its_pictures_are_new_ones_and_half_of_them_autoencoded() -> None:
    new, pool = iter(Drawing([(64, 64)], 0)), Pool(_autoencoder(), 30)
    drawn, answers = next(new)
    clean = drawn.clone()
    pool.add(drawn, answers)
    pictures, asked = pool.batch(48)
    assert pictures.shape == (48, 3, 64, 64)
    assert asked.keys() == heads().keys()
    assert torch.equal(pool.pictures[1], clean[1])
    assert not torch.equal(pool.pictures[0], clean[0])
    later, answers = next(new)
    assert not torch.equal(later, clean)
    pool.add(later, answers)
    assert torch.equal(pool.pictures[29], later[5])  # the last place, and then the first ones
    assert torch.equal(pool.pictures[1], later[7])
    assert torch.equal(pool.pictures[19], clean[19])


def test_a_run_measures_every_question_and_keeps_the_weights(tmp_path: Path) -> None:
    train(tmp_path / "judge", _autoencoder(), [(64, 64)], Schedule(0.02), held_out=4)
    measured = json.loads((tmp_path / "judge" / "curve.jsonl").read_text().splitlines()[-1])
    assert measured.keys() == heads().keys()
    assert (tmp_path / "judge" / "judge.safetensors").stat().st_size < 6e6


def test_a_new_run_goes_on_with_what_an_earlier_judge_knows(tmp_path: Path) -> None:
    train(tmp_path, _autoencoder(), [(64, 64)], Schedule(0), starter_judge(), held_out=4)
    again, before = (load_judge(path) for path in (tmp_path / "judge.safetensors", starter_judge()))
    assert torch.equal(again.queries, before.queries)


def _autoencoder() -> AutoencoderTiny:
    return AutoencoderTiny.from_pretrained(starter_model() / "vae").float().eval()
