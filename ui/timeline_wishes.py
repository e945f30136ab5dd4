"""What the commands and drags of the timeline wish: to play, and to edit times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from storyboard.board import Board, CameraMove, PanelId, TransitionKind
from storyboard.timeline import trimming
from storyboard.timeline.camera import MOVES
from storyboard.timeline.track import track_of, transition_after
from ui.film import Film

if TYPE_CHECKING:
    from ui.window import MainWindow

KINDS: tuple[tuple[TransitionKind, str], ...] = (
    ("cut", "Cut"),
    ("dissolve", "Dissolve"),
    ("predicted", "Predicted"),
)


class TimelineWishes:
    """The methods that ui/actions.py names for the timeline, and what its signals ask for."""

    def __init__(self, window: MainWindow, film: Film) -> None:
        self.window, self.film = window, film
        self.playback = film.playback
        self._connect()

    def _connect(self) -> None:
        view = self.film.dock.view
        view.frame_chosen.connect(self.playback.go_to)
        view.frame_dragged.connect(self.scrub)
        view.panel_chosen.connect(self._choose_panel)
        view.panel_opened.connect(self._open_at)
        view.caption_opened.connect(self._write_caption)
        view.edge_rippled.connect(self.ripple)
        view.edge_rolled.connect(self.roll)
        view.transition_dragged.connect(self.stretch_transition)
        view.menu_wanted.connect(self._show_menu)
        self.film.dock.pressed.connect(self._press)
        self.film.monitor.play_wanted.connect(self.play_or_pause)
        self.film.trouble.connect(self.window.tell)

    def _press(self, button: str) -> None:
        {
            "first": self.to_the_beginning,
            "back": self.frame_back,
            "play": self.play_or_pause,
            "on": self.frame_on,
            "last": self.to_the_end,
            "loop": self.switch_loop,
            "onion": self.switch_onion,
            "captions": self.switch_captions,
            "film": self.switch_film,
            "render": self.window.actions_["render_transitions"].trigger,
        }[button]()

    def play_or_pause(self) -> None:
        self.playback.play_or_pause()
        self._show_film_while_playing()

    def shuttle_forward(self) -> None:
        self.playback.forward()
        self._show_film_while_playing()

    def shuttle_back(self) -> None:
        self.playback.backward()
        self._show_film_while_playing()

    def shuttle_pause(self) -> None:
        self.playback.pause()

    def frame_back(self) -> None:
        self.playback.step(-1)

    def frame_on(self) -> None:
        self.playback.step(1)

    def scrub(self, frame: int) -> None:
        """The playhead follows the pointer, in silence."""
        self.playback.pause()
        self.playback.go_to(frame)

    def to_the_beginning(self) -> None:
        self.playback.go_to(0)

    def to_the_end(self) -> None:
        self.playback.go_to(self.playback.shuttle.length)

    def switch_loop(self) -> None:
        self.playback.set_loop(not self.playback.shuttle.loop)

    def switch_onion(self) -> None:
        self.film.monitor.onion = not self.film.monitor.onion
        self.film.dock.show_checked("onion", self.film.monitor.onion)
        self.film.monitor.update()

    def switch_captions(self) -> None:
        self.film.monitor.captions = not self.film.monitor.captions
        self.film.dock.show_checked("captions", self.film.monitor.captions)
        self.film.monitor.update()

    def switch_film(self) -> None:
        """The board, or the film in its place."""
        self.show_film(self.window.view != "timeline")

    def show_film(self, shown: bool) -> None:
        self.window.show_view("timeline" if shown else "board")

    def view_changed(self, view: str) -> None:
        """The film stops where it is not seen."""
        if view != "timeline":
            self.playback.pause()
        self.film.dock.show_checked("film", view == "timeline")

    def fit_film(self) -> None:
        self.film.dock.view.fit()

    def _show_film_while_playing(self) -> None:
        if self.playback.playing:
            self.show_film(True)

    def _choose_panel(self, panel: PanelId) -> None:
        self.window.board_view.select([panel])
        self.window.board_view.reveal(self.window.board.row_of(panel))

    def _write_caption(self, panel: PanelId) -> None:
        self._choose_panel(panel)
        self.window.inspector.caption.setFocus()
        self.window.inspector.caption.selectAll()

    def _open_at(self, frame: int) -> None:
        self.playback.go_to(frame)
        self.show_film(True)

    def ripple(self, panel: PanelId, by: int) -> None:
        self.window.edit("Change duration", lambda board: trimming.ripple(board, panel, by))

    def roll(self, panel: PanelId, by: int) -> None:
        self.window.edit("Roll edge", lambda board: trimming.roll(board, panel, by))

    def stretch_transition(self, panel: PanelId, frames: int) -> None:
        def stretched(board: Board) -> Board:
            kind = transition_after(board, board.row_of(panel)).kind
            return trimming.set_transition(board, panel, kind, frames)

        self.window.edit("Change transition length", stretched)

    def set_transition(self, panel: PanelId, kind: TransitionKind) -> None:
        """Another kind, of the length it has."""

        def changed(board: Board) -> Board:
            frames = transition_after(board, board.row_of(panel)).frames or None
            return trimming.set_transition(board, panel, kind, frames)

        self.window.edit("Change transition", changed)

    def cut_to_next(self) -> None:
        self._set_selected("cut")

    def dissolve_to_next(self) -> None:
        self._set_selected("dissolve")

    def predict_to_next(self) -> None:
        self._set_selected("predicted")

    def _set_selected(self, kind: TransitionKind) -> None:
        if self.window.selected:
            self.set_transition(self.window.selected[0], kind)
        else:
            self.window.note(
                self.window.tr("No panel is selected. Select the one before the transition.")
            )

    def set_camera(self, panel: PanelId, move: CameraMove) -> None:
        self.window.edit("Change camera move", lambda one: trimming.set_camera(one, panel, move))
        if move == "free":
            self.window.desk.panels.show_camera(panel)

    def _show_menu(self, point: QPoint, panel: PanelId, of_edge: bool) -> None:
        menu = self.transition_menu(panel) if of_edge else self.camera_menu(panel)
        menu.exec(point)

    def transition_menu(self, panel: PanelId) -> QMenu:
        """The kinds of transition from this panel to the next; the one it has is marked."""
        menu, board = QMenu(self.window), self.window.board
        row = board.row_of(panel)
        for kind, name in KINDS:
            action = menu.addAction(self.window.tr(name))
            action.setCheckable(True)
            action.setChecked(transition_after(board, row).kind == kind)
            action.setEnabled(row + 1 < len(board.panels) and self.film.dock.view.editable)
            action.triggered.connect(lambda _, kind=kind: self.set_transition(panel, kind))
        menu.addSeparator()
        render = menu.addAction(self.window.tr("Render this transition"))
        render.setEnabled(self.film.rendered.missing(row) is not None)
        render.triggered.connect(lambda: self.window.transitions.render_one(panel))
        menu.addAction(self.window.actions_["render_transitions"])
        return menu

    def camera_menu(self, panel: PanelId) -> QMenu:
        """The camera moves of a panel, and a way to play from here."""
        menu, board = QMenu(self.window), self.window.board
        clip = track_of(board).clips[board.row_of(panel)]
        play = menu.addAction(self.window.tr("Show the film from here"))
        play.triggered.connect(lambda: self._open_at(clip.start))
        menu.addSection(self.window.tr("Camera"))
        for move in MOVES:
            action = menu.addAction(self.window.tr(move.capitalize()))
            action.setCheckable(True)
            action.setChecked(clip.panel.camera == move)
            action.setEnabled(self.film.dock.view.editable)
            action.triggered.connect(lambda _, move=move: self.set_camera(panel, move))
        menu.addSection(self.window.tr("Sound"))
        self.window.sounds.offer(menu, panel)
        return menu
