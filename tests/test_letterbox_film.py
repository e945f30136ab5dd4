"""A picture with a ratio of its own stands whole between bars on paper, in the film and on the
monitor; the camera sees the frame of the film."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from storyboard.board import Panel
from storyboard.edits import change_panels, set_frames, set_ratio
from storyboard.export.film import holds_of
from storyboard.export.options import ExportOptions
from storyboard.export.sheets import sheet_of
from storyboard.framing import CameraPath, Framing
from storyboard.generation.transitions import (
    TransitionSettings,
    predicted,
    transition_settings,
)
from storyboard.motion.kept import KeptClips
from storyboard.pages import write_pdf
from storyboard.progress import Progress
from storyboard.project import Project
from storyboard.ratios import RATIOS, own_ratio
from storyboard.timeline.trimming import set_transition
from tests.motion_models import save_tiny_motion
from tests.test_project import png
from ui.export_form import FILM, PANELS
from ui.export_preview import ExportPreview
from ui.film import Film
from ui.palette import DARK

SIZE = 384, 224
TALL = RATIOS["9:16"]
RED, BLUE, BLACK = (255, 0, 0), (0, 0, 255), (0, 0, 0)
Color = tuple[int, int, int]


@pytest.fixture
def tall(project: Project) -> Project:
    """A red panel that is tall, then blue ones in the ratio of the film; each of twelve frames."""
    ids = [panel.id for panel in project.board.panels]
    project.edit("Size", lambda board: replace(board, width=SIZE[0], height=SIZE[1]))
    project.edit("Time", lambda board: set_frames(board, ids, 12))
    project.edit("Cut", lambda board: set_transition(board, ids[0], "cut"))
    for row, panel in enumerate(ids):
        project.add_take(panel, png("#0000ff" if row else "#ff0000", SIZE), "{}")
    project.edit("Change ratio", lambda board: set_ratio(board, ids[:1], TALL))
    return project


def bar(project: Project) -> float:
    """The width of a bar beside the first panel's picture, in shares of the frame's width."""
    ratio = own_ratio(project.board, project.board.panels[0])
    assert ratio
    return (1 - ratio / (SIZE[0] / SIZE[1])) / 2


def see_left_half(project: Project) -> None:
    """The camera of the first panel stands still on the left half of the frame."""
    half = Framing(Fraction(0), Fraction(1, 4), Fraction(1, 2))
    path = CameraPath(half, half)
    first = [project.board.panels[0].id]
    project.edit("Camera", lambda board: change_panels(
        board, first, lambda panel: replace(panel, camera="free", path=path)))  # fmt: skip


def row_of_film(
    project: Project, frame: int, settings: TransitionSettings | None = None
) -> list[Color]:
    """The colours of the film at a frame, along the middle from left to right."""
    for hold in holds_of(project, SIZE, False, settings):
        if frame < hold.frames:
            pixels = hold.picture()
            return [(int(r), int(g), int(b)) for b, g, r, _ in pixels[SIZE[1] // 2]]
        frame -= hold.frames
    raise AssertionError("the film is shorter")


def painted(path: Path) -> list[tuple[float, float]]:
    """Width and height in mm of every picture on the first page of a PDF."""
    found: list[tuple[float, float]] = []

    def look(operator: Any, operands: Any, matrix: list[float], _: Any) -> None:
        if operator == b"Do":
            found.append((abs(matrix[0]) / 72 * 25.4, abs(matrix[3]) / 72 * 25.4))

    PdfReader(path).pages[0].extract_text(visitor_operand_before=look)
    return found


@pytest.mark.parametrize("shots", [None, 6], ids=["comic", "shot sheet"])
def test_on_paper_a_tall_picture_is_as_high_as_the_others_and_keeps_its_ratio(
    tall: Project, tmp_path: Path, shots: int | None
) -> None:
    def quiet(progress: Progress) -> None:
        """A report nobody reads."""

    sheet = sheet_of(tall, ExportOptions(shots=shots))
    write_pdf(sheet, tmp_path / "story.pdf", quiet)
    (wide, high), *others = painted(tmp_path / "story.pdf")
    assert wide / high == pytest.approx(own_ratio(tall.board, tall.board.panels[0]), rel=0.02)
    assert len(others) == 3
    for width, height in others:
        assert height == pytest.approx(high, rel=0.01)
        assert width > 2 * wide
    first, second, *_ = PdfReader(tmp_path / "story.pdf").pages[0].images
    assert first.image
    assert second.image
    assert first.image.convert("RGB").getpixel((5, 5)) == RED
    assert second.image.convert("RGB").getpixel((5, 5)) == BLUE


def test_in_the_film_a_tall_picture_stands_between_black_bars(tall: Project) -> None:
    seen = row_of_film(tall, 3)
    edge = round(bar(tall) * SIZE[0])
    assert set(seen[: edge - 1]) == set(seen[1 - edge :]) == {BLACK}
    assert set(seen[edge + 1 : -edge - 1]) == {RED}
    assert set(row_of_film(tall, 14)) == {BLUE}


def test_the_camera_sees_the_frame_with_the_bars(tall: Project) -> None:
    see_left_half(tall)
    seen = row_of_film(tall, 3)
    edge = round(2 * bar(tall) * SIZE[0])
    assert set(seen[: edge - 2]) == {BLACK}
    assert set(seen[edge + 2 :]) == {RED}


def test_the_bars_dissolve_into_the_next_picture(tall: Project) -> None:
    first = tall.board.panels[0].id
    tall.edit("Dissolve", lambda board: set_transition(board, first, "dissolve", 7))
    middles = [row_of_film(tall, frame) for frame in range(9, 16)]
    lefts = [row[5] for row in middles]
    assert [color[2] for color in lefts] == sorted({color[2] for color in lefts})
    assert 100 < lefts[3][2] < 160
    assert lefts[3][:2] == (0, 0)
    red, _, blue = middles[3][SIZE[0] // 2]
    assert 100 < red < 160
    assert 100 < blue < 160


@pytest.fixture
def moving(tall: Project, tmp_path: Path) -> TransitionSettings:
    """The first two panels are tall, and between them a transition is kept: all in green."""
    first, second = (panel.id for panel in tall.board.panels[:2])
    tall.edit("Change ratio", lambda board: set_ratio(board, [second], TALL))
    tall.edit("Predict", lambda board: set_transition(board, first, "predicted", 6))
    save_tiny_motion(tmp_path / "model" / "motion")
    settings = transition_settings(tmp_path / "model")
    frames = np.zeros((8, 96, 64, 3), np.uint8)
    frames[..., 1] = 200
    KeptClips(tall.folder).keep(predicted(tall, settings)[0], frames)
    return settings


def test_a_rendered_transition_of_tall_panels_stands_between_bars(
    tall: Project, moving: TransitionSettings
) -> None:
    seen = row_of_film(tall, 12, moving)
    edge = round(bar(tall) * SIZE[0])
    assert set(seen[: edge - 1]) == set(seen[1 - edge :]) == {BLACK}
    assert set(seen[edge + 1 : -edge - 1]) == {(0, 200, 0)}


@pytest.fixture
def film(qtbot: QtBot, tall: Project, tmp_path: Path) -> Iterator[Film]:
    def picture(panel: Panel) -> QPixmap:
        made = QPixmap(*SIZE)
        made.fill(QColor("#ff0000" if panel.id == tall.board.panels[0].id else "#0000ff"))
        return made

    shown = Film(DARK, picture, lambda: tmp_path / "model")
    qtbot.addWidget(shown.monitor)
    qtbot.addWidget(shown.dock)
    shown.monitor.resize(SIZE[0] + 48, SIZE[1] + 48)
    shown.show_project(tall, [])
    yield shown
    shown.close()


def row_of_monitor(film: Film, frame: int) -> list[Color]:
    film.monitor.show_frame(frame)
    image, rect = film.monitor.grab().toImage(), film.monitor.screen_rect()
    assert (rect.width(), rect.height()) == SIZE
    y = rect.center().y()
    colors = [image.pixelColor(x, y) for x in range(rect.left(), rect.right() + 1)]
    return [(one.red(), one.green(), one.blue()) for one in colors]


def alike(one: list[Color], other: list[Color]) -> bool:
    """But for the edges of pictures, where two ways of scaling differ, and for rounding."""
    far = [
        max(abs(a - b) for a, b in zip(x, y, strict=True)) for x, y in zip(one, other, strict=True)
    ]
    return sum(by > 3 for by in far) <= 8


def test_the_monitor_shows_what_the_film_will(tall: Project, film: Film) -> None:
    first = tall.board.panels[0].id
    assert alike(row_of_monitor(film, 3), row_of_film(tall, 3))
    see_left_half(tall)
    tall.edit("Dissolve", lambda board: set_transition(board, first, "dissolve", 7))
    film.show_project(tall, [])
    for frame in (3, 12, 20):
        assert alike(row_of_monitor(film, frame), row_of_film(tall, frame))


def test_the_monitor_shows_a_rendered_transition_between_bars(
    tall: Project, moving: TransitionSettings, film: Film
) -> None:
    seen = row_of_monitor(film, 12)
    assert (seen[5], seen[SIZE[0] // 2], seen[-5]) == (BLACK, (0, 200, 0), BLACK)


def test_the_onion_skin_of_a_tall_picture_leaves_what_is_beside_it(film: Film) -> None:
    film.monitor.onion = True
    seen = row_of_monitor(film, 14)
    assert seen[5] == BLUE
    assert 40 < seen[SIZE[0] // 2][0] < 100


def test_the_export_previews_the_bars_of_the_film_and_the_place_of_what_is_not_drawn(
    qtbot: QtBot, tall: Project
) -> None:
    preview = ExportPreview(tall)
    qtbot.addWidget(preview)
    preview.show_options(ExportOptions(), FILM)
    qtbot.waitUntil(lambda: not preview.sheet.image.isNull())
    image = preview.sheet.image
    y = image.height() // 2
    assert image.pixelColor(5, y).name() == "#000000"
    assert image.pixelColor(image.width() // 2, y).name() == "#ff0000"
    first = [tall.board.panels[0].id]
    tall.edit("Empty", lambda board: change_panels(
        board, first, lambda panel: replace(panel, take=None)))  # fmt: skip
    preview.show_options(ExportOptions(), PANELS)
    qtbot.waitUntil(lambda: preview.sheet.image.height() > preview.sheet.image.width())
