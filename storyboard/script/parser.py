"""Reads StoryDiffusion's script grammar, with scene headings and shots, into a Story."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path

from storyboard.script.headings import heading_of
from storyboard.script.story import ScriptError, Story, StoryCharacter, StoryPanel, StoryScene
from storyboard.script.tags import NOBODY, TAG, key, replace_tags, tag_names, tidied

# What Japanese keyboards type for [ ]; the wide # and / count as well, where they are syntax.
WIDE_BRACKETS = str.maketrans({"\uff3b": "[", "\uff3d": "]"})
CAPTION = re.compile(r"[#\uff03]")
SHOT = ("/", "\uff0f")
SHOWN = 60  # characters of a line quoted in an error


def read_story(path: Path) -> Story:
    """The story in a text file. Raises ScriptError with file, line and remedy."""
    return parse_story(_read_text(Path(path)), Path(path).name)


def parse_story(text: str, file: str = "script") -> Story:
    """The story in `text`; `file` is named in errors."""
    reader = _Reader(file)
    for number, line in enumerate(text.splitlines(), start=1):
        reader.read(line.translate(WIDE_BRACKETS).strip(), number)
    return reader.story()


def _read_text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise ScriptError("There is no such file.", "Check its name.", str(path)) from error
    except IsADirectoryError as error:
        raise ScriptError(
            "This is a folder.", "Name the script file inside it.", str(path)
        ) from error
    except OSError as error:
        raise ScriptError(
            "The script cannot be read ({reason}).",
            "Check its permissions.",
            str(path),
            reason=error.strerror,
        ) from error
    return _decoded(content, path)


def _decoded(content: bytes, path: Path) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ScriptError(
            "The script is not UTF-8 text.", "Save it as plain text in UTF-8.", str(path)
        ) from error
    if "\0" in text:
        raise ScriptError("This is not a text file.", "Choose a plain-text script.", str(path))
    return text


UNDEFINED = "[{name}] is not defined."


class _Reader:
    """Takes the lines one after another and remembers what came before."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.line = 0
        self.defining = True  # until a blank line, a heading or a panel after the definitions
        self.characters: dict[str, StoryCharacter] = {}
        self.scenes: list[tuple[str, list[StoryPanel]]] = []

    def read(self, line: str, number: int) -> None:
        self.line = number
        heading = heading_of(line)
        if not line:
            self.defining = self.defining and not self.characters
        elif heading is not None:
            self.defining = False
            self.scenes.append((heading, []))
        elif self.defining and self._defines(line):
            self._define(line)
        else:
            self.defining = False
            self._add_panel(line)

    def story(self) -> Story:
        if not any(panels for _, panels in self.scenes):
            raise ScriptError(
                "The script has no panels.", "Write one line for each picture.", self.file
            )
        scenes = (StoryScene(heading, tuple(panels)) for heading, panels in self.scenes)
        return Story(tuple(self.characters.values()), tuple(scenes))

    def _defines(self, line: str) -> bool:
        found = TAG.match(line)
        return found is not None and key(found[1]) != NOBODY

    def _define(self, line: str) -> None:
        tag, _, description = line.partition("]")
        name = " ".join(tag[1:].split())
        description = description.strip(" \t:")
        if not name:
            raise self._wrong("A tag has no name.", "Write the name between [ and ].")
        if key(name) in self.characters:
            raise self._wrong(
                "[{name}] is described a second time.",
                "If this is a panel, leave a blank line between the characters and the panels.",
                name=name,
            )
        if not description:
            raise self._wrong(
                "[{name}] is not described.",
                "Write after the tag what the model should draw.",
                name=name,
            )
        self.characters[key(name)] = StoryCharacter(name, description)

    def _add_panel(self, line: str) -> None:
        starts_shot = line.startswith(SHOT)
        prompt, caption = _split_caption(line[1:] if starts_shot else line)
        if re.search(r"[\[\]]", TAG.sub("", prompt)):
            raise self._wrong(
                "A bracket has no partner in “{prompt}”.",
                "Write names as [Name].",
                prompt=prompt[:SHOWN],
            )
        cast = self._cast(prompt)
        prompt = replace_tags(prompt, self._spelled)
        if not prompt:
            raise self._wrong(
                "The panel “{panel}” has no picture to draw.",
                "Write what is seen before the # of the caption.",
                panel=line[:SHOWN],
            )
        if not self.scenes:
            self.scenes.append(("", []))
        self.scenes[-1][1].append(StoryPanel(prompt, caption, cast, starts_shot, self.line))

    def _cast(self, prompt: str) -> tuple[str, ...]:
        written = {key(name): name for name in tag_names(prompt)}
        names = tuple(self._defined(name) for tag, name in written.items() if tag != NOBODY)
        if names and NOBODY in written:
            raise self._wrong(
                "[NC] says that nobody is in the picture, but [{name}] is.",
                "Remove one.",
                name=names[0],
            )
        return names

    def _defined(self, name: str) -> str:
        known = self.characters.get(key(name))
        if known:
            return known.name
        if not name:
            raise self._wrong("A tag has no name.", "Write the name between [ and ].")
        close = get_close_matches(key(name), self.characters, n=1)
        if close:
            near = self.characters[close[0]].name
            raise self._wrong(UNDEFINED, "Did you mean [{near}]?", name=name, near=near)
        raise self._wrong(
            UNDEFINED,
            "Describe them at the top of the script, as in: [{name}] a girl with red hair",
            name=name,
        )

    def _spelled(self, name: str) -> str:
        known = self.characters.get(key(name))
        return f"[{known.name}]" if known else ""

    def _wrong(self, what: str, remedy: str, **fields: object) -> ScriptError:
        return ScriptError(what, remedy, self.file, self.line, **fields)


def _split_caption(line: str) -> tuple[str, str]:
    prompt, *caption = CAPTION.split(line, maxsplit=1)
    return tidied(prompt), " ".join(caption).strip()
