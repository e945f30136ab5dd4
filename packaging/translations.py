"""Makes resources/translations: gathers the window's words, keeps what is translated, compiles.

    python packaging/translations.py

A translator writes into the .ts files, by hand or with Qt Linguist, and runs this again. English
is the language of the sources; its file only has the words that count something.
"""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as Xml
from pathlib import Path

import PySide6
from words import ROOT, Words, gathered

TRANSLATIONS = ROOT / "resources" / "translations"
FORMS = {"en": 2, "ja": 1}  # how many forms a counted word has

Key = tuple[str, str]


def main() -> None:
    TRANSLATIONS.mkdir(exist_ok=True)
    words = gathered()
    for language in FORMS:
        path = path_of(language)
        path.write_text(made(words, path, language), "utf-8")
        run("lrelease", path, "-silent", "-qm", path.with_suffix(".qm"))


def path_of(language: str) -> Path:
    return TRANSLATIONS / f"storyboard_{language}.ts"


def made(words: Words, path: Path, language: str) -> str:
    """The file of a language with these words, and what is translated in it by now."""
    tree = merged(words, translated(path), language)
    Xml.indent(tree, "  ")
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{Xml.tostring(tree, "unicode")}\n'
    )


def run(tool: str, *arguments: object) -> None:
    program = Path(PySide6.__file__).parent / tool
    subprocess.run([program, *map(str, arguments)], check=True)


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


def merged(words: Words, known: dict[Key, Xml.Element], language: str) -> Xml.Element:
    """The words in order, each with its translation, or marked as unfinished."""
    made = Xml.Element("TS", version="2.1", sourcelanguage="en", language=language)
    for name, messages in sorted(words.items()):
        context = Xml.Element("context")
        Xml.SubElement(context, "name").text = name
        for source, counted in sorted(messages.items()):
            if counted or language != "en":
                context.append(message_of(source, counted, known.get((name, source)), language))
        if len(context) > 1:
            made.append(context)
    return made


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
