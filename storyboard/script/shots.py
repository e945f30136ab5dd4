"""The size of a shot: said in a panel's own words, or chosen beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast, get_args

from storyboard.board import Panel, ShotSize
from storyboard.script.tags import tidied

SHOT_SIZES: tuple[ShotSize, ...] = get_args(ShotSize)
SAID = re.compile(
    r"\b(?:(extreme|very)\s+)?(?:(close)[\s-]?up|(medium|full|wide|long)[\s-]shot)\b", re.IGNORECASE
)


def shot_size(panel: Panel) -> ShotSize:
    """What the prompt says; where it says nothing, what was chosen."""
    return said_size(panel.prompt) or panel.shot_size


def said_size(prompt: str) -> ShotSize:
    """The shot size that the words of a prompt name, the first if there are several."""
    found = SAID.search(prompt)
    if found is None:
        return ""
    kind = (found[2] or found[3]).lower()
    size = "close-up" if kind == "close" else f"{'wide' if kind == 'long' else kind} shot"
    far = f"extreme {size}"
    return cast(ShotSize, far if found[1] and far in SHOT_SIZES else size)


def with_shot_size(panel: Panel, size: ShotSize) -> Panel:
    """The panel in another size; where its prompt names one, the prompt changes with it."""
    prompt = panel.prompt
    if said_size(prompt):
        prompt = tidied(re.sub(r",(\s*,)+", ",", SAID.sub(size, prompt, count=1)))
    return replace(panel, prompt=prompt, shot_size=size)
