"""What the UNet is shown: single pictures and stories by lot, and what is said about them.

Half of the batches are single pictures. The others are groups of four pictures of one cast, each
with its own noise, which read one another: that is what teaches attention to carry a character's
looks from picture to picture. Both kinds are captioned by lot, naming only some attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import IterableDataset, get_worker_info
from transformers import CLIPTokenizer

from storyboard.training.drawn import STORY
from storyboard.training.latents import Latents
from storyboard.training.reading import answers
from storyboard.training.words import with_unknown_words
from storyboard.world.captions import caption
from storyboard.world.picture import Picture, key_points

GROUPS = 0.5  # share of the batches that are stories whose panels read one another
SMALL = 0.35  # share of the single pictures that are chosen for their small figures
TRIES = 16  # draws after which such a picture is given up
UNTOLD = 0.1  # share of single pictures without a caption, for classifier-free guidance
UNKNOWN = 0.1  # share of captions with words the model does not know
FIGURES_COUNT = 4.0  # weight of the loss where somebody is
HEADS_COUNT = 8.0  # and where their heads are, which show what kind they are
HAT = 1.9  # how far a hat reaches above the middle of a head, in distances from head to neck


@dataclass(frozen=True, slots=True)
class Batch:
    """What is learnt in one step.

    latents  (B, C, h, w)
    tokens   (B, 77), numbers of what is said about them
    answers  (B, questions), what the captions tell; see reading.py
    weights  (B, h, w), how much each latent counts
    group    how many following rows read one another
    """

    latents: Tensor
    tokens: Tensor
    answers: Tensor
    weights: Tensor
    group: int


class Batches(IterableDataset[Batch]):
    """Single pictures and stories by lot, in all the sizes given, without end."""

    def __init__(
        self, sizes: Sequence[Latents], size: int, seed: int, words: CLIPTokenizer
    ) -> None:
        self.sizes, self.size, self.seed, self.words = sizes, size, seed, words

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        self.lot = Random(f"{self.seed}/{worker.id if worker else 0}")
        known = [(latents, latents.rows()) for latents in self.sizes]
        while True:
            latents, rows = self.lot.choice(known)
            alone = self.lot.random() >= GROUPS
            yield self.singles(latents, rows) if alone else self.stories(latents, rows)

    def singles(self, latents: Latents, rows: NDArray[np.float16]) -> Batch:
        chosen = [self.row(latents) for _ in range(self.size)]
        pictures = [latents.picture(row) for row in chosen]
        return self._batch(rows[chosen], pictures, [self.told(one) for one in pictures], 1)

    def row(self, latents: Latents) -> int:
        """A picture by lot; those with small figures, which are learnt last, come more often."""
        count = latents.count * STORY
        row = self.lot.randrange(count)
        if self.lot.random() < SMALL:
            others = (self.lot.randrange(count) for _ in range(TRIES))
            row = next((one for one in others if _is_small(latents.picture(one))), row)
        return row

    def stories(self, latents: Latents, rows: NDArray[np.float16]) -> Batch:
        chosen = [self.lot.randrange(latents.count) for _ in range(self.size // STORY)]
        told = [latents.story(story) for story in chosen]
        captions = [text for story in told for text in self.told_story(story)]
        every = [story * STORY + row for story in chosen for row in range(STORY)]
        return self._batch(rows[every], [one for story in told for one in story], captions, STORY)

    def told(self, picture: Picture) -> str:
        if self.lot.random() < UNTOLD:
            return ""
        text = caption(picture, self.lot)
        return with_unknown_words(text, self.lot) if self.lot.random() < UNKNOWN else text

    def told_story(self, pictures: tuple[Picture, ...]) -> list[str]:
        """All panels named alike, with only some attributes. None is left untold: the half of
        guidance without words reads nothing."""
        named = self.lot.choice((0.0, 0.0, 0.3, 0.6, 1.0))
        return [caption(picture, self.lot, named) for picture in pictures]

    def _batch(
        self, rows: NDArray[np.float16], pictures: list[Picture], captions: list[str], group: int
    ) -> Batch:
        told = zip(pictures, captions, strict=True)
        return Batch(
            torch.from_numpy(rows),
            encode_words(self.words, captions),
            torch.tensor([answers(picture if text else None) for picture, text in told]),
            weights_of(pictures, *rows.shape[2:]),
            group,
        )


def _is_small(picture: Picture) -> bool:
    return len(picture.figures) > 1 or (bool(picture.figures) and picture.shot == "wide shot")


def encode_words(words: CLIPTokenizer, texts: Sequence[str]) -> Tensor:
    """Token numbers (B, 77)."""
    told = words(list(texts), padding="max_length", truncation=True, return_tensors="pt")
    return told.input_ids


def weights_of(pictures: Sequence[Picture], height: int, width: int) -> Tensor:
    """How much each latent counts, (B, height, width): 1 where there is only the place, which is
    learnt early, more where somebody is, and most at their heads."""
    weights = np.ones((len(pictures), height, width), np.float32)
    for weight, picture in zip(weights, pictures, strict=True):
        for figure in range(len(picture.figures)):
            points = key_points(picture, figure, width, height)
            head, (middle, high) = dist(points["head"], points["neck"]), points["head"]
            across, down = ([point[side] for point in points.values()] for side in (0, 1))
            body = (min(across) - head, max(across) + head, high - HAT * head, max(down) + head / 2)
            face = (middle - 1.2 * head, middle + 1.2 * head, high - HAT * head, high + head)
            for (left, right, top, bottom), counts in ((body, FIGURES_COUNT), (face, HEADS_COUNT)):
                part = weight[
                    max(0, round(top)) : max(0, round(bottom)),
                    max(0, round(left)) : max(0, round(right)),
                ]
                np.maximum(part, counts, out=part)
    return torch.from_numpy(weights)
