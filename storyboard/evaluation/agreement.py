"""Do the characters of a story stay themselves? What nobody named, judged from panel to panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

import numpy as np

from storyboard.engine.engine import Engine
from storyboard.engine.request import Consistency
from storyboard.evaluation.figures import Figure, mean_of
from storyboard.evaluation.judge import Judge, truth
from storyboard.evaluation.quality import HELD_OUT, SIZES, Asked, drawn, to_tensor
from storyboard.progress import Progress, Report
from storyboard.world.captions import caption
from storyboard.world.look import random_look
from storyboard.world.picture import Picture, pixels, random_picture, render

PANELS = 6
UNNAMED = ("skin", "hair", "hair_style", "top", "bottom", "hat", "glasses")
WAYS: dict[str, Consistency] = {
    "plain": Consistency(rate=0),
    "csa": Consistency(),  # what the program does when nothing is set
    "csa_full": Consistency(rate=1.0),
}
Answers = Sequence[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Story:
    """Six panels with one character whose looks no prompt names."""

    kind: str
    panels: tuple[Asked, ...]


def story(seed: int) -> Story:
    """One character by lot in six pictures; the prompts say its kind, what it does and where."""
    lot = Random(seed)
    look = replace(random_look(lot), prop="none")
    panels = []
    for row in range(PANELS):
        shown = random_picture(lot, (look,))
        panels.append(Asked(caption(shown, lot, 0.0), seed * PANELS + row, shown))
    return Story(look.kind, tuple(panels))


def consistency(
    engine: Engine, judge: Judge, stories: int, report: Report, steps: int = 25
) -> dict[str, Figure]:
    """Agreement within stories and across them, and alignment with the prompts, for each way.

    The same stories with the same noise in every way; `perfect` is the judge on rendered pictures
    of one character, the best that can be reached.
    """
    told = [story(HELD_OUT + row) for row in range(stories)]
    size = SIZES[0]
    rendered = [np.stack([pixels(render(one.shown, *size)) for one in each.panels])
                for each in told]  # fmt: skip
    perfect = [judge.read(to_tensor(seen)) for seen in rendered]
    found = {"consistency.perfect": mean_of([agreement(one) for one in perfect])}
    alignments: dict[str, list[float]] = {}
    done, all_steps = 0, len(WAYS) * stories
    for way, settings in WAYS.items():
        read: list[Answers] = []
        for each in told:
            report(Progress(done, all_steps))
            read.append(judge.read(drawn(engine, each.panels, size, steps, settings, "one")))
            done += 1
        alignments[way] = [aligned(each, answers) for each, answers in zip(told, read, strict=True)]
        found[f"consistency.{way}"] = mean_of([agreement(one) for one in read])
        found[f"consistency.alignment_{way}"] = mean_of(alignments[way])
        found[f"consistency.across_{way}"] = mean_of(across(told, read))
    report(Progress(all_steps, all_steps))
    drops = np.subtract(alignments["plain"], alignments["csa"])
    return found | {"consistency.alignment_drop": mean_of(drops)}


def agreement(answers: Answers) -> float:
    """Share of unnamed attributes that two panels have in common, over all pairs of panels."""
    return float(np.mean([_alike(a, b) for a, b in combinations(answers, 2)]))


def across(told: Sequence[Story], read: Sequence[Answers]) -> list[float]:
    """The same between panels of different stories about one kind of character: what collapsing
    onto one look would raise. One value for each story that has such a neighbour."""
    found = []
    for row, each in enumerate(told):
        others = [read[other] for other in range(len(told))
                  if other != row and told[other].kind == each.kind]  # fmt: skip
        if others:
            pairs = [
                _alike(a, b) for other in others for a, b in zip(read[row], other, strict=True)
            ]
            found.append(float(np.mean(pairs)))
    return found or [0.0]


def aligned(each: Story, answers: Answers) -> float:
    """Share of places and actions that are those of the prompts."""
    wanted: list[Picture] = [one.shown for one in each.panels]
    marks = [answer[name] == truth(shown)[name]
             for shown, answer in zip(wanted, answers, strict=True)
             for name in ("place", "action0")]  # fmt: skip
    return float(np.mean(marks))


def _alike(first: dict[str, str], second: dict[str, str]) -> float:
    return float(np.mean([first[f"{name}0"] == second[f"{name}0"] for name in UNNAMED]))
