"""There is room for all words: in both languages, and on a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from storyboard.board import Board
from storyboard.project import Project
from storyboard.resources import fonts
from ui.__main__ import use_fonts
from ui.settings import Settings
from ui.translation import speak
from ui.window import MainWindow


@pytest.fixture
def board(board: Board) -> Board:
    return replace(board, width=128, height=72)


@pytest.fixture(params=["en", "ja"])
def film(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    project: Project,
) -> Iterator[MainWindow]:
    """The window in the program's fonts, on a screen of 1920x1080 at 150 %."""
    before, spoken = qapp.font(), speak(qapp, request.param)
    use_fonts(qapp, fonts())
    project.close()
    made = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.open_project(project.folder)
    yield made
    made.close()
    for translator in spoken:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("en"))
    qapp.setFont(before)


def room_in(box: QComboBox) -> int:
    """Pixels that the words of a choice have."""
    shown, parts = QStyleOptionComboBox(), QStyle.SubControl
    box.initStyleOption(shown)
    whole = QStyle.ComplexControl.CC_ComboBox
    return box.style().subControlRect(whole, shown, parts.SC_ComboBoxEditField, box).width()


def test_the_window_fits_a_small_screen(film: MainWindow) -> None:
    for view in film.toolbar.views:
        film.show_view(view)
        assert (film.width(), film.height()) == (1280, 720)


@pytest.mark.parametrize("selected", [True, False])
def test_every_choice_in_the_inspector_is_read_whole(film: MainWindow, selected: bool) -> None:
    film.board_view.select([film.board.panels[0].id] if selected else [])
    boxes = [box for box in film.inspector.findChildren(QComboBox) if box.isVisible()]
    assert len(boxes) > 3
    for box in boxes:
        for row in range(box.count()):
            words = box.itemText(row)
            assert box.fontMetrics().horizontalAdvance(words) <= room_in(box), words


def test_a_step_and_a_restore_point_are_read_whole_in_the_history(
    qtbot: QtBot, film: MainWindow
) -> None:
    film.past.keep_point_as("First")
    film.docks.show("History")
    history = film.docks["History"].widget()
    lists = history.findChildren(QListWidget)
    qtbot.waitUntil(lambda: all(rows.isVisible() for rows in lists))
    for rows in lists:
        assert rows.viewport().height() >= rows.sizeHintForRow(0)


def test_the_history_keeps_the_current_step_in_sight(qtbot: QtBot, film: MainWindow) -> None:
    film.board_view.select([film.board.panels[0].id])
    for number in range(6):
        film.inspector.field_written.emit("caption", str(number))
    film.docks.show("History")
    steps = film.history.steps
    qtbot.waitUntil(steps.isVisible)
    assert steps.viewport().rect().contains(steps.visualItemRect(steps.currentItem()))
