"""Exports from the window, with progress and cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QProgressDialog

from storyboard.export.options import ExportError, ExportOptions
from storyboard.progress import Cancelled, Progress

if TYPE_CHECKING:
    from ui.window import MainWindow

FILTERS = "Comic (*.pdf);;Animatic (*.mp4);;Pages as pictures (*.png)"


def ask_and_export(window: MainWindow) -> None:
    if window.project is None:
        return
    proposed = window.project.folder / "exports" / f"{window.project.folder.name}.pdf"
    name, kind = QFileDialog.getSaveFileName(window, "Export", str(proposed), FILTERS)
    if not name:
        return
    path = Path(name)
    if not path.suffix:
        path = path.with_suffix(kind.partition("*")[2].rstrip(")"))
    files = export_to(window, path)
    if files:
        _offer_folder(window, files)


def export_to(window: MainWindow, path: Path) -> list[Path]:
    """The files that were written, none when it failed or was cancelled."""
    from storyboard.export.formats import export

    assert window.project is not None
    dialog = QProgressDialog(f"Writing {path.name}", "Cancel", 0, 0, window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(400)

    def report(progress: Progress) -> None:
        dialog.setMaximum(progress.steps)
        dialog.setValue(progress.step)
        QApplication.processEvents()
        if dialog.wasCanceled():
            raise Cancelled

    try:
        return export(window.project, path, ExportOptions(captions=True), report)
    except ExportError as error:
        window.tell(str(error))
    except Cancelled:
        window.tell("The export was cancelled; nothing was written.")
    finally:
        dialog.close()
    return []


def _offer_folder(window: MainWindow, files: list[Path]) -> None:
    box = QMessageBox(window)
    box.setText(f"Wrote {files[0].name}.")
    show = box.addButton("Show in folder", QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() == show:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(files[0].parent)))
