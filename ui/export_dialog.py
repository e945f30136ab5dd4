"""The export: choices on the left, what they give on the right, and the writing itself."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storyboard.export.formats import export
from storyboard.export.options import ExportError, ExportOptions
from storyboard.export.sounds import silenced
from storyboard.generation.transitions import (
    TransitionSettings,
    dissolving,
    transition_settings,
)
from storyboard.progress import Cancelled, Progress
from storyboard.project import Project
from ui.export_form import FILM, PANELS, SHEET, SUFFIXES, ExportForm
from ui.export_preview import ExportPreview
from ui.said import said
from ui.settings import Settings

SIZE = (1000, 700)
CHOICES = 340  # pixels of width


class ExportDialog(QDialog):
    """Writes a project under the name that is chosen here; `failed` is a sentence."""

    failed = Signal(str)
    folder_wanted = Signal(Path)

    def __init__(self, parent: QWidget, project: Project, settings: Settings) -> None:
        super().__init__(parent)
        self.project, self.settings = project, settings
        self.writing = self.cancelled = False
        self.written: list[Path] = []
        self.setWindowTitle(self.tr("Export"))
        self.resize(*SIZE)
        self.form, self.preview = ExportForm(settings.export), ExportPreview(project)
        self.form.changed.connect(self._show_choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 20, 16)
        row.setSpacing(24)
        row.addWidget(self._build_choices())
        row.addWidget(self.preview, 1)
        self._show_choice()
        self.ready.setFocus()

    def _build_choices(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(CHOICES)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.form)
        column.addWidget(self._build_name())
        column.addStretch()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.left = QLabel()
        self.left.setObjectName("dim")
        for part in (self.told, self.bar, self.left):
            part.hide()
            column.addWidget(part)
        column.addWidget(self._build_buttons())
        return side

    def _build_name(self) -> QWidget:
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("File"))
        self.name.textEdited.connect(self._show_warning)
        browse = QPushButton(self.tr("Choose …"))
        browse.setAccessibleName(self.tr("Choose the file"))
        browse.clicked.connect(self._browse)
        self.where = QLabel()
        self.where.setObjectName("dim")
        whole, row = QWidget(), QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(browse)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.where)
        column.addLayout(row)
        return whole

    def _build_buttons(self) -> QWidget:
        self.show_button = QPushButton(self.tr("Show in folder"))
        self.show_button.clicked.connect(self._show_folder)
        self.show_button.hide()
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.ready = QPushButton(self.tr("Export"))
        self.ready.setObjectName("primary")
        self.ready.setDefault(True)
        self.ready.clicked.connect(self.write)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.show_button)
        row.addStretch()
        row.addWidget(self.close_button)
        row.addWidget(self.ready)
        buttons = QWidget()
        buttons.setLayout(row)
        return buttons

    def _show_choice(self) -> None:
        """Another kind has another name; the folder stays."""
        folder = Path(self.name.text()).parent if self.name.text() else self._proposed_folder()
        ending = {SHEET: self.tr(" – shots"), PANELS: self.tr(" – panels")}.get(self.form.kind, "")
        suffix = SUFFIXES[self.form.kind]
        self.where.setText(self.tr("File") if suffix else self.tr("Folder"))
        self.name.setText(str(folder / f"{self.project.folder.name}{ending}{suffix}"))
        self.preview.show_options(self._options(), self.form.kind)
        self._show_warning()

    def _proposed_folder(self) -> Path:
        return self.settings.exports or self.project.folder / "exports"

    def _show_warning(self) -> None:
        warnings = self._film_warnings() if self.form.kind == FILM else []
        there = Path(self.name.text()).is_file()
        replaced = self.tr("A file of this name is there. It will be replaced.") if there else ""
        self._tell("warning", " ".join([*warnings, *([replaced] if replaced else [])]))
        self.show_button.hide()

    def _film_warnings(self) -> list[str]:
        found = (silenced(self.project), dissolving(self.project, self._transitions()))
        return [said(one) for one in found if one]

    def _options(self) -> ExportOptions:
        return replace(self.form.options(), transitions=self._transitions())

    def _transitions(self) -> TransitionSettings:
        return transition_settings(self.settings.model)

    def _tell(self, how: str, text: str) -> None:
        self.told.setObjectName(how)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _browse(self) -> None:
        suffix = SUFFIXES[self.form.kind]
        if not suffix:
            name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"))
        else:
            name, _ = QFileDialog.getSaveFileName(
                self, self.tr("Export"), self.name.text(), f"*{suffix}"
            )
        if name:
            self.name.setText(str(Path(name).with_suffix(suffix) if suffix else Path(name)))
            self._show_warning()

    def write(self) -> None:
        """Writes, and stays responsive meanwhile; what was cancelled leaves nothing behind."""
        self.settings.export = self.form.chosen()
        path = self._path()
        self._begin()
        try:
            self.written = export(self.project, path, self._options(), self._report)
            self._tell("done", self._done())
            self.show_button.show()
        except ExportError as error:
            self._tell("bad", said(error))
            self.failed.emit(said(error))
        except Cancelled:
            self._tell("warning", self.tr("The export was cancelled; nothing was written."))
        finally:
            self._end()

    def _path(self) -> Path:
        """As it was written, in the project's own folder of exports where none was chosen."""
        path, suffix = Path(self.name.text()), SUFFIXES[self.form.kind]
        if suffix and path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        if path.parent == self._proposed_folder() and self.project.folder.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _done(self) -> str:
        if len(self.written) == 1:
            return self.tr("Wrote {}.").format(self.written[0].name)
        return self.tr("Wrote %n picture(s).", "", len(self.written))

    def _begin(self) -> None:
        self.writing, self.cancelled, self.began = True, False, time.monotonic()
        self.form.setEnabled(False)
        self.ready.setEnabled(False)
        self.show_button.hide()
        self.told.hide()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.left.setText(self.tr("Writing …"))
        self.left.show()
        self.close_button.setText(self.tr("Cancel"))

    def _report(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.steps)
        self.bar.setValue(progress.step)
        if progress.step:
            passed = time.monotonic() - self.began
            seconds = passed / progress.step * (progress.steps - progress.step)
            self.left.setText(self.tr("{:.0f} s left").format(seconds))
        QApplication.processEvents()
        if self.cancelled:
            raise Cancelled

    def _end(self) -> None:
        self.writing = False
        self.form.setEnabled(True)
        self.ready.setEnabled(True)
        self.bar.hide()
        self.left.hide()
        self.close_button.setText(self.tr("Close"))

    def _show_folder(self) -> None:
        self.folder_wanted.emit(self.written[0].parent)

    def reject(self) -> None:
        """While it writes, this stops the writing."""
        if self.writing:
            self.cancelled = True
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.writing:
            self.cancelled = True
            event.ignore()
        else:
            super().closeEvent(event)
