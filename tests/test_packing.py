"""A project travels as one file and arrives whole."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from storyboard.edits import delete_panels
from storyboard.project import Project, ProjectError
from tests.test_project import png


@pytest.fixture
def packed(project: Project, tmp_path: Path) -> Path:
    project.add_take(project.board.panels[0].id, png("red"), "{}")
    project.pack(tmp_path / "film.storyboardz")
    return tmp_path / "film.storyboardz"


def test_a_packed_project_is_the_same_in_another_place(
    project: Project, packed: Path, tmp_path: Path
) -> None:
    Project.unpack(packed, tmp_path / "there" / "Again")
    with Project.open(tmp_path / "there" / "Again") as again:
        assert again.board == project.board
        assert again.folder.name == "Again"
        first = again.board.panels[0].take
        assert first is not None
        original = again.picture(again.take(first))
        assert original is not None
        assert original.read_bytes() == png("red")
    assert [one.name for one in (tmp_path / "there").iterdir()] == ["Again"]


def test_an_edit_after_packing_is_not_in_it(project: Project, packed: Path, tmp_path: Path) -> None:
    before = project.board
    project.edit("Shorter", lambda board: delete_panels(board, [board.panels[-1].id]))
    Project.unpack(packed, tmp_path / "again")
    with Project.open(tmp_path / "again") as again:
        assert again.board == before


def test_a_folder_that_is_in_use_is_left_alone(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    with pytest.raises(ProjectError, match="is not empty"):
        Project.unpack(packed, tmp_path / "full")
    assert (tmp_path / "full" / "letter.txt").read_text() == "mine"


def test_a_file_that_is_no_packed_project_is_named(packed: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.storyboardz"
    half = tmp_path / "half.storyboardz"
    half.write_bytes(packed.read_bytes()[:2000])
    with zipfile.ZipFile(wrong, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    for path in (wrong, half):
        with pytest.raises(ProjectError, match="is not a packed project"):
            Project.unpack(path, tmp_path / "new")
    with pytest.raises(ProjectError, match="There is no file"):
        Project.unpack(tmp_path / "none.storyboardz", tmp_path / "new")


def test_names_that_lead_out_of_the_folder_are_never_written(packed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("../evil.txt", "evil")
        archive.writestr("media/../../evil.txt", "evil")
        archive.writestr("setup.sh", "evil")
    Project.unpack(packed, tmp_path / "there" / "again")
    assert not list(tmp_path.rglob("evil.txt"))
    assert not list(tmp_path.rglob("setup.sh"))
