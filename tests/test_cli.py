"""The command line goes the whole way, and says what is wrong without touching the project."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import pytest
from PIL import Image
from pypdf import PdfReader

from storyboard.cli import main
from storyboard.edits import set_ratio
from storyboard.project import Project
from storyboard.ratios import RATIOS, picture_size
from tests.conftest import STORY

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process; its exit status and everything it said."""

    def command(*words: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["storyboard", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out + said.err

    return command


@pytest.fixture
def film(run: Run, tmp_path: Path) -> Path:
    """A project with the test story, nothing drawn."""
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    assert run("new", tmp_path / "film", "--size", "64x64")[0] == 0
    assert run("import", tmp_path / "film", tmp_path / "story.txt")[0] == 0
    return tmp_path / "film"


def content(film: Path) -> bytes:
    return (film / f"{film.name}.storyboard").read_bytes()


def test_a_script_becomes_a_comic_and_an_animatic(run: Run, film: Path, tiny_model: Path) -> None:
    status, said = run("generate", film, "--model", tiny_model, "--steps", 2)
    assert (status, "Drew 4 panels: 1A-1, 1A-2, 2A-1, 2A-2." in said) == (0, True)
    comic, animatic = film / "comic.pdf", film / "animatic.mp4"
    assert run("export", film, comic)[0] == 0
    assert run("export", film, animatic, "--captions")[0] == 0
    assert "Ann is early." in PdfReader(comic).pages[0].extract_text()
    with av.open(str(animatic)) as opened:
        assert opened.streams.video[0].frames == 4 * 48
    status, said = run("info", film, "--json")
    summary = json.loads(said)
    assert [panel["drawn"] for panel in summary["panels"]] == [True] * 4
    assert run("generate", film, "--model", tiny_model)[1].startswith("Nothing to draw")


def test_the_summary_tells_which_panels_have_a_ratio_of_their_own(run: Run, film: Path) -> None:
    with Project.open(film) as project:
        second = project.board.panels[1].id
        project.edit("Size", lambda board: replace(board, width=384, height=224))
        project.edit("Change ratio", lambda board: set_ratio(board, [second], RATIOS["9:16"]))
        size = list(picture_size(project.board, project.board.panels[1]))
    told = json.loads(run("info", film, "--json")[1])["panels"]
    assert [one["ratio"] for one in told] == [None, "9:16", None, None]
    assert [one["size"] for one in told] == [[384, 224], size, [384, 224], [384, 224]]
    lines = run("info", film)[1].splitlines()
    assert [line.split()[0] for line in lines if "9:16" in line] == ["1A-2"]


def test_panels_are_drawn_by_name_and_locked_ones_left_alone(
    run: Run, film: Path, tiny_model: Path
) -> None:
    draw = ("generate", film, "--model", tiny_model, "--steps", 1)
    assert "Drew 1 panels: 1A-2." in run(*draw, "--panel", "1a-2")[1]
    with Project.open(film) as project:
        from storyboard.edits import set_locks

        panel = project.board.panels[1].id
        project.edit("Lock", lambda board: set_locks(board, [panel], ["picture"]))
        seed = project.board.panels[1].seed
    status, said = run(*draw, "--again", "--new-seeds")
    assert (status, "locked: 1A-2." in said, "Drew 3 panels" in said) == (0, True, True)
    with Project.open(film) as project:
        assert project.board.panels[1].seed == seed
        assert len(project.takes_of(panel)) == 1


def test_a_picture_of_one_s_own_is_what_later_panels_stay_true_to(
    run: Run, film: Path, tiny_model: Path, tmp_path: Path
) -> None:
    drawing = tmp_path / "sheet.png"
    Image.new("RGB", (300, 400), "orange").save(drawing)
    assert run("take", film, "1A-1", drawing, "--lock")[0] == 0
    assert run("generate", film, "--model", tiny_model, "--steps", 1)[0] == 0
    with Project.open(film, read_only=True) as project:
        first, second = project.board.panels[:2]
        assert "picture" in first.locks
        assert project.take(first.take).recipe == '{"imported": "sheet.png"}'
        made = json.loads(project.take(second.take).recipe)
        assert [one["panel"] for one in made["anchors"]] == [first.id]


def test_words_the_model_has_not_seen_are_said_softly(
    run: Run, film: Path, tiny_model: Path
) -> None:
    words = {"groups": {"It can draw": ["girl", "bear"]}, "also": ["a", "the", "waving"]}
    (tiny_model / "vocabulary.json").write_text(json.dumps(words), "utf-8")
    try:
        status, said = run("generate", film, "--model", tiny_model, "--steps", 1)
    finally:
        (tiny_model / "vocabulary.json").unlink()
    assert status == 0
    assert "This model has not seen:" in said
    assert "It can draw: girl or bear." in said


def test_panels_are_exported_as_pictures(run: Run, film: Path, tiny_model: Path) -> None:
    run("generate", film, "--model", tiny_model, "--steps", 1)
    assert run("export", film, film / "panels")[0] == 0
    names = sorted(path.name for path in (film / "panels").iterdir())
    assert names == ["1A-1.png", "1A-2.png", "2A-1.png", "2A-2.png"]
    with Image.open(film / "panels" / "1A-1.png") as picture:
        assert picture.size == (64, 64)
    assert run("export", film, film / "page.png")[0] == 0
    assert (film / "page.png").is_file()


def test_an_export_works_without_the_originals(run: Run, film: Path, tiny_model: Path) -> None:
    run("generate", film, "--model", tiny_model, "--steps", 1)
    for original in (film / "media").rglob("*.png"):
        original.unlink()
    for name in ("comic.pdf", "animatic.mp4", "panels"):
        assert run("export", film, film / name)[0] == 0
    with Image.open(film / "panels" / "1A-1.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (64, 64))


def test_importing_again_keeps_what_is_drawn(run: Run, film: Path, tiny_model: Path) -> None:
    run("generate", film, "--model", tiny_model, "--steps", 1)
    longer = film.parent / "longer.txt"
    longer.write_text(STORY + "[Bo] sleeping # Good night.\n", "utf-8")
    assert "5 panels (1 new)" in run("import", film, longer)[1]
    with Project.open(film) as project:
        assert [panel.take is not None for panel in project.board.panels] == [True] * 4 + [False]


@pytest.mark.parametrize("command", ["new", "import", "generate", "export", "info"])
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    status, said = run(command, "--help")
    assert status == 0
    assert f"storyboard {command}" in " ".join(said.split())


BAD_SCRIPTS = {
    "": ("has no panels", "Write one line for each picture."),
    "[Ann] a girl\n\n[An] waving": ("line 3: [An] is not defined", "Did you mean [Ann]?"),
    "[Ann] a girl\n\n[Ann] waving\n# only words": ("line 4: The panel", "Write what is seen"),
}


@pytest.mark.parametrize("script", BAD_SCRIPTS)
def test_a_wrong_script_is_named_with_line_and_remedy(run: Run, film: Path, script: str) -> None:
    path, before = film.parent / "wrong.txt", content(film)
    path.write_text(script, "utf-8")
    status, said = run("import", film, path)
    assert status == 1
    assert said.startswith("Error: wrong.txt")
    assert all(part in said for part in BAD_SCRIPTS[script])
    assert said.count("\n") == 1
    assert content(film) == before


def test_a_missing_or_unreadable_script_is_named(run: Run, film: Path) -> None:
    before = content(film)
    (film.parent / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    for name, what in [
        ("none.txt", "no such file"),
        ("picture.txt", "not UTF-8"),
        ("film", "folder"),
    ]:
        status, said = run("import", film, film.parent / name)
        assert (status, name in said, what in said) == (1, True, True)
    assert content(film) == before


def test_a_bad_model_is_named_before_anything_is_drawn(
    run: Run, film: Path, tiny_model: Path, tmp_path: Path
) -> None:
    import shutil

    before = content(film)
    pickled, cut = tmp_path / "pickled", tmp_path / "cut"
    for folder in (pickled, cut):
        shutil.copytree(tiny_model, folder)
    weights = "unet/diffusion_pytorch_model.safetensors"
    (pickled / weights).rename((pickled / weights).with_suffix(".bin"))
    (cut / weights).write_bytes((cut / weights).read_bytes()[:5000])
    for folder, what in [(tmp_path / "none", "no model"), (pickled, "pickle"), (cut, "cut short")]:
        status, said = run("generate", film, "--model", folder)
        assert (status, what in said, "Traceback" in said) == (1, True, False)
    assert content(film) == before


@pytest.mark.parametrize("name", ["comic.pdf", "animatic.mp4", "page.png", "panels"])
def test_a_folder_that_cannot_be_written_is_named(run: Run, film: Path, name: str) -> None:
    with Project.open(film) as project:
        from tests.test_project import png

        project.add_take(project.board.panels[0].id, png(), "{}")
    before = content(film)
    (film.parent / "file").write_text("not a folder")
    status, said = run("export", film, film.parent / "file" / name)
    assert status == 1
    assert "cannot be written" in said
    assert "Check that its folder exists" in said
    assert content(film) == before


def test_an_unknown_format_is_named(run: Run, film: Path) -> None:
    status, said = run("export", film, "film.gif")
    assert (status, "names no format" in said) == (1, True)


def test_an_empty_project_has_nothing_to_draw_or_export(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "empty")
    for command in (["generate"], ["export"]):
        rest = [tmp_path / "out.pdf"] if command == ["export"] else []
        status, said = run(*command, tmp_path / "empty", *rest)
        assert (status, "Import a script first." in said) == (1, True)
    assert run("info", tmp_path / "empty")[0] == 0


def test_a_panel_that_is_not_there_is_named(run: Run, film: Path) -> None:
    status, said = run("generate", film, "--panel", "9Z-9")
    assert (status, "There is no panel 9Z-9. The panels are 1A-1, 1A-2" in said) == (1, True)


@pytest.mark.parametrize("size", ["wide", "10x10", "64", "64x99999"])
def test_a_size_that_is_none_is_refused(run: Run, tmp_path: Path, size: str) -> None:
    status, said = run("new", tmp_path / "film", "--size", size)
    assert (status, "Traceback" in said) == (2, False)
    assert not (tmp_path / "film").exists()


def test_a_project_of_a_newer_version_is_left_alone(run: Run, film: Path) -> None:
    import sqlite3

    with sqlite3.connect(film / "film.storyboard") as raw:
        raw.execute("PRAGMA user_version = 999")
    raw.close()
    before = content(film)
    for command in (
        ["info", film],
        ["generate", film],
        ["import", film, film.parent / "story.txt"],
    ):
        status, said = run(*command)
        assert (status, "newer version" in said) == (1, True)
    assert content(film) == before


def start(*words: object, limit: int | None = None) -> subprocess.Popen[str]:
    """A command in a process of its own, where files may grow to `limit` bytes only."""

    def as_in_a_terminal() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs in the background ignores it
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "-m", "storyboard", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "COLUMNS": "200"},
        preexec_fn=as_in_a_terminal,
    )


@pytest.mark.parametrize("name", ["comic.pdf", "animatic.mp4", "page.png"])
def test_a_disk_that_fills_up_leaves_no_half_file(run: Run, film: Path, name: str) -> None:
    before, present = content(film), set(film.iterdir())
    process = start("export", film, film / name, limit=4096)
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 1, said
    assert "cannot be written" in said
    assert "Traceback" not in said
    assert set(film.iterdir()) == present
    assert content(film) == before


def test_a_project_has_the_frame_rate_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "film", "--rate", "23.976")[0] == 0
    with Project.open(tmp_path / "film") as project:
        assert project.board.rate == Fraction(24000, 1001)
    status, said = run("new", tmp_path / "other", "--rate", "23")
    assert status != 0
    assert "no frame rate" in said
    assert not (tmp_path / "other").exists()


def test_stopping_a_generation_keeps_the_panels_that_are_finished(
    run: Run, film: Path, tiny_model: Path
) -> None:
    panels = "".join(f"[Ann] waving {row}, beach\n" for row in range(80))
    (film.parent / "long.txt").write_text(f"[Ann] a girl\n\n{panels}", "utf-8")
    run("new", film.parent / "long", "--size", "64x64")
    long = film.parent / "long"
    run("import", long, film.parent / "long.txt")
    process = start("generate", long, "--model", tiny_model, "--steps", 150)
    while drawn(long) < 10:  # the first group of eight
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 130, said
    assert "Stopped. What was finished is kept." in said
    assert "Traceback" not in said
    assert drawn(long) in range(10, 80, 10)


def drawn(film: Path) -> int:
    with Project.open(film, read_only=True) as project:
        return sum(panel.take is not None for panel in project.board.panels)
