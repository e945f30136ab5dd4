"""What is drawn when the artist asks: the queue of the window with its real worker."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from storyboard.board import Board
from storyboard.edits import delete_panels, set_locks
from storyboard.generation import Settings as Generation
from storyboard.generation.orders import draw, order_of
from storyboard.generation.sources import sources
from storyboard.project import Project
from storyboard.resources import starter_model
from storyboard.script import evaluated_prompt
from tests.test_project import png
from tests.test_window import film, select, window
from ui.queue_list import QueueList
from ui.queue_rows import Row, lasting
from ui.window import MainWindow

__all__ = ["film", "window"]

SOON = 120_000  # milliseconds


@pytest.fixture
def paused(film: MainWindow) -> MainWindow:
    """A window whose queue is paused, so that nothing is drawn."""
    film.jobs.pause(True)
    return film


def finished(window: MainWindow) -> Callable[[], bool]:
    return lambda: not window.jobs.queue.ahead


def drawing(window: MainWindow) -> Callable[[], bool]:
    return lambda: bool(window.jobs.running and window.jobs.pace.step)


def rows(window: MainWindow) -> list[Row]:
    return window.queue.list.rows


def titles(window: MainWindow) -> list[str]:
    return [row.title for row in rows(window)]


def queue_three(window: MainWindow) -> None:
    for row in range(3):
        select(window, row)
        window.generating.generate()


def test_each_of_several_takes_is_a_job_of_its_own(paused: MainWindow) -> None:
    select(paused, 0)
    paused.generating.generate_four()
    assert titles(paused) == [f"1A-1 · take {number}" for number in (1, 2, 3, 4)]
    seeds = [order_of(job).seeds for job in paused.jobs.queue.jobs]
    assert [bool(one) for one in seeds] == [False, True, True, True]
    paused.generating.generate_next()
    assert titles(paused)[0] == "1A-1 · take 1"
    assert len(rows(paused)) == 5
    assert paused.toolbar.jobs.text() == "●  5 jobs · paused"


def test_the_menu_beside_generate_offers_several_takes(paused: MainWindow) -> None:
    select(paused, 0)
    menu = paused.toolbar.generate.menu()
    next(one for one in menu.actions() if one.text() == "Draw 2 takes").trigger()
    assert len(rows(paused)) == 2


def test_two_takes_are_two_different_pictures(qtbot: QtBot, film: MainWindow) -> None:
    select(film, 0)
    film.generating.generate_two()
    qtbot.waitUntil(finished(film), timeout=SOON)
    assert film.project
    one, two = film.project.takes_of(film.board.panels[0].id)
    assert one.sha256 != two.sha256
    assert film.board.panels[0].take == two.id
    assert film.project.jobs() == ()
    assert film.toolbar.jobs_action.isVisible() is False


def test_locked_panels_are_named_and_left_alone(paused: MainWindow) -> None:
    first, second = (panel.id for panel in paused.board.panels[:2])
    paused.edit("Lock", lambda board: set_locks(board, [first, second], ["picture"]))
    paused.wishes.select_all()
    paused.generating.generate()
    assert paused.problem.text() == "Locked, so left as they are: 1A-1, 1A-2."
    (job,) = paused.jobs.queue.jobs
    assert job.panels == tuple(panel.id for panel in paused.board.panels[2:])


def test_a_panel_that_was_locked_while_it_waited_is_left_alone_too(
    qtbot: QtBot, film: MainWindow
) -> None:
    noted: list[str] = []
    film.problems.noted.connect(lambda sentence, _: noted.append(sentence))
    film.jobs.pause(True)
    queue_three(film)
    first = film.board.panels[0].id
    film.edit("Lock", lambda board: set_locks(board, [first], ["picture"]))
    film.edit("Delete", lambda board: delete_panels(board, [board.panels[1].id]))
    film.jobs.pause(False)
    qtbot.waitUntil(finished(film), timeout=SOON)
    assert [panel.take is not None for panel in film.board.panels] == [False, True, False]
    assert any("locked by now" in one for one in noted)


def drop(listed: QueueList, at: QPoint) -> None:
    """The chosen jobs let go at a point."""
    data = listed.mimeData(listed.selectedItems())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, left, none)
    listed.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.IgnoreAction


def test_jobs_are_reordered_by_keys_and_by_drag(qtbot: QtBot, paused: MainWindow) -> None:
    queue_three(paused)
    listed = paused.queue.list
    paused.docks.show("Queue")
    paused.activateWindow()
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    listed.item(2).setSelected(True)
    qtbot.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one[:4] for one in titles(paused)] == ["1A-1", "2A-1", "1A-2"]
    qtbot.keyClick(listed, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert [one[:4] for one in titles(paused)] == ["2A-1", "1A-1", "1A-2"]
    assert listed.chosen() == [rows(paused)[0].id]
    listed.scrollToBottom()
    drop(listed, listed.visualItemRect(listed.item(2)).bottomLeft() + QPoint(20, -2))
    assert [one[:4] for one in titles(paused)] == ["1A-1", "1A-2", "2A-1"]
    assert paused.project
    assert [job.id for job in paused.project.jobs()] == [row.id for row in rows(paused)]
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert [one[:4] for one in titles(paused)] == ["1A-1", "1A-2"]
    paused.queue.cancel_all.click()
    assert rows(paused) == []
    assert paused.queue.hint.isVisible()


def test_of_a_very_long_queue_the_first_jobs_are_listed(paused: MainWindow) -> None:
    panel = paused.board.panels[0].id
    paused.jobs.add([draw([panel], paused.generation) for _ in range(1000)])
    assert len(rows(paused)) == 300
    assert paused.queue.beyond.text() == "… and 700 more"
    assert paused.toolbar.jobs.text() == "●  1000 jobs · paused"


def test_cards_say_their_place_in_the_queue(paused: MainWindow) -> None:
    queue_three(paused)
    work = paused.board_view.work
    assert [work[panel.id].place for panel in paused.board.panels[:3]] == [1, 2, 3]
    assert paused.board.panels[3].id not in work


def test_a_paused_job_rests_after_its_step_and_goes_on_from_there(
    qtbot: QtBot, film: MainWindow, tiny_model: Path
) -> None:
    film.generation = Generation(tiny_model, steps=100)
    select(film, 0)
    film.generating.generate()
    qtbot.waitUntil(drawing(film), timeout=SOON)
    with qtbot.waitSignal(film.worker.resting, timeout=SOON):
        film.queue.pause.click()
    assert film.queue.pause.text() == "Resume"
    step = film.jobs.pace.step
    assert rows(film)[0].told == f"paused at step {step} / 100"
    with qtbot.assertNotEmitted(film.worker.stepped, wait=100):
        pass
    assert film.jobs.pace.step == step < 100
    film.queue.pause.click()
    qtbot.waitUntil(finished(film), timeout=SOON)
    assert film.board.panels[0].take


def test_a_paused_job_can_be_cancelled(qtbot: QtBot, film: MainWindow, tiny_model: Path) -> None:
    film.generation = Generation(tiny_model, steps=1000)
    select(film, 0)
    film.generating.generate()
    qtbot.waitUntil(drawing(film), timeout=SOON)
    film.generating.pause_or_resume()
    film.activateWindow()
    film.generating.cancel_running()
    qtbot.waitUntil(finished(film), timeout=SOON)
    assert film.board.panels[0].take is None


def test_the_window_closes_while_a_job_is_paused(
    qtbot: QtBot, film: MainWindow, tiny_model: Path
) -> None:
    film.generation = Generation(tiny_model, steps=1000)
    select(film, 0)
    film.generating.generate()
    qtbot.waitUntil(drawing(film), timeout=SOON)
    film.jobs.pause(True)
    film.close_project()
    assert not film.worker.isRunning()
    assert film.jobs.queue.paused is False


def test_the_time_left_is_told_of_the_job_and_of_the_whole_queue(
    qtbot: QtBot, film: MainWindow, tiny_model: Path
) -> None:
    film.generation = Generation(tiny_model, steps=1000)
    queue_three(film)
    assert film.toolbar.jobs.text() == "●  3 jobs"
    qtbot.waitUntil(lambda: film.jobs.pace.timed > 1, timeout=SOON)
    alone, all_of_them = film.jobs.pace.left, film.jobs.seconds_left
    assert alone is not None
    assert all_of_them is not None
    assert all_of_them > 2 * alone
    assert " left" in film.toolbar.jobs.text()
    assert "step " in rows(film)[0].told
    assert rows(film)[1].told == "waiting"
    film.generating.cancel_all()
    qtbot.waitUntil(finished(film), timeout=SOON)


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0.4, "0 s"), (11, "11 s"), (130, "2 min"), (7500, "2 h 5 min")]
)
def test_times_are_told_as_people_say_them(seconds: float, expected: str) -> None:
    assert lasting(seconds) == expected


def test_cards_show_what_is_being_drawn(qtbot: QtBot, film: MainWindow) -> None:
    film.generation = Generation(starter_model(), steps=500)
    select(film, 0)
    film.generating.generate()
    panel = film.board.panels[0].id
    qtbot.waitUntil(lambda: panel in film.generating.shown.previews, timeout=SOON)
    seen = film.board_view.work[panel].preview
    assert seen is not None
    assert 0 < seen.width() < 64
    assert rows(film)[0].picture is seen
    film.generating.cancel_running()
    qtbot.waitUntil(finished(film), timeout=SOON)
    assert film.generating.shown.previews == {}


def test_a_failed_job_says_why_keeps_its_details_and_can_be_tried_again(
    qtbot: QtBot, film: MainWindow, tiny_model: Path
) -> None:
    film.generation = Generation(film.project.folder / "nothing")
    queue_three(film)
    qtbot.waitUntil(lambda: len(rows(film)) == 3 and all(one.stopped for one in rows(film)),
                    timeout=SOON)  # fmt: skip
    row = rows(film)[0]
    assert "There is no model at" in row.told
    assert "Name a folder" in row.told
    assert film.board_view.work[film.board.panels[0].id].problem == row.told
    film.queue.list.item(0).setSelected(True)
    menu = film.queue.list.menu()
    next(one for one in menu.actions() if one.text() == "Copy details").trigger()
    assert "Traceback" in QGuiApplication.clipboard().text()
    with Project.open(film.project.folder, read_only=True) as kept:
        assert [job.problem for job in kept.jobs()] == [row.told] * 3
    film.jobs.cancel([one.id for one in rows(film)[1:]])
    film.docks.show("Queue")
    qtbot.keyClick(film.queue.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not film.jobs.queue.ahead, timeout=SOON)
    assert rows(film)[0].stopped


def test_what_was_left_when_the_program_ended_is_offered_and_never_runs_unasked(
    qtbot: QtBot, film: MainWindow, tiny_model: Path
) -> None:
    film.generation = Generation(tiny_model, steps=1000)
    queue_three(film)
    qtbot.waitUntil(drawing(film), timeout=SOON)
    folder = film.project.folder
    film.close_project()
    assert film.jobs.queue.jobs == ()
    film.open_project(folder)
    banner = film.banners.all["interrupted"]
    assert banner.words.text() == "3 interrupted jobs are left from the last time."
    assert [row.told for row in rows(film)] == ["interrupted"] * 3
    assert film.jobs.running is None
    film.jobs.cancel([rows(film)[1].id])
    assert film.banners.all["interrupted"].words.text().startswith("2 interrupted jobs")
    film.banners.all["interrupted"].buttons["Resume"].click()
    assert film.jobs.running
    assert film.banners.all == {}
    film.close_project()
    film.open_project(folder)
    film.banners.all["interrupted"].buttons["Discard"].click()
    assert film.project.jobs() == ()


def test_a_crash_loses_no_job(
    qtbot: QtBot, film: MainWindow, tiny_model: Path, tmp_path: Path
) -> None:
    film.generation = Generation(tiny_model, steps=1000)
    queue_three(film)
    qtbot.waitUntil(drawing(film), timeout=SOON)
    shutil.copytree(film.project.folder, tmp_path / "as the crash left it")
    film.open_project(tmp_path / "as the crash left it")
    assert [row.state for row in rows(film)] == ["interrupted"] * 3
    assert film.jobs.running is None


def test_a_portrait_becomes_a_take_of_its_character(qtbot: QtBot, film: MainWindow) -> None:
    ann = film.board.characters[0].id
    film.cast.portrait_wanted.emit(ann)
    assert titles(film) == ["Ann · portrait"]
    qtbot.waitUntil(finished(film), timeout=SOON)
    assert film.board.characters[0].portrait == film.project.takes_of(ann)[0].id


def test_pictures_that_are_ready_are_kept_when_the_project_is_closed(
    qtbot: QtBot, film: MainWindow
) -> None:
    select(film, 0)
    with qtbot.waitSignal(film.worker.done, timeout=SOON):
        film.generating.generate()
    folder = film.project.folder
    film.close_project()
    with Project.open(folder) as kept:
        assert kept.board.panels[0].take
        assert kept.jobs() == ()


def test_a_job_of_another_version_fails_in_plain_words(film: MainWindow) -> None:
    job = replace(draw([film.board.panels[0].id], film.generation), settings='{"kind": 1, "x": 2}')
    film.jobs.add([job])
    assert "another version of the program" in rows(film)[0].told


def describe_ann(window: MainWindow, text: str) -> None:
    def described(board: Board) -> Board:
        ann, *others = board.characters
        return replace(board, characters=(replace(ann, description=text), *others))

    window.edit("Describe", described)


def test_stale_panels_are_marked_with_the_reason_and_redone_but_the_locked(
    qtbot: QtBot, film: MainWindow
) -> None:
    film.generating.generate()
    qtbot.waitUntil(finished(film), timeout=SOON)
    first, second = (panel.id for panel in film.board.panels[:2])
    before = [panel.take for panel in film.board.panels]
    assert film.board_view.stale == {}
    assert film.toolbar.stale_action.isVisible() is False
    describe_ann(film, "a girl with red hair in a red shirt")
    assert film.board_view.stale == {first: "Ann changed", second: "Ann changed"}
    assert film.toolbar.stale.text() == "2 stale · Redo unlocked"
    film.edit("Lock", lambda board: set_locks(board, [first], ["picture"]))
    film.toolbar.stale.click()
    qtbot.waitUntil(finished(film), timeout=SOON)
    assert film.board_view.stale == {first: "Ann changed"}
    after = [panel.take for panel in film.board.panels]
    assert [was == now for was, now in zip(before, after, strict=True)] == [True, False, True, True]
    recipe = json.loads(film.project.take(after[1]).recipe)
    assert first in [one["panel"] for one in recipe["anchors"]]
    assert "1A-1" in film.problem.text()


def test_another_model_makes_all_stale_and_an_own_picture_never_is(
    film: MainWindow, tmp_path: Path
) -> None:
    first, second = (panel.id for panel in film.board.panels[:2])
    recipe = json.dumps({"panel": second, "panels": [], "model": "x"})
    film.generating.keep_take(second, png("red"), recipe)
    (tmp_path / "own.png").write_bytes(png("green"))
    film.wishes.take_pictures([tmp_path / "own.png"], first)
    film.wishes.use_model(starter_model())
    assert film.board_view.stale == {}


def test_a_model_whose_file_was_replaced_makes_all_stale_when_the_artist_comes_back(
    qtbot: QtBot, film: MainWindow, tmp_path: Path
) -> None:
    model = tmp_path / "model" / "unet" / "weights.safetensors"
    model.parent.mkdir(parents=True)
    model.write_bytes(b"first")
    film.generation = replace(film.generation, model=tmp_path / "model")
    first = film.board.panels[0]
    asked = {"panel": first.id, "prompt": evaluated_prompt(film.board, first), "negative": "",
             "cast": first.cast, "sources": dict(sources(film.board, first))}  # fmt: skip
    made = {"files": {"unet/weights.safetensors": sha256(b"first").hexdigest()}}
    told = {"panel": first.id, "panels": [asked], "width": 64, "height": 64, "model": "model"}
    film.generating.keep_take(first.id, png(), json.dumps(told | {"provenance": made}))
    hashes = film.staleness.hashes
    qtbot.waitUntil(lambda: film.staleness.model is not None and bool(film.staleness.model[1]))
    assert film.board_view.stale == {}
    model.write_bytes(b"another")
    with qtbot.waitSignal(hashes.known, timeout=SOON):
        QGuiApplication.instance().applicationStateChanged.emit(
            Qt.ApplicationState.ApplicationActive
        )
    assert film.board_view.stale == {first.id: "model changed"}


def test_a_take_is_made_again_and_compared_and_nothing_is_replaced(
    qtbot: QtBot, film: MainWindow
) -> None:
    film.generating.generate()
    qtbot.waitUntil(finished(film), timeout=SOON)
    panel = film.board.panels[1]
    describe_ann(film, "a girl with red hair")
    select(film, 1)
    film.generating.make_again()
    assert titles(film) == ["1A-2 · a take made again"]
    qtbot.waitUntil(finished(film), timeout=SOON)
    banner = film.banners.all[f"again {panel.take}"]
    assert banner.words.text() == "Take 1 of 1A-2 came out the same, pixel for pixel."
    assert film.board.panels[1].take == panel.take
    assert len(film.project.takes_of(panel.id)) == 1
    banner.buttons["Close"].click()
    assert film.banners.all == {}


def test_a_take_that_comes_out_differently_says_by_how_much(qtbot: QtBot, film: MainWindow) -> None:
    select(film, 0)
    film.generating.generate()
    qtbot.waitUntil(finished(film), timeout=SOON)
    take = film.project.take(film.board.panels[0].take)
    recipe = json.loads(take.recipe)
    recipe["panels"][0]["seed"] += 1
    recipe["provenance"]["versions"]["torch"] = "0.4"
    original = film.project.picture(take).read_bytes()
    film.generating.keep_take(take.panel, original, json.dumps(recipe))
    film.generating.make_again()
    qtbot.waitUntil(finished(film), timeout=SOON)
    (banner,) = film.banners.all.values()
    assert "Take 2 of 1A-1 came out differently" in banner.words.text()
    assert "torch 0.4 →" in banner.words.text()
    select(film, 3)
    film.generating.make_again()
    assert "No take is selected" in film.problem.text()
