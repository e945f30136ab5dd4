"""What a film costs: encoding beside the ffmpeg command, memory over length, time a frame."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from rich.console import Console

from storyboard.board import Board, new_id
from storyboard.export.formats import export
from storyboard.export.options import ExportOptions
from storyboard.progress import Progress
from storyboard.project import Project
from storyboard.resources import starter_model, starter_motion
from storyboard.script import onto_board, parse_story
from storyboard.timeline.animatic import Hold, write_mp4

BENCH = Path("build/bench.json")
SIZE, RATE, SECONDS = (1280, 746), Fraction(24), 20
SMALL = 320  # pixels of width of the film whose memory is measured
STORY = "EXT. BEACH - DAY\nan empty place [NC]\n"


def main() -> None:
    found = encoding() | memory() | transition()
    told = json.loads(BENCH.read_text()) if BENCH.is_file() else {}
    BENCH.parent.mkdir(exist_ok=True)
    BENCH.write_text(json.dumps(told | found, indent=1) + "\n")
    for name, value in found.items():
        Console().print(f"{name}: {value:.3f}")


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


def pictures() -> Iterator[np.ndarray]:
    """A picture a second, each held for a second: the frames both encoders are given."""
    for row in range(SECONDS):
        noise = np.random.default_rng(row).integers(0, 256, (SIZE[1] // 16, SIZE[0] // 16, 4))
        yield np.kron(noise.astype(np.uint8), np.ones((16, 16, 1), np.uint8))[: SIZE[1] // 2 * 2]


def encoding() -> dict[str, float]:
    """Frames a second of ours over those of the command, same frames and settings."""
    command = shutil.which("ffmpeg")
    if command is None:
        Console().print("export.speed_over_ffmpeg: left out, there is no ffmpeg command here")
        return {}
    frames = list(pictures())
    height, width = frames[0].shape[0] // 2 * 2, SIZE[0]
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        holds = [Hold(int(RATE), lambda one=one: one[:height]) for one in frames]
        write_mp4(Path(folder) / "ours.mp4", holds, (width, height), RATE, quiet)
        ours = time.perf_counter() - began
        asked = [command, "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgra", "-s",
                 f"{width}x{height}", "-r", str(RATE), "-i", "-", "-c:v", "libx264", "-crf", "16",
                 "-preset", "veryfast", "-tune", "stillimage", "-pix_fmt", "yuv420p", "-movflags",
                 "+faststart", f"{folder}/theirs.mp4"]  # fmt: skip
        began = time.perf_counter()
        raw = b"".join(one[:height].tobytes() * int(RATE) for one in frames)
        subprocess.run(asked, input=raw, check=True)
        theirs = time.perf_counter() - began
    return {"export.speed_over_ffmpeg": theirs / ours}


def memory() -> dict[str, float]:
    """Peak memory of an export of thirty minutes over that of one minute, each in a process."""
    peaks = []
    for minutes in (1, 30):
        done = subprocess.run([sys.executable, "-m", __spec__.name, str(minutes)],
                              capture_output=True, text=True, check=True)  # fmt: skip
        peaks.append(float(done.stdout.split()[-1]))
    return {"export.memory_ratio_30min_over_1min": peaks[1] / peaks[0]}


def export_of(minutes: int) -> float:
    """Peak memory, in the system's unit, of this process after exporting so long a film."""
    drawn = BytesIO()
    Image.new("RGB", (384, 224), "#4fb5ae").save(drawn, "PNG")
    with tempfile.TemporaryDirectory() as folder:
        board = onto_board(Board(), parse_story(STORY, "story.txt"))
        with Project.create(Path(folder) / "Long", board) as project:
            take = project.add_take(project.board.panels[0].id, drawn.getvalue(), "{}")
            first = replace(project.board.panels[0], take=take.id)
            panels = tuple(replace(first, id=new_id()) for _ in range(30 * minutes))
            project.edit("Long", lambda board: replace(board, panels=panels))
            export(project, Path(folder) / "film.mp4", ExportOptions(width=SMALL), quiet)
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


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
