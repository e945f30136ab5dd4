"""A prompt may be of any length, and means the same in any company."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from storyboard.engine.engine import Engine
from storyboard.engine.prompts import encoded, token_chunks
from storyboard.engine.request import GenerationRequest, PanelRequest
from storyboard.resources import starter_model
from tests.models import save_sd15_model, save_sdxl_model

SHORT = "a cat in a red shirt, waving"
LONG = ", ".join(["a brown bear in a green shirt and a top hat reading on the beach"] * 9)


@pytest.fixture(scope="module", params=[save_sd15_model, save_sdxl_model])
def pipe(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return Engine(request.param(tmp_path_factory.mktemp("model")), "cpu").pipe


def pictures(engine: Engine, *prompts: str) -> list[np.ndarray]:
    panels = tuple(PanelRequest(str(row), text, seed=row) for row, text in enumerate(prompts))
    request = GenerationRequest(engine.model, panels, width=64, height=64, steps=3)
    return [np.asarray(one.picture) for one in engine.generate(request, lambda progress: None)]


@torch.inference_mode()
def test_a_short_prompt_is_encoded_exactly_as_the_stock_pipeline_does(pipe: Any) -> None:
    ours = encoded(pipe, [SHORT, "a bear"], ["", "rain"])
    stock = pipe.encode_prompt([SHORT, "a bear"], device="cpu", num_images_per_prompt=1,
                               do_classifier_free_guidance=True,
                               negative_prompt=["", "rain"])  # fmt: skip
    names = ("prompt_embeds", "negative_prompt_embeds", "pooled_prompt_embeds",
             "negative_pooled_prompt_embeds")  # fmt: skip
    for name, wanted in zip(names, stock, strict=False):
        assert torch.allclose(ours[name], wanted, atol=1e-6), name


@torch.inference_mode()
def test_a_long_prompt_is_read_to_its_end(pipe: Any) -> None:
    chunks = token_chunks(pipe.tokenizer, LONG)
    assert len(chunks) > 1
    assert (chunks[:, 0] == pipe.tokenizer.bos_token_id).all()
    told = encoded(pipe, [LONG], [""])["prompt_embeds"]
    other = encoded(pipe, [LONG + " at night"], [""])["prompt_embeds"]
    assert told.shape[1] == 77 * len(chunks)
    assert not torch.equal(told[:, 77:], other[:, 77:])


@torch.inference_mode()
def test_repeating_its_chunks_changes_nothing_a_prompt_says(pipe: Any) -> None:
    """The whole UNet: states of a short prompt, alone and beside a long one."""
    alone = encoded(pipe, [SHORT], [""])
    beside = encoded(pipe, [SHORT, LONG], ["", ""])
    assert beside["prompt_embeds"].shape[1] > alone["prompt_embeds"].shape[1]
    latents = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(0))

    def velocity(told: dict[str, torch.Tensor]) -> torch.Tensor:
        added = None
        if "pooled_prompt_embeds" in told:
            sizes = torch.zeros(1, 6)
            added = {"text_embeds": told["pooled_prompt_embeds"][:1], "time_ids": sizes}
        return pipe.unet(latents, 500, told["prompt_embeds"][:1], added_cond_kwargs=added).sample

    assert torch.allclose(velocity(alone), velocity(beside), atol=1e-5)


def test_the_end_of_a_long_prompt_shows_in_the_picture() -> None:
    engine = Engine(starter_model(), "cpu")
    (first,) = pictures(engine, f"{LONG}, at night")
    (second,) = pictures(engine, f"{LONG}, by day")
    assert np.abs(first.astype(int) - second).mean() > 1


def test_a_story_of_short_and_long_prompts_is_drawn_as_each_alone() -> None:
    engine = Engine(starter_model(), "cpu")
    (alone,) = pictures(engine, SHORT)
    together = pictures(engine, SHORT, LONG)[0]
    assert np.abs(alone.astype(int) - together).mean() < 1
