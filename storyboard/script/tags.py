"""The tags in a line of text: `[Name]` for who is in the picture, `[NC]` for nobody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

TAG = re.compile(r"\[([^\[\]]*)\]")
NOBODY = "nc"


def key(name: str) -> str:
    """Names are the same whatever their case, spacing and Unicode form."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def tag_names(text: str) -> tuple[str, ...]:
    """Every name in brackets, in order, as written."""
    return tuple(found[1].strip() for found in TAG.finditer(text))


def replace_tags(text: str, become: Callable[[str], str]) -> str:
    """`text` with every tag replaced by what `become` makes of its name, spaces tidied."""
    return tidied(TAG.sub(lambda found: become(found[1].strip()), text))


def renamed(text: str, old: str, new: str) -> str:
    """`text` with a name in its tags replaced by another, or its tag by words."""
    return TAG.sub(lambda found: new if key(found[1]) == key(old) else found[0], text)


def tidied(text: str) -> str:
    """Single spaces, none before punctuation, no comma left at either end."""
    text = re.sub(r"\s+([,.;:!?])", r"\1", " ".join(text.split()))
    return text.strip(" ,;")
