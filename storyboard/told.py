"""What the program says: constant words with their fields apart, so that a window can say the
same in another language."""

from __future__ import annotations

from collections.abc import Callable


class Sentence:
    """One or two sentences; as a string they are English.

    Only constant words are given, so that they can be gathered for translators, and what is put
    into them stands in `fields`, which may be sentences as well.
    """

    def __init__(self, *words: str, **fields: object) -> None:
        self.words, self.fields = tuple(filter(None, words)), fields

    def said(self, translated: Callable[[str], str]) -> str:
        """In the language that `translated` gives words in."""
        fields = {
            name: field.said(translated) if isinstance(field, Sentence) else field
            for name, field in self.fields.items()
        }
        words = map(translated, self.words)
        return " ".join(one.format(**fields) if fields else one for one in words)

    def __str__(self) -> str:
        return self.said(str)


class Told(Exception):
    """Something that cannot be done: one sentence what is wrong, one what to do about it."""

    def __init__(self, *words: str, **fields: object) -> None:
        self.sentence = Sentence(*words, **fields)
        super().__init__(str(self.sentence))
