"""What the words for a picture were made of, so that a later change can be named."""

from __future__ import annotations

from storyboard.board import Board, CharacterId, Panel
from storyboard.script.prompt import described, worn

Sources = tuple[tuple[str, str], ...]  # where some words come from, and the words

WHO = "character "


def sources(board: Board, panel: Panel) -> Sources:
    """The prompt, place, style, negative and positions of a panel, and how its cast looks.

    A character's reference pictures count as description; the chosen portrait does not, since it
    is made from the description.
    """
    scene = board.scene(panel.scene)
    told = [
        ("prompt", _joined(panel.prompt, panel.shot_size)),
        ("place", _joined(scene.place, scene.mood)),
        ("style", board.style),
        ("negative", _joined(panel.negative, board.negative)),
        ("positions", _positions(panel)),
    ]
    return (*told, *((f"{WHO}{one}", _looks(board, panel, one)) for one in panel.cast))


def _positions(panel: Panel) -> str:
    """Where the artist has put those who are in the picture."""
    return " ".join(f"{who} {tuple(box)}" for who, box in panel.boxes)


def _looks(board: Board, panel: Panel, character_id: CharacterId) -> str:
    character = board.character(character_id)
    references = (one.sha256 for one in character.references)
    return "\n".join([described(character, worn(board, panel, character)), *references])


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
