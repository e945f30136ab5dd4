"""LoRA files change what a model draws, each by its weight, and leave it as it was."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import StableDiffusionPipeline, UNet2DConditionModel
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict

from storyboard.cli.commands import _lora
from storyboard.engine.engine import Engine
from storyboard.engine.recipe import recipe_of
from storyboard.engine.request import EngineError, GenerationRequest, Lora, PanelRequest
from tests.models import save_sd15_model, sd15_unet, sdxl_unet


def save_lora(file: Path, unet: UNet2DConditionModel, seed: int = 1) -> Path:
    """A random LoRA on every attention projection, in the common file layout."""
    torch.manual_seed(seed)
    unet.add_adapter(
        LoraConfig(
            r=4, init_lora_weights=False, target_modules=["to_q", "to_k", "to_v", "to_out.0"]
        )
    )
    StableDiffusionPipeline.save_lora_weights(
        file.parent, unet_lora_layers=get_peft_model_state_dict(unet), weight_name=file.name
    )
    return file


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(save_sd15_model(tmp_path_factory.mktemp("sd15")), "cpu")


@pytest.fixture(scope="module")
def lora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_lora(tmp_path_factory.mktemp("lora") / "ink.safetensors", sd15_unet())


def picture(engine: Engine, *loras: Lora) -> np.ndarray:
    panels = (
        PanelRequest("a", "a girl", seed=1, cast=("girl",)),
        PanelRequest("b", "a girl reading", seed=2, cast=("girl",)),
    )
    request = GenerationRequest(
        engine.model, panels, width=64, height=64, steps=2, guidance=2.0, loras=loras
    )
    return np.stack([np.asarray(one.picture) for one in engine.generate(request, lambda _: None)])


def test_a_lora_changes_the_picture_and_can_be_taken_off(engine: Engine, lora: Path) -> None:
    plain = picture(engine)
    changed = picture(engine, Lora(lora))
    assert not np.array_equal(plain, changed)
    assert np.array_equal(picture(engine), plain)
    assert np.array_equal(picture(engine, Lora(lora)), changed)


def test_its_weight_says_how_much(engine: Engine, lora: Path) -> None:
    plain, little, much = (
        picture(engine, *loras).astype(int)
        for loras in ((), (Lora(lora, 0.05),), (Lora(lora, 1.0),))
    )
    assert 0 < np.abs(little - plain).mean() < np.abs(much - plain).mean()
    assert np.array_equal(picture(engine, Lora(lora, 0.0)), plain)


def test_two_loras_add_up(engine: Engine, lora: Path, tmp_path: Path) -> None:
    other = save_lora(tmp_path / "wash.safetensors", sd15_unet(), seed=2)
    both = picture(engine, Lora(lora), Lora(other))
    assert not np.array_equal(both, picture(engine, Lora(lora)))
    assert not np.array_equal(both, picture(engine, Lora(other)))


def test_the_recipe_names_it_by_its_hash(engine: Engine, lora: Path) -> None:
    request = GenerationRequest(engine.model, (PanelRequest("a", "x"),), loras=(Lora(lora, 0.5),))
    recipe = recipe_of(request, "a", engine.provenance)
    assert '"name": "ink.safetensors"' in recipe
    assert '"weight": 0.5' in recipe


def test_a_missing_damaged_pickled_or_foreign_lora_is_named(
    engine: Engine, lora: Path, tmp_path: Path
) -> None:
    plain = picture(engine)
    half = tmp_path / "half.safetensors"
    half.write_bytes(lora.read_bytes()[:-100])
    pickle = tmp_path / "old.ckpt"
    pickle.write_bytes(b"x")
    foreign = save_lora(tmp_path / "xl.safetensors", sdxl_unet())
    for file, said in (
        (tmp_path / "none.safetensors", "There is no LoRA file"),
        (half, "are damaged or cut short"),
        (pickle, "are a pickle"),
        (foreign, "was made for another kind of model"),
    ):
        with pytest.raises(EngineError, match=said):
            picture(engine, Lora(file))
    assert np.array_equal(picture(engine), plain)
    assert np.array_equal(picture(engine, Lora(lora, 0.0)), plain)


def test_on_the_command_line_a_weight_follows_the_name(tmp_path: Path) -> None:
    assert _lora("ink.safetensors") == Lora(Path("ink.safetensors"))
    assert _lora("ink.safetensors:0.6") == Lora(Path("ink.safetensors"), 0.6)
    assert _lora("C:/ink.safetensors") == Lora(Path("C:/ink.safetensors"))
