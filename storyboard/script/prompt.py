"""The words the model reads for a panel, and the panel that the artist's words make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from storyboard.board import Board, BoardError, Character, Outfit, Panel, PanelId
from storyboard.script.shots import said_size
from storyboard.script.tags import NOBODY, key, replace_tags, tag_names

SLOT = "{prompt}"
DRESSED = ("in ", "with ", "wearing ", "dressed ")


def evaluated_prompt(board: Board, panel: Panel) -> str:
    """Tags replaced by descriptions, then the shot size, the scene's place and mood, the style.

    A character of the cast whom no tag mentions is described first. The size is said only where
    the words of the panel name none. The style is a template where it says {prompt}, otherwise it
    is added at the end.
    """
    scene = board.scene(panel.scene)
    size = "" if said_size(panel.prompt) else panel.shot_size
    words = replace_tags(panel.prompt, _describer(board, panel))
    told = [_untagged(board, panel), words, size, scene.place, scene.mood]
    return _styled(board, ", ".join(part for part in told if part))


def portrait_prompt(board: Board, character: Character) -> str:
    """One character alone, as described, seen well, in the board's style."""
    return _styled(board, f"{described(character)}, standing, medium shot")


def _styled(board: Board, prompt: str) -> str:
    if SLOT in board.style:
        return board.style.replace(SLOT, prompt)
    return f"{prompt}, {board.style}" if board.style else prompt


def with_prompt(board: Board, panel_id: PanelId, prompt: str) -> Board:
    """This board with a panel's text replaced, and with it the cast its tags name, unless locked.

    Raises BoardError for a tag that names nobody of the story.
    """
    named = [_named(board, name).id for name in tag_names(prompt) if key(name) != NOBODY]
    cast = tuple(dict.fromkeys(named))
    panel = board.panel(panel_id)
    kept = panel.cast if "cast" in panel.locks else cast
    return board.with_panel(replace(panel, prompt=prompt, cast=kept))


def _named(board: Board, name: str) -> Character:
    found = next((one for one in board.characters if key(one.name) == key(name)), None)
    if found is None:
        raise BoardError(
            "Nobody in the story is called [{name}]. Add the character first.", name=name
        )
    return found


def _untagged(board: Board, panel: Panel) -> str:
    tagged = {key(name) for name in tag_names(panel.prompt)}
    cast = (board.character(one) for one in panel.cast)
    return " and ".join(
        described(one, worn(board, panel, one)) for one in cast if key(one.name) not in tagged
    )


def _describer(board: Board, panel: Panel) -> Callable[[str], str]:
    """Describes each character once; a second mention in the same panel is only the name."""
    known = {key(one.name): one for one in board.characters}
    told: set[str] = set()

    def describe(name: str) -> str:
        tag = key(name)
        character = None if tag in told else known.get(tag)
        told.add(tag)
        if tag == NOBODY:
            return ""
        return described(character, worn(board, panel, character)) if character else name

    return describe


def worn(board: Board, panel: Panel, character: Character) -> Outfit | None:
    """What a character wears in a panel: its own choice, else the scene's, else as described."""
    chosen = dict(board.scene(panel.scene).outfits) | dict(panel.outfits)
    outfit = chosen.get(character.id, "")
    return next((one for one in character.outfits if one.id == outfit), None)


def described(character: Character, outfit: Outfit | None = None) -> str:
    """How the model reads a character: `a girl with black hair in a red raincoat`."""
    told = character.description.strip(" .,;") or character.name
    dress = outfit.description.strip(" .,;") if outfit else ""
    if not dress:
        return told
    return f"{told} {dress}" if dress.lower().startswith(DRESSED) else f"{told} in {dress}"
