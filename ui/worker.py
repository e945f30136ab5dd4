"""The one thread beside the window's: it loads the engine and does one request after another."""

from __future__ import annotations

import queue
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from storyboard.board import PanelId
from storyboard.engine.recipe import recipe_of
from storyboard.engine.request import EngineError, GenerationRequest
from storyboard.motion.rendering import Renderer, Rendering
from storyboard.motion.request import MotionError
from storyboard.progress import Cancelled, Progress
from storyboard.told import Sentence
from ui.first_import import engine_class
from ui.said import said

SWITCH_SECONDS = 0.002  # until the window's thread has the interpreter that it asks for
PREVIEW_SECONDS = 0.3  # between two looks at what is being drawn, at least


Request = GenerationRequest | Rendering


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished picture of a panel with all that is stored of it, ready to be kept."""

    panel: PanelId
    png: bytes
    proxy: bytes
    recipe: str


class Worker(QThread):
    """Draws pictures and renders transitions; everything it says arrives in the window's thread.

    loading    the model is being loaded
    stepped    (step, steps)
    resting    it is paused, and has ended the step it was at
    previewed  list of Preview, a few times a second at most
    made       Drawn, one picture after the other
    rendered   the transition of the request is kept
    done       that was the last of the request
    failed     what happened and what to do; a traceback's text for those who ask for details
    cancelled  nothing came of the request
    told       something the artist should know, in a sentence
    """

    loading = Signal()
    stepped = Signal(int, int)
    resting = Signal()
    previewed = Signal(list)
    made = Signal(object)
    rendered = Signal()
    done = Signal()
    failed = Signal(str, str)
    cancelled = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests: queue.Queue[Request | None] = queue.Queue()
        self._cancel, self._go = threading.Event(), threading.Event()
        self._renderer: Renderer | None = None
        self._model: tuple[Path, str | None] | None = None
        self.device: str | None = None  # the best there is
        self._looked = 0.0

    def draw(self, request: Request) -> None:
        self._cancel.clear()
        self._go.set()
        self._requests.put(request)
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def pause(self, paused: bool) -> None:
        """Rests after the step it is at, or goes on from there."""
        if paused:
            self._go.clear()
        else:
            self._go.set()

    def cancel(self) -> None:
        """Stops at the next step."""
        self._cancel.set()
        self._go.set()

    def finish(self) -> None:
        """Ends the thread; returns when it has ended."""
        if self.isRunning():
            self.cancel()
            self._requests.put(None)
            self.wait()

    def run(self) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        while (request := self._requests.get()) is not None:
            try:
                if isinstance(request, Rendering):
                    self._render(request)
                else:
                    self._draw(request)
                self.done.emit()
            except Cancelled:
                self.cancelled.emit()
            except (EngineError, MotionError) as error:
                self.failed.emit(said(error), _traceback())
            except Exception as error:  # noqa: BLE001  whatever it is, the window must hear of it
                self.failed.emit(said(unexpected(error)), _traceback())

    def _draw(self, request: GenerationRequest) -> None:
        from storyboard.generation.generate import png_of
        from storyboard.store import proxy_of

        engine = self._with(request.model).engine
        for one in engine.generate(request, self._report, self._say):
            png, recipe = png_of(one.picture), recipe_of(request, one.panel, engine.provenance)
            self.made.emit(Drawn(one.panel, png, proxy_of(png), recipe))

    def _render(self, rendering: Rendering) -> None:
        renderer = self._with(rendering.request.model)
        renderer.render(rendering.request, rendering.kept, self._report)
        self.rendered.emit()

    def _with(self, model: Path) -> Renderer:
        """The engine of a model, and the motion weights that were loaded for it."""
        wanted = (model, self.device)
        if self._renderer is None or self._model != wanted:
            self.loading.emit()
            self._renderer = None  # so that two models are never in the memory at once
            self._renderer, self._model = Renderer(engine_class()(*wanted)), wanted
        return self._renderer

    def _say(self, sentence: Sentence) -> None:
        self.told.emit(said(sentence))

    def _report(self, progress: Progress) -> None:
        if not self._go.is_set():
            self.resting.emit()
            self._go.wait()
        if self._cancel.is_set():
            raise Cancelled
        self.stepped.emit(progress.step, progress.steps)
        if time.monotonic() - self._looked >= PREVIEW_SECONDS and (seen := progress.previews()):
            self._looked = time.monotonic()
            self.previewed.emit(list(seen))
        time.sleep(0.001)  # lets the window's thread have the interpreter


def unexpected(error: Exception) -> Sentence:
    """What is said of an error that no part of the engine has words for."""
    return Sentence(
        "The model could not draw this ({kind}).",
        "Try again, or choose another model.",
        kind=type(error).__name__,
    )


def _traceback() -> str:
    import traceback

    return traceback.format_exc()
