"""How the playhead moves: J K L, single frames, the loop, and frames told from a clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

FASTEST = 8  # times the usual speed


@dataclass(frozen=True, slots=True)
class Shuttle:
    """The playhead at `frame` of a film of `length` frames.

    speed  1 is forward, -2 backward at twice the speed, 0 is a pause
    loop   whether the end is followed by the beginning
    """

    frame: int = 0
    length: int = 0
    speed: int = 0
    loop: bool = False

    def at(self, frame: int) -> Shuttle:
        """At a frame of the film, the nearest one if there is no such frame."""
        return replace(self, frame=min(max(frame, 0), max(0, self.length - 1)))

    def of_length(self, length: int) -> Shuttle:
        """Over a film that has become shorter or longer; an empty one stands still."""
        return replace(self, length=length, speed=self.speed if length else 0).at(self.frame)

    def played(self) -> Shuttle:
        """Forward at the usual speed; from the beginning, if the end had been reached."""
        if not self.length:
            return self
        return replace(self, speed=1, frame=0 if self._at_end(1) else self.frame)

    def paused(self) -> Shuttle:
        return replace(self, speed=0)

    def forward(self) -> Shuttle:
        """L: forward, then faster with each press."""
        return self._shuttled(1)

    def backward(self) -> Shuttle:
        """J: backward, then faster with each press."""
        return self._shuttled(-1)

    def stepped(self, by: int) -> Shuttle:
        """A pause so many frames on."""
        return self.paused().at(self.frame + by)

    def looped(self, loop: bool) -> Shuttle:
        return replace(self, loop=loop)

    def moved(self, frames: int) -> Shuttle:
        """So many frames further from here, which may be backward; ends in a pause or loops."""
        target = self.frame + frames
        if 0 <= target < self.length:
            return replace(self, frame=target)
        if self.loop and self.length:
            return replace(self, frame=target % self.length)
        return self.at(target).paused()

    def _shuttled(self, way: int) -> Shuttle:
        if not self.length or self._at_end(way):
            return self.paused()
        faster = self.speed * 2 if self.speed * way > 0 else way
        return replace(self, speed=min(max(faster, -FASTEST), FASTEST))

    def _at_end(self, way: int) -> bool:
        if self.loop:
            return False
        return self.frame == (self.length - 1 if way > 0 else 0)


def frames_after(microseconds: int, speed: int, rate: Fraction) -> int:
    """Whole frames since the playhead was set going, toward zero; nothing is ever rounded up."""
    passed = Fraction(microseconds, 1_000_000) * rate * abs(speed)
    whole = passed.numerator // passed.denominator
    return whole if speed > 0 else -whole


def microseconds_of(frames: int, rate: Fraction) -> int:
    """The first microsecond of a frame."""
    passed = frames * 1_000_000 / rate
    return -(-passed.numerator // passed.denominator)
