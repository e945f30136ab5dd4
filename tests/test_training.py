"""The starter model is trained by code that can stop at any time and go on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch
from diffusers import AutoencoderTiny, UNet2DConditionModel
from safetensors.torch import save_file
from transformers import CLIPTokenizer

from storyboard import resources
from storyboard.engine.engine import Engine
from storyboard.engine.request import GenerationRequest, PanelRequest
from storyboard.resources import starter_model
from storyboard.training import autoencoder, batches, diffusion, starter, text_encoder
from storyboard.training.drawn import draw, story_of
from storyboard.training.latents import encode
from storyboard.training.reading import (
    DEEDS,
    LOOKS,
    NO_ANSWER,
    NOBODY,
    QUESTIONS,
    Reader,
    answers,
)
from storyboard.training.run import Run, Schedule, TrainingError
from storyboard.training.words import learn_tokenizer, with_unknown_words
from storyboard.world.captions import caption
from storyboard.world.picture import mask


def curve(folder: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (folder / "curve.jsonl").read_text().splitlines()]


def test_a_run_learns_keeps_its_average_and_goes_on_where_it_was(tmp_path: Path) -> None:
    def run(minutes: float) -> Run:
        torch.manual_seed(0)
        model = torch.nn.Linear(4, 1)
        one = Run(tmp_path, model, Schedule(minutes, rate=0.05, decay=0.9))
        given = torch.eye(4)
        one.train(lambda: (model(given) - 3).square().mean(), lambda averaged: None)
        return one

    first = run(0.01).step
    again = run(0.02)
    assert again.step > first > 0
    notes = curve(tmp_path)
    assert [note["step"] for note in notes] == [first, again.step]
    assert notes[1]["loss"] < notes[0]["loss"]


def test_a_step_without_a_number_changes_nothing(tmp_path: Path) -> None:
    model = torch.nn.Linear(4, 1)
    one = Run(tmp_path, model, Schedule(1, rate=0.05))
    before = [part.clone() for part in model.parameters()]
    one.learn((model(torch.eye(4)) * torch.nan).sum())
    assert all(torch.equal(*pair) for pair in zip(before, model.parameters(), strict=True))
    one.learn(model(torch.eye(4)).square().mean())
    assert not all(torch.equal(*pair) for pair in zip(before, model.parameters(), strict=True))


def test_a_training_that_only_overflows_gives_up_and_says_so(tmp_path: Path) -> None:
    model = torch.nn.Linear(4, 1)
    one = Run(tmp_path, model, Schedule(1))
    with pytest.raises(TrainingError, match="overflow"):
        one.train(lambda: (model(torch.eye(4)) * torch.inf).sum(), lambda averaged: None)
    assert not (tmp_path / "state.pt").exists()  # an earlier checkpoint would still be there


def test_the_same_seeds_draw_the_same_stories(tmp_path: Path) -> None:
    first = draw(tmp_path / "a", 7, 2, 64, 64)
    again = draw(tmp_path / "b", 7, 2, 64, 64)
    assert first.stories == again.stories == (story_of(7), story_of(8))
    assert np.array_equal(first.pixels, again.pixels)
    assert first.pixels.shape == (8, 64, 64, 3)


def test_the_tokenizer_writes_captions_briefly_and_anything_else_exactly() -> None:
    words = learn_tokenizer()
    lot = Random(0)
    told = [caption(picture, lot, 1.0) for seed in range(200) for picture in story_of(seed)]
    assert max(len(words(text).input_ids) for text in told) <= 77
    for text in ("zoë walks to the ferry", "東京", "kaleidoscope 42!"):
        ids = words(text).input_ids[1:-1]
        assert words.decode(ids).replace(" ", "").strip() == text.replace(" ", "")


def test_unknown_words_leave_the_known_ones_in_order() -> None:
    text = "a red cat, in the city"
    longer = with_unknown_words(text, Random(1)).split(" ")
    assert len(longer) > 6
    assert [word for word in longer if word in text.split(" ")] == text.split(" ")


def test_the_text_encoder_is_asked_only_about_whom_it_was_told_of() -> None:
    stories = [story_of(seed) for seed in range(60)]
    alone = next(one for story in stories for one in story if len(one.figures) == 1)
    pair = next(one for story in stories for one in story if len(one.figures) == 2)
    assert NO_ANSWER not in answers(pair)
    assert answers(alone).count(NO_ANSWER) == len(LOOKS) + len(DEEDS) - 1
    assert answers(alone)[QUESTIONS.index("kind1")] == LOOKS["kind"].index(NOBODY)
    assert set(answers(None)) == {NO_ANSWER}
    states = torch.zeros(2, 77, text_encoder.TEXT)
    reader = Reader(text_encoder.TEXT)
    assert reader.loss(states, torch.tensor([answers(None), answers(None)])) == 0
    assert reader.loss(states, torch.tensor([answers(alone), answers(None)])) > 0


def test_the_text_encoder_learns_from_words_alone_and_goes_on_where_it_was(tmp_path: Path) -> None:
    words = learn_tokenizer()

    def run(minutes: float) -> None:
        text_encoder.train(
            tmp_path, words, text_encoder.new_text_encoder(words), Schedule(minutes, rate=2e-3)
        )

    run(0.05)
    run(0.1)
    first, last = (note for note in curve(tmp_path) if "loss" in note)
    assert last["step"] > first["step"] > 0
    assert last["loss"] < first["loss"]
    assert {"kind0", "top1", "place"} <= curve(tmp_path)[-1].keys()


def test_a_new_run_paints_as_the_earlier_model_did(tmp_path: Path) -> None:
    words = CLIPTokenizer.from_pretrained(starter_model() / "tokenizer")
    told = text_encoder.Told(text_encoder.new_text_encoder(words))
    save_file(told.state_dict(), tmp_path / text_encoder.WEIGHTS)
    painter = diffusion.new_painter(words)
    diffusion.begin(painter, tmp_path / text_encoder.WEIGHTS, starter_model())
    before = UNet2DConditionModel.from_pretrained(starter_model() / "unet").float()
    noisy, states = torch.randn(1, 16, 14, 24), torch.randn(1, 77, text_encoder.TEXT)
    with torch.no_grad():
        painted = [unet(noisy, 500, states).sample for unet in (before, painter.unet)]
    assert torch.allclose(*painted, atol=1e-4)
    assert torch.equal(painter.reader.weight, told.reader.weight)


def test_the_loss_looks_where_somebody_is() -> None:
    pictures = [one for seed in range(20) for one in story_of(seed)]
    for picture, weights in zip(pictures, batches.weights_of(pictures, 56, 96), strict=True):
        somebody = np.zeros((56, 96), bool)
        for row in range(len(picture.figures)):
            somebody |= mask(picture, row, 96, 56) > 0
        looked_at = weights.numpy() > 1
        assert looked_at.any() == bool(picture.figures)
        if picture.figures:
            assert (somebody & looked_at).sum() > 0.85 * somebody.sum()


@pytest.mark.timeout(400)
def test_a_short_training_makes_a_model_the_engine_draws_with(tmp_path: Path) -> None:
    drawn = draw(tmp_path / "drawn", 0, 4, 128, 128)
    autoencoder.train(tmp_path / "ae", drawn, drawn, Schedule(0.1, rate=1e-3, decay=0.9))
    assert curve(tmp_path / "ae")[-1]["psnr"] > 5
    vae = AutoencoderTiny.from_pretrained(tmp_path / "ae" / "vae").float()
    latents = encode(tmp_path / "latents", vae, 0, 4, 64, 64)
    assert latents.rows().shape == (16, 16, 4, 4)
    diffusion.train(
        tmp_path / "unet",
        [latents],
        vae,
        learn_tokenizer(),
        Schedule(0.05),
        batch=4,
        sample_steps=1,
    )
    assert (tmp_path / "unet" / "samples.png").is_file()
    model = tmp_path / "unet" / "model"
    weights = sum(path.stat().st_size for path in model.rglob("*.safetensors"))
    assert weights < 40e6
    request = GenerationRequest(
        model, (PanelRequest("one", "a cat"),), width=64, height=64, steps=1
    )
    (made,) = Engine(model, "cpu").generate(request, lambda progress: None)
    assert made.picture.size == (64, 64)


def test_publishing_takes_the_finished_runs_and_nothing_too_large(
    tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "ROOT", tmp_path / "resources")
    runs = tmp_path / "runs"
    shutil.copytree(tiny_model, runs / "unet" / "model")
    (runs / "judge").mkdir()
    (runs / "judge" / "judge.safetensors").write_bytes(b"weights")
    starter.publish(runs)
    bundled = tmp_path / "resources"
    assert (bundled / "starter" / "unet" / "diffusion_pytorch_model.safetensors").is_file()
    assert (bundled / "judge" / "judge.safetensors").read_bytes() == b"weights"
    assert not (bundled / "motion").exists()
    large = runs / "motion" / "motion" / "adapter.safetensors"
    large.parent.mkdir(parents=True)
    with large.open("wb") as file:
        file.truncate(41_000_000)
    with pytest.raises(ValueError, match="41 MB; 40 MB may be bundled"):
        starter.publish(runs)
    assert not (bundled / "motion").exists()


def test_self_attention_begins_by_looking_at_places_that_are_alike() -> None:
    unet = diffusion.new_painter(learn_tokenizer()).unet
    layer = unet.up_blocks[0].attentions[0].transformer_blocks[0].attn1
    one, other = torch.nn.functional.layer_norm(torch.randn(2, layer.inner_dim), [layer.inner_dim])
    places = torch.stack([one, one + 0.1 * torch.randn_like(one), other])
    query, key = (
        project(places).unflatten(1, (layer.heads, -1)).transpose(0, 1)
        for project in (layer.to_q, layer.to_k)
    )
    seen = (query @ key.transpose(1, 2) * layer.scale).softmax(-1).mean(0)
    assert seen[0, 1] > 10 * seen[0, 2]
