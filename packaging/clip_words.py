"""Makes resources/architectures/clip from the published package: CLIP's merges, which single-file
models need and do not hold.

    pip download --no-deps open_clip_torch==3.3.0
    python packaging/clip_words.py open_clip_torch-3.3.0-py3-none-any.whl

The list is OpenAI's (MIT licence), as open_clip (MIT licence) ships it; CLIP uses its first 48,894.
"""

from __future__ import annotations

import gzip
import sys
import zipfile
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "architectures" / "clip"
MERGES = 48_894


def main(wheel: str) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        packed = archive.read("open_clip/bpe_simple_vocab_16e6.txt.gz")
        licence = next(name for name in archive.namelist() if name.endswith("licenses/LICENSE"))
        (OUT / "LICENSE").write_bytes(archive.read(licence))
    lines = gzip.decompress(packed).decode("utf-8").split("\n")
    (OUT / "merges.txt").write_text("\n".join(lines[1 : MERGES + 1]) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
