"""What is saved and what could not be: nothing an artist did is dropped because a disk was full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from storyboard.board import BoardError
from storyboard.project import ProjectError
from ui.said import edit_name, said


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Something that was done and is not on the disk yet; `act` does it again."""

    label: str
    act: Callable[[], object]


class Saving(QObject):
    """Every write goes through `attempt`. What fails is kept, in its order, and tried again with
    the next one or when the artist asks.

    changed  there is more or less that is not saved
    dropped  why something that was kept cannot be done any more
    """

    changed = Signal()
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.unsaved: list[Unsaved] = []
        self.problem = ""
        self.saved_at: datetime | None = None

    def begin(self, saved_at: datetime | None) -> None:
        """A project was opened, last saved at that time; or none is open any more."""
        self.unsaved, self.problem, self.saved_at = [], "", saved_at
        self.changed.emit()

    def attempt(self, label: str, act: Callable[[], object], *, once: bool = False) -> bool:
        """Whether it is on the disk now. Raises BoardError for what cannot be done at all.

        With `once` it stands for all that was tried under this name before.
        """
        if once:
            self.unsaved = [one for one in self.unsaved if one.label != label]
        self.retry()
        if not self.unsaved and self._done(act):
            return True
        self.unsaved.append(Unsaved(label, act))
        self.changed.emit()
        return False

    def retry(self) -> bool:
        """Tries everything that is not saved, the oldest first; whether all of it is saved now."""
        had = bool(self.unsaved)
        while self.unsaved and self._done_or_dropped(self.unsaved[0]):
            self.unsaved.pop(0)
        if had:
            self.changed.emit()
        return not self.unsaved

    def _done_or_dropped(self, unsaved: Unsaved) -> bool:
        try:
            return self._done(unsaved.act)
        except BoardError as error:
            self.dropped.emit(f"{edit_name(unsaved.label)}: {said(error)}")
            return True

    def _done(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ProjectError as error:
            self.problem = said(error)
            return False
        self.problem, self.saved_at = "", datetime.now()
        return True
