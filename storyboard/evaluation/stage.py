"""Stories that are measured become projects, so that they are drawn as an artist's stories are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from storyboard.board import Board, Character, Panel, PanelId, Scene
from storyboard.edits import choose_take, set_locks, set_seed
from storyboard.engine.engine import Engine
from storyboard.engine.request import Consistency
from storyboard.generation import Settings, generate
from storyboard.progress import Progress
from storyboard.project import Project

Pixels = NDArray[np.uint8]  # (n, height, width, 3)
SCENE = "scene"


@dataclass(frozen=True, slots=True)
class Shown:
    """One panel: what the model reads, with [names] for those who are in it, and its noise."""

    id: PanelId
    prompt: str
    seed: int
    cast: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """How a story is drawn.

    group  panels made together; a later group reads what is finished, as anchors
    """

    consistency: Consistency
    group: int = 10


class Stage:
    """A story in a project of its own, and the engine that draws it."""

    def __init__(self, project: Project, engine: Engine, steps: int) -> None:
        self.project, self.engine, self.steps = project, engine, steps

    def draw(self, panels: Sequence[PanelId], way: Way) -> Pixels:
        settings = Settings(
            self.engine.model, self.steps, consistency=way.consistency, group=way.group
        )
        generate(self.project, self.engine, panels, settings, _quietly)
        return np.stack([self._seen(one) for one in panels])

    def draw_again(self, panel: PanelId, seed: int, way: Way) -> Pixels:
        """One panel from other noise, beside what the story shows by now; (1, height, width, 3)."""
        self.project.edit("Seed", lambda board: set_seed(board, [panel], lambda: seed))
        return self.draw([panel], way)

    def keep(self, panel: PanelId, seen: Pixels) -> None:
        """Locks a picture (height, width, 3) that was not drawn by the model in a panel."""
        file = self.project.folder.with_name("given.png")
        Image.fromarray(seen).save(file)
        take = self.project.import_picture(panel, file)
        self.project.edit("Take", lambda board: choose_take(board, panel, take.id))
        self.project.edit("Lock", lambda board: set_locks(board, [panel], ["picture"]))

    def _seen(self, panel: PanelId) -> Pixels:
        take = self.project.board.panel(panel).take
        picture = self.project.picture(self.project.take(take)) if take else None
        assert picture is not None
        with Image.open(picture) as opened:
            return np.asarray(opened.convert("RGB"))


def tagged(prompt: str, people: Mapping[str, str]) -> str:
    """The prompt with [names] in place of the words that describe those people."""
    for name, words in people.items():
        prompt = re.sub(rf"\b{words}\b", f"[{name}]", prompt, count=1)
    return prompt


@contextmanager
def staged(
    people: Mapping[str, str],
    panels: Sequence[Shown],
    size: tuple[int, int],
    engine: Engine,
    steps: int,
) -> Iterator[Stage]:
    """A story of `people`, by name with the words that describe each, with nothing drawn yet."""
    board = Board(
        width=size[0],
        height=size[1],
        characters=tuple(Character(name, name, words) for name, words in people.items()),
        scenes=(Scene(SCENE),),
        panels=tuple(
            Panel(one.id, SCENE, one.prompt, cast=one.cast, seed=one.seed) for one in panels
        ),
    )
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        Project.create(Path(folder) / "story", board) as project,
    ):
        yield Stage(project, engine, steps)


def _quietly(progress: Progress) -> None:
    """Whole stories are reported, not steps."""
