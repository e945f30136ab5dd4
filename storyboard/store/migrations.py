"""The document's schema as numbered steps; PRAGMA user_version says how many have been taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

APPLICATION_ID = 0x53544252  # "STBR"

Migration = Callable[[Connection], None]

FIRST_TABLES = (
    """CREATE TABLE board (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        title TEXT NOT NULL,
        rate TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        style TEXT NOT NULL,
        negative TEXT NOT NULL
    )""",
    """CREATE TABLE characters (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        color TEXT NOT NULL
    )""",
    """CREATE TABLE scenes (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        heading TEXT NOT NULL,
        place TEXT NOT NULL
    )""",
    """CREATE TABLE proxies (
        sha256 TEXT PRIMARY KEY NOT NULL,
        webp BLOB NOT NULL
    )""",
    """CREATE TABLE takes (
        id TEXT PRIMARY KEY NOT NULL,
        panel TEXT NOT NULL,
        number INTEGER NOT NULL,
        sha256 TEXT NOT NULL REFERENCES proxies (sha256),
        recipe TEXT NOT NULL,
        created TEXT NOT NULL,
        starred BOOLEAN NOT NULL,
        UNIQUE (panel, number)
    )""",
    """CREATE TABLE panels (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        trashed BOOLEAN NOT NULL,
        scene TEXT NOT NULL,
        prompt TEXT NOT NULL,
        caption TEXT NOT NULL,
        "cast" TEXT NOT NULL,
        starts_shot BOOLEAN NOT NULL,
        frames INTEGER NOT NULL CHECK (frames >= 1),
        seed TEXT NOT NULL,
        take TEXT REFERENCES takes (id),
        negative TEXT NOT NULL,
        locks TEXT NOT NULL
    )""",
)


def _create_tables(connection: Connection) -> None:
    for statement in FIRST_TABLES:
        connection.exec_driver_sql(statement)


def _add_the_timeline(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE board ADD COLUMN audio TEXT")
    connection.exec_driver_sql("ALTER TABLE panels ADD COLUMN camera TEXT NOT NULL DEFAULT 'still'")
    connection.exec_driver_sql('ALTER TABLE panels ADD COLUMN "transition" TEXT')


MIGRATIONS: tuple[Migration, ...] = (_create_tables, _add_the_timeline)


def version_of(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Takes the steps that are missing, each in a transaction of its own."""
    with connection.begin():
        version = version_of(connection)
    for number, step in enumerate(steps[version:], start=version + 1):
        with connection.begin():
            step(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
