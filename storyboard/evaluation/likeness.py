"""The paper's table for any model: how much pictures look like their text, and like one another.

StoryDiffusion (arXiv 2405.01434), table 1, tells text-image similarity, the cosine between what a
CLIP sees in a picture and reads in its prompt, and character similarity, the cosine between the
pictures of one character. Plain sampling and Consistent Self-Attention draw the same stories from
the same noise. Values hold for one CLIP and one set of prompts; what carries is the difference.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import normalize
from transformers import CLIPModel, CLIPTokenizer

from storyboard.engine.engine import Engine
from storyboard.engine.request import USUAL, Consistency, EngineError
from storyboard.engine.vocabulary import vocabulary_of
from storyboard.evaluation.agreement import HERO, PANELS, story
from storyboard.evaluation.figures import Figure, mean_of
from storyboard.evaluation.quality import HELD_OUT
from storyboard.evaluation.stage import Pixels, Shown, Way, staged, tagged
from storyboard.motion.eye import Eye, vision_of
from storyboard.progress import Progress, Report
from storyboard.resources import general_stories

WAYS = {"plain": Way(Consistency(rate=0)), "csa": Way(USUAL)}


@dataclass(frozen=True, slots=True)
class Story:
    """Who it is about, as the prompts describe them, and the prompts."""

    person: str
    prompts: tuple[str, ...]


def stories(model: Path, count: int) -> list[Story]:
    """Of the world that a small model knows, else of people and what people do."""
    if vocabulary_of(model):
        told = [story(HELD_OUT + row) for row in range(count)]
        return [Story(f"a {one.kind}", tuple(each.prompt for each in one.panels)) for one in told]
    words = json.loads(general_stories().read_text("utf-8"))
    return [_general(words["people"], words["deeds"], row) for row in range(count)]


def _general(people: Sequence[str], deeds: Sequence[str], row: int) -> Story:
    person = people[row % len(people)]
    chosen = Random(HELD_OUT + row).sample(deeds, PANELS)
    return Story(person, tuple(f"{person}, {deed}" for deed in chosen))


class Clip:
    """A whole CLIP, which sees and reads."""

    def __init__(self, model: Any, words: Any) -> None:
        self.model, self.words = model.eval(), words
        self.eye = Eye(vision_of(model), pooled=True)

    def seen(self, pictures: Pixels) -> Tensor:
        """(n, D), each of length 1."""
        return self.eye.embeds(pictures)

    @torch.inference_mode()
    def read(self, texts: Sequence[str]) -> Tensor:
        """(n, D), each of length 1; of a long text as much as the model reads."""
        most = self.model.config.text_config.max_position_embeddings
        told = self.words(
            list(texts), padding=True, truncation=True, max_length=most, return_tensors="pt"
        )
        return normalize(self.model.get_text_features(**told).pooler_output)


def load_clip(folder: Path) -> Clip:
    """Raises EngineError where there is no CLIP with both halves and its tokenizer."""
    try:
        model = CLIPModel.from_pretrained(folder, dtype=torch.float32, local_files_only=True)
        return Clip(model, CLIPTokenizer.from_pretrained(folder, local_files_only=True))
    except (OSError, ValueError, TypeError, KeyError, RuntimeError) as error:
        raise EngineError(
            f"There is no CLIP in the folder “{folder}” ({type(error).__name__}).",
            "Name one with both of its halves and its tokenizer, such as clip-vit-large-patch14.",
        ) from error


def own_size(engine: Engine) -> tuple[int, int]:
    """Width and height that the model was made for, in pixels."""
    side, step = engine.pipe.unet.config.sample_size, engine.pipe.vae_scale_factor
    height, width = (side, side) if isinstance(side, int) else side
    return width * step, height * step


def table(
    engine: Engine,
    clip: Clip,
    count: int,
    report: Report,
    steps: int = 50,
    size: tuple[int, int] | None = None,
) -> dict[str, Figure]:
    """likeness.text.WAY and likeness.character.WAY over `count` stories, and what sharing adds."""
    told = stories(engine.model, count)
    text: dict[str, list[float]] = {way: [] for way in WAYS}
    character: dict[str, list[float]] = {way: [] for way in WAYS}
    for row, each in enumerate(told):
        report(Progress(row, count))
        read = clip.read(each.prompts)
        for name, way in WAYS.items():
            drawn = _drawn(engine, each, row, way, steps, size or own_size(engine))
            seen = clip.seen(drawn)
            text[name].append(float((seen * read).sum(dim=1).mean()))
            character[name].append(alike(seen))
    report(Progress(count, count))
    return _figures("text", text) | _figures("character", character)


def _figures(kind: str, found: dict[str, list[float]]) -> dict[str, Figure]:
    added = [csa - plain for plain, csa in zip(found["plain"], found["csa"], strict=True)]
    told = {f"likeness.{kind}.{way}": mean_of(samples) for way, samples in found.items()}
    return told | {f"likeness.{kind}.added": mean_of(added)}


def alike(seen: Tensor) -> float:
    """The mean cosine over all pairs of pictures, (n, D) of length 1."""
    pairs = list(combinations(range(len(seen)), 2))
    return float(sum(seen[a] @ seen[b] for a, b in pairs) / len(pairs))


def _drawn(
    engine: Engine, each: Story, row: int, way: Way, steps: int, size: tuple[int, int]
) -> Pixels:
    people = {HERO: each.person}
    panels = [Shown(f"{row}.{place}", tagged(prompt, people), PANELS * row + place, (HERO,))
              for place, prompt in enumerate(each.prompts)]  # fmt: skip
    with staged(people, panels, size, engine, steps) as stage:
        return stage.draw([one.id for one in panels], way)
