"""The generation queue in the document: read whole, written whole in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from storyboard.job import Job
from storyboard.store import tables


def all_jobs(connection: Connection) -> tuple[Job, ...]:
    """The jobs in the order of the queue."""
    rows = connection.execute(select(tables.jobs).order_by(tables.jobs.c.position)).mappings()
    return tuple(_job(dict(row)) for row in rows)


def save_jobs(connection: Connection, jobs: Sequence[Job]) -> None:
    """These jobs in this order, in place of those that were there."""
    connection.execute(delete(tables.jobs))
    if jobs:
        rows = [asdict(job) | {"position": row} for row, job in enumerate(jobs)]
        connection.execute(insert(tables.jobs), rows)


def _job(row: dict[str, Any]) -> Job:
    del row["position"]
    return Job(**row)
