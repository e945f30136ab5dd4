"""Finds a command by a few of its letters."""

from __future__ import annotations

OF_MENU = 1000  # less than any name that fits


def score(wanted: str, text: str) -> int | None:
    """How well the letters fit, more is better; None where they do not stand in it in order.

    Letters that begin words and letters side by side count most, then texts that are short.
    """
    wanted, text = "".join(wanted.lower().split()), text.lower()
    best: int | None = None
    for start in [at for at, letter in enumerate(text) if letter == wanted[:1]] or [0]:
        found = _from(wanted, text, start)
        if found is not None and (best is None or found > best):
            best = found
    return best


def fit(wanted: str, name: str, menu: str) -> int | None:
    """How well the letters fit a command; its menu helps only where its name does not fit."""
    named = score(wanted, name)
    if named is not None:
        return named
    both = score(wanted, f"{name} {menu}")
    return None if both is None else both - OF_MENU


def _from(wanted: str, text: str, start: int) -> int | None:
    at, before, points = start, -2, 0
    for letter in wanted:
        at = text.find(letter, at)
        if at < 0:
            return None
        begins = at == 0 or not text[at - 1].isalnum()
        points += 8 * begins + 5 * (at == before + 1) + 1
        before, at = at, at + 1
    return 10 * points - len(text)
