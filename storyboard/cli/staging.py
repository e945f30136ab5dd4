"""The commands place and keep-place: where somebody stands, and whose place a scene keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from storyboard.board import Board, BoardError, Box, CharacterId, PanelId
from storyboard.cli.screen import say
from storyboard.edits import keep_place as kept
from storyboard.edits import place_character
from storyboard.naming import panel_names
from storyboard.project import Project

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The project's folder.")]
PanelName = Annotated[str, typer.Argument(help="The panel, by its name.")]


def place(
    folder: Folder,
    panel: PanelName,
    who: Annotated[str, typer.Argument(help="A character, by name.")],
    box: Annotated[
        str, typer.Argument(help="left,top,right,bottom in percent of the picture; or anywhere.")
    ],
) -> None:
    """Say where in a panel somebody is to be; else the model decides."""
    with Project.open(folder) as project:
        board = project.board
        found, character = _panel(board, panel), _character(board, who)
        wanted = None if box == "anywhere" else _box(box)
        project.edit("Place", lambda told: place_character(told, found, character, wanted))
    say(f"{who} in {panel}: {box}.")


def keep_place(
    folder: Folder,
    panel: PanelName,
    no_more: Annotated[
        bool, typer.Option("--no-more", help="Let each picture of the scene have its own again.")
    ] = False,
) -> None:
    """Let the other pictures of a scene keep the place that this panel shows."""
    with Project.open(folder) as project:
        found = _panel(project.board, panel)
        scene = project.board.panel(found).scene
        project.edit("Keep place", lambda board: kept(board, scene, None if no_more else found))
    say(f"The scene of {panel} {'keeps no place' if no_more else f'keeps the place of {panel}'}.")


def _panel(board: Board, name: str) -> PanelId:
    ids = {told.casefold(): one for one, told in panel_names(board).items()}
    if name.casefold() not in ids:
        raise BoardError("There is no panel {name}. storyboard info lists them.", name=name)
    return ids[name.casefold()]


def _character(board: Board, name: str) -> CharacterId:
    found = next((one.id for one in board.characters if one.name.casefold() == name.casefold()), "")
    if not found:
        raise BoardError("Nobody in the story is called {name}.", name=name)
    return found


def _box(text: str) -> Box:
    try:
        left, top, right, bottom = (float(edge) / 100 for edge in text.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"“{text}” is no box. Write it as in 0,0,50,100.") from error
    return Box(left, top, right, bottom)
