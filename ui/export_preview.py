"""What an export will look like: its first pages, or a frame of the film, by the same painter."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from storyboard.export.film import holds_of
from storyboard.export.formats import film_size
from storyboard.export.options import ExportOptions
from storyboard.export.pictures import picture_of
from storyboard.export.sheets import sheet_of
from storyboard.naming import panel_names
from storyboard.pages import Pages, page_picture, pages_of
from storyboard.pages.painter import Painter
from storyboard.project import Project
from storyboard.ratios import picture_size
from storyboard.timing import show_timecode
from ui.export_form import FILM, PANELS
from ui.icons import set_icon

PANELS_SHOWN = 40  # whose pages are laid out for the preview
DPI = 96
FILM_SHOWN = 960  # pixels of a frame's width


class ExportPreview(QWidget):
    """Shows one page or frame at a time."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self.project, self.options, self.kind = project, ExportOptions(), ""
        self.pages: Pages | None = None
        self.sheet = _Sheet()
        self.place = QSlider(Qt.Orientation.Horizontal)
        self.place.setAccessibleName(self.tr("Page or frame of the preview"))
        self.place.valueChanged.connect(self._show)
        self.words = QLabel()
        self.words.setObjectName("dim")
        self.words.setMinimumWidth(140)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.addWidget(self._step("left", self.tr("Back"), -1))
        row.addWidget(self._step("right", self.tr("On"), 1))
        row.addWidget(self.place, 1)
        row.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sheet, 1)
        column.addLayout(row)
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.setInterval(60)  # ms, so that a number that is being typed is laid out once
        self.soon.timeout.connect(self._lay_out)

    def _step(self, sign: str, name: str, by: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName("plain")
        button.setAccessibleName(name)
        button.setToolTip(name)
        set_icon(button, sign)
        button.clicked.connect(lambda: self.place.setValue(self.place.value() + by))
        return button

    def show_options(self, options: ExportOptions, kind: str) -> None:
        self.options, self.kind = options, kind
        self.soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """The project may be closed from now on."""
        self.soon.stop()

    def _lay_out(self) -> None:
        board = self.project.board
        if self.kind == FILM:
            size = _within(film_size(board, self.options.width), FILM_SHOWN)
            chosen = self.options
            holds = holds_of(self.project, size, chosen.captions, chosen.transitions)
            self.holds = list(holds)
            last = sum(hold.frames for hold in self.holds) - 1
        elif self.kind == PANELS:
            last = len(board.panels) - 1
        else:
            self.pages = pages_of(sheet_of(self.project, self.options, PANELS_SHOWN))
            last = self.pages.count - 1
        self.place.setRange(0, max(0, last))
        self._show()

    def _show(self) -> None:
        place = self.place.value()
        if self.kind == FILM:
            self.sheet.show_image(self._frame(place))
            self.words.setText(show_timecode(place, self.project.board.rate))
        elif self.kind == PANELS:
            self._show_panel(place)
        elif self.pages is not None:
            self.sheet.show_image(page_picture(self.pages, place, DPI))
            told = self.tr("Page {number} of {count}")
            if len(self.project.board.panels) > PANELS_SHOWN:
                told = self.tr("Page {number} of the first {count}")
            self.words.setText(told.format(number=place + 1, count=self.pages.count))

    def _show_panel(self, row: int) -> None:
        board = self.project.board
        panel, names = board.panels[row], panel_names(board)
        picture = picture_of(self.project, panel)
        size = _within(picture_size(board, panel), FILM_SHOWN)
        image = QImage.fromData(picture) if picture else QImage()
        if image.isNull():
            image = Painter().frame(None, names[panel.id], *size)
        self.sheet.show_image(image)
        self.words.setText(names[panel.id])

    def _frame(self, place: int) -> QImage:
        for hold in self.holds:
            if place < hold.frames:
                pixels = hold.picture()
                height, width = pixels.shape[:2]
                made = QImage(pixels.data, width, height, QImage.Format.Format_RGB32)
                return made.copy()  # the pixels go with the array
            place -= hold.frames
        return QImage()


class _Sheet(QWidget):
    """A picture as large as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(380, 420)
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        painter = QPainter(self)
        room = self.rect().adjusted(16, 16, -16, -16)
        ratio = self.devicePixelRatioF()
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        drawn = QPixmap.fromImage(self.image.scaled(room.size() * ratio, keep, smooth))
        drawn.setDevicePixelRatio(ratio)
        size = drawn.deviceIndependentSize().toSize()
        painter.drawPixmap(
            room.x() + (room.width() - size.width()) // 2,
            room.y() + (room.height() - size.height()) // 2,
            drawn,
        )


def _within(size: tuple[int, int], width: int) -> tuple[int, int]:
    wide = min(width, size[0])
    return wide, round(wide * size[1] / size[0])
