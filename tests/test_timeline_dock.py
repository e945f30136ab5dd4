"""The timeline of the real window: what is clicked, dragged and pressed on it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from storyboard.board import Transition
from storyboard.edits import fresh_panel, insert_panels, set_locks
from storyboard.project import Project
from storyboard.timeline.track import track_of
from tests.sounds import clicks, write_sound
from tests.test_project import png
from tests.test_window import contrast
from ui.palette import DARK, LIGHT, Palette
from ui.settings import Settings
from ui.timeline_layout import CAPTIONS, CLIPS, RULER
from ui.timeline_thumbs import READ_AT_ONCE
from ui.timeline_view import TimelineView
from ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, project: Project) -> Iterator[MainWindow]:
    """The window with the test story open: four panels of two seconds."""
    project.close()
    made = MainWindow(Settings(tmp_path / "settings.ini", tmp_path / "samples"))
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    made.open_project(project.folder)
    made.film.playback.open_speaker = lambda: None
    yield made
    made.close()


@pytest.fixture
def view(window: MainWindow) -> TimelineView:
    return window.film.dock.view


def on_clip(view: TimelineView, frame: int) -> QPoint:
    """A place low on the clips, where no transition lies."""
    return QPoint(view.layout_.x(frame), CLIPS.bottom() - 6)


def drag(
    qtbot: QtBot, view: TimelineView, start: QPoint, by: int, keys: Qt.KeyboardModifier = NONE
) -> None:
    port, end = view.viewport(), start + QPoint(round(by * view.scale), 0)
    qtbot.mousePress(port, LEFT, keys, start)
    qtbot.mouseMove(port, start + QPoint(3, 0))
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, keys, end)


def lengths(window: MainWindow) -> list[int]:
    return [panel.frames for panel in window.board.panels]


def undo_label(window: MainWindow) -> str | None:
    assert window.project is not None
    return window.project.undo_label


def test_dragging_an_edge_ripples_in_one_step(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    drag(qtbot, view, on_clip(view, 96), 12)
    assert lengths(window) == [48, 60, 48, 48]
    assert undo_label(window) == "Change duration"
    window.wishes.undo()
    assert lengths(window) == [48] * 4
    assert view.layout_.track.frames == 192


def test_alt_rolls_the_edge_and_the_film_stays_as_long(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    drag(qtbot, view, on_clip(view, 96), -20, ALT)
    assert lengths(window) == [48, 28, 68, 48]
    assert undo_label(window) == "Roll edge"
    assert window.film.playback.shuttle.length == 192


def test_a_locked_timing_is_told_and_kept(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    window.edit("Lock", lambda board: set_locks(board, [board.panels[1].id], ["timing"]))
    drag(qtbot, view, on_clip(view, 96), 12)
    assert "locked" in window.problem.text()
    assert lengths(window) == [48] * 4


def test_the_film_is_shown_as_it_would_become_while_an_edge_is_dragged(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    start = on_clip(view, 96)
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), start + QPoint(round(10 * view.scale), 0))
    assert view.layout_.track.frames == 202
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.layout_.track.frames == 192
    qtbot.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(20, 0))
    assert lengths(window) == [48] * 4


@pytest.mark.parametrize(("side", "by"), [("end", 3), ("start", -3)])
def test_the_handles_of_a_transition_change_its_length(
    qtbot: QtBot, window: MainWindow, view: TimelineView, side: str, by: int
) -> None:
    chip = view.layout_.shown_chip(0)
    assert chip is not None
    x = chip.right() - 1 if side == "end" else chip.left() + 1
    drag(qtbot, view, QPoint(x, chip.center().y()), by)
    assert window.board.panels[0].transition == Transition("predicted", 18)
    assert undo_label(window) == "Change transition length"
    assert track_of(window.board).frames == 192


def test_a_transition_is_chosen_from_the_menu_of_its_edge(window: MainWindow) -> None:
    panel = window.board.panels[1].id
    menu = window.timeline.transition_menu(panel)
    cut, dissolve, *_ = menu.actions()
    assert cut.isChecked()
    dissolve.trigger()
    assert track_of(window.board).joints[1].transition == Transition("dissolve", 12)
    window.timeline.set_transition(panel, "cut")
    assert track_of(window.board).joints[1].transition.kind == "cut"


def test_the_commands_change_the_transition_behind_the_selected_panel(window: MainWindow) -> None:
    window.timeline.dissolve_to_next()
    assert "No panel is selected" in window.problem.text()
    window.board_view.select([window.board.panels[1].id])
    kinds = []
    for does in ("dissolve_to_next", "predict_to_next", "cut_to_next"):
        window.actions_[does].trigger()
        kinds.append(track_of(window.board).joints[1].transition.kind)
    assert kinds == ["dissolve", "predicted", "cut"]


def test_a_double_click_on_a_caption_lets_it_be_written(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    at = QPoint(view.layout_.x(60), CAPTIONS.center().y())
    qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    assert window.selected == [window.board.panels[1].id]
    assert window.inspector.caption.hasFocus()


def test_selecting_a_panel_on_the_board_brings_the_playhead_to_it(window: MainWindow) -> None:
    window.board_view.select([window.board.panels[2].id])
    assert window.film.playback.frame == 96
    window.film.playback.go_to(110)
    window.edit("Lock", lambda board: set_locks(board, [board.panels[1].id], ["cast"]))
    assert window.film.playback.frame == 110


def test_a_double_click_on_a_clip_shows_the_film_from_there(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    qtbot.mouseDClick(view.viewport(), LEFT, pos=on_clip(view, 120))
    assert window.film.playback.frame == 96
    assert window.views.currentWidget() is window.film.monitor


def test_a_camera_move_is_chosen_from_the_menu_of_its_clip(window: MainWindow) -> None:
    panel = window.board.panels[2].id
    menu = window.timeline.camera_menu(panel)
    next(one for one in menu.actions() if one.text() == "Push in").trigger()
    assert window.board.panels[2].camera == "push in"
    assert undo_label(window) == "Change camera move"


def test_a_click_on_a_clip_selects_its_panel(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=on_clip(view, 120))
    assert window.selected == [window.board.panels[2].id]
    assert view.state.selected == window.selected


def test_the_ruler_moves_the_playhead(qtbot: QtBot, window: MainWindow, view: TimelineView) -> None:
    at = QPoint(view.layout_.x(100) + 1, RULER.center().y())
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert window.film.playback.frame == 100
    assert window.film.dock.timecode.text() == "00:00:04:04 / 00:00:08:00 · 24 fps"
    assert window.film.monitor.seen is not None
    assert window.film.monitor.seen.view.row == 2


def test_dragging_the_playhead_pauses_the_film(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    window.timeline.play_or_pause()
    start = QPoint(view.layout_.x(10) + 1, RULER.center().y())
    drag(qtbot, view, start, 90)
    assert window.film.playback.frame == 100
    assert not window.film.playback.playing


def test_keys_step_shuttle_and_pause(qtbot: QtBot, window: MainWindow, view: TimelineView) -> None:
    view.setFocus()
    for key in (Qt.Key.Key_Period, Qt.Key.Key_Period, Qt.Key.Key_Comma):
        qtbot.keyClick(view, key)
    assert window.film.playback.frame == 1
    window.film.playback.go_to(90)
    speeds = []
    for key in (Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_K, Qt.Key.Key_J):
        qtbot.keyClick(view, key)
        speeds.append(window.film.playback.shuttle.speed)
    assert speeds == [1, 2, 0, -1]
    assert window.views.currentWidget() is window.film.monitor
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert window.film.playback.frame == 191


def test_arrows_go_from_panel_to_panel_and_del_takes_one_away(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    view.setFocus()
    ids = [panel.id for panel in window.board.panels]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
    assert window.selected == [ids[1]]
    assert window.film.playback.frame == 48
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [panel.id for panel in window.board.panels] == [ids[0], *ids[2:]]


def test_letters_typed_into_a_text_never_play(qtbot: QtBot, window: MainWindow) -> None:
    window.board_view.select([window.board.panels[0].id])
    window.inspector.prompt.setFocus()
    qtbot.keyClicks(window.inspector.prompt, "jl ")
    assert not window.film.playback.playing
    assert "jl " in window.inspector.prompt.toPlainText()


def test_the_film_plays_to_its_end_and_stops(qtbot: QtBot, window: MainWindow) -> None:
    window.film.playback.go_to(185)
    window.timeline.play_or_pause()
    assert window.film.playback.playing
    qtbot.waitUntil(lambda: not window.film.playback.playing, timeout=5000)
    assert window.film.playback.frame == 191


def test_a_predicted_transition_is_a_dissolve_until_it_is_rendered(window: MainWindow) -> None:
    """Red becomes blue: half way through the monitor shows both."""
    for row, color in ((0, "#ff0000"), (1, "#0000ff")):
        window.generating.keep_take(window.board.panels[row].id, png(color, (64, 64)), "{}")
    window.timeline.show_film(True)
    colors = []
    for frame in (20, 48, 80):
        window.film.playback.go_to(frame)
        image = window.film.monitor.grab().toImage()
        color = image.pixelColor(image.rect().center())
        colors.append((round(color.red() / 128), round(color.blue() / 128)))
    assert colors == [(2, 0), (1, 1), (0, 2)]
    window.film.playback.go_to(48)
    assert window.film.monitor.seen is not None
    assert window.film.monitor.seen.kind == "predicted"


def test_the_onion_skin_shows_the_panel_before(window: MainWindow) -> None:
    for row, color in ((0, "#ff0000"), (1, "#0000ff")):
        window.generating.keep_take(window.board.panels[row].id, png(color, (64, 64)), "{}")
    window.timeline.show_film(True)
    window.film.playback.go_to(80)
    window.timeline.switch_onion()
    image = window.film.monitor.grab().toImage()
    assert 60 < image.pixelColor(image.rect().center()).red() < 100


def test_tab_goes_to_the_film_and_back_and_edits_leave_it_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_view("pages")
    window.pages.setFocus()
    qtbot.keyClick(window.pages, Qt.Key.Key_Tab)
    assert window.views.currentWidget() is window.film.monitor
    window.edit("Lock", lambda board: set_locks(board, [board.panels[1].id], ["cast"]))
    assert window.views.currentWidget() is window.film.monitor
    qtbot.keyClick(window.film.monitor, Qt.Key.Key_Tab)
    assert window.views.currentWidget() is window.board_view
    assert window.board_view.hasFocus()


def test_zooming_keeps_the_playhead_where_it_is(window: MainWindow, view: TimelineView) -> None:
    window.film.playback.go_to(96)
    view.set_scale(20)
    assert view.horizontalScrollBar().maximum() > 0
    before = view.layout_.x(96) - view.horizontalScrollBar().value()
    view.set_scale(10)
    assert abs(view.layout_.x(96) - view.horizontalScrollBar().value() - before) <= 1
    view.fit()
    assert view.horizontalScrollBar().maximum() == 0


def test_a_moving_playhead_leaves_no_trace(
    qtbot: QtBot, window: MainWindow, view: TimelineView, tmp_path: Path
) -> None:
    """What is painted strip by strip is the same as what is painted at once."""
    window.sounds.add_sound_file(write_sound(tmp_path / "voice.wav", clicks(3)))
    qtbot.waitUntil(lambda: bool(view.state.waveforms), timeout=10_000)
    view.set_scale(6)
    at_once = view.viewport().grab().toImage()
    strips = QImage(at_once)
    painter = QPainter(strips)
    for x in range(0, strips.width(), 17):
        strip = QRect(x, 0, 17, strips.height())
        painter.drawPixmap(strip.topLeft(), view.viewport().grab(strip))
    painter.end()
    one, other = (np.frombuffer(image.constBits(), np.uint8) for image in (strips, at_once))
    assert np.abs(one.astype(int) - other).max() <= 2  # rounding of smoothed edges


def test_a_long_film_reads_its_pictures_a_few_at_a_time(
    qtbot: QtBot, window: MainWindow, view: TimelineView
) -> None:
    first = window.board.panels[0].id
    window.edit(
        "Longer",
        lambda board: insert_panels(
            board, [fresh_panel(board, board.scenes[0].id) for _ in range(40)], 1
        ),
    )
    assert window.project is not None
    for panel in window.board.panels[:40]:
        window.project.add_take(panel.id, png("#ff0000", (64, 64)), "{}")
    asked: list[str] = []
    picture = view.thumbs.picture
    view.thumbs.picture = lambda panel: asked.append(panel.id) or picture(panel)
    view.fit()
    window.show_board()
    view.viewport().repaint()
    assert first in asked
    assert len(asked) == READ_AT_ONCE
    qtbot.waitUntil(lambda: len(asked) == 40, timeout=5000)


def test_closing_the_project_empties_the_timeline(window: MainWindow, view: TimelineView) -> None:
    window.timeline.play_or_pause()
    window.close_project()
    assert not window.film.playback.playing
    assert window.film.playback.shuttle.length == 0
    assert window.views.currentWidget() is window.start


@pytest.mark.parametrize("colors", [DARK, LIGHT], ids=["dark", "light"])
def test_words_and_signs_stand_out_on_the_tracks(colors: Palette) -> None:
    assert contrast(colors.text, colors.sound_ground) >= 4.5
    assert contrast(colors.good, colors.good_ground) >= 4.5
    assert contrast(colors.sound, colors.sound_ground) >= 3


def test_opening_the_window_needs_neither_av_nor_a_sound_system() -> None:
    code = "import sys, ui.window; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"av", "torch", "PySide6.QtMultimedia"}
