"""The picture a panel shows outside the program."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from storyboard.board import Panel
from storyboard.project import Project


def picture_of(project: Project, panel: Panel) -> bytes | None:
    """The chosen take, encoded: the original, or the document's proxy where that is missing."""
    if panel.take is None:
        return None
    take = project.take(panel.take)
    original = project.picture(take)
    return original.read_bytes() if original else project.proxy(take)


def as_png(picture: bytes) -> bytes:
    """The picture itself where it is a PNG, otherwise drawn into one."""
    with Image.open(BytesIO(picture)) as opened:
        if opened.format == "PNG":
            return picture
        png = BytesIO()
        opened.save(png, "PNG")
        return png.getvalue()
