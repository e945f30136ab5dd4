"""How soon the window is there: the start screen beside a bare window, then the sample.

The bare window is the least that a program with PySide6 can show: a label in its middle.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.record import record

ROUNDS = 9
COMPILED = Path(tempfile.gettempdir()) / "storyboard-bench"  # as an installed program is
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
BARE = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(QLabel("Storyboard", alignment=Qt.AlignmentFlag.AlignCenter))
window.resize(1440, 900)
window.show()
application.processEvents()
window.grab()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.__main__ import first_window
from ui.settings import Settings
application = QApplication(["storyboard"])
window = first_window(application, Settings(Path(sys.argv[1]) / "settings.ini"))
window.show()
application.processEvents()
window.grab()
"""
SAMPLE = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.__main__ import first_window
from ui.settings import Settings
application = QApplication(["storyboard"])
window = first_window(application, Settings(Path(sys.argv[1]) / "settings.ini"))
window.show()
application.processEvents()
window.furnish()
application.processEvents()
began = time.perf_counter()
window.wishes.open_sample()
while not all(window.picture(panel) for panel in window.board.panels):
    application.processEvents()
window.grab()
print(time.perf_counter() - began)
window.close()
"""


def main() -> None:
    bare, ours, first, again = [], [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for code in (BARE, OURS, SAMPLE):  # nobody measures the first run, which compiles
            printed(code, folder)
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            bare.append(timed(BARE, folder))
            ours.append(timed(OURS, folder))
            first.append(float(printed(SAMPLE, folder)))
            again.append(float(printed(SAMPLE, folder)))
    record("window.bare_s", statistics.median(bare))
    record("window.open_s", statistics.median(ours))
    pairs = [mine / its for mine, its in zip(ours, bare, strict=True)]
    record("window.open_ratio", statistics.median(pairs), "under 1.5")
    record("window.sample_first_s", statistics.median(first), "unpacked, at most 0.5")
    record("window.sample_s", statistics.median(again), "at most 0.5")


def timed(code: str, folder: str) -> float:
    """Seconds of a whole process: what the artist waits for."""
    began = time.perf_counter()
    printed(code, folder)
    return time.perf_counter() - began


def printed(code: str, folder: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, folder],
        capture_output=True,
        text=True,
        check=True,
        env={**ENVIRONMENT, "PYTHONPYCACHEPREFIX": str(COMPILED)},
    )
    return done.stdout.strip()


if __name__ == "__main__":
    main()
