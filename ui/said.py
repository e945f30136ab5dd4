"""What the core says and what edits are called, in the artist's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from storyboard.told import Sentence, Told


def said(told: Told | Sentence) -> str:
    """An error or another sentence of the core."""
    sentence = told.sentence if isinstance(told, Told) else told
    words = sentence.said(lambda words: QCoreApplication.translate("Core", words))
    return words.replace("。 ", "。")  # Japanese has no spaces between sentences


def edit_name(label: str) -> str:
    """The name of an edit, as the history and the menu show it."""
    return QCoreApplication.translate("Edit", label)
