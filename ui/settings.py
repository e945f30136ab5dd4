"""What is remembered between runs: recent projects, looks, layout, keys, folders and the model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from platformdirs import (
    user_cache_path,
    user_config_path,
    user_data_path,
    user_documents_path,
    user_log_path,
)
from PySide6.QtCore import QByteArray, QLocale, QSettings

from storyboard.resources import starter_model

APP = "Storyboard Studio"
RECENT = 10
COLUMNS = 4
LANGUAGES = {"en": "English", "ja": "日本語"}


class Settings:
    """An ini file in the user's configuration folder; what is kept elsewhere is in `samples`,
    `caches` and `logs`, which lie beside the file where one is named."""

    def __init__(self, file: Path | None = None, samples: Path | None = None) -> None:
        self.file = file or user_config_path(APP) / "settings.ini"
        beside = file.parent if file else None
        self.samples = samples or (beside or user_data_path(APP)) / "samples"
        self.caches = beside / "caches" if beside else user_cache_path(APP)
        self.logs = beside / "logs" if beside else user_log_path(APP)
        self._stored = QSettings(str(self.file), QSettings.Format.IniFormat)

    def _text(self, name: str, otherwise: str = "") -> str:
        return str(self._stored.value(name, otherwise))

    def _keep(self, name: str, value: object) -> None:
        """Nothing is stored for what is empty: then the rule holds again."""
        if value in ("", None):
            self._stored.remove(name)
        else:
            self._stored.setValue(name, value)

    def reset(self, *names: str) -> None:
        """Back to what the program comes with."""
        for name in names:
            self._stored.remove(name)

    @property
    def recent(self) -> list[Path]:
        """Projects that are still there, the last one first."""
        stored = cast("list[object]", self._stored.value("recent", [], list))
        return [Path(str(one)) for one in stored if Path(str(one)).is_dir()]

    def opened(self, folder: Path) -> None:
        rest = [str(one) for one in self.recent if one != folder]
        self._stored.setValue("recent", [str(folder), *rest][:RECENT])

    def forget(self, folder: Path) -> None:
        """The project stays where it is, but is no longer offered."""
        self._stored.setValue("recent", [str(one) for one in self.recent if one != folder])

    @property
    def theme(self) -> str:
        return self._text("theme", "dark")

    @theme.setter
    def theme(self, name: str) -> None:
        self._keep("theme", name)

    @property
    def language(self) -> str:
        """A code of LANGUAGES, empty where the desktop's language is meant."""
        return self._text("language")

    @language.setter
    def language(self, code: str) -> None:
        self._keep("language", code)

    @property
    def spoken(self) -> str:
        """The code of the language that the window speaks."""
        code = self.language or QLocale.system().name().partition("_")[0]
        return code if code in LANGUAGES else "en"

    @property
    def model(self) -> Path:
        """The model that draws, a folder or a file; the bundled one until another is chosen."""
        stored = self._text("model")
        return Path(stored) if stored else starter_model()

    @model.setter
    def model(self, path: Path) -> None:
        self._keep("model", "" if path == starter_model() else str(path))

    @property
    def device(self) -> str:
        """What computes, as torch calls it; empty where the best that is there is meant."""
        return self._text("device")

    @device.setter
    def device(self, name: str) -> None:
        self._keep("device", name)

    @property
    def projects(self) -> Path:
        """Where new projects are proposed."""
        stored = self._text("projects")
        return Path(stored) if stored else user_documents_path()

    @projects.setter
    def projects(self, folder: Path) -> None:
        self._keep("projects", str(folder))

    @property
    def exports(self) -> Path | None:
        """Where exports are proposed; None where each project's own folder is meant."""
        stored = self._text("exports")
        return Path(stored) if stored else None

    @exports.setter
    def exports(self, folder: Path | None) -> None:
        self._keep("exports", str(folder) if folder else "")

    @property
    def export(self) -> dict[str, object]:
        """What was chosen for the last export."""
        return _dictionary(self._text("export"))

    @export.setter
    def export(self, chosen: dict[str, object]) -> None:
        self._keep("export", _stored(chosen))

    @property
    def keys(self) -> dict[str, str]:
        """The keys that the artist has changed, by what the command does; empty for none."""
        return {name: str(key) for name, key in _dictionary(self._text("keys")).items()}

    @keys.setter
    def keys(self, changed: dict[str, str]) -> None:
        self._keep("keys", _stored(changed) if changed else "")

    @property
    def columns(self) -> int:
        return int(self._text("columns", str(COLUMNS)))

    @columns.setter
    def columns(self, columns: int) -> None:
        self._keep("columns", columns)

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


def _dictionary(text: str) -> dict[str, object]:
    """What was stored as JSON; nothing where somebody else wrote the file."""
    if not text:
        return {}
    import json

    try:
        read = json.loads(text)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _stored(chosen: Mapping[str, object]) -> str:
    import json

    return json.dumps(chosen)
