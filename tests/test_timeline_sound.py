"""The sounds of the real window: under the film and of its panels, heard in sync, dragged, told."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from storyboard.board import Audio
from storyboard.edits import move_panels
from storyboard.timeline.samples import Sound
from storyboard.timeline.sound import filling
from tests.sounds import clicks, sound_under, write_sound
from tests.test_timeline_dock import LEFT, NONE, drag, on_clip, undo_label, view, window
from ui.badges import marks_of
from ui.card_state import CardState
from ui.cards import _sounds
from ui.speaker import SampleStream
from ui.timeline_layout import SOUND
from ui.timeline_view import TimelineView
from ui.window import MainWindow

__all__ = ["view", "window"]


class ScriptedSpeaker:
    """A sound output whose clock the test sets; it remembers what it was asked to play."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[Sound], int, int]] = []
        self.playing = False
        self.clock: int | None = 0

    def play(self, sounds: Sequence[Sound], rate: Fraction, first: int, count: int) -> None:
        self.asked.append((list(sounds), first, count))
        self.playing, self.clock = True, 0

    def stop(self) -> None:
        self.playing = False

    def microseconds(self) -> int | None:
        return self.clock


@pytest.fixture
def speaker(window: MainWindow) -> ScriptedSpeaker:
    made = ScriptedSpeaker()
    window.film.playback.open_speaker = lambda: made
    return made


def add_sound(window: MainWindow, tmp_path: Path) -> None:
    window.sounds.add_sound_file(write_sound(tmp_path / "voice.wav", clicks(3)))


def test_the_sound_is_the_clock_of_the_film(
    window: MainWindow, speaker: ScriptedSpeaker, tmp_path: Path
) -> None:
    add_sound(window, tmp_path)
    window.sounds.move_sound(24)
    window.film.playback.go_to(12)
    window.timeline.play_or_pause()
    (sound,), first, count = speaker.asked[-1]
    assert (sound.path.suffix, sound.start) == (".wav", 24)
    assert (first, count) == (24_000, 7 * 48_000 + 24_000)
    for microseconds, frame in ((0, 12), (41_666, 12), (41_667, 13), (2_000_000, 60)):
        speaker.clock = microseconds
        window.film.playback.tick()
        assert window.film.playback.frame == frame
    window.timeline.play_or_pause()
    assert not speaker.playing


def test_a_loop_begins_the_sound_again(
    window: MainWindow, speaker: ScriptedSpeaker, tmp_path: Path
) -> None:
    add_sound(window, tmp_path)
    window.timeline.switch_loop()
    window.film.playback.go_to(190)
    window.timeline.play_or_pause()
    speaker.clock = 84_000
    window.film.playback.tick()
    assert (window.film.playback.frame, speaker.asked[-1][1]) == (0, 0)
    assert window.film.playback.playing
    assert window.film.dock.buttons["loop"].isChecked()


def test_nothing_is_heard_while_shuttling(
    window: MainWindow, speaker: ScriptedSpeaker, tmp_path: Path
) -> None:
    add_sound(window, tmp_path)
    window.timeline.shuttle_forward()
    assert speaker.playing
    window.timeline.shuttle_forward()
    assert not speaker.playing


def test_a_sound_output_reads_the_film_as_bytes_to_its_end(tmp_path: Path) -> None:
    samples = clicks(2)
    path = write_sound(tmp_path / "voice.wav", samples)
    stream = SampleStream(filling(path, 0, 1000, 100_000))
    stream.open(QIODevice.OpenModeFlag.ReadOnly)
    read = bytearray()
    while stream.bytesAvailable():
        read += stream.read(7_000).data()
    assert len(read) == 4 * 100_000
    assert bytes(read[: 4 * 95_000]) == samples[1000:].tobytes()


def test_a_sound_that_breaks_off_ends_in_silence(tmp_path: Path) -> None:
    (tmp_path / "broken.wav").write_bytes(b"broken")
    stream = SampleStream(filling(tmp_path / "broken.wav", 0, 0, 1000))
    stream.open(QIODevice.OpenModeFlag.ReadOnly)
    assert stream.bytesAvailable() == 0


def test_without_a_sound_output_the_film_plays_and_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    add_sound(window, tmp_path)
    window.timeline.play_or_pause()
    assert "No sound can be played here" in window.problem.text()
    qtbot.waitUntil(lambda: window.film.playback.frame > 1, timeout=5000)


def test_a_dropped_sound_is_read_and_dragged_and_undone(
    qtbot: QtBot, window: MainWindow, view: TimelineView, tmp_path: Path
) -> None:
    path, mime = write_sound(tmp_path / "夜 rain.wav", clicks(3)), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    view.dropEvent(QDropEvent(QPointF(50, 150), Qt.DropAction.CopyAction, mime, LEFT, NONE))
    assert undo_label(window) == "Add sound"
    qtbot.waitUntil(lambda: bool(view.state.waveforms), timeout=10_000)
    rect = view.state.sound_rect(view.layout_)
    assert rect is not None
    assert abs(rect.width() - 72 * view.scale) < 4
    drag(qtbot, view, QPoint(rect.center().x(), SOUND.center().y()), 24)
    assert window.board.audio is not None
    assert (window.board.audio.start, undo_label(window)) == (24, "Move sound")
    window.wishes.undo()
    window.wishes.undo()
    assert window.board.audio is None


def test_a_file_that_is_no_sound_is_told(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a sound")
    window.sounds.add_sound_file(tmp_path / "notes.txt")
    assert "notes.txt" in window.problem.text()
    assert window.board.audio is None


def test_a_missing_sound_is_told_and_the_project_opens(
    qtbot: QtBot, window: MainWindow, view: TimelineView, tmp_path: Path
) -> None:
    add_sound(window, tmp_path)
    assert window.project is not None
    folder, file = window.project.folder, sound_under(window.project)
    window.close_project()
    file.unlink()
    window.open_project(folder)
    assert "voice.wav” is missing" in window.problem.text()
    assert view.state.broken
    window.timeline.play_or_pause()
    qtbot.waitUntil(lambda: window.film.playback.frame > 0, timeout=5000)


def test_a_damaged_sound_is_told_by_its_name(
    qtbot: QtBot, window: MainWindow, view: TimelineView, tmp_path: Path
) -> None:
    add_sound(window, tmp_path)
    qtbot.waitUntil(lambda: bool(view.state.waveforms), timeout=10_000)
    assert window.project is not None
    folder, file = window.project.folder, sound_under(window.project)
    window.close_project()
    file.write_bytes(b"damaged")
    window.open_project(folder)
    qtbot.waitUntil(lambda: bool(view.state.broken), timeout=10_000)
    assert "voice.wav” is missing from the project or damaged" in window.problem.text()
    window.sounds.add_sound_file(tmp_path / "voice.wav")
    qtbot.waitUntil(lambda: bool(view.state.waveforms), timeout=10_000)
    assert not view.state.broken
    assert window.film.playback.heard


def drop(view: TimelineView, path: Path, at: QPointF) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    view.dragMoveEvent(QDragMoveEvent(at.toPoint(), Qt.DropAction.CopyAction, mime, LEFT, NONE))
    view.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, mime, LEFT, NONE))


def voice(window: MainWindow, row: int) -> Audio | None:
    return window.board.panels[row].audio


def test_a_sound_dropped_on_a_panel_is_the_panels_and_goes_where_it_goes(
    qtbot: QtBot, window: MainWindow, view: TimelineView, tmp_path: Path
) -> None:
    path = write_sound(tmp_path / "声 step.wav", clicks(1))
    drop(view, path, QPointF(on_clip(view, 110)))
    audio, panel = voice(window, 2), window.board.panels[2]
    assert audio is not None
    assert (audio.name, audio.start) == ("声 step.wav", 0)
    assert (window.board.audio, undo_label(window)) == (None, "Add sound to the panel")
    assert [one.start for one in window.film.playback.heard] == [96]
    window.edit("Move", lambda board: move_panels(board, [panel.id], 0, board.scenes[0].id))
    assert [one.start for one in window.film.playback.heard] == [0]
    window.wishes.undo()
    window.wishes.undo()
    assert (voice(window, 2), window.film.playback.heard) == (None, ())


def test_the_sound_of_a_panel_is_drawn_and_dragged_within_it(
    qtbot: QtBot, window: MainWindow, view: TimelineView, tmp_path: Path
) -> None:
    lower = view.minimumHeight()
    window.sounds.add_voice_file(
        window.board.panels[1].id, write_sound(tmp_path / "a.wav", clicks(1))
    )
    assert view.minimumHeight() > lower
    qtbot.waitUntil(lambda: len(view.state.waveforms) == 1, timeout=10_000)
    ((row, _, rect),) = view.state.voices(view.layout_)
    assert (row, rect.left()) == (1, view.layout_.x(48) + 1)
    assert abs(rect.width() - 24 * view.scale) < 4
    drag(qtbot, view, rect.center(), 12)
    audio = voice(window, 1)
    assert audio is not None
    assert (audio.start, undo_label(window)) == (12, "Move the panel's sound")
    window.sounds.move_panel_sound(window.board.panels[1].id, 500)
    audio = voice(window, 1)
    assert audio is not None
    assert audio.start == 47
    menu = window.timeline.camera_menu(window.board.panels[1].id)
    next(one for one in menu.actions() if one.text() == "Remove the panel's sound").trigger()
    assert voice(window, 1) is None
    assert view.minimumHeight() == lower


def test_where_a_dropped_sound_goes_is_told_before(
    window: MainWindow, view: TimelineView, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.wav"))])
    said = []
    for at in (on_clip(view, 60), QPoint(50, SOUND.center().y())):
        view.dragMoveEvent(QDragMoveEvent(at, Qt.DropAction.CopyAction, mime, LEFT, NONE))
        assert view.told is not None
        said.append(view.told[1])
    assert said == ["Sound of panel 1A-2", "Sound of the film"]


def test_a_card_shows_that_its_panel_is_heard(window: MainWindow, tmp_path: Path) -> None:
    panel = window.board.panels[3]
    window.sounds.add_voice_file(panel.id, write_sound(tmp_path / "step.wav", clicks(1)))
    sounds = _sounds(window.board)
    assert sounds == {panel.id: "step.wav"}
    (mark,) = marks_of(panel, CardState(sounds=sounds[panel.id]))
    assert (mark.shape, "step.wav" in mark.told) == ("speaker", True)


def test_a_panel_is_copied_with_its_sound(window: MainWindow, tmp_path: Path) -> None:
    panel = window.board.panels[0]
    window.sounds.add_voice_file(panel.id, write_sound(tmp_path / "step.wav", clicks(1)))
    window.board_view.select([panel.id])
    window.desk.panels.copy()
    window.desk.panels.paste()
    assert voice(window, 1) == voice(window, 0)
    assert voice(window, 0) is not None


def test_one_damaged_sound_leaves_the_others_to_be_heard(
    qtbot: QtBot, window: MainWindow, view: TimelineView, tmp_path: Path
) -> None:
    for row in (0, 2):
        sound = write_sound(tmp_path / f"{row}.wav", clicks(1 + row))
        window.sounds.add_voice_file(window.board.panels[row].id, sound)
    qtbot.waitUntil(lambda: len(view.state.waveforms) == 2, timeout=10_000)
    audio = voice(window, 0)
    assert window.project
    assert audio
    folder, file = window.project.folder, window.project.sound_file(audio)
    window.close_project()
    assert file
    file.write_bytes(b"damaged")
    window.open_project(folder)
    qtbot.waitUntil(lambda: len(window.film.playback.heard) == 1, timeout=10_000)
    assert "“0.wav” is missing from the project or damaged" in window.problem.text()
    assert [one.start for one in window.film.playback.heard] == [96]
