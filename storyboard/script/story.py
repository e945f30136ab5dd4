"""What a script says, as frozen values, before any of it is on a board."""

from __future__ import annotations

from dataclasses import dataclass, field

from storyboard.told import Told

IN_LINE, IN_FILE = "{file}, line {line}:", "{file}:"


class ScriptError(Told):
    """Where the script is wrong and what to do about it, in two sentences for the artist."""

    def __init__(
        self, what: str, remedy: str, file: str = "", line: int = 0, **fields: object
    ) -> None:
        self.file, self.line = file, line
        where = IN_LINE if line else IN_FILE if file else ""
        super().__init__(where, what, remedy, file=file, line=line, **fields)


@dataclass(frozen=True, slots=True)
class StoryCharacter:
    """Somebody defined by a line `[name] description`."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class StoryPanel:
    """One line of the script; `cast` are the names its tags mention, in order.

    line  its number in the text, counted from 1, 0 where there is no text
    """

    prompt: str
    caption: str = ""
    cast: tuple[str, ...] = ()
    starts_shot: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class StoryScene:
    """A heading, empty for panels before the first one, and the panels under it."""

    heading: str = ""
    panels: tuple[StoryPanel, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The whole script."""

    characters: tuple[StoryCharacter, ...] = ()
    scenes: tuple[StoryScene, ...] = ()
