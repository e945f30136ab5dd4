"""A script brought onto a board, again and again, without losing what the artist made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storyboard.board import Board, BoardError, Character, Panel, Scene
from storyboard.script import evaluated_prompt, onto_board, parse_story, with_prompt
from storyboard.script.headings import place_of
from storyboard.soundness import checked

SCRIPT = """\
[Ada] a girl with red hair
[Ben] a boy in a blue shirt

EXT. BEACH - DAY
[Ada] walks along the water
[Ada] waves at [Ben]
an empty beach # Nobody stayed.

INT. CASTLE - NIGHT
[Ben] sleeps
"""


def merged(script: str, board: Board | None = None) -> Board:
    return checked(onto_board(board or Board(), parse_story(script)))


def prompts(board: Board) -> list[str]:
    return [panel.prompt for panel in board.panels]


def drawn(board: Board) -> Board:
    """The board after an artist has chosen takes, locked and timed every panel."""
    panels = tuple(
        replace(one, take=f"take {row}", locks=frozenset({"picture"}), frames=10 + row)
        for row, one in enumerate(board.panels)
    )
    return replace(board, panels=panels)


def test_a_script_fills_an_empty_board() -> None:
    board = merged(SCRIPT)
    assert len(board.panels) == 4
    assert [scene.place for scene in board.scenes] == ["beach, day", "castle, night"]
    ada, ben = board.characters
    assert board.panels[1].cast == (ada.id, ben.id)
    assert len({panel.seed for panel in board.panels}) == 4
    assert {panel.frames for panel in board.panels} == {48}


def test_characters_get_distinct_colors() -> None:
    script = "\n".join(f"[N{row}] a girl" for row in range(10)) + "\n\nthe sea"
    assert len({one.color for one in merged(script).characters}) == 10


def test_importing_the_same_script_again_changes_nothing() -> None:
    board = drawn(merged(SCRIPT))
    assert merged(SCRIPT, board) == board


def test_an_edited_line_keeps_its_panel_with_take_locks_and_seed() -> None:
    board = drawn(merged(SCRIPT))
    after = merged(SCRIPT.replace("walks along the water", "runs along the water"), board)
    assert after.panels[0] == replace(board.panels[0], prompt="[Ada] runs along the water")


def test_a_new_line_between_two_gets_a_fresh_panel() -> None:
    board = drawn(merged(SCRIPT))
    after = merged(SCRIPT.replace("an empty", "a crab hides under a stone\nan empty"), board)
    assert [one.id for one in after.panels if one.take] == [one.id for one in board.panels]
    assert after.panels[2].prompt == "a crab hides under a stone"
    assert after.panels[2].take is None


def test_a_line_taken_out_leaves_its_panel_behind_the_old_neighbour() -> None:
    board = drawn(merged(SCRIPT))
    after = merged(SCRIPT.replace("[Ada] waves at [Ben]\n", ""), board)
    assert after.panels == board.panels


def test_a_scene_taken_out_stays_with_its_panels() -> None:
    board = drawn(merged(SCRIPT))
    after = merged(SCRIPT.split("EXT.")[0] + "INT. CASTLE - NIGHT\n[Ben] sleeps", board)
    assert after.panels == board.panels
    assert after.scenes == board.scenes


def test_panels_follow_lines_that_were_reordered_and_moved_to_another_scene() -> None:
    board = drawn(merged(SCRIPT))
    moved = SCRIPT.replace("[Ada] walks along the water\n", "") + "[Ada] walks along the water\n"
    after = merged(moved, board)
    assert after.panels[-1] == replace(board.panels[0], scene=board.scenes[1].id)
    assert len(after.panels) == 4


def test_equal_lines_keep_their_order() -> None:
    board = drawn(merged("the sea\na ship\nthe sea"))
    after = merged("a ship\nthe sea", board)
    assert after.panels == board.panels


def test_a_heading_that_was_edited_keeps_its_scene_and_a_place_written_by_hand() -> None:
    board = merged(SCRIPT)
    board = replace(board, scenes=(replace(board.scenes[0], place="on the beach"), board.scenes[1]))
    after = merged(SCRIPT.replace("BEACH - DAY", "BEACH - DUSK"), board)
    assert after.scenes[0] == replace(board.scenes[0], heading="EXT. BEACH - DUSK")


def test_a_new_description_reaches_the_character_it_belongs_to() -> None:
    board = merged(SCRIPT)
    after = merged(SCRIPT.replace("red hair", "black hair"), board)
    assert after.characters[0] == replace(board.characters[0], description="a girl with black hair")


def test_a_character_the_script_forgot_stays() -> None:
    cyd = Character("c", "Cyd", "a cat")
    assert cyd in merged(SCRIPT, Board(characters=(cyd,))).characters


def test_a_locked_cast_survives_an_import() -> None:
    board = merged(SCRIPT)
    board = board.with_panel(replace(board.panels[0], cast=(), locks=frozenset({"cast"})))
    assert merged(SCRIPT, board).panels[0].cast == ()


def test_a_rewritten_story_of_hundreds_of_panels_keeps_every_panel() -> None:
    old = merged("\n".join(f"the boat number {row} sails" for row in range(300)))
    after = merged("\n".join(f"a ship with the mark {row} sinks" for row in range(300)), old)
    assert {one.id for one in old.panels} <= {one.id for one in after.panels}


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("EXT. BEACH - DAY", "beach, day"),
        ("INT. KITCHEN \u2013 CONTINUOUS", "kitchen"),
        ("INT./EXT. SPACE-SHIP - NIGHT", "space-ship, night"),
        ("The old mill", "the old mill"),
        ("EXT. 海辺 - 夜", "海辺, 夜"),
        ("", ""),
    ],
)
def test_a_heading_tells_the_place(heading: str, place: str) -> None:
    assert place_of(heading) == place


def asked(prompt: str, style: str = "", place: str = "beach, day", cast: str = "") -> str:
    people = (
        Character("a", "Ada", "a girl with red hair."),
        Character("b", "Ben", "a boy"),
        Character("c", "Cyd"),
    )
    board = Board(style=style, characters=people, scenes=(Scene("s", "", place),))
    return evaluated_prompt(board, Panel("p", "s", prompt, cast=tuple(cast)))


def test_the_model_reads_descriptions_place_and_style() -> None:
    told = asked("[Ada] waves at [Ben]", style="watercolor")
    assert told == "a girl with red hair waves at a boy, beach, day, watercolor"


def test_a_style_may_be_a_template() -> None:
    assert asked("the sea", style="photo of {prompt}, 35mm") == "photo of the sea, beach, day, 35mm"


def test_a_second_mention_is_only_the_name() -> None:
    assert asked("[Ada] lifts [ada]'s hat", place="") == "a girl with red hair lifts ada's hat"


def test_somebody_of_the_cast_without_a_tag_is_described_first() -> None:
    assert asked("waving", cast="ab", place="") == "a girl with red hair and a boy, waving"


def test_nobody_and_a_character_without_description_leave_no_brackets() -> None:
    assert asked("[NC], an empty street", place="") == "an empty street"
    assert asked("[Cyd] swims", place="") == "Cyd swims"
    assert asked("[Zoe] swims", place="") == "Zoe swims"


def test_writing_a_prompt_sets_the_cast() -> None:
    board = merged(SCRIPT)
    panel = board.panels[2].id
    after = with_prompt(board, panel, "[ben] runs to [Ada]")
    assert after.panel(panel).cast == (board.characters[1].id, board.characters[0].id)


def test_writing_a_prompt_with_an_unknown_name_is_refused() -> None:
    board = merged(SCRIPT)
    with pytest.raises(BoardError, match=r"Nobody in the story is called \[Zoe\]"):
        with_prompt(board, board.panels[0].id, "[Zoe] runs")
