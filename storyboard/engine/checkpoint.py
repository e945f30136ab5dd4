"""Looks at a model folder before it is loaded, so that a bad one is refused in plain words."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from storyboard.engine.request import EngineError

PICKLES = {".bin", ".ckpt", ".pt", ".pth"}
OPTIONAL = ("safety_checker", "feature_extractor", "image_encoder")  # never needed for a picture


def checked_index(folder: Path) -> dict[str, Any]:
    """model_index.json of a diffusers folder whose weights are whole safetensors files.

    Raises EngineError for anything else; pickled weights are never opened, they can run code.
    """
    index = _index(folder)
    for name, kind in index.items():
        if isinstance(kind, list) and kind[0] is not None and name not in OPTIONAL:
            _check_part(folder, name)
    return index


def _index(folder: Path) -> dict[str, Any]:
    path = folder / "model_index.json"
    if folder.is_file() and folder.suffix in PICKLES:
        raise pickled(folder)
    if not path.is_file():
        raise EngineError(
            "There is no model at “{folder}”.",
            "Name a folder in diffusers format, with a model_index.json in it, or a .safetensors "
            "file.",
            folder=folder,
        )
    try:
        index = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(
            "“{path}” cannot be read ({reason}).", "Copy the model again.", path=path, reason=error
        ) from error
    if not isinstance(index, dict):
        raise EngineError("“{path}” does not describe a model.", "Copy the model again.", path=path)
    return index


def _check_part(folder: Path, name: str) -> None:
    part = folder / name
    if not part.is_dir():
        raise EngineError(
            "The model lacks its part “{part}”.", "Copy the whole model again.", part=part
        )
    weights = sorted(part.glob("*.safetensors"))
    pickles = sorted(path for path in part.iterdir() if path.suffix in PICKLES)
    if pickles and not weights:
        raise pickled(pickles[0])
    for path in weights:
        check_weights(path)


def check_weights(path: Path) -> None:
    """Raises EngineError for a safetensors file that is damaged or cut short."""
    try:
        with safe_open(path, "pt") as tensors:  # reads the header and compares it with the size
            tensors.keys()
    except (SafetensorError, OSError) as error:
        raise EngineError(
            "The weights “{path}” are damaged or cut short ({reason}).",
            "Copy the file again.",
            path=path,
            reason=error,
        ) from error


def pickled(path: Path) -> EngineError:
    """What is said of weights that only running code could read."""
    return EngineError(
        "The weights “{path}” are a pickle, which can run code when opened.",
        "Get the model as safetensors.",
        path=path,
    )


def hashes(model: Path) -> dict[str, str]:
    """sha256 of every file a model is loaded from, by its path within the model's folder."""
    if model.is_file():
        return {model.name: sha256_of(model)}
    wanted = {".safetensors", ".json", ".txt"}
    files = sorted(path for path in model.rglob("*") if path.suffix in wanted)
    return {path.relative_to(model).as_posix(): sha256_of(path) for path in files}


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
