"""Pages: panels laid out on paper, and the one painter of pages, captions and burn-ins."""

from storyboard.pages.layout import PAPERS, Card, Page, Placed, Sheet, paginate
from storyboard.pages.shot_sheet import GRIDS, Shot, ShotSheet, Terms
from storyboard.pages.writer import (
    Pages,
    page_picture,
    pages_of,
    write_pdf,
    write_pictures,
)

__all__ = [
    "GRIDS",
    "PAPERS",
    "Card",
    "Page",
    "Pages",
    "Placed",
    "Sheet",
    "Shot",
    "ShotSheet",
    "Terms",
    "page_picture",
    "pages_of",
    "paginate",
    "write_pdf",
    "write_pictures",
]
