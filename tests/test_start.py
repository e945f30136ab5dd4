"""A panel can be drawn from a picture: the one it shows, in place of noise alone."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import StableDiffusionImg2ImgPipeline
from PIL import Image

from storyboard.cli import main
from storyboard.engine.engine import Engine
from storyboard.engine.prompts import encoded
from storyboard.engine.recipe import recipe_of
from storyboard.engine.request import (
    Consistency,
    EngineError,
    GenerationRequest,
    PanelRequest,
    Start,
)
from storyboard.generation import Settings, generate, request_for
from storyboard.generation.again import request_again
from storyboard.generation.orders import draw, order_of
from storyboard.project import Project

STEPS = 4


@pytest.fixture(scope="module")
def engine(tiny_model: Path) -> Engine:
    return Engine(tiny_model, "cpu")


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("picture") / "slope.png"
    Image.linear_gradient("L").convert("RGB").save(path)
    return path


def request_(engine: Engine, *panels: PanelRequest) -> GenerationRequest:
    return GenerationRequest(engine.model, panels, width=64, height=64, steps=STEPS)


def panel(picture: Path, strength: float | None, name: str = "a", seed: int = 3) -> PanelRequest:
    digest = sha256(picture.read_bytes()).hexdigest()
    start = None if strength is None else Start(digest, picture, strength)
    return PanelRequest(name, "a girl, beach", seed=seed, start=start)


def seen(engine: Engine, request: GenerationRequest) -> np.ndarray:
    made = engine.generate(request, lambda progress: None)
    return np.stack([np.asarray(one.picture, int) for one in made])


def test_what_is_drawn_is_what_the_stock_pipeline_for_pictures_draws(
    engine: Engine, picture: Path
) -> None:
    ours = seen(engine, request_(engine, panel(picture, 0.5)))[0]
    stock = StableDiffusionImg2ImgPipeline(**engine.pipe.components, requires_safety_checker=False)
    stock.set_progress_bar_config(disable=True)
    with Image.open(picture) as opened:
        given = opened.convert("RGB").resize((64, 64), Image.Resampling.LANCZOS)
    with torch.inference_mode():
        theirs = stock(
            **encoded(engine.pipe, ["a girl, beach"], [""]),
            image=given,
            strength=0.5,
            num_inference_steps=STEPS,
            guidance_scale=5.0,
            generator=torch.Generator().manual_seed(3),
        ).images[0]
    assert np.abs(ours - np.asarray(theirs, int)).max() <= 1


def test_at_full_strength_nothing_of_the_picture_is_left(engine: Engine, picture: Path) -> None:
    from_noise = seen(engine, request_(engine, panel(picture, None)))
    assert np.array_equal(seen(engine, request_(engine, panel(picture, 1.0))), from_noise)
    assert not np.array_equal(seen(engine, request_(engine, panel(picture, 0.7))), from_noise)


def test_panels_of_one_group_begin_where_each_of_them_wants(engine: Engine, picture: Path) -> None:
    panels = [
        panel(picture, strength, name, seed)
        for seed, (name, strength) in enumerate(zip("abc", (0.25, None, 0.75), strict=True))
    ]
    apart = replace(request_(engine, *panels), consistency=Consistency(rate=0))
    alone = [seen(engine, replace(apart, panels=(one,)))[0] for one in panels]
    assert np.abs(seen(engine, apart) - np.stack(alone)).max() <= 1


def test_a_strength_that_is_no_fraction_is_told(engine: Engine, picture: Path) -> None:
    with pytest.raises(EngineError, match="from 0 to 1"):
        engine.generate(request_(engine, panel(picture, 1.5)), lambda progress: None)


def test_a_picture_that_is_gone_is_told(engine: Engine, picture: Path, tmp_path: Path) -> None:
    gone = replace(panel(picture, 0.5), start=Start("0" * 64, tmp_path / "gone.png", 0.5))
    with pytest.raises(EngineError, match=r"gone\.png” cannot be read"):
        engine.generate(request_(engine, gone), lambda progress: None)


def test_the_recipe_names_the_picture_by_its_hash_and_makes_the_same_again(
    project: Project, engine: Engine, picture: Path
) -> None:
    one = project.board.panels[0].id
    given = project.import_picture(one, picture)
    settings = Settings(engine.model, steps=2, start=0.5)
    (take,) = generate(project, engine, [one], settings, lambda progress: None)
    told = json.loads(take.recipe)["panels"][0]
    assert told["start"] == {"sha256": given.sha256, "strength": 0.5}
    again = request_again(project, take.id, settings)
    assert again.panels[0].start == Start(given.sha256, project.picture(given), 0.5)
    made = engine.generate(again, lambda progress: None)[0]
    assert recipe_of(again, one, engine.provenance) == take.recipe
    with Image.open(project.picture(take)) as first:
        assert np.array_equal(np.asarray(first), np.asarray(made.picture))


def test_panels_without_a_picture_are_drawn_from_noise(project: Project, engine: Engine) -> None:
    ids = [one.id for one in project.board.panels]
    assert all(one.start is None for one in request_for(project, ids, Settings(start=0.5)).panels)


def test_a_job_keeps_how_much_is_drawn_anew() -> None:
    assert order_of(draw(["a"], Settings(start=0.4))).settings.start == 0.4


def test_the_command_begins_with_the_pictures_that_panels_show(
    project: Project, tiny_model: Path, picture: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    given = project.import_picture(project.board.panels[0].id, picture)
    project.close()

    def said(*words: str) -> tuple[int, str]:
        given = ["storyboard", "generate", str(project.folder), "--model", str(tiny_model)]
        monkeypatch.setattr(sys, "argv", [*given, "--steps", "2", "--from-picture", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), capsys.readouterr().err

    status, told = said("--panel", "1A-2")
    assert status == 1
    assert "1A-2 shows no picture to begin with" in told
    assert said("--panel", "1A-1", "--strength", "0.3")[0] == 0
    with Project.open(project.folder, read_only=True) as opened:
        take = opened.take(opened.board.panels[0].take or "")
    start = json.loads(take.recipe)["panels"][0]["start"]
    assert start == {"sha256": given.sha256, "strength": 0.3}
