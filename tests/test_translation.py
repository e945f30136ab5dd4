"""The window speaks Japanese as completely as English."""

from __future__ import annotations

import importlib
import re
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from storyboard import edits
from storyboard.board import Board, BoardError, Lock
from storyboard.project import Project
from storyboard.resources import translations
from ui.export_dialog import ExportDialog
from ui.preferences import Preferences
from ui.said import said
from ui.settings import LANGUAGES, Settings
from ui.translation import speak
from ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
WORD = re.compile(r"[A-Za-z]{3,}")
NAMES = {"Storyboard", "PDF", "PNG", "MP4", "CUDA", "ROCm", "Apple", "Metal", "Letter",
         "Stable", "Diffusion", "diffusers", "safetensors", "English", "fps", "LoRA"}  # fmt: skip


def messages(language: str) -> Iterator[tuple[str, Xml.Element]]:
    for message in Xml.parse(translations() / f"storyboard_{language}.ts").iter("message"):
        translation = message.find("translation")
        assert translation is not None
        yield message.findtext("source", ""), translation


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_word_is_left_untranslated(language: str) -> None:
    for source, translation in messages(language):
        assert translation.get("type") is None, source
        assert "".join(translation.itertext()).strip(), source


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_files_have_every_word_of_the_sources(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `make translations` would write them."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    making = importlib.import_module("translations")
    path, compiled = making.path_of(language), tmp_path / "made.qm"
    assert path.read_text("utf-8") == making.made(making.gathered(), path, language)
    making.run("lrelease", path, "-silent", "-qm", compiled)
    assert compiled.read_bytes() == path.with_suffix(".qm").read_bytes()


def test_words_that_no_translator_could_find_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    words = importlib.import_module("words")
    file = tmp_path / "drawing.py"
    file.write_text('raise DrawError(f"There is no {thing}.")')
    with pytest.raises(SyntaxError, match=r"drawing\.py:1: words for the artist must be constant"):
        list(words.Source(file).sentences({"DrawError"}))


@pytest.mark.parametrize(
    "line",
    [
        'self.edit(f"Move {count} panels", change)',
        'self.edit("Move {} panels".format(count), change)',
        "self.edit(named(count), change)",
        "self.edit(label, change)",
    ],
)
def test_a_name_of_an_edit_that_the_history_could_only_show_in_english_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    words = importlib.import_module("words")
    file = tmp_path / "moving.py"
    file.write_text(f"def moved(self, count, change):\n    {line}\n")
    with pytest.raises(SyntaxError, match=r"moving\.py:2: .* must be constant"):
        list(words.Source(file).edits({"edit"}))


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('self.edit("Move", change)', ["Move"]),
        ('self.edit("Lock" if on else "Unlock", change)', ["Lock", "Unlock"]),
        ('label = "Star"\n    self.edit(label, change)', ["Star"]),
        ('self.edit(label="Move", change=change)', ["Move"]),
        ('self.edit(NAMES["a"], change)', ["Write", "Draw"]),
    ],
)
def test_names_of_edits_are_found_however_they_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, names: list[str]
) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    words = importlib.import_module("words")
    file = tmp_path / "moving.py"
    table = 'NAMES = {"a": "Write", "b": "Draw"}'
    file.write_text(f"{table}\ndef moved(self, on, change):\n    {body}\n")
    found = list(words.Source(file).edits({"edit"}))
    assert found == [("Edit", name, False) for name in names]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_translations_have_the_same_places_for_values(language: str) -> None:
    for source, translation in messages(language):
        for text in [one.text or "" for one in translation] or [translation.text or ""]:
            assert places(text) == places(source), source


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}|%n", text))


@pytest.fixture
def japanese(qapp: QApplication) -> Iterator[None]:
    spoken = speak(qapp, "ja")
    assert len(spoken) == 2
    yield
    for translator in spoken:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def film(qtbot: QtBot, tmp_path: Path, project: Project, japanese: None) -> Iterator[MainWindow]:
    project.close()
    made = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(made)
    made.show()
    made.open_project(project.folder)
    yield made
    made.close()


def english(texts: list[str]) -> list[str]:
    """Those in which a word is left that is no name."""
    return [text for text in texts if set(WORD.findall(text)) - NAMES]


def test_the_menus_in_japanese_have_no_english_text(film: MainWindow) -> None:
    film.board_view.select([film.board.panels[0].id])
    film.wishes.delete()
    actions = [action.text() for action in film.actions_.values()]
    for menu in film.menus.menus.values():
        actions += [menu.title(), *(action.text() for action in menu.actions())]
    assert english(actions) == []
    assert film.actions_["undo"].text() == "元に戻す: コマの削除"


def test_docks_buttons_and_dialogs_speak_japanese(qtbot: QtBot, film: MainWindow) -> None:
    assert english([dock.windowTitle() for dock in film.docks.all.values()]) == []
    assert english([button.text() for button in film.toolbar.findChildren(QAbstractButton)]) == []
    assert film.project is not None
    for dialog in (
        Preferences(film, film.settings),
        ExportDialog(film, film.project, film.settings),
    ):
        qtbot.addWidget(dialog)
        texts = [button.text() for button in dialog.findChildren(QAbstractButton)]
        texts += [label.text() for label in dialog.findChildren(QLabel) if "/" not in label.text()]
        assert english(texts) == []


def test_what_the_core_says_is_told_in_japanese(film: MainWindow, tmp_path: Path) -> None:
    film.open_project(tmp_path)
    assert film.problem.text() == (
        f"「{tmp_path}」はストーリーボードのプロジェクトではありません。"
        "プロジェクトのフォルダーを選ぶか、新しいプロジェクトを作ってください。"
    )
    film.board_view.select([film.board.panels[0].id])
    film.inspector.field_written.emit("seed", "12x")
    film.script.editor.setPlainText("[Ann] a girl\n\n[An] waving")
    film.script.apply.click()
    assert film.problem.text().startswith("script")


def test_the_history_names_every_step_in_japanese(film: MainWindow) -> None:
    film.board_view.select([film.board.panels[0].id])
    film.inspector.field_written.emit("caption", "x")
    film.inspector.prompt_written.emit("[Bo] waving")
    film.actions_["mark_final"].trigger()
    film.wishes.set_lock("picture", True)
    film.desk.story.write_character(film.board.characters[0].id, "name", "Mia")
    steps = film.history.steps
    told = [steps.item(row).text() for row in range(steps.count())]
    assert len(told) == 6
    assert english(told) == []
    assert film.windowTitle().startswith("Sea — すべて保存済み")


def test_every_lock_and_every_field_that_is_refused_has_a_sentence_of_its_own(
    japanese: None, board: Board
) -> None:
    ids = [board.panels[0].id]
    for lock in get_args(Lock):
        held = edits.set_lock(board, ids, lock, True)
        with pytest.raises(BoardError) as refused:
            edits._unlocked(held, ids, lock)
        assert "ロックされています" in said(refused.value)


def test_counted_words_have_the_right_form_in_english(qapp: QApplication) -> None:
    counted = QApplication.translate
    assert counted("StatusLine", "%n panel(s)", "", 1) == "1 panel"
    assert counted("StatusLine", "%n panel(s)", "", 8) == "8 panels"
    assert counted("MainWindow", "%n change(s) not saved.", "", 1) == "1 change is not saved."


def test_the_language_is_that_of_the_settings_or_of_the_desktop(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.language = "ja"
    assert settings.spoken == "ja"
    settings.language = ""
    assert settings.spoken in LANGUAGES
