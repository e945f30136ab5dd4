"""A model in one file draws as the same model in a folder does, with nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from safetensors.torch import load_file, save_file
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

from storyboard.engine.engine import Engine
from storyboard.engine.request import EngineError, GenerationRequest, PanelRequest
from storyboard.engine.single_file import clip_tokenizer
from storyboard.resources import architectures
from tests.models import save_sd15_model, save_sdxl_model
from tests.single_files import save_single_file


def picture(engine: Engine) -> np.ndarray:
    panel = PanelRequest("a", "a girl reading", seed=1)
    request = GenerationRequest(engine.model, (panel,), width=64, height=64, steps=2, guidance=2.0)
    (made,) = engine.generate(request, lambda progress: None)
    return np.asarray(made.picture)


def sd15_file(folder: Path) -> Path:
    pipe = Engine(save_sd15_model(folder / "tiny"), "cpu").pipe
    return save_single_file(pipe, folder / "tiny.safetensors")


@pytest.mark.parametrize("save", [save_sd15_model, save_sdxl_model])
def test_one_file_draws_what_the_folder_draws(save: Callable[[Path], Path], tmp_path: Path) -> None:
    folder = Engine(save(tmp_path / "tiny"), "cpu")
    file = Engine(save_single_file(folder.pipe, tmp_path / "tiny.safetensors"), "cpu")
    seen, wanted = picture(file).astype(int), picture(folder)
    assert np.abs(seen - wanted).max() <= 1  # the rounding of another layout in memory
    assert list(file.provenance.files) == ["tiny.safetensors"]


@pytest.mark.parametrize(
    ("part", "kind", "parameters"),
    [
        ("unet", "sd15", 859_520_964),
        ("unet", "sdxl", 2_567_463_684),
        ("vae", "sd15", 83_653_863),
        ("vae", "sdxl", 83_653_863),
        ("text_encoder", "sd15", 123_060_480),
        ("text_encoder", "sdxl", 123_060_480),
        ("text_encoder_2", "sdxl", 694_659_840),
    ],
)
def test_the_shapes_that_come_with_the_program_are_the_published_ones(
    part: str, kind: str, parameters: int
) -> None:
    folder = architectures() / kind / part
    with torch.device("meta"):
        if part == "unet":
            model = UNet2DConditionModel.from_config(UNet2DConditionModel.load_config(folder))
        elif part == "vae":
            model = AutoencoderKL.from_config(AutoencoderKL.load_config(folder))
        else:
            text = CLIPTextModelWithProjection if part[-1] == "2" else CLIPTextModel
            model = text(CLIPTextConfig.from_pretrained(folder))
    assert sum(rows.numel() for rows in model.parameters()) == parameters


def test_the_words_are_clip_s_own() -> None:
    words = clip_tokenizer("!")
    assert len(words) == 49408
    assert words("a photo of a cat").input_ids == [49406, 320, 1125, 539, 320, 2368, 49407]
    assert words.pad_token_id == 0
    assert clip_tokenizer("<|endoftext|>").pad_token_id == 49407


def test_other_files_are_refused_by_name(tmp_path: Path) -> None:
    pickle = tmp_path / "old.ckpt"
    pickle.write_bytes(b"x")
    half = save_single_file(
        Engine(save_sd15_model(tmp_path / "m"), "cpu").pipe, tmp_path / "a.safetensors"
    )
    half.write_bytes(half.read_bytes()[:-10])
    alone = tmp_path / "vae.safetensors"
    save_file({"first_stage_model.encoder.conv_in.bias": torch.zeros(3)}, alone)
    for file, said in (
        (pickle, "are a pickle"),
        (half, "damaged or cut short"),
        (alone, "is not a whole Stable Diffusion 1.5 or SDXL model"),
    ):
        with pytest.raises(EngineError, match=said):
            Engine(file, "cpu")


def test_a_file_that_lacks_weights_is_refused(tmp_path: Path) -> None:

    file = save_single_file(
        Engine(save_sd15_model(tmp_path / "a"), "cpu").pipe, tmp_path / "a.safetensors"
    )
    weights = load_file(file)
    save_file(
        {name: rows for name, rows in weights.items() if ".output_blocks.5." not in name}, file
    )
    with pytest.raises(EngineError, match="cannot be loaded"):
        Engine(file, "cpu")
