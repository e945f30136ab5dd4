"""Makes resources/fonts from the published packages, so that text in PDFs is found again.

    pip install fonttools
    npm pack @expo-google-fonts/inter@0.4.2 @expo-google-fonts/noto-sans-jp@0.4.3
    python packaging/fonts.py expo-google-fonts-*.tgz

Both fonts draw some characters with one glyph, for instance U+2F06 (a radical) and U+4E8C (the
word "two"). A PDF names a glyph by the lowest such character, and a search for the word then finds
nothing. The lower twin is taken out of the font's character map, and the tab, which Qt otherwise
draws as a space, gets a wide one; nothing else is changed.
"""

from __future__ import annotations

import sys
import tarfile
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FACES = ("Inter_400Regular", "Inter_600SemiBold", "NotoSansJP_400Regular")
TAB, WIDE_SPACE = 0x09, 0x2003
LOWER_TWINS = (range(0x02EE, 0x02EF), range(0x2E80, 0x2FE0))  # a modifier letter, the radicals


def main(packages: list[str]) -> None:
    for package in packages:
        with tarfile.open(package) as archive:
            for member in archive.getmembers():
                if Path(member.name).suffix == ".ttf" and Path(member.name).stem in FACES:
                    file = archive.extractfile(member)
                    assert file is not None
                    untwinned(TTFont(BytesIO(file.read()))).save(FONTS / Path(member.name).name)


def untwinned(font: TTFont) -> TTFont:
    for table in font["cmap"].tables:
        if not hasattr(table, "cmap") or not table.isUnicode():
            continue
        known = {glyph for code, glyph in table.cmap.items() if not _is_lower_twin(code)}
        for code in [code for code in table.cmap if _is_lower_twin(code)]:
            if table.cmap[code] in known:
                del table.cmap[code]
        if WIDE_SPACE in table.cmap:
            table.cmap[TAB] = table.cmap[WIDE_SPACE]
    return font


def _is_lower_twin(code: int) -> bool:
    return any(code in twins for twins in LOWER_TWINS)


if __name__ == "__main__":
    main(sys.argv[1:])
