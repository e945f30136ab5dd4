"""Generation groups panels, finds anchors, obeys locks and keeps what is finished."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from storyboard.board import Board, BoardError, Box, Character
from storyboard.edits import keep_place, place_character, set_locks
from storyboard.engine.engine import Engine
from storyboard.generation import Settings, generate, groups_of, request_for, split_locked
from storyboard.progress import Cancelled, Progress
from storyboard.project import Project


@pytest.fixture(scope="module")
def engine(tiny_model: Path) -> Engine:
    return Engine(tiny_model, "cpu")


@pytest.fixture
def settings(tiny_model: Path) -> Settings:
    return Settings(tiny_model, steps=2)


def ids(project) -> list[str]:
    return [panel.id for panel in project.board.panels]


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


def test_a_story_gets_a_take_for_every_panel_with_its_recipe(project, engine, settings) -> None:
    takes = generate(project, engine, ids(project), settings, quiet)
    assert [panel.take for panel in project.board.panels] == [take.id for take in takes]
    recipe = json.loads(takes[1].recipe)
    assert [one["panel"] for one in recipe["panels"]] == ids(project)
    assert recipe["panels"][1]["prompt"] == (
        "a tan-skinned girl with black hair in a red shirt and a brown bear in a blue shirt, "
        "standing, wide shot, beach, day"
    )
    assert all(project.picture(take) for take in takes)


def test_a_panel_made_again_is_the_same_picture(project, engine, settings) -> None:
    first = generate(project, engine, ids(project), settings, quiet)
    again = generate(project, engine, ids(project), settings, quiet)
    assert [take.sha256 for take in first] == [take.sha256 for take in again]
    assert [take.number for take in again] == [2, 2, 2, 2]


def test_a_panel_made_alone_leaves_the_others_as_they_are(project, engine, settings) -> None:
    generate(project, engine, ids(project), settings, quiet)
    before = project.board.panels
    generate(project, engine, ids(project)[:1], settings, quiet)
    assert project.board.panels[1:] == before[1:]
    assert project.board.panels[0].take != before[0].take


def test_anchors_are_finished_panels_of_the_cast_locked_ones_first(
    project, engine, settings
) -> None:
    first, both, bo, nobody = ids(project)
    assert request_for(project, [first], settings).anchors == ()
    generate(project, engine, ids(project), settings, quiet)
    assert [one.panel for one in request_for(project, [first], settings).anchors] == [both]
    assert [one.panel for one in request_for(project, [both], settings).anchors] == [first, bo]
    assert request_for(project, [nobody], settings).anchors == ()
    project.edit("Lock", lambda board: set_locks(board, [both], ["picture"]))
    assert request_for(project, [bo], settings).anchors[0].panel == both


def test_the_fewer_are_drawn_together_the_more_finished_panels_they_read(
    project, engine, settings
) -> None:
    first = project.board.panels[0]
    more = tuple(replace(first, id=f"again {row}") for row in range(7))
    project.edit("Add", lambda board: replace(board, panels=(first, *more, *board.panels[1:])))
    names = [first.id, *(panel.id for panel in more)]
    generate(project, engine, names, settings, quiet)

    def read(together: int) -> int:
        return len(request_for(project, names[:together], settings).anchors)

    assert [read(1), read(2), read(4), read(6)] == [5, 4, 2, 2]


def test_those_who_are_never_alone_are_seen_alone_in_hidden_portraits(
    project, engine, settings
) -> None:
    first, both, bo, _ = ids(project)
    assert request_for(project, ids(project), settings).portraits == ()
    asked = request_for(project, [both], settings)
    assert [one.cast for one in asked.portraits] == [
        (one,) for one in project.board.panel(both).cast
    ]
    assert asked.portraits[0].prompt == (
        "a tan-skinned girl with black hair in a red shirt, standing, medium shot"
    )
    (take,) = generate(project, engine, [both], settings, quiet)
    assert take.panel == both
    told = json.loads(take.recipe)
    assert [one["prompt"] for one in told["portraits"]] == [one.prompt for one in asked.portraits]
    (again,) = generate(project, engine, [both], settings, quiet)
    assert again.sha256 == take.sha256
    generate(project, engine, [first], settings, quiet)
    (portrait,) = request_for(project, [both], settings).portraits
    assert portrait.cast == project.board.panel(bo).cast


def test_a_missing_original_is_no_anchor(project, engine, settings) -> None:
    take = generate(project, engine, ids(project)[1:2], settings, quiet)[0]
    project.picture(take).unlink()
    assert request_for(project, ids(project)[:1], settings).anchors == ()


def test_locked_pictures_are_set_apart(project) -> None:
    first, *others = ids(project)
    project.edit("Lock", lambda board: set_locks(board, [first], ["picture"]))
    assert split_locked(project.board, ids(project)) == (tuple(others), (first,))


def test_groups_are_nearly_equal() -> None:
    assert [len(group) for group in groups_of(list("abcdefghijklm"), 5)] == [4, 4, 5]
    assert groups_of([], 5) == ()
    assert groups_of(["a"], 5) == (("a",),)


def test_cancelling_keeps_the_groups_that_are_finished(project, engine, settings) -> None:
    seen: list[Progress] = []

    def in_second_group(progress: Progress) -> None:
        seen.append(progress)
        if progress.step == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        generate(project, engine, ids(project), replace(settings, group=2), in_second_group)
    assert [panel.take is not None for panel in project.board.panels] == [True, True, False, False]
    assert seen[-1] == Progress(3, 4)


def test_negative_prompts_of_panel_and_board_are_joined(project, settings) -> None:
    project.edit("Negative", lambda board: replace(board, negative="rain", panels=(
        replace(board.panels[0], negative="hat"), *board.panels[1:])))  # fmt: skip
    assert request_for(project, ids(project)[:2], settings).panels[0].negative == "hat, rain"


def test_panels_say_which_words_describe_whom(project, settings) -> None:
    both = request_for(project, ids(project)[1:2], settings).panels[0]
    assert both.described == (
        "a tan-skinned girl with black hair in a red shirt",
        "a brown bear in a blue shirt",
    )
    assert all(words in both.prompt for words in both.described)


def larger(board: Board) -> Board:
    """With more than a handful of tokens to a region."""
    return replace(board, width=256, height=256)


def test_a_scene_s_place_is_kept_by_its_other_panels_only_when_asked(
    project, engine, settings
) -> None:
    first, _, bo, nobody = ids(project)
    project.edit("Size", larger)
    generate(project, engine, ids(project), settings, quiet)
    assert request_for(project, [nobody], settings).anchors == ()
    scene = project.board.panel(nobody).scene
    project.edit("Keep place", lambda board: keep_place(board, scene, bo))
    asked = request_for(project, [nobody], settings)
    assert [(one.panel, one.place) for one in asked.anchors] == [(bo, scene)]
    assert asked.panels[0].place == scene
    assert request_for(project, [first], settings).panels[0].place == ""
    (again,) = generate(project, engine, [nobody], settings, quiet)
    assert again.sha256 != project.takes_of(nobody)[0].sha256
    with pytest.raises(BoardError, match="its own panels"):
        project.edit("Keep place", lambda board: keep_place(board, scene, first))


def test_the_artist_says_where_somebody_is(project, engine, settings) -> None:
    _, both, bo, _ = ids(project)
    ann, bear = project.board.panel(both).cast
    project.edit("Size", larger)
    (before,) = generate(project, engine, [both], settings, quiet)
    left = Box(0.0, 0.0, 0.5, 1.0)
    project.edit("Place", lambda board: place_character(board, both, ann, left))
    assert request_for(project, [both], settings).panels[0].boxes == ((ann, left),)
    (after,) = generate(project, engine, [both], settings, quiet)
    assert after.sha256 != before.sha256
    with Project.open(project.folder, read_only=True) as again:
        assert again.board == project.board
    project.edit("Place", lambda board: place_character(board, both, ann, None))
    assert project.board.panel(both).boxes == ()
    with pytest.raises(BoardError, match="within the picture"):
        project.edit("Place", lambda board: place_character(board, both, bear, Box(0, 0, 2, 1)))
    with pytest.raises(BoardError, match="who are in a panel"):
        place_character(project.board, bo, ann, left)


def test_somebody_of_the_story_who_is_in_no_panel_changes_nothing(
    project, engine, settings
) -> None:
    before = generate(project, engine, ids(project), settings, quiet)
    someone = Character("new", "Cyd", "a silver robot")
    project.edit("Add", lambda board: replace(board, characters=(*board.characters, someone)))
    after = generate(project, engine, ids(project), settings, quiet)
    assert [one.sha256 for one in before] == [one.sha256 for one in after]


def test_twelve_characters_are_drawn_in_one_panel(project, engine, settings) -> None:
    cast = tuple(Character(f"c{row}", f"C{row}", f"a bear in a {color} shirt") for row, color in
                 enumerate(["red", "blue", "green", "white"] * 3))  # fmt: skip
    (panel,) = ids(project)[:1]
    project.edit("Crowd", lambda board: replace(board, characters=(*board.characters, *cast),
        panels=(replace(board.panels[0], prompt="all", cast=tuple(one.id for one in cast)),
                *board.panels[1:])))  # fmt: skip
    asked = request_for(project, [panel], settings)
    assert len(asked.portraits) == 12
    assert generate(project, engine, [panel], settings, quiet)


def test_a_panel_made_again_leaves_the_other_pictures_bit_identical(
    project, engine, settings
) -> None:
    generate(project, engine, ids(project), settings, quiet)
    others = ids(project)[1:]

    def pictures() -> list[bytes]:
        takes = [project.take(project.board.panel(one).take) for one in others]
        return [project.picture(take).read_bytes() for take in takes]

    before = pictures()
    (first,) = generate(project, engine, ids(project)[:1], settings, quiet)
    (again,) = generate(project, engine, ids(project)[:1], settings, quiet)
    assert pictures() == before
    assert first.sha256 == again.sha256
