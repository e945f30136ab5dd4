"""Where somebody is to be is drawn on the picture; a scene keeps the place that a panel shows."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storyboard.board import Board, Box, CharacterId
from storyboard.generation.orders import order_of
from storyboard.project import Project
from storyboard.script import onto_board, parse_story
from storyboard.take import Take
from tests.conftest import STORY
from tests.test_board_view import LEFT, give_takes, ids, label
from ui.badges import marks_of
from ui.region_bar import RegionBar
from ui.regions import ALL, Regions, dragged
from ui.settings import Settings
from ui.window import MainWindow

BOX = Box(0.2, 0.2, 0.5, 0.6)


def test_an_edge_is_moved_past_its_opposite_and_stays_in_the_picture() -> None:
    wider = dragged(BOX, frozenset({"right"}), 0.2, 0.9)
    assert wider == pytest.approx(Box(0.2, 0.2, 0.7, 0.6))
    assert dragged(BOX, frozenset({"left", "top"}), -1, -1) == Box(0, 0, 0.5, 0.6)
    turned = dragged(BOX, frozenset({"right"}), -0.4, 0)
    assert turned == pytest.approx(Box(0.1, 0.2, 0.2, 0.6))


def test_a_box_that_is_moved_keeps_its_size() -> None:
    moved = dragged(BOX, ALL, 0.9, -0.9)
    assert moved == pytest.approx(Box(0.7, 0, 1, 0.4))
    assert moved.area == pytest.approx(BOX.area)


@pytest.fixture(scope="module")
def opened(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("regions")
    story = parse_story(STORY, "story.txt")
    Project.create(folder / "Sea", onto_board(Board(width=64, height=64), story)).close()
    made = MainWindow(Settings(folder / "settings.ini", folder / "samples"))
    made.resize(1400, 900)
    made.show()
    made.open_project(folder / "Sea")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(opened: MainWindow) -> MainWindow:
    """The window with the test story as it was at first: two scenes of two panels."""
    assert opened.project
    opened.project.travel_to(0)
    opened.show_view("board")
    opened.show_board()
    return opened


@pytest.fixture
def bar(window: MainWindow) -> RegionBar:
    """The second panel, with Ann and Bo, large and with its regions shown."""
    window.desk.panels.open_panel(ids(window)[1])
    view = window.desk.panel_view
    view.show_regions(True)
    view.bar.chips[window.board.panels[1].cast[0]].click()
    return view.bar


def at(regions: Regions, across: float, down: float) -> QPoint:
    return QPoint(round(across * (regions.width() - 1)), round(down * (regions.height() - 1)))


def drag(
    qtbot: QtBot, regions: Regions, one: tuple[float, float], other: tuple[float, float]
) -> None:
    qtbot.mousePress(regions, LEFT, pos=at(regions, *one))
    qtbot.mouseMove(regions, at(regions, 0.5, 0.5))
    qtbot.mouseMove(regions, at(regions, *other))
    qtbot.mouseRelease(regions, LEFT, pos=at(regions, *other))


def boxes(window: MainWindow) -> dict[CharacterId, Box]:
    return dict(window.board.panels[1].boxes)


def near(box: Box, *edges: float) -> bool:
    return tuple(box) == pytest.approx(edges, abs=0.01)


def test_regions_are_drawn_one_after_the_other_moved_and_changed_each_in_one_step(
    qtbot: QtBot, window: MainWindow, bar: RegionBar
) -> None:
    ann, bo = window.board.panels[1].cast
    regions, before = bar.regions, label(window)
    assert regions.isVisible()
    assert bar.chosen == ann
    assert "where Ann is to be" in bar.hint.text()
    drag(qtbot, regions, (0.1, 0.1), (0.4, 0.9))
    assert near(boxes(window)[ann], 0.1, 0.1, 0.4, 0.9)
    assert label(window) == "Draw a region"
    bar.chips[bo].click()
    drag(qtbot, regions, (0.9, 0.8), (0.6, 0.2))
    assert near(boxes(window)[bo], 0.6, 0.2, 0.9, 0.8)
    drag(qtbot, regions, (0.25, 0.5), (0.35, 0.45))
    assert near(boxes(window)[ann], 0.2, 0.05, 0.5, 0.85)
    assert bar.chips[ann].isChecked()
    drag(qtbot, regions, (0.9, 0.5), (0.97, 0.5))
    assert near(boxes(window)[bo], 0.6, 0.2, 0.97, 0.8)
    for count in (2, 2, 1, 0):
        window.wishes.undo()
        assert len(boxes(window)) == count
    assert label(window) == before


def test_a_region_is_taken_away_by_its_button_or_its_key(
    qtbot: QtBot, window: MainWindow, bar: RegionBar
) -> None:
    assert not bar.remove.isEnabled()
    for take_away in (bar.remove.click, lambda: qtbot.keyClick(bar.regions, Qt.Key.Key_Delete)):
        drag(qtbot, bar.regions, (0.1, 0.1), (0.4, 0.9))
        assert len(boxes(window)) == 1
        take_away()
        assert boxes(window) == {}
        assert label(window) == "Remove the region"
    assert len(window.board.panels) == 4


def test_a_click_draws_nothing_and_escape_shows_the_picture_alone(
    qtbot: QtBot, window: MainWindow, bar: RegionBar
) -> None:
    before = label(window)
    qtbot.mouseClick(bar.regions, LEFT, pos=at(bar.regions, 0.5, 0.5))
    assert (label(window), boxes(window), bar.regions.boxes) == (before, {}, {})
    qtbot.keyClick(bar.regions, Qt.Key.Key_Escape)
    assert not bar.regions.isVisible()
    assert not window.desk.panel_view.regions.isChecked()


def test_a_region_is_seen_in_its_character_s_colour(
    qtbot: QtBot, window: MainWindow, bar: RegionBar
) -> None:
    (ann, _), regions = window.board.panels[1].cast, bar.regions
    drag(qtbot, regions, (0.1, 0.1), (0.4, 0.9))
    seen = window.desk.panel_view.picture.grab().toImage()
    frame = at(regions, 0.1, 0.5) + QPoint(1, 0) + regions.pos()
    color = seen.pixelColor(frame * window.devicePixelRatioF())
    assert color.name() == window.board.character(ann).color


def test_in_a_panel_of_nobody_it_is_said_why_nothing_can_be_drawn(
    qtbot: QtBot, window: MainWindow, bar: RegionBar
) -> None:
    window.board_view.select(ids(window)[3:])
    assert "Nobody is in this panel" in bar.hint.text()
    drag(qtbot, bar.regions, (0.1, 0.1), (0.4, 0.9))
    assert window.board.panels[3].boxes == ()


def test_a_scene_keeps_the_place_of_a_panel_and_lets_it_go(window: MainWindow) -> None:
    action = window.actions_["keep_place"]
    window.board_view.select(ids(window)[:1])
    assert not action.isChecked()
    action.trigger()
    assert window.board.scenes[0].anchor == ids(window)[0]
    assert label(window) == "Keep the place"
    assert action.isChecked()
    card = window.board_view._state(window.board.panels[0])
    assert [mark.shape for mark in marks_of(window.board.panels[0], card)] == ["place"]
    window.board_view.select(ids(window)[1:2])
    assert not action.isChecked()
    action.trigger()
    assert window.board.scenes[0].anchor == ids(window)[1]
    action.trigger()
    assert window.board.scenes[0].anchor is None
    window.wishes.undo()
    assert action.isChecked()


def test_panels_are_drawn_from_the_pictures_they_show(window: MainWindow) -> None:
    page = window.inspector.page
    window.jobs.pause(True)
    window.board_view.select(ids(window)[:1])
    assert page.from_picture.isHidden()
    give_takes(window, 0, "red")
    window.board_view.select(ids(window)[:2])
    assert not page.from_picture.isHidden()
    page.from_picture.strength.slider.setValue(35)
    page.from_picture.draw.click()
    (job,) = window.jobs.queue.jobs
    assert job.panels == (ids(window)[0],)
    order = order_of(job)
    assert order.settings.start == 0.35
    assert [panel for panel, _ in order.seeds] == [ids(window)[0]]
    assert window.generation.start is None


def test_the_recipe_page_says_what_a_picture_began_with_and_what_made_it_fit(
    window: MainWindow,
) -> None:
    recipe = {
        "panels": [{"panel": "p", "prompt": "x", "start": {"sha256": "0", "strength": 0.4}}],
        "provenance": {"thrift": ["half by half", "in tiles"]},
    }
    take = Take("t", "p", 1, "0", json.dumps(recipe), "2026-01-01T00:00:00+00:00")
    facts = dict(window.inspector.recipe.facts(take, {}))
    assert facts["Begun with"] == "a picture, 40% of it drawn anew"
    assert facts["To fit"] == "each step in two halves, decoded in tiles"
