"""The sounds as the timeline shows them: name and waveform, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QLine, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from storyboard.board import Audio, PanelId
from storyboard.timeline.samples import BINS_PER_SECOND, Waveform
from ui.palette import Palette
from ui.timeline_layout import TimelineLayout

NAME = 17  # pixels over the waveform
BAR, BAR_STEP = 2, 3  # pixels of a waveform's bars


@dataclass(frozen=True, slots=True)
class TimelineState:
    """What is shown beside the film itself; a sound without a waveform is still being read.

    waveforms  of the sounds, by their hashes
    broken     the hashes of those that are missing or damaged
    """

    selected: Collection[PanelId] = ()
    audio: Audio | None = None
    waveforms: Mapping[str, Waveform] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()

    def frames_of(self, audio: Audio, layout: TimelineLayout, otherwise: int) -> float:
        """How long a sound lasts, as far as that is known."""
        waveform = self.waveforms.get(audio.sha256)
        if waveform is None:
            return max(1, otherwise)
        return len(waveform.peaks) * float(layout.rate) / BINS_PER_SECOND

    def sound_rect(self, layout: TimelineLayout) -> QRect | None:
        """Where the sound lies; over the whole film as long as its length is not known."""
        if self.audio is None:
            return None
        start = self.audio.start
        length = self.frames_of(self.audio, layout, layout.track.frames - start)
        return layout.sound(start, length)

    def voices(self, layout: TimelineLayout) -> Iterator[tuple[int, Audio, QRect]]:
        """The sounds of panels: the row, and where each lies."""
        for clip in layout.track.clips:
            if audio := clip.panel.audio:
                length = self.frames_of(audio, layout, clip.panel.frames - audio.start)
                yield clip.row, audio, layout.voice(clip.start + audio.start, length)

    def voice_at(self, layout: TimelineLayout, at: QPoint) -> int | None:
        """The row of the panel whose sound is at a place; the later one lies on top."""
        if not layout.in_voices(at.y()):
            return None
        found = [row for row, _, rect in self.voices(layout) if rect.contains(at)]
        return found[-1] if found else None


class SoundPainter:
    """Paints the tracks of the sounds in one palette."""

    def __init__(self, colors: Palette) -> None:
        self.colors = colors

    def paint(
        self,
        painter: QPainter,
        layout: TimelineLayout,
        seen: QRect,
        left: int,
        state: TimelineState,
    ) -> None:
        """As far as it lies in `seen`; `left` is where the view begins."""
        for _, audio, place in state.voices(layout):
            if place.intersects(seen):
                self._sound(painter, layout, place, seen, left, audio, state)
        rect = state.sound_rect(layout)
        if rect is None or state.audio is None:
            self._nothing(painter, layout)
        else:
            self._sound(painter, layout, rect, seen, left, state.audio, state)

    def _sound(
        self,
        painter: QPainter,
        layout: TimelineLayout,
        rect: QRect,
        seen: QRect,
        left: int,
        audio: Audio,
        state: TimelineState,
    ) -> None:
        shape, missing = rounded(rect), audio.sha256 in state.broken
        waveform = state.waveforms.get(audio.sha256)
        if not missing:
            painter.fillPath(shape, QColor(self.colors.sound_ground))
        self._border(painter, shape, missing)
        if waveform:
            painter.save()
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
            self._waveform(painter, layout, rect, seen, waveform)
            painter.restore()
        words = _words(audio.name, missing, read=waveform is not None)
        self._name(painter, rect, max(rect.left(), left) + 8, words, missing)

    def _border(self, painter: QPainter, shape: QPainterPath, missing: bool) -> None:
        color = QColor(self.colors.bad if missing else self.colors.line)
        dash = Qt.PenStyle.DashLine if missing else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color, 1, dash))
        painter.drawPath(shape)

    def _nothing(self, painter: QPainter, layout: TimelineLayout) -> None:
        lane = layout.sound(0, layout.track.frames)
        painter.setPen(QPen(QColor(self.colors.line), 1, Qt.PenStyle.DashLine))
        painter.drawPath(rounded(lane))
        painter.setFont(sized(painter.font(), 12))
        painter.setPen(QColor(self.colors.dim))
        text = _tr("Drop a sound file here, or choose Timeline ▸ Add sound.")
        words = QRect(lane.left() + 10, lane.top(), 10_000, lane.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _name(self, painter: QPainter, rect: QRect, left: int, words: str, missing: bool) -> None:
        painter.setFont(sized(painter.font(), 11))
        room = max(0, rect.right() - left - 8)
        text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(self.colors.bad if missing else self.colors.text))
        line = QRect(left, rect.top(), room, rect.height() if missing else NAME + 3)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)

    def _waveform(
        self,
        painter: QPainter,
        layout: TimelineLayout,
        rect: QRect,
        seen: QRect,
        waveform: Waveform,
    ) -> None:
        """Bars that stand at the same places whichever part of them is painted."""
        per_pixel = BINS_PER_SECOND / float(layout.rate) / layout.scale
        inside = rect.adjusted(2, NAME, 0, -3)
        middle, reach = inside.center().y(), inside.height() / 2 - 1
        skipped = max(0, seen.left() - inside.left()) // BAR_STEP * BAR_STEP
        lines = []
        for x in range(inside.left() + skipped, min(rect.right(), seen.right()) + 1, BAR_STEP):
            begin = int((x - rect.left()) * per_pixel)
            part = waveform.peaks[begin : max(begin + 1, int(begin + BAR_STEP * per_pixel))]
            high = round(int(part.max(initial=0)) / 255 * reach)
            lines.append(QLine(x, middle - high, x, middle + high))
        painter.setPen(QPen(QColor(self.colors.sound), BAR))
        painter.drawLines(lines)


def _words(name: str, missing: bool, *, read: bool) -> str:
    if missing:
        words = _tr("“{}” cannot be heard: its file is missing or damaged. Add it again.")
        return words.format(name)
    return name if read else _tr("{} · reading …").format(name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SoundPainter", text)


def rounded(rect: QRect) -> QPainterPath:
    """The shape of everything that lies on a track."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), 5, 5)
    return shape


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """The same font in another size."""
    other = QFont(font)
    other.setPixelSize(pixels)
    other.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return other
