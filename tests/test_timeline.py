"""The timeline counts whole frames: edges move, transitions overlap, the length adds up."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from storyboard.board import (
    Audio,
    Board,
    BoardError,
    Panel,
    Transition,
)
from storyboard.edits import set_frames, set_locks
from storyboard.framing import CameraPath, Framing
from storyboard.project import Project, ProjectError
from storyboard.store.migrations import APPLICATION_ID, FIRST_TABLES
from storyboard.timeline.camera import EASINGS, MOVES, PATHS, framing, midway
from storyboard.timeline.seen import held, seen_at
from storyboard.timeline.shuttle import Shuttle, frames_after, microseconds_of
from storyboard.timeline.track import room_between, track_of
from storyboard.timeline.trimming import (
    move_audio,
    ripple,
    roll,
    set_audio,
    set_camera,
    set_path,
    set_transition,
)
from storyboard.timing import show_timecode
from tests.sounds import sound_under

NTSC = Fraction(24000, 1001)


def lengths(board: Board) -> list[int]:
    return [panel.frames for panel in board.panels]


def ids(board: Board) -> list[str]:
    return [panel.id for panel in board.panels]


def test_panels_stand_one_behind_the_other(board: Board) -> None:
    track = track_of(set_frames(board, ids(board)[:1], 10))
    assert [(clip.start, clip.end) for clip in track.clips] == [
        (0, 10), (10, 58), (58, 106), (106, 154),
    ]  # fmt: skip
    assert track.frames == 154
    assert [track.clip_at(frame).row for frame in (-5, 0, 9, 10, 153, 900)] == [0, 0, 0, 1, 3, 3]


def test_transitions_are_predicted_inside_a_shot_and_shots_and_scenes_cut(board: Board) -> None:
    """The test story: two panels of one shot, a new scene, then a panel of that scene's shot."""
    kinds = [joint.transition.kind for joint in track_of(board).joints]
    assert kinds == ["predicted", "cut", "predicted"]
    new_shot = replace(board.panels[1], starts_shot=True)
    assert track_of(board.with_panel(new_shot)).joints[0].transition.kind == "cut"


@pytest.mark.parametrize("frames", [1, 2, 7, 12, 13])
def test_a_transition_takes_the_smaller_half_from_the_outgoing_panel(
    board: Board, frames: int
) -> None:
    changed = set_transition(board, ids(board)[0], "dissolve", frames)
    joint = track_of(changed).joints[0]
    assert (joint.edge - joint.start, joint.end - joint.edge) == (
        frames // 2,
        frames - frames // 2,
    )
    assert track_of(changed).frames == track_of(board).frames


def test_transitions_never_overlap_however_short_the_panels_are() -> None:
    for out in range(1, 7):
        for into in range(1, 7):
            frames = room_between(Panel("a", "s", frames=out), Panel("b", "s", frames=into))
            assert frames // 2 <= out // 2
            assert frames - frames // 2 <= into // 2


def test_a_transition_too_short_to_be_seen_is_a_cut(board: Board) -> None:
    short = set_frames(board, ids(board)[1:2], 1)
    assert track_of(short).joints[0].transition.kind == "cut"
    with pytest.raises(BoardError, match="too short"):
        set_transition(short, ids(board)[0], "dissolve")
    with pytest.raises(BoardError, match="Nothing follows"):
        set_transition(board, ids(board)[-1], "dissolve")


def test_rippling_an_edge_moves_what_follows(board: Board) -> None:
    longer = ripple(board, ids(board)[1], 12)
    assert lengths(longer) == [48, 60, 48, 48]
    assert lengths(ripple(board, ids(board)[1], -500)) == [48, 1, 48, 48]


def test_rolling_an_edge_moves_nothing_else(board: Board) -> None:
    rolled = roll(board, ids(board)[1], 12)
    assert lengths(rolled) == [48, 60, 36, 48]
    assert lengths(roll(board, ids(board)[1], 500)) == [48, 95, 1, 48]
    assert lengths(roll(board, ids(board)[1], -500)) == [48, 1, 95, 48]
    with pytest.raises(BoardError, match="Nothing follows"):
        roll(board, ids(board)[-1], 1)


def test_locked_timing_is_left_alone(board: Board) -> None:
    locked = set_locks(board, ids(board)[1:2], ["timing"])
    with pytest.raises(BoardError, match="locked"):
        ripple(locked, ids(board)[1], 5)
    for row in (0, 1):
        with pytest.raises(BoardError, match="locked"):
            roll(locked, ids(board)[row], 5)


def test_a_dissolve_goes_steadily_from_one_panel_to_the_next(board: Board) -> None:
    track = track_of(set_transition(board, ids(board)[0], "dissolve", 3))
    shares = [seen_at(track, frame).share for frame in range(46, 51)]
    assert shares == [0, Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), 0]
    rows = [seen_at(track, frame).view.row for frame in (46, 47, 49, 50)]
    assert rows == [0, 0, 0, 1]
    assert seen_at(track, 48).kind == "dissolve"
    assert seen_at(track_of(Board()), 0) is None


@pytest.mark.parametrize("frames", [1, 12, 13])
def test_the_caption_changes_at_the_edge_between_two_panels(board: Board, frames: int) -> None:
    track = track_of(set_transition(board, ids(board)[0], "dissolve", frames))
    rows = [seen_at(track, frame).foremost.row for frame in range(40, 56)]
    assert rows == [0] * 8 + [1] * 8


def test_what_is_held_adds_up_to_the_film(board: Board) -> None:
    track = track_of(set_camera(board, ids(board)[2], "push in"))
    holds = list(held(track))
    assert sum(frames for _, frames in holds) == track.frames == 192
    assert holds[0] == (seen_at(track, 0), 42)


@pytest.mark.parametrize("move", MOVES)
def test_a_camera_move_stays_inside_the_picture(move: str) -> None:
    for frame in range(48):
        part = framing(PATHS[move], frame, 48)
        assert 0 <= part.x <= 1 - part.size
        assert 0 <= part.y <= 1 - part.size
    first, last = (framing(PATHS[move], frame, 48) for frame in (0, 47))
    assert (first == last) == (move in ("still", "free"))
    assert framing(PATHS[move], 0, 1).size > 0


PATH = CameraPath(
    Framing(Fraction(1, 10), Fraction(1, 5), Fraction(1, 2)),
    Framing(Fraction(0), Fraction(0), Fraction(1)),
    "slow end",
)


def test_a_free_camera_goes_from_one_framing_to_the_other_exactly() -> None:
    for easing, middle in EXPECTED_MIDDLES.items():
        path = replace(PATH, easing=easing)
        assert framing(path, 0, 5) == path.begin
        assert framing(path, 4, 5) == path.end
        assert framing(path, 2, 5) == midway(path.begin, path.end, middle)
        sizes = [framing(path, frame, 48).size for frame in range(48)]
        assert sizes == sorted(sizes)
    assert EXPECTED_MIDDLES.keys() == EASINGS.keys()


EXPECTED_MIDDLES = {
    "gentle": Fraction(1, 2),
    "even": Fraction(1, 2),
    "slow start": Fraction(1, 4),
    "slow end": Fraction(3, 4),
}


def test_a_free_camera_begins_as_the_move_it_replaces(board: Board) -> None:
    first = ids(board)[0]
    pushed = set_camera(board, first, "push in")
    freed = set_camera(pushed, first, "free")
    assert freed.panels[0].path == PATHS["push in"]
    assert seen_at(track_of(freed), 20) == seen_at(track_of(pushed), 20)
    assert set_camera(freed, first, "pan left").panels[0].path is None


def test_a_free_camera_is_stored_exactly_and_undone(project: Project) -> None:
    first = project.board.panels[0].id
    project.edit("Draw camera", lambda board: set_path(board, first, PATH))
    outside = replace(PATH, begin=Framing(Fraction(3, 5), Fraction(0), Fraction(1, 2)))
    with pytest.raises(BoardError, match="leave the picture"):
        project.edit("Draw camera", lambda board: set_path(board, first, outside))
    project.close()
    with Project.open(project.folder) as again:
        assert again.board.panels[0].path == PATH
        assert again.board.panels[0].camera == "free"
        again.edit("Camera move", lambda board: set_camera(board, first, "still"))
        again.undo()
        assert again.board.panels[0].path == PATH


def test_j_k_and_l_shuttle_faster_with_each_press() -> None:
    playing = Shuttle(frame=10, length=100).forward()
    assert [playing.speed, playing.forward().speed, playing.forward().forward().speed] == [1, 2, 4]
    assert playing.backward().speed == -1
    assert playing.backward().backward().speed == -2
    assert playing.paused().speed == 0
    assert Shuttle().forward().speed == 0


def test_the_playhead_stops_at_the_ends_or_loops() -> None:
    playing = Shuttle(frame=98, length=100, speed=1)
    assert playing.moved(5) == Shuttle(frame=99, length=100, speed=0)
    assert playing.looped(True).moved(5) == Shuttle(3, 100, 1, True)
    back = Shuttle(frame=1, length=100, speed=-1, loop=True)
    assert back.moved(-3).frame == 98
    assert Shuttle(frame=99, length=100).played().frame == 0
    assert playing.stepped(-1) == Shuttle(frame=97, length=100)
    assert playing.of_length(0) == Shuttle()


@pytest.mark.parametrize("rate", [Fraction(24), NTSC, Fraction(25), Fraction(30000, 1001)])
def test_frames_and_microseconds_agree_at_every_rate(rate: Fraction) -> None:
    for frame in (0, 1, 23, 24, 1000, 86_399, 100_000):
        microseconds = microseconds_of(frame, rate)
        assert frames_after(microseconds, 1, rate) == frame
        assert microseconds == 0 or frames_after(microseconds - 1, 1, rate) == frame - 1
    assert frames_after(1_000_000, -2, Fraction(24)) == -48


def test_timecode_counts_whole_frames() -> None:
    assert show_timecode(132, Fraction(24)) == "00:00:05:12"
    assert show_timecode(24 * 3661, NTSC) == "01:01:01:00"


def test_the_timeline_is_stored_and_undone(project: Project, tmp_path: Path) -> None:
    sound = tmp_path / "夜 rain.WAV"
    sound.write_bytes(b"RIFF")
    audio = project.keep_audio(sound)
    first = project.board.panels[0].id
    project.edit("Add sound", lambda board: set_audio(board, audio))
    project.edit("Move sound", lambda board: move_audio(board, 24))
    project.edit("Transition", lambda board: set_transition(board, first, "dissolve", 9))
    project.edit("Camera move", lambda board: set_camera(board, first, "tilt up"))
    board = project.board
    project.close()
    with Project.open(project.folder) as again:
        assert again.board == board
        assert again.board.audio == Audio(audio.sha256, "夜 rain.WAV", 24)
        assert again.board.panels[0].transition == Transition("dissolve", 9)
        assert sound_under(again).read_bytes() == b"RIFF"
        sound_under(again).unlink()
        assert again.sound_file(again.board.audio) is None


def test_a_sound_that_cannot_be_read_is_named(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"gone\.wav"):
        project.keep_audio(tmp_path / "gone.wav")
    with pytest.raises(BoardError, match="no sound"):
        project.edit("Move sound", lambda board: move_audio(board, 5))


def test_a_project_from_before_the_timeline_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "Old" / "Old.storyboard"
    path.parent.mkdir()
    write_first_version(path)
    with Project.open(path) as project:
        (panel,) = project.board.panels
        assert (panel.camera, panel.transition, project.board.audio) == ("still", None, None)
        project.edit("Camera move", lambda board: set_camera(board, "p", "push in"))
    assert len(list((path.parent / "backups").iterdir())) == 1


def write_first_version(path: Path) -> None:
    """A document as the first version wrote it, with one panel."""
    old = sqlite3.connect(path)
    for statement in FIRST_TABLES:
        old.execute(statement)
    old.execute("INSERT INTO board VALUES (1, 'Old', '24', 64, 64, '', '')")
    old.execute("INSERT INTO scenes VALUES ('s', 0, '', '')")
    old.execute(
        "INSERT INTO panels VALUES ('p', 0, 0, 's', '', '', '[]', 0, 48, '1', NULL, '', '[]')"
    )
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
