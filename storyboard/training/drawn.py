"""Draws the training pictures once, ahead of time, into arrays that are read from disk."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

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
    rows = open_memmap(part, mode="w+", dtype=np.uint8, shape=shape)
    for row, drawn in enumerate(drawn_stories(first, stories, width, height)):
        rows[row * STORY : (row + 1) * STORY] = drawn
    rows.flush()
    part.rename(name)


def drawn_stories(first: int, stories: int, width: int, height: int) -> Iterator[NDArray[np.uint8]]:
    """The pictures (4, height, width, 3) of one story after another, drawn on all cores."""
    wanted = [(seed, width, height) for seed in range(first, first + stories)]
    with get_context("spawn").Pool(os.cpu_count()) as pool:
        yield from pool.imap(_draw_story, wanted, CHUNK)


def _draw_story(wanted: tuple[int, int, int]) -> NDArray[np.uint8]:
    seed, width, height = wanted
    return np.stack([pixels(render(picture, width, height)) for picture in story_of(seed)])


def lines(path: Path) -> Iterator[dict[str, float]]:
    """The curve of a training run, one JSON object a line."""
    return (json.loads(line) for line in path.read_text().splitlines())
