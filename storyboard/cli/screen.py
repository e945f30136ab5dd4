"""What the commands print: sentences, progress with time left, and errors in one place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


def complain(message: str) -> None:
    err.print(f"[bold red]Error:[/] {_plain(message)}")


def warn(message: str) -> None:
    err.print(f"[bold yellow]Warning:[/] {_plain(message)}")


def say(message: str) -> None:
    out.print(_plain(message))


def _plain(text: str) -> str:
    """Brackets are names here, not rich's markup."""
    return text.replace("[", "\\[")
