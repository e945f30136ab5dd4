"""The queue keeps its order, what a job is to do survives in the project, and takes come again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from storyboard.edits import delete_panels, set_locks
from storyboard.engine.engine import Engine
from storyboard.engine.recipe import recipe_of
from storyboard.engine.request import Consistency, Lora
from storyboard.generation import Settings, generate, request_for
from storyboard.generation.again import compare, request_again
from storyboard.generation.generate import png_of
from storyboard.generation.orders import (
    draw,
    draw_portrait,
    make_again,
    order_of,
    request_of,
    takes_of,
)
from storyboard.generation.queue import Queue
from storyboard.job import Job
from storyboard.progress import Progress
from storyboard.project import Project, ProjectError
from tests.test_project import png


@pytest.fixture(scope="module")
def engine(tiny_model: Path) -> Engine:
    return Engine(tiny_model, "cpu")


@pytest.fixture
def settings(tiny_model: Path) -> Settings:
    return Settings(tiny_model, steps=2)


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


def ids(project: Project) -> list[str]:
    return [panel.id for panel in project.board.panels]


def queue(names: str) -> Queue:
    """A job for each letter; a capital one is running, one in brackets has failed."""
    jobs, state = [], "waiting"
    for name in names:
        if name in "()":
            state = "failed" if name == "(" else "waiting"
        else:
            jobs.append(Job(name.lower(), (name,), state="drawing" if name.isupper() else state))
    return Queue(tuple(jobs))


def order(of: Queue) -> str:
    return "".join(one.id for one in of.jobs)


def test_new_jobs_go_to_the_end_or_before_all_that_wait() -> None:
    new = [Job("x", ()), Job("y", ())]
    assert order(queue("Abc").added(new)) == "abcxy"
    assert order(queue("Abc").added(new, front=True)) == "axybc"
    assert order(queue("A").added(new, front=True)) == "axy"


def test_jobs_are_moved_and_the_running_one_stays_first() -> None:
    assert order(queue("abcd").moved({"d"}, 1)) == "adbc"
    assert order(queue("abcd").moved({"a", "b"}, 4)) == "cdab"
    assert order(queue("Abcd").moved({"c"}, 0)) == "acbd"
    assert order(queue("Abcd").moved({"a"}, 4)) == "abcd"
    assert order(queue("Abcd").to_front({"d", "c"})) == "acdb"


def test_one_job_runs_at_a_time_and_failed_ones_hold_nobody_up() -> None:
    assert queue("Abc").next is None
    assert queue("(a)bc").next == queue("(a)bc").jobs[1]
    assert replace(queue("abc"), paused=True).next is None
    assert queue("").next is None
    retried = queue("(a)bc").retried({"a"})
    assert retried.next == retried.jobs[0]


def test_nothing_of_what_was_left_behind_runs_unasked() -> None:
    found = Queue.found(queue("Ab(c)").jobs)
    assert [one.state for one in found.jobs] == ["interrupted", "interrupted", "failed"]
    assert found.next is None
    assert [one.id for one in found.retried({"a", "b"}).waiting] == ["a", "b"]


def test_a_job_ends_with_its_last_panel() -> None:
    two = Queue((Job("a", ("p", "q")), Job("b", ("p",))))
    one = two.less("a", "p")
    assert one.jobs[0].panels == ("q",)
    assert order(one.less("a", "q")) == "b"


def test_what_a_job_is_to_do_survives_in_the_project(project: Project) -> None:
    told = Settings(
        Path("/models/ink.safetensors"),
        steps=9,
        guidance=3.5,
        consistency=Consistency(rate=0.25),
        loras=(Lora(Path("/loras/a.safetensors"), 0.5),),
    )
    panels = ids(project)
    jobs = (
        draw(panels, told, new_seeds=True),
        draw_portrait(project.board.characters[0].id, told),
        make_again(panels[0], "take", told),
        Job("bare", tuple(panels)),
    )
    project.save_jobs(jobs)
    kept = project.jobs()
    assert kept == jobs
    assert [order_of(one).kind for one in kept] == ["panels", "portrait", "again", "panels"]
    assert order_of(kept[0]).settings == told
    assert [panel for panel, _ in order_of(kept[0]).seeds] == panels
    assert order_of(kept[2]).take == "take"
    assert order_of(kept[3]).settings == Settings()


def test_several_takes_are_several_jobs_with_seeds_of_their_own(project, settings) -> None:
    groups = [ids(project)[:2], ids(project)[2:]]
    jobs = takes_of(groups, 4, settings, drawn=set(groups[1]))
    assert [list(one.panels) for one in jobs] == groups * 4
    chosen = [bool(order_of(one).seeds) for one in jobs]
    assert chosen == [False, True, True, True, True, True, True, True]
    (one,) = takes_of(groups[:1], 1, settings, drawn=set(groups[0]))
    assert order_of(one).seeds == ()
    seeds = [seed for one in jobs for _, seed in order_of(one).seeds]
    assert len(set(seeds)) == len(seeds)


def test_a_request_leaves_out_what_is_gone_or_locked_when_its_turn_comes(project, settings) -> None:
    first, second, third, fourth = ids(project)
    job = draw(ids(project), settings, new_seeds=True)
    project.edit("Delete", lambda board: delete_panels(board, [first]))
    project.edit("Lock", lambda board: set_locks(board, [second], ["picture"]))
    request = request_of(project, job)
    assert [one.panel for one in request.panels] == [third, fourth]
    assert [(one.panel, one.seed) for one in request.panels] == list(order_of(job).seeds[2:])
    project.edit("Lock", lambda board: set_locks(board, [third, fourth], ["picture"]))
    assert request_of(project, job) is None


def test_a_portrait_is_asked_for_with_the_character_alone(project, settings) -> None:
    ann = project.board.characters[0].id
    (panel,) = request_of(project, draw_portrait(ann, settings)).panels
    assert (panel.panel, panel.cast) == (ann, (ann,))
    assert request_of(project, draw_portrait("nobody", settings)) is None


def drawn_again(project: Project, engine: Engine, take: str, settings: Settings):
    """The comparison of a take with what its recipe gives now."""
    request = request_again(project, take, settings)
    kept = project.take(take)
    made = next(one for one in engine.generate(request, quiet) if one.panel == kept.panel)
    recipe = recipe_of(request, made.panel, engine.provenance)
    return compare(project, kept, png_of(made.picture), recipe)


def test_a_take_made_again_is_the_same_whatever_became_of_its_panel(
    project, engine, settings
) -> None:
    first = generate(project, engine, ids(project), settings, quiet)
    (second,) = generate(project, engine, ids(project)[1:2], settings, quiet)
    project.edit("Style", lambda board: replace(board, style="ink", width=128))
    project.edit("Delete", lambda board: delete_panels(board, [board.panels[0].id]))
    assert request_again(project, second.id, settings).anchors
    for take in (first[0], first[3], second):
        told = drawn_again(project, engine, take.id, settings)
        assert (told.same, told.pixels, told.changed) == (True, 0.0, ())


def test_a_take_from_before_sharing_followed_guidance_is_made_as_it_was(
    project, engine, settings
) -> None:
    (take, *_) = generate(project, engine, ids(project), settings, quiet)
    recipe = json.loads(take.recipe)
    assert request_again(project, take.id, settings).consistency.guided
    del recipe["consistency"]["guided"]
    old = project.add_take(take.panel, project.picture(take).read_bytes(), json.dumps(recipe))
    assert not request_again(project, old.id, settings).consistency.guided


def test_a_take_from_before_one_led_is_made_as_it_was(project, engine, settings) -> None:
    (take, *_) = generate(project, engine, ids(project), settings, quiet)
    recipe = json.loads(take.recipe)
    assert request_again(project, take.id, settings).consistency.lead > 0
    del recipe["consistency"]["lead"]
    old = project.add_take(take.panel, project.picture(take).read_bytes(), json.dumps(recipe))
    assert request_again(project, old.id, settings).consistency.lead == 0


def test_a_difference_is_measured_and_what_changed_is_named(project, engine, settings) -> None:
    (take,) = generate(project, engine, ids(project)[:1], settings, quiet)
    recipe = json.loads(take.recipe)
    recipe["panels"][0]["seed"] += 1
    recipe["provenance"]["versions"]["torch"] = "0.4"
    recipe["provenance"]["files"]["unet/config.json"] = "another"
    other = project.add_take(take.panel, project.picture(take).read_bytes(), json.dumps(recipe))
    told = drawn_again(project, engine, other.id, settings)
    assert not told.same
    assert told.pixels > 0.5
    assert told.largest > 0
    assert "unet/config.json" in told.changed
    assert any(one.startswith("torch 0.4 →") for one in told.changed)


def test_a_picture_of_another_size_or_without_original_is_no_match(
    project, engine, settings
) -> None:
    (take,) = generate(project, engine, ids(project)[:1], settings, quiet)
    assert compare(project, take, png(size=(8, 8)), take.recipe).pixels == 1.0
    project.picture(take).unlink()
    assert compare(project, take, png(), take.recipe).pixels is None


def test_what_is_needed_to_make_a_take_again_and_missing_is_said(
    project, engine, settings, tmp_path
) -> None:
    (tmp_path / "own.png").write_bytes(png("green"))
    own = project.import_picture(ids(project)[0], tmp_path / "own.png")
    with pytest.raises(ProjectError, match="came from outside"):
        request_again(project, own.id, settings)
    (take,) = generate(project, engine, ids(project)[1:2], settings, quiet)
    with pytest.raises(ProjectError, match=r"model “tiny”, which is not here\. Choose"):
        request_again(project, take.id, Settings())
    project.picture(own).unlink()
    with pytest.raises(ProjectError, match="missing from the media folder"):
        request_again(project, take.id, settings)
    recipe = json.loads(take.recipe) | {"anchors": [], "loras": [{"name": "ink", "weight": 1}]}
    inked = project.add_take(take.panel, project.picture(take).read_bytes(), json.dumps(recipe))
    with pytest.raises(ProjectError, match="LoRA “ink”"):
        request_again(project, inked.id, settings)
    assert request_for(project, ids(project)[1:2], settings).anchors == ()
