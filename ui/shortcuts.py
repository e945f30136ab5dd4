"""Keys of the commands: those the program comes with, those the artist chose, and conflicts."""

from __future__ import annotations

from collections.abc import Mapping

from ui.actions import COMMANDS, Command

BOARD, TIMELINE, ELSEWHERE = "board", "timeline", "elsewhere"


def keys_with(changed: Mapping[str, str]) -> dict[str, str]:
    """The key of every command, by what it does."""
    return {one.does: changed.get(one.does, one.key) for one in COMMANDS}


def heard_in(command: Command) -> set[str]:
    """Where a command's key counts."""
    if not command.of_board and not command.of_timeline:
        return {BOARD, TIMELINE, ELSEWHERE}
    places = ((BOARD, command.of_board), (TIMELINE, command.of_timeline))
    return {place for place, counts in places if counts}


def conflicts(keys: Mapping[str, str], does: str, key: str) -> list[Command]:
    """The other commands that this key would call in the same place."""
    here = next(one for one in COMMANDS if one.does == does)
    return [
        other
        for other in COMMANDS
        if key
        and other.does != does
        and keys.get(other.does, other.key) == key
        and heard_in(here) & heard_in(other)
    ]


def changed_from_default(keys: Mapping[str, str]) -> dict[str, str]:
    """Only what differs from the keys the program comes with."""
    return {one.does: keys[one.does] for one in COMMANDS if keys[one.does] != one.key}
