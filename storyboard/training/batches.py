"""What the UNet is shown: single pictures and stories by lot, and what is said about them.

Half of the batches are single pictures. The others are groups of four pictures of one cast, each
with its own noise, which read one another: that is what teaches attention to carry a character's
looks from picture to picture. Both kinds are captioned by lot, naming only some attributes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from storyboard.training.drawn import STORY
from storyboard.training.latents import Latents
from storyboard.training.words import with_unknown_words
from storyboard.world.captions import caption
from storyboard.world.picture import Picture

GROUPS = 0.5  # share of the batches that are stories whose panels read one another
SMALL = 0.35  # share of the single pictures that are chosen for their small figures
TRIES = 16  # draws after which such a picture is given up
UNTOLD = 0.1  # share of captions left out, for classifier-free guidance
UNKNOWN = 0.1  # share of captions with words the model does not know


@dataclass(frozen=True, slots=True)
class Batch:
    """Latents (B, C, h, w), what they show, their captions, and how many following rows read one
    another."""

    latents: Tensor
    pictures: list[Picture]
    captions: list[str]
    group: int


class Batches:
    """Single pictures and stories by lot, in all the sizes given."""

    def __init__(self, sizes: Sequence[Latents], size: int, seed: int) -> None:
        self.sizes, self.size, self.lot = sizes, size, Random(seed)

    def next(self) -> Batch:
        latents = self.lot.choice(self.sizes)
        return self.stories(latents) if self.lot.random() < GROUPS else self.singles(latents)

    def singles(self, latents: Latents) -> Batch:
        rows = [self.row(latents) for _ in range(self.size)]
        pictures = [_picture(latents, row) for row in rows]
        return _batch(latents, rows, [self.told(picture) for picture in pictures], 1)

    def row(self, latents: Latents) -> int:
        """A picture by lot; those with small figures, which are learnt last, come more often."""
        row = self.lot.randrange(len(latents.rows))
        if self.lot.random() < SMALL:
            others = (self.lot.randrange(len(latents.rows)) for _ in range(TRIES))
            row = next((one for one in others if _is_small(_picture(latents, one))), row)
        return row

    def stories(self, latents: Latents) -> Batch:
        rows: list[int] = []
        captions: list[str] = []
        for _ in range(self.size // STORY):
            story = self.lot.randrange(len(latents.stories))
            rows.extend(range(story * STORY, (story + 1) * STORY))
            captions.extend(self.told_story(latents.stories[story]))
        return _batch(latents, rows, captions, STORY)

    def told(self, picture: Picture, named: float | None = None) -> str:
        if self.lot.random() < UNTOLD:
            return ""
        text = caption(picture, self.lot, named)
        return with_unknown_words(text, self.lot) if self.lot.random() < UNKNOWN else text

    def told_story(self, pictures: tuple[Picture, ...]) -> list[str]:
        """All panels told or none, as in the two halves of guidance; only some attributes named."""
        if self.lot.random() < UNTOLD:
            return [""] * len(pictures)
        named = self.lot.choice((0.0, 0.3, 0.6, 1.0))
        return [caption(picture, self.lot, named) for picture in pictures]


def _picture(latents: Latents, row: int) -> Picture:
    return latents.stories[row // STORY][row % STORY]


def _is_small(picture: Picture) -> bool:
    return len(picture.figures) > 1 or (bool(picture.figures) and picture.shot == "wide shot")


def _batch(latents: Latents, rows: list[int], captions: list[str], group: int) -> Batch:
    rows_of = torch.from_numpy(latents.rows[rows]).float()
    return Batch(rows_of, [_picture(latents, row) for row in rows], captions, group)
