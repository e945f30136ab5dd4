"""Every problem of this run in one place: told in the window, kept in a list and in the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence for the artist, and what a programmer would ask for."""

    sentence: str
    details: str = ""
    when: datetime = field(default_factory=datetime.now)

    @property
    def text(self) -> str:
        """Everything there is to copy."""
        head = f"{self.when:%Y-%m-%d %H:%M:%S}  {self.sentence}"
        return f"{head}\n{self.details}" if self.details else head


class Problems(QObject):
    """Keeps what was told, the newest last; `told` brings it to those who show it."""

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Problem] = []

    def tell(self, sentence: str, details: str = "") -> None:
        problem = Problem(sentence, details)
        self.all.append(problem)
        _write(problem)
        self.told.emit(problem)


def _write(problem: Problem) -> None:
    """Into the log, whose library is loaded when something goes wrong and not before."""
    import logging

    text = f"{problem.sentence}\n{problem.details}".rstrip()
    logging.getLogger("storyboard.window").warning("%s", text)
