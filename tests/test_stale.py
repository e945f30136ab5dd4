"""A picture that is older than its words is marked, with what has changed since."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from storyboard.board import Board, Box, Panel, Reference, new_id
from storyboard.edits import keep_place
from storyboard.engine.recipe import Provenance, recipe_of
from storyboard.engine.request import Lora
from storyboard.generation import Settings, request_for
from storyboard.generation.sources import sources
from storyboard.generation.stale import Made, Reason, Staleness, made_from
from storyboard.project import Project
from storyboard.script import with_prompt
from tests.test_project import png

PROVENANCE = Provenance({}, "DDIM", "cpu", "float32", {})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "model", steps=2)


@pytest.fixture
def drawn(project: Project, settings: Settings) -> Project:
    """Every panel has a take with its true recipe."""
    ids = [panel.id for panel in project.board.panels]
    request = request_for(project, ids, settings)
    for panel in ids:
        project.add_take(panel, png(), recipe_of(request, panel, PROVENANCE))
    return project


def stale(
    project: Project, settings: Settings, weights: frozenset[str] = frozenset()
) -> list[tuple[Reason, ...]]:
    """The reasons for each panel, in story order."""
    found = Staleness()
    found.read(project.recipes(found.unread(project.board)))
    told = found.of(project.board, settings, weights)
    return [told.get(panel.id, ()) for panel in project.board.panels]


def kinds(
    project: Project, settings: Settings, weights: frozenset[str] = frozenset()
) -> list[list[str]]:
    return [[one.kind for one in reasons] for reasons in stale(project, settings, weights)]


def draw(project: Project, panels: list[str], settings: Settings, **files: str) -> None:
    """Takes with the recipes they would have, of a model with such files."""
    request = request_for(project, panels, settings)
    for panel in panels:
        made = replace(PROVENANCE, files={f"{name}.safetensors": it for name, it in files.items()})
        project.add_take(panel, png(), recipe_of(request, panel, made))


def describe_ann(board: Board) -> Board:
    ann, bo = board.characters
    return replace(board, characters=(replace(ann, description="a girl with red hair"), bo))


def choose_portrait(board: Board, take: str) -> Board:
    ann, bo = board.characters
    return replace(board, characters=(replace(ann, portrait=take), bo))


def test_nothing_is_stale_that_was_just_drawn(drawn: Project, settings: Settings) -> None:
    assert kinds(drawn, settings) == [[], [], [], []]


def test_another_description_marks_the_panels_of_that_character(
    drawn: Project, settings: Settings
) -> None:
    ann = drawn.board.characters[0].id
    drawn.edit("Describe", describe_ann)
    because = (Reason("character", ann),)
    assert stale(drawn, settings) == [because, because, (), ()]
    drawn.undo()
    assert kinds(drawn, settings) == [[], [], [], []]


def test_another_reference_picture_marks_them_too(drawn: Project, settings: Settings) -> None:
    def referred(board: Board) -> Board:
        ann, bo = board.characters
        return replace(board, characters=(replace(ann, references=(Reference("ab", "a"),)), bo))

    drawn.edit("Reference", referred)
    assert kinds(drawn, settings) == [["character"], ["character"], [], []]


def test_another_portrait_marks_the_panels_of_that_character(
    drawn: Project, settings: Settings
) -> None:
    ann = drawn.board.characters[0].id
    first, second = (drawn.add_take(ann, png(color), "{}").id for color in ("red", "blue"))
    because = (Reason("portrait", ann),)
    assert stale(drawn, settings) == [because, because, (), ()]
    draw(drawn, [drawn.board.panels[0].id], settings)
    assert stale(drawn, settings) == [(), because, (), ()]
    drawn.edit("Choose", lambda board: choose_portrait(board, first))
    assert stale(drawn, settings) == [because, because, (), ()]
    drawn.edit("Choose", lambda board: choose_portrait(board, second))
    assert stale(drawn, settings) == [(), because, (), ()]


def test_another_kept_place_marks_the_other_panels_of_its_scene(
    drawn: Project, settings: Settings
) -> None:
    first, second = (panel.id for panel in drawn.board.panels[:2])
    scene = drawn.board.scenes[0].id
    drawn.edit("Keep", lambda board: keep_place(board, scene, first))
    assert kinds(drawn, settings) == [[], ["kept place"], [], []]
    draw(drawn, [second], settings)
    assert kinds(drawn, settings) == [[], [], [], []]
    drawn.add_take(first, png("red"), "{}")
    assert kinds(drawn, settings) == [[], ["kept place"], [], []]
    draw(drawn, [first, second], settings)
    assert kinds(drawn, settings) == [[], [], [], []]
    drawn.edit("Keep none", lambda board: keep_place(board, scene, None))
    assert kinds(drawn, settings) == [[], ["kept place"], [], []]


def test_marks_follow_the_picture_of_the_kept_place_from_board_to_board(
    drawn: Project, settings: Settings
) -> None:
    """What was found for the board before is used where nothing has changed, and only there."""
    first, second = (panel.id for panel in drawn.board.panels[:2])
    drawn.edit("Keep", lambda board: keep_place(board, drawn.board.scenes[0].id, first))
    draw(drawn, [second], settings)
    found = Staleness()
    found.read(drawn.recipes(found.unread(drawn.board)))
    assert found.of(drawn.board, settings) == {}
    drawn.add_take(first, png("red"), "{}")
    assert found.of(drawn.board, settings) == {second: (Reason("kept place"),)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda board: replace(board, style="ink"), [["style"]] * 4),
        (lambda board: replace(board, negative="rain"), [["negative"]] * 4),
        (lambda board: replace(board, width=128), [["size"]] * 4),
        (
            lambda board: replace(
                board, scenes=(replace(board.scenes[0], mood="foggy"), *board.scenes[1:])
            ),
            [["place"], ["place"], [], []],
        ),
        (
            lambda board: with_prompt(board, board.panels[0].id, "[Ann] running, wide shot"),
            [["prompt"], [], [], []],
        ),
        (
            lambda board: with_prompt(board, board.panels[0].id, "[Bo] waving, wide shot"),
            [["prompt", "cast"], [], [], []],
        ),
        (
            lambda board: board.with_panel(replace(board.panels[3], shot_size="close-up")),
            [[], [], [], ["prompt"]],
        ),
        (
            lambda board: board.with_panel(
                replace(board.panels[0], boxes=((board.characters[0].id, Box(0, 0, 0.5, 1)),))
            ),
            [["positions"], [], [], []],
        ),
    ],
    ids=["style", "negative", "size", "place", "prompt", "cast", "shot size", "positions"],
)
def test_each_kind_of_change_is_named(drawn, settings, change, expected) -> None:
    drawn.edit("Change", change)
    assert kinds(drawn, settings) == expected


def test_what_the_picture_does_not_show_makes_nothing_stale(
    drawn: Project, settings: Settings
) -> None:
    def changed(panel: Panel) -> Panel:
        told = replace(panel, caption="x", frames=9, notes="n", status="approved")
        return replace(told, seed=5, steps=9, guidance=2.0, consistency=0.5)

    drawn.edit("Other", lambda board: replace(board, panels=tuple(map(changed, board.panels))))
    drawn.edit("Story", lambda board: replace(board, steps=9, guidance=2.0, consistency=0.5))
    assert kinds(drawn, settings) == [[], [], [], []]


def test_another_model_or_lora_is_a_reason(drawn: Project, settings: Settings) -> None:
    assert kinds(drawn, replace(settings, model=Path("other"))) == [["model"]] * 4
    assert kinds(drawn, replace(settings, loras=(Lora(Path("a.safetensors")),))) == [["model"]] * 4
    assert kinds(drawn, replace(settings, steps=50)) == [[], [], [], []]


def test_a_model_is_known_by_its_files_whatever_it_is_called(
    project: Project, settings: Settings
) -> None:
    draw(project, [panel.id for panel in project.board.panels], settings, unet="ab", vae="cd")
    here = frozenset({"ab", "cd"})
    assert kinds(project, settings, here) == [[], [], [], []]
    assert kinds(project, settings, frozenset({"ab", "ef"})) == [["model"]] * 4
    renamed = replace(settings, model=Path("other"))
    assert kinds(project, renamed) == [["model"]] * 4
    assert kinds(project, renamed, here) == [[], [], [], []]


def test_an_imported_picture_is_never_stale(
    drawn: Project, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "own.png").write_bytes(png("green"))
    drawn.import_picture(drawn.board.panels[0].id, tmp_path / "own.png")
    drawn.edit("Describe", describe_ann)
    assert kinds(drawn, settings) == [[], ["character"], [], []]
    assert made_from('{"imported": "own.png"}') is None
    assert made_from("no recipe at all") is None


def test_recipes_of_before_name_the_reason_as_well_as_they_can(
    drawn: Project, settings: Settings
) -> None:
    """They hold the finished prompt and not what it was made of."""
    for panel in drawn.board.panels:
        recipe = json.loads(drawn.take(panel.take or "").recipe)
        for one in recipe["panels"]:
            del one["sources"]
        drawn.add_take(panel.id, png(), json.dumps(recipe))
    assert kinds(drawn, settings) == [[], [], [], []]
    drawn.edit("Describe", describe_ann)
    assert kinds(drawn, settings) == [["character"], ["character"], [], []]
    drawn.undo()
    drawn.edit("Style", lambda board: replace(board, style="ink"))
    assert kinds(drawn, settings) == [["style"]] * 4
    drawn.undo()
    drawn.edit("Prompt", lambda board: with_prompt(board, board.panels[0].id, "[Ann] running"))
    assert kinds(drawn, settings) == [["prompt"], [], [], []]


def test_a_thousand_panels_cost_little_at_every_edit(board: Board, settings: Settings) -> None:
    panels = tuple(
        replace(board.panels[row % 4], id=new_id(), take=str(row)) for row in range(1000)
    )
    many = replace(
        board, panels=tuple(sorted(panels, key=lambda one: one.scene != board.scenes[0].id))
    )
    found = Staleness()
    found._made = {panel.take or "": _as_made(many, panel, settings) for panel in many.panels}
    found.of(many, settings)
    assert min(seconds_of_an_edit(many, found, settings, row) for row in range(5)) < 0.03


def seconds_of_an_edit(board: Board, found: Staleness, settings: Settings, row: int) -> float:
    """Of this thread, whatever else the machine does."""
    edited = board.with_panel(replace(board.panels[row], prompt="other"))
    began = time.thread_time()
    assert len(found.of(edited, settings)) == 1
    return time.thread_time() - began


def _as_made(board: Board, panel: Panel, settings: Settings) -> Made:
    from storyboard.script import evaluated_prompt

    words = dict(sources(board, panel))
    size = (board.width, board.height)
    prompt = evaluated_prompt(board, panel)
    return Made(
        prompt, words["negative"], panel.cast, size, settings.model.name, (), frozenset(), words
    )
