"""A panel can have a ratio of its own: kept, drawn in its own size, shown whole everywhere."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from storyboard.board import Board, BoardError, Panel
from storyboard.edits import duplicate_panels, set_lock, set_ratio
from storyboard.engine.engine import Engine
from storyboard.export.clipboard import copied_text, paste
from storyboard.generation import Settings, generate
from storyboard.generation.plan import alike
from storyboard.generation.stale import Reason, Staleness
from storyboard.generation.transitions import transition_request, transition_settings
from storyboard.project import Project
from storyboard.ratios import RATIOS, parse_ratio, picture_size, ratio_told
from storyboard.resources import starter_model
from storyboard.timeline.trimming import set_transition
from tests.test_project import png, reopened

TALL = RATIOS["9:16"]


@pytest.fixture
def tall(project: Project) -> Project:
    """The usual story, whose second panel is tall."""
    project.edit("Size", lambda board: replace(board, width=384, height=224))
    second = project.board.panels[1].id
    project.edit("Change ratio", lambda board: set_ratio(board, [second], TALL))
    return project


def ids(project: Project) -> list[str]:
    return [panel.id for panel in project.board.panels]


def test_a_panel_has_the_size_of_the_story_until_it_has_a_ratio(tall: Project) -> None:
    sizes = [picture_size(tall.board, panel) for panel in tall.board.panels]
    assert sizes[0] == sizes[2] == (384, 224)
    width, height = sizes[1]
    assert (width % 32, height % 32) == (0, 0)
    assert width / height == pytest.approx(9 / 16, rel=0.05)
    assert width * height == pytest.approx(384 * 224, rel=0.15)
    tall.undo()
    assert {picture_size(tall.board, one) for one in tall.board.panels} == {(384, 224)}
    assert tall.board.panels[1].ratio is None


def test_a_ratio_the_story_has_anyway_gives_the_very_same_size() -> None:
    board = Board(width=1280, height=720)
    panel = Panel("p", "s", ratio=RATIOS["16:9"])
    assert picture_size(board, panel) == (1280, 720)


def test_the_ratio_of_a_panel_is_kept_in_document_copy_and_restore_point(
    tall: Project, tmp_path: Path
) -> None:
    tall.edit("Duplicate", lambda board: duplicate_panels(board, [ids(tall)[1]]))
    assert tall.board.panels[2].ratio == TALL
    tall.make_restore_point("tall")
    Project.open_as_copy(tall.restore_points()[0], tmp_path / "Point")
    with Project.open(tmp_path / "Point") as point:
        assert point.board.panels == tall.board.panels
    packed = tmp_path / "Mail.storyboardz"
    tall.pack(packed)
    Project.unpack(packed, tmp_path / "Unpacked")
    with Project.open(tmp_path / "Unpacked") as other:
        assert other.board == tall.board
    before = tall.board
    with reopened(tall) as again:
        assert again.board == before


def test_a_pasted_panel_brings_its_ratio_into_another_project(
    tall: Project, tmp_path: Path
) -> None:
    text = copied_text(tall, ids(tall)[:2])
    board = replace(tall.board, panels=(), characters=())
    with Project.create(tmp_path / "Other", board) as other:
        paste(other, text, 0, board.scenes[0].id)
        assert [panel.ratio for panel in other.board.panels] == [None, TALL]


def test_a_locked_picture_keeps_its_ratio(tall: Project) -> None:
    first, second = ids(tall)[:2]
    locked = set_lock(tall.board, [second], "picture")
    changed = set_ratio(locked, [first, second], Fraction(1))
    assert [one.ratio for one in changed.panels[:2]] == [1, TALL]
    with pytest.raises(BoardError, match="locked"):
        set_ratio(locked, [second], None)


@pytest.mark.parametrize(
    ("text", "ratio", "told"),
    [
        ("16:9", Fraction(16, 9), "16:9"),
        ("1.85", Fraction(37, 20), "1.85"),
        ("1080 × 1350", Fraction(4, 5), "4:5"),
        ("3/2", Fraction(3, 2), "3:2"),
    ],
)
def test_a_ratio_is_read_as_artists_write_it(text: str, ratio: Fraction, told: str) -> None:
    assert parse_ratio(text) == ratio
    assert ratio_told(ratio) == told


@pytest.mark.parametrize("text", ["", "wide", "16:0", "1:100", "-1", "0", "nan", "1:2:3"])
def test_what_is_no_ratio_is_told(text: str) -> None:
    with pytest.raises(BoardError, match=r"ratio|times as wide"):
        parse_ratio(text)


def test_panels_of_another_size_are_drawn_in_a_group_of_their_own(tall: Project) -> None:
    groups = alike(tall.board, ids(tall), Settings())
    second = ids(tall)[1]
    assert (second,) in groups
    assert sorted(one for group in groups for one in group) == sorted(ids(tall))


def test_a_drawn_panel_whose_ratio_changes_is_stale_for_its_size(tall: Project) -> None:
    model = starter_model()
    made = generate(tall, Engine(model), ids(tall)[:2], Settings(model, steps=2), lambda _: None)
    assert made
    sizes = []
    for panel in tall.board.panels[:2]:
        original = tall.picture(tall.take(panel.take or ""))
        assert original
        with Image.open(BytesIO(original.read_bytes())) as drawn:
            sizes.append(drawn.size)
    assert sizes == [(384, 224), picture_size(tall.board, tall.board.panels[1])]
    found = Staleness()
    found.read(tall.recipes(found.unread(tall.board)))
    assert found.of(tall.board, Settings(model)) == {}
    second = ids(tall)[1]
    tall.edit("Change ratio", lambda board: set_ratio(board, [second], None))
    assert found.of(tall.board, Settings(model)) == {second: (Reason("size"),)}


def test_panels_of_different_ratios_dissolve_and_those_of_one_can_be_predicted(
    tall: Project,
) -> None:
    first, second = ids(tall)[:2]
    tall.edit("Transition", lambda board: set_transition(board, first, "predicted", 4))
    for panel in (first, second):
        tall.add_take(panel, png(), "{}")
    settings = transition_settings()
    assert transition_request(tall, 0, settings) is None
    tall.edit("Change ratio", lambda board: set_ratio(board, [first], TALL))
    request = transition_request(tall, 0, settings)
    assert request
    assert (request.width, request.height) == picture_size(tall.board, tall.board.panels[0])
