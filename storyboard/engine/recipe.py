"""What made a picture: everything that is needed to make it again, as JSON beside the take."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from storyboard.engine.checkpoint import sha256_of
from storyboard.engine.request import GenerationRequest


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the request does not say: the model's files by sha256, and what computed with them."""

    files: dict[str, str]
    sampler: str
    device: str
    precision: str
    versions: dict[str, str]


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
    told["anchors"] = [
        {key: value for key, value in asdict(anchor).items() if key != "picture"}
        for anchor in request.anchors
    ]
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
