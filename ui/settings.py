"""What is remembered between runs: recent projects, theme, zoom and layout."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from platformdirs import user_config_path, user_data_path
from PySide6.QtCore import QByteArray, QSettings

from storyboard.resources import starter_model

APP = "Storyboard Studio"
RECENT = 10


class Settings:
    """An ini file in the user's configuration folder."""

    def __init__(self, file: Path | None = None, samples: Path | None = None) -> None:
        path = file or user_config_path(APP) / "settings.ini"
        self.samples = samples or user_data_path(APP) / "samples"
        self._stored = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def recent(self) -> list[Path]:
        """Projects that are still there, the last one first."""
        stored = cast("list[object]", self._stored.value("recent", [], list))
        return [Path(str(one)) for one in stored if Path(str(one)).is_dir()]

    def opened(self, folder: Path) -> None:
        rest = [str(one) for one in self.recent if one != folder]
        self._stored.setValue("recent", [str(folder), *rest][:RECENT])

    @property
    def theme(self) -> str:
        return str(self._stored.value("theme", "dark"))

    @theme.setter
    def theme(self, name: str) -> None:
        self._stored.setValue("theme", name)

    @property
    def model(self) -> Path:
        """The folder of the model that draws; the bundled one until another is chosen."""
        stored = str(self._stored.value("model", ""))
        return Path(stored) if stored else starter_model()

    @model.setter
    def model(self, folder: Path) -> None:
        self._stored.setValue("model", "" if folder == starter_model() else str(folder))

    @property
    def columns(self) -> int:
        return int(str(self._stored.value("columns", 4)))

    @columns.setter
    def columns(self, columns: int) -> None:
        self._stored.setValue("columns", columns)

    def layout(self) -> tuple[QByteArray, QByteArray]:
        """Geometry and docks of the window, empty at first."""
        empty = QByteArray()
        return (
            cast(QByteArray, self._stored.value("geometry", empty, QByteArray)),
            cast(QByteArray, self._stored.value("docks", empty, QByteArray)),
        )

    def keep_layout(self, geometry: QByteArray, docks: QByteArray) -> None:
        self._stored.setValue("geometry", geometry)
        self._stored.setValue("docks", docks)
        self._stored.sync()
