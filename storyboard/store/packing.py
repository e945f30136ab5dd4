"""A whole project in one file, for mail and archive: `.storyboardz`, an ordinary zip."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from pathlib import Path

from storyboard.store.document import Document
from storyboard.store.errors import ProjectError, not_writable
from storyboard.store.folder import FOLDERS, SUFFIX, prepare_folder
from storyboard.whole_file import whole_file

PACKED = ".storyboardz"
ORIGINAL = re.compile(r"media/[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9]{1,5}")


def pack(document: Document, out: Path) -> None:
    """Writes the document as it is now, and every original, to `out`; backups stay behind."""
    folder = document.path.parent
    try:
        with (
            tempfile.TemporaryDirectory() as aside,
            whole_file(out) as part,
            zipfile.ZipFile(part, "w") as archive,  # stored: pictures do not get smaller
        ):
            copy = Path(aside) / document.path.name
            document.copy_to(copy)
            archive.write(copy, document.path.name)
            for original in sorted((folder / "media").rglob("*")):
                name = original.relative_to(folder).as_posix()
                if ORIGINAL.fullmatch(name):
                    archive.write(original, name)
    except OSError as error:
        raise not_writable(out, error.strerror) from error


def unpack(packed: Path, folder: Path) -> None:
    """Makes a packed project a folder again, which must be new or empty; all of it or nothing."""
    document = prepare_folder(folder)
    aside = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder.parent))
    try:
        with zipfile.ZipFile(packed) as archive:
            _extract(archive, packed, aside, document.name)
        for name in FOLDERS:
            (aside / name).mkdir(exist_ok=True)
        shutil.rmtree(folder)
        aside.replace(folder)
    except zipfile.BadZipFile as error:
        raise _not_packed(packed) from error
    except FileNotFoundError as error:
        raise ProjectError(
            "There is no file “{packed}”.", "Check its name.", packed=packed
        ) from error
    except OSError as error:
        raise not_writable(folder, error.strerror) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _extract(archive: zipfile.ZipFile, packed: Path, into: Path, document: str) -> None:
    """The one document, under its new name, and the originals; no other name is ever written."""
    names = archive.namelist()
    documents = [name for name in names if "/" not in name and name.endswith(SUFFIX)]
    if len(documents) != 1:
        raise _not_packed(packed)
    for name in names:
        if name == documents[0] or ORIGINAL.fullmatch(name):
            target = into / (document if name == documents[0] else name)
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, target.open("wb") as file:
                shutil.copyfileobj(source, file)


def _not_packed(packed: Path) -> ProjectError:
    return ProjectError(
        "“{packed}” is not a packed project, or it is damaged.",
        "Choose a whole file whose name ends in {ending}.",
        packed=packed,
        ending=PACKED,
    )
