"""Generation groups panels, finds anchors, obeys locks and keeps what is finished."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from storyboard.edits import set_locks
from storyboard.engine.engine import Engine
from storyboard.generation import Settings, generate, groups_of, request_for, split_locked
from storyboard.progress import Cancelled, Progress


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
