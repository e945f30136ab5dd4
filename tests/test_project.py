"""A project keeps every change, takes nothing back silently and refuses what it cannot read."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from storyboard.board import Board, BoardError
from storyboard.edits import choose_take, delete_panels, set_caption, set_frames, set_locks
from storyboard.project import Project, ProjectError, ProjectInUse


def png(color: str = "red", size: tuple[int, int] = (20, 10)) -> bytes:
    content = BytesIO()
    Image.new("RGB", size, color).save(content, "PNG")
    return content.getvalue()


def document(project: Project) -> Path:
    return project.folder / f"{project.folder.name}.storyboard"


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.folder)


def first(project: Project) -> str:
    return project.board.panels[0].id


def test_a_project_opens_as_it_was_left(project: Project) -> None:
    project.edit("Caption", lambda board: set_caption(board, first(project), "雨 — “rain”"))
    project.edit("Lock", lambda board: set_locks(board, [first(project)], ["cast", "timing"]))
    project.edit("Delete", lambda board: delete_panels(board, [board.panels[1].id]))
    board = project.board
    with reopened(project) as again:
        assert again.board == board
        assert len(again.board.trash) == 1


def test_edits_are_undone_and_redone_by_name(project: Project) -> None:
    before = project.board
    project.edit("Longer", lambda board: set_frames(board, [first(project)], 96))
    after = project.board
    assert project.undo_label == "Longer"
    assert (project.undo(), project.board) == ("Longer", before)
    assert (project.redo(), project.board) == ("Longer", after)
    assert project.redo() is None
    with reopened(project) as again:
        assert again.board == after


def test_a_new_edit_ends_what_could_be_redone(project: Project) -> None:
    project.edit("Longer", lambda board: set_frames(board, [first(project)], 96))
    project.undo()
    project.edit("Shorter", lambda board: set_frames(board, [first(project)], 12))
    assert project.redo_label is None


def test_an_edit_that_changes_nothing_is_no_step(project: Project) -> None:
    project.edit("Nothing", lambda board: board)
    assert project.undo_label is None


def test_an_edit_that_raises_changes_nothing(project: Project) -> None:
    before = project.board
    with pytest.raises(BoardError):
        project.edit("Broken", lambda board: set_caption(board, "nobody", "x"))
    orphan = replace(before.panels[0], scene="nowhere")
    with pytest.raises(BoardError):
        project.edit("Broken", lambda board: replace(board, panels=(orphan, *board.panels[1:])))
    assert project.board == before
    with reopened(project) as again:
        assert again.board == before


def test_a_take_is_stored_whole_and_shown(project: Project) -> None:
    take = project.add_take(first(project), png(size=(2000, 1000)), '{"seed": 1}')
    path = project.picture(take)
    assert path is not None
    assert path.read_bytes() == png(size=(2000, 1000))
    assert path.parent.parent == project.folder / "media"
    assert path.name == f"{take.sha256}.png"
    with Image.open(BytesIO(project.proxy(take))) as proxy:
        assert (proxy.format, proxy.size) == ("WEBP", (768, 384))
    with reopened(project) as again:
        assert again.takes_of(first(again)) == (take,)
        assert again.board.panels[0].take == take.id


def test_undo_never_loses_a_take_that_arrived_meanwhile(project: Project) -> None:
    project.edit("Longer", lambda board: set_frames(board, [first(project)], 96))
    take = project.add_take(first(project), png(), "{}")
    project.undo()
    assert project.board.panels[0].frames == 48
    assert project.board.panels[0].take == take.id
    assert project.takes_of(first(project)) == (take,)


def test_choosing_a_take_is_undoable(project: Project) -> None:
    one = project.add_take(first(project), png("red"), "{}")
    two = project.add_take(first(project), png("blue"), "{}")
    project.edit("Choose", lambda board: choose_take(board, first(project), one.id))
    project.undo()
    assert project.board.panels[0].take == two.id
    assert [take.number for take in project.takes_of(first(project))] == [1, 2]


def test_a_locked_picture_is_not_replaced_by_an_arriving_take(project: Project) -> None:
    one = project.add_take(first(project), png("red"), "{}")
    project.edit("Lock", lambda board: set_locks(board, [first(project)], ["picture"]))
    project.add_take(first(project), png("blue"), "{}")
    assert project.board.panels[0].take == one.id
    assert len(project.takes_of(first(project))) == 2


def test_a_missing_picture_never_blocks_opening(project: Project) -> None:
    take = project.add_take(first(project), png(), "{}")
    path = project.picture(take)
    assert path is not None
    path.unlink()
    with reopened(project) as again:
        assert again.picture(take) is None
        assert again.proxy(take)[:4] == b"RIFF"


def test_what_is_no_picture_is_refused(project: Project) -> None:
    with pytest.raises(ProjectError):
        project.add_take(first(project), png()[:40], "{}")
    assert project.takes_of(first(project)) == ()


def test_a_second_writer_is_told_that_the_project_is_open(project: Project) -> None:
    with pytest.raises(ProjectInUse, match="open in another window"):
        Project.open(project.folder)
    with Project.open(project.folder, read_only=True) as reader:
        assert reader.board == project.board
        with pytest.raises(ProjectInUse):
            reader.edit("Change", lambda board: replace(board, title="x"))


def test_a_project_of_a_newer_version_is_refused_and_untouched(project: Project) -> None:
    project.close()
    with sqlite3.connect(document(project)) as raw:
        raw.execute("PRAGMA user_version = 999")
    raw.close()
    before = document(project).read_bytes()
    with pytest.raises(ProjectError, match="newer version"):
        Project.open(project.folder)
    assert document(project).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_document_is_refused_and_untouched(project: Project, content: bytes) -> None:
    project.close()
    document(project).write_bytes(content)
    with pytest.raises(ProjectError):
        Project.open(project.folder)
    assert document(project).read_bytes() == content


def test_another_program_s_database_is_refused(project: Project) -> None:
    project.close()
    document(project).unlink()
    with sqlite3.connect(document(project)) as raw:
        raw.execute("CREATE TABLE songs (name)")
    raw.close()
    with pytest.raises(ProjectError, match="not a storyboard document"):
        Project.open(project.folder)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(ProjectError, match="not empty"):
        Project.create(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_name_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "film").write_text("x")
    with pytest.raises(ProjectError, match="is a file"):
        Project.create(tmp_path / "film")


def test_there_is_no_project_where_there_is_none(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing", tmp_path):
        with pytest.raises(ProjectError):
            Project.open(path)


def test_names_of_any_script_make_a_project(tmp_path: Path) -> None:
    with Project.create(tmp_path / "映画 : “one”") as project:
        assert project.board == Board(title="映画 : “one”")


def test_a_backup_is_a_whole_project_document(project: Project) -> None:
    copy = project.back_up()
    with Project.open(copy, read_only=True) as saved:
        assert saved.board == project.board
