"""Pages hold every panel and every caption, as text that other programs can read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from storyboard.pages import Card, Sheet, paginate, write_pdf, write_pictures
from storyboard.pages.painter import Painter
from storyboard.progress import Cancelled, Progress

LONG = "A very long caption that has to be wrapped again and again. " * 12
JAPANESE = "二人は海で出会った。そして長い夏が始まった。"


def picture(color: str = "red") -> bytes:
    content = BytesIO()
    Image.new("RGB", (96, 56), color).save(content, "PNG")
    return content.getvalue()


def sheet(captions: list[str], columns: int = 2) -> Sheet:
    cards = tuple(Card(f"1A-{row}", picture(), text) for row, text in enumerate(captions, start=1))
    return Sheet("The Sea", cards, 96 / 56, columns)


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


def words(path: Path) -> str:
    pages = PdfReader(path).pages
    text = " ".join(page.extract_text() for page in pages)
    assert "\t" not in text
    return " ".join(text.split())


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter()


def test_a_page_is_a4_and_says_every_caption_in_order(tmp_path: Path) -> None:
    captions = [f"Caption number {row}." for row in range(1, 12)]
    write_pdf(sheet(captions), tmp_path / "comic.pdf", quiet)
    reader = PdfReader(tmp_path / "comic.pdf")
    assert [round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]] == [210, 297]
    text = words(tmp_path / "comic.pdf")
    assert [text.find(caption) for caption in captions] == sorted(map(text.find, captions))
    assert text.startswith("The Sea")
    assert -1 not in map(text.find, captions)


def test_japanese_and_latin_captions_can_be_searched(tmp_path: Path) -> None:
    captions = [JAPANESE, "Zoë says: “Où es-tu?” – naïve café", "[brackets] & <signs>"]
    write_pdf(sheet(captions), tmp_path / "comic.pdf", quiet)
    text = words(tmp_path / "comic.pdf").replace(" ", "")
    assert JAPANESE in text
    assert "Zoësays:“Oùes-tu?" in text
    assert "[brackets]&<signs>" in text


def test_every_font_is_embedded(tmp_path: Path) -> None:
    write_pdf(sheet([JAPANESE, "Latin"]), tmp_path / "comic.pdf", quiet)
    found = PdfReader(tmp_path / "comic.pdf").pages[0]["/Resources"]["/Font"].get_object()
    names = set()
    for font in found.values():
        for kind in font.get_object()["/DescendantFonts"]:
            descriptor = kind.get_object()["/FontDescriptor"].get_object()
            assert any(key.startswith("/FontFile") for key in descriptor)
            names.add(str(descriptor["/FontName"]))
    assert any("Inter" in name for name in names)
    assert any("NotoSansJP" in name for name in names)


def test_every_panel_s_picture_is_on_the_page(tmp_path: Path) -> None:
    colors = ["red", "lime", "blue"]
    cards = tuple(Card(color, picture(color)) for color in colors)
    write_pdf(Sheet("Colors", cards, 96 / 56), tmp_path / "comic.pdf", quiet)
    shown = PdfReader(tmp_path / "comic.pdf").pages[0].images
    assert [one.image.convert("RGB").getpixel((40, 20)) for one in shown] == [
        (255, 0, 0),
        (0, 255, 0),
        (0, 0, 255),
    ]


def test_a_long_caption_is_drawn_whole(tmp_path: Path) -> None:
    write_pdf(sheet([LONG, "short", LONG * 8]), tmp_path / "comic.pdf", quiet)
    assert words(tmp_path / "comic.pdf").count("again and again.") == 12 * 9


@pytest.mark.parametrize("columns", [1, 2, 3, 6])
def test_nothing_leaves_the_page_and_nothing_overlaps(painter: Painter, columns: int) -> None:
    captions = [LONG if row % 5 == 0 else "short" for row in range(40)]
    pages = paginate(sheet(captions, columns), painter.measure)
    assert sum(len(page.cards) for page in pages) == 40
    for page in pages:
        boxes = [box for card in page.cards for box in (card.picture, card.caption) if box]
        for box in boxes:
            assert 0 <= box.x <= box.x + box.width <= 210
            assert 0 <= box.y <= box.y + box.height <= 297 - 12
        for one in boxes:
            for other in boxes:
                apart = (
                    one is other
                    or one.x + one.width <= other.x + 1e-6
                    or other.x + other.width <= one.x + 1e-6
                    or one.y + one.height <= other.y + 1e-6
                    or other.y + other.height <= one.y + 1e-6
                )
                assert apart


def test_eight_panels_with_short_captions_fill_one_page(painter: Painter) -> None:
    (page,) = paginate(sheet(["short"] * 8), painter.measure)
    assert max(card.picture.y + card.picture.height for card in page.cards) > 250


def test_an_undrawn_panel_says_so(tmp_path: Path) -> None:
    write_pdf(Sheet("x", (Card("4B-2", None, "later"),), 1.5), tmp_path / "comic.pdf", quiet)
    assert "4B-2 is not drawn yet" in words(tmp_path / "comic.pdf")


def test_pages_become_numbered_pictures(tmp_path: Path) -> None:
    written = write_pictures(sheet(["short"] * 20), tmp_path / "page.png", quiet)
    assert [path.name for path in written] == ["page-01.png", "page-02.png", "page-03.png"]
    with Image.open(written[0]) as page:
        assert page.size == (1240, 1754)
    one = write_pictures(sheet(["short"]), tmp_path / "page.png", quiet)
    assert [path.name for path in one] == ["page.png"]


def test_a_cancelled_pdf_leaves_no_file(tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.step == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(sheet(["short"] * 20), tmp_path / "comic.pdf", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_burned_in_caption_stands_in_the_lower_part_of_the_picture(painter: Painter) -> None:
    plain = painter.frame(picture("red"), "1A-1", 480, 280)
    told = painter.subtitled(plain, JAPANESE)
    rows = [y for y in range(280) if any(plain.pixel(x, y) != told.pixel(x, y) for x in range(480))]
    assert min(rows) > 200
    assert max(rows) < 280
    assert painter.subtitled(plain, LONG * 5).size() == plain.size()
