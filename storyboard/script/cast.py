"""What is done with characters, as pure functions from one board to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from storyboard.board import (
    Board,
    BoardError,
    Character,
    CharacterId,
    Outfit,
    OutfitId,
    Panel,
    Reference,
    Scene,
    Wardrobe,
    new_id,
)
from storyboard.script.merge import next_color
from storyboard.script.prompt import described
from storyboard.script.tags import NOBODY, key, renamed

Change = Callable[[Character], Character]


def new_character(board: Board, name: str) -> Board:
    """Somebody who is in no panel yet; a name that is taken gets a number."""
    taken = {key(one.name) for one in board.characters}
    free, count = name, 1
    while key(free) in taken:
        count += 1
        free = f"{name} {count}"
    made = Character(new_id(), free, color=next_color(board.characters))
    return replace(board, characters=(*board.characters, made))


def change_character(board: Board, who: CharacterId, change: Change) -> Board:
    """Somebody replaced by what `change` makes of them."""
    board.character(who)
    changed = (change(one) if one.id == who else one for one in board.characters)
    return replace(board, characters=tuple(changed))


def rename_character(board: Board, who: CharacterId, name: str) -> Board:
    """Another name, in the tags of every panel too. Raises BoardError for one that is taken."""
    old, new = board.character(who).name, " ".join(name.split())
    if not new or key(new) == NOBODY or set(new) & set("[]#"):
        raise BoardError(
            "“{name}” cannot be a name. Write at least one letter, and no [ ] or #.", name=name
        )
    if any(key(one.name) == key(new) for one in board.characters if one.id != who):
        raise BoardError(
            "Somebody in the story is called “{new}” already. Choose another name.", new=new
        )
    named = change_character(board, who, lambda one: replace(one, name=new))
    return _in_all_panels(
        named, lambda panel: replace(panel, prompt=renamed(panel.prompt, old, f"[{new}]"))
    )


def delete_character(board: Board, who: CharacterId) -> Board:
    """Somebody out of the story; where tags named them, panels say how they looked.

    Raises BoardError where a panel holds its cast.
    """
    gone = board.character(who)
    held = sum("cast" in panel.locks and who in panel.cast for panel in board.panels)
    if held:
        raise BoardError(
            "{name} is in {held} panels whose cast is locked. Unlock their cast first.",
            name=gone.name,
            held=held,
        )

    def without(panel: Panel) -> Panel:
        return replace(
            panel,
            prompt=renamed(panel.prompt, gone.name, described(gone)),
            cast=tuple(one for one in panel.cast if one != who),
            boxes=tuple(one for one in panel.boxes if one[0] != who),
            outfits=_without(panel.outfits, who),
        )

    left = replace(
        board,
        characters=tuple(one for one in board.characters if one.id != who),
        scenes=tuple(replace(one, outfits=_without(one.outfits, who)) for one in board.scenes),
    )
    return _in_all_panels(left, without)


def add_outfit(board: Board, who: CharacterId, name: str) -> Board:
    made = Outfit(new_id(), name)
    return change_character(board, who, lambda one: replace(one, outfits=(*one.outfits, made)))


def change_outfit(board: Board, who: CharacterId, outfit: Outfit) -> Board:
    """The outfit of the same id replaced."""

    def changed(one: Character) -> Character:
        outfits = tuple(outfit if other.id == outfit.id else other for other in one.outfits)
        return replace(one, outfits=outfits)

    return change_character(board, who, changed)


def delete_outfit(board: Board, who: CharacterId, outfit: OutfitId) -> Board:
    """An outfit away; whoever wore it is dressed as described again."""

    def bare(wardrobe: Wardrobe) -> Wardrobe:
        return tuple(pair for pair in wardrobe if pair != (who, outfit))

    def undressed(scene: Scene) -> Scene:
        return replace(scene, outfits=bare(scene.outfits))

    left = change_character(
        board,
        who,
        lambda one: replace(
            one, outfits=tuple(other for other in one.outfits if other.id != outfit)
        ),
    )
    left = replace(left, scenes=tuple(map(undressed, left.scenes)))
    return _in_all_panels(left, lambda panel: replace(panel, outfits=bare(panel.outfits)))


def add_reference(board: Board, who: CharacterId, reference: Reference) -> Board:
    """A picture that shows somebody; the same picture counts once."""

    def shown(one: Character) -> Character:
        others = tuple(other for other in one.references if other.sha256 != reference.sha256)
        return replace(one, references=(*others, reference))

    return change_character(board, who, shown)


def remove_reference(board: Board, who: CharacterId, sha256: str) -> Board:
    def hidden(one: Character) -> Character:
        left = tuple(other for other in one.references if other.sha256 != sha256)
        return replace(one, references=left)

    return change_character(board, who, hidden)


def _without(wardrobe: Wardrobe, who: CharacterId) -> Wardrobe:
    return tuple(pair for pair in wardrobe if pair[0] != who)


def _in_all_panels(board: Board, change: Callable[[Panel], Panel]) -> Board:
    """Those in the trash as well: they may come back."""
    return replace(
        board,
        panels=tuple(map(change, board.panels)),
        trash=tuple(map(change, board.trash)),
    )
