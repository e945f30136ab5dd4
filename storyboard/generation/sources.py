"""What the words for a picture were made of, so that a later change can be named."""

from __future__ import annotations

from collections.abc import Collection

from storyboard.board import Board, BoardError, CharacterId, Panel, PanelId
from storyboard.script.prompt import described, worn

Sources = tuple[tuple[str, str], ...]  # where some words come from, and the words

WHO = "character "
PORTRAIT = "portrait of "
KEPT = "kept place"


def sources(board: Board, panel: Panel, group: Collection[PanelId] = ()) -> Sources:
    """The prompt, places, style, negative and positions of a panel, and how its cast looks.

    `group` are the panels that are drawn with it. A character's reference pictures count as
    description; the chosen portrait stands for itself.
    """
    scene = board.scene(panel.scene)
    told = [
        ("prompt", _joined(panel.prompt, panel.shot_size)),
        ("place", _joined(scene.place, scene.mood)),
        ("style", board.style),
        ("negative", _joined(panel.negative, board.negative)),
        ("positions", _positions(panel)),
        (KEPT, _kept_place(board, panel, group)),
    ]
    for one in panel.cast:
        told += [(f"{WHO}{one}", _looks(board, panel, one))]
        told += [(f"{PORTRAIT}{one}", board.character(one).portrait or "")]
    return tuple(told)


def _kept_place(board: Board, panel: Panel, group: Collection[PanelId]) -> str:
    """The panel whose place it keeps, and that panel's take where it is there already; nothing for
    that panel itself."""
    home = board.scene(panel.scene).anchor
    if home is None or home == panel.id:
        return ""
    try:
        take = board.panel(home).take
    except BoardError:  # in the trash
        return ""
    return home if home in group or take is None else f"{home} {take}"


def _positions(panel: Panel) -> str:
    """Where the artist has put those who are in the picture."""
    return " ".join(f"{who} {tuple(box)}" for who, box in panel.boxes)


def _looks(board: Board, panel: Panel, character_id: CharacterId) -> str:
    character = board.character(character_id)
    references = (one.sha256 for one in character.references)
    return "\n".join([described(character, worn(board, panel, character)), *references])


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
