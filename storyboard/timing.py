"""Durations as whole frames at a rational rate: read from what artists type, shown as 2.0 s."""

from __future__ import annotations

import re
from fractions import Fraction

from storyboard.board import BoardError

MAX_SECONDS = 24 * 60 * 60
SECONDS = re.compile(r"(\d+(?:[.,]\d+)?|[.,]\d+)\s*(?:s|sec|seconds?)?", re.IGNORECASE)
FRAMES = re.compile(r"(\d+)\s*(?:f|fr|frames?)", re.IGNORECASE)
TIMECODE = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+):(\d+)")


def parse_frames(text: str, rate: Fraction) -> int:
    """Frames of a typed duration: `2` and `2.5s` are seconds, `48f` frames, `1:12` 1 s 12 f.

    Longer forms are timecodes, `minutes:seconds:frames` and `hours:minutes:seconds:frames`.
    Raises BoardError for anything else, and for nothing or more than a day.
    """
    frames = _read(text.strip(), rate)
    if frames is None:
        raise BoardError(
            "“{text}” is not a duration. Write 2, 2.5s, 48f or 1:12 (1 s 12 frames).", text=text
        )
    if frames < 1:
        raise BoardError("A panel lasts at least one frame. Write a longer duration.")
    if frames > MAX_SECONDS * rate:
        raise BoardError("A panel lasts at most a day. Write a shorter duration.")
    return frames


def _read(text: str, rate: Fraction) -> int | None:
    if found := FRAMES.fullmatch(text):
        return int(found[1][:20])
    if found := SECONDS.fullmatch(text):
        return frames_in(Fraction(found[1].replace(",", ".")), rate)
    if found := TIMECODE.fullmatch(text):
        return _timecode(found, rate)
    return None


def _timecode(found: re.Match[str], rate: Fraction) -> int | None:
    hours, minutes, seconds, frames = (int(part or 0) for part in found.groups())
    per_second = -(-rate.numerator // rate.denominator)  # 24 frames are counted at 24000/1001
    if frames >= per_second:
        return None
    return (hours * 3600 + minutes * 60 + seconds) * per_second + frames


def frames_in(seconds: Fraction | int, rate: Fraction) -> int:
    """The nearest whole number of frames."""
    return round(seconds * rate)


def show_seconds(frames: int, rate: Fraction) -> str:
    """As in `2.0 s`."""
    return f"{float(frames / rate):.1f} s"


def show_timecode(frames: int, rate: Fraction) -> str:
    """As in `00:00:05:12`: hours, minutes, seconds and frames, none dropped."""
    per_second = -(-rate.numerator // rate.denominator)
    seconds, frame = divmod(frames, per_second)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}:{frame:02}"


def show_clock(frames: int, rate: Fraction) -> str:
    """As in `0:06.5`: minutes, and seconds to a tenth."""
    tenths = round(frames / rate * 10)
    minutes, rest = divmod(tenths, 600)
    return f"{minutes}:{rest // 10:02}.{rest % 10}"


def show_frames(frames: int) -> str:
    """As in `48 f`."""
    return f"{frames} f"
