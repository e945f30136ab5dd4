"""Anchors: what a picture carries, and how true a panel made after it is to one made beside it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from storyboard.engine.engine import Engine
from storyboard.engine.latents import unpacked
from storyboard.engine.png import LATENTS, latents_in, png_of
from storyboard.engine.request import Anchor, GenerationRequest, PanelRequest
from storyboard.resources import starter_model
from tests.models import save_sd15_model

ANCHOR = PanelRequest("a", "a girl in a red shirt, standing, beach, day", seed=1, cast=("ann",))
PANEL = PanelRequest("x", "a girl, waving, forest, night", seed=2, cast=("ann",))


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(starter_model(), "cpu")


@pytest.fixture(scope="module")
def request_(engine) -> GenerationRequest:
    return GenerationRequest(engine.model, (PANEL,), width=192, height=128, steps=8)


def seen(engine: Engine, request: GenerationRequest) -> np.ndarray:
    return np.asarray(engine.generate(request, lambda progress: None)[-1].picture, int)


def kept(folder: Path, png: bytes) -> Anchor:
    path = folder / "a.png"
    path.write_bytes(png)
    return Anchor("a", sha256(png).hexdigest(), path, ANCHOR.prompt, ANCHOR.cast)


def drawn(engine: Engine, request: GenerationRequest, trails: bool) -> bytes:
    alone = replace(request, panels=(ANCHOR,), trails=trails)
    return png_of(engine.generate(alone, lambda progress: None)[0].picture)


def test_a_stored_trail_is_exact_and_a_renoised_end_comes_close(
    engine, request_, tmp_path: Path
) -> None:
    """Panels made beside their anchor, against the same panels made after it in three ways."""
    panels = tuple(replace(PANEL, panel=f"x{seed}", seed=seed) for seed in range(2, 6))
    alone = [replace(request_, panels=(panel,)) for panel in panels]
    beside = [seen(engine, replace(one, portraits=(ANCHOR,))) for one in alone]

    def distance(*anchors: Anchor) -> float:
        """The mean over all panels; that of one panel depends on the processor."""
        after = [seen(engine, replace(one, anchors=anchors)) for one in alone]
        return float(np.abs(np.array(after) - np.array(beside)).mean())

    trail, end = drawn(engine, request_, True), drawn(engine, request_, False)
    bare = BytesIO()
    Image.open(BytesIO(end)).convert("RGB").save(bare, "PNG")  # as if it came from outside
    without = distance()
    assert distance(kept(tmp_path, trail)) < 0.05
    assert distance(kept(tmp_path, end)) < 0.85 * without
    assert distance(kept(tmp_path, bare.getvalue())) < 0.85 * without


def test_a_trail_of_other_steps_is_passed_over_and_the_end_renoised(
    engine, request_, tmp_path: Path
) -> None:
    trail, end = drawn(engine, request_, True), drawn(engine, request_, False)
    other = replace(request_, steps=5)
    digest = "cd" * 32  # the noise is seeded from it
    pictures = [
        seen(engine, replace(other, anchors=(replace(kept(tmp_path, png), sha256=digest),)))
        for png in (trail, end)
    ]
    assert np.array_equal(*pictures)


def test_a_picture_carries_the_latents_it_was_decoded_from(engine, request_) -> None:
    png = drawn(engine, request_, False)
    opened = Image.open(BytesIO(png))
    latents = unpacked(latents_in(opened) or b"")
    assert latents is not None
    assert latents.trail is None
    assert latents.autoencoder == engine.autoencoder
    with torch.inference_mode():
        scaled = latents.end[None] / engine.pipe.vae.config.scaling_factor
        decoded = engine.pipe.vae.decode(scaled).sample
        again = engine.pipe.image_processor.postprocess(decoded)[0]
    assert np.abs(np.asarray(again, int) - np.asarray(opened, int)).max() <= 1


def test_a_picture_that_was_painted_over_carries_nothing(engine, request_) -> None:
    made = Image.open(BytesIO(drawn(engine, request_, False)))
    info = latents_in(made)
    painted = made.copy()
    painted.paste((255, 0, 0), (0, 0, 20, 20))
    painted.info[LATENTS] = info
    assert latents_in(Image.open(BytesIO(png_of(painted)))) == info
    assert latents_in(Image.open(BytesIO(png_of(made)))) is None  # a copy loses them
    assert latents_in(Image.new("RGB", (8, 8))) is None


def test_pixels_that_do_not_match_the_latents_are_not_trusted() -> None:
    picture = Image.new("RGB", (8, 8), "red")
    picture.info[LATENTS] = b"told"
    png = png_of(picture)
    assert latents_in(Image.open(BytesIO(png))) == b"told"
    other = png_of(Image.new("RGB", (8, 8), "blue"))
    start, end = png.index(b"laTE") - 4, png.index(b"laTE") + 8 + 32 + len(b"told")
    grafted = other[:33] + png[start:end] + other[33:]
    assert latents_in(Image.open(BytesIO(grafted))) is None


def test_latents_of_another_autoencoder_or_size_are_passed_over(
    engine, request_, tmp_path: Path
) -> None:
    png = drawn(engine, request_, False)
    sd15 = Engine(save_sd15_model(tmp_path / "sd15"), "cpu")
    for size in ((192, 128), (64, 64)):
        request = replace(request_, model=sd15.model, width=size[0], height=size[1], steps=1)
        assert seen(sd15, replace(request, anchors=(kept(tmp_path, png),))).shape[:2] == size[::-1]


def test_bytes_that_are_no_latents_are_passed_over(engine, request_, tmp_path: Path) -> None:
    assert unpacked(b"") is None
    assert unpacked(b"no latents at all, but longer than a header") is None
    picture = Image.new("RGB", (192, 128), "red")
    picture.info[LATENTS] = b"nonsense"
    anchor = kept(tmp_path, png_of(picture))
    assert seen(engine, replace(request_, anchors=(anchor,), steps=1)).shape == (128, 192, 3)
