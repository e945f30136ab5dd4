"""The starter's image encoder: a small CLIP that learns which caption belongs to which picture."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from transformers import CLIPConfig, CLIPModel, CLIPTextConfig, CLIPTokenizer, CLIPVisionConfig

from storyboard.motion.eye import prepared
from storyboard.training.drawn import Drawn
from storyboard.training.run import Run, Schedule, mixed_precision
from storyboard.world.captions import caption
from storyboard.world.picture import Picture

WIDTH, DEPTH, HEADS = 192, 4, 6
TEXT_WIDTH, TEXT_DEPTH = 128, 2
SIDE, PATCH = 128, 16  # pixels of what it looks at, and of one token of it
SHARED = 128  # channels of the space where pictures and captions meet
BATCH = 64
SURE = 100.0  # most that a likeness is multiplied by (CLIP, section 2.5)


def new_clip(words: CLIPTokenizer) -> CLIPModel:
    """About 2.5 million parameters; pictures of 128 x 128 px become 65 tokens of 192 channels."""
    text = CLIPTextConfig(
        vocab_size=len(words),
        hidden_size=TEXT_WIDTH,
        intermediate_size=4 * TEXT_WIDTH,
        num_hidden_layers=TEXT_DEPTH,
        num_attention_heads=4,
        bos_token_id=words.bos_token_id,
        eos_token_id=words.eos_token_id,
        pad_token_id=words.pad_token_id,
    )
    vision = CLIPVisionConfig(
        hidden_size=WIDTH,
        intermediate_size=4 * WIDTH,
        num_hidden_layers=DEPTH,
        num_attention_heads=HEADS,
        image_size=SIDE,
        patch_size=PATCH,
    )
    parts = {"text_config": text.to_dict(), "vision_config": vision.to_dict()}
    return CLIPModel(CLIPConfig(**parts, projection_dim=SHARED))


class Pairs:
    """Pictures of several sizes with captions that name most of what is seen."""

    def __init__(self, sizes: Sequence[Drawn], words: CLIPTokenizer, seed: int) -> None:
        self.sizes, self.words, self.lot = sizes, words, Random(seed)
        self.pictures = [drawn.pictures for drawn in sizes]

    def batch(self, count: int = BATCH) -> tuple[Tensor, Tensor]:
        """(B, 3, 128, 128) and the token numbers (B, 77) of what they show."""
        size = self.lot.randrange(len(self.sizes))
        rows = self.lot.sample(range(len(self.pictures[size])), count)
        pixels = np.stack([self.sizes[size].pixels[row] for row in rows])
        return prepared(pixels, SIDE), self.told([self.pictures[size][row] for row in rows])

    def told(self, pictures: Sequence[Picture]) -> Tensor:
        texts = [caption(one, self.lot, self.lot.choice((0.7, 1.0, 1.0))) for one in pictures]
        told = self.words(texts, padding="max_length", truncation=True, return_tensors="pt")
        return told.input_ids


def loss_of(model: nn.Module, pictures: Tensor, told: Tensor) -> Tensor:
    """The symmetric contrastive loss of CLIP (Radford et al. 2021, figure 3)."""
    with mixed_precision(pictures.device):
        alike = model(input_ids=told, pixel_values=pictures).logits_per_image
    right = torch.arange(len(pictures), device=pictures.device)
    return (cross_entropy(alike.float(), right) + cross_entropy(alike.float().T, right)) / 2


def found(model: nn.Module, pairs: Pairs, count: int) -> float:
    """The share of `count` pictures that find their own caption among all of them."""
    pictures, told = pairs.batch(count)
    device = next(model.parameters()).device
    alike = model(input_ids=told.to(device), pixel_values=pictures.to(device)).logits_per_image
    right = torch.arange(count, device=device)
    return float((alike.argmax(1) == right).float().mean())


def train(
    folder: Path,
    sizes: Sequence[Drawn],
    held_out: Sequence[Drawn],
    words: CLIPTokenizer,
    schedule: Schedule,
    batch: int = BATCH,
) -> None:
    """Trains until the time is up; `folder/encoder` is a CLIPModel folder in fp16."""
    model = new_clip(words)
    run = Run(folder, model, schedule)
    pairs = Pairs(sizes, words, run.step)

    def losses() -> Tensor:
        with torch.no_grad():
            model.logit_scale.clamp_(max=float(np.log(SURE)))
        pictures, told = pairs.batch(batch)
        return loss_of(run.model, pictures.to(run.device), told.to(run.device))

    def sample(averaged: Any) -> None:
        tests = Pairs(held_out, words, 0)
        run.note({"found": round(found(averaged, tests, batch), 4)})
        deepcopy(averaged).half().save_pretrained(folder / "encoder")
        words.save_pretrained(folder / "encoder")

    run.train(losses, sample)
