"""The film in the window: playhead, sound, monitor and timeline, which move together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from storyboard.board import Board, Panel, PanelId
from storyboard.export.sounds import placed, sounds_of
from storyboard.project import Project
from storyboard.resources import starter_model
from storyboard.timeline.samples import Waveform
from storyboard.timeline.track import track_of
from ui.monitor import Monitor
from ui.palette import Palette
from ui.playback import Playback
from ui.rendered import Missing, Rendered
from ui.sound_reader import SoundReader
from ui.sound_track import TimelineState
from ui.speaker import open_speaker
from ui.timeline_dock import TimelineDock


class Film(QObject):
    """Shows a project in time; `trouble` is a sentence for the artist."""

    trouble = Signal(str)

    def __init__(
        self,
        colors: Palette,
        picture: Callable[[Panel], QPixmap | None],
        model: Callable[[], Path] = starter_model,
    ) -> None:
        super().__init__()
        self.rendered = Rendered(model)
        self.playback = Playback(open_speaker, self)
        self.monitor = Monitor(colors, picture)
        self.dock = TimelineDock(colors, picture)
        self.monitor.rendered = self.rendered
        self.missing = Missing(self.rendered, self)
        self.missing.counted.connect(self._show_missing)
        self.dock.view.rendered = self.rendered.ready
        self.reader = SoundReader(self)
        self.project: Project | None = None
        self.waveforms: dict[str, Waveform | None] = {}  # None while one is being read
        self.broken: set[str] = set()  # sounds that cannot be played
        self.warned: set[str] = set()
        self.shown: Board | None = None
        self.selected: list[PanelId] = []
        self.playback.moved.connect(self._show_frame)
        self.playback.changed.connect(self._show_playback)
        self.playback.silent.connect(self.trouble)
        self.reader.read.connect(self._keep_waveform)
        self.reader.failed.connect(self._keep_broken)

    def show_project(self, project: Project, selected: list[PanelId]) -> None:
        """The project as it is now; its sound is read when it is new."""
        if project is not self.project:
            self.close()
            self.project = project
        models = self.rendered.settings
        self.rendered.show_project(project)
        if self.rendered.settings is not models:
            self.missing.count()
        board = project.board
        if board is not self.shown:
            self.shown, track = board, track_of(board)
            self.monitor.show_board(board, track)
            self.dock.show_board(board, track)
            self._look_for_sounds(project)
            self._hear(project)
            self.missing.count()
        self.show_selection(selected)

    def _look_for_sounds(self, project: Project) -> None:
        """What is new is read; what is missing is told."""
        for audio in placed(project.board):
            file = project.sound_file(audio)
            if file is None:
                self.broken.add(audio.sha256)
                self._warn(audio.sha256, audio.name)
            elif audio.sha256 not in self.waveforms:
                self.waveforms[audio.sha256] = None
                self.reader.want(audio.sha256, file)

    def _hear(self, project: Project) -> None:
        """All sounds but those that cannot be played."""
        board = project.board
        heard = sounds_of(project, self.broken)
        self.playback.show_film(track_of(board).frames, board.rate, heard)

    def show_selection(self, selected: list[PanelId]) -> None:
        """Where one panel is chosen, the playhead goes there, unless it plays or is there."""
        chosen = selected[0] if selected != self.selected and len(selected) == 1 else None
        self.selected = selected
        if self.project is None:
            return
        read = {sha256: one for sha256, one in self.waveforms.items() if one}
        audio, broken = self.project.board.audio, frozenset(self.broken)
        self.dock.view.show_state(TimelineState(selected, audio, read, broken))
        if chosen and not self.playback.playing:
            self._go_to(chosen)

    def _go_to(self, panel: PanelId) -> None:
        track = self.dock.view.layout_.track
        clip = next((one for one in track.clips if one.panel.id == panel), None)
        if clip and not clip.start <= self.playback.frame < clip.end:
            self.playback.go_to(clip.start)

    def hear_again(self, sha256: str) -> None:
        """The file of a sound was put where it was missing or damaged."""
        self.broken.discard(sha256)
        self.waveforms.pop(sha256, None)
        self.warned.discard(sha256)
        self.shown = None

    def show_rendered(self) -> None:
        """More has been rendered, or motion weights have come."""
        self.rendered.look_again()
        self.monitor.show_frame(self.playback.frame)
        self.dock.view.viewport().update()
        self.missing.count()

    def _show_missing(self, count: int) -> None:
        self.dock.show_missing(count, dissolving=count > 0 and not self.rendered.has_weights)

    def show_colors(self, colors: Palette) -> None:
        self.monitor.colors = colors
        self.dock.show_colors(colors)
        self._show_playback()
        self.monitor.update()

    def close(self) -> None:
        """The project is about to be closed."""
        self.reader.finish()
        self.playback.close()
        self.rendered.show_project(None)
        self.missing.timer.stop()
        self.project = self.shown = None
        self.warned.clear()
        self.waveforms.clear()
        self.broken.clear()
        self.dock.view.forget_pictures()

    def _warn(self, sha256: str, name: str) -> None:
        """Once for each file that cannot be heard."""
        if sha256 not in self.warned:
            self.warned.add(sha256)
            self.trouble.emit(
                self.tr(
                    "The sound file “{}” is missing from the project or damaged, so it is not "
                    "heard. Add the file again in the timeline."
                ).format(name)
            )

    def _keep_waveform(self, sha256: str, waveform: Waveform) -> None:
        if self.project is not None:
            self.waveforms[sha256] = waveform
            self.show_selection(self.selected)

    def _keep_broken(self, sha256: str) -> None:
        self.broken.add(sha256)
        if self.project is None:
            return
        for audio in placed(self.project.board):
            if audio.sha256 == sha256:
                self._warn(sha256, audio.name)
        self._hear(self.project)
        self.show_selection(self.selected)

    def _show_frame(self, frame: int) -> None:
        self.dock.show_frame(self.playback.shuttle)
        self.monitor.show_frame(frame)

    def _show_playback(self) -> None:
        self.dock.show_playback(self.playback.shuttle)
        self.monitor.show_frame(self.playback.frame)
