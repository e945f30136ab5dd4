"""Reads what the files of the chosen model are, beside the window, which may be gigabytes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtGui import QGuiApplication

from storyboard.engine.known_hashes import weights_of
from storyboard.engine.request import EngineError
from storyboard.progress import Cancelled


class ModelHashes(QThread):
    """Says in the window's thread what a model's weights are, and again whenever the artist comes
    back to the program, who may have put another file in their place.

    known   (model, hashes); none where the files cannot be read
    memory  the file in which hashes are remembered
    """

    known = Signal(object, object)

    def __init__(self, memory: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.memory = memory
        self._wanted: Path | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state)

    def want(self, model: Path) -> None:
        """The last model that was asked for is read, whatever was being read before."""
        self.forget()
        self._wanted = model
        self.start(QThread.Priority.LowPriority)

    def forget(self) -> None:
        """No model is asked for any more; returns when the thread has ended."""
        self._wanted = None
        self.requestInterruption()
        self.wait()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._wanted:
            self.want(self._wanted)

    def run(self) -> None:
        model = self._wanted
        if model is None:  # forgotten before the thread began
            return
        try:
            self.known.emit(model, weights_of(_here(model), self.memory, self._ask))
        except Cancelled:
            return

    def _ask(self) -> None:
        if self.isInterruptionRequested():
            raise Cancelled


def _here(model: Path) -> Path:
    """The files of a model that may be named as on the hub, whose library takes long to import."""
    if model.exists():
        return model
    from storyboard.engine.hub import on_this_machine

    try:
        return on_this_machine(model)
    except EngineError:
        return model
