"""Do the characters of a story stay themselves? What nobody named, judged from panel to panel.

Every way of drawing gets the same stories with the same noise, through the request that the program
makes of an artist's story; so figures of two ways are pairs, and so are their differences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

import numpy as np

from storyboard.engine.engine import Engine
from storyboard.engine.request import USUAL, Consistency
from storyboard.evaluation.figures import Figure, mean_of, ratios
from storyboard.evaluation.judge import UNSEEN, Judge, truth
from storyboard.evaluation.quality import HELD_OUT, SIZES, Asked, to_tensor
from storyboard.evaluation.stage import Pixels, Shown, Stage, Way, staged, tagged
from storyboard.progress import Progress, Report
from storyboard.world.captions import caption
from storyboard.world.look import random_look
from storyboard.world.picture import Picture, pixels, random_picture, render

PANELS = 6
HERO = "Hero"
UNNAMED = ("skin", "hair", "hair_style", "top", "bottom", "hat", "glasses")
CSA = Way(USUAL)  # what the program does when nothing is set
WAYS: dict[str, Way] = {
    "plain": Way(Consistency(rate=0)),
    "csa": CSA,
    "anchored": Way(USUAL, group=PANELS // 2),  # the second half reads the first, finished
}
RATES: dict[str, Way] = {  # the paper's ablation, at its weight of what is read
    f"rate_{rate}": Way(Consistency(rate=rate)) for rate in (0.3, 0.5, 0.7, 1.0)
}
Answer = dict[str, str]
Answers = Sequence[Answer]


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


@dataclass(frozen=True, slots=True)
class Read:
    """What the judge sees in one story drawn in one way.

    again  its first panel drawn again from other noise, where that was asked
    """

    answers: Answers
    again: Answer | None = None


def consistency(
    engine: Engine,
    judge: Judge,
    stories: int,
    report: Report,
    steps: int = 25,
    rates: bool = False,
) -> dict[str, Figure]:
    """Agreement within stories and across them, alignment with the prompts and how different the
    backgrounds are, for each way; with `rates` also for the paper's ablation.

    `perfect` is the judge on rendered pictures of one character, the best that can be reached;
    `gain` the part of the way from plain to perfect that sharing goes; `regenerated_gain` what
    a panel drawn again keeps of its gain.
    """
    told = [story(HELD_OUT + row) for row in range(stories)]
    ways = WAYS | (RATES if rates else {})
    read: defaultdict[str, list[Read]] = defaultdict(list)
    for row, each in enumerate(told):
        report(Progress(row, stories))
        read["perfect"].append(Read(shown_of(each, judge.read(to_tensor(_rendered(each))))))
        for name, way in ways.items():
            read[name].append(_read(engine, judge, each, way, steps))
    report(Progress(stories, stories))
    found: dict[str, Figure] = {}
    for name, seen in read.items():
        found |= _figures(name, told, [one.answers for one in seen])
    return found | _compared(told, read)


def _rendered(each: Story) -> Pixels:
    return np.stack([pixels(render(one.shown, *SIZES[0])) for one in each.panels])


def _read(engine: Engine, judge: Judge, each: Story, way: Way, steps: int) -> Read:
    people = {HERO: f"a {each.kind}"}
    panels = [Shown(str(one.seed), tagged(one.prompt, people), one.seed, (HERO,))
              for one in each.panels]  # fmt: skip
    with staged(people, panels, SIZES[0], engine, steps) as stage:
        drawn = judge.read(to_tensor(stage.draw([one.id for one in panels], way)))
        return Read(shown_of(each, drawn), _again(stage, judge, panels[0]) if way is CSA else None)


def _again(stage: Stage, judge: Judge, panel: Shown) -> Answer:
    return judge.read(to_tensor(stage.draw_again(panel.id, -1 - panel.seed, CSA)))[0]


def _figures(name: str, told: Sequence[Story], read: Sequence[Answers]) -> dict[str, Figure]:
    """What one way of drawing comes to."""
    pairs = list(zip(told, read, strict=True))
    return {
        f"consistency.{name}": mean_of([agreement(one) for one in read]),
        f"consistency.alignment_{name}": mean_of([aligned(*pair) for pair in pairs]),
        f"consistency.across_{name}": mean_of(across(told, read)),
        f"consistency.backgrounds_{name}": mean_of([apart(*pair) for pair in pairs]),
    }


def _compared(told: Sequence[Story], read: dict[str, list[Read]]) -> dict[str, Figure]:
    """Ways against one another, story by story."""
    kept = {name: np.array([agreement(one.answers) for one in seen]) for name, seen in read.items()}
    ways = zip(told, read["plain"], read["csa"], strict=True)
    drops = [aligned(each, plain.answers) - aligned(each, csa.answers) for each, plain, csa in ways]
    first = {
        way: np.array([of_first(one.answers) for one in read[way]]) for way in ("plain", "csa")
    }
    again = np.array([of_first((one.again or {}, *one.answers[1:])) for one in read["csa"]])
    measured = {
        "consistency.alignment_drop": mean_of(drops),
        "consistency.regenerated": mean_of(again),
    }
    return measured | ratios(
        {
            "consistency.gain": (kept["csa"] - kept["plain"], kept["perfect"] - kept["plain"]),
            "consistency.regenerated_gain": (again - first["plain"], first["csa"] - first["plain"]),
        }
    )


def agreement(answers: Answers) -> float:
    """Share of unnamed attributes that two panels have in common, over all pairs of panels."""
    return float(np.mean([_alike(a, b) for a, b in combinations(answers, 2)]))


def of_first(answers: Answers) -> float:
    """The same over the pairs that the first panel is one of."""
    return float(np.mean([_alike(answers[0], other) for other in answers[1:]]))


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


def apart(each: Story, answers: Answers) -> float:
    """Of the pairs of panels that are at different places or times: the share that looks so.

    Pictures that read one another's backgrounds would become one place.
    """
    wanted = [(one.shown.place, one.shown.time) for one in each.panels]
    seen = [(answer["place"], answer["time"]) for answer in answers]
    marks = [seen[a] != seen[b] for a, b in combinations(range(len(seen)), 2)
             if wanted[a] != wanted[b]]  # fmt: skip
    return float(np.mean(marks)) if marks else 1.0


def _alike(first: Answer, second: Answer) -> float:
    """Of what both pictures show."""
    pairs = [(first[f"{name}0"], second[f"{name}0"]) for name in UNNAMED]
    return float(np.mean([one == other for one, other in pairs if UNSEEN not in (one, other)]))


def shown_of(each: Story, answers: Answers) -> Answers:
    """The answers without those to questions about what the panels' framing leaves out."""
    unseen = [{name: UNSEEN for name, right in truth(one.shown).items() if right == UNSEEN}
              for one in each.panels]  # fmt: skip
    return [answer | hidden for answer, hidden in zip(answers, unseen, strict=True)]
