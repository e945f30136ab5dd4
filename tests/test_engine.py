"""The engine draws panels together, the same every time, and says plainly what it cannot use."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from storyboard.engine.device import best_precision
from storyboard.engine.engine import Engine
from storyboard.engine.recipe import recipe_of
from storyboard.engine.request import (
    Anchor,
    Consistency,
    EngineError,
    GenerationRequest,
    PanelRequest,
)
from storyboard.progress import Cancelled, Progress
from tests.models import save_sd15_model, save_sdxl_model

PANELS = tuple(
    PanelRequest(name, f"a {name} waving", "", seed, cast)
    for name, seed, cast in [("girl", 1, ("ann",)), ("cat", 2, ("ann",)), ("bear", 3, ("bo",))]
)


@pytest.fixture(scope="module")
def engine(tiny_model: Path) -> Engine:
    return Engine(tiny_model, "cpu")


@pytest.fixture
def request_(tiny_model: Path) -> GenerationRequest:
    return GenerationRequest(tiny_model, PANELS, width=64, height=96, steps=3)


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


def pictures(engine: Engine, request: GenerationRequest) -> dict[str, np.ndarray]:
    return {made.panel: np.asarray(made.picture) for made in engine.generate(request, quiet)}


def anchor(folder: Path, color: str = "red") -> Anchor:
    path = folder / f"{color}.png"
    Image.new("RGB", (200, 100), color).save(path)
    return Anchor("portrait", "ab" * 32, path, "a girl", ("ann",))


def test_every_panel_gets_a_picture_of_the_size_asked_for(engine, request_) -> None:
    made = engine.generate(request_, quiet)
    assert [one.panel for one in made] == ["girl", "cat", "bear"]
    assert {one.picture.size for one in made} == {(64, 96)}


def test_the_same_request_gives_the_same_pictures_also_in_a_new_engine(
    engine, request_, tiny_model
) -> None:
    first, again = pictures(engine, request_), pictures(Engine(tiny_model, "cpu"), request_)
    assert all(np.array_equal(first[name], again[name]) for name in first)


def test_another_seed_gives_another_picture(engine, request_) -> None:
    other = replace(request_, panels=(replace(PANELS[0], seed=9), *PANELS[1:]))
    assert not np.array_equal(pictures(engine, request_)["girl"], pictures(engine, other)["girl"])


@pytest.mark.parametrize("seed", [-1, 0, 2**63, 2**70])
def test_any_integer_is_a_seed(engine, request_, seed: int) -> None:
    alone = replace(request_, panels=(replace(PANELS[0], seed=seed),))
    assert pictures(engine, alone).keys() == {"girl"}


def test_panels_of_one_cast_read_one_another_and_no_strangers(engine, request_) -> None:
    shared = pictures(engine, request_)
    alone = pictures(engine, replace(request_, consistency=Consistency(rate=0)))
    assert not np.array_equal(shared["girl"], alone["girl"])
    assert not np.array_equal(shared["cat"], alone["cat"])
    assert np.array_equal(shared["bear"], alone["bear"])


def test_a_panel_that_leads_all_the_way_does_not_depend_on_those_that_follow(
    engine, request_
) -> None:
    led = replace(request_, consistency=Consistency(lead=1))
    other = (PANELS[0], replace(PANELS[1], seed=9), PANELS[2])
    first, second = pictures(engine, led), pictures(engine, replace(led, panels=other))
    assert np.array_equal(first["girl"], second["girl"])
    assert not np.array_equal(first["cat"], second["cat"])


def test_what_is_read_is_what_guidance_follows_unless_both_halves_read(engine, request_) -> None:
    guided = pictures(engine, request_)["girl"]
    both = replace(request_, consistency=Consistency(guided=False))
    assert not np.array_equal(guided, pictures(engine, both)["girl"])
    off = [replace(one, guidance=1.0) for one in (request_, both)]
    without = [pictures(engine, one)["girl"] for one in off]
    assert np.array_equal(*without)


def test_a_panel_does_not_depend_on_panels_it_does_not_read(engine, request_) -> None:
    together = pictures(engine, request_)["bear"].astype(int)
    alone = pictures(engine, replace(request_, panels=PANELS[2:]))["bear"]
    assert np.abs(together - alone).max() <= 2


def test_an_anchor_changes_the_panels_of_its_cast_only(engine, request_, tmp_path) -> None:
    plain = pictures(engine, request_)
    held = pictures(engine, replace(request_, anchors=(anchor(tmp_path),)))
    blue = pictures(engine, replace(request_, anchors=(anchor(tmp_path, "blue"),)))
    assert held.keys() == plain.keys()
    assert not np.array_equal(held["girl"], plain["girl"])
    assert not np.array_equal(held["girl"], blue["girl"])
    assert np.abs(held["bear"].astype(int) - plain["bear"]).max() <= 2


@pytest.mark.parametrize("save", [save_sd15_model, save_sdxl_model])
def test_any_stable_diffusion_folder_draws_a_story_with_its_own_sampler(
    request_, tmp_path, save
) -> None:
    folder = save(tmp_path / "model")
    engine = Engine(folder, "cpu")
    request = replace(request_, model=folder, height=64, anchors=(anchor(tmp_path),))
    seen: list[Progress] = []
    made = engine.generate(request, seen.append)
    assert [one.panel for one in made] == ["girl", "cat", "bear"]
    assert seen[-1].step == seen[-1].steps
    again = Engine(folder, "cpu").generate(request, quiet)
    for one, other in zip(made, again, strict=True):
        assert np.array_equal(np.asarray(one.picture), np.asarray(other.picture))
    alone = pictures(engine, replace(request, consistency=Consistency(rate=0)))
    assert not np.array_equal(np.asarray(made[0].picture), alone["girl"])


def test_a_portrait_is_read_and_not_returned(engine, request_) -> None:
    portrait = PanelRequest("portrait", "a bear standing", seed=7, cast=("bo",))
    before = pictures(engine, request_)
    after = pictures(engine, replace(request_, portraits=(portrait,)))
    assert after.keys() == before.keys()
    assert not np.array_equal(before["bear"], after["bear"])
    assert np.abs(before["girl"].astype(int) - after["girl"]).max() <= 1


def test_guidance_can_be_off(engine, request_) -> None:
    assert len(pictures(engine, replace(request_, guidance=1.0))) == 3


def test_every_step_is_reported_and_can_cancel(engine, request_) -> None:
    seen: list[Progress] = []

    def until_two(progress: Progress) -> None:
        seen.append(progress)
        if progress.step == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.generate(request_, until_two)
    assert seen == [Progress(0, 3), Progress(1, 3), Progress(2, 3)]
    assert len(pictures(engine, request_)) == 3


def test_a_recipe_holds_the_whole_group_and_what_made_it(engine, request_, tmp_path) -> None:
    request = replace(request_, anchors=(anchor(tmp_path),))
    recipe = json.loads(recipe_of(request, "cat", engine.provenance))
    assert recipe["panel"] == "cat"
    assert [panel["seed"] for panel in recipe["panels"]] == [1, 2, 3]
    assert recipe["anchors"][0]["sha256"] == "ab" * 32
    assert recipe["consistency"]["rate"] == 0.5
    assert len(recipe["provenance"]["files"]["unet/diffusion_pytorch_model.safetensors"]) == 64
    assert recipe["provenance"]["versions"]["torch"]
    assert str(tmp_path) not in json.dumps(recipe)


@pytest.fixture
def broken(tiny_model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_model, tmp_path / "broken"))


def refused(folder: Path) -> str:
    with pytest.raises(EngineError) as error:
        Engine(folder, "cpu")
    return str(error.value)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    assert "There is no model at" in refused(tmp_path / "nothing")


def test_pickled_weights_are_refused_unopened(broken: Path) -> None:
    weights = broken / "unet" / "diffusion_pytorch_model.safetensors"
    weights.rename(weights.with_suffix(".bin"))
    assert "pickle" in refused(broken)


def test_a_pickled_checkpoint_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.ckpt").write_bytes(b"\x80\x04.")
    assert "pickle" in refused(tmp_path / "model.ckpt")


def test_truncated_weights_are_refused_by_name(broken: Path) -> None:
    weights = broken / "unet" / "diffusion_pytorch_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    assert f"“{weights}” are damaged" in refused(broken)


def test_a_model_without_a_part_is_refused(broken: Path) -> None:
    shutil.rmtree(broken / "vae")
    assert "lacks its part" in refused(broken)


def test_a_nonsense_index_is_refused(broken: Path) -> None:
    (broken / "model_index.json").write_text("[]")
    assert "does not describe a model" in refused(broken)
    (broken / "model_index.json").write_text("{")
    assert "cannot be read" in refused(broken)


def test_weights_of_another_shape_are_refused(broken: Path) -> None:
    config = broken / "unet" / "config.json"
    config.write_text(config.read_text().replace('"in_channels": 12', '"in_channels": 7'))
    assert "cannot be loaded" in refused(broken)


@pytest.mark.parametrize("change", [{"width": 70}, {"height": 0}, {"steps": 0}])
def test_impossible_requests_are_refused(engine, request_, change: dict[str, int]) -> None:
    with pytest.raises(EngineError):
        engine.generate(replace(request_, **change), quiet)


def test_a_missing_anchor_picture_is_named(engine, request_, tmp_path) -> None:
    gone = replace(anchor(tmp_path), picture=tmp_path / "gone.png")
    with pytest.raises(EngineError, match=r"gone\.png"):
        engine.generate(replace(request_, anchors=(gone,)), quiet)


def test_two_engines_in_one_process_do_not_disturb_each_other(request_, tiny_model) -> None:
    one, other = Engine(tiny_model, "cpu"), Engine(tiny_model, "cpu")
    weaker = replace(request_, consistency=Consistency(rate=0.3, strength=0.5), story_seed=5)
    alone = pictures(one, request_), pictures(other, weaker)
    with ThreadPoolExecutor(2) as pool:
        drawing = [pool.submit(pictures, one, request_), pool.submit(pictures, other, weaker)]
        together = [each.result() for each in drawing]
    for before, after in zip(alone, together, strict=True):
        assert all(np.array_equal(before[name], after[name]) for name in before)


def test_described_characters_are_routed_and_the_same_every_time(engine, request_) -> None:
    both = PanelRequest("both", "a girl and a bear", "", 4, ("ann", "bo"), ("a girl", "a bear"))
    told = [replace(one, described=(f"a {name}",)) for one, name in
            zip(PANELS, ("girl", "cat", "bear"), strict=True)]  # fmt: skip
    request = replace(request_, panels=(both, *told), width=256, height=256)
    routed = pictures(engine, request)
    again = pictures(engine, request)
    whole = pictures(engine, replace(request, consistency=Consistency(routing=False)))
    assert all(np.array_equal(routed[name], again[name]) for name in routed)
    assert not np.array_equal(routed["both"], whole["both"])


def test_a_device_that_is_not_there_is_named(tiny_model) -> None:
    with pytest.raises(EngineError, match="no device “abacus” here"):
        Engine(tiny_model, "abacus")


def test_processors_compute_in_whole_precision(engine) -> None:
    assert engine.precision == torch.float32
    assert engine.provenance.precision == "float32"
    assert best_precision("mps") == torch.float16
