"""The one thread beside the window's: it loads the engine and draws one request after another."""

from __future__ import annotations

import queue
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from storyboard.engine.recipe import recipe_of
from storyboard.engine.request import EngineError, GenerationRequest
from storyboard.progress import Cancelled, Progress


class Worker(QThread):
    """Draws requests; everything it says arrives in the window's thread.

    loading    the model is being loaded
    stepped    (step, steps)
    made       list of (panel id, PNG, recipe)
    failed     a sentence; a traceback's text for those who ask for details
    cancelled  nothing came of the request
    """

    loading = Signal()
    stepped = Signal(int, int)
    made = Signal(list)
    failed = Signal(str, str)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests: queue.Queue[GenerationRequest | None] = queue.Queue()
        self._cancel = threading.Event()
        self._engine: object | None = None
        self._model: tuple[Path, str | None] | None = None
        self.device: str | None = None  # the best there is

    def draw(self, request: GenerationRequest) -> None:
        self._cancel.clear()
        self._requests.put(request)
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def cancel(self) -> None:
        """Stops at the next step."""
        self._cancel.set()

    def finish(self) -> None:
        """Ends the thread; returns when it has ended."""
        self.cancel()
        self._requests.put(None)
        self.wait()

    def run(self) -> None:
        while (request := self._requests.get()) is not None:
            try:
                self._draw(request)
            except Cancelled:
                self.cancelled.emit()
            except EngineError as error:
                self.failed.emit(str(error), "")
            except Exception as error:  # noqa: BLE001  whatever it is, the window must hear of it
                import traceback

                self.failed.emit(
                    f"The model could not draw this ({type(error).__name__}). "
                    "Try again, or choose another model.",
                    traceback.format_exc(),
                )

    def _draw(self, request: GenerationRequest) -> None:
        from storyboard.engine.engine import Engine
        from storyboard.generation.generate import png_of

        wanted = (request.model, self.device)
        if self._model != wanted or not isinstance(self._engine, Engine):
            self.loading.emit()
            self._engine, self._model = Engine(*wanted), wanted
        engine = self._engine
        pictures = engine.generate(request, self._report)
        self.made.emit([
            (one.panel, png_of(one.picture), recipe_of(request, one.panel, engine.provenance))
            for one in pictures
        ])  # fmt: skip

    def _report(self, progress: Progress) -> None:
        if self._cancel.is_set():
            raise Cancelled
        self.stepped.emit(progress.step, progress.steps)
        time.sleep(0.001)  # lets the window's thread have the interpreter
