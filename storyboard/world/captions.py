"""Says in varied words what a picture shows, naming only some of it."""

from __future__ import annotations

from random import Random

from storyboard.world.look import Look
from storyboard.world.picture import Figure, Picture
from storyboard.world.vocabulary import PEOPLE, PLACES

ARTICLES = {"umbrella": "an umbrella"}
SHOT_WORDS = {
    "close-up": ("close-up", "close-up", "face close-up"),
    "medium shot": ("medium shot", "medium shot", "medium"),
    "wide shot": ("wide shot", "wide shot", "wide", "full body"),
}
TIME_WORDS = {"day": ("by day", "day", "sunny day"), "night": ("at night", "night", "at night")}


def caption(picture: Picture, lot: Random, named: float | None = None) -> str:
    """A caption that names each attribute with probability `named`, by lot when None."""
    share = lot.choice((0.15, 0.5, 0.8, 1.0, 1.0)) if named is None else named
    setting = _setting(picture, lot)
    if not picture.figures:
        return lot.choice((f"nobody, {setting}", f"an empty place, {setting}", setting))
    people = _people(picture.figures, lot, share)
    shot = lot.choice(SHOT_WORDS[picture.shot])
    return lot.choice(
        (
            f"{people}, {setting}, {shot}",
            f"{shot}, {people}, {setting}",
            f"{people}, {shot}, {setting}",
        )
    )


def _setting(picture: Picture, lot: Random) -> str:
    where = lot.choice((PLACES[picture.place], picture.place, picture.place))
    when = lot.choice(TIME_WORDS[picture.time])
    return lot.choice((f"{where}, {when}", f"{where} {when}", f"{where}, {when}"))


def _people(figures: tuple[Figure, ...], lot: Random, share: float) -> str:
    looks = [describe(figure.look, lot, share) for figure in figures]
    deeds = [_deed(figure, lot) for figure in figures]
    if len(figures) == 1:
        return f"{looks[0]}{lot.choice((', ', ' '))}{deeds[0]}"
    if figures[0].action == figures[1].action and lot.random() < 0.7:
        return f"{looks[0]} and {looks[1]}, {figures[0].action}"
    return lot.choice(
        (
            f"{looks[0]} {deeds[0]} and {looks[1]} {deeds[1]}",
            f"{looks[0]}, {deeds[0]}, and {looks[1]}, {deeds[1]}",
        )
    )


def _deed(figure: Figure, lot: Random) -> str:
    deed = figure.action
    if lot.random() < 0.3:
        deed += f", {figure.expression}"
    if lot.random() < 0.15:
        deed += f", facing {figure.facing}"
    return deed


def describe(look: Look, lot: Random, share: float) -> str:
    """A noun phrase for a character that names each attribute with probability `share`."""
    told = {name for name in ("skin", "hair", "top", "bottom", "hat", "glasses", "prop")
            if lot.random() < share}  # fmt: skip
    text = _noun(look, told, lot)
    parts = []
    if "hair" in told and look.hair != "none":
        parts.append(f"with {_hair(look, lot)}")
    clothes = _clothes(look, told, lot)
    if clothes:
        parts.append(f"{lot.choice(('in', 'in', 'wearing'))} {clothes}")
    if "prop" in told and look.prop != "none":
        parts.append(f"holding {ARTICLES.get(look.prop, f'a {look.prop}')}")
    return " ".join([text, *parts])


def _noun(look: Look, told: set[str], lot: Random) -> str:
    if "skin" not in told:
        return f"a {look.kind}"
    if look.kind not in PEOPLE:
        return f"{'an' if look.skin == 'orange' else 'a'} {look.skin} {look.kind}"
    return lot.choice(
        (f"a {look.skin}-skinned {look.kind}", f"a {look.kind} with {look.skin} skin")
    )


def _hair(look: Look, lot: Random) -> str:
    if look.hair_style == "pigtails":
        return lot.choice((f"{look.hair} pigtails", f"{look.hair} hair in pigtails"))
    return lot.choice((f"{look.hair_style} {look.hair} hair", f"{look.hair} hair"))


def _clothes(look: Look, told: set[str], lot: Random) -> str:
    worn = []
    if "top" in told:
        worn.append(f"a {look.top} {lot.choice(('shirt', 'shirt', 'jumper'))}")
    if "bottom" in told:
        worn.append(f"a {look.bottom} skirt" if look.kind == "girl" else f"{look.bottom} trousers")
    if "hat" in told and look.hat != "none":
        worn.append(f"a {look.hat}")
    if "glasses" in told and look.glasses != "none":
        worn.append("glasses")
    return " and ".join([", ".join(worn[:-1]), worn[-1]]) if len(worn) > 1 else "".join(worn)
