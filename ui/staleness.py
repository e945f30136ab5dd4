"""Keeps the board's marks of stale pictures true, without ever holding the window up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from storyboard.board import Board, PanelId
from storyboard.generation.stale import Reason, Reasons, Staleness
from storyboard.project import ProjectError
from ui.model_hashes import ModelHashes
from ui.said import said

if TYPE_CHECKING:
    from ui.window import MainWindow

SLICE = 100  # recipes read before the window may paint again


def tr(text: str) -> str:
    return QCoreApplication.translate("Staleness", text)


class StaleMarks:
    """`found` has the stale panels of the open project, as far as their recipes are read."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.known = Staleness()
        self.found: dict[PanelId, Reasons] = {}
        self.timer = QTimer(window)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.show_board)
        self.model: tuple[Path, frozenset[str]] | None = None  # and its weights, once known
        self.hashes = ModelHashes(window.settings.caches / "hashes.json", window)
        self.hashes.known.connect(self._on_known)

    def forget(self) -> None:
        """Another project will be shown."""
        self.timer.stop()
        self.hashes.forget()
        self.model = None
        self.known = Staleness()

    def show_board(self) -> None:
        """Reads some of the recipes it does not know, marks what is stale, and comes back."""
        board = self.window.board
        unread = self.known.unread(board)
        if unread and self.window.project is not None:
            self._read(unread[:SLICE])
        if len(unread) > SLICE:
            self.timer.start(0)
        self.found = self.known.of(board, self.window.generation, self._weights())
        self.window.board_view.show_stale(
            {panel: told(board, reasons) for panel, reasons in self.found.items()}
        )
        self.window.toolbar.show_stale(len(self.found))

    def _weights(self) -> frozenset[str]:
        """Of the model that is chosen; none until they are read."""
        chosen = self.window.generation.model
        if self.model is None or self.model[0] != chosen:
            self.model = chosen, frozenset()
            self.hashes.want(chosen)
        return self.model[1]

    def _on_known(self, model: Path, weights: frozenset[str]) -> None:
        if self.model and self.model[0] == model and self.model[1] != weights:
            self.model = model, weights
            self.show_board()

    def _read(self, takes: tuple[str, ...]) -> None:
        assert self.window.project is not None
        try:
            recipes = self.window.project.recipes(takes)
        except ProjectError as error:
            self.window.tell(said(error))
            recipes = {}
        self.known.read({take: recipes.get(take, "") for take in takes})


def told(board: Board, reasons: Reasons) -> str:
    """As in `Maya changed, style changed`."""
    return ", ".join(dict.fromkeys(_told(board, one) for one in reasons))


def _told(board: Board, reason: Reason) -> str:
    name = next((one.name for one in board.characters if one.id == reason.who), "?")
    if reason.kind == "character":
        return tr("{name} changed").format(name=name)
    if reason.kind == "portrait":
        return tr("portrait of {name} changed").format(name=name)
    return {
        "style": tr("style changed"),
        "place": tr("place changed"),
        "kept place": tr("kept place changed"),
        "prompt": tr("prompt changed"),
        "positions": tr("positions changed"),
        "cast": tr("cast changed"),
        "negative": tr("negative changed"),
        "size": tr("size changed"),
        "model": tr("model changed"),
    }[reason.kind]
