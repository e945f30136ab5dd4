"""What is wished for sounds: that the film or a panel has one, has none, or begins elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from storyboard.board import Audio, PanelId
from storyboard.project import ProjectError
from storyboard.timeline import trimming
from ui.film import Film
from ui.said import said

if TYPE_CHECKING:
    from ui.window import MainWindow

SOUNDS = "*.wav *.mp3 *.flac *.ogg *.opus *.m4a *.aac *.aiff *.aif *.wma *.mp4 *.mov *.mkv"


class SoundWishes:
    """The methods that ui/actions.py names for sounds, and what the timeline asks for."""

    def __init__(self, window: MainWindow, film: Film) -> None:
        self.window, self.film = window, film
        view = film.dock.view
        view.sound_dragged.connect(self.move_sound)
        view.sound_dropped.connect(lambda name: self.add_sound_file(Path(name)))
        view.voice_dragged.connect(self.move_panel_sound)
        view.voice_dropped.connect(lambda panel, name: self.add_voice_file(panel, Path(name)))

    def add_sound(self) -> None:
        if file := self._asked(self.window.tr("Add a sound")):
            self.add_sound_file(file)

    def add_sound_file(self, path: Path) -> None:
        """The sound of the film, from its first frame on, in place of the one before."""
        if audio := self._kept(path):
            self.window.edit("Add sound", lambda board: trimming.set_audio(board, audio))

    def remove_sound(self) -> None:
        self.window.edit("Remove sound", lambda board: trimming.set_audio(board, None))

    def move_sound(self, start: int) -> None:
        self.window.edit("Move sound", lambda board: trimming.move_audio(board, start))

    def add_panel_sound(self) -> None:
        """To the selected panel."""
        if not self.window.selected:
            self.window.note(self.window.tr("No panel is selected. Select the one that is heard."))
        else:
            self._add_voice(self.window.selected[0])

    def _add_voice(self, panel: PanelId) -> None:
        if file := self._asked(self.window.tr("Add a sound to the panel")):
            self.add_voice_file(panel, file)

    def add_voice_file(self, panel: PanelId, path: Path) -> None:
        """The sound of a panel, from its first frame on, in place of the one before."""
        if audio := self._kept(path):
            self.window.edit(
                "Add sound to the panel",
                lambda board: trimming.set_panel_audio(board, panel, audio),
            )

    def remove_panel_sound(self, panel: PanelId) -> None:
        self.window.edit(
            "Remove the panel's sound", lambda board: trimming.set_panel_audio(board, panel, None)
        )

    def move_panel_sound(self, panel: PanelId, start: int) -> None:
        self.window.edit(
            "Move the panel's sound", lambda board: trimming.move_panel_audio(board, panel, start)
        )

    def offer(self, menu: QMenu, panel: PanelId) -> None:
        """What can be done with the sound of a panel, at the end of its menu."""
        audio = self.window.board.panel(panel).audio
        add = menu.addAction(self.window.tr("Add a sound to the panel …"))
        add.triggered.connect(lambda: self._add_voice(panel))
        remove = menu.addAction(self.window.tr("Remove the panel's sound"))
        remove.triggered.connect(lambda: self.remove_panel_sound(panel))
        for action in (add, remove):
            action.setEnabled(self.film.dock.view.editable)
        remove.setVisible(audio is not None)

    def _asked(self, title: str) -> Path | None:
        offered = self.window.tr("Sound ({});;All files (*)").format(SOUNDS)
        name, _ = QFileDialog.getOpenFileName(self.window, title, "", offered)
        return Path(name) if name else None

    def _kept(self, path: Path) -> Audio | None:
        """The file in the project; None, with the reason told, where it cannot be heard."""
        from storyboard.timeline.sound import SoundError, check_sound

        if self.window.project is None:
            return None
        try:
            check_sound(path)
            audio = self.window.project.keep_audio(path)
        except (SoundError, ProjectError) as error:
            self.window.tell(said(error))
            return None
        self.film.hear_again(audio.sha256)
        return audio
