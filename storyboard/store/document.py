"""The SQLite document of a project: opened with care, read whole, changed by transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine, event, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from storyboard.board import Board, PanelId, TakeId
from storyboard.job import Job
from storyboard.store import tables
from storyboard.store.errors import ProjectError, damaged, told
from storyboard.store.folder import backup_path
from storyboard.store.jobs import all_jobs, save_jobs
from storyboard.store.migrations import (
    APPLICATION_ID,
    MIGRATIONS,
    Migration,
    migrate,
    version_of,
)
from storyboard.store.rows import create_board, read_board, write_board
from storyboard.take import Take
from storyboard.whole_file import sync_folder

SQLITE_HEADER = b"SQLite format 3\0"
BUSY_SECONDS = 5
MOST_NAMED = 500  # values in one question


class Document:
    """One connection to a document that has been checked; every method is one transaction."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def create(cls, path: Path, board: Board) -> None:
        """A new document; it appears under its name only when it is complete."""
        beside = path.with_name(f".{path.stem}.new")
        with told(path):
            beside.unlink(missing_ok=True)
            with _connected(beside, "rwc") as connection:
                migrate(connection)
                with connection.begin():
                    create_board(connection, board)
            beside.replace(path)
            beside.with_name(f"{beside.name}-journal").unlink(missing_ok=True)
            sync_folder(path.parent)

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, steps: Sequence[Migration] = MIGRATIONS
    ) -> Document:
        """Checks, and brings an older document up to date after a backup."""
        _check_header(path)
        connection = _connect(path, "ro" if read_only else "rw")
        try:
            with told(path):
                _check(connection, path, len(steps))
                _bring_up_to_date(connection, path, read_only, steps)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        self.connection.close()

    def board(self) -> Board:
        with told(self.path), self.connection.begin():
            try:
                return read_board(self.connection)
            except (ValueError, TypeError, ArithmeticError, LookupError) as error:
                raise damaged(self.path) from error

    def save(self, old: Board, new: Board) -> None:
        with told(self.path), self.connection.begin():
            write_board(self.connection, old, new)

    def add_take(
        self, take: Take, proxy: bytes, old: Board, new: Board, jobs: Sequence[Job] | None = None
    ) -> None:
        """The take, its proxy, the board that may have chosen it and the jobs that are left, all
        or nothing; None leaves the jobs as they are."""
        with told(self.path), self.connection.begin():
            self._add_proxy(take.sha256, proxy)
            self.connection.execute(insert(tables.takes), asdict(take))
            write_board(self.connection, old, new)
            if jobs is not None:
                save_jobs(self.connection, jobs)

    def takes_of(self, panel_id: PanelId) -> tuple[Take, ...]:
        wanted = select(tables.takes).where(tables.takes.c.panel == panel_id)
        with told(self.path), self.connection.begin():
            rows = self.connection.execute(wanted.order_by(tables.takes.c.number)).mappings()
            return tuple(Take(**row) for row in rows)

    def take(self, take_id: TakeId) -> Take | None:
        wanted = select(tables.takes).where(tables.takes.c.id == take_id)
        with told(self.path), self.connection.begin():
            row = self.connection.execute(wanted).mappings().one_or_none()
            return Take(**row) if row else None

    def recipes(self, take_ids: Sequence[TakeId]) -> dict[TakeId, str]:
        wanted = select(tables.takes.c.id, tables.takes.c.recipe)
        found: dict[TakeId, str] = {}
        with told(self.path), self.connection.begin():
            for start in range(0, len(take_ids), MOST_NAMED):
                some = tables.takes.c.id.in_(take_ids[start : start + MOST_NAMED])
                rows = self.connection.execute(wanted.where(some))
                found.update((row.id, row.recipe) for row in rows)
        return found

    def next_number(self, panel_id: PanelId) -> int:
        highest = select(func.max(tables.takes.c.number)).where(tables.takes.c.panel == panel_id)
        with told(self.path), self.connection.begin():
            return int(self.connection.execute(highest).scalar() or 0) + 1

    def proxy(self, sha256: str) -> bytes | None:
        wanted = select(tables.proxies.c.webp).where(tables.proxies.c.sha256 == sha256)
        with told(self.path), self.connection.begin():
            return self.connection.execute(wanted).scalar()

    def copy_to(self, path: Path) -> None:
        """A compact copy of the document as it is now, in a file that is not there yet."""
        with told(self.path):
            _vacuum_into(self.connection, path)

    def back_up(self, label: str = "") -> Path:
        """A whole copy of the document in the backups folder."""
        with told(self.path):
            return _back_up(self.connection, self.path, label)

    def jobs(self) -> tuple[Job, ...]:
        with told(self.path), self.connection.begin():
            return all_jobs(self.connection)

    def save_jobs(self, jobs: Sequence[Job]) -> None:
        with told(self.path), self.connection.begin():
            save_jobs(self.connection, jobs)

    def add_proxy(self, sha256: str, webp: bytes) -> None:
        with told(self.path), self.connection.begin():
            self._add_proxy(sha256, webp)

    def _add_proxy(self, sha256: str, webp: bytes) -> None:
        row = {"sha256": sha256, "webp": webp}
        self.connection.execute(upsert(tables.proxies).on_conflict_do_nothing(), row)


def _connect(path: Path, mode: str) -> Connection:
    """One connection by SQLite's URI mode (ro, rw or rwc), every transaction begun by name."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def opened() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        if mode != "ro":
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool)
    begin = "BEGIN" if mode == "ro" else "BEGIN IMMEDIATE"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    with told(path):
        return engine.connect()


@contextmanager
def _connected(path: Path, mode: str) -> Iterator[Connection]:
    connection = _connect(path, mode)
    try:
        yield connection
    except BaseException:
        connection.close()
        path.unlink(missing_ok=True)
        raise
    connection.close()


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(SQLITE_HEADER))
    except OSError as error:
        raise ProjectError(
            "The document “{path}” cannot be read ({reason}).",
            "Check its permissions.",
            path=path,
            reason=error.strerror,
        ) from error
    if header != SQLITE_HEADER:
        raise damaged(path)


def _check(connection: Connection, path: Path, latest: int) -> None:
    with connection.begin():
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if mark != APPLICATION_ID:
            raise ProjectError(
                "“{path}” is not a storyboard document.",
                "Choose a project made by this program.",
                path=path,
            )
        if version_of(connection) > latest:
            raise ProjectError(
                "The project “{path}” was made by a newer version of this program.",
                "Update the program to open it.",
                path=path,
            )
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        if verdict != "ok":
            raise damaged(path)


def _bring_up_to_date(
    connection: Connection, path: Path, read_only: bool, steps: Sequence[Migration]
) -> None:
    with connection.begin():
        version = version_of(connection)
    if version == len(steps):
        return
    if read_only:
        raise ProjectError(
            "The project “{path}” was made by an older version of this program.",
            "Open it once for writing, which brings it up to date.",
            path=path,
        )
    _back_up(connection, path)
    migrate(connection, steps)


def _back_up(connection: Connection, path: Path, label: str = "") -> Path:
    copy = backup_path(path, label)
    beside = copy.with_name(f".{copy.stem}.part")
    copy.parent.mkdir(exist_ok=True)
    beside.unlink(missing_ok=True)
    try:
        _vacuum_into(connection, beside)
        beside.replace(copy)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(copy.parent)
    return copy


def _vacuum_into(connection: Connection, path: Path) -> None:
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("VACUUM INTO ?", (str(path),))
