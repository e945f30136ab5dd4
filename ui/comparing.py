"""Says whether a take that was made again came out the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from storyboard.board import TakeId
from storyboard.generation.again import Comparison, compare
from storyboard.naming import panel_names
from storyboard.project import ProjectError
from ui.said import said

if TYPE_CHECKING:
    from ui.window import MainWindow

CHANGES = 2  # named in the sentence; the details have all of them


def tr(text: str) -> str:
    return QCoreApplication.translate("Comparing", text)


def tell_comparison(window: MainWindow, take_id: TakeId, png: bytes, recipe: str) -> None:
    """On the recipe's page, or across the window where that is not in sight. Nothing is replaced:
    the first picture stays, the second is thrown away."""
    assert window.project is not None
    try:
        take = window.project.take(take_id)
        found = compare(window.project, take, png, recipe)
    except ProjectError as error:
        window.tell(said(error))
        return
    name = panel_names(window.board).get(take.panel, "")
    text = told(found, tr("Take {number} of {name}").format(number=take.number, name=name))
    details = "\n".join([text, *found.changed])
    if window.inspector.recipe.show_comparison(take_id, found.same, text):
        return
    window.banners.put(
        f"again {take_id}",
        "good" if found.same else "warm",
        text,
        (tr("Copy details"), lambda: QGuiApplication.clipboard().setText(details)),
        (tr("Close"), lambda: window.banners.take(f"again {take_id}")),
    )


def told(found: Comparison, take: str) -> str:
    """A comparison in a sentence or two."""
    if found.same:
        return tr("{take} came out the same, pixel for pixel.").format(take=take)
    if found.pixels is None:
        return tr("{take} was made again, but its first picture is missing.").format(take=take)
    text = tr("{take} came out differently: {share} of its pixels, by up to {most} of 255.")
    said = text.format(take=take, share=f"{found.pixels:.1%}", most=found.largest)
    if not found.changed:
        return said
    changes = ", ".join(found.changed[:CHANGES])
    return f"{said} " + tr("Since then changed: {changes}.").format(changes=changes)
