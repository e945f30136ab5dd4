"""Writes laid-out pages: as a PDF, and as pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from storyboard.pages.layout import PAPERS, Sheet, paginate
from storyboard.pages.painter import Painter
from storyboard.pages.shot_painter import ShotPainter
from storyboard.pages.shot_sheet import ShotSheet
from storyboard.progress import Progress, Report
from storyboard.whole_file import whole_files

DPI = 300
PICTURE_DPI = 150


@dataclass(frozen=True, slots=True)
class Pages:
    """Laid-out pages; `paint` draws one of them, in a painter whose unit is the millimetre."""

    title: str
    paper: str
    count: int
    paint: Callable[[QPainter, int], None]


def pages_of(sheet: Sheet | ShotSheet) -> Pages:
    """A comic or a sheet of shots, laid out."""
    painter = Painter()
    if isinstance(sheet, ShotSheet):
        shots = ShotPainter(sheet, painter)
        return Pages(sheet.title, sheet.paper, len(shots.pages), shots.paint)
    pages = paginate(sheet, painter.measure)

    def paint(canvas: QPainter, row: int) -> None:
        painter.page(canvas, pages[row], len(pages), sheet.title, sheet.paper)

    return Pages(sheet.title, sheet.paper, len(pages), paint)


def write_pdf(sheet: Sheet | ShotSheet, path: Path, report: Report) -> None:
    """The whole story as one PDF, text as text. It appears under its name when it is complete.

    Raises OSError where it cannot be written.
    """
    pages = pages_of(sheet)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = _writer(pages, file)
    with QPainter(writer) as canvas:
        canvas.scale(DPI / 25.4, DPI / 25.4)
        for row in range(pages.count):
            report(Progress(row, pages.count))
            if row:
                writer.newPage()
            pages.paint(canvas, row)
    report(Progress(pages.count, pages.count))
    if not file.commit():
        raise OSError(file.errorString())


def _writer(pages: Pages, file: QSaveFile) -> QPdfWriter:
    writer = QPdfWriter(file)
    writer.setResolution(DPI)
    writer.setTitle(pages.title)
    writer.setCreator("Storyboard")
    size = QPageSize(QSizeF(*PAPERS[pages.paper]), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    return writer


def write_pictures(sheet: Sheet | ShotSheet, path: Path, report: Report) -> list[Path]:
    """Every page as a picture at `path`, or numbered beside it when there are several.

    All of them appear when the last is complete.
    """
    pages = pages_of(sheet)
    numbered = [f"{path.stem}-{row + 1:02}{path.suffix}" for row in range(pages.count)]
    names = [path.name] if pages.count == 1 else numbered
    with whole_files(path.parent) as part:
        for row, name in enumerate(names):
            report(Progress(row, pages.count))
            (part / name).write_bytes(_as_png(page_picture(pages, row, PICTURE_DPI)))
        report(Progress(pages.count, pages.count))
    return [path.with_name(name) for name in names]


def page_picture(pages: Pages, row: int, dpi: float) -> QImage:
    """One page as a picture of so many dots an inch."""
    width, height = (round(side * dpi / 25.4) for side in PAPERS[pages.paper])
    image = QImage(width, height, QImage.Format.Format_RGB32)
    canvas = QPainter(image)
    canvas.scale(dpi / 25.4, dpi / 25.4)
    pages.paint(canvas, row)
    canvas.end()
    return image


def _as_png(image: QImage) -> bytes:
    """Qt does not always say that a disk is full, so it never writes the file itself."""
    png = QBuffer()
    png.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(png, "PNG")  # type: ignore[call-overload]
    return bytes(png.data().data())
