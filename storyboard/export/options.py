"""What can be asked of an export, and how it says that it failed."""

from __future__ import annotations

from dataclasses import dataclass


class ExportError(Exception):
    """One sentence what could not be exported, one what to do about it."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what, self.remedy = what, remedy
        super().__init__(f"{what} {remedy}")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """columns and paper are those of pages; `captions` burns them into the film."""

    columns: int = 2
    paper: str = "A4"
    captions: bool = False
