"""Another frame rate leaves every time of a film where it was, and nothing drifts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from storyboard.board import Audio, Board, BoardError, Panel, Scene, Transition
from storyboard.edits import delete_panels
from storyboard.project import Project
from storyboard.timeline.rates import RATES, rate_name, set_rate
from storyboard.timeline.track import track_of

NTSC = Fraction(24000, 1001)


def film(*frames: int) -> Board:
    panels = tuple(Panel(f"p{row}", "s", frames=one) for row, one in enumerate(frames))
    return Board(scenes=(Scene("s"),), panels=panels)


@pytest.mark.parametrize("rate", [*RATES.values(), Fraction(1), Fraction(200)])
def test_every_edge_stays_within_half_a_frame_of_its_time(rate: Fraction) -> None:
    """Five hundred panels of 29 to 61 frames: rounding each of them would drift by seconds."""
    before = film(*(29 + row * 7 % 33 for row in range(500)))
    after = set_rate(before, rate)
    assert after.rate == rate
    for was, now in zip(track_of(before).clips, track_of(after).clips, strict=True):
        assert abs(was.end / before.rate - now.end / rate) <= 1 / rate / 2


def test_there_and_back_is_the_same_film() -> None:
    before = film(*(29 + row * 7 % 33 for row in range(500)))
    assert set_rate(set_rate(before, Fraction(60)), before.rate).panels == before.panels


def test_panels_of_one_frame_keep_one_and_the_rest_catches_up() -> None:
    after = set_rate(film(1, 1, 1, 1, 20), Fraction(12))
    assert [panel.frames for panel in after.panels] == [1, 1, 1, 1, 8]


def test_transitions_sound_and_trash_keep_their_times(project: Project) -> None:
    first, last = project.board.panels[0], project.board.panels[-1]
    project.edit("Dissolve", lambda board: replace(
        board.with_panel(replace(first, transition=Transition("dissolve", 12))),
        audio=Audio("ab", "rain.wav", 36)))  # fmt: skip
    project.edit("Delete", lambda board: delete_panels(board, [last.id]))
    before = project.board
    project.edit("Change frame rate", lambda board: set_rate(board, Fraction(30)))
    assert project.board.panels[0].transition == Transition("dissolve", 15)
    assert project.board.audio == Audio("ab", "rain.wav", 45)
    assert project.board.trash[0].frames == 60
    project.undo()
    assert project.board == before


@pytest.mark.parametrize("rate", [0, -24, Fraction(1, 2), 1000])
def test_a_rate_that_no_film_has_is_refused(project: Project, rate: Fraction) -> None:
    with pytest.raises(BoardError, match="frames a second"):
        set_rate(project.board, Fraction(rate))
    with pytest.raises(BoardError, match="frames a second"):
        project.edit("Rate", lambda board: replace(board, rate=Fraction(rate)))


def test_rates_are_named_as_the_craft_names_them() -> None:
    assert [rate_name(rate) for rate in RATES.values()] == list(RATES)
