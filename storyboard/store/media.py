"""The originals of a project, each in a file named by its hash, and proxies of the pictures."""

from __future__ import annotations

import hashlib
import re
import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from storyboard.store.errors import ProjectError, not_writable
from storyboard.whole_file import whole_file

PROXY_SIZE = (768, 768)  # pixels; the longer side decides
PROXY_QUALITY = 85
USUAL_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


class Media:
    """The media folder. A file in it is never modified, only added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str, suffix: str = ".png") -> Path:
        return self.folder / sha256[:2] / f"{sha256}{suffix}"

    def found(self, sha256: str, suffix: str = ".png") -> Path | None:
        """The file, None where it is missing."""
        path = self.path(sha256, suffix)
        return path if path.is_file() else None

    def keep(self, png: bytes) -> str:
        """Stores a picture and returns its hash; whole on disk when this returns."""
        sha256 = hashlib.sha256(png).hexdigest()
        path = self.path(sha256)
        try:
            if not _holds(path, png):
                path.parent.mkdir(parents=True, exist_ok=True)
                with whole_file(path) as part:
                    part.write_bytes(png)
        except OSError as error:
            raise not_writable(path, error.strerror) from error
        return sha256

    def keep_file(self, source: Path) -> str:
        """Stores a copy of a file of any size, with its suffix, and returns its hash.

        Raises ProjectError where it cannot be read or there is no room for the copy.
        """
        try:
            sha256 = _digest(source)
        except OSError as error:
            raise ProjectError(
                "“{source}” cannot be read ({reason}).",
                "Choose another file.",
                source=source,
                reason=error.strerror,
            ) from error
        path = self.path(sha256, suffix_of(source.name))
        try:
            if not (path.is_file() and _digest(path) == sha256):
                path.parent.mkdir(parents=True, exist_ok=True)
                with whole_file(path) as part:
                    shutil.copyfile(source, part)
        except OSError as error:
            raise not_writable(path, error.strerror) from error
        return sha256


def suffix_of(name: str) -> str:
    """The suffix of a file in the media folder; an unusual one is left out of its name there."""
    suffix = Path(name).suffix.lower()
    return suffix if USUAL_SUFFIX.fullmatch(suffix) else ".sound"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def proxy_of(png: bytes) -> bytes:
    """The picture as a small WebP. Raises ProjectError for bytes that are no whole PNG."""
    proxy = BytesIO()
    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as picture:
            small = picture.convert("RGBA" if "A" in picture.getbands() else "RGB")
        small.thumbnail(PROXY_SIZE)
        small.save(proxy, "WEBP", quality=PROXY_QUALITY)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ProjectError("The picture is not a whole PNG file.", "Make it again.") from error
    return proxy.getvalue()


def png_from(path: Path) -> bytes:
    """Any picture file as a whole PNG, upright. Raises ProjectError for what is no picture."""
    png = BytesIO()
    try:
        with Image.open(path) as picture:
            upright = ImageOps.exif_transpose(picture)
            upright.convert("RGBA" if "A" in upright.getbands() else "RGB").save(png, "PNG")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ProjectError(
            "“{path}” is not a picture that can be read.",
            "Choose a whole PNG, JPEG, WebP or TIFF file.",
            path=path,
        ) from error
    return png.getvalue()
