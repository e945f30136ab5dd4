"""Restore points: named copies of the document in the backups folder, opened as projects again."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storyboard.store.errors import ProjectError, not_writable
from storyboard.store.folder import BACKUPS, SUFFIX, prepare_folder
from storyboard.whole_file import whole_file

COPY = re.compile(r".+ (\d{4}-\d\d-\d\d \d{6})(?: \d+)?(?: - (.+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """`name` is empty for a copy that the program made by itself, before it changed much."""

    name: str
    created: datetime
    path: Path


def restore_points(folder: Path) -> tuple[RestorePoint, ...]:
    """Those of a project, the newest first."""
    found = map(_point, (folder / BACKUPS).glob(f"*{SUFFIX}"))
    points = [point for point in found if point is not None]
    return tuple(sorted(points, key=lambda point: (point.created, point.path), reverse=True))


def _point(path: Path) -> RestorePoint | None:
    read = COPY.fullmatch(path.stem)
    if read is None or path.name.startswith("."):
        return None
    try:
        created = datetime.strptime(read[1], "%Y-%m-%d %H%M%S").astimezone()
    except ValueError:
        return None
    return RestorePoint(read[2] or "", created, path)


def open_as_copy(point: RestorePoint, folder: Path) -> None:
    """Makes a restore point a project of its own in a new folder; the old one stays as it is.

    Raises ProjectError where the folder is not empty or the copy is gone, and leaves nothing.
    """
    if not point.path.is_file():
        raise ProjectError(
            "The restore point “{path}” is gone.", "Choose another one.", path=point.path
        )
    document = prepare_folder(folder)
    try:
        _copy_originals(point.path.parent.parent / "media", folder / "media")
        with whole_file(document) as part:
            shutil.copyfile(point.path, part)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise not_writable(folder, error.strerror) from error


def _copy_originals(source: Path, target: Path) -> None:
    """Originals are never changed, so both projects may hold the same file where disks allow."""
    for original in source.glob("??/*"):
        if original.name.startswith(".") or not original.is_file():
            continue
        copy = target / original.parent.name / original.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(original, copy)
        except OSError:
            shutil.copyfile(original, copy)
