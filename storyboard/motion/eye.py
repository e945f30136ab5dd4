"""The image encoder E: what it sees in pictures, as tokens, as one vector, and layer by layer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate, normalize
from transformers import CLIPModel, CLIPVisionModelWithProjection

MEAN = (0.48145466, 0.4578275, 0.40821073)  # of the pictures CLIP was trained on
DEVIATION = (0.26862954, 0.26130258, 0.27577711)
AT_ONCE = 32

Pictures = NDArray[np.uint8]  # (n, height, width, 3)


class Eye:
    """A CLIP vision model that looks at whole pictures, squeezed into its square.

    pooled  whether a picture's tokens are its one embedding, as most IP-Adapters read them, or the
            states before the last layer
    """

    def __init__(self, model: Any, *, pooled: bool) -> None:
        self.model, self.pooled = model.eval(), pooled

    @property
    def shape(self) -> tuple[int, int]:
        """N tokens of a picture, D channels of each."""
        config = self.model.config
        if self.pooled:
            return 1, config.projection_dim
        return (config.image_size // config.patch_size) ** 2 + 1, config.hidden_size

    def tokens(self, pictures: Pictures) -> Tensor:
        """(n, N, D)."""
        seen = [self._seen(part) for part in _parts(pictures)]
        if self.pooled:
            return torch.cat([one.image_embeds[:, None] for one in seen])
        return torch.cat([one.hidden_states[-2] for one in seen])

    def embeds(self, pictures: Pictures) -> Tensor:
        """(n, D'): one vector of length 1 for each picture."""
        return normalize(torch.cat([self._seen(part).image_embeds for part in _parts(pictures)]))

    def layers(self, pictures: Pictures) -> list[Tensor]:
        """After each layer (n, N, C), every token of length 1."""
        seen = [self._seen(part).hidden_states[1:] for part in _parts(pictures)]
        return [normalize(torch.cat(layer), dim=-1) for layer in zip(*seen, strict=True)]

    @torch.inference_mode()
    def _seen(self, pictures: Pictures) -> CLIPVisionModelWithProjection:
        size, weights = self.model.config.image_size, next(self.model.parameters())
        pixels = prepared(pictures, size).to(weights.device, weights.dtype)
        return self.model(pixels, output_hidden_states=True)


def prepared(pictures: Pictures, size: int) -> Tensor:
    """(n, height, width, 3) of bytes to (n, 3, size, size), normalized as CLIP's pictures are."""
    pixels = torch.from_numpy(np.ascontiguousarray(pictures)).permute(0, 3, 1, 2).float() / 255
    small = interpolate(pixels, (size, size), mode="bicubic", antialias=True).clamp(0, 1)
    mean, deviation = (torch.tensor(values)[:, None, None] for values in (MEAN, DEVIATION))
    return (small - mean) / deviation


def open_eye(place: str | Path, *, pooled: bool, precision: torch.dtype) -> Eye:
    """An image encoder from a folder or a hub's id: a CLIP vision model, or a whole CLIP."""
    if not _is_whole_clip(Path(place)):
        vision = CLIPVisionModelWithProjection.from_pretrained(place, dtype=precision)
        return Eye(vision, pooled=pooled)
    whole = CLIPModel.from_pretrained(place, dtype=precision)
    return Eye(vision_of(whole), pooled=pooled)


def vision_of(whole: CLIPModel) -> CLIPVisionModelWithProjection:
    """The image half of a CLIP, sharing its weights."""
    config = whole.config.vision_config
    config.projection_dim = whole.config.projection_dim
    vision = CLIPVisionModelWithProjection(config)
    vision.vision_model = whole.vision_model
    vision.visual_projection = whole.visual_projection
    return vision


def _is_whole_clip(folder: Path) -> bool:
    config = folder / "config.json"
    return config.is_file() and json.loads(config.read_text("utf-8")).get("model_type") == "clip"


def _parts(pictures: Pictures) -> Sequence[Pictures]:
    return [pictures[row : row + AT_ONCE] for row in range(0, len(pictures), AT_ONCE)]
