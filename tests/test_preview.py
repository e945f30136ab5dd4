"""What is being drawn can be seen on its way, with every kind of model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from storyboard.engine.engine import Engine
from storyboard.engine.request import GenerationRequest, PanelRequest
from storyboard.progress import Preview, Progress
from storyboard.resources import starter_model
from tests.models import save_sd15_model, save_sdxl_model

PROMPT = "a brown bear in a green shirt standing, wide shot, beach, day"


def looks(engine: Engine, request: GenerationRequest) -> tuple[list[Preview], Image.Image]:
    """The previews after every step, and the picture that came of them."""
    seen: list[Preview] = []

    def look(progress: Progress) -> None:
        seen.extend(progress.previews())

    (made,) = engine.generate(request, look)
    return seen, made.picture


def distance(preview: Preview, picture: Image.Image) -> float:
    """Mean difference of a preview and the picture at its size, 0 to 1."""
    size = (preview.width, preview.height)
    small = Image.frombytes("RGB", size, preview.rgb)
    fitted = picture.resize(size, Image.Resampling.BOX)
    return float(np.abs(np.asarray(small, int) - np.asarray(fitted, int)).mean() / 255)


def test_the_starter_shows_the_colours_of_a_picture_long_before_it_is_ready() -> None:
    engine = Engine(starter_model(), "cpu")
    panel = PanelRequest("one", PROMPT, seed=3)
    seen, picture = looks(engine, GenerationRequest(engine.model, (panel,), steps=4))
    step = engine.pipe.vae_scale_factor
    assert {(one.panel, one.width, one.height) for one in seen} == {
        ("one", 384 // step, 224 // step)
    }
    first, *_, last = [distance(one, picture) for one in seen]
    assert last < 0.12
    assert first < 0.25
    assert distance(seen[-1], Image.new("RGB", picture.size)) > 2 * last


@pytest.mark.parametrize("save", [save_sd15_model, save_sdxl_model], ids=["sd15", "sdxl"])
def test_any_autoencoder_gets_a_map_of_its_own(
    save: Callable[[Path], Path], tmp_path: Path
) -> None:
    engine = Engine(save(tmp_path / "model"), "cpu")
    panel = PanelRequest("one", PROMPT, seed=3)
    seen, _ = looks(engine, GenerationRequest(engine.model, (panel,), width=64, height=64, steps=2))
    assert {(one.width, one.height, len(one.rgb)) for one in seen} == {(8, 8, 3 * 64)}
    assert engine.tint.map.shape == (5, 3)


def test_nothing_is_fitted_while_nobody_looks(tiny_model: Path) -> None:
    engine = Engine(tiny_model, "cpu")
    panel = PanelRequest("one", PROMPT)
    request = GenerationRequest(tiny_model, (panel,), width=64, height=64, steps=2)
    engine.generate(request, lambda progress: None)
    assert "map" not in vars(engine.tint)
