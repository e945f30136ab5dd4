"""The preferences: model, folders, looks and keys. What is chosen holds at once."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from storyboard.resources import starter_model
from ui.palette import SPIN_MARGINS
from ui.settings import COLUMNS, LANGUAGES, Settings
from ui.shortcut_editor import ShortcutEditor
from ui.status_line import MOST_COLUMNS

SIZE = (860, 580)
WIDEST = 340  # of what is chosen from a few


class Preferences(QDialog):
    """Shows the settings; wishes what the window has to do about a change."""

    model_wanted = Signal(Path)
    device_wanted = Signal(str)
    theme_wanted = Signal(str)
    columns_wanted = Signal(int)
    keys_wanted = Signal(dict)

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self.settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(*SIZE)
        self.sides, self.pages = QListWidget(), QStackedWidget()
        self.sides.setObjectName("sides")
        self.sides.setAccessibleName(self.tr("Pages of the preferences"))
        self.sides.setFixedWidth(190)
        self.sides.currentRowChanged.connect(self.pages.setCurrentIndex)
        self._add(self.tr("Model"), self._build_model())
        self._add(self.tr("Folders"), self._build_folders())
        self._add(self.tr("Appearance"), self._build_looks())
        self.shortcuts = ShortcutEditor(settings.keys)
        self.shortcuts.keys_changed.connect(self.keys_wanted)
        self._add(self.tr("Shortcuts"), self.shortcuts)
        right = QVBoxLayout()
        right.setContentsMargins(26, 22, 26, 16)
        right.setSpacing(14)
        right.addWidget(self.pages, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        right.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sides)
        row.addLayout(right, 1)
        self.sides.setCurrentRow(0)

    def _add(self, name: str, page: QWidget) -> None:
        self.sides.addItem(name)
        self.pages.addWidget(page)

    def _build_model(self) -> QWidget:
        self.model = QLabel()
        self.model.setWordWrap(True)
        folder = QPushButton(self.tr("Choose a folder …"))
        folder.clicked.connect(self._choose_model_folder)
        file = QPushButton(self.tr("Choose a file …"))
        file.clicked.connect(self._choose_model_file)
        starter = QPushButton(self.tr("Use the starter model"))
        starter.clicked.connect(lambda: self._want_model(starter_model()))
        self.device = _choice(self.tr("Device"), self._devices(), self.settings.device)
        self.device.activated.connect(self._want_device)
        self._show_model()
        return _page(
            _part(
                self.tr("The model that draws"),
                self.model,
                _row(folder, file, starter),
                told=self.tr(
                    "Any Stable Diffusion 1.5 or XL model: a folder in diffusers format, or one "
                    ".safetensors file. Its pictures are its maker’s matter, its licence too."
                ),
            ),
            _part(
                self.tr("Device"),
                self.device,
                told=self.tr(
                    "What computes the pictures. The best there is, unless you choose; a change "
                    "holds from the next picture on."
                ),
            ),
        )

    def _devices(self) -> list[tuple[str, str]]:
        card = (
            ("mps", self.tr("Apple graphics (Metal)"))
            if sys.platform == "darwin"
            else ("cuda", self.tr("Graphics card (CUDA or ROCm)"))
        )
        return [("", self.tr("The best there is")), card, ("cpu", self.tr("Processor"))]

    def _choose_model_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a model’s folder"))
        if name:
            self._want_model(Path(name))

    def _choose_model_file(self) -> None:
        kinds = self.tr("Models (*.safetensors)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a model’s file"), "", kinds)
        if name:
            self._want_model(Path(name))

    def _want_model(self, path: Path) -> None:
        self.model_wanted.emit(path)
        self._show_model()

    def _show_model(self) -> None:
        model = self.settings.model
        starter = self.tr("The starter model, which comes with the program")
        self.model.setText(starter if model == starter_model() else str(model))

    def _want_device(self) -> None:
        self.settings.device = self.device.currentData()
        self.device_wanted.emit(self.settings.device)

    def _build_folders(self) -> QWidget:
        self.projects, self.exports = QLabel(), QLabel()
        self._show_folders()
        projects = QPushButton(self.tr("Choose …"))
        projects.setAccessibleName(self.tr("Choose the folder of new projects"))
        projects.clicked.connect(self._choose_projects)
        exports = QPushButton(self.tr("Choose …"))
        exports.setAccessibleName(self.tr("Choose the folder of exports"))
        exports.clicked.connect(self._choose_exports)
        default = QPushButton(self.tr("Defaults"))
        default.clicked.connect(self._reset_folders)
        own = [
            (self.tr("Settings"), self.settings.file.parent),
            (self.tr("Samples"), self.settings.samples),
            (self.tr("Caches"), self.settings.caches),
            (self.tr("Log"), self.settings.logs),
        ]
        return _page(
            _part(self.tr("New projects"), _row(self.projects, projects)),
            _part(self.tr("Exports"), _row(self.exports, exports)),
            _row(default),
            _part(self.tr("What the program keeps"), *(self._own(*one) for one in own)),
        )

    def _own(self, name: str, folder: Path) -> QWidget:
        where = QLabel(f"{name}: {folder}")
        where.setObjectName("dim")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = QPushButton(self.tr("Show"))
        show.setObjectName("small")
        show.setAccessibleName(self.tr("Show the folder: {}").format(name))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        return _row(where, show)

    def _show_folders(self) -> None:
        self.projects.setText(str(self.settings.projects))
        beside = self.tr("In each project’s own folder")
        self.exports.setText(str(self.settings.exports or beside))

    def _choose_projects(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of new projects"))
        if name:
            self.settings.projects = Path(name)
            self._show_folders()

    def _choose_exports(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of exports"))
        if name:
            self.settings.exports = Path(name)
            self._show_folders()

    def _reset_folders(self) -> None:
        self.settings.reset("projects", "exports")
        self._show_folders()

    def _build_looks(self) -> QWidget:
        themes = [("dark", self.tr("Dark")), ("light", self.tr("Light"))]
        self.theme = _choice(self.tr("Theme"), themes, self.settings.theme)
        self.theme.activated.connect(lambda: self.theme_wanted.emit(self.theme.currentData()))
        languages = [("", self.tr("The desktop’s")), *LANGUAGES.items()]
        self.language = _choice(self.tr("Language"), languages, self.settings.language)
        self.language.activated.connect(self._keep_language)
        self.later = QLabel(self.tr("The new language is spoken when the program starts again."))
        self.later.setObjectName("hint")
        self.later.hide()
        self.columns = QSpinBox()
        self.columns.setMaximumWidth(WIDEST)
        self.columns.lineEdit().setTextMargins(*SPIN_MARGINS)
        self.columns.setRange(1, MOST_COLUMNS)
        self.columns.setValue(self.settings.columns)
        self.columns.setAccessibleName(self.tr("Cards side by side"))
        self.columns.valueChanged.connect(self.columns_wanted)
        default = QPushButton(self.tr("Defaults"))
        default.clicked.connect(self._reset_looks)
        return _page(
            _part(self.tr("Theme"), self.theme),
            _part(self.tr("Language"), self.language, self.later),
            _part(self.tr("Cards side by side"), self.columns),
            _row(default),
        )

    def _keep_language(self) -> None:
        self.settings.language = self.language.currentData()
        self.later.show()

    def _reset_looks(self) -> None:
        self.theme.setCurrentIndex(0)
        self.theme_wanted.emit("dark")
        self.language.setCurrentIndex(0)
        self._keep_language()
        self.columns.setValue(COLUMNS)


def _page(*parts: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(22)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return page


def _part(name: str, *parts: QWidget, told: str = "") -> QWidget:
    whole, heading = QWidget(), QLabel(name)
    heading.setObjectName("heading")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    for one in (heading, *parts):
        column.addWidget(one)
    if told:
        words = QLabel(told)
        words.setObjectName("dim")
        words.setWordWrap(True)
        column.addWidget(words)
    return whole


def _row(*parts: QWidget) -> QWidget:
    """What can be read gives way, what can be pressed stands to the left of it."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QLabel) else 0)
    if not any(isinstance(part, QLabel) for part in parts):
        row.addStretch()
    return whole


def _choice(name: str, offered: list[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMaximumWidth(WIDEST)
    for value, words in offered:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
