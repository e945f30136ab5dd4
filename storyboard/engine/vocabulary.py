"""The words a small model has learnt, where it comes with a list of them; large models need none.

`vocabulary.json` in a model's folder: {"groups": {heading: [word, ..]}, "also": [word, ..]}, where
`also` are words that may stand in a prompt and mean little.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from storyboard.engine.request import EngineError
from storyboard.told import Sentence

FILE = "vocabulary.json"
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be asked of a model, as words under headings, and the words that do no harm."""

    groups: dict[str, tuple[str, ...]]
    also: frozenset[str]

    def unknown(self, prompt: str) -> tuple[str, ...]:
        """The words of a prompt that the model has not seen, each once, in order."""
        known = self.also | {word for told in self.groups.values() for one in told
                             for word in words_of(one)}  # fmt: skip
        return tuple(word for word in dict.fromkeys(words_of(prompt)) if word not in known)


def vocabulary_of(model: Path) -> Vocabulary | None:
    """None for a model that comes with no list. Raises EngineError where the list is no list."""
    path = model / FILE
    if not path.is_file():
        return None
    try:
        told = json.loads(path.read_text("utf-8"))
        groups = {str(heading): tuple(map(str, words)) for heading, words in told["groups"].items()}
        return Vocabulary(groups, frozenset(map(str, told["also"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError(
            "The list of words “{path}” cannot be read ({kind}).",
            "Copy the model again, or delete that file.",
            path=path,
            kind=type(error).__name__,
        ) from error


def words_of(text: str) -> list[str]:
    """The words in lower case, with no digits and no punctuation."""
    return WORD.findall(text.lower())


def told_softly(unknown: tuple[str, ...], vocabulary: Vocabulary) -> Sentence:
    """One sentence about words that will be passed over, one about what there is instead."""
    heading, instead = next(iter(vocabulary.groups.items()))
    return Sentence(
        "This model has not seen: {unknown}.",
        "{heading}: {words} or {last}.",
        unknown=", ".join(unknown),
        heading=Sentence(heading),
        words=", ".join(instead[:-1]),
        last=instead[-1],
    )
