"""The board as rows: read whole, written as the difference between two boards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from storyboard.board import Board, Character, Panel, Scene
from storyboard.store import tables

Item = Character | Scene | Panel


@dataclass(frozen=True, slots=True)
class Placed:
    """Something of the board and where it stands; only panels are ever trashed."""

    item: Item
    position: int
    trashed: bool = False

    def row(self) -> dict[str, Any]:
        values = {field.name: getattr(self.item, field.name) for field in fields(self.item)}
        values["position"] = self.position
        if isinstance(self.item, Panel):
            values["trashed"] = self.trashed
        return values


def read_board(connection: Connection) -> Board:
    settings = connection.execute(select(tables.board)).mappings().one()
    panels, trash = _panels(connection)
    return Board(
        **_without(settings, "id"),
        characters=tuple(
            Character(**_without(row, "position")) for row in _rows(connection, tables.characters)
        ),
        scenes=tuple(
            Scene(**_without(row, "position")) for row in _rows(connection, tables.scenes)
        ),
        panels=panels,
        trash=trash,
    )


def create_board(connection: Connection, board: Board) -> None:
    connection.execute(insert(tables.board), {"id": 1, **_settings(board)})
    _write_items(connection, Board(), board)


def write_board(connection: Connection, old: Board, new: Board) -> None:
    """Writes what differs between the stored board and the new one."""
    if _settings(old) != _settings(new):
        connection.execute(update(tables.board), _settings(new))
    _write_items(connection, old, new)


def _write_items(connection: Connection, old: Board, new: Board) -> None:
    characters, scenes = (old.characters, new.characters), (old.scenes, new.scenes)
    _write(connection, tables.characters, *_differing(*characters))
    _write(connection, tables.scenes, *_differing(*scenes))
    panels = _differing(old.panels, new.panels)
    trash = _differing(old.trash, new.trash, trashed=True)
    _write(connection, tables.panels, panels[0] | trash[0], panels[1] | trash[1])


def _settings(board: Board) -> dict[str, Any]:
    return {
        column.name: getattr(board, column.name)
        for column in tables.board.columns
        if column.name != "id"
    }


def _differing(
    old: Sequence[Item], new: Sequence[Item], *, trashed: bool = False
) -> tuple[dict[str, Placed], dict[str, Placed]]:
    """What stood and what stands at the places where it is not the very same value."""
    pairs = enumerate(zip_longest(old, new))
    places = [(row, was, now) for row, (was, now) in pairs if was is not now]
    before = {was.id: Placed(was, row, trashed) for row, was, _ in places if was}
    after = {now.id: Placed(now, row, trashed) for row, _, now in places if now}
    return before, after


def _write(
    connection: Connection, table: Table, old: Mapping[str, Placed], new: Mapping[str, Placed]
) -> None:
    changed = [placed for key, placed in new.items() if old.get(key) != placed]
    stale = [key for key, placed in old.items() if new.get(key) != placed]
    if stale:
        gone = delete(table).where(table.c.id == bindparam("gone"))
        connection.execute(gone, [{"gone": key} for key in stale])
    if changed:
        connection.execute(insert(table), [placed.row() for placed in changed])


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    rows = connection.execute(select(table).order_by(table.c.position)).mappings()
    return [dict(row) for row in rows]


def _panels(connection: Connection) -> tuple[tuple[Panel, ...], tuple[Panel, ...]]:
    panels: list[Panel] = []
    trash: list[Panel] = []
    for row in _rows(connection, tables.panels):
        pile = trash if row["trashed"] else panels
        pile.append(Panel(**_without(row, "position", "trashed")))
    return tuple(panels), tuple(trash)


def _without(row: Mapping[Any, Any], *names: str) -> dict[str, Any]:
    return {str(name): value for name, value in row.items() if name not in names}
