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


DESK = (
    """ALTER TABLE board ADD COLUMN numbering TEXT NOT NULL DEFAULT '{}'""",
    "ALTER TABLE board ADD COLUMN steps INTEGER NOT NULL DEFAULT 25",
    "ALTER TABLE board ADD COLUMN guidance REAL NOT NULL DEFAULT 5.0",
    "ALTER TABLE board ADD COLUMN consistency REAL NOT NULL DEFAULT 1.0",
    "ALTER TABLE characters ADD COLUMN outfits TEXT NOT NULL DEFAULT '[]'",
    """ALTER TABLE characters ADD COLUMN "references" TEXT NOT NULL DEFAULT '[]'""",
    "ALTER TABLE characters ADD COLUMN portrait TEXT REFERENCES takes (id)",
    "ALTER TABLE scenes ADD COLUMN mood TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE scenes ADD COLUMN outfits TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE panels ADD COLUMN shot_size TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE panels ADD COLUMN dialogue TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE panels ADD COLUMN action TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE panels ADD COLUMN notes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE panels ADD COLUMN status TEXT NOT NULL DEFAULT 'draft'",
    "ALTER TABLE panels ADD COLUMN number TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE panels ADD COLUMN steps INTEGER",
    "ALTER TABLE panels ADD COLUMN guidance REAL",
    "ALTER TABLE panels ADD COLUMN consistency REAL",
    "ALTER TABLE panels ADD COLUMN outfits TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE panels ADD COLUMN borrowed TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE panels ADD COLUMN starred TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE panels ADD COLUMN discarded TEXT NOT NULL DEFAULT '[]'",
    """UPDATE panels SET starred = (
        SELECT json_group_array(id) FROM takes WHERE panel = panels.id AND takes.starred
    )""",
    "ALTER TABLE takes DROP COLUMN starred",
    """CREATE TABLE jobs (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        panels TEXT NOT NULL,
        settings TEXT NOT NULL,
        state TEXT NOT NULL,
        created TEXT NOT NULL,
        problem TEXT NOT NULL
    )""",
)


def _add_the_desk(connection: Connection) -> None:
    """What docks and inspector edit; stars move to the panels, where undo reaches them."""
    for statement in DESK:
        connection.exec_driver_sql(statement)


def _add_places(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE scenes ADD COLUMN anchor TEXT")
    connection.exec_driver_sql("ALTER TABLE panels ADD COLUMN boxes TEXT NOT NULL DEFAULT '[]'")


def _free_the_camera(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE panels ADD COLUMN path TEXT")


def _let_panels_be_heard(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE panels ADD COLUMN audio TEXT")


def _let_panels_have_ratios(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE panels ADD COLUMN ratio TEXT")


MIGRATIONS: tuple[Migration, ...] = (
    _create_tables,
    _add_the_timeline,
    _add_the_desk,
    _add_places,
    _free_the_camera,
    _let_panels_be_heard,
    _let_panels_have_ratios,
)


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
