"""What is asked of an export: its kind, and the choices that this kind has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from storyboard.export.options import FILM_WIDTH, ExportOptions, SheetWords
from storyboard.pages import GRIDS, PAPERS
from ui.palette import SPIN_MARGINS

COMIC, SHEET, PAGES, PANELS, FILM = "comic", "sheet", "pages", "panels", "film"
SUFFIXES = {COMIC: ".pdf", SHEET: ".pdf", PAGES: ".png", PANELS: "", FILM: ".mp4"}
WIDTHS = (FILM_WIDTH, 1920, 3840)
MOST_COLUMNS = 6
UP = 6


class ExportForm(QWidget):
    """Shows what was chosen last; says when another choice is made."""

    changed = Signal()

    def __init__(self, before: Mapping[str, object]) -> None:
        super().__init__()
        self.before = before
        kinds = (
            (COMIC, self.tr("Comic (PDF)")),
            (SHEET, self.tr("Shot sheet (PDF)")),
            (PAGES, self.tr("Pages as pictures (PNG)")),
            (PANELS, self.tr("Panels as pictures (PNG)")),
            (FILM, self.tr("Film (MP4)")),
        )
        self.kind_box = self._choice(self.tr("Kind"), kinds, "kind", COMIC)
        papers = [(name, name) for name in PAPERS]
        self.paper = self._choice(self.tr("Paper"), papers, "paper", "A4")
        self.columns = QSpinBox()
        self.columns.lineEdit().setTextMargins(*SPIN_MARGINS)
        self.columns.setRange(1, MOST_COLUMNS)
        self.columns.setAccessibleName(self.tr("Panels side by side"))
        self.columns.setValue(_number(before.get("columns"), 2))
        self.columns.valueChanged.connect(self.changed)
        grids = [(up, str(up)) for up in GRIDS]
        self.shots = self._choice(self.tr("Shots a page"), grids, "shots", UP)
        widths = [(width, self.tr("{} pixels").format(width)) for width in WIDTHS]
        self.width_box = self._choice(self.tr("Width"), widths, "width", FILM_WIDTH)
        self.captions = QCheckBox(self.tr("Captions in the picture"))
        self.captions.setChecked(before.get("captions") is not False)
        self.captions.toggled.connect(self.changed)
        self._build()
        self.kind_box.currentIndexChanged.connect(self._show_kind)
        self._show_kind()

    def _choice(self, name: str, offered: object, key: str, otherwise: object) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for value, words in offered:  # type: ignore[attr-defined]
            box.addItem(words, value)
        found = box.findData(self.before.get(key, otherwise))
        box.setCurrentIndex(found if found >= 0 else box.findData(otherwise))
        box.currentIndexChanged.connect(self.changed)
        return box

    def _build(self) -> None:
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(14)
        self.rows = (
            (self.columns, {COMIC, PAGES}),
            (self.shots, {SHEET}),
            (self.paper, {COMIC, PAGES, SHEET}),
            (self.width_box, {FILM}),
        )
        labels: list[QLabel] = []
        for part in (self.kind_box, *(part for part, _ in self.rows)):
            label = QLabel(part.accessibleName())
            label.setObjectName("dim")
            label.setBuddy(part)
            label.setMinimumHeight(part.sizeHint().height())
            self.form.addRow(label, part)
            labels.append(label)
        widest = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(widest)
        self.form.addRow(self.captions)
        self.told = QLabel(
            self.tr("Every drawn panel becomes a picture of its own size, named after the panel.")
        )
        self.told.setObjectName("dim")
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.form)
        column.addWidget(self.told)

    def _show_kind(self) -> None:
        for part, kinds in self.rows:
            self.form.setRowVisible(part, self.kind in kinds)
        self.form.setRowVisible(self.captions, self.kind == FILM)
        self.told.setVisible(self.kind == PANELS)

    @property
    def kind(self) -> str:
        return str(self.kind_box.currentData())

    def chosen(self) -> dict[str, object]:
        """To be remembered."""
        return {
            "kind": self.kind,
            "paper": self.paper.currentData(),
            "columns": self.columns.value(),
            "shots": self.shots.currentData(),
            "width": self.width_box.currentData(),
            "captions": self.captions.isChecked(),
        }

    def options(self) -> ExportOptions:
        return ExportOptions(
            columns=self.columns.value(),
            paper=self.paper.currentData(),
            captions=self.captions.isChecked(),
            shots=self.shots.currentData() if self.kind == SHEET else None,
            width=self.width_box.currentData(),
            date=QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat),
            words=self._words(),
        )

    def _words(self) -> SheetWords:
        return SheetWords(
            action=self.tr("Action"),
            dialogue=self.tr("Dialogue"),
            caption=self.tr("Caption"),
            notes=self.tr("Notes"),
            scene=self.tr("Scene {number}"),
            scenes=self.tr("{first} – {last}"),
            page=self.tr("Page {number} of {count}"),
        )


def _number(stored: object, otherwise: int) -> int:
    return stored if isinstance(stored, int) else otherwise
