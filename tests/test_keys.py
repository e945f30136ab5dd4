"""Every key of the program does what it says, pressed in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from storyboard.naming import panel_names
from tests.test_window import film, select, window
from ui.actions import COMMANDS, Command
from ui.window import MainWindow

__all__ = ["film", "window"]

TAUGHT = {  # what artists are told, by key
    "N": "new_after", "Shift+N": "new_before", "Ctrl+D": "duplicate", "/": "start_shot",
    "Alt+Left": "move_left", "Alt+Right": "move_right", "Tab": "next_view",
    "Space": "play_or_pause", "J": "shuttle_back", "K": "shuttle_pause", "L": "shuttle_forward",
    "O": "switch_onion", "C": "switch_captions", "Ctrl+Z": "undo", "Ctrl+Shift+Z": "redo",
    "Ctrl+Return": "generate", "Ctrl+Shift+Return": "generate_next", "Shift+X": "cancel_running",
    "Ctrl+L": "toggle_lock", "Alt+Up": "previous_take", "Alt+Down": "next_take", "Del": "delete",
    "Ctrl+S": "keep_point", "Ctrl+E": "export", "Ctrl+K": "show_commands",
    "F11": "switch_full_screen", "Ctrl+,": "show_preferences",
}  # fmt: skip
KEYED = [command for command in COMMANDS if command.key]


def press(qtbot: QtBot, window: MainWindow, command: Command) -> None:
    focused = window.film.dock.view if _of_timeline_only(command) else window.board_view
    window.activateWindow()
    focused.setFocus()
    qtbot.waitUntil(focused.hasFocus)
    pressed = QKeySequence(command.key)[0]
    qtbot.keyClick(focused, pressed.key(), pressed.keyboardModifiers())


def _of_timeline_only(command: Command) -> bool:
    return command.of_timeline and not command.of_board


def test_the_keys_that_artists_are_told_are_the_keys_of_the_program() -> None:
    keys = {command.key: command.does for command in KEYED if not _of_timeline_only(command)}
    assert {key: keys.get(key) for key in TAUGHT} == TAUGHT
    assert {command.key for command in KEYED if command.does == "star_shown_take"} == {"."}
    assert {command.key for command in KEYED if command.does == "frame_back"} == {","}
    assert {command.key for command in KEYED if command.does == "frame_on"} == {"."}


def test_every_key_reaches_its_command(qtbot: QtBot, film: MainWindow) -> None:
    select(film, 1)
    for command in KEYED:
        action = film.actions_[command.does]
        action.triggered.disconnect()  # that it is asked for is seen here, what it does elsewhere
        action.setEnabled(True)
        with qtbot.waitSignal(action.triggered, timeout=2000):
            press(qtbot, film, command)


@pytest.mark.parametrize("key", [key for key in TAUGHT if len(key) == 1])
def test_a_letter_belongs_to_the_text_that_is_being_written(
    qtbot: QtBot, film: MainWindow, key: str
) -> None:
    select(film, 1)
    before = film.board
    film.activateWindow()
    film.inspector.caption.setFocus()
    qtbot.waitUntil(film.inspector.caption.hasFocus)
    qtbot.keyClicks(film.inspector.caption, key)
    assert key in film.inspector.caption.toPlainText()
    assert film.board == before
    assert not film.film.playback.playing


def test_keys_edit_the_board(qtbot: QtBot, film: MainWindow) -> None:
    by_key = {command.key: command for command in KEYED if not _of_timeline_only(command)}
    select(film, 0)
    for key, names in (
        ("N", ["1A-1", "1A-2", "1A-3", "2A-1", "2A-2"]),
        ("Shift+N", ["1A-1", "1A-2", "1A-3", "1A-4", "2A-1", "2A-2"]),
        ("/", ["1A-1", "1B-1", "1B-2", "1B-3", "2A-1", "2A-2"]),
        ("Ctrl+D", ["1A-1", "1B-1", "1B-2", "1B-3", "1B-4", "2A-1", "2A-2"]),
        ("Del", ["1A-1", "1B-1", "1B-2", "1B-3", "2A-1", "2A-2"]),
        ("Ctrl+Z", ["1A-1", "1B-1", "1B-2", "1B-3", "1B-4", "2A-1", "2A-2"]),
        ("Ctrl+Shift+Z", ["1A-1", "1B-1", "1B-2", "1B-3", "2A-1", "2A-2"]),
    ):
        press(qtbot, film, by_key[key])
        assert list(panel_names(film.board).values()) == names, key
    assert film.board.panels[1].locks == frozenset()
    select(film, 1)
    press(qtbot, film, by_key["Ctrl+L"])
    assert film.board.panels[1].locks == {"picture"}


def test_space_plays_and_tab_changes_the_view(qtbot: QtBot, film: MainWindow) -> None:
    press(qtbot, film, next(command for command in KEYED if command.key == "Space"))
    assert film.film.playback.playing
    assert film.views.currentWidget() is film.film.monitor
    film.film.monitor.setFocus()
    qtbot.keyClick(film.film.monitor, Qt.Key.Key_Space)
    assert not film.film.playback.playing
    qtbot.keyClick(film.film.monitor, Qt.Key.Key_Tab)
    assert film.views.currentWidget() is film.board_view
