"""Plays the film: moves the playhead by the clock of the sound, or by the computer's own."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from storyboard.timeline.samples import Sound, samples_at
from storyboard.timeline.shuttle import Shuttle, frames_after
from ui.speaker import OpenSpeaker, Speaker

TICK_MS = 8


class Playback(QObject):
    """The playhead of the film.

    moved    it stands on another frame
    changed  it plays, pauses, loops or goes at another speed
    silent   the sound cannot be played, with the reason as a sentence; said once
    """

    moved = Signal(int)
    changed = Signal()
    silent = Signal(str)

    def __init__(self, open_speaker: OpenSpeaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open_speaker = open_speaker
        self.shuttle = Shuttle()
        self.rate = Fraction(24)
        self.heard: tuple[Sound, ...] = ()
        self._speaker: Speaker | None = None
        self._told = False
        self._gone = 0  # frames since the clock was set going
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def frame(self) -> int:
        return self.shuttle.frame

    @property
    def playing(self) -> bool:
        return self.shuttle.speed != 0

    def show_film(self, length: int, rate: Fraction, sounds: Sequence[Sound]) -> None:
        """Another film, or this one after an edit; playing goes on from where it is."""
        heard = tuple(sounds)
        other = (rate, heard) != (self.rate, self.heard)
        self.rate, self.heard = rate, heard
        if other or length != self.shuttle.length:
            self._set(self.shuttle.of_length(length))

    def close(self) -> None:
        """Nothing is open any more."""
        self._told = False
        self.show_film(0, self.rate, ())

    def play_or_pause(self) -> None:
        self._set(self.shuttle.paused() if self.playing else self.shuttle.played())

    def forward(self) -> None:
        self._set(self.shuttle.forward())

    def backward(self) -> None:
        self._set(self.shuttle.backward())

    def pause(self) -> None:
        self._set(self.shuttle.paused())

    def step(self, by: int) -> None:
        self._set(self.shuttle.stepped(by))

    def go_to(self, frame: int) -> None:
        """To a frame; if the film plays, it plays on from there."""
        self._set(self.shuttle.at(frame))

    def set_loop(self, loop: bool) -> None:
        self._set(self.shuttle.looped(loop))

    def tick(self) -> None:
        """Moves the playhead to where the clock is."""
        gone = frames_after(self._microseconds(), self.shuttle.speed, self.rate)
        by, self._gone = gone - self._gone, gone
        if not by:
            return
        before, self.shuttle = self.shuttle, self.shuttle.moved(by)
        self.moved.emit(self.frame)
        looped = (self.frame - before.frame) != by
        if looped or not self.playing:
            self._set(self.shuttle)

    def _set(self, shuttle: Shuttle) -> None:
        """From here on, with the clock set to zero."""
        before, self.shuttle = self.shuttle, shuttle
        self._gone = 0
        self._clock.restart()
        self._sound()
        if self.playing:
            self._timer.start()
        else:
            self._timer.stop()
        if shuttle.frame != before.frame:
            self.moved.emit(shuttle.frame)
        self.changed.emit()

    def _sound(self) -> None:
        """Sound only forward at the usual speed."""
        if self._speaker:
            self._speaker.stop()
        if self.shuttle.speed != 1 or not self.heard:
            return
        self._speaker = self._speaker or self.open_speaker()
        if self._speaker is None:
            self._tell(
                self.tr("No sound can be played here. Connect an output, on Linux with libpulse.")
            )
            return
        first = samples_at(self.frame, self.rate)
        count = samples_at(self.shuttle.length, self.rate) - first
        self._speaker.play(self.heard, self.rate, first, count)

    def _tell(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self.silent.emit(sentence)

    def _microseconds(self) -> int:
        heard = None
        if self._speaker and self.heard and self.shuttle.speed == 1:
            heard = self._speaker.microseconds()
        return self._clock.nsecsElapsed() // 1000 if heard is None else heard
