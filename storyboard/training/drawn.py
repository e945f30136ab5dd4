"""Draws the training pictures once, ahead of time, into arrays that are read from disk."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from storyboard.world.look import random_look
from storyboard.world.picture import Picture, pixels, random_picture, render

STORY = 4  # pictures of one story: the same cast, drawn again elsewhere
CHUNK = 16


@dataclass(frozen=True, slots=True)
class Drawn:
    """A set of stories of four pictures: what they show and how they look.

    stories  the pictures of each story, in order
    pixels   (4 n, height, width, 3), uint8; row 4 s + k is picture k of story s
    """

    stories: tuple[tuple[Picture, ...], ...]
    pixels: NDArray[np.uint8]

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(picture for story in self.stories for picture in story)


def story_of(seed: int) -> tuple[Picture, ...]:
    """Four pictures of one cast: of one character, or of two that meet in some of them."""
    lot = Random(seed)
    size = lot.choices((0, 1, 2), (0.04, 0.66, 0.30))[0]
    cast = tuple(random_look(lot) for _ in range(size))
    if size < 2:
        return tuple(random_picture(lot, cast) for _ in range(STORY))
    casts = [cast, cast, cast[:1], cast[1:]]
    lot.shuffle(casts)
    return tuple(random_picture(lot, met) for met in casts)


def draw(folder: Path, first: int, stories: int, width: int, height: int) -> Drawn:
    """The stories of seeds first .. first + stories, drawn unless they already stand in folder."""
    name = folder / f"{width}x{height}-{first}-{stories}.npy"
    folder.mkdir(parents=True, exist_ok=True)
    if not name.exists():
        _draw_all(name, first, stories, width, height)
    told = tuple(story_of(seed) for seed in range(first, first + stories))
    return Drawn(told, np.load(name, mmap_mode="r"))


def _draw_all(name: Path, first: int, stories: int, width: int, height: int) -> None:
    part = name.with_suffix(".part")
    shape = (stories * STORY, height, width, 3)
    rows, done = open_memmap(part, mode="w+", dtype=np.uint8, shape=shape), 0
    for drawn in drawn_stories(first, stories, width, height):
        rows[done : done + len(drawn)] = drawn.numpy()
        done += len(drawn)
    rows.flush()
    part.rename(name)


class _Stories(Dataset[Tensor]):
    """The pictures (n, height, width, 3) of a few stories after the other."""

    def __init__(self, seeds: range, width: int, height: int) -> None:
        self.seeds, self.size = seeds, (width, height)

    def __len__(self) -> int:
        return -(-len(self.seeds) // CHUNK)

    def __getitem__(self, row: int) -> Tensor:
        told = [one for seed in self.seeds[row * CHUNK : (row + 1) * CHUNK]
                for one in story_of(seed)]  # fmt: skip
        return torch.from_numpy(np.stack([pixels(render(one, *self.size)) for one in told]))


def drawn_stories(first: int, stories: int, width: int, height: int) -> Iterator[Tensor]:
    """Their pictures (n, height, width, 3), uint8, a few stories at a time, drawn on all cores."""
    wanted = _Stories(range(first, first + stories), width, height)
    workers = min(os.cpu_count() or 1, len(wanted))
    yield from DataLoader(
        wanted, batch_size=None, num_workers=workers, multiprocessing_context="spawn"
    )


def lines(path: Path) -> Iterator[dict[str, float]]:
    """The curve of a training run, one JSON object a line."""
    return (json.loads(line) for line in path.read_text().splitlines())
