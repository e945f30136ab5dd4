"""What the frames of a clip are told, and how cross-attention reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Told:
    """What the frames of a clip are told: text (L, 77 k, C) and seen tokens (L, M, C) or none."""

    text: Tensor
    seen: Tensor | None = None

    def of(self, rows: Sequence[int]) -> Told:
        index = torch.tensor(rows, device=self.text.device)
        return Told(self.text[index], None if self.seen is None else self.seen[index])


def states_of(told: Told, *, beside: bool) -> Any:
    """What cross-attention reads: [T ; P_l] for each frame, or T and, beside it, P_l."""
    if told.seen is None:
        return told.text
    if beside:
        return told.text, [told.seen]
    return torch.cat([told.text, told.seen], dim=1)
