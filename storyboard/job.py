"""A job of the generation queue as the project keeps it, so that a crash loses none."""

from __future__ import annotations

from dataclasses import dataclass

from storyboard.board import PanelId


@dataclass(frozen=True, slots=True)
class Job:
    """Panels that are drawn together.

    panels    their ids; may name panels that have been deleted since
    settings  JSON, whatever the queue needs to draw them
    state     a word of the queue's, as in `waiting` or `drawing`
    created   ISO 8601, UTC
    problem   what went wrong, in a sentence, empty if nothing did
    """

    id: str
    panels: tuple[PanelId, ...]
    settings: str = "{}"
    state: str = "waiting"
    created: str = ""
    problem: str = ""
