"""Where somebody stands, and which place a scene keeps, can be said from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from storyboard.board import Box
from storyboard.cli import main
from storyboard.project import Project


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def say(*words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["storyboard", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out + told.err

    return say


@pytest.fixture
def folder(project) -> Path:
    project.close()
    return project.folder


def test_somebody_is_placed_in_a_panel_and_let_go(said, folder: Path) -> None:
    assert said("place", str(folder), "1A-2", "ann", "0,0,50,100")[0] == 0
    with Project.open(folder, read_only=True) as project:
        panel = project.board.panels[1]
        assert panel.boxes == ((panel.cast[0], Box(0, 0, 0.5, 1)),)
    assert said("place", str(folder), "1A-2", "Ann", "anywhere")[0] == 0
    with Project.open(folder, read_only=True) as project:
        assert project.board.panels[1].boxes == ()


def test_a_scene_keeps_a_place_until_it_is_told_not_to(said, folder: Path) -> None:
    assert said("keep-place", str(folder), "1A-1")[0] == 0
    with Project.open(folder, read_only=True) as project:
        assert project.board.scenes[0].anchor == project.board.panels[0].id
    assert said("keep-place", str(folder), "1A-1", "--no-more")[0] == 0
    with Project.open(folder, read_only=True) as project:
        assert project.board.scenes[0].anchor is None


@pytest.mark.parametrize(("words", "wrong"), [
    (("1A-9", "ann", "0,0,50,100"), "no panel 1A-9"),
    (("1A-2", "zoe", "0,0,50,100"), "called zoe"),
    (("1A-1", "bo", "0,0,50,100"), "who are in a panel"),
    (("1A-2", "ann", "0,0,150,100"), "within the picture"),
    (("1A-2", "ann", "left"), "is no box"),
])  # fmt: skip
def test_what_cannot_be_is_said_in_a_sentence(
    said, folder: Path, words: tuple[str, ...], wrong: str
) -> None:
    status, told = said("place", str(folder), *words)
    assert status != 0
    assert wrong in " ".join(told.split())
