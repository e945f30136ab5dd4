"""Generation: which panels are made together, from which anchors, and where the takes go."""

from storyboard.generation.generate import generate
from storyboard.generation.plan import Settings, groups_of, request_for, split_locked

__all__ = ["Settings", "generate", "groups_of", "request_for", "split_locked"]
