"""Names, durations and the pure edits on a board."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from storyboard import edits
from storyboard.board import Board, BoardError, Panel, Scene, once
from storyboard.naming import MAX_FILE_NAME_BYTES, file_name, panel_names, shot_letters
from storyboard.soundness import checked
from storyboard.timing import parse_frames, show_frames, show_seconds

FILM = Fraction(24)
NTSC = Fraction(24000, 1001)


def board_of(*scenes: str) -> Board:
    """A scene for each word, a panel for each of its letters."""
    return Board(
        scenes=tuple(Scene(word) for word in scenes),
        panels=tuple(Panel(letter, word) for word in scenes for letter in word),
    )


def order(board: Board) -> str:
    checked(board)
    return " ".join("".join(one.id for one in board.panels_of(s.id)) for s in board.scenes)


def test_panels_are_named_by_scene_shot_and_place() -> None:
    board = edits.start_shot(board_of("abc", "de"), "b")
    assert list(panel_names(board).values()) == ["1A-1", "1B-1", "1B-2", "2A-1", "2A-2"]


def test_after_shot_z_comes_aa() -> None:
    assert [shot_letters(shot) for shot in (0, 25, 26, 27, 701, 702)] == [
        "A", "Z", "AA", "AB", "ZZ", "AAA",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("My Film", "My Film"),
        ('Who? Me: a/b "c" <d>|e*', "Who_ Me_ a_b _c_ _d__e_"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("The end...", "The end"),
        ("  ", "Untitled"),
        ("\n", "_"),
        ("海辺の物語", "海辺の物語"),
    ],
)
def test_file_names_are_accepted_by_every_system(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_long_japanese_title_still_fits_a_file_name() -> None:
    assert len(file_name("海" * 300).encode()) <= MAX_FILE_NAME_BYTES


@pytest.mark.parametrize(
    ("text", "rate", "frames"),
    [
        ("2", FILM, 48),
        ("2.5s", FILM, 60),
        ("2,5 s", FILM, 60),
        (".5", FILM, 12),
        ("48f", FILM, 48),
        ("48 frames", NTSC, 48),
        ("1:12", FILM, 36),
        ("1:00:00", FILM, 1440),
        ("2", NTSC, 48),
        (" 3 sec ", FILM, 72),
    ],
)
def test_typed_durations_are_understood(text: str, rate: Fraction, frames: int) -> None:
    assert parse_frames(text, rate) == frames


@pytest.mark.parametrize("text", ["", "two", "-1", "1:24", "1e9", "0", "0f", "9" * 30, "1:2:3:4:5"])
def test_typed_nonsense_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(BoardError):
        parse_frames(text, FILM)


def test_durations_are_shown_in_seconds_and_frames() -> None:
    assert show_seconds(48, FILM) == "2.0 s"
    assert show_seconds(48, NTSC) == "2.0 s"
    assert show_frames(48) == "48 f"


@pytest.mark.parametrize(
    ("ids", "row", "scene", "after"),
    [
        ("a", 2, None, "bac de"),
        ("ca", 2, None, "bac de"),
        ("e", 0, None, "eabc d"),
        ("a", 5, None, "bc dea"),
        ("d", 3, "abc", "abcd e"),
        ("a", 3, None, "bc ade"),
        ("abc", 1, None, "abc de"),
        ("de", 1, None, "adebc "),
    ],
)
def test_panels_move_to_the_caret(ids: str, row: int, scene: str | None, after: str) -> None:
    assert order(edits.move_panels(board_of("abc", "de"), list(ids), row, scene)) == after


def test_panels_are_inserted_before_a_row() -> None:
    board = board_of("abc", "de")
    fresh = edits.fresh_panel(board, "abc", "the sea")
    after = edits.insert_panels(board, [fresh], 1)
    assert after.panels[1] == fresh
    assert fresh.frames == 48


def test_a_panel_for_a_scene_that_is_gone_is_refused() -> None:
    with pytest.raises(BoardError, match="scene"):
        edits.insert_panels(board_of("abc"), [Panel("x", "gone")], 0)


def test_a_scene_can_be_added_anywhere() -> None:
    board = edits.add_scene(board_of("abc", "de"), "INT. MILL", row=1)
    assert [scene.heading for scene in board.scenes] == ["", "INT. MILL", ""]
    checked(board)


def test_a_copy_stands_behind_its_original_with_all_but_the_locks() -> None:
    board = edits.set_locks(board_of("abc"), "b", ["picture"])
    board = board.with_panel(replace(board.panel("b"), caption="Once", take="t"))
    after = edits.duplicate_panels(board, "b")
    copy = after.panels[2]
    assert (copy.caption, copy.take, copy.locks) == ("Once", "t", frozenset())
    assert copy.id not in "abc"


def test_deleted_panels_wait_in_the_trash_and_come_back() -> None:
    board = edits.delete_panels(board_of("abc", "de"), "bd")
    assert order(board) == "ac e"
    assert [one.id for one in board.trash] == ["b", "d"]
    assert order(edits.restore_panels(board, "b")) == "acb e"


def test_a_panel_of_a_lost_scene_comes_back_into_the_last_one() -> None:
    board = edits.delete_panels(board_of("abc", "d"), "d")
    board = replace(board, scenes=board.scenes[:1])
    assert order(edits.restore_panels(board, "d")) == "abcd"


def test_a_panel_that_is_not_in_the_trash_cannot_come_back() -> None:
    with pytest.raises(BoardError, match="trash"):
        edits.restore_panels(board_of("abc"), "b")


def test_a_duration_skips_panels_with_locked_timing() -> None:
    board = edits.set_locks(board_of("abc"), "b", ["timing"])
    assert [one.frames for one in edits.set_frames(board, "abc", 12).panels] == [12, 48, 12]
    with pytest.raises(BoardError, match="timing"):
        edits.set_frames(board, "b", 12)


def test_a_new_seed_skips_panels_with_a_locked_picture() -> None:
    board = edits.set_locks(board_of("ab"), "a", ["picture"])
    assert [one.seed for one in edits.set_seed(board, "ab", lambda: 7).panels] == [0, 7]


def test_no_panel_lasts_less_than_a_frame() -> None:
    with pytest.raises(BoardError, match="at least one frame"):
        edits.set_frames(board_of("abc"), "b", 0)


def test_another_take_is_refused_for_a_locked_picture() -> None:
    board = edits.choose_take(board_of("abc"), "a", "t")
    board = edits.set_locks(board, "a", ["picture"])
    with pytest.raises(BoardError, match="locked"):
        edits.choose_take(board, "a", "u")


def test_an_edit_of_a_lost_panel_is_refused() -> None:
    for edit in (edits.delete_panels, edits.duplicate_panels):
        with pytest.raises(BoardError, match="no longer part"):
            edit(board_of("abc"), ["x"])


@pytest.mark.parametrize(
    "broken",
    [
        Board(scenes=(Scene("s"),), panels=(Panel("a", "s"), Panel("a", "s"))),
        Board(scenes=(Scene("s"), Scene("s"))),
        Board(scenes=(Scene("s"),), panels=(Panel("a", "s", cast=("nobody",)),)),
        Board(scenes=(Scene("s"),), panels=(Panel("a", "s", frames=0),)),
        Board(panels=(Panel("a", "s"),)),
        Board(
            scenes=(Scene("s"), Scene("t")),
            panels=(Panel("a", "s"), Panel("b", "t"), Panel("c", "s")),
        ),
    ],
)
def test_a_board_that_does_not_hold_together_is_refused(broken: Board) -> None:
    with pytest.raises(BoardError):
        checked(broken)


def test_what_many_ask_of_a_board_is_found_once_and_only_that_of_the_last_boards_is_held() -> None:
    asked: list[str] = []

    @once
    def title(board: Board) -> str:
        asked.append(board.title)
        return board.title

    boards = [Board(title=str(number)) for number in range(6)]
    assert [title(boards[0]), title(boards[0]), title(boards[1])] == ["0", "0", "1"]
    assert asked == ["0", "1"]
    assert title(Board(title="0")) == "0"
    assert [title(one) for one in boards[2:]] == ["2", "3", "4", "5"]
    assert title(boards[0]) == "0"
    assert asked == ["0", "1", "0", "2", "3", "4", "5", "0"]
