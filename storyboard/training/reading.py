"""What the text encoder was told: questions about the picture that its states must answer.

The v-prediction loss alone teaches the text encoder slowly, because most of it is noise. Asking its
last states who is meant, and in what clothes, binds each attribute to its character much sooner.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from storyboard.world import vocabulary as words
from storyboard.world.picture import Picture

LOOKS = {
    "kind": words.KINDS,
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


class Reader(nn.Linear):
    """Answers every question from one state of the text encoder."""

    def __init__(self, width: int) -> None:
        super().__init__(width, sum(SIZES))

    def loss(self, states: Tensor, pictures: Sequence[Picture | None]) -> Tensor:
        """Cross-entropy of the answers that the states (B, 77, width) give; of None nothing is
        asked. Read where a caption always ends: at the last of the padding, which sees it all."""
        told = torch.tensor([answers(picture) for picture in pictures], device=states.device)
        logits = self(states[:, -1]).float().split(SIZES, dim=1)
        losses = [
            cross_entropy(logit, told[:, row], ignore_index=NO_ANSWER, reduction="sum")
            for row, logit in enumerate(logits)
        ]
        return torch.stack(losses).sum() / (told != NO_ANSWER).sum().clamp(min=1)


def answers(picture: Picture | None) -> list[int]:
    """The right answer to each question as a row of what is known."""
    if picture is None:
        return [NO_ANSWER] * len(SIZES)
    told: list[int] = []
    for row in range(FIGURES):
        if row >= len(picture.figures):
            told.extend([NO_ANSWER] * (len(LOOKS) + len(DEEDS)))
            continue
        figure = picture.figures[row]
        told.extend(known.index(getattr(figure.look, name)) for name, known in LOOKS.items())
        told.extend(known.index(getattr(figure, name)) for name, known in DEEDS.items())
    told.extend(known.index(getattr(picture, name)) for name, known in SETTINGS.items())
    return told
