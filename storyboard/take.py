"""A take: one picture made for a panel, with all that is needed to make it again."""

from __future__ import annotations

from dataclasses import dataclass

from storyboard.board import PanelId, TakeId


@dataclass(frozen=True, slots=True)
class Take:
    """Never changed once made.

    panel    it was made for, or the character whose portrait it is
    number   counts the takes of its panel from 1
    sha256   of the original picture, which is also its name in the media folder
    recipe   JSON: model, seeds, prompts, settings
    created  ISO 8601, UTC
    """

    id: TakeId
    panel: PanelId
    number: int
    sha256: str
    recipe: str
    created: str
