"""Small pictures of the recent projects, kept beside the caches, for the start screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QSize, Qt
from PySide6.QtGui import QPixmap

SIZE = QSize(448, 252)  # pixels, twice what is shown


class Covers:
    """One picture a project folder; they can be thrown away at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, project: Path, picture: QPixmap) -> None:
        """The picture it is known by from now on; where it cannot be written there is none."""
        self.folder.mkdir(parents=True, exist_ok=True)
        filled = picture.scaled(
            SIZE,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        left, top = (filled.width() - SIZE.width()) // 2, (filled.height() - SIZE.height()) // 2
        filled.copy(left, top, SIZE.width(), SIZE.height()).save(str(self._file(project)))

    def of(self, project: Path) -> QPixmap | None:
        found = QPixmap(str(self._file(project)))
        return None if found.isNull() else found

    def _file(self, project: Path) -> Path:
        method = QCryptographicHash.Algorithm.Sha1
        name = QCryptographicHash.hash(str(project).encode(), method).toHex().toStdString()
        return self.folder / f"{name}.png"
