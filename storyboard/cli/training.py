"""The command train: makes the bundled model from nothing."""

from __future__ import annotations

import logging
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

train = typer.Typer(help="Train the bundled models from nothing.", no_args_is_help=True)


class Stage(StrEnum):
    """The stages, in the order in which they are run."""

    AUTOENCODER = "autoencoder"
    LATENTS = "latents"
    TEXT = "text"
    DIFFUSION = "diffusion"
    JUDGE = "judge"
    CLIP = "clip"
    POSE = "pose"
    PUBLISH = "publish"


@train.command(epilog="Example: storyboard train starter --stage diffusion --minutes 120")
def starter(
    stage: Annotated[Stage, typer.Option(help="The next stage, in this order.")],
    minutes: Annotated[float, typer.Option(min=0, help="How long this stage learns in all.")] = 60,
    folder: Annotated[Path, typer.Option(help="Where runs are kept and resumed.")] = Path(
        "runs/starter"
    ),
    anew: Annotated[
        bool, typer.Option("--anew", help="Learn from nothing, not from the bundled weights on.")
    ] = False,
) -> None:
    """Train one stage of the starter model; started again, it goes on where it was."""
    from storyboard.training.starter import STAGES, forget_the_bundled

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if anew:
        forget_the_bundled(folder)
    STAGES[stage](folder, minutes)
