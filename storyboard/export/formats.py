"""Exports a project by the name asked for: .pdf and .png pages, .mp4, or a folder of panels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from storyboard.board import Board, Panel
from storyboard.export.options import FILM_WIDTH, ExportError, ExportOptions
from storyboard.export.pictures import as_png, picture_of
from storyboard.export.sheets import sheet_of
from storyboard.export.sounds import broken, sounds_of
from storyboard.naming import panel_names
from storyboard.pages import write_pdf, write_pictures
from storyboard.progress import Cancelled, Progress, Report
from storyboard.project import Project
from storyboard.whole_file import whole_file, whole_files


def export(project: Project, path: Path, options: ExportOptions, report: Report) -> list[Path]:
    """Writes `path` and returns the files that were written, more than one for pictures.

    Raises ExportError; what is written by then is whole, and nothing else has changed.
    """
    try:
        write = _format_of(path)
        if not project.board.panels:
            raise ExportError("The project has no panels to export.", "Import a script first.")
        return write(project, path, options, report)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            "“{path}” cannot be written ({reason}).",
            "Check that its folder exists, may be written and has room.",
            path=path,
            reason=reason,
        ) from error


Write = Callable[[Project, Path, ExportOptions, Report], list[Path]]


def _format_of(path: Path) -> Write:
    formats: dict[str, Write] = {".pdf": _pdf, ".mp4": _mp4, ".png": _png_pages, "": _png_panels}
    write = _png_panels if path.is_dir() else formats.get(path.suffix.lower())
    if write is None:
        raise ExportError(
            "“{name}” names no format this program writes.",
            "End the name in .pdf, .mp4 or .png, or name a folder for one PNG a panel.",
            name=path.name,
        )
    return write


def _pdf(project: Project, path: Path, options: ExportOptions, report: Report) -> list[Path]:
    write_pdf(sheet_of(project, options), path, report)
    return [path]


def _png_pages(project: Project, path: Path, options: ExportOptions, report: Report) -> list[Path]:
    """One picture a page; with several pages, numbered beside the name."""
    with whole_files(path.parent) as part:
        written = write_pictures(sheet_of(project, options), part / path.name, report)
    return [path.parent / one.name for one in written]


def _png_panels(project: Project, path: Path, options: ExportOptions, report: Report) -> list[Path]:
    """Every drawn panel by its name, as in 4B-2.png; the originals where they are there."""
    is_new = not path.exists()
    path.mkdir(parents=True, exist_ok=True)
    try:
        return _write_panels(project, path, report)
    except Cancelled:
        if is_new:
            path.rmdir()
        raise


def _write_panels(project: Project, folder: Path, report: Report) -> list[Path]:
    names = panel_names(project.board)
    drawn = [panel for panel in project.board.panels if panel.take]
    with whole_files(folder) as part:
        for row, panel in enumerate(drawn):
            report(Progress(row, len(drawn)))
            _write_panel(project, panel, part / f"{names[panel.id]}.png")
        report(Progress(len(drawn), len(drawn)))
    return [folder / f"{names[panel.id]}.png" for panel in drawn]


def _write_panel(project: Project, panel: Panel, path: Path) -> None:
    picture = picture_of(project, panel)
    assert picture is not None  # only drawn panels are written
    with whole_file(path) as part:
        part.write_bytes(as_png(picture))


def _mp4(project: Project, path: Path, options: ExportOptions, report: Report) -> list[Path]:
    from storyboard.export.film import holds_of
    from storyboard.timeline.animatic import write_mp4
    from storyboard.timeline.sound import SoundError

    board = project.board
    size = film_size(board, options.width)
    holds = holds_of(project, size, options.captions, options.transitions)
    try:
        write_mp4(path, holds, size, board.rate, report, sounds_of(project))
    except SoundError as error:
        wrong = broken(project)
        raise ExportError(
            "The sound “{name}” cannot be played.",
            "Add it again in the timeline, or remove it there.",
            name=wrong.name if wrong else "",
        ) from error
    return [path]


def film_size(board: Board, width: int = FILM_WIDTH) -> tuple[int, int]:
    """Even width and height of the film, in pixels, in the ratio of the panels."""
    width = max(width, board.width)
    return width - width % 2, round(width * board.height / board.width / 2) * 2
