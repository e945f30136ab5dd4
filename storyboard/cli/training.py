"""The command train: makes the bundled model from nothing, and motion weights for any model."""

from __future__ import annotations

import logging
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from storyboard.cli.screen import progress, say, warn
from storyboard.resources import starter_encoder, starter_model

train = typer.Typer(help="Train the bundled model, or motion for yours.", no_args_is_help=True)


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


@train.command(epilog="Example: storyboard train clips runs/clips --count 1000")
def clips(
    folder: Annotated[Path, typer.Argument(help="Where the video files go.")],
    count: Annotated[int, typer.Option(min=1, help="How many clips.")] = 1000,
    first: Annotated[int, typer.Option(min=0, help="The seed of the first clip.")] = 0,
    width: Annotated[int, typer.Option(min=64, max=2048)] = 384,
    height: Annotated[int, typer.Option(min=64, max=2048)] = 224,
) -> None:
    """Draw clips of the starter's world as video files, with what they show beside them."""
    from storyboard.training.footage import write_world

    size = width - width % 2, height - height % 2
    with progress("Drawing clips") as report:
        write_world(folder, first, count, size, report)
    say(f"{count} clips of {size[0]} x {size[1]} px are in {folder}.")


@train.command(
    epilog="Examples: storyboard train motion --clips runs/clips --minutes 120 · accelerate launch "
    "-m storyboard train motion --model sd15 --motion animatediff --clips videos"
)
def motion(
    clips: Annotated[Path, typer.Option(help="A folder of video files.")],
    model: Annotated[Path | None, typer.Option(help="The image model; else the starter.")] = None,
    motion: Annotated[
        Path | None, typer.Option(help="Motion weights to go on from; else new ones.")
    ] = None,
    encoder: Annotated[
        Path | None, typer.Option(help="A CLIP folder for new weights; else the starter's.")
    ] = None,
    temporal: Annotated[
        bool | None,
        typer.Option(help="Whether temporal layers learn; new ones do unless told otherwise."),
    ] = None,
    minutes: Annotated[float, typer.Option(min=0, help="How long it learns in all.")] = 60,
    rate: Annotated[float, typer.Option(min=0)] = 1e-4,
    frames: Annotated[int, typer.Option(min=3, max=32, help="Most frames of one step.")] = 16,
    batch: Annotated[int, typer.Option(min=1, help="Clips in one step.")] = 1,
    width: Annotated[int, typer.Option(min=32, max=2048)] = 384,
    height: Annotated[int, typer.Option(min=32, max=2048)] = 224,
    checkpoint_minutes: Annotated[float, typer.Option(min=0.1)] = 5,
    folder: Annotated[Path, typer.Option(help="Where the run is kept and resumed.")] = Path(
        "runs/motion"
    ),
) -> None:
    """Train the motion predictor on your clips; started again, it goes on where it was.

    Beside NAME.mp4 may stand NAME.txt: what is seen, or in two lines what is seen first and last.
    """
    from storyboard.training.footage import films_in, split
    from storyboard.training.motion import Lesson, train
    from storyboard.training.motion_weights import begun
    from storyboard.training.run import Schedule

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    learnt, held_out = split(films_in(clips, warn))
    known = folder / "motion" if (folder / "motion" / "motion.json").is_file() else motion
    parts = begun(model or starter_model(), known, encoder or starter_encoder(), frames)
    new_layers = motion is None if temporal is None else temporal
    lesson = Lesson(frames, parts.size_for(width, height), batch, new_layers)
    say(f"Learning from {len(learnt)} clips, validating with {len(held_out)}.")
    train(folder, parts, (learnt, held_out), lesson, Schedule(minutes, rate, checkpoint_minutes))
    say(f"The motion weights are in {folder / 'motion'}, the curve is {folder / 'curve.png'}.")
