"""The command fetch: gets a model from the Hugging Face hub, the only command that uses the net."""

from __future__ import annotations

from typing import Annotated

import typer

from storyboard.cli.screen import progress, say


def fetch(
    name: Annotated[str, typer.Argument(help="As on the hub: owner/model.")],
) -> None:
    """Get a model from the hub, once; its licence is its maker's matter and yours."""
    with progress(f"Fetching {name}") as report:
        from storyboard.engine.hub import fetch as fetched

        folder = fetched(name, report)
    say(f"It is in {folder}.")
    say(f'Draw with it: storyboard generate "My Film" --model {name}')
