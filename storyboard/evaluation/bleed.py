"""Do two characters in one panel keep to their own looks? Counts what the wrong one gave them.

Each of a hundred pairs is a story of three panels: each character alone, rendered from the world
and locked, then both, drawn. The prompt of the last names their kinds and nothing else, so that all
they wear can only come from the anchors that the other two are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import adaptive_avg_pool2d

from storyboard.engine.engine import Engine
from storyboard.engine.prompts import encoded, places_of
from storyboard.engine.request import USUAL, Consistency
from storyboard.engine.routing import Routing, Told
from storyboard.evaluation.figures import Figure, mean_of, ratios
from storyboard.evaluation.judge import Judge, truth
from storyboard.evaluation.quality import HELD_OUT, SIZES, to_tensor
from storyboard.evaluation.stage import Shown, Way, staged, tagged
from storyboard.progress import Progress, Report
from storyboard.world.captions import caption
from storyboard.world.look import Look, random_look, skins_of
from storyboard.world.picture import Picture, mask, pixels, random_picture, render
from storyboard.world.vocabulary import PEOPLE

FIRST = HELD_OUT + 2_000_000  # the first seed of pairs
WAYS: dict[str, Way] = {
    "bleed": Way(USUAL),
    "bleed_unrouted": Way(replace(USUAL, routing=False)),
    "bleed_plain": Way(Consistency(rate=0)),  # what coincidence takes from the other
}
NOISE_LEVELS = (900, 600, 300)  # of 1000
SIDES = ("left", "right")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two characters of different kinds, the panel both are in, and each alone elsewhere."""

    looks: tuple[Look, Look]
    together: Picture
    alone: tuple[Picture, Picture]
    prompt: str
    prompts: tuple[str, str]
    seed: int


def pair(seed: int) -> Pair:
    """Two looks, three pictures and their prompts, by lot."""
    lot = Random(seed)
    one, other = _without_prop(lot), _without_prop(lot)
    while other.kind == one.kind:
        other = _without_prop(lot)
    together = random_picture(lot, (one, other))
    alone = random_picture(lot, (one,)), random_picture(lot, (other,))
    return Pair(
        (one, other),
        together,
        alone,
        caption(together, lot, 0.0),
        (caption(alone[0], lot, 0.0), caption(alone[1], lot, 0.0)),
        seed,
    )


def _without_prop(lot: Random) -> Look:
    return replace(random_look(lot), prop="none")


def bleed(
    engine: Engine, judge: Judge, pairs: int, report: Report, steps: int = 25
) -> dict[str, Figure]:
    """The share of attributes that a figure has from the other one's anchor, where the two differ.

    The same pairs with the same noise with routing, without it, and with no sharing at all;
    `own` is the share that a figure has from its own anchor.
    """
    told = [pair(FIRST + row) for row in range(pairs)]
    wrong: dict[str, list[float]] = {}
    found: dict[str, Figure] = {}
    done, all_steps = 0, len(WAYS) * pairs
    for name, way in WAYS.items():
        marks = []
        for each in told:
            report(Progress(done, all_steps))
            marks.append(taken(each, judge.read(_drawn(engine, each, way, steps))[0]))
            done += 1
        wrong[name] = [mark[0] for mark in marks]
        found[f"consistency.{name}"] = mean_of(wrong[name])
        found[f"consistency.{name.replace('bleed', 'own')}"] = mean_of([mark[1] for mark in marks])
    report(Progress(all_steps, all_steps))
    return found | ratios({"consistency.bleed_ratio": (wrong["bleed"], wrong["bleed_unrouted"])})


def taken(each: Pair, answer: dict[str, str]) -> tuple[float, float]:
    """Of the attributes that tell the two apart: the shares from the wrong and the right one."""
    right = truth(each.together)
    slots = _slots(each, answer)
    wrong, own = [], []
    for name in telling_apart(*each.looks):
        for row in (0, 1):
            seen = answer[f"{name}{slots[row]}"]
            wrong.append(seen == right[f"{name}{1 - row}"])
            own.append(seen == right[f"{name}{row}"])
    return (float(np.mean(wrong)), float(np.mean(own))) if wrong else (0.0, 1.0)


def _slots(each: Pair, answer: dict[str, str]) -> tuple[int, int]:
    """Where the two stand: the first on the left as in the world, unless their kinds say else."""
    kinds = [look.kind for look in each.looks]
    seen = [answer["kind0"], answer["kind1"]]
    straight = sum(kinds[row] == seen[row] for row in (0, 1))
    crossed = sum(kinds[row] == seen[1 - row] for row in (0, 1))
    return (1, 0) if crossed > straight else (0, 1)


def telling_apart(one: Look, other: Look) -> Iterator[str]:
    """What the two do not have in common, of what both can have."""
    possible = ["top", "bottom", "hat", "glasses"]
    if one.kind in PEOPLE and other.kind in PEOPLE:
        possible.append("hair")
    if skins_of(one.kind) == skins_of(other.kind):
        possible.append("skin")
    return (name for name in possible if getattr(one, name) != getattr(other, name))


def _drawn(engine: Engine, each: Pair, way: Way, steps: int) -> Tensor:
    """The panel with both, (1, 3, height, width) in -1 .. 1, after the panels of each alone."""
    size = SIZES[0]
    people = dict(zip(SIDES, _kinds(each), strict=True))
    both = Shown("both", tagged(each.prompt, people), each.seed, SIDES)
    alone = [Shown(f"alone {side}", tagged(prompt, people), each.seed, (side,))
             for side, prompt in zip(SIDES, each.prompts, strict=True)]  # fmt: skip
    with staged(people, [*alone, both], size, engine, steps) as stage:
        for panel, shown in zip(alone, each.alone, strict=True):
            stage.keep(panel.id, pixels(render(shown, *size)))
        return to_tensor(stage.draw([both.id], way))


def _kinds(each: Pair) -> tuple[str, str]:
    return f"a {each.looks[0].kind}", f"a {each.looks[1].kind}"


@torch.inference_mode()
def regions(engine: Engine, pairs: int) -> dict[str, Figure]:
    """Does the model's cross-attention know who is where? The share of each figure's tokens that
    routing gives to that figure, and of the background's that it gives to nobody.

    Rendered pairs at three levels of noise, against the masks of the renderer.
    """
    told = [pair(FIRST + row) for row in range(pairs)]
    size = SIZES[0]
    people: list[float] = []
    background: list[float] = []
    latents = torch.cat([
        engine.encode(Image.fromarray(pixels(render(each.together, *size))), *size)
        for each in told
    ])  # fmt: skip
    for level in NOISE_LEVELS:
        owners = _owners(engine, told, latents, level)
        for each, owner in zip(told, owners, strict=True):
            figures = _masks(each.together, size, (owner.shape[0], owner.shape[1]))
            for row in (0, 1):
                people += (owner[figures[row] & ~figures[1 - row]] == row).tolist()
            background += (owner[~figures.any(dim=0)] == len(SIDES)).tolist()
    return {
        "consistency.regions": mean_of(people),
        "consistency.background": mean_of(background),
    }


def _owners(engine: Engine, told: Sequence[Pair], latents: Tensor, level: int) -> Tensor:
    """(n, h, w) whom each token of the finest watched layer belongs to."""
    pipe = engine.pipe
    routing = Routing(
        [Told(dict(zip(SIDES, places_of(pipe.tokenizer, each.prompt, _kinds(each)), strict=True)))
         for each in told],
        (latents.shape[2], latents.shape[3]),
    )  # fmt: skip
    noise = torch.randn(latents.shape, generator=torch.Generator().manual_seed(level))
    time = torch.tensor([level])
    noisy = pipe.scheduler.add_noise(latents, noise.to(latents), time)
    prompts = [each.prompt for each in told]
    states = encoded(pipe, prompts, [""] * len(told))["prompt_embeds"]
    with routing.watching(pipe.unet, len(told)):
        pipe.unet(noisy, time.to(latents.device), states)
    assert routing.maps is not None
    height, width = routing.maps.shape[2:]
    return routing.owner_of(height * width).unflatten(1, (height, width))


def _masks(picture: Picture, size: tuple[int, int], grid: tuple[int, int]) -> Tensor:
    """(2, h, w) the tokens that each figure covers for the most part."""
    covered = np.stack([mask(picture, row, *size) for row in (0, 1)])
    return adaptive_avg_pool2d(torch.from_numpy(covered).float(), grid) > 127
