"""What the text encoder was told: questions about the picture that its states must answer.

The v-prediction loss alone teaches the text encoder slowly, because most of it is noise. Asking its
last states who is meant, and in what clothes, binds each attribute to its character much sooner.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, linear

from storyboard.world import vocabulary as words
from storyboard.world.picture import Picture

NOBODY = "nobody"
LOOKS = {
    "kind": (*words.KINDS, NOBODY),
    "skin": (*words.SKINS, *words.FURS, *words.METALS),
    "hair": ("none", *words.HAIR_COLORS),
    "hair_style": ("none", *words.HAIR_STYLES["girl"], *words.HAIR_STYLES["boy"]),
    "top": words.TOPS,
    "bottom": words.BOTTOMS,
    "hat": words.HATS,
    "glasses": words.GLASSES,
    "prop": words.PROPS,
}
DEEDS = {"action": words.ACTIONS, "expression": words.EXPRESSIONS, "facing": words.FACINGS}
SETTINGS = {"place": tuple(words.PLACES), "time": words.TIMES, "shot": words.SHOTS}
FIGURES = 2
SIZES = [
    *(len(known) for _ in range(FIGURES) for known in (*LOOKS.values(), *DEEDS.values())),
    *(len(known) for known in SETTINGS.values()),
]
NO_ANSWER = -100
QUESTIONS = (
    *(f"{name}{row}" for row in range(FIGURES) for name in (*LOOKS, *DEEDS)),
    *SETTINGS,
)


class Reader(nn.Linear):
    """Answers every question twice: from the last state, and from the states it looks at.

    The last state sees the whole caption, and a UNet finds it easily, but it learns slowly: first
    the states of single words must know whose they are. Looking at those is learnt in minutes.
    """

    def __init__(self, width: int) -> None:
        super().__init__(width, sum(SIZES))
        self.asking = nn.Parameter(0.02 * torch.randn(len(SIZES), width))

    def logits(self, states: Tensor) -> tuple[Tensor, ...]:
        """(B, answers) for each question, from the last of the states (B, L, width)."""
        return self(states[:, -1]).float().split(SIZES, dim=1)

    def looked_up(self, states: Tensor) -> tuple[Tensor, ...]:
        """The same, each from the states its question looks at."""
        look = (self.asking @ states.transpose(1, 2)).softmax(dim=-1)  # (B, questions, L)
        seen = (look @ states).unbind(dim=1)
        parts = zip(seen, self.weight.split(SIZES), self.bias.split(SIZES), strict=True)
        return tuple(linear(state, weight, bias).float() for state, weight, bias in parts)

    def loss(self, states: Tensor, told: Tensor) -> Tensor:
        """Cross-entropy of both answers to the right ones (B, questions); see `answers`."""
        both = (self.logits(states), self.looked_up(states))
        losses = [
            cross_entropy(logit, told[:, row], ignore_index=NO_ANSWER, reduction="sum")
            for logits in both
            for row, logit in enumerate(logits)
        ]
        return torch.stack(losses).sum() / (2 * (told != NO_ANSWER).sum().clamp(min=1))


def answers(picture: Picture | None) -> list[int]:
    """The right answer to each question as a row of what is known; of None nothing is asked."""
    if picture is None:
        return [NO_ANSWER] * len(SIZES)
    told: list[int] = []
    for row in range(FIGURES):
        if row >= len(picture.figures):
            nobody = LOOKS["kind"].index(NOBODY)
            told.extend([nobody, *[NO_ANSWER] * (len(LOOKS) + len(DEEDS) - 1)])
            continue
        figure = picture.figures[row]
        told.extend(known.index(getattr(figure.look, name)) for name, known in LOOKS.items())
        told.extend(known.index(getattr(figure, name)) for name, known in DEEDS.items())
    told.extend(known.index(getattr(picture, name)) for name, known in SETTINGS.items())
    return told
