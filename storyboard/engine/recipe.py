"""What made a picture: everything that is needed to make it again, as JSON beside the take."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from storyboard.engine.checkpoint import sha256_of
from storyboard.engine.request import GenerationRequest


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the request does not say: the model's files by sha256, what computed with them, and
    what was done so that it fits into the memory (engine/memory.py)."""

    files: dict[str, str]
    sampler: str
    device: str
    precision: str
    versions: dict[str, str]
    thrift: tuple[str, ...] = ()


def recipe_of(request: GenerationRequest, panel: str, provenance: Provenance) -> str:
    """The recipe of one panel of a request.

    Panels of a group read one another while they are made, so the recipe holds the whole group:
    every panel's prompt and seed in their order, and the anchors by the hashes of their pictures.
    """
    told = asdict(request) | {"panel": panel, "provenance": asdict(provenance)}
    told["model"] = request.model.name
    told["loras"] = [
        {"name": lora.file.name, "sha256": sha256_of(lora.file), "weight": lora.weight}
        for lora in request.loras
    ]
    pictures = [*told["anchors"], *filter(None, (one["start"] for one in told["panels"]))]
    for picture in pictures:
        del picture["picture"]  # where its file was; its hash says which it is
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
