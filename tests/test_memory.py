"""Where the memory is full the same is drawn in less, or it is said plainly."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from storyboard.engine.engine import Engine
from storyboard.engine.memory import Needs, Thrift, free_memory, is_full, measures, needs_of
from storyboard.engine.recipe import recipe_of
from storyboard.engine.request import EngineError, GenerationRequest, PanelRequest
from tests.models import save_sd15_model

PROGRAM = """
import os, resource, sys
from pathlib import Path
import torch
from storyboard.engine.engine import Engine
from storyboard.engine.request import GenerationRequest, PanelRequest

def draw_with(megabytes):
    engine = Engine(Path(sys.argv[1]), "cpu")
    panels = tuple(PanelRequest(str(row), "a girl", seed=row) for row in range(16))
    small = GenerationRequest(engine.model, panels[:1], width=64, height=64, steps=1, guidance=1.0)
    engine.generate(small, lambda progress: None)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    large = GenerationRequest(engine.model, panels, width=256, height=256, steps=1, guidance=1.0)
    try:
        made = engine.generate(large, lambda progress: None, lambda said: print("TOLD", said))
        print("MADE", len(made), made[0].picture.size)
    except Exception as error:
        print(type(error).__name__, error)
    print("AGAIN", len(engine.generate(small, lambda progress: None)))

torch.set_num_threads(1)
for megabytes in (8, 150):  # each in a process of its own that need not import torch again
    child = os.fork()
    if child == 0:
        draw_with(megabytes)
        sys.stdout.flush()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    print("MORE", flush=True)
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What an engine says that has 8 MB left, and then another that has 150.

    In processes whose threads share one heap: the address space that others would reserve, whenever
    they happen to begin, is not left to them.
    """
    if not hasattr(resource, "RLIMIT_AS"):
        pytest.skip("this system cannot limit the memory of a process")
    model = save_sd15_model(tmp_path_factory.mktemp("model") / "tiny")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(model)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "MALLOC_ARENA_MAX": "1"},
    )
    return done.stdout.split("MORE")


def test_a_full_memory_is_freed_and_the_panels_drawn_one_by_one(said: list[str]) -> None:
    assert "TOLD The memory was full: the pictures are decoded one by one now." in said[1]
    assert "MADE 16 (256, 256)" in said[1]
    assert "AGAIN 1" in said[1]


def test_what_fits_in_no_way_is_said_and_the_engine_lives_on(said: list[str]) -> None:
    assert "EngineError 16 pictures of 256 x 256 px do not fit" in said[0]
    assert "AGAIN 1" in said[0]


def test_drawing_one_by_one_changes_nothing_to_be_seen(tmp_path: Path) -> None:
    engine = Engine(save_sd15_model(tmp_path / "tiny"), "cpu")
    panels = tuple(PanelRequest(str(row), "a girl", seed=row) for row in range(2))
    request = GenerationRequest(engine.model, panels, width=64, height=64, steps=2)
    before = [np.asarray(one.picture, int) for one in engine.generate(request, lambda _: None)]
    assert "the pictures are decoded one by one now" in str(engine.thrift.more())
    after = [np.asarray(one.picture, int) for one in engine.generate(request, lambda _: None)]
    assert max(np.abs(a - b).max() for a, b in zip(before, after, strict=True)) <= 1
    assert "each step is done in two halves now" in str(engine.thrift.more())
    assert "the pictures are decoded in tiles now" in str(engine.thrift.more())
    assert engine.thrift.more() is None


def test_the_halves_of_a_step_come_to_the_same_picture(tmp_path: Path) -> None:
    engine = Engine(save_sd15_model(tmp_path / "tiny"), "cpu")
    words = ("a girl", "a bear")
    panels = tuple(
        PanelRequest(str(row), "a girl and a bear", seed=row, cast=("ann", "bo"), described=words)
        for row in range(2)
    )
    request = GenerationRequest(engine.model, panels, width=64, height=64, steps=3)
    rows = []
    watch = engine.pipe.unet.conv_in.register_forward_pre_hook(
        lambda layer, given: rows.append(len(given[0]))
    )

    def drawn() -> np.ndarray:
        made = engine.generate(request, lambda progress: None)
        return np.stack([np.asarray(one.picture, int) for one in made])

    whole = drawn()
    engine.thrift._take("half by half")
    halves = drawn()
    watch.remove()
    steps = len(engine.pipe.scheduler.timesteps)
    assert rows == [4] * steps + [2] * 2 * steps
    assert np.abs(whole - halves).max() <= 1
    alone = replace(request, panels=panels[:1], guidance=1.0)
    assert len(engine.generate(alone, lambda progress: None)) == 1


def test_a_step_that_does_not_fit_is_tried_again_in_halves(tmp_path: Path) -> None:
    """The first layer asks the machine for more than there is, whenever it gets all the rows."""
    engine = Engine(save_sd15_model(tmp_path / "tiny"), "cpu")
    panels = tuple(PanelRequest(str(row), "a girl", seed=row) for row in range(2))
    request = GenerationRequest(engine.model, panels, width=64, height=64, steps=2)
    told: list[str] = []

    def ask(layer: torch.nn.Module, given: tuple[torch.Tensor]) -> None:
        torch.empty(2**50 if len(given[0]) > len(panels) else 1)

    asking = engine.pipe.unet.conv_in.register_forward_pre_hook(ask)
    made = engine.generate(request, lambda progress: None, told.append)
    asking.remove()
    assert [one.panel for one in made] == ["0", "1"]
    assert [str(said).partition(": ")[2] for said in told] == [
        "the pictures are decoded one by one now.", "each step is done in two halves now."
    ]  # fmt: skip
    assert engine.provenance.thrift == ("one by one", "half by half")


def test_the_recipe_says_what_was_done_to_fit(tmp_path: Path) -> None:
    engine = Engine(save_sd15_model(tmp_path / "tiny"), "cpu")
    panel = PanelRequest("a", "a girl")
    request = GenerationRequest(engine.model, (panel,), width=64, height=64, steps=1)
    assert json.loads(recipe_of(request, "a", engine.provenance))["provenance"]["thrift"] == []
    engine.thrift.more()
    engine.thrift.more()
    told = json.loads(recipe_of(request, "a", engine.provenance))["provenance"]["thrift"]
    assert told == ["one by one", "half by half"]


GB = 10**9


@pytest.mark.parametrize(("free", "pictures", "wanted"), [
    (24 * GB, 5, ()),
    (12 * GB, 5, ("one by one",)),
    (8 * GB, 5, ("part by part", "one by one")),
    (6 * GB, 1, ("part by part", "in tiles", "one by one")),
])  # fmt: skip
def test_how_thriftily_is_chosen_by_what_is_free(
    free: int, pictures: int, wanted: tuple[str, ...]
) -> None:
    sdxl = Needs(weights=7 * GB, largest=5 * GB, picture=int(2.1 * GB))
    assert set(measures(sdxl, pictures, free, "cuda")) == set(wanted)
    assert "part by part" not in measures(sdxl, pictures, free, "cpu")


def test_a_model_s_needs_are_its_weights_and_the_pictures_it_decodes(tmp_path: Path) -> None:
    pipe = Engine(save_sd15_model(tmp_path / "tiny"), "cpu").pipe
    small, large = needs_of(pipe, 64, 64), needs_of(pipe, 128, 64)
    weights = [sum(one.nbytes for one in part.parameters())
               for part in (pipe.unet, pipe.vae, pipe.text_encoder)]  # fmt: skip
    assert (small.weights, small.largest) == (sum(weights), max(weights))
    assert large.picture == 2 * small.picture > 0
    assert free_memory("cpu") > 2**20


def test_little_free_memory_is_met_before_anything_fails(tmp_path: Path) -> None:
    pipe = Engine(save_sd15_model(tmp_path / "tiny"), "cpu").pipe
    thrift = Thrift(pipe, "cpu", free=lambda device: 2**20)
    thrift.suit(64, 64, 4)
    assert pipe.vae.use_slicing
    assert pipe.vae.use_tiling
    assert thrift.taken == ("one by one", "in tiles")
    assert "each step is done in two halves now" in str(thrift.more())
    assert thrift.more() is None


def test_only_full_memory_is_taken_for_full_memory() -> None:
    assert is_full(RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried"))
    assert is_full(torch.OutOfMemoryError("CUDA out of memory."))
    assert is_full(MemoryError())
    assert not is_full(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    assert not is_full(ValueError("out of memory"))


def test_overflowing_numbers_are_said_and_make_no_picture(tmp_path: Path) -> None:
    engine = Engine(save_sd15_model(tmp_path / "tiny"), "cpu")
    request = GenerationRequest(
        engine.model, (PanelRequest("a", "x"),), width=64, height=64, steps=2
    )
    with torch.no_grad():
        engine.pipe.unet.conv_out.weight[0, 0, 0, 0] = float("inf")
    with pytest.raises(EngineError, match="overflowed at step 1"):
        engine.generate(replace(request, guidance=3.0), lambda progress: None)
