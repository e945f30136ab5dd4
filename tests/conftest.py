"""What every test needs: no network, Qt without a screen, small models and projects."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # the cores are shared by the test processes

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from storyboard.board import Board
from storyboard.project import Project
from storyboard.script import onto_board, parse_story
from ui.__main__ import leave_clipboard
from ui.translation import speak

STORY = """[Ann] a tan-skinned girl with black hair in a red shirt
[Bo] a brown bear in a blue shirt

EXT. BEACH - DAY
[Ann] waving, wide shot # Ann is early.
[Ann] and [Bo], standing, wide shot # 二人は海で出会った。
INT. BEDROOM - NIGHT
/ [Bo] reading, medium shot # Bo reads: “The Sea”.
[NC] the empty room # Everybody sleeps.
"""


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random model in the shape of the starter, in a diffusers folder; a second to load."""
    from tests.models import save_tiny_model

    return save_tiny_model(tmp_path_factory.mktemp("model") / "tiny")


@pytest.fixture
def board() -> Board:
    return onto_board(Board(title="Sea", width=64, height=64), parse_story(STORY, "story.txt"))


@pytest.fixture
def project(tmp_path: Path, board: Board):  # type: ignore[no-untyped-def]
    with Project.create(tmp_path / "Sea", board) as opened:
        yield opened


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> Iterator[None]:
    """Qt allows one application a process: the one with widgets serves the painter as well."""
    speak(qapp, "en")
    yield
    leave_clipboard()


@pytest.fixture(autouse=True)
def no_window_is_left(one_application: None) -> Iterator[None]:
    """Qt deletes what was closed only in a running loop, and until then styles it with the rest."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
