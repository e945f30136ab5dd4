"""What the artist is told: problems, which are kept in a list and in the log, and notices."""

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
    """Keeps what went wrong, the newest last; `told` brings it to those who show it, `noted` what
    is only good to know, with its details."""

    told = Signal(object)
    noted = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Problem] = []

    def tell(self, sentence: str, details: str = "") -> None:
        problem = Problem(sentence, details)
        self.all.append(problem)
        _write(problem)
        self.told.emit(problem)

    def note(self, sentence: str, details: str = "") -> None:
        """Nothing is wrong, so that it is no problem of the list."""
        self.noted.emit(sentence, details)


def _write(problem: Problem) -> None:
    """Into the log, whose library is loaded when something goes wrong and not before."""
    import logging

    text = f"{problem.sentence}\n{problem.details}".rstrip()
    logging.getLogger("storyboard.window").warning("%s", text)
