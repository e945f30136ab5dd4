"""The script grammar: what it reads, and what it says of a script it cannot read."""

from __future__ import annotations

from pathlib import Path

import pytest

from storyboard.board import Board
from storyboard.script import (
    ScriptError,
    Story,
    StoryPanel,
    onto_board,
    parse_story,
    read_story,
)
from storyboard.script.writer import script_of

BEACH = """\
[Ada] a girl with red hair
[Ben] a boy in a blue shirt

EXT. BEACH - DAY #1A#
[Ada] walks along the water # She was early.
[Ada] waves at [Ben]
/ [Ben] close-up
[NC] an empty beach # Nobody stayed.
"""


def panels(story: Story) -> list[StoryPanel]:
    return [panel for scene in story.scenes for panel in scene.panels]


def wrong(text: str) -> str:
    with pytest.raises(ScriptError) as caught:
        parse_story(text, "story.txt")
    return str(caught.value)


def test_a_script_becomes_characters_scenes_and_panels() -> None:
    story = parse_story(BEACH)
    assert [one.name for one in story.characters] == ["Ada", "Ben"]
    assert story.characters[0].description == "a girl with red hair"
    assert [scene.heading for scene in story.scenes] == ["EXT. BEACH - DAY"]
    assert panels(story) == [
        StoryPanel("[Ada] walks along the water", "She was early.", ("Ada",)),
        StoryPanel("[Ada] waves at [Ben]", "", ("Ada", "Ben")),
        StoryPanel("[Ben] close-up", "", ("Ben",), starts_shot=True),
        StoryPanel("an empty beach", "Nobody stayed.", ()),
    ]


def test_a_heading_ends_the_definitions_without_a_blank_line() -> None:
    story = parse_story("[Ada] a girl\nINT. CASTLE\n[Ada] sleeps")
    assert panels(story) == [StoryPanel("[Ada] sleeps", cast=("Ada",))]


def test_a_line_without_a_tag_ends_the_definitions() -> None:
    story = parse_story("[Ada] a girl\nthe sea\n[Ada] swims")
    assert [panel.prompt for panel in panels(story)] == ["the sea", "[Ada] swims"]


def test_blank_lines_before_the_first_definition_do_not_end_the_definitions() -> None:
    assert len(parse_story("\n\n[Ada] a girl\n\n[Ada] swims").characters) == 1


@pytest.mark.parametrize(
    "line",
    [
        "INT. HOUSE",
        "ext house",
        "EST. HOUSE",
        "INT./EXT. HOUSE",
        "I/E HOUSE",
        "I-E. HOUSE",
        ".HOUSE",
    ],
)
def test_every_heading_of_fountain_starts_a_scene(line: str) -> None:
    assert len(parse_story(f"{line}\na chair").scenes) == 1
    assert parse_story(f"{line}\na chair").scenes[0].heading.lower().endswith("house")


def test_an_ellipsis_and_a_word_like_interest_are_no_headings() -> None:
    story = parse_story("... and then\ninterest grows\nextra large cake")
    assert [scene.heading for scene in story.scenes] == [""]
    assert len(panels(story)) == 3


def test_names_match_whatever_their_case_and_are_spelled_as_defined() -> None:
    assert panels(parse_story("[Ada] a girl\n\n[ADA] swims"))[0].prompt == "[Ada] swims"


def test_a_japanese_script_with_wide_signs_is_read() -> None:
    story = parse_story("［太郎］ 短い黒髪の男の子\n\n／［太郎］が海辺を歩く＃夏の朝。")
    assert panels(story) == [StoryPanel("[太郎]が海辺を歩く", "夏の朝。", ("太郎",), True)]


def test_only_the_first_hash_separates_the_caption() -> None:
    assert panels(parse_story("a door # Room #7"))[0].caption == "Room #7"


def test_an_undefined_name_is_told_with_file_line_and_remedy() -> None:
    told = wrong("[Ada] a girl\n\n[Ada] swims\n[Bob] jumps")
    assert told.startswith("story.txt, line 4: [Bob] is not defined.")
    assert "Describe them at the top" in told


def test_a_misspelt_name_is_answered_with_the_name_meant() -> None:
    assert "Did you mean [Charlotte]?" in wrong("[Charlotte] a girl\n\n[Charlote] swims")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "The script has no panels."),
        ("\n \n", "The script has no panels."),
        ("[Ada] a girl", "The script has no panels."),
        ("EXT. BEACH", "The script has no panels."),
        ("the sea\n# only words", "line 2: The panel “# only words” has no picture"),
        ("the sea\n[NC] # nobody", "line 2: The panel “[NC] # nobody” has no picture"),
        ("the sea\n/", "line 2: The panel “/” has no picture"),
        ("[Ada]\n\n[Ada] swims", "line 1: [Ada] is not described."),
        ("[] a girl\n\nthe sea", "line 1: A tag has no name."),
        ("the sea\n[ ] swims", "line 2: A tag has no name."),
        ("[Ada] a girl\n[Ada] swims", "line 2: [Ada] is described a second time."),
        ("[Ada] a girl\n\n[Ada swims", "line 3: A bracket has no partner"),
        ("[Ada] a girl\n\n[NC] [Ada] swims", "line 3: [NC] says that nobody"),
    ],
)
def test_a_script_that_cannot_be_read_is_told_in_a_sentence(text: str, told: str) -> None:
    assert told in wrong(text)


def test_a_missing_script_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="There is no such file"):
        read_story(tmp_path / "nothing.txt")


def test_a_folder_is_not_a_script(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="This is a folder"):
        read_story(tmp_path)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"\x83e\x83X\x83g \xff", "not UTF-8"), (b"PNG\0\0\0", "not a text file")],
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    script = tmp_path / "story.txt"
    script.write_bytes(content)
    with pytest.raises(ScriptError, match=told):
        read_story(script)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_scripts_of_windows_editors_are_read(tmp_path: Path, encoding: str) -> None:
    script = tmp_path / "物語.txt"
    script.write_bytes(BEACH.replace("\n", "\r\n").encode(encoding))
    assert read_story(script) == parse_story(BEACH)


def test_a_board_written_as_a_script_reads_back_as_the_same_story(board: Board) -> None:
    assert onto_board(board, parse_story(script_of(board))) == board
