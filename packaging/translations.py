"""Makes resources/translations: gathers the window's words, keeps what is translated, compiles.

    python packaging/translations.py

A translator writes into the .ts files, by hand or with Qt Linguist, and runs this again. English
is the language of the sources; its file only has the words that count something.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TRANSLATIONS = ROOT / "resources" / "translations"
FORMS = {"en": 2, "ja": 1}  # how many forms a counted word has
OF_THE_WINDOW = {"self.window", "window", "self.dialog"}  # objects whose tr() is the window's
GATHERING = ("-silent", "-locations", "none", "-tr-function-alias", "tr+=_tr")
OWN_TR = re.compile(r'def _?tr\(.*\n\s+return QCoreApplication\.translate\("(\w+)"')
EDITS = {"edit", "_edit_selected", "_edit_first", "_change_selected", "_set", "change_selected"}

Key = tuple[str, str]


def main() -> None:
    TRANSLATIONS.mkdir(exist_ok=True)
    words = gathered()
    for language in FORMS:
        path = TRANSLATIONS / f"storyboard_{language}.ts"
        made = merged(words, translated(path), language)
        Xml.indent(made, "  ")
        text = Xml.tostring(made, "unicode")
        path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")
        run("lrelease", path, "-silent", "-qm", path.with_suffix(".qm"))


def gathered() -> Xml.Element:
    """Every word of the window, in the contexts that Qt looks them up in."""
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables.py"
        tables.write_text("\n".join(tables_of_words()), "utf-8")
        found = Path(folder) / "found.ts"
        sources = sorted((ROOT / "ui").glob("*.py"))
        run("lupdate", *sources, tables, *GATHERING, "-ts", found)
        words = Xml.parse(found).getroot()
        for path, name in with_a_tr_of_their_own(sources):
            run("lupdate", path, *GATHERING, "-no-obsolete", "-ts", found)
            words.extend(named(Xml.parse(found).getroot(), name))
        return words


def with_a_tr_of_their_own(sources: list[Path]) -> Iterator[tuple[Path, str]]:
    """Files whose functions translate, and the context they do it in."""
    for path in sources:
        found = OWN_TR.search(path.read_text("utf-8"))
        if found:
            yield path, found[1]


def named(words: Xml.Element, name: str) -> list[Xml.Element]:
    """The contexts of a file, where one without a name gets this one."""
    contexts = list(words.iter("context"))
    for context in contexts:
        label = context.find("name")
        if label is not None and not label.text:
            label.text = name
    return contexts


def run(tool: str, *arguments: object) -> None:
    program = Path(PySide6.__file__).parent / tool
    subprocess.run([program, *map(str, arguments)], check=True)


def tables_of_words() -> Iterator[str]:
    """Names of commands and edits as statements that lupdate can read."""
    from storyboard.timeline.camera import MOVES
    from ui.actions import COMMANDS
    from ui.docks import PLACES
    from ui.timeline_dock import BUTTONS
    from ui.timeline_wishes import KINDS

    tables = [("Command", one.menu) for one in COMMANDS] + [
        ("Command", one.name) for one in COMMANDS
    ]
    tables += [("Docks", place.name) for place in PLACES]
    tables += [("TimelineDock", words) for _, words, _ in BUTTONS]
    tables += [("MainWindow", name) for _, name in KINDS]
    tables += [("MainWindow", move.capitalize()) for move in MOVES]
    for context, words in tables:
        yield f"QT_TRANSLATE_NOOP({context!r}, {words!r})"
    for path in sorted((ROOT / "ui").glob("*.py")):
        for label in labels_in(ast.parse(path.read_text("utf-8"))):
            yield f"QT_TRANSLATE_NOOP('Edit', {label!r})"


def labels_in(tree: ast.AST) -> Iterator[str]:
    """The names of edits, which the history shows: the first argument of whatever edits."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            first = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            if node.func.attr in EDITS and isinstance(first, str):
                yield first


def translated(path: Path) -> dict[Key, Xml.Element]:
    """What a translator has written, by context and source."""
    if not path.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): translation
        for context in Xml.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None
        and translation.get("type") is None
    }


def merged(words: Xml.Element, known: dict[Key, Xml.Element], language: str) -> Xml.Element:
    """The words in order, each with its translation, or marked as unfinished."""
    made = Xml.Element("TS", version="2.1", sourcelanguage="en", language=language)
    for name, messages in sorted(by_context(words).items()):
        context = Xml.Element("context")
        Xml.SubElement(context, "name").text = name
        for source, counted in sorted(messages.items()):
            if counted or language != "en":
                context.append(message_of(source, counted, known.get((name, source)), language))
        if len(context) > 1:
            made.append(context)
    return made


def by_context(words: Xml.Element) -> dict[str, dict[str, bool]]:
    """Sources by context; whether each counts something."""
    found: dict[str, dict[str, bool]] = {}
    for context in words.iter("context"):
        name = context.findtext("name", "")
        name = "MainWindow" if name in OF_THE_WINDOW else name
        if not name:
            continue  # found once more, with the name of its own
        for message in context.iter("message"):
            counted = message.get("numerus") == "yes"
            found.setdefault(name, {})[message.findtext("source", "")] = counted
    return found


def message_of(source: str, counted: bool, known: Xml.Element | None, language: str) -> Xml.Element:
    message = Xml.Element("message", numerus="yes") if counted else Xml.Element("message")
    Xml.SubElement(message, "source").text = source
    if known is not None:
        message.append(known)
        return message
    unfinished = Xml.SubElement(message, "translation", type="unfinished")
    if counted:
        for _ in range(FORMS[language]):
            Xml.SubElement(unfinished, "numerusform")
    return message


if __name__ == "__main__":
    main()
