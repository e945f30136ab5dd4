"""Who is drawn: the attributes that make a character itself, and how they are drawn by lot."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from storyboard.world import vocabulary as words


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about a character that stays the same from picture to picture.

    `skin` is skin, fur or metal by kind; `hair` and `hair_style` are "none" without hair.
    """

    kind: str
    skin: str
    hair: str
    hair_style: str
    top: str
    bottom: str
    hat: str
    glasses: str
    prop: str


def random_look(lot: Random) -> Look:
    kind = lot.choice(words.KINDS)
    person = kind in words.PEOPLE
    return Look(
        kind=kind,
        skin=lot.choice(skins_of(kind)),
        hair=lot.choice(words.HAIR_COLORS) if person else "none",
        hair_style=lot.choice(words.HAIR_STYLES[kind]) if person else "none",
        top=lot.choice(words.TOPS),
        bottom=lot.choice(words.BOTTOMS),
        hat=lot.choice(words.HATS),
        glasses="glasses" if lot.random() < 0.3 else "none",
        prop=lot.choice(words.PROPS[1:]) if lot.random() < 0.3 else "none",
    )


def skins_of(kind: str) -> tuple[str, ...]:
    if kind in words.PEOPLE:
        return words.SKINS
    return words.METALS if kind == "robot" else words.FURS
