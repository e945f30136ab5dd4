"""What a film costs: encoding beside the ffmpeg command, memory over length, time a frame."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from statistics import median

import numpy as np
from PIL import Image
from rich.console import Console

from storyboard.board import Board, CameraMove, new_id
from storyboard.export.formats import export
from storyboard.export.options import ExportOptions
from storyboard.progress import Progress
from storyboard.project import Project
from storyboard.resources import starter_model, starter_motion
from storyboard.script import onto_board, parse_story
from storyboard.timeline.animatic import Hold, write_mp4
from tests.benchmarks.record import peak_bytes, record

SIZE, RATE, SECONDS = (1280, 746), Fraction(24), 10
RUNS = 5
SMALL = 320  # pixels of width of the film whose memory is measured
MOVES: tuple[CameraMove, ...] = ("still", "still", "push in")
STORY = "EXT. BEACH - DAY\nan empty place [NC]\n"


def main() -> None:
    for measured, wanted in (
        (encoding, "at least 0.9"),
        (memory, "at most 1.2"),
        (transition, ""),
    ):
        for name, value in measured().items():
            record(name, value, wanted)


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


def pictures() -> list[np.ndarray]:
    """A picture a second, each held for a second: the frames both encoders are given."""
    made = []
    for row in range(SECONDS):
        noise = np.random.default_rng(row).integers(0, 256, (SIZE[1] // 16 + 1, SIZE[0] // 16, 4))
        blocks = np.kron(noise.astype(np.uint8), np.ones((16, 16, 1), np.uint8))
        made.append(np.ascontiguousarray(blocks[: SIZE[1]]))
    return made


def encoding() -> dict[str, float]:
    """Frames a second of ours over those of the command, on the same frames and settings; the
    median of alternating runs."""
    command = shutil.which("ffmpeg")
    if command is None:
        Console().print("export.speed_over_ffmpeg: left out, there is no ffmpeg command here")
        return {}
    frames = pictures()
    with tempfile.TemporaryDirectory() as folder:
        ratios = [
            _theirs(command, frames, Path(folder)) / _ours(frames, Path(folder))
            for _ in range(RUNS)
        ]
    return {"export.speed_over_ffmpeg": median(ratios)}


def _ours(frames: list[np.ndarray], folder: Path) -> float:
    began = time.perf_counter()
    holds = [Hold(int(RATE), lambda one=one: one) for one in frames]
    write_mp4(folder / "ours.mp4", holds, SIZE, RATE, quiet)
    return time.perf_counter() - began


def _theirs(command: str, frames: list[np.ndarray], folder: Path) -> float:
    """The command takes its frames from a pipe, as it would from any program."""
    width, height = SIZE
    asked = [command, "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgra", "-s",
             f"{width}x{height}", "-r", str(RATE), "-i", "-", "-c:v", "libx264", "-crf", "16",
             "-preset", "veryfast", "-tune", "stillimage", "-pix_fmt", "yuv420p", "-movflags",
             "+faststart", f"{folder}/theirs.mp4"]  # fmt: skip
    began = time.perf_counter()
    with subprocess.Popen(asked, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        for one in frames:
            for _ in range(int(RATE)):
                process.stdin.write(one.data)
        process.stdin.close()
    assert process.returncode == 0
    return time.perf_counter() - began


def memory() -> dict[str, float]:
    """Peak memory of an export of thirty minutes over that of one minute, each in a process."""
    peaks = []
    for minutes in (1, 30):
        done = subprocess.run([sys.executable, "-m", __spec__.name, str(minutes)],
                              capture_output=True, text=True, check=True)  # fmt: skip
        peaks.append(float(done.stdout.split()[-1]))
    return {"export.memory_ratio_30min_over_1min": peaks[1] / peaks[0]}


def export_of(minutes: int) -> float:
    """Peak memory in bytes of this process after exporting so long a film, every third panel of it
    under a moving camera."""
    with tempfile.TemporaryDirectory() as folder:
        board = onto_board(Board(), parse_story(STORY, "story.txt"))
        with Project.create(Path(folder) / "Long", board) as project:
            first = project.board.panels[0]
            takes = [project.add_take(first.id, drawn(shade), "{}").id for shade in range(30)]
            panels = tuple(
                replace(first, id=new_id(), take=takes[row % 30], camera=MOVES[row % 3])
                for row in range(30 * minutes)
            )
            project.edit("Long", lambda board: replace(board, panels=panels))
            export(project, Path(folder) / "film.mp4", ExportOptions(width=SMALL), quiet)
    return float(peak_bytes())


def drawn(shade: int) -> bytes:
    """A picture that is not like the others."""
    png = BytesIO()
    Image.new("RGB", (384, 224), (79, 8 * shade, 174)).save(png, "PNG")
    return png.getvalue()


def transition() -> dict[str, float]:
    """Seconds for a frame between two panels, with the bundled motion weights."""
    if not (starter_motion() / "motion.json").is_file():
        Console().print("transition.seconds_per_frame: left out, no motion weights are bundled")
        return {}
    from storyboard.engine.engine import Engine
    from storyboard.motion.request import TransitionEnd, TransitionRequest
    from storyboard.motion.weights import load_motion

    motion = load_motion(Engine(starter_model()), starter_motion())
    end = TransitionEnd("", "", Path(), "a girl standing, beach, day")
    asked = TransitionRequest(end, end, 12, 384, 224, starter_model())
    ends = np.zeros((2, 224, 384, 3), np.uint8)
    began = time.perf_counter()
    motion.clip(ends, asked, quiet)
    return {"transition.seconds_per_frame": (time.perf_counter() - began) / asked.frames}


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(export_of(int(sys.argv[1])))  # noqa: T201
    else:
        main()
