"""What docks and inspector edit is stored, and documents of before are brought up to it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from storyboard import edits
from storyboard.board import Board, Numbering, Outfit, Panel, Reference
from storyboard.engine.request import USUAL
from storyboard.generation import Settings, alike, portrait_request, request_for
from storyboard.job import Job
from storyboard.naming import panel_names
from storyboard.project import Project, ProjectError
from storyboard.script import evaluated_prompt, with_shot_size
from storyboard.script.shots import said_size, shot_size
from storyboard.store.document import Document
from storyboard.store.migrations import MIGRATIONS
from tests.test_edits import board_of
from tests.test_project import first, png, reopened


def changed(board: Board) -> Board:
    """The board with every field of the desk set."""
    ann, bo = board.characters
    raincoat = Outfit("o1", "Rain", "a yellow raincoat")
    ann = replace(ann, outfits=(raincoat,), references=(Reference("ab" * 32, "ann.png"),))
    scene = replace(board.scenes[0], mood="foggy", outfits=((ann.id, "o1"),))
    panel = replace(
        board.panels[0],
        shot_size="close-up",
        dialogue="“Late.”",
        action="Ann looks up",
        notes="rain?",
        status="approved",
        steps=40,
        guidance=7.5,
        consistency=0.6,
        outfits=((ann.id, ""),),
        starred=frozenset({"t"}),
        discarded=frozenset({"u"}),
        borrowed=(),
    )
    return replace(
        board,
        numbering=Numbering(2, 10),
        steps=30,
        guidance=4.0,
        consistency=0.5,
        characters=(ann, bo),
        scenes=(scene, *board.scenes[1:]),
        panels=(panel, *board.panels[1:]),
    )


def test_everything_the_desk_edits_is_kept_and_undone(project: Project) -> None:
    before = project.board
    project.edit("Everything", changed)
    after = project.board
    with reopened(project) as again:
        assert again.board == after
        again.edit("Back", lambda _: before)
        again.undo()
        assert again.board == after


def old_document(tmp_path: Path, steps: int) -> Path:
    """A document as the program wrote it after so many steps, with one starred take."""
    folder = tmp_path / "Old"
    folder.mkdir()
    path = folder / "Old.storyboard"
    from storyboard.store.document import _connected
    from storyboard.store.migrations import migrate

    with _connected(path, "rwc") as connection:
        migrate(connection, MIGRATIONS[:steps])
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO board (id, title, rate, width, height, style, negative) "
                "VALUES (1, 'Old', '24', 64, 64, '', '')")  # fmt: skip
    raw.execute("INSERT INTO scenes (id, position, heading, place) VALUES ('s', 0, 'A', 'a')")
    raw.execute("INSERT INTO characters VALUES ('c', 0, 'Ann', 'a girl', '#fff')")
    raw.execute("INSERT INTO proxies VALUES ('ab', x'00')")
    raw.execute("INSERT INTO takes VALUES ('t', 'p', 1, 'ab', '{}', '', 1)")
    raw.execute("INSERT INTO takes VALUES ('u', 'p', 2, 'ab', '{}', '', 0)")
    raw.execute(
        'INSERT INTO panels (id, position, trashed, scene, prompt, caption, "cast", starts_shot, '
        "frames, seed, take, negative, locks) VALUES "
        "('p', 0, 0, 's', 'sea', '', '[\"c\"]', 0, 48, '7', 't', '', '[\"number\"]')"
    )
    raw.commit()
    raw.close()
    return folder


@pytest.mark.parametrize("steps", [1, 2])
def test_an_old_document_opens_with_its_stars_after_a_backup(tmp_path: Path, steps: int) -> None:
    folder = old_document(tmp_path, steps)
    with Project.open(folder) as project:
        panel = project.board.panels[0]
        assert (panel.take, panel.starred, panel.status) == ("t", frozenset({"t"}), "draft")
        assert project.board.numbering == Numbering()
        assert (project.board.steps, project.board.guidance) == (25, 5.0)
        assert panel_names(project.board) == {"p": "1A-1"}
        assert [take.number for take in project.takes_of("p")] == [1, 2]
        assert len(project.restore_points()) == 1


def test_the_shot_size_is_read_where_the_words_name_none(board: Board) -> None:
    panel = replace(board.panels[3], prompt="the empty room", shot_size="close-up")
    assert evaluated_prompt(board, panel) == "the empty room, close-up, bedroom, night"
    said = replace(panel, prompt="the room, wide shot")
    assert evaluated_prompt(board, said) == "the room, wide shot, bedroom, night"
    assert shot_size(said) == "wide shot"


@pytest.mark.parametrize(
    ("prompt", "size"),
    [
        ("Ann, Close up, night", "close-up"),
        ("extreme close-up of a hand", "extreme close-up"),
        ("a very long shot", "extreme wide shot"),
        ("extreme medium shot", "medium shot"),
        ("she shot a close friend", ""),
    ],
)
def test_a_shot_size_is_found_in_the_words(prompt: str, size: str) -> None:
    assert said_size(prompt) == size


def test_another_size_replaces_the_one_in_the_words() -> None:
    panel = Panel("p", "s", "[Ann] waving, wide shot, night")
    closer = with_shot_size(panel, "close-up")
    assert closer.prompt == "[Ann] waving, close-up, night"
    assert with_shot_size(closer, "").prompt == "[Ann] waving, night"


def test_who_wears_what_is_read_from_panel_then_scene_then_description(board: Board) -> None:
    ann = board.characters[0]
    coat, hat = Outfit("o", "Coat", "a yellow raincoat"), Outfit("h", "Hat", "wearing a top hat")
    board = replace(board, characters=(replace(ann, outfits=(coat, hat)), board.characters[1]))
    panel, scene = board.panels[0], board.scenes[0]
    told = "a tan-skinned girl with black hair in a red shirt"
    dressed = replace(board, scenes=(replace(scene, outfits=((ann.id, "o"),)), *board.scenes[1:]))
    in_hat = replace(panel, outfits=((ann.id, "h"),))
    bare = replace(panel, outfits=((ann.id, ""),))
    assert evaluated_prompt(dressed, panel).startswith(f"{told} in a yellow raincoat waving")
    assert evaluated_prompt(dressed, in_hat).startswith(f"{told} wearing a top hat waving")
    assert evaluated_prompt(dressed, bare).startswith(f"{told} waving")


def test_the_mood_of_a_scene_follows_its_place(board: Board) -> None:
    foggy = replace(board, scenes=(replace(board.scenes[0], mood="foggy"), board.scenes[1]))
    assert evaluated_prompt(foggy, foggy.panels[0]).endswith("wide shot, beach, day, foggy")


def test_locked_numbers_hold_and_what_comes_between_gets_a_letter() -> None:
    board = edits.set_lock(board_of("abc", "de"), "abc", "number")
    fresh = [Panel(letter, "abc") for letter in "xyz"]
    board = edits.insert_panels(board, fresh[:2], 1)
    board = edits.insert_panels(board, [Panel("w", "abc")], 0)
    board = edits.insert_panels(board, fresh[2:], 6)
    names = panel_names(board)
    assert [names[one.id] for one in board.panels] == [
        "1A-0A", "1A-1", "1A-1A", "1A-1B", "1A-2", "1A-3", "1A-4", "2A-1", "2A-2",
    ]  # fmt: skip
    moved = edits.move_panels(board, "b", 9)
    assert panel_names(moved)["b"] == "1A-2"
    assert len(set(panel_names(moved).values())) == 9
    unlocked = edits.set_lock(board, "abc", "number", False)
    assert panel_names(unlocked)["c"] == "1A-6"


def test_numbers_follow_the_policy() -> None:
    board = replace(board_of("abc"), numbering=Numbering(digits=3, step=10))
    assert list(panel_names(board).values()) == ["1A-010", "1A-020", "1A-030"]


def test_a_copied_panel_keeps_the_take_it_was_copied_with(project: Project) -> None:
    old = project.add_take(first(project), png("red"), "{}")
    project.edit("Copy", lambda board: edits.duplicate_panels(board, [first(project)]))
    copy = project.board.panels[1]
    new = project.add_take(copy.id, png("blue"), "{}")
    assert [take.id for take in project.takes_of(copy.id)] == [old.id, new.id]
    assert project.board.panels[1].take == new.id


def test_jobs_are_saved_whole_and_with_a_take(project: Project) -> None:
    jobs = [Job("a", ("p", "q"), '{"takes": 2}', "waiting", "2026", ""), Job("b", (), problem="x")]
    project.save_jobs(jobs)
    with reopened(project) as again:
        assert again.jobs() == tuple(jobs)
        again.add_take(first(again), png(), "{}", jobs=jobs[1:])
        assert again.jobs() == (jobs[1],)
        again.save_jobs([])
        assert again.jobs() == ()


def test_a_restore_point_opens_as_a_project_of_its_own(project: Project, tmp_path: Path) -> None:
    take = project.add_take(first(project), png("red"), "{}")
    project.make_restore_point("Before the storm / 嵐")
    board = project.board
    project.edit("Empty", lambda board: edits.delete_panels(board, [p.id for p in board.panels]))
    project.back_up()
    points = project.restore_points()
    assert sorted(point.name for point in points) == ["", "Before the storm _ 嵐"]
    named = next(point for point in points if point.name)
    Project.open_as_copy(named, tmp_path / "Again")
    with Project.open(tmp_path / "Again") as again:
        assert again.board == board
        picture = again.picture(again.take(take.id))
        assert picture
        assert picture.read_bytes() == png("red")
    with pytest.raises(ProjectError, match="already holds a project"):
        Project.open_as_copy(named, tmp_path / "Again")
    named.path.unlink()
    with pytest.raises(ProjectError, match="is gone"):
        Project.open_as_copy(named, tmp_path / "Third")


def test_portraits_are_takes_of_their_character_and_are_read(
    project: Project, tmp_path: Path, tiny_model: Path
) -> None:
    ann = project.board.characters[0].id
    settings = Settings(tiny_model)
    asked = portrait_request(project, ann, settings, seed=3)
    assert [one.panel for one in asked.panels] == [ann]
    project.edit("Longer", lambda board: edits.set_frames(board, [first(project)], 9))
    made = project.add_take(ann, png("red"), "{}")
    project.undo()
    assert project.board.characters[0].portrait == made.id
    assert project.takes_of(ann) == (made,)
    (tmp_path / "ann.png").write_bytes(png("blue"))
    kept = project.keep_reference(tmp_path / "ann.png")
    assert project.proxy(kept)[:4] == b"RIFF"
    project.edit("Reference", lambda board: replace(board, characters=(
        replace(board.characters[0], references=(kept,)), board.characters[1])))  # fmt: skip
    anchors = request_for(project, [first(project)], settings).anchors
    assert [one.sha256 for one in anchors] == [made.sha256, kept.sha256]
    with reopened(project) as again:
        assert again.board.characters[0].references == (kept,)


def test_steps_guidance_and_consistency_come_from_panel_then_board(
    project: Project, tiny_model: Path
) -> None:
    ids = [panel.id for panel in project.board.panels]
    project.edit("Set", lambda board: replace(
        board, steps=12, guidance=3.0, consistency=0.5,
        panels=(replace(board.panels[0], steps=40, guidance=0.0, consistency=2.0),
                *board.panels[1:])))  # fmt: skip
    settings = Settings(tiny_model)
    assert alike(project.board, ids, settings) == ((ids[0],), tuple(ids[1:]))
    one, rest = (request_for(project, group, settings) for group in ([ids[0]], ids[1:]))
    assert (one.steps, one.guidance, one.consistency.strength) == (40, 0.0, 2 * USUAL.strength)
    assert (rest.steps, rest.guidance, rest.consistency.strength) == (12, 3.0, USUAL.strength / 2)
    once = request_for(project, [ids[0]], replace(settings, steps=2, guidance=1.0))
    assert (once.steps, once.guidance) == (2, 1.0)


def test_a_damaged_field_is_told(project: Project) -> None:
    project.close()
    path = project.folder / f"{project.folder.name}.storyboard"
    raw = sqlite3.connect(path)
    raw.execute("UPDATE characters SET outfits = ?", (json.dumps([{"colour": "red"}]),))
    raw.commit()
    raw.close()
    with pytest.raises(ProjectError, match="damaged"):
        Document.open(path).board()
