"""The command export: comics, films and pictures; a film's transitions are made on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from storyboard.cli.screen import progress, say, warn
from storyboard.export.options import ExportOptions
from storyboard.generation.transitions import (
    STEPS,
    TransitionSettings,
    dissolving,
    missing,
    transition_settings,
)
from storyboard.motion.request import MotionError
from storyboard.project import Project
from storyboard.told import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The project's folder.")],
    out: Annotated[
        Path,
        typer.Argument(help="NAME.pdf, NAME.mp4, NAME.png (pages), or a folder (one PNG a panel)."),
    ],
    captions: Annotated[
        bool, typer.Option("--captions", help="Burn the captions into the film.")
    ] = False,
    columns: Annotated[int, typer.Option(min=1, max=6, help="Panels side by side.")] = 2,
    shots: Annotated[
        Literal["1", "2", "3", "4", "6", "8", "9", "12", "20"] | None,
        typer.Option(help="Pages are a sheet for the crew, with so many shots a page."),
    ] = None,
    predict: Annotated[
        bool, typer.Option(help="Make the film's predicted transitions that are missing.")
    ] = True,
    model: Annotated[
        Path | None, typer.Option(help="The model that makes transitions; else the starter.")
    ] = None,
    motion: Annotated[
        Path | None, typer.Option(help="Its motion weights; else those in the model's folder.")
    ] = None,
    transition_steps: Annotated[int, typer.Option(min=1, max=1000)] = STEPS,
) -> None:
    """Write a comic, an animatic or pictures; the name says which."""
    from storyboard.export.formats import export as export_project

    settings = transition_settings(model, motion, transition_steps)
    options = ExportOptions(
        columns=columns, captions=captions, shots=int(shots) if shots else None,
        transitions=settings,
    )  # fmt: skip
    is_film = out.suffix.lower() == ".mp4"
    with Project.open(folder, read_only=True) as project:
        if is_film and predict:
            _make_transitions(project, settings)
        with progress(f"Writing {out.name}") as report:
            files = export_project(project, out, options, report)
        warnings = list(_warnings(project, settings)) if is_film else []
    for warning in warnings:
        warn(warning)
    for file in files:
        say(str(file))


def _make_transitions(project: Project, settings: TransitionSettings) -> None:
    """Those that are missing. A film is written whatever becomes of them: panels can dissolve."""
    wanted = missing(project, settings)
    if not wanted:
        return
    from storyboard.engine.engine import Engine  # with all of torch
    from storyboard.motion.kept import KeptClips
    from storyboard.motion.rendering import Renderer

    try:
        with progress("Predicting motion") as report:
            Renderer(Engine(settings.model)).render_all(wanted, KeptClips(project.folder), report)
    except MotionError as error:
        warn(str(error))


def _warnings(project: Project, settings: TransitionSettings) -> Iterator[Sentence]:
    from storyboard.export.sounds import silenced

    for told in (silenced(project), dissolving(project, settings)):
        if told:
            yield told
