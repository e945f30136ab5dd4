"""The command evaluate: measures a model, with intervals."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from storyboard.cli.screen import out, pixels_of, progress
from storyboard.motion.request import MotionError
from storyboard.resources import pose_judge, starter_judge, starter_model

if TYPE_CHECKING:
    from storyboard.evaluation.figures import Figure

evaluate = typer.Typer(help="Measure a model, with intervals.", no_args_is_help=True)


@evaluate.callback()
def _of_many() -> None:
    """Measure a model, with intervals."""


@evaluate.command(epilog="Example: storyboard evaluate starter --json build/starter.json")
def starter(
    model: Annotated[Path | None, typer.Option(help="Another version of the starter.")] = None,
    judge: Annotated[Path | None, typer.Option(help="Another judge's weights.")] = None,
    pictures: Annotated[int, typer.Option(min=1, help="Held-out prompts, in each size.")] = 250,
    stories: Annotated[int, typer.Option(min=1, help="Stories of six panels.")] = 100,
    pairs: Annotated[int, typer.Option(min=1, help="Panels with two characters.")] = 100,
    rates: Annotated[
        bool, typer.Option("--rates", help="Stories also with the rates of the paper's ablation.")
    ] = False,
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
        found |= consistency(engine, read, stories, report, steps, rates)
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
            "There are no motion weights for the model “{model}”.",
            "Name some with --motion, or train some: storyboard train motion.",
            model=settings.model,
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


@evaluate.command(epilog="Example: storyboard evaluate consistency --model sdxl --clip clip-vit")
def consistency(
    clip: Annotated[Path, typer.Option(help="The folder of a CLIP that sees and reads.")],
    model: Annotated[
        Path | None, typer.Option(help="Any model that can draw; else the starter.")
    ] = None,
    stories: Annotated[int, typer.Option(min=1, help="Stories of six panels.")] = 20,
    steps: Annotated[int, typer.Option(min=1, max=1000)] = 50,
    size: Annotated[
        str, typer.Option(help="Width and height in pixels; else what the model was made for.")
    ] = "",
    device: Annotated[
        str | None, typer.Option(help="cuda (also AMD's), mps or cpu; else the best there is.")
    ] = None,
    as_json: Annotated[
        Path | None, typer.Option("--json", help="Write the figures there, too.")
    ] = None,
) -> None:
    """The paper's table: similarity to the text and of the character, plain and with sharing."""
    wanted = pixels_of(size) if size else None
    with progress("Loading the model"):
        from storyboard.engine.engine import Engine  # with all of torch
        from storyboard.evaluation.likeness import load_clip, table

        onlooker = load_clip(clip)
        engine = Engine(model or starter_model(), device)
    with progress("Drawing stories") as report:
        found = table(engine, onlooker, stories, report, steps, wanted)
    if as_json:
        write_json(found, as_json)
    print_likeness(found)


def write_figures(found: dict[str, Figure], as_json: Path | None) -> None:
    """On the screen, and for programs where that is asked for."""
    if as_json:
        write_json(found, as_json)
    print_figures(found)


def write_json(found: dict[str, Figure], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    told = {name: asdict(figure) for name, figure in found.items()}
    file.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def print_likeness(found: dict[str, Figure]) -> None:
    """The rows and columns of the paper's first table, with what sharing adds below."""
    rows = {"plain": "plain", "csa": "with sharing (CSA)", "added": "difference"}
    table = Table("", "text-image similarity", "character similarity")
    for way, words in rows.items():
        cells = (found[f"likeness.{kind}.{way}"] for kind in ("text", "character"))
        table.add_row(words, *(f"{one.value:.4f} ({one.low:.4f} to {one.high:.4f})"
                               for one in cells))  # fmt: skip
    out.print(table)


def print_figures(found: dict[str, Figure]) -> None:
    """One row for each figure, with its 95 % interval."""
    table = Table("figure", "value", "95 % interval", "samples")
    for name, figure in found.items():
        table.add_row(
            name, f"{figure.value:.3f}", f"{figure.low:.3f} to {figure.high:.3f}", str(figure.count)
        )
    out.print(table)
