"""The weights of a model are read once, and again when a file has changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from storyboard.engine.checkpoint import hashes
from storyboard.engine.known_hashes import weights_of
from storyboard.progress import Cancelled


@pytest.fixture
def model(tmp_path: Path) -> Path:
    for part in ("unet", "vae"):
        (tmp_path / "model" / part).mkdir(parents=True)
        (tmp_path / "model" / part / "model.safetensors").write_bytes(part.encode())
    (tmp_path / "model" / "config.json").write_text("{}")
    return tmp_path / "model"


def sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def never() -> None:
    raise Cancelled


def quiet() -> None:
    pass


def test_they_are_those_that_a_recipe_names(model: Path, tmp_path: Path) -> None:
    weights = weights_of(model, tmp_path / "kept" / "memory.json", quiet)
    assert weights == {sha("unet"), sha("vae")}
    assert weights < set(hashes(model).values())


def test_files_that_are_the_same_are_not_read_again(model: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.json"
    with pytest.raises(Cancelled):
        weights_of(model, memory, never)
    first = weights_of(model, memory, quiet)
    assert weights_of(model, memory, never) == first
    (model / "vae" / "model.safetensors").write_bytes(b"other vae")
    assert weights_of(model, memory, quiet) == {sha("unet"), sha("other vae")}


def test_a_single_file_is_a_model_too_and_a_missing_one_has_none(tmp_path: Path) -> None:
    (tmp_path / "one.safetensors").write_bytes(b"one")
    memory = tmp_path / "memory.json"
    assert weights_of(tmp_path / "one.safetensors", memory, quiet) == {sha("one")}
    assert weights_of(tmp_path / "none.safetensors", memory, quiet) == frozenset()


@pytest.mark.parametrize("told", ["no json", "[]", '{"a": 3}', '{"a": ["x", "y", "z"]}'])
def test_a_memory_that_somebody_else_wrote_is_ignored(
    model: Path, tmp_path: Path, told: str
) -> None:
    (tmp_path / "memory.json").write_text(told)
    assert len(weights_of(model, tmp_path / "memory.json", quiet)) == 2
