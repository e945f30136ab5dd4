"""A picture with a ratio of its own is seen whole, between bars, wherever the window shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from storyboard.board import Panel
from storyboard.edits import set_ratio
from storyboard.ratios import RATIOS, own_ratio
from tests.test_board_view import give_takes, ids, window
from ui.cards import picture_rect
from ui.letterbox import place_in
from ui.thumbnails import Thumbnails
from ui.window import MainWindow

__all__ = ["window"]  # a fixture

RED = QColor("red")
TALL = RATIOS["9:16"]


@pytest.fixture
def tall(window: MainWindow) -> MainWindow:
    """The first two panels are drawn all in red, the first is tall."""
    window.edit("Size", lambda board: replace(board, width=384, height=224))
    for row in (0, 1):
        give_takes(window, row, "red")
    window.edit("Change ratio", lambda board: set_ratio(board, ids(window)[:1], TALL))
    return window


def is_red(color: QColor) -> bool:
    return color.red() > 200 and color.green() < 40 and color.blue() < 40


def seen(widget: QWidget, rect: QRect) -> list[bool]:
    """Whether the left edge, the middle and the right edge of a rectangle are red."""
    image = widget.grab().toImage()
    across = (rect.left() + 6, rect.center().x(), rect.right() - 6)
    return [is_red(image.pixelColor(x, rect.center().y())) for x in across]


def card(window: MainWindow, row: int) -> QRect:
    rect = picture_rect(window.board_view.layout_.cards[row].rect)
    return rect.translated(0, -window.board_view.top)


def test_a_card_shows_a_tall_picture_between_bars(qtbot: QtBot, tall: MainWindow) -> None:
    port = tall.board_view.viewport()
    qtbot.waitUntil(lambda: seen(port, card(tall, 0)) == [False, True, False])
    qtbot.waitUntil(lambda: seen(port, card(tall, 1)) == [True, True, True])
    tall.wishes.undo()
    qtbot.waitUntil(lambda: seen(port, card(tall, 0)) == [True, True, True])


def test_a_tall_picture_on_a_card_is_as_high_as_the_frame_and_in_its_middle(
    qtbot: QtBot, tall: MainWindow
) -> None:
    port, frame = tall.board_view.viewport(), card(tall, 0)
    qtbot.waitUntil(lambda: seen(port, frame) == [False, True, False])
    image = port.grab().toImage()
    y = frame.bottom() - 4
    red = [x for x in range(frame.left(), frame.right()) if is_red(image.pixelColor(x, y))]
    ratio = own_ratio(tall.board, tall.board.panels[0])
    assert ratio
    assert len(red) == pytest.approx(frame.height() * ratio, abs=2)
    assert (red[0] + red[-1]) / 2 == pytest.approx(frame.center().x(), abs=1)


def test_takes_in_the_inspector_and_below_the_large_picture_are_letterboxed(
    tall: MainWindow,
) -> None:
    tall.board_view.select([ids(tall)[0]])
    strip = tall.inspector.page.strip
    assert seen(strip, strip.rect_of(0)) == [False, True, False]
    tall.show_view("panel")
    strip = tall.desk.panel_view.strip
    assert seen(strip, strip.rect_of(0)) == [False, True, False]
    tall.board_view.select([ids(tall)[1]])
    assert seen(strip, strip.rect_of(0)) == [True, True, True]


def test_the_large_picture_stands_in_the_frame_of_the_film(tall: MainWindow) -> None:
    tall.board_view.select([ids(tall)[0]])
    tall.show_view("panel")
    picture = tall.desk.panel_view.picture
    frame = picture.rect_of(0)
    assert frame.width() / frame.height() == pytest.approx(384 / 224, rel=0.02)
    assert seen(picture, frame) == [False, True, False]
    tall.board_view.select([ids(tall)[1]])
    assert seen(picture, picture.rect_of(0)) == [True, True, True]


def test_regions_lie_on_the_picture_and_the_camera_on_the_frame(tall: MainWindow) -> None:
    tall.board_view.select([ids(tall)[0]])
    tall.show_view("panel")
    view = tall.desk.panel_view
    frame = view.picture.rect_of(0)
    place = place_in(frame, own_ratio(tall.board, tall.board.panels[0]))
    assert view.bar.regions.geometry() == place
    assert place.width() < frame.width() / 2
    assert view.camera_bar.framings.geometry() == frame


def test_a_small_picture_is_whole_in_a_frame_of_any_shape(qtbot: QtBot, tall: MainWindow) -> None:
    def picture(panel: Panel) -> QPixmap:
        made = QPixmap(72, 128)
        made.fill(RED)
        return made

    thumbnails = Thumbnails(picture)
    thumbnails.begin(tall.board, QRect(0, 0, 40, 40).size())
    panel = tall.board.panels[0]
    qtbot.waitUntil(lambda: thumbnails.of(panel) is not None)
    small = thumbnails.of(panel)
    assert small
    image = small.toImage()
    assert (image.width(), image.height()) == (40, 40)
    assert [image.pixelColor(QPoint(x, 20)).alpha() for x in (2, 20, 37)] == [0, 255, 0]
    assert is_red(image.pixelColor(20, 1))
