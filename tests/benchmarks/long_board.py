"""What a board of 2,000 panels costs the artist: opening, scrolling, editing, drawing, memory.

A frame is a synchronous repaint of the board. An edit is what follows the last letter of a caption
until the window is free again: saving, and whatever the window shows of it. Beside it stands what
SQLite alone takes for one row on the same disk, which may be busy with something else.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from storyboard.board import Board, Character, Panel, Scene
from storyboard.edits import set_caption
from storyboard.project import Project
from storyboard.store import proxy_of
from tests.benchmarks.record import record
from ui.__main__ import first_window
from ui.settings import Settings
from ui.window import MainWindow

PANELS, SCENES, PICTURES = 2000, 100, 24
SIZE = (1680, 1020)
EDITS, FRAMES = 25, 200
DRAWN = 8  # panels that are drawn while gaps are measured


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = long_project(Path(folder) / "Long")
        application = QApplication.instance() or QApplication(["storyboard"])
        assert isinstance(application, QApplication)
        window = first_window(application, Settings(Path(folder) / "settings.ini"))
        window.resize(*SIZE)
        window.show()
        window.furnish()
        application.processEvents()
        before = resident_bytes()
        open_it(window, project)
        scroll(window)
        edit(window)
        grown = resident_bytes() - before
        record("board.memory_mb", grown / 2**20, "under 200")
        draw(window)
        window.close()


def long_project(folder: Path) -> Path:
    """Scenes of several shots, in which every panel is drawn."""
    cast = (Character("ann", "Ann", "a girl in a red shirt"), Character("bo", "Bo", "a bear"))
    scenes = tuple(
        Scene(f"s{row}", f"EXT. PLACE {row} - DAY", "beach, day") for row in range(SCENES)
    )
    panels = tuple(
        Panel(
            f"p{row}",
            f"s{row * SCENES // PANELS}",
            prompt="[Ann] waving, wide shot",
            caption=f"Caption {row}",
            cast=("ann",),
            starts_shot=row % 4 == 0,
        )
        for row in range(PANELS)
    )
    board = Board(title="Long", characters=cast, scenes=scenes, panels=panels)
    pictures = [(png, proxy_of(png)) for png in map(picture, range(PICTURES))]
    with Project.create(folder, board) as project:
        for row, panel in enumerate(panels):
            png, proxy = pictures[row % PICTURES]
            project.add_take(panel.id, png, recipe_of(panel), proxy=proxy)
    return folder


def picture(number: int) -> bytes:
    made = Image.new("RGB", (384, 224), (number * 10, 120, 255 - number * 10))
    pen = ImageDraw.Draw(made)
    for x in range(0, 384, 12):
        pen.line((x, 0, 383 - x, 223), fill=(x // 2, 255 - x // 2, number * 10), width=3)
    told = BytesIO()
    made.save(told, "PNG")
    return told.getvalue()


def recipe_of(panel: Panel) -> str:
    """As much of a recipe as says what a picture was made of."""
    asked = {"panel": panel.id, "prompt": "a girl in a red shirt waving, wide shot, beach, day",
             "negative": "", "cast": ["ann"], "sources": None}  # fmt: skip
    told = {"panel": panel.id, "panels": [asked], "width": 384, "height": 224, "model": "starter"}
    return json.dumps(told)


def settle(seconds: float = 0.3) -> None:
    """Lets everything happen that waits for the event loop."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()


def open_it(window: MainWindow, project: Path) -> None:
    began = time.perf_counter()
    window.open_project(project)
    window.grab()
    record("board.open_s_2000", time.perf_counter() - began, "under 1")
    settle(3)  # what is looked for behind it: stale pictures, rendered transitions


def scroll(window: MainWindow) -> None:
    """From top to bottom in steps of a third of what is seen."""
    view, bar, taken = window.board_view.viewport(), window.board_view.verticalScrollBar(), []
    step = view.height() // 3
    for number in range(FRAMES):
        bar.setValue(number * step % max(1, bar.maximum()))
        began = time.perf_counter()
        view.repaint()
        taken.append(time.perf_counter() - began)
        QApplication.processEvents()
    record("board.frame_p99_ms", percentile(taken, 0.99) * 1000, "under 16.7")
    settle(0.25)
    top = window.board_view.top
    seen = window.board_view.layout_.visible(top, top + view.height())
    blank = sum(window.board_view.thumbnails.of(card.panel) is None for card in seen)
    record("board.blank_after_250_ms", blank, "0")


def edit(window: MainWindow) -> None:
    """Captions of one panel after another, which is selected."""
    saved, shown, bare = [], [], []
    assert window.project is not None
    save, disk = window.project.edit, bare_document(window.project.folder)

    def timed(*given: object) -> None:
        began = time.perf_counter()
        save(*given)  # type: ignore[arg-type]
        saved.append(time.perf_counter() - began)

    window.project.edit = timed  # type: ignore[method-assign]
    for row in range(EDITS):
        panel = window.board.panels[700 + row].id
        window.board_view.select([panel])
        settle(0.05)
        began = time.perf_counter()
        window.edit("Caption", lambda board, panel=panel: set_caption(board, panel, f"New {panel}"))
        QApplication.processEvents()
        shown.append(time.perf_counter() - began - saved[-1])
        settle(0.05)
        bare.append(bare_commit(disk, row))
    window.project.edit = save  # type: ignore[method-assign]
    disk.close()
    record("edit.saved_ms", statistics.median(saved) * 1000, "under 15")
    record("edit.bare_commit_ms", statistics.median(bare) * 1000)
    record("edit.shown_ms", statistics.median(shown) * 1000, "under 40")
    record("edit.shown_best_ms", min(shown) * 1000)


def bare_document(folder: Path) -> sqlite3.Connection:
    disk = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    disk.execute("PRAGMA journal_mode = TRUNCATE")
    disk.execute("PRAGMA synchronous = FULL")
    disk.execute("CREATE TABLE words (row INTEGER, word TEXT)")
    return disk


def bare_commit(disk: sqlite3.Connection, row: int) -> float:
    began = time.perf_counter()
    disk.execute("INSERT INTO words VALUES (?, ?)", (row, f"New {row}"))
    return time.perf_counter() - began


def draw(window: MainWindow) -> None:
    """Gaps between beats of a timer of 16 ms, while the starter is loaded and while it draws."""
    first = gaps_of(window, 1)
    record("ui.first_gap_ms", max(first), "under 250")
    gaps = gaps_of(window, DRAWN)
    record("ui.stall_p99_ms", percentile(gaps, 0.99), "under 25")


def gaps_of(window: MainWindow, panels: int) -> list[float]:
    gaps: list[float] = []
    clock, timer = QElapsedTimer(), QTimer()
    timer.setInterval(16)
    timer.timeout.connect(lambda: gaps.append(clock.nsecsElapsed() / 1e6) or clock.restart())
    window.board_view.select([panel.id for panel in window.board.panels[:panels]])
    settle(0.2)
    clock.start()
    timer.start()
    window.generating.generate()
    while window.jobs.queue.ahead:
        QApplication.processEvents()
        time.sleep(0.0005)
    timer.stop()
    return gaps


def resident_bytes() -> int:
    """What this process holds now, VmRSS of Linux."""
    status = Path("/proc/self/status").read_text("utf-8")
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


def percentile(measured: list[float], share: float) -> float:
    return sorted(measured)[min(len(measured) - 1, int(len(measured) * share))]


if __name__ == "__main__":
    main()
    sys.stdout.flush()
