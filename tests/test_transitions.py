"""A film's predicted transitions are made once, kept by what made them, and seen in the film."""

from __future__ import annotations

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from storyboard.cli.commands import app
from storyboard.edits import change_panels, set_frames
from storyboard.engine.engine import Engine
from storyboard.export.formats import export
from storyboard.export.options import ExportOptions
from storyboard.generation.transitions import (
    TransitionSettings,
    dissolving,
    missing,
    motion_of,
    predicted,
    transition_settings,
)
from storyboard.motion.kept import KeptClips
from storyboard.motion.rendering import Renderer
from storyboard.motion.request import MotionError
from storyboard.progress import Cancelled, Progress
from storyboard.project import Project
from storyboard.timeline.trimming import set_camera, set_transition
from tests.motion_models import save_tiny_motion


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


@pytest.fixture(scope="module")
def settings(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> TransitionSettings:
    folder = save_tiny_motion(tmp_path_factory.mktemp("motion"))
    return transition_settings(tiny_model, folder, steps=1)


@pytest.fixture(scope="module")
def renderer(tiny_model: Path) -> Renderer:
    return Renderer(Engine(tiny_model, "cpu"))


@pytest.fixture
def film(project: Project) -> Project:
    """Four drawn panels of six frames; the first two and the last two are one shot each."""
    ids = [panel.id for panel in project.board.panels]
    for row, panel in enumerate(ids):
        project.add_take(panel, png(40 + 50 * row), "{}")
    project.edit("Shorten", lambda board: set_frames(board, ids, 6))
    return project


def png(shade: int) -> bytes:
    told = BytesIO()
    Image.new("RGB", (64, 64), (shade, shade, shade)).save(told, "PNG")
    return told.getvalue()


def render(film: Project, settings: TransitionSettings, renderer: Renderer) -> None:
    renderer.render_all(missing(film, settings), KeptClips(film.folder), quiet)


def shades(path: Path) -> list[float]:
    """The mean brightness of every frame of a film."""
    with av.open(str(path)) as film:
        return [float(one.to_ndarray(format="gray").mean()) for one in film.decode(video=0)]


def test_transitions_inside_a_shot_are_predicted_and_last_what_the_timeline_says(
    film: Project, settings: TransitionSettings
) -> None:
    asked = predicted(film, settings)
    assert list(asked) == [0, 2]
    assert asked[0].frames == 6
    assert (asked[0].start.panel, asked[0].end.panel) == tuple(
        panel.id for panel in film.board.panels[:2]
    )
    film.edit("Cut", lambda board: set_transition(board, board.panels[0].id, "cut"))
    assert list(predicted(film, settings)) == [2]


def test_changing_one_panel_makes_only_its_own_transitions_again(
    film: Project, settings: TransitionSettings, renderer: Renderer
) -> None:
    assert len(missing(film, settings)) == 2
    render(film, settings, renderer)
    assert missing(film, settings) == []
    film.add_take(film.board.panels[1].id, png(7), "{}")
    (again,) = missing(film, settings)
    assert again.end.panel == film.board.panels[1].id
    other = transition_settings(settings.model, settings.motion, steps=2)
    assert len(missing(film, other)) == 2


def test_a_cancelled_transition_keeps_nothing(
    film: Project, settings: TransitionSettings, renderer: Renderer
) -> None:
    def stop(progress: Progress) -> None:
        raise Cancelled

    wanted = missing(film, settings)
    with pytest.raises(Cancelled):
        renderer.render_all(wanted, KeptClips(film.folder), stop)
    assert len(missing(film, settings)) == 2


def test_a_damaged_transition_is_as_good_as_none(
    film: Project, settings: TransitionSettings, renderer: Renderer
) -> None:
    render(film, settings, renderer)
    asked, kept = predicted(film, settings)[0], KeptClips(film.folder)
    frames = kept.read(asked)
    assert frames is not None
    assert frames.shape == (8, 64, 64, 3)
    for content in (b"", b"torn", kept.path(asked).read_bytes()[:100]):
        kept.path(asked).write_bytes(content)
        assert kept.read(asked) is None
    export(film, film.folder / "film.mp4", ExportOptions(transitions=settings), quiet)


def test_the_film_shows_the_rendered_frames_for_exactly_their_time(
    film: Project, settings: TransitionSettings, tmp_path: Path
) -> None:
    """Frames of a known brightness stand in for what a model makes."""
    bright = np.repeat(np.arange(8, dtype=np.uint8) * 30, 64 * 64 * 3).reshape(8, 64, 64, 3)
    KeptClips(film.folder).keep(predicted(film, settings)[0], bright)
    export(film, tmp_path / "film.mp4", ExportOptions(transitions=settings, width=64), quiet)
    seen = shades(tmp_path / "film.mp4")
    assert len(seen) == 24
    assert seen[3:9] == pytest.approx([30, 60, 90, 120, 150, 180], abs=4)
    assert seen[:3] == pytest.approx([40] * 3, abs=4)
    assert seen[9:12] == pytest.approx([90] * 3, abs=4)


def test_the_camera_goes_from_one_move_to_the_other_without_a_jump(
    film: Project, settings: TransitionSettings, tmp_path: Path
) -> None:
    slope = np.tile(np.linspace(0, 255, 64).astype(np.uint8)[None, None, :, None], (8, 64, 1, 3))
    KeptClips(film.folder).keep(predicted(film, settings)[0], slope)
    ids = [panel.id for panel in film.board.panels]
    film.edit("Pan", lambda board: set_camera(set_camera(board, ids[0], "pan right"),
                                              ids[1], "pan left"))  # fmt: skip
    export(film, tmp_path / "film.mp4", ExportOptions(transitions=settings, width=64), quiet)
    steps = np.abs(np.diff(shades(tmp_path / "film.mp4")[3:9]))
    assert steps.max() < 15


def test_what_dissolves_is_said_with_the_reason(
    film: Project, settings: TransitionSettings, renderer: Renderer
) -> None:
    none = replace(settings, motion=None)
    assert missing(film, none) == []
    assert "no motion weights" in str(dissolving(film, none))
    assert "have not been rendered" in str(dissolving(film, settings))
    render(film, settings, renderer)
    assert dissolving(film, settings) is None
    first = film.board.panels[0].id
    film.edit("No take", lambda board: change_panels(
        board, [first], lambda panel: replace(panel, take=None)))  # fmt: skip
    assert "1 of 2" in str(dissolving(film, settings))


def test_a_transition_that_cannot_be_kept_is_said_in_a_sentence(
    film: Project, settings: TransitionSettings
) -> None:
    (film.folder / "transitions").write_text("a file in the way")
    with pytest.raises(MotionError, match="cannot be kept"):
        KeptClips(film.folder).keep(predicted(film, settings)[0], np.zeros((8, 4, 4, 3), np.uint8))


def test_motion_weights_belong_to_the_model_they_lie_in(tmp_path: Path) -> None:
    assert motion_of(tmp_path) is None
    save_tiny_motion(tmp_path / "motion")
    assert motion_of(tmp_path) == tmp_path / "motion"
    before = transition_settings(tmp_path)
    os.utime(tmp_path / "motion" / "motion.json", (1, 1))
    assert transition_settings(tmp_path).weights != before.weights


def test_the_command_makes_missing_transitions_and_says_what_dissolves(
    film: Project, settings: TransitionSettings, tmp_path: Path
) -> None:
    film.close()
    given = ["export", str(film.folder), str(tmp_path / "film.mp4"), "--transition-steps", "1",
             "--model", str(settings.model)]  # fmt: skip
    plain = CliRunner().invoke(app, given)
    assert plain.exit_code == 0
    assert "dissolves: 2" in plain.stderr
    made = CliRunner().invoke(app, [*given, "--motion", str(settings.motion)])
    assert made.exit_code == 0
    assert "dissolves" not in made.stderr
    assert len(list((film.folder / "transitions").rglob("*.npz"))) == 2
