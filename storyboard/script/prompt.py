"""The words the model reads for a panel, and the panel that the artist's words make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from storyboard.board import Board, BoardError, Character, Panel, PanelId
from storyboard.script.tags import NOBODY, key, replace_tags, tag_names

SLOT = "{prompt}"


def evaluated_prompt(board: Board, panel: Panel) -> str:
    """Tags replaced by descriptions, then the scene's place, then the board's style.

    A character of the cast whom no tag mentions is described first. The style is a template
    where it says {prompt}, otherwise it is added at the end.
    """
    place = board.scene(panel.scene).place
    told = [_untagged(board, panel), replace_tags(panel.prompt, _describer(board)), place]
    return _styled(board, ", ".join(part for part in told if part))


def portrait_prompt(board: Board, character: Character) -> str:
    """One character alone, seen well, in the board's style."""
    return _styled(board, f"{_described(character)}, standing, medium shot")


def _styled(board: Board, prompt: str) -> str:
    if SLOT in board.style:
        return board.style.replace(SLOT, prompt)
    return f"{prompt}, {board.style}" if board.style else prompt


def with_prompt(board: Board, panel_id: PanelId, prompt: str) -> Board:
    """This board with a panel's text replaced, and with it the cast its tags name.

    Raises BoardError for a tag that names nobody of the story.
    """
    named = [_named(board, name).id for name in tag_names(prompt) if key(name) != NOBODY]
    cast = tuple(dict.fromkeys(named))
    return board.with_panel(replace(board.panel(panel_id), prompt=prompt, cast=cast))


def _named(board: Board, name: str) -> Character:
    found = next((one for one in board.characters if key(one.name) == key(name)), None)
    if found is None:
        raise BoardError(f"Nobody in the story is called [{name}]. Add the character first.")
    return found


def _untagged(board: Board, panel: Panel) -> str:
    tagged = {key(name) for name in tag_names(panel.prompt)}
    cast = (board.character(one) for one in panel.cast)
    return " and ".join(_described(one) for one in cast if key(one.name) not in tagged)


def _describer(board: Board) -> Callable[[str], str]:
    """Describes each character once; a second mention in the same panel is only the name."""
    known = {key(one.name): one for one in board.characters}
    told: set[str] = set()

    def describe(name: str) -> str:
        tag = key(name)
        character = None if tag in told else known.get(tag)
        told.add(tag)
        if tag == NOBODY:
            return ""
        return _described(character) if character else name

    return describe


def _described(character: Character) -> str:
    return character.description.strip(" .,;") or character.name
