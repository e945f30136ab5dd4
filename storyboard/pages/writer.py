"""Writes laid-out pages: as a PDF, and as pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from storyboard.pages.layout import PAPERS, Page, Sheet, paginate
from storyboard.pages.painter import Painter
from storyboard.progress import Progress, Report
from storyboard.whole_file import whole_file

DPI = 300
PICTURE_DPI = 150


def write_pdf(sheet: Sheet, path: Path, report: Report) -> None:
    """The whole story as one PDF, text as text. It appears under its name when it is complete.

    Raises OSError where it cannot be written.
    """
    painter = Painter()
    pages = paginate(sheet, painter.measure)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = _writer(sheet, file)
    with QPainter(writer) as canvas:
        canvas.scale(DPI / 25.4, DPI / 25.4)
        for row, page in enumerate(pages):
            report(Progress(row, len(pages)))
            if row:
                writer.newPage()
            painter.page(canvas, page, len(pages), sheet.title, sheet.paper)
    if not file.commit():
        raise OSError(file.errorString())
    report(Progress(len(pages), len(pages)))


def _writer(sheet: Sheet, file: QSaveFile) -> QPdfWriter:
    writer = QPdfWriter(file)
    writer.setResolution(DPI)
    writer.setTitle(sheet.title)
    writer.setCreator("Storyboard")
    size = QPageSize(QSizeF(*PAPERS[sheet.paper]), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    return writer


def write_pictures(sheet: Sheet, path: Path, report: Report) -> list[Path]:
    """Every page as a picture at `path`, or numbered beside it when there are several."""
    painter = Painter()
    pages = paginate(sheet, painter.measure)
    written = []
    for row, page in enumerate(pages):
        report(Progress(row, len(pages)))
        numbered = path.with_name(f"{path.stem}-{page.number:02}{path.suffix}")
        written.append(path if len(pages) == 1 else numbered)
        save_png(_picture(painter, sheet, page, len(pages)), written[-1])
    report(Progress(len(pages), len(pages)))
    return written


def _picture(painter: Painter, sheet: Sheet, page: Page, pages: int) -> QImage:
    width, height = (round(side * PICTURE_DPI / 25.4) for side in PAPERS[sheet.paper])
    image = QImage(width, height, QImage.Format.Format_RGB32)
    canvas = QPainter(image)
    canvas.scale(PICTURE_DPI / 25.4, PICTURE_DPI / 25.4)
    painter.page(canvas, page, pages, sheet.title, sheet.paper)
    canvas.end()
    return image


def save_png(image: QImage, path: Path) -> None:
    """Raises OSError where it cannot be written."""
    with whole_file(path) as part:
        if not image.save(str(part), "PNG"):  # type: ignore[call-overload]
            raise OSError("the picture could not be saved")
