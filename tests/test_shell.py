"""The program around the board: start, preferences, keys, commands, problems, log, names."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollBar,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from storyboard.project import Project
from storyboard.resources import starter_model
from tests.test_project import png
from ui.about import AboutDialog
from ui.actions import COMMANDS
from ui.command_palette import CommandPalette
from ui.export_dialog import ExportDialog
from ui.fuzzy import fit
from ui.log import last_lines, start_log
from ui.log_view import LogView, ProblemList
from ui.menu_bar import translated
from ui.palette import DARK, LIGHT
from ui.preferences import Preferences
from ui.settings import Settings
from ui.shortcut_editor import ShortcutEditor
from ui.shortcuts import conflicts, keys_with
from ui.window import MainWindow


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def film(qtbot: QtBot, settings: Settings, project: Project) -> Iterator[MainWindow]:
    """The window with the test story open."""
    project.close()
    made = MainWindow(settings)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    made.open_project(project.folder)
    yield made
    made.close()


HEAVY = {
    *("sqlalchemy", "numpy", "PIL", "torch", "diffusers", "av"),
    *("storyboard.board", "storyboard.project", "storyboard.export", "storyboard.pages"),
    *("storyboard.generation", "ui.furnishing", "ui.board_view", "ui.wishes", "ui.film"),
}


def test_the_start_screen_shows_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "application = QApplication(['storyboard']);"
        "from ui.__main__ import first_window; from ui.settings import Settings;"
        f"settings = Settings(Path({str(tmp_path / 'settings.ini')!r}));"
        "window = first_window(application, settings);"
        "window.show(); application.processEvents(); assert window.start.isVisible();"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & HEAVY


def test_a_wish_on_the_start_screen_furnishes_the_window(qtbot: QtBot, settings: Settings) -> None:
    window = MainWindow(settings, furnished=False)
    qtbot.addWidget(window)
    window.show()
    window.start.sample_wanted.emit()
    assert len(window.board.panels) == 8
    assert window.views.currentWidget() is window.board_view
    window.close()


def test_furnishing_a_window_that_is_seen_leaves_only_the_start_screen(
    qtbot: QtBot, settings: Settings
) -> None:
    window = MainWindow(settings, furnished=False)
    qtbot.addWidget(window)
    window.show()
    window.furnish()
    qtbot.wait(50)
    assert not any(dock.isVisible() for dock in window.docks.all.values())
    window.start.sample_wanted.emit()
    assert all(not dock.isHidden() for dock in window.docks.all.values())
    window.close()


def test_the_start_screen_shows_projects_by_a_picture_and_forgets_them(
    qtbot: QtBot, film: MainWindow
) -> None:
    assert film.project
    folder = film.project.folder
    film.generating.keep_take(film.board.panels[0].id, png("red", (64, 64)), "{}")
    film.close_project()
    names = [film.start.list.item(row).text() for row in range(film.start.list.count())]
    assert names == [f"Sea\n{folder.parent}", "The Way Home\nSample: a finished board"]
    cover = film.covers.of(folder)
    assert cover is not None
    assert cover.toImage().pixelColor(9, 9).red() > 250
    film.start.project_forgotten.emit(folder)
    assert film.settings.recent == []
    film.start.list.itemClicked.emit(film.start.list.item(0))
    assert film.board.title == "The Way Home"


@pytest.mark.parametrize(
    ("wanted", "best"),
    [("npa", "New panel after"), ("dupl", "Duplicate"), ("exp", "Export …"), ("undo", "Undo")],
)
def test_a_few_letters_find_a_command(wanted: str, best: str) -> None:
    found = {one.name: fit(wanted, one.name, one.menu) for one in COMMANDS}
    fitting = {name: points for name, points in found.items() if points is not None}
    assert max(fitting, key=lambda name: fitting[name]) == best


def palette_of(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    made = CommandPalette(
        window, [(one.does, translated(one.menu), window.actions_[one.does]) for one in COMMANDS]
    )
    qtbot.addWidget(made)
    made.chosen.connect(window.perform)
    made.show()
    return made


def test_the_palette_gives_the_chosen_command_and_shows_its_key(
    qtbot: QtBot, film: MainWindow
) -> None:
    palette = palette_of(qtbot, film)
    qtbot.keyClicks(palette.search, "new panel")
    assert palette.rows[0].text(0) == "Panel ▸ New panel after"
    assert palette.rows[0].text(1) == "N"
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Up)
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert len(film.board.panels) == 5


def test_the_palette_offers_only_what_can_be_done_now(qtbot: QtBot, film: MainWindow) -> None:
    film.close_project()
    offered = [row.text(0) for row in palette_of(qtbot, film).rows]
    assert "File ▸ Open …" in offered
    assert "Panel ▸ New panel after" not in offered


def test_no_two_commands_of_the_program_share_a_key() -> None:
    keys = keys_with({})
    assert [one.does for one in COMMANDS if conflicts(keys, one.does, one.key)] == []


def test_a_key_that_belongs_to_another_command_warns_before_it_is_taken(qtbot: QtBot) -> None:
    editor = ShortcutEditor({})
    qtbot.addWidget(editor)
    editor.show()
    editor.choose("duplicate")
    editor.ask("Ctrl+E")
    assert "is the key of “Export …”" in editor.told.text()
    assert editor.warning.isVisible()
    assert editor.keys["duplicate"] == "Ctrl+D"
    with qtbot.waitSignal(editor.keys_changed) as told:
        editor.take.click()
    assert told.args == [{"duplicate": "Ctrl+E", "export": ""}]
    editor.all_default.click()
    assert editor.keys == keys_with({})


def test_a_key_counts_twice_where_it_is_heard_in_different_places(qtbot: QtBot) -> None:
    editor = ShortcutEditor({})
    qtbot.addWidget(editor)
    editor.choose("new_after")
    editor.ask("Home")
    assert editor.keys["new_after"] == "Home"
    assert editor.keys["to_the_beginning"] == "Home"


def test_keys_are_searched_by_name_and_by_key(qtbot: QtBot) -> None:
    editor = ShortcutEditor({})
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor.search, "ctrl+shift+z")
    assert [name for name, row in editor.rows.items() if not row.isHidden()] == ["redo"]


def test_changed_keys_hold_at_once_and_after_a_restart(
    qtbot: QtBot, film: MainWindow, settings: Settings
) -> None:
    film.shell.use_keys({"new_after": "B"})
    film.board_view.setFocus()
    qtbot.keyClick(film.board_view, Qt.Key.Key_B)
    assert len(film.board.panels) == 5
    again = MainWindow(Settings(settings.file))
    qtbot.addWidget(again)
    assert again.actions_["new_after"].shortcut().toString() == "B"
    again.close()


def test_preferences_hold_at_once(qtbot: QtBot, film: MainWindow, settings: Settings) -> None:
    dialog = Preferences(film, settings)
    qtbot.addWidget(dialog)
    dialog.theme_wanted.connect(film.shell.use_theme)
    dialog.columns_wanted.connect(film.board_view.set_columns)
    dialog.device_wanted.connect(film.shell.use_device)
    dialog.theme.setCurrentIndex(1)
    dialog.theme.activated.emit(1)
    assert film.colors == LIGHT
    dialog.columns.setValue(6)
    assert film.board_view.columns == 6
    dialog.device.setCurrentIndex(2)
    dialog.device.activated.emit(2)
    assert film.worker.device == "cpu"
    assert Settings(settings.file).device == "cpu"
    dialog._reset_looks()
    assert film.colors == DARK
    assert film.board_view.columns == 4


def test_a_model_chosen_in_the_preferences_is_shown_there(
    qtbot: QtBot, film: MainWindow, settings: Settings, tiny_model: Path, tmp_path: Path
) -> None:
    dialog = Preferences(film, settings)
    qtbot.addWidget(dialog)
    dialog.model_wanted.connect(film.wishes.use_model)
    dialog._want_model(tiny_model)
    assert dialog.model.text() == str(tiny_model)
    dialog._want_model(tmp_path / "nothing")
    assert "There is no model at" in film.problem.text()
    assert dialog.model.text() == str(tiny_model)
    dialog._want_model(starter_model())
    assert settings.model == starter_model()


def test_settings_that_somebody_else_wrote_are_ignored(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[General]\nkeys=nonsense\nlanguage=xx\n", "utf-8")
    settings = Settings(file)
    assert settings.keys == {}
    assert settings.spoken == "en"


def test_every_problem_of_a_run_is_listed_and_can_be_copied(qtbot: QtBot, film: MainWindow) -> None:
    film.tell("The disk is full. Make room.", "OSError: [Errno 28]")
    film.tell("The model is missing. Choose another.")
    assert film.problem.text() == "The model is missing. Choose another."
    assert film.status.list.text() == "2"
    dialog = ProblemList(film, film.problems.all)
    qtbot.addWidget(dialog)
    dialog.list.setCurrentRow(1)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert "The disk is full. Make room.\nOSError: [Errno 28]" in copied


def test_a_notice_is_calm_and_no_problem(film: MainWindow) -> None:
    before = len(film.problems.all)
    film.generating.redo_stale()
    assert film.problem.text() == "No panel is stale. Nothing was drawn."
    assert len(film.problems.all) == before
    assert not film.status.copy.isVisible()
    calm = film.problem.grab().toImage().pixelColor(3, 12)
    film.tell("The disk is full. Make room.", "OSError: [Errno 28]")
    red = film.problem.grab().toImage().pixelColor(3, 12)
    assert calm.name() == film.colors.sound_ground
    assert red.name() == film.colors.bad_ground
    film.status.copy.click()
    assert QGuiApplication.clipboard().text().endswith("Make room.\nOSError: [Errno 28]")
    film.status.quiet.timeout.emit()
    assert not film.problem.isVisible()
    assert not film.status.copy.isVisible()


def test_what_nobody_expected_is_told_with_its_details(film: MainWindow) -> None:
    film.tell_surprise("ZeroDivisionError", "Traceback …")
    assert "nobody expected (ZeroDivisionError)" in film.problem.text()
    assert film.problems.all[-1].details == "Traceback …"


def test_problems_are_written_to_the_log_that_help_shows(
    qtbot: QtBot, film: MainWindow, settings: Settings
) -> None:
    before = list(logging.getLogger().handlers)
    start_log(settings.logs)
    film.tell("Das Bild fehlt. 絵がない。", "details")
    (writing,) = set(logging.getLogger().handlers) - set(before)
    logging.getLogger().removeHandler(writing)
    writing.close()
    assert "絵がない" in last_lines(settings.logs)
    view = LogView(film, settings.logs)
    qtbot.addWidget(view)
    assert "絵がない" in view.text.toPlainText()


def test_about_names_the_libraries_without_loading_them() -> None:
    code = "import sys, ui.about; print(ui.about.versions()['torch'], 'torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    version, loaded = done.stdout.split()
    assert version[0].isdigit()
    assert loaded == "False"


def test_about_is_copied_as_text(qtbot: QtBot, film: MainWindow) -> None:
    dialog = AboutDialog(film)
    qtbot.addWidget(dialog)
    dialog.copy()
    assert "PySide6 6." in QGuiApplication.clipboard().text()


INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSlider,
               QAbstractSpinBox, QListWidget, QTreeWidget)  # fmt: skip


def unnamed(root: QWidget) -> list[str]:
    """Interactive parts that a screen reader could not tell."""
    return [
        f"{type(part).__name__} {part.objectName()} in {type(part.parentWidget()).__name__}"
        for part in root.findChildren(QWidget)
        if isinstance(part, INTERACTIVE)
        and not isinstance(part, QScrollBar)
        and not part.objectName().startswith("qt_")
        and not part.accessibleName()
        and not (isinstance(part, QAbstractButton) and part.text())
        and not isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox)
    ]


def test_every_interactive_part_of_the_window_has_a_name(film: MainWindow) -> None:
    film.board_view.select([film.board.panels[0].id])
    assert unnamed(film) == []


def test_every_interactive_part_of_the_dialogs_has_a_name(
    qtbot: QtBot, film: MainWindow, settings: Settings
) -> None:
    film.tell("Something.")
    assert film.project is not None
    dialogs: list[QDialog] = [
        Preferences(film, settings),
        ProblemList(film, film.problems.all),
        LogView(film, settings.logs),
        AboutDialog(film),
        palette_of(qtbot, film),
        ExportDialog(film, film.project, settings),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert unnamed(dialog) == []


def test_tab_walks_through_the_views(qtbot: QtBot, film: MainWindow) -> None:
    film.board_view.setFocus()
    seen = []
    for _ in film.toolbar.views:
        qtbot.keyClick(film.views.currentWidget(), Qt.Key.Key_Tab)
        seen.append(film.view)
    assert seen == [*list(film.toolbar.views)[1:], "board"]
    assert film.board_view.hasFocus()
