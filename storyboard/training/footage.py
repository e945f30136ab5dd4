"""Clips as video files: writes those of the drawn world, and reads any for training.

Beside NAME.mp4 may stand NAME.txt: one line that says what is seen, or two, for the first and for
the last frame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from storyboard.motion.request import MotionError
from storyboard.progress import Progress, Report
from storyboard.timeline.animatic import Hold, write_mp4
from storyboard.world.clips import clip_of, frames_of

SUFFIXES = {".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v", ".gif"}
RATE = Fraction(12)
LENGTHS = (16, 24)  # frames of a clip of the drawn world
LONGEST = 96  # frames of a clip that are looked at; longer ones are read evenly thinned

Frames = NDArray[np.uint8]  # (n, height, width, 3)


@dataclass(frozen=True, slots=True)
class Film:
    """A video file and what its first and its last frame show."""

    path: Path
    prompts: tuple[str, str] = ("", "")


def write_world(
    folder: Path, first: int, count: int, size: tuple[int, int], report: Report
) -> list[Path]:
    """The clips of the seeds first .. first + count as video files; those there are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for row, seed in enumerate(range(first, first + count)):
        report(Progress(row, count))
        path = folder / f"{seed:08}.mp4"
        if not path.exists():
            _write_clip(path, seed, size)
        written.append(path)
    report(Progress(count, count))
    return written


def _write_clip(path: Path, seed: int, size: tuple[int, int]) -> None:
    clip, lot = clip_of(seed), Random(seed)
    frames = frames_of(clip.moments(lot.randint(*LENGTHS)), *size)
    path.with_suffix(".txt").write_text("\n".join(clip.captions(lot)) + "\n", "utf-8")
    write_film(path, frames, RATE)


def write_film(path: Path, frames: Frames, rate: Fraction) -> None:
    """Frames (n, height, width, 3), both sides even, as an MP4."""
    opaque = np.full((*frames.shape[:3], 1), 255, np.uint8)
    pictures = np.concatenate([frames[..., ::-1], opaque], axis=-1)  # BGRA
    holds = [Hold(1, lambda picture=picture: picture) for picture in pictures]  # type: ignore[misc]
    write_mp4(path, holds, (frames.shape[2], frames.shape[1]), rate, lambda progress: None)


def films_in(folder: Path, tell: Callable[[str], None]) -> list[Film]:
    """All video files under a folder that can be read; `tell` hears of those that cannot.

    Raises MotionError where there are none.
    """
    if not folder.is_dir():
        raise MotionError(
            "There is no folder “{folder}”.", "Name one with video files in it.", folder=folder
        )
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    if not paths:
        raise MotionError(
            "“{folder}” holds no video files.",
            "Put .mp4, .mov, .mkv or .webm files there, or make some: storyboard train clips.",
            folder=folder,
        )
    films = [Film(path, prompts_beside(path)) for path in paths if _readable(path, tell)]
    if not films:
        raise MotionError(
            "None of the {count} clips in “{folder}” can be read.",
            "Choose other clips.",
            count=len(paths),
            folder=folder,
        )
    return films


def _readable(path: Path, tell: Callable[[str], None]) -> bool:
    try:
        if len(list(zip(range(3), decoded(path), strict=False))) < 3:
            tell(f"“{path.name}” is left out: it has fewer than three frames.")
            return False
    except MotionError as error:
        tell(f"{error} It is left out.")
        return False
    return True


def prompts_beside(path: Path) -> tuple[str, str]:
    """The lines of the text file beside a clip; empty where there is none."""
    try:
        lines = path.with_suffix(".txt").read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return "", ""
    told = [line.strip() for line in lines if line.strip()]
    return (told[0], told[-1]) if told else ("", "")


def decoded(path: Path) -> Iterator[Image.Image]:
    """The frames of a video file, one after the other. Raises MotionError for a damaged one."""
    try:
        with av.open(str(path)) as film:
            if not film.streams.video:
                raise MotionError(
                    "“{name}” holds no pictures.", "Choose another clip.", name=path.name
                )
            for frame in film.decode(video=0):
                yield Image.fromarray(frame.to_ndarray(format="rgb24"))
    except (av.FFmpegError, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MotionError(
            "“{name}” cannot be read ({reason}).",
            "Choose another clip.",
            name=path.name,
            reason=reason,
        ) from error


def frames_in(path: Path, size: tuple[int, int]) -> Frames:
    """(n, height, width, 3) with n at most LONGEST; the middle of each frame, in this size."""
    kept: list[Image.Image] = []
    every = 1
    for row, frame in enumerate(decoded(path)):
        if row % every == 0:
            kept.append(ImageOps.fit(frame, size, Image.Resampling.LANCZOS))
        if len(kept) > LONGEST:
            kept, every = kept[::2], every * 2
    return np.stack([np.asarray(frame.convert("RGB")) for frame in kept])


def length_by_lot(count: int, most: int, lot: Random) -> int:
    """How many of a clip's frames to learn from: 3 to `most`, more often many than few."""
    return min(count, max(3, most - int(most * lot.random() ** 2 * 0.75)))


def rows_by_lot(count: int, length: int, lot: Random) -> list[int]:
    """Evenly spaced rows of a clip of `count` frames: of all of it, or of a part."""
    span = count if lot.random() < 0.5 else lot.randint(length, count)
    begin = lot.randint(0, count - span)
    return evenly(begin, begin + span - 1, length)


def evenly(first: int, last: int, length: int) -> list[int]:
    """`length` rows from first to last, both included."""
    return [first + round(row * (last - first) / (length - 1)) for row in range(length)]


def split(films: Sequence[Film], share: float = 0.1) -> tuple[list[Film], list[Film]]:
    """To learn from, and to validate with: every tenth, at least one. A lone clip serves both."""
    if len(films) < 2:
        return list(films), list(films)
    every = min(len(films), round(1 / share))
    held_out = list(films[every - 1 :: every])
    return [film for film in films if film not in held_out], held_out
