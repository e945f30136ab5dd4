"""What the commands print: sentences, progress with time left, and errors in one place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import (
    Progress as Bars,
)

from storyboard.progress import Progress, Report

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def progress(label: str) -> Iterator[Report]:
    """A bar with the time left; the report to feed it with."""
    columns = (
        TextColumn(f"{label:<20}"),
        BarColumn(bar_width=32),
        MofNCompleteColumn(),
        TextColumn("time left"),
        TimeRemainingColumn(),
        TimeElapsedColumn(),
    )
    with _stoppable(), Bars(*columns, console=err) as bars:
        task = bars.add_task(label, total=None)

        def report(done: Progress) -> None:
            bars.update(task, completed=done.step, total=done.steps)

        yield report


@contextmanager
def _stoppable() -> Iterator[None]:
    """Ctrl+C in the middle of work: a sentence, then typer ends the command with status 130."""
    try:
        yield
    except KeyboardInterrupt:
        complain("Stopped. What was finished is kept.")
        raise


def pixels_of(size: str) -> tuple[int, int]:
    """Width and height of a size as in 384x224."""
    width, cross, height = size.lower().replace("×", "x").partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise typer.BadParameter(f"“{size}” is no size. Write it as in 384x224.")
    found = int(width), int(height)
    if not all(64 <= side <= 8192 for side in found):
        raise typer.BadParameter("Panels are 64 to 8192 pixels wide and high.")
    return found


def complain(message: object) -> None:
    err.print(f"[bold red]Error:[/] {_plain(message)}")


def warn(message: object) -> None:
    err.print(f"[bold yellow]Warning:[/] {_plain(message)}")


def say(message: object) -> None:
    out.print(_plain(message))


def _plain(text: object) -> str:
    """Brackets are names here, not rich's markup."""
    return str(text).replace("[", "\\[")
