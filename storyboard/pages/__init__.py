"""Pages: panels laid out on paper, and the one painter of pages, captions and burn-ins."""

from storyboard.pages.layout import Card, Page, Placed, Sheet, paginate
from storyboard.pages.writer import save_png, write_pdf, write_pictures

__all__ = ["Card", "Page", "Placed", "Sheet", "paginate", "save_png", "write_pdf", "write_pictures"]
