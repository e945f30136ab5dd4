"""The command evaluate: measures a model, with intervals."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from storyboard.cli.screen import out, progress
from storyboard.motion.request import MotionError
from storyboard.resources import pose_judge, starter_judge, starter_model

if TYPE_CHECKING:
    from storyboard.evaluation.figures import Figure

evaluate = typer.Typer(help="Measure a model, with intervals.", no_args_is_help=True)


@evaluate.callback()
def _of_many() -> None:
    """Keeps the name of the only command."""


@evaluate.command(epilog="Example: storyboard evaluate starter --json build/starter.json")
def starter(
    model: Annotated[Path | None, typer.Option(help="Another version of the starter.")] = None,
    judge: Annotated[Path | None, typer.Option(help="Another judge's weights.")] = None,
    pictures: Annotated[int, typer.Option(min=1, help="Held-out prompts, in each size.")] = 250,
    stories: Annotated[int, typer.Option(min=1, help="Stories of six panels.")] = 100,
    pairs: Annotated[int, typer.Option(min=1, help="Panels with two characters.")] = 100,
    steps: Annotated[int, typer.Option(min=1, max=1000)] = 25,
    as_json: Annotated[
        Path | None, typer.Option("--json", help="Write the figures there, too.")
    ] = None,
) -> None:
    """Does the starter model draw what it is asked for, and keep its characters?"""
    with progress("Loading the model"):
        from storyboard.engine.engine import Engine  # with all of torch
        from storyboard.evaluation.agreement import consistency
        from storyboard.evaluation.bleed import bleed, regions
        from storyboard.evaluation.judge import load_judge
        from storyboard.evaluation.quality import psnr, quality

        read = load_judge(judge or starter_judge())
        engine = Engine(model or starter_model())
    found = {"quality.psnr": psnr(engine, min(pictures, 50))}
    with progress("Judging pictures") as report:
        found |= quality(engine, read, pictures, report, steps)
    with progress("Judging stories") as report:
        found |= consistency(engine, read, stories, report, steps)
    found |= regions(engine, min(pairs, 20))
    with progress("Judging pairs") as report:
        found |= bleed(engine, read, pairs, report, steps)
    write_figures(found, as_json)


@evaluate.command(epilog="Example: storyboard evaluate motion --json build/motion.json")
def motion(
    model: Annotated[Path | None, typer.Option(help="The image model; else the starter.")] = None,
    motion: Annotated[
        Path | None, typer.Option(help="Motion weights; else those in the model's folder.")
    ] = None,
    judge: Annotated[Path | None, typer.Option(help="Another judge's weights.")] = None,
    pose: Annotated[Path | None, typer.Option(help="Another pose judge's weights.")] = None,
    transitions: Annotated[int, typer.Option(min=1, help="Held-out clips of the world.")] = 210,
    frames: Annotated[int, typer.Option(min=1, help="In-betweens of each.")] = 12,
    steps: Annotated[int, typer.Option(min=1, max=1000)] = 16,
    width: Annotated[int, typer.Option(min=64, max=2048)] = 384,
    height: Annotated[int, typer.Option(min=64, max=2048)] = 224,
    as_json: Annotated[
        Path | None, typer.Option("--json", help="Write the figures there, too.")
    ] = None,
) -> None:
    """Does the predictor move as the world does, better than holds, dissolves and interpolation?"""
    from storyboard.generation.transitions import transition_settings

    settings = transition_settings(model, motion)
    if settings.motion is None:
        raise MotionError(
            f"There are no motion weights for the model “{settings.model}”.",
            "Name some with --motion, or train some: storyboard train motion.",
        )
    with progress("Loading the model"):
        from storyboard.engine.engine import Engine  # with all of torch
        from storyboard.evaluation.judge import load_judge
        from storyboard.evaluation.motion import Onlookers, measure
        from storyboard.evaluation.pose import load_pose_judge
        from storyboard.motion.weights import load_motion

        read = load_judge(judge or starter_judge())
        parts = load_motion(Engine(settings.model), settings.motion)
        onlookers = Onlookers(parts.eye, read, load_pose_judge(pose or pose_judge()))
    with progress("Judging motion") as report:
        found = measure(parts, onlookers, transitions, report, frames, (width, height), steps)
    write_figures(found, as_json)


def write_figures(found: dict[str, Figure], as_json: Path | None) -> None:
    """On the screen, and for programs where that is asked for."""
    if as_json:
        as_json.parent.mkdir(parents=True, exist_ok=True)
        told = {name: asdict(figure) for name, figure in found.items()}
        as_json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    print_figures(found)


def print_figures(found: dict[str, Figure]) -> None:
    """One row for each figure, with its 95 % interval."""
    table = Table("figure", "value", "95 % interval", "samples")
    for name, figure in found.items():
        table.add_row(
            name, f"{figure.value:.3f}", f"{figure.low:.3f} to {figure.high:.3f}", str(figure.count)
        )
    out.print(table)
