"""Pictures as PNG files that carry the latents they were decoded from, for later panels to read.

They lie in a chunk of their own. Other programs pass over it, and must leave it out when they
change the picture (the capital at the end of its name says so). The picture's hash so decides its
latents too, and nothing can come apart: not in the media folder, not in a packed project.
"""

from __future__ import annotations

import hashlib
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngImageFile, PngInfo

CHUNK = b"laTE"
LATENTS = "latents"  # where a picture in memory keeps them: Image.info
DIGEST = 32  # bytes of sha256 over the pixels, before the latents


def png_of(picture: Image.Image) -> bytes:
    """The picture as PNG, with its latents if it has any."""
    png, beside = BytesIO(), PngInfo()
    latents = picture.info.get(LATENTS)
    if latents:
        beside.add(CHUNK, _digest(picture) + latents)
    picture.save(png, "PNG", pnginfo=beside)
    return png.getvalue()


def latents_in(picture: Image.Image) -> bytes | None:
    """What a PNG that has been opened carries; None if its pixels were changed since."""
    if not isinstance(picture, PngImageFile):
        return None
    picture.load()
    found = next((chunk[1] for chunk in picture.private_chunks if chunk[0] == CHUNK), b"")
    return found[DIGEST:] if found[:DIGEST] == _digest(picture) else None


def _digest(picture: Image.Image) -> bytes:
    return hashlib.sha256(picture.convert("RGB").tobytes()).digest()
