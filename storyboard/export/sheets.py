"""A project as what pages are made of: the cards of a comic, or the shots of a sheet."""

from __future__ import annotations

from datetime import date

from storyboard.board import Board, Panel, Scene
from storyboard.export.options import ExportOptions, SheetWords
from storyboard.export.pictures import picture_of
from storyboard.naming import panel_names
from storyboard.pages import Card, Sheet, Shot, ShotSheet, Terms
from storyboard.project import Project
from storyboard.ratios import own_ratio
from storyboard.timing import show_frames, show_seconds


def sheet_of(
    project: Project, options: ExportOptions, most: int | None = None
) -> Sheet | ShotSheet:
    """What the options ask for; only the first panels where `most` says how many."""
    panels = project.board.panels[:most]
    if options.shots:
        return _shots(project, options, options.shots, panels)
    board, names = project.board, panel_names(project.board)
    cards = tuple(
        Card(names[panel.id], picture_of(project, panel), panel.caption, own_ratio(board, panel))
        for panel in panels
    )
    return Sheet(board.title, cards, board.width / board.height, options.columns, options.paper)


def _shots(
    project: Project, options: ExportOptions, up: int, panels: tuple[Panel, ...]
) -> ShotSheet:
    board, names = project.board, panel_names(project.board)
    scenes = {
        scene.id: _scene(scene, number, options.words)
        for number, scene in enumerate(board.scenes, start=1)
    }
    shots = tuple(
        Shot(
            names[panel.id],
            scenes[panel.scene],
            _duration(panel, board),
            picture_of(project, panel),
            _words(panel, options.words),
            own_ratio(board, panel),
        )
        for panel in panels
    )
    day = options.date or date.today().isoformat()
    terms = Terms(options.words.page, options.words.scenes)
    return ShotSheet(board.title, day, shots, board.width / board.height, up, options.paper, terms)


def _scene(scene: Scene, number: int, words: SheetWords) -> str:
    named = words.scene.format(number=number)
    return f"{named} · {scene.heading}" if scene.heading else named


def _duration(panel: Panel, board: Board) -> str:
    return f"{show_seconds(panel.frames, board.rate)} · {show_frames(panel.frames)}"


def _words(panel: Panel, words: SheetWords) -> tuple[tuple[str, str], ...]:
    said = (
        (words.action, panel.action),
        (words.dialogue, panel.dialogue),
        (words.caption, panel.caption),
        (words.notes, panel.notes),
    )
    return tuple((label, text) for label, text in said if text)
