"""Generation: which panels are made together, from which anchors, and where the takes go."""

from storyboard.generation.generate import generate
from storyboard.generation.plan import (
    Settings,
    alike,
    groups_of,
    portrait_request,
    request_for,
    split_locked,
)

__all__ = [
    "Settings",
    "alike",
    "generate",
    "groups_of",
    "portrait_request",
    "request_for",
    "split_locked",
]
