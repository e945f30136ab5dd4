"""Where the parts of the timeline stand, and which of them is under the pointer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from PySide6.QtCore import QPoint, QRect

from storyboard.timeline.track import Clip, Joint, Track

EDGE = 14  # pixels before the first frame and behind the last
RULER = QRect(0, 0, 0, 26)  # top and height count; the width is that of the film
CLIPS = QRect(0, 36, 0, 66)
CAPTIONS = QRect(0, 110, 0, 24)
SOUND = QRect(0, 142, 0, 54)
VOICES = QRect(0, 142, 0, 38)  # where panels have sounds; that of the film lies below it then
FOR_VOICES = 46  # pixels that they take
HEIGHT = 206
CHIP_HEIGHT, CHIP_WIDTH = 32, 16  # of a transition; it is wider where it lasts longer
REACH = 5  # pixels from an edge that still take hold of it
TICKS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)  # seconds between two names
ROOM_FOR_A_TICK = 92  # pixels

Part = Literal["playhead", "edge", "transition", "transition start", "transition end", "clip",
    "caption",
               "sound", "voice"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of the timeline; `row` is that of its panel, or of the panel before the edge."""

    part: Part
    row: int = -1


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """A film at `scale` pixels a frame; `has_voices` where panels have sounds."""

    track: Track
    rate: Fraction
    scale: float
    has_voices: bool = False

    @property
    def height(self) -> int:
        return HEIGHT + FOR_VOICES * self.has_voices

    @property
    def width(self) -> int:
        return self.x(self.track.frames) + EDGE

    def x(self, frame: float) -> int:
        return EDGE + round(frame * self.scale)

    def frame(self, x: float) -> int:
        """The frame a place belongs to; before the first one it is negative."""
        return int((x - EDGE) // self.scale)

    def frames(self, pixels: float) -> int:
        """The nearest whole number of frames."""
        return round(pixels / self.scale)

    def visible(self, left: int, right: int) -> tuple[Clip, ...]:
        """The clips between two places."""
        clips = self.track.clips
        first = bisect_right(clips, self.frame(left), key=lambda clip: clip.start) - 1
        last = bisect_left(clips, self.frame(right) + 1, key=lambda clip: clip.start)
        return clips[max(first, 0) : last]

    def clip(self, clip: Clip) -> QRect:
        return self._lane(CLIPS, clip.start, clip.end)

    def caption(self, clip: Clip) -> QRect:
        return self._lane(CAPTIONS, clip.start, clip.end)

    def sound(self, start: int, length: float) -> QRect:
        """A sound of `length` frames; it may go on behind the end of the film."""
        lane = SOUND.translated(0, FOR_VOICES * self.has_voices)
        return self._lane(lane, start, start + length)

    def voice(self, start: int, length: float) -> QRect:
        """A sound of a panel; it may go on behind the panel."""
        return self._lane(VOICES, start, start + length)

    def in_voices(self, y: int) -> bool:
        return self.has_voices and VOICES.top() <= y <= VOICES.bottom()

    def _lane(self, lane: QRect, start: float, end: float) -> QRect:
        left = self.x(start)
        return QRect(left + 1, lane.top(), max(2, self.x(end) - left - 2), lane.height())

    def chip(self, joint: Joint) -> QRect:
        """Where a transition is drawn: over its frames, but never too narrow to take hold of."""
        left, right = self.x(joint.start), self.x(joint.end)
        wide = max(right - left, CHIP_WIDTH)
        top = CLIPS.center().y() - CHIP_HEIGHT // 2
        middle = (left + right) // 2 if right - left >= CHIP_WIDTH else self.x(joint.edge)
        return QRect(middle - wide // 2, top, wide, CHIP_HEIGHT)

    def shown_chip(self, row: int) -> QRect | None:
        """The transition behind the panel at `row`, where there is one and room to show it."""
        if not 0 <= row < len(self.track.joints):
            return None
        joint, clips = self.track.joints[row], self.track.clips[row : row + 2]
        shortest = min(clip.panel.frames for clip in clips) * self.scale
        if joint.transition.kind == "cut" or shortest < CHIP_WIDTH:
            return None
        return self.chip(joint)

    def hit(self, at: QPoint, sound: QRect | None) -> Hit | None:
        """What is at a place; a transition lies over the edge, an edge over its clips."""
        if at.y() < RULER.bottom() + 6:
            return Hit("playhead")
        if sound and sound.contains(at):
            return Hit("sound")
        clip = self.track.clip_at(self.frame(at.x()))
        if clip is None or at.x() > self.x(self.track.frames) + REACH:
            return None
        if CLIPS.top() <= at.y() <= CLIPS.bottom():
            return self._hit_clip(at, clip)
        if CAPTIONS.top() <= at.y() <= CAPTIONS.bottom():
            return Hit("caption", clip.row)
        return None

    def _hit_clip(self, at: QPoint, clip: Clip) -> Hit:
        for row in (clip.row - 1, clip.row):
            chip = self.shown_chip(row)
            if chip and chip.adjusted(-3, 0, 3, 0).contains(at):
                return Hit(_part_of_chip(chip, at.x()), row)
        for row, edge in ((clip.row - 1, clip.start), (clip.row, clip.end)):
            if row >= 0 and abs(at.x() - self.x(edge)) <= REACH:
                return Hit("edge", row)
        return Hit("clip", clip.row)

    def ticks(self, left: int, right: int) -> list[tuple[int, int]]:
        """The named seconds between two places, as places and seconds."""
        second = -(-self.rate.numerator // self.rate.denominator)  # frames, as timecode counts
        wide = second * self.scale
        step = next((one for one in TICKS if one * wide >= ROOM_FOR_A_TICK), TICKS[-1])
        first = max(0, self.frame(left)) // second // step * step
        last = self.frame(right) // second + 1
        return [(self.x(one * second), one) for one in range(first, last + 1, step)]


def _part_of_chip(chip: QRect, x: int) -> Part:
    grip = max(4, min(7, chip.width() // 4))
    if x < chip.left() + grip:
        return "transition start"
    return "transition end" if x > chip.right() - grip else "transition"
