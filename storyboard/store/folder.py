"""The layout of a project folder: where its document is, and what may become one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from storyboard.naming import file_name
from storyboard.store.errors import ProjectError, not_writable

SUFFIX = ".storyboard"
BACKUPS = "backups"
FOLDERS = ("media", BACKUPS, "trash", "exports")
FOREIGN_DUST = {"desktop.ini", "thumbs.db"}  # what a system leaves in folders people call empty


def document_in(path: Path) -> Path:
    """The document of the project at `path`, a folder or the document itself."""
    if not path.exists():
        raise ProjectError(
            "There is no project at “{path}”.", "Check the name of the folder.", path=path
        )
    if path.is_dir():
        return _only_document(path)
    if path.suffix.lower() != SUFFIX:
        raise _not_a_project(path)
    return path


def _only_document(folder: Path) -> Path:
    try:
        found = sorted(one for one in folder.iterdir() if one.suffix == SUFFIX and one.is_file())
    except OSError as error:
        raise ProjectError(
            "The folder “{folder}” cannot be read ({reason}).",
            "Check its permissions.",
            folder=folder,
            reason=error.strerror,
        ) from error
    named = folder / f"{file_name(folder.name)}{SUFFIX}"
    if named in found:
        return named
    if not found:
        raise _not_a_project(folder)
    if len(found) > 1:
        raise ProjectError(
            "The folder “{folder}” holds {count} documents.",
            "Open one of them by its name.",
            folder=folder,
            count=len(found),
        )
    return found[0]


def _not_a_project(path: Path) -> ProjectError:
    return ProjectError(
        "“{path}” is not a storyboard project.",
        "Choose a project folder, or make a new project.",
        path=path,
    )


def prepare_folder(folder: Path) -> Path:
    """Makes room for a new project in `folder` and returns the path its document will have."""
    if folder.exists() and not folder.is_dir():
        raise ProjectError(
            "“{folder}” is a file.", "Choose another name for the project folder.", folder=folder
        )
    try:
        present = _contents(folder)
        if any(one.suffix == SUFFIX for one in present):
            raise ProjectError(
                "The folder “{folder}” already holds a project.",
                "Open it, or choose another folder for the new one.",
                folder=folder,
            )
        if present:
            raise ProjectError(
                "The folder “{folder}” is not empty.",
                "Choose an empty or a new folder.",
                folder=folder,
            )
        folder.mkdir(parents=True, exist_ok=True)
        for name in FOLDERS:
            (folder / name).mkdir(exist_ok=True)
    except OSError as error:
        raise not_writable(folder, error.strerror) from error
    return folder / f"{file_name(folder.name)}{SUFFIX}"


def _contents(folder: Path) -> list[Path]:
    """What is in a folder, but for hidden files and folders that a project would have."""
    if not folder.exists():
        return []
    return [one for one in folder.iterdir() if not _is_dust(one)]


def _is_dust(path: Path) -> bool:
    if path.name in FOLDERS and path.is_dir():
        return not any(path.iterdir())
    return path.name.startswith(".") or path.name.lower() in FOREIGN_DUST


def backup_path(document: Path, label: str = "") -> Path:
    """A name in the backups folder that is not taken, with the time and the label in it."""
    folder = document.parent / BACKUPS
    time = f"{document.stem} {datetime.now():%Y-%m-%d %H%M%S}"
    said = f" - {file_name(label)}" if label else ""
    path, count = folder / f"{time}{said}{SUFFIX}", 1
    while path.exists():
        count += 1
        path = folder / f"{time} {count}{said}{SUFFIX}"
    return path
