"""Rendered transitions are seen in the window; until then a dissolve stands in, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from storyboard.edits import set_frames
from storyboard.generation.transitions import predicted, transition_settings
from storyboard.motion.kept import KeptClips
from storyboard.project import Project
from storyboard.timeline.seen import seen_at, standing_in
from storyboard.timeline.track import track_of
from tests.motion_models import save_tiny_motion
from ui.film import Film
from ui.palette import DARK


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder that has motion weights; nothing is drawn with it here."""
    save_tiny_motion(tmp_path / "model" / "motion")
    return tmp_path / "model"


@pytest.fixture
def film(qtbot: QtBot, project: Project, model: Path) -> Iterator[Film]:
    """Two grey panels of six frames in one shot, and two more."""
    told = BytesIO()
    Image.new("RGB", (64, 64), (90, 90, 90)).save(told, "PNG")
    for panel in project.board.panels:
        project.add_take(panel.id, told.getvalue(), "{}")
    ids = [panel.id for panel in project.board.panels]
    project.edit("Shorten", lambda board: set_frames(board, ids, 6))
    grey = QPixmap(64, 64)
    grey.fill(QColor(90, 90, 90))
    shown = Film(DARK, lambda panel: grey, lambda: model)
    qtbot.addWidget(shown.monitor)
    qtbot.addWidget(shown.dock)
    shown.monitor.resize(400, 300)
    shown.show_project(project, [])
    yield shown
    shown.close()


def keep_red(project: Project, model: Path) -> None:
    """A clip nobody could take for the panels: from dark to bright red."""
    frames = np.zeros((8, 64, 64, 3), np.uint8)
    frames[..., 0] = (30 * np.arange(8))[:, None, None]
    KeptClips(project.folder).keep(predicted(project, transition_settings(model))[0], frames)


def middle(film: Film, frame: int) -> QColor:
    film.monitor.show_frame(frame)
    seen = film.monitor.grab().toImage()
    return seen.pixelColor(seen.width() // 2, seen.height() // 2)


def test_a_rendered_transition_is_played_frame_by_frame(
    film: Film, project: Project, model: Path
) -> None:
    assert middle(film, 6).name() == "#5a5a5a"
    keep_red(project, model)
    film.show_rendered()
    reds = [middle(film, frame).red() for frame in range(3, 9)]
    assert reds == [30, 60, 90, 120, 150, 180]
    assert middle(film, 6).green() == 0
    assert middle(film, 9).name() == "#5a5a5a"


def test_the_timeline_knows_which_transitions_are_rendered(
    film: Film, project: Project, model: Path
) -> None:
    assert not film.rendered.ready(0)
    keep_red(project, model)
    assert not film.rendered.ready(0)
    film.show_rendered()
    assert film.rendered.ready(0)
    assert not film.rendered.ready(2)
    project.add_take(project.board.panels[0].id, _other_picture(), "{}")
    film.show_project(project, [])
    assert not film.rendered.ready(0)


def _other_picture() -> bytes:
    told = BytesIO()
    Image.new("RGB", (64, 64), (1, 2, 3)).save(told, "PNG")
    return told.getvalue()


def test_what_stands_in_moves_the_camera_without_a_jump_at_its_ends(project: Project) -> None:
    track = track_of(project.board)
    joint = track.joints[0]
    sizes = []
    for frame in range(joint.start, joint.end):
        seen = seen_at(track, frame)
        assert seen is not None
        stood = standing_in(seen)
        assert stood.incoming is not None
        sizes.append((stood.view.framing.size, stood.incoming.framing.size))
    assert sizes[0][0] > sizes[-1][0]
    assert sizes[0][1] < sizes[-1][1]
    assert 1 - sizes[0][0] < Fraction(1, 100)
    assert 1 - sizes[-1][1] < Fraction(1, 100)
