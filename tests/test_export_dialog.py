"""The export dialog shows what will be written, writes it, and leaves nothing half done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storyboard.edits import change_panels
from storyboard.export.formats import export
from storyboard.export.options import ExportOptions
from storyboard.progress import Cancelled, Progress
from storyboard.project import Project
from tests.test_pages import quiet, words
from tests.test_project import png
from ui.export_dialog import ExportDialog
from ui.export_form import COMIC, FILM, PAGES, PANELS, SHEET
from ui.settings import Settings


@pytest.fixture
def drawn(project: Project) -> Project:
    for panel, color in zip(project.board.panels, ("red", "green", "blue", "black"), strict=True):
        project.add_take(panel.id, png(color, (64, 64)), "{}")
    return project


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def dialog(qtbot: QtBot, drawn: Project, settings: Settings) -> Iterator[ExportDialog]:
    made = ExportDialog(None, drawn, settings)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def choose(dialog: ExportDialog, kind: str) -> None:
    dialog.form.kind_box.setCurrentIndex(dialog.form.kind_box.findData(kind))


def files_of(project: Project) -> list[str]:
    return sorted(one.name for one in (project.folder / "exports").glob("*"))


def colors_of(dialog: ExportDialog) -> set[str]:
    image = dialog.preview.sheet.image
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 6)
        for y in range(0, image.height(), 6)
    }


def test_the_preview_shows_the_page_that_will_be_written(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    qtbot.waitUntil(lambda: not dialog.preview.sheet.image.isNull())
    assert {"#ff0000", "#008000", "#0000ff"} <= colors_of(dialog)
    dialog.form.columns.setValue(1)
    qtbot.waitUntil(lambda: dialog.preview.pages is not None and dialog.preview.pages.count > 1)
    dialog.preview.place.setValue(1)
    assert dialog.preview.words.text().startswith("Page 2 of")


def test_the_preview_shows_a_frame_of_the_film(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose(dialog, FILM)
    qtbot.waitUntil(lambda: dialog.preview.place.maximum() == 191)
    dialog.preview.place.setValue(120)
    image = dialog.preview.sheet.image
    assert image.pixelColor(image.width() // 2, image.height() // 4).name() == "#0000ff"
    assert dialog.preview.words.text() == "00:00:05:00"


def test_it_writes_a_comic_and_remembers_what_was_chosen(
    qtbot: QtBot, dialog: ExportDialog, drawn: Project, settings: Settings
) -> None:
    dialog.form.columns.setValue(3)
    dialog.ready.click()
    assert dialog.told.text() == "Wrote Sea.pdf."
    assert "Ann is early." in words(drawn.folder / "exports" / "Sea.pdf")
    with qtbot.waitSignal(dialog.folder_wanted) as wanted:
        dialog.show_button.click()
    assert wanted.args == [drawn.folder / "exports"]
    again = ExportDialog(None, drawn, settings)  # type: ignore[arg-type]
    qtbot.addWidget(again)
    assert again.form.columns.value() == 3
    assert "It will be replaced." in again.told.text()


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (SHEET, ["Sea – shots.pdf"]),
        (PAGES, ["Sea.png"]),
        (PANELS, ["Sea – panels"]),
        (FILM, ["Sea.mp4"]),
    ],
)
def test_it_writes_every_kind(
    dialog: ExportDialog, drawn: Project, kind: str, names: list[str]
) -> None:
    choose(dialog, kind)
    dialog.ready.click()
    assert dialog.told.text().startswith("Wrote")
    assert files_of(drawn) == names


@pytest.mark.parametrize("kind", [COMIC, SHEET, PAGES, PANELS, FILM])
def test_a_cancelled_export_leaves_nothing_behind(
    dialog: ExportDialog, drawn: Project, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The artist presses Cancel as soon as something is being written."""
    choose(dialog, kind)
    monkeypatch.setattr(QApplication, "processEvents", lambda *_: dialog.close_button.click())
    dialog.ready.click()
    assert "cancelled; nothing was written" in dialog.told.text()
    assert files_of(drawn) == []
    assert dialog.isVisible()
    assert dialog.ready.isEnabled()


def test_pictures_already_written_go_when_the_rest_is_cancelled(
    drawn: Project, tmp_path: Path
) -> None:
    def stop(progress: Progress) -> None:
        if progress.step == 2:
            raise Cancelled

    (tmp_path / "out").mkdir()
    with pytest.raises(Cancelled):
        export(drawn, tmp_path / "out", ExportOptions(), stop)
    assert list((tmp_path / "out").iterdir()) == []


def test_what_cannot_be_written_is_told_in_the_dialog(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.name.setText(str(tmp_path / "nowhere" / "Sea.pdf"))
    with qtbot.waitSignal(dialog.failed):
        dialog.ready.click()
    assert "cannot be written" in dialog.told.text()
    assert dialog.ready.isEnabled()


def test_the_time_left_is_told(dialog: ExportDialog) -> None:
    dialog._begin()
    dialog.began -= 10
    dialog._report(Progress(5, 10))
    assert dialog.left.text() == "10 s left"
    dialog._end()


def with_words(project: Project) -> None:
    ids = [panel.id for panel in project.board.panels]
    project.edit(
        "Words",
        lambda board: change_panels(
            board,
            ids,
            lambda panel: replace(
                panel, action="She waits. " * 30, dialogue="“Hello!”", notes="Low angle. " * 30
            ),
        ),
    )


@pytest.mark.parametrize("up", [1, 2, 3, 4, 6, 8, 9, 12, 20])
def test_a_shot_sheet_says_everything_about_every_panel(
    drawn: Project, tmp_path: Path, up: int
) -> None:
    with_words(drawn)
    path = tmp_path / "sheet.pdf"
    export(drawn, path, ExportOptions(shots=up, date="1 May 2026"), quiet)
    pages = PdfReader(path).pages
    assert len(pages) == -(-4 // up)
    text = words(path)
    for told in ("Sea", "1 May 2026", "Scene 1 · EXT. BEACH - DAY", f"Page 1 of {len(pages)}",
                 "1A-1", "2A-1", "2.0 s · 48 f", "Ann is early."):  # fmt: skip
        assert told in text
    for told in ("Action", "“Hello!”", "Notes"):
        assert text.count(told) == 4
    assert text.count("She waits.") == text.count("Low angle.") == 120


def test_a_page_of_shots_is_set_in_one_size_that_can_be_read(drawn: Project) -> None:
    from storyboard.export.sheets import sheet_of
    from storyboard.pages import ShotSheet
    from storyboard.pages.painter import Painter
    from storyboard.pages.shot_sheet import LEAST, POINTS, lay_out_shots

    def sizes(action: str) -> list[float]:
        first = drawn.board.panels[0].id
        drawn.edit("Words", lambda board: change_panels(
            board, [first], lambda panel: replace(panel, action=action)))  # fmt: skip
        sheet = sheet_of(drawn, ExportOptions(shots=6))
        assert isinstance(sheet, ShotSheet)
        (page,) = lay_out_shots(sheet, Painter().measure)
        return [one.points for one in page.shots]

    assert sizes("She waits.") == [POINTS] * 4
    assert len(set(sizes("She waits and waits. " * 14))) == 1
    wordy, *rest = sizes("She waits and waits. " * 80)
    assert wordy < LEAST
    assert rest == [LEAST] * 3


def test_words_of_a_shot_never_leave_its_place(drawn: Project) -> None:
    from storyboard.export.sheets import sheet_of
    from storyboard.pages import GRIDS, ShotSheet
    from storyboard.pages.painter import Painter
    from storyboard.pages.shot_sheet import cells_of, lay_out_shots

    with_words(drawn)
    for up in GRIDS:
        sheet = sheet_of(drawn, ExportOptions(shots=up))
        assert isinstance(sheet, ShotSheet)
        for page in lay_out_shots(sheet, Painter().measure):
            for placed, cell in zip(page.shots, cells_of(sheet), strict=False):
                last = placed.lines[-1].text_box
                assert last.y + last.height <= cell.y + cell.height + 0.01
                assert last.x + last.width <= cell.x + cell.width + 0.01
                assert placed.picture.width / placed.picture.height == pytest.approx(sheet.ratio)
