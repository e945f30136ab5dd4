"""The picture a panel shows outside the program."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

from PIL import Image

from storyboard.board import Panel
from storyboard.project import Project


def picture_of(project: Project, panel: Panel) -> bytes | None:
    """The chosen take, encoded: the original, or the document's proxy where that is not whole."""
    if panel.take is None:
        return None
    take = project.take(panel.take)
    return _whole(project.picture(take), take.sha256) or project.proxy(take)


def _whole(original: Path | None, sha256: str) -> bytes | None:
    """None for a file that is missing, cannot be read or is not what it was."""
    try:
        picture = original.read_bytes() if original else b""
    except OSError:
        return None
    return picture if hashlib.sha256(picture).hexdigest() == sha256 else None


def as_png(picture: bytes) -> bytes:
    """The picture itself where it is a PNG, otherwise drawn into one."""
    with Image.open(BytesIO(picture)) as opened:
        if opened.format == "PNG":
            return picture
        png = BytesIO()
        opened.save(png, "PNG")
        return png.getvalue()
