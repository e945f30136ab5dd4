"""The bundled model is small, whole, and draws what it is asked for."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from storyboard.engine.engine import Engine
from storyboard.engine.request import GenerationRequest, PanelRequest
from storyboard.resources import starter_model
from storyboard.world.picture import Picture, pixels, render
from storyboard.world.vocabulary import PLACES, TIMES

SIZE = (384, 224)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(starter_model(), "cpu")


def test_the_bundled_model_is_a_standard_folder_of_at_most_forty_megabytes() -> None:
    folder = starter_model()
    index = json.loads((folder / "model_index.json").read_text())
    assert index["_class_name"] == "StableDiffusionPipeline"
    assert index["unet"] == ["diffusers", "UNet2DConditionModel"]
    assert index["text_encoder"] == ["transformers", "CLIPTextModel"]
    assert index["tokenizer"] == ["transformers", "CLIPTokenizer"]
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) <= 40e6
    assert not [path for path in folder.rglob("*") if path.suffix in {".bin", ".ckpt", ".pt"}]


def test_it_draws_the_place_and_the_time_it_is_asked_for(engine: Engine) -> None:
    wanted = [(place, time) for place in PLACES for time in TIMES]
    panels = tuple(
        PanelRequest(f"{place} {time}", f"nobody, {place}, {time}", seed=row)
        for row, (place, time) in enumerate(wanted)
    )
    made = engine.generate(
        GenerationRequest(starter_model(), panels, width=SIZE[0], height=SIZE[1]), lambda _: None
    )
    known = {one: backdrop(*one) for one in wanted}
    right = sum(nearest(one.picture, known) == one_wanted
                for one, one_wanted in zip(made, wanted, strict=True))  # fmt: skip
    assert right >= 0.85 * len(wanted)


def backdrop(place: str, time: str) -> np.ndarray:
    """The mean of several renders, small: (14, 24, 3)."""
    shown = [Picture(place, time, "wide shot", (), layout) for layout in range(8)]
    return np.mean([small(Image.fromarray(pixels(render(one, *SIZE)))) for one in shown], axis=0)


def small(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.resize((24, 14), Image.Resampling.BOX), float)


def nearest(picture: Image.Image, known: dict[tuple[str, str], np.ndarray]) -> tuple[str, str]:
    seen = small(picture)
    return min(known, key=lambda one: float(np.abs(seen - known[one]).mean()))
