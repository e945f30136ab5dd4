"""The commands new, import, generate, export and info; train is in a file of its own."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from storyboard.board import Board, BoardError, PanelId
from storyboard.cli.evaluation import evaluate
from storyboard.cli.exporting import export
from storyboard.cli.fetching import fetch
from storyboard.cli.screen import complain, pixels_of, progress, say
from storyboard.cli.staging import keep_place, place
from storyboard.cli.summary import print_summary, summary_of
from storyboard.cli.training import train
from storyboard.edits import choose_take, set_locks, set_seed
from storyboard.engine.request import USUAL, Lora
from storyboard.engine.vocabulary import told_softly, vocabulary_of
from storyboard.naming import panel_names
from storyboard.progress import Progress
from storyboard.project import Project
from storyboard.resources import sample_story, starter_model
from storyboard.script import evaluated_prompt, onto_board, read_story
from storyboard.timeline.rates import RATES
from storyboard.told import Told

app = typer.Typer(
    help="Turn a script into a comic and an animatic.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

app.add_typer(train, name="train")
app.add_typer(evaluate, name="evaluate")
app.command(epilog="Example: storyboard fetch stabilityai/stable-diffusion-xl-base-1.0")(fetch)
app.command(epilog='Example: storyboard place "My Film" 1A-2 Mia 0,0,50,100')(place)
app.command(epilog='Example: storyboard keep-place "My Film" 1A-1')(keep_place)

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The project's folder.")]


def main() -> None:
    """Runs a command; whatever is wrong comes out as a sentence and an exit status."""
    try:
        app()
    except Told as error:
        complain(str(error))
        sys.exit(1)


@app.command(epilog='Example: storyboard new "My Film" --size 384x224')
def new(
    folder: Folder,
    size: Annotated[
        str, typer.Option(help="Width and height of the panels in pixels.")
    ] = "384x224",
    style: Annotated[
        str, typer.Option(help="Added to every prompt; {prompt} marks where the prompt goes.")
    ] = "",
    rate: Annotated[str, typer.Option(help=f"Frames a second: {', '.join(RATES)}.")] = "24",
) -> None:
    """Make a new, empty project."""
    width, height = pixels_of(size)
    if rate not in RATES:
        raise typer.BadParameter(f"“{rate}” is no frame rate. Choose one of {', '.join(RATES)}.")
    title = folder.absolute().name
    board = Board(title=title, rate=RATES[rate], width=width, height=height, style=style)
    with Project.create(folder, board):
        say(f"Made the project {folder}.")


@app.command("import", epilog='Example: storyboard import "My Film" story.txt')
def import_script(
    folder: Folder,
    script: Annotated[
        Path | None, typer.Argument(help="The script, plain text.", show_default=False)
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Import the sample story.")] = False,
) -> None:
    """Bring a script onto the board; panels that are there already keep their pictures."""
    if (script is None) != sample:
        raise typer.BadParameter("Name a script, or give --sample.")
    story = read_story(sample_story() if script is None else script)
    with Project.open(folder) as project:
        before = {panel.id for panel in project.board.panels}
        project.edit("Import script", lambda board: onto_board(board, story))
        board = project.board
        fresh = sum(panel.id not in before for panel in board.panels)
        say(
            f"{len(board.panels)} panels ({fresh} new) in {len(board.scenes)} scenes, "
            f"{len(board.characters)} characters."
        )


@app.command(epilog='Example: storyboard generate "My Film" --panel 1A-2 --new-seeds')
def generate(
    folder: Folder,
    panel: Annotated[
        list[str] | None, typer.Option(help="Only this panel, by its name; may be repeated.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Also the panels that have a picture already.")
    ] = False,
    new_seeds: Annotated[
        bool, typer.Option("--new-seeds", help="Throw the dice for each panel first.")
    ] = False,
    model: Annotated[
        Path | None,
        typer.Option(help="A folder, a .safetensors file or a fetched name; else the starter."),
    ] = None,
    steps: Annotated[
        int | None, typer.Option(min=1, max=1000, help="Else as the panel or the board says.")
    ] = None,
    guidance: Annotated[
        float | None, typer.Option(min=0, max=50, help="Else as the panel or the board says.")
    ] = None,
    consistency: Annotated[
        float, typer.Option(min=0, max=1, help="Share of each other's tokens that panels read.")
    ] = 0.5,
    lora: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE[:WEIGHT]", help="A LoRA; may be repeated."),
    ] = None,
    window: Annotated[
        int,
        typer.Option(min=0, help="Read in the paper's sliding window of so many; 0 for all."),
    ] = 0,
    trails: Annotated[
        bool,
        typer.Option("--trails", help="Keep latents of every step: exact anchors, larger files."),
    ] = False,
    from_picture: Annotated[
        bool, typer.Option("--from-picture", help="Begin with the picture a panel shows.")
    ] = False,
    strength: Annotated[
        float, typer.Option(min=0, max=1, help="How much of that picture is drawn anew.")
    ] = 0.6,
    device: Annotated[
        str | None, typer.Option(help="cuda (also AMD's), mps or cpu; else the best there is.")
    ] = None,
) -> None:
    """Draw the panels that have no picture yet, or those you name."""
    from storyboard.generation import Settings, split_locked
    from storyboard.generation import generate as draw

    settings = Settings(
        model or starter_model(),
        steps,
        guidance,
        replace(USUAL, rate=consistency, window=window),
        loras=tuple(map(_lora, lora or [])),
        trails=trails,
        start=strength if from_picture else None,
    )
    with Project.open(folder) as project:
        named = _wanted(project.board, panel or [], again or from_picture)
        wanted, locked = split_locked(project.board, named)
        if from_picture:
            _demand_pictures(project.board, wanted)
        if locked:
            say(f"Left as they are, because they are locked: {_named(project.board, locked)}.")
        if not wanted:
            say("Nothing to draw. Give --again to draw panels again.")
            return
        with progress("Loading the model") as report:
            report(Progress(0, 2))
            from storyboard.engine.engine import Engine  # with all of torch

            report(Progress(1, 2))
            engine = Engine(settings.model, device)
            report(Progress(2, 2))
        if unseen := _unseen(project.board, wanted, settings.model):
            say(unseen)
        if new_seeds:
            project.edit("New seeds", lambda board: set_seed(board, wanted))
        with progress("Drawing panels") as report:
            takes = draw(project, engine, wanted, settings, report, say)
        say(f"Drew {len(takes)} panels: {_named(project.board, wanted)}.")


@app.command(epilog='Example: storyboard take "My Film" 1A-1 mia.png --lock')
def take(
    folder: Folder,
    panel: Annotated[str, typer.Argument(help="The panel, by its name.")],
    picture: Annotated[Path, typer.Argument(help="A drawing, a photo, a character sheet.")],
    lock: Annotated[
        bool, typer.Option("--lock", help="Keep it: what is drawn later stays true to it.")
    ] = False,
) -> None:
    """Give a panel a picture of your own; panels with the same people are drawn after it."""
    with Project.open(folder) as project:
        (chosen,) = _wanted(project.board, [panel], again=True)
        made = project.import_picture(chosen, picture)
        project.edit("Choose take", lambda board: choose_take(board, chosen, made.id))
        if lock:
            project.edit("Lock", lambda board: set_locks(board, [chosen], ["picture"]))
    say(f"{panel} shows {picture.name}.")


app.command(
    epilog='Examples: storyboard export "My Film" comic.pdf · storyboard export "My Film" '
    'animatic.mp4 --captions · storyboard export "My Film" panels/'
)(export)


@app.command(epilog='Example: storyboard pack "My Film" "My Film.storyboardz"')
def pack(
    folder: Folder,
    out: Annotated[Path, typer.Argument(help="The file to write.")],
) -> None:
    """Put a whole project into one file, for mail and archive."""
    with Project.open(folder, read_only=True) as project:
        project.pack(out)
    say(str(out))


@app.command(epilog='Example: storyboard unpack "My Film.storyboardz" "My Film"')
def unpack(
    packed: Annotated[Path, typer.Argument(help="A file that pack wrote.")],
    folder: Folder,
) -> None:
    """Make a packed project a folder again."""
    Project.unpack(packed, folder)
    say(str(folder))


@app.command(epilog='Example: storyboard info "My Film" --json')
def info(
    folder: Folder,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Show what is in a project."""
    with Project.open(folder, read_only=True) as project:
        summary = summary_of(project)
    if as_json:
        print(json.dumps(summary, ensure_ascii=False, indent=2))  # noqa: T201
    else:
        print_summary(summary)


def _lora(text: str) -> Lora:
    """A file, or a file and its weight after a colon."""
    name, _, weight = text.rpartition(":")
    try:
        return Lora(Path(name), float(weight)) if name else Lora(Path(text))
    except ValueError:
        return Lora(Path(text))  # a colon in the name


def _wanted(board: Board, names: list[str], again: bool) -> list[PanelId]:
    """The named panels, or those without a picture."""
    if not board.panels:
        raise BoardError("The project has no panels. Import a script first.")
    if not names:
        return [panel.id for panel in board.panels if again or panel.take is None]
    ids = {name.casefold(): one for one, name in panel_names(board).items()}
    unknown = [name for name in names if name.casefold() not in ids]
    if unknown:
        raise BoardError(
            "There is no panel {name}. The panels are {known}.",
            name=unknown[0],
            known=_named(board, list(ids.values())),
        )
    return [ids[name.casefold()] for name in names]


def _demand_pictures(board: Board, panels: tuple[PanelId, ...]) -> None:
    empty = [one for one in panels if board.panel(one).take is None]
    if empty:
        raise BoardError(
            f"{_named(board, empty[:1])} shows no picture to begin with. Draw it first, or give it "
            "one of yours with storyboard take."
        )


def _unseen(board: Board, panels: tuple[PanelId, ...], model: Path) -> str:
    """What a small model will pass over in the prompts, said softly; empty if nothing."""
    vocabulary = vocabulary_of(model)
    if vocabulary is None:
        return ""
    prompts = " ".join(evaluated_prompt(board, board.panel(one)) for one in panels)
    unknown = vocabulary.unknown(prompts)
    return str(told_softly(unknown, vocabulary)) if unknown else ""


def _named(board: Board, panels: list[PanelId] | tuple[PanelId, ...]) -> str:
    names = panel_names(board)
    return ", ".join(names[one] for one in panels)
