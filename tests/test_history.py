"""Every step of a sitting can be travelled to, and no take is lost on the way."""

from __future__ import annotations

from pathlib import Path

from storyboard.edits import set_caption, set_frames
from storyboard.project import Project
from tests.test_project import first, png, reopened


def caption(project: Project, text: str) -> None:
    project.edit(f"Caption {text}", lambda board: set_caption(board, first(project), text))


def test_steps_are_travelled_in_both_directions_and_saved_where_one_arrives(
    project: Project,
) -> None:
    boards = [project.board]
    for text in "abcd":
        caption(project, text)
        boards.append(project.board)
    assert project.steps == ("Caption a", "Caption b", "Caption c", "Caption d")
    for done in (1, 4, 0, 3):
        project.travel_to(done)
        assert (project.done, project.board) == (done, boards[done])
    assert (project.undo_label, project.redo_label) == ("Caption c", "Caption d")
    with reopened(project) as again:
        assert again.board == boards[3]
        assert again.steps == ()


def test_an_edit_in_the_past_ends_the_steps_behind_it(project: Project) -> None:
    for text in "abc":
        caption(project, text)
    project.travel_to(1)
    caption(project, "z")
    assert project.steps == ("Caption a", "Caption z")
    assert project.redo() is None


def test_a_take_that_arrives_shows_in_every_step(project: Project) -> None:
    for text in "abc":
        caption(project, text)
    project.travel_to(1)
    take = project.add_take(first(project), png(), "{}")
    for done in (0, 1, 2, 3):
        project.travel_to(done)
        assert project.board.panels[0].take == take.id
    assert project.steps == ("Caption a", "Caption b", "Caption c")


def test_hundreds_of_steps_are_kept(project: Project) -> None:
    for frames in range(1, 401):
        project.edit(
            "Longer", lambda board, frames=frames: set_frames(board, [first(project)], frames)
        )
    project.travel_to(0)
    assert project.board.panels[0].frames == 48
    project.travel_to(150)
    assert project.board.panels[0].frames == 150


def test_many_recipes_are_read_at_once(project: Project, tmp_path: Path) -> None:
    takes = [project.add_take(first(project), png(), f'{{"n": {n}}}') for n in range(3)]
    found = project.recipes([*(take.id for take in takes), "gone"])
    assert found == {take.id: take.recipe for take in takes}
