"""What can go wrong with a project on disk, in sentences for the artist."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from storyboard.told import Told


class ProjectError(Told):
    """One sentence what is wrong with which file, one what to do about it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is writing a project: the name of a program, of its computer, and since when."""

    program: str
    computer: str
    since: str

    def __str__(self) -> str:
        return f"{self.program}, {self.computer}, {self.since}"


class ProjectInUse(ProjectError):
    """Somebody else is writing this project; it can still be opened for reading."""

    holder: Holder | None = None


class ProjectNotWritable(ProjectError):
    """This project, or what lies beside it, cannot be written; perhaps it can be read."""


def opened_elsewhere(folder: Path, holder: Holder | None) -> ProjectInUse:
    told = f" ({holder})" if holder else ""
    error = ProjectInUse(
        "The project “{folder}” is open in another window or command{told}.",
        "Close it there first; until then it can only be looked at.",
        folder=folder,
        told=told,
    )
    error.holder = holder
    return error


def damaged(path: Path) -> ProjectError:
    return ProjectError(
        "The document “{path}” is damaged.",
        "Open the newest copy in its backups folder, or a copy of your own.",
        path=path,
    )


def not_writable(path: Path, reason: str | None = None) -> ProjectNotWritable:
    return ProjectNotWritable(
        "“{path}” cannot be written{why}.",
        "Check its permissions and the space on its disk, or work in another folder.",
        path=path,
        why=f" ({reason})" if reason else "",
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Lets whatever the database says about `path` come out as a ProjectError."""
    try:
        yield
    except DBAPIError as error:
        raise _sentence(path, error.orig) from error
    except sqlite3.Error as error:
        raise _sentence(path, error) from error
    except (SQLAlchemyError, UnicodeError, OverflowError, ValueError) as error:
        raise ProjectError(
            "The change cannot be stored in “{path}” ({reason}).",
            "Nothing was changed.",
            path=path,
            reason=error,
        ) from error


def _sentence(path: Path, error: BaseException | None) -> ProjectError:
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if primary == sqlite3.SQLITE_FULL:
        return ProjectError(
            "There is no room left on the disk for “{path}”.",
            "Free some space and do it again; the project is as it was before.",
            path=path,
        )
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return not_writable(path)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProjectInUse(
            "Another program is using the document “{path}”.",
            "Close it there and try again.",
            path=path,
        )
    if primary == sqlite3.SQLITE_CONSTRAINT:
        return ProjectError(
            "The change does not fit what is stored in “{path}” ({reason}).",
            "Nothing was changed; open the project again and repeat the last step.",
            path=path,
            reason=error,
        )
    return ProjectError(
        "The document “{path}” cannot be used ({reason}).",
        "Check its disk and try again.",
        path=path,
        reason=error,
    )
