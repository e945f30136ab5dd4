"""What a story costs by its length, and one panel made again by the number of its anchors."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PIL import Image

from storyboard.board import Board, Character, Panel, Scene
from storyboard.engine.engine import Engine
from storyboard.engine.request import USUAL, Anchor, Consistency, GenerationRequest, PanelRequest
from storyboard.generation import Settings, generate
from storyboard.project import Project
from tests.benchmarks.record import peak_bytes
from tests.models import save_sd15_model

LENGTHS = (5, 20, 100, 200)
ROUNDS = 5
LAST = 10


def tell_story(panels: int) -> tuple[float, int]:
    """Seconds per panel of a story's last group, and peak memory of the whole, in a project of its
    own. The first group has nothing to read yet and so costs less, wherever the story ends."""
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(save_sd15_model(Path(folder) / "model"), "cpu")
        cast = (Character("ann", "Ann", "a girl"), Character("bo", "Bo", "a bear"))
        shown = tuple(
            Panel(str(row), "s", f"number {row}", cast=(("ann",), ("bo",), ("ann", "bo"))[row % 3])
            for row in range(panels)
        )
        board = Board(width=64, height=64, characters=cast, scenes=(Scene("s"),), panels=shown)
        with Project.create(Path(folder) / "story", board) as project:
            settings, ids = Settings(engine.model, steps=2), [one.id for one in shown]
            generate(project, engine, ids[:-LAST], settings, lambda progress: None)
            began = time.perf_counter()
            generate(project, engine, ids[-LAST:], settings, lambda progress: None)
            return (time.perf_counter() - began) / len(ids[-LAST:]), peak_bytes()


def regenerate(engine: Engine, most: int = 2) -> dict[str, float]:
    """One panel with k anchors over the panel with none: same steps and guidance, model loaded."""
    with tempfile.TemporaryDirectory() as folder:
        anchors = []
        for row in range(most):
            path = Path(folder) / f"{row}.png"
            Image.new("RGB", (384, 224), ("red", "blue")[row]).save(path)
            anchors.append(Anchor(str(row), f"{row:064x}", path, "a girl", ("ann",)))
        panel = PanelRequest("x", "a girl, waving, beach, day", cast=("ann",))
        plain = GenerationRequest(engine.model, (panel,), steps=4, consistency=Consistency(rate=0))
        ways = [plain] + [
            replace(plain, anchors=tuple(anchors[: k + 1]), consistency=USUAL) for k in range(most)
        ]
        taken: list[list[float]] = [[] for _ in ways]
        for _ in range(1 + ROUNDS):
            for row, request in enumerate(ways):
                began = time.perf_counter()
                engine.generate(request, lambda progress: None)
                taken[row].append(time.perf_counter() - began)
    alone, *held = (statistics.median(times[1:]) for times in taken)
    names = ("regenerate.ratio_1_anchor", "regenerate.ratio_2_anchors")
    return dict(zip(names, (one / alone for one in held), strict=True))


if __name__ == "__main__":
    told, peak = tell_story(int(sys.argv[1]))
    sys.stdout.write(f"{told} {peak}")
