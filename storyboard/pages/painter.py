"""The one painter: pages, captions and burn-ins, the same on paper, in pictures and in video."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from storyboard.pages.layout import MARGIN, PADDING, PAPERS, Box, Page, Placed
from storyboard.ratios import middle_of
from storyboard.resources import fonts

Drawn = QImage  # a picture that more can be drawn on

FAMILIES = ["Inter", "Noto Sans JP"]
POINT = 25.4 / 72  # mm

PAPER, INK, FAINT = QColor("#ffffff"), QColor("#1b1a1f"), QColor("#8b8892")
CAPTION_PAPER = QColor("#fdf4dc")
EMPTY = QColor("#eceaf0")
BARS = QColor("#000000")
LINE = 0.45  # mm, round a panel

SUBTITLE_SHARE = 1 / 20  # of the picture's height, the size of burned-in text
SUBTITLE_WIDTH = 0.86  # of the picture's width
SUBTITLE_MOST = 0.45  # of the picture's height


class Painter:
    """Draws with the program's own fonts. Make one; it starts Qt without a screen if need be."""

    def __init__(self) -> None:
        self.application = QGuiApplication.instance() or QGuiApplication(
            ["storyboard", "-platform", "offscreen"]
        )
        for path in fonts():
            QFontDatabase.addApplicationFont(str(path))

    def measure(self, text: str, width: float, points: float) -> float:
        """Height in mm of `text` wrapped to `width` mm at a size in points."""
        return laid_out(text, width, points * POINT).height

    def page(self, painter: QPainter, page: Page, pages: int, title: str, paper: str) -> None:
        """One page, in a painter whose unit is the millimetre."""
        smooth(painter)
        width, height = PAPERS[paper]
        painter.fillRect(QRectF(0, 0, width, height), PAPER)
        if page.title:
            box = Box(MARGIN, MARGIN - 3, width - 2 * MARGIN, 10)
            self.text(painter, page.title, box, 17 * POINT, INK, bold=True)
        for placed in page.cards:
            self._panel(painter, placed)
        foot = Box(MARGIN, height - MARGIN - 2, width - 2 * MARGIN, 5)
        self.text(painter, title, foot, 8 * POINT, FAINT)
        right = Qt.AlignmentFlag.AlignRight
        self.text(painter, f"{page.number} / {pages}", foot, 8 * POINT, FAINT, align=right)

    def _panel(self, painter: QPainter, placed: Placed) -> None:
        if placed.caption:
            painter.fillRect(_rect(placed.caption), CAPTION_PAPER)
            inside, padding = PADDING
            at = placed.caption
            box = Box(at.x + inside, at.y + padding, at.width - 2 * inside, at.height)
            self.text(painter, placed.card.caption, box, placed.points * POINT, INK)
        card = placed.card
        self.picture(painter, card.picture, card.name, placed.picture, card.ratio)
        if placed.caption:
            painter.drawRect(_rect(placed.caption))

    def picture(
        self, painter: QPainter, picture: bytes | None, name: str, box: Box, ratio: float | None
    ) -> None:
        """A picture in its border; the border's pen is left in the painter. One with a ratio of its
        own stands whole in the middle."""
        if ratio is not None:
            painter.fillRect(_rect(box), EMPTY)
        self._picture(painter, picture, name, box, _place_in(box, ratio))
        painter.setPen(_border())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(_rect(box))

    def _picture(
        self, painter: QPainter, picture: bytes | None, name: str, box: Box, place: QRectF
    ) -> None:
        """The middle of the picture, as large as its place in the box; without a picture, that
        there is none."""
        image = QImage.fromData(picture) if picture else QImage()
        if image.isNull():
            self._not_drawn(painter, name, box)
        else:
            ratio = place.width() / place.height()
            part = QRectF(*middle_of(image.width(), image.height(), ratio))
            painter.drawImage(place, image, part)

    def _not_drawn(self, painter: QPainter, name: str, box: Box) -> None:
        painter.fillRect(_rect(box), EMPTY)
        size = box.height / 17
        text = Box(box.x, box.y + (box.height - size) / 2, box.width, size)
        center = Qt.AlignmentFlag.AlignHCenter
        self.text(painter, f"{name} is not drawn yet", text, size, FAINT, align=center)

    def text(
        self,
        painter: QPainter,
        text: str,
        box: Box,
        size: float,
        color: QColor,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Wrapped text in a box; `size`, like the box, in the painter's unit."""
        scale = _font_scale(size)
        painter.save()
        painter.translate(box.x, box.y)
        painter.scale(scale, scale)
        painter.setPen(color)
        for paragraph in laid_out(text, box.width, size, bold=bold, align=align).paragraphs:
            paragraph.draw(painter, QPointF(0, 0))
        painter.restore()

    def subtitled(self, picture: QImage, caption: str) -> QImage:
        """A copy of the picture with the caption burned in over its lower edge."""
        image = picture.convertToFormat(QImage.Format.Format_RGB32)
        size = image.height() * SUBTITLE_SHARE
        width = image.width() * SUBTITLE_WIDTH
        while (text := laid_out(caption, width, size)).height > SUBTITLE_MOST * image.height():
            size *= 0.9
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = image.height() - text.height - 1.1 * size
        box = Box((image.width() - width) / 2, top, width, text.height)
        self._plate(painter, text, box, size)
        center = Qt.AlignmentFlag.AlignHCenter
        self.text(painter, caption, box, size, QColor("#ffffff"), align=center)
        painter.end()
        return image

    def _plate(self, painter: QPainter, text: LaidOut, box: Box, size: float) -> None:
        wide = text.width + 1.2 * size
        middle = box.x + box.width / 2
        plate = QRectF(middle - wide / 2, box.y - 0.3 * size, wide, box.height + 0.6 * size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(16, 15, 20, 190))
        painter.drawRoundedRect(plate, 0.35 * size, 0.35 * size)

    def frame(
        self,
        picture: bytes | None,
        name: str,
        width: int,
        height: int,
        ratio: float | None = None,
    ) -> QImage:
        """A panel as a picture of exactly this size, in pixels; an empty card if there is none.
        One with a ratio of its own stands whole between black bars."""
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(BARS)
        box = Box(0, 0, width, height)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(_place_in(box, ratio).toRect())
        self._picture(painter, picture, name, box, place)
        painter.end()
        return image

    def blended(self, under: QImage, over: QImage, share: float) -> QImage:
        """A picture of which `share`, from 0 to 1, is `over`."""
        image = under.copy()
        painter = QPainter(image)
        painter.setOpacity(share)
        painter.drawImage(0, 0, over)
        painter.end()
        return image

    def framed(self, picture: QImage, x: float, y: float, share: float) -> QImage:
        """The part of a picture from (x, y) on, `share` of its size, as large as the whole.

        All three are shares of its width and height.
        """
        if share == 1:
            return picture
        wide, high = picture.width(), picture.height()
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        part = QRectF(x * wide, y * high, share * wide, share * high)
        painter.drawImage(QRectF(0, 0, wide, high), picture, part)
        painter.end()
        return image


def smooth(painter: QPainter) -> None:
    """Edges, scaled pictures and, on paper, pictures without loss."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Wrapped paragraphs in font pixels; their width and height in the unit of their size."""

    paragraphs: list[QTextLayout]
    width: float
    height: float


def laid_out(
    text: str,
    width: float,
    size: float,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> LaidOut:
    """`text` in the program's fonts, wrapped to `width`, which has the unit of `size`."""
    scale = _font_scale(size)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    paragraphs, widest, y = [], 0.0, 0.0
    for paragraph in text.splitlines() or [""]:
        layout = QTextLayout(paragraph, _font(bold))
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width / scale)
            line.setPosition(QPointF(0, y))
            widest, y = max(widest, line.naturalTextWidth()), y + line.height() * LEADING
        layout.endLayout()
        paragraphs.append(layout)
    return LaidOut(paragraphs, widest * scale, y * scale)


def _font(bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(FONT_PIXELS)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("calt"), 0)  # its glyphs have no character a PDF could name
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


FONT_PIXELS = 64  # fonts are laid out large and scaled, so that no unit is too small for Qt
LEADING = 1.12


def _font_scale(size: float) -> float:
    return size / FONT_PIXELS


def _border() -> QPen:
    pen = QPen(INK, LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _place_in(box: Box, ratio: float | None) -> QRectF:
    """Of a picture with a ratio of its own; one without fills the box."""
    if ratio is None:
        return _rect(box)
    return QRectF(*middle_of(box.width, box.height, ratio)).translated(box.x, box.y)
