"""The inspector in the real window: what is written and chosen, for one panel and for many."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from storyboard import edits
from storyboard.board import Outfit, Transition
from storyboard.engine.request import USUAL
from storyboard.generation import request_for
from storyboard.ratios import RATIOS, ratio_name, size_of
from storyboard.script import evaluated_prompt
from tests.test_board_view import give_takes, ids, label, window
from ui.fields import Choice, LineBox, TextBox
from ui.ratio_field import RatioField
from ui.window import MainWindow

__all__ = ["window"]  # a fixture
TALL = RATIOS["9:16"]


def select(window: MainWindow, *rows: int) -> None:
    window.board_view.select([ids(window)[row] for row in rows])


def write(qtbot: QtBot, box: TextBox | LineBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    if isinstance(box, QLineEdit):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    else:
        box.finish()


def choose(choice: Choice, value: object) -> None:
    choice.setCurrentIndex(choice.values.index(value))
    choice.activated.emit(choice.currentIndex())


def test_words_of_many_panels_are_written_at_once_and_mixed_ones_said(
    qtbot: QtBot, window: MainWindow
) -> None:
    select(window, 0, 1)
    page = window.inspector.page
    assert (page.caption.toPlainText(), page.caption.placeholderText()) == ("", "mixed")
    write(qtbot, page.caption, "Once")
    assert [panel.caption for panel in window.board.panels[:3]] == [
        "Once", "Once", "Bo reads: “The Sea”.",
    ]  # fmt: skip
    assert label(window) == "Edit caption"
    assert page.caption.toPlainText() == "Once"
    window.wishes.undo()
    assert window.board.panels[0].caption == "Ann is early."


def test_words_are_written_before_what_control_enter_draws(
    qtbot: QtBot, window: MainWindow
) -> None:
    select(window, 0)
    window.inspector.prompt.setFocus()
    window.inspector.prompt.setPlainText("[Bo] waving")
    qtbot.keyClick(window.inspector.prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.board.panels[0].prompt == "[Bo] waving"


def test_nothing_is_written_where_mixed_words_are_left_alone(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = window.board
    select(window, 0, 1)
    page = window.inspector.page
    for box in (page.prompt, page.caption, page.seed, page.over):
        box.setFocus()
    window.board_view.setFocus()
    assert window.board == before


def test_the_shot_size_shows_and_changes_what_the_prompt_says(window: MainWindow) -> None:
    select(window, 0)
    shot = window.inspector.page.shot
    assert shot.currentText() == "Wide shot"
    choose(shot, "close-up")
    panel = window.board.panels[0]
    assert (panel.prompt, panel.shot_size) == ("[Ann] waving, close-up", "close-up")
    select(window, 3)
    choose(shot, "medium shot")
    assert "empty room, medium shot" in evaluated_prompt(window.board, window.board.panels[3])
    assert "medium shot" in window.inspector.page.evaluated.text()
    select(window, 0, 3)
    assert (shot.currentIndex(), shot.placeholderText()) == (-1, "mixed")
    assert label(window) == "Change shot size"


def test_camera_status_and_transition_are_chosen_for_all(window: MainWindow) -> None:
    page = window.inspector.page
    select(window, 0, 1, 3)
    choose(page.camera, "push in")
    choose(page.status, "final")
    choose(page.change, "dissolve")
    assert [panel.camera for panel in window.board.panels] == [
        "push in", "push in", "still", "push in",
    ]  # fmt: skip
    assert [panel.status for panel in window.board.panels].count("final") == 3
    assert [panel.transition for panel in window.board.panels] == [
        Transition("dissolve", 12), Transition("dissolve", 12), None, None,
    ]  # fmt: skip
    choose(page.change, None)
    assert {panel.transition for panel in window.board.panels} == {None}
    select(window, 3)
    choose(page.change, "cut")
    assert "Nothing follows the last panel" in window.problem.text()


def test_a_transition_lasts_as_long_as_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    select(window, 1)
    write(qtbot, window.inspector.page.over, "1s")
    assert window.board.panels[1].transition == Transition("dissolve", 24)
    assert window.inspector.page.over.text() == "24 f"


@pytest.mark.parametrize(
    ("typed", "frames"), [("3", 72), ("3.0 s · 48 f", 72), ("2.0 s · 30 f", 30), ("1:12", 36)]
)
def test_a_duration_is_typed_in_any_of_its_forms(
    qtbot: QtBot, window: MainWindow, typed: str, frames: int
) -> None:
    select(window, 0)
    write(qtbot, window.inspector.page.duration, typed)
    assert window.board.panels[0].frames == frames


def test_what_is_locked_is_left_out_and_told(qtbot: QtBot, window: MainWindow) -> None:
    window.edit("Lock", lambda board: edits.set_lock(board, ids(window)[1:2], "timing"))
    select(window, 0, 1)
    write(qtbot, window.inspector.page.duration, "1")
    assert [panel.frames for panel in window.board.panels[:2]] == [24, 48]
    assert window.problem.text() == "Left as they are, because they are locked: 1A-2."
    select(window, 1)
    write(qtbot, window.inspector.page.duration, "9")
    assert "Unlock them" in window.problem.text()
    assert window.inspector.page.duration.text() == "2.0 s · 48 f"


def test_steps_guidance_and_consistency_are_the_story_s_until_written(
    qtbot: QtBot, window: MainWindow
) -> None:
    select(window, 0)
    page = window.inspector.page
    assert (page.steps.text(), page.steps.placeholderText()) == ("", "25 (story)")
    write(qtbot, page.steps, "40")
    write(qtbot, page.guidance, "7,5")
    page.consistency.slider.setValue(62)
    panel = window.board.panels[0]
    assert (panel.steps, panel.guidance, panel.consistency) == (40, 7.5, 0.62)
    assert label(window) == "Change consistency"
    assert window.project
    asked = request_for(window.project, [panel.id], replace(window.generation, steps=None))
    assert (asked.steps, asked.guidance) == (40, 7.5)
    assert asked.consistency.strength == 0.62 * USUAL.strength
    page.steps.setFocus()
    page.steps.clear()
    qtbot.keyClick(page.steps, Qt.Key.Key_Return)
    assert window.board.panels[0].steps is None


@pytest.mark.parametrize(
    ("field", "text"), [("steps", "0"), ("steps", "many"), ("guidance", "99"), ("seed", "1e5")]
)
def test_numbers_that_cannot_be_used_are_told(window: MainWindow, field: str, text: str) -> None:
    select(window, 0)
    before = window.board
    window.inspector.field_written.emit(field, text)
    assert f"“{text}”" in window.problem.text()
    assert window.board == before


def test_the_cast_is_chosen_with_chips_and_locks_hold_it(window: MainWindow) -> None:
    ann, bo = window.board.characters
    select(window, 0, 1)
    field = window.inspector.page.cast
    assert [chip.text() for chip in field.chips.values()] == ["Ann", "Bo (in some)"]
    field.add.menu().actions()[0].trigger()
    assert window.board.panels[0].cast == (ann.id, bo.id)
    assert label(window) == "Add to the cast"
    assert evaluated_prompt(window.board, window.board.panels[0]).startswith("a brown bear")
    field.chips[ann.id].menu().actions()[-1].trigger()
    assert [panel.cast for panel in window.board.panels[:2]] == [(bo.id,), (bo.id,)]
    window.edit("Lock", lambda board: edits.set_lock(board, ids(window)[:2], "cast"))
    window.inspector.prompt_written.emit("[Ann] alone")
    assert {panel.cast for panel in window.board.panels[:2]} == {(bo.id,)}
    assert not window.inspector.page.cast.add.isEnabled() or field.add.menu().actions()


def test_an_outfit_is_chosen_for_a_panel(window: MainWindow) -> None:
    ann, bo = window.board.characters
    coat = Outfit("o", "Coat", "a yellow raincoat")
    window.edit("Outfit", lambda board: replace(
        board, characters=(replace(ann, outfits=(coat,)), bo)))  # fmt: skip
    select(window, 0)
    menu = window.inspector.page.cast.chips[ann.id].menu()
    next(action for action in menu.actions() if action.text() == "Coat").trigger()
    assert window.board.panels[0].outfits == ((ann.id, "o"),)
    assert window.inspector.page.cast.chips[ann.id].text() == "Ann — Coat"
    assert "in a yellow raincoat" in window.inspector.page.evaluated.text()
    window.inspector.outfit_chosen.emit(ann.id, None)
    assert window.board.panels[0].outfits == ()


def test_action_dialogue_and_notes_keep_their_lines(qtbot: QtBot, window: MainWindow) -> None:
    select(window, 0)
    window.inspector.tabs.setCurrentIndex(2)
    notes = window.inspector.notes.boxes["notes"]
    notes.setFocus()
    notes.setPlainText("Rain.\nMore rain.")
    window.inspector.notes.boxes["dialogue"].setFocus()
    assert window.board.panels[0].notes == "Rain.\nMore rain."
    assert label(window) == "Edit notes"


def test_locks_are_set_for_all_and_numbers_hold(window: MainWindow) -> None:
    select(window, 0, 1)
    window.inspector.page.locks["number"].click()
    fresh = edits.fresh_panel(window.board, window.board.scenes[0].id)
    window.edit("New", lambda board: edits.insert_panels(board, [fresh], 1))
    select(window, 1)
    assert window.inspector.tabs.tabText(0) == "Panel 1A-1A"
    select(window, 2)
    assert window.inspector.tabs.tabText(0) == "Panel 1A-2"
    assert window.inspector.page.locks["number"].isChecked()


def test_the_recipe_says_how_a_picture_was_made(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    select(window, 0)
    window.generating.generate()
    qtbot.waitUntil(lambda: window.board.panels[0].take is not None, timeout=120_000)
    page = window.inspector.recipe
    assert window.project
    take = window.project.take(window.board.panels[0].take or "")
    facts = dict(page.facts(take, {}))
    assert facts["Steps"] == "2"
    assert facts["Consistency"] == "1.00"  # as the slider says it
    assert facts["Seed"] == str(window.board.panels[0].seed)
    assert facts["Read"].startswith("a tan-skinned girl")
    page.copy.click()
    assert json.loads(QApplication.clipboard().text())["steps"] == 2
    assert page.facts(replace(take, recipe='{"imported": "a.png"}'), {})[0] == ("Picture", "a.png")
    assert page.facts(replace(take, recipe="[]"), {})[0][0] == "Made"
    assert page.kept_true.isHidden()


def test_the_recipe_shows_what_a_take_was_kept_true_to_and_makes_it_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    for row in (0, 1):
        select(window, row)
        window.generating.generate()
        qtbot.waitUntil(lambda: not window.jobs.queue.ahead, timeout=120_000)
    page = window.inspector.recipe
    window.inspector.tabs.setCurrentIndex(1)
    (anchor,) = page.anchors.buttons
    assert anchor.text() == "1A-1"
    first = window.picture(window.board.panels[0])
    assert first is not None
    assert anchor.icon().pixmap(64).toImage() == first.toImage()
    page.again.click()
    qtbot.waitUntil(lambda: not window.jobs.queue.ahead, timeout=120_000)
    assert page.outcome.text() == "Take 1 of 1A-2 came out the same, pixel for pixel."
    assert page.outcome.isVisible()
    assert window.banners.all == {}
    anchor.click()
    assert window.selected == [window.board.panels[0].id]
    assert not page.outcome.isVisible()
    window.edit("Delete", lambda board: edits.delete_panels(board, [board.panels[0].id]))
    select(window, 0)
    assert [(one.text(), one.isEnabled()) for one in page.anchors.buttons] == [("gone", False)]


def test_a_likeness_in_the_recipe_leads_to_its_character(window: MainWindow) -> None:
    assert window.project
    take = window.project.take(*give_takes(window, 0, "red"))
    bo = window.board.characters[1]
    recipe = {
        "panel": take.panel,
        "panels": [{"panel": take.panel, "prompt": "", "negative": "", "cast": [bo.id]}],
        "anchors": [{"panel": f"likeness of {bo.id} ab", "sha256": "ab", "cast": [bo.id]}],
    }
    shown = replace(take, recipe=json.dumps(recipe))
    page = window.inspector.recipe
    page.show_take(shown, {bo.id: bo.name})
    (anchor,) = page.anchors.buttons
    assert anchor.text() == "Bo"
    anchor.click()
    assert window.cast.chosen == bo.id


def test_where_no_panel_is_selected_the_story_is_set(qtbot: QtBot, window: MainWindow) -> None:
    select(window)
    story = window.inspector.story
    assert window.inspector.pages.currentWidget() is story
    write(qtbot, story.title, "The Sea")
    write(qtbot, story.steps, "12")
    choose(story.digits, 3)
    choose(story.step, 10)
    assert (window.board.title, window.board.steps) == ("The Sea", 12)
    select(window, 1)
    assert window.inspector.tabs.tabText(0) == "Panel 1A-020"
    assert window.inspector.page.steps.placeholderText() == "12 (story)"


def test_another_ratio_keeps_every_take(window: MainWindow) -> None:
    window.edit("Size", lambda board: replace(board, width=384, height=224))
    takes = give_takes(window, 0, "red", "blue")
    window.board_view.select([])
    story = window.inspector.story
    choose(story.ratio, "9:16")
    board = window.board
    assert ratio_name(board.width, board.height) == "9:16"
    assert window.project
    assert [take.id for take in window.project.takes_of(ids(window)[0])] == takes
    window.inspector.story_written.emit("width", "100")
    assert "multiples of 8" in window.problem.text()
    window.wishes.undo()
    assert (window.board.width, window.board.height) == (384, 224)


@pytest.mark.parametrize("name", RATIOS)
@pytest.mark.parametrize("size", [(384, 224), (1024, 1024)])
def test_a_ratio_means_a_size_that_models_draw(name: str, size: tuple[int, int]) -> None:
    width, height = size_of(RATIOS[name], *size)
    assert (width % 32, height % 32) == (0, 0)
    assert ratio_name(width, height) == name
    assert Fraction(1, 2) < Fraction(width * height, size[0] * size[1]) < 2


def test_another_frame_rate_keeps_the_times(window: MainWindow) -> None:
    before = window.board
    window.board_view.select([])
    rate = window.inspector.story.rate
    assert rate.currentText() == "24"
    choose(rate, Fraction(30))
    assert (window.board.rate, [panel.frames for panel in window.board.panels]) == (30, [60] * 4)
    assert (rate.currentText(), label(window)) == ("30", "Change frame rate")
    assert window.film.playback.shuttle.length == 240
    window.wishes.undo()
    assert window.board == before


def test_a_panel_has_a_ratio_of_its_own_as_chosen_or_typed(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.edit("Size", lambda board: replace(board, width=384, height=224))
    field = window.inspector.page.ratio
    select(window, 0, 1)
    assert field.currentText() == "As the story"
    assert "384 × 224" in field.toolTip()
    field.setCurrentIndex(field.findText("9:16"))
    field.activated.emit(field.currentIndex())
    assert [panel.ratio for panel in window.board.panels[:3]] == [TALL, TALL, None]
    assert "224 × 384" in field.toolTip()
    assert label(window) == "Change ratio"
    select(window, 1, 2)
    assert (field.currentText(), field.line.placeholderText()) == ("", "mixed")
    write_ratio(qtbot, field, "3:2")
    assert [panel.ratio for panel in window.board.panels[:3]] == [TALL, *[Fraction(3, 2)] * 2]
    assert field.currentText() == "3:2"
    write_ratio(qtbot, field, "")
    assert [panel.ratio for panel in window.board.panels[:3]] == [TALL, None, None]
    assert field.currentText() == "As the story"
    for _ in range(3):
        window.wishes.undo()
    assert [panel.ratio for panel in window.board.panels[:3]] == [None, None, None]


def test_what_is_no_ratio_is_told_and_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    before = window.board
    select(window, 0)
    field = window.inspector.page.ratio
    for words in ("wide", "16:0", "100:1"):
        write_ratio(qtbot, field, words)
        assert window.board is before
        assert field.currentText() == "As the story"
    assert "at most 8 times as wide as high" in window.problem.text()


def test_a_locked_picture_keeps_its_ratio(qtbot: QtBot, window: MainWindow) -> None:
    window.edit("Lock", lambda board: edits.set_lock(board, [ids(window)[0]], "picture"))
    select(window, 0, 1)
    write_ratio(qtbot, window.inspector.page.ratio, "1:1")
    assert [panel.ratio for panel in window.board.panels[:2]] == [None, 1]
    assert "1A-1" in window.problem.text()
    select(window, 0)
    write_ratio(qtbot, window.inspector.page.ratio, "1:1")
    assert window.board.panels[0].ratio is None
    assert window.inspector.page.ratio.currentText() == "As the story"


def write_ratio(qtbot: QtBot, field: RatioField, text: str) -> None:
    field.setFocus()
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
