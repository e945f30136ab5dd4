"""Paints the timeline: ruler, clips with their pictures, transitions, captions, sound, playhead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from storyboard.board import Board, Panel
from storyboard.naming import panel_names
from storyboard.timeline.track import Clip, Joint
from storyboard.timing import show_seconds
from ui.palette import Palette
from ui.sound_track import SoundPainter, TimelineState, rounded, sized
from ui.timeline_icons import camera_path, transition_path
from ui.timeline_layout import CLIPS, RULER, TimelineLayout

ON_PICTURE = "#f4f5f8"  # text on pictures, dark behind it in both themes
OVER = 40  # pixels painted beyond what is seen, so that a part fits to the next
NARROW = 8  # pixels; a clip narrower than this is only a bar


class TimelinePainter:
    """Paints one board in one palette.

    picture   gives a panel's picture, if it has one; when the flag is off, only if it was read
    rendered  says whether the predicted transition behind a row is there
    """

    def __init__(
        self,
        board: Board,
        colors: Palette,
        picture: Callable[[Panel, bool], QPixmap | None],
        rendered: Callable[[int], bool],
    ) -> None:
        self.rendered = rendered
        self.board, self.colors, self.picture = board, colors, picture
        self.names, self.sound = panel_names(board), SoundPainter(colors)

    def paint(
        self,
        painter: QPainter,
        layout: TimelineLayout,
        seen: QRect,
        left: int,
        state: TimelineState,
    ) -> None:
        """Everything but the playhead, as far as it lies in `seen`; the view begins at `left`."""
        painter.fillRect(seen, QColor(self.colors.surface))
        seen = seen.adjusted(-OVER, 0, OVER, 0)
        self._ruler(painter, layout, seen)
        clips = layout.visible(seen.left(), seen.right())
        for clip in clips:
            self._clip(painter, layout.clip(clip), clip, clip.panel.id in state.selected)
        for clip in clips:
            self._camera(painter, layout, clip)
            self._caption(painter, layout.caption(clip), clip.panel)
        if clips:  # a transition reaches into both of its clips
            for joint in layout.track.joints[max(0, clips[0].row - 1) : clips[-1].row + 1]:
                self._chip(painter, layout, joint)
        self.sound.paint(painter, layout, seen, left, state)

    def _ruler(self, painter: QPainter, layout: TimelineLayout, seen: QRect) -> None:
        painter.setPen(QColor(self.colors.line))
        painter.drawLine(seen.left(), RULER.bottom(), seen.right(), RULER.bottom())
        painter.setFont(sized(painter.font(), 11))
        for x, seconds in layout.ticks(seen.left() - 80, seen.right()):
            painter.setPen(QColor(self.colors.line))
            painter.drawLine(x, RULER.top() + 7, x, RULER.bottom())
            painter.setPen(QColor(self.colors.dim))
            painter.drawText(x + 6, RULER.bottom() - 8, f"{seconds // 60:02}:{seconds % 60:02}")

    def _clip(self, painter: QPainter, rect: QRect, clip: Clip, selected: bool) -> None:
        if rect.width() < NARROW:
            self._sliver(painter, rect, clip.panel, selected)
            return
        shape = rounded(rect)
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        picture = self.picture(clip.panel, True)
        if picture is None:
            painter.fillRect(rect, QColor(self.colors.raised))
        else:
            _strip(painter, rect, picture)
            self._shade(painter, rect)
        self._clip_words(painter, rect, clip, picture is not None)
        painter.restore()
        border = self.colors.accent if selected else self.colors.line
        painter.setPen(QPen(QColor(border), 2 if selected else 1))
        painter.drawPath(shape)

    def _sliver(self, painter: QPainter, rect: QRect, panel: Panel, selected: bool) -> None:
        """A clip that is only a few pixels wide: the middle of its picture, if that was read."""
        picture = None if selected else self.picture(panel, False)
        if picture is None:
            painter.fillRect(rect, QColor(self.colors.accent if selected else self.colors.hover))
            return
        middle = picture.rect()
        middle.setLeft(middle.center().x() - rect.width() // 2)
        middle.setWidth(rect.width())
        painter.drawPixmap(rect, picture, middle)

    def _shade(self, painter: QPainter, rect: QRect) -> None:
        """Darkens the foot of a picture, so that words can be read on any of them."""
        foot = QRect(rect.left(), rect.bottom() - 30, rect.width(), 31)
        shade = QLinearGradient(QPointF(foot.topLeft()), QPointF(foot.bottomLeft()))
        shade.setColorAt(0, QColor(10, 11, 14, 0))
        shade.setColorAt(0.55, QColor(10, 11, 14, 190))
        shade.setColorAt(1, QColor(10, 11, 14, 215))
        painter.fillRect(foot, shade)

    def _clip_words(self, painter: QPainter, rect: QRect, clip: Clip, drawn: bool) -> None:
        bold, plain = sized(painter.font(), 11, bold=True), sized(painter.font(), 11)
        inside = rect.adjusted(7, 5, -7, -4)
        painter.setFont(bold)
        name = self.names[clip.panel.id]
        wide = painter.fontMetrics().horizontalAdvance(name)
        if wide > inside.width():
            return
        foot = Qt.AlignmentFlag.AlignBottom
        painter.setPen(QColor(ON_PICTURE if drawn else self.colors.text))
        painter.drawText(inside, foot | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(plain)
        length = show_seconds(clip.panel.frames, self.board.rate)
        if "timing" in clip.panel.locks:
            length = f"■ {length}"
        if wide + painter.fontMetrics().horizontalAdvance(length) + 12 <= inside.width():
            painter.setPen(QColor(ON_PICTURE if drawn else self.colors.dim))
            painter.drawText(inside, foot | Qt.AlignmentFlag.AlignRight, length)
        if clip.panel.take is None and inside.width() > 60:
            painter.setPen(QColor(self.colors.dim))
            words = inside.adjusted(8, 0, -8, -20)
            text = self._elided(painter, clip.panel.prompt or _tr("Empty panel"), words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _camera(self, painter: QPainter, layout: TimelineLayout, clip: Clip) -> None:
        """In the corner, or beside the transition that covers it."""
        rect, chip = layout.clip(clip), layout.shown_chip(clip.row - 1)
        left = max(rect.left() + 5, chip.right() + 4 if chip else 0)
        if clip.panel.camera == "still" or left + 24 > rect.right():
            return
        badge = QRectF(left, rect.top() + 5, 20, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 22, 27, 225))
        painter.drawRoundedRect(badge, 5, 5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(ON_PICTURE), 1.4))
        painter.drawPath(camera_path(clip.panel, badge.adjusted(5, 5, -5, -5)))

    def _chip(self, painter: QPainter, layout: TimelineLayout, joint: Joint) -> None:
        """A predicted transition is dashed as long as a dissolve stands in for it."""
        rect = layout.shown_chip(joint.row)
        if rect is None:
            return
        stands_in = joint.transition.kind == "predicted" and not self.rendered(joint.row)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.fillPath(shape, QColor(self.colors.good_ground))
        dash = Qt.PenStyle.DashLine if stands_in else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(self.colors.good), 1.4, dash))
        painter.drawPath(shape)
        painter.setPen(QPen(QColor(self.colors.good), 1.8))
        middle = QPointF(rect.center())
        sign = QRectF(middle.x() - 4, middle.y() - 4, 9, 9)
        painter.drawPath(transition_path(joint.transition.kind, sign))
        if rect.width() >= 24:
            for x in (rect.left() + 3, rect.right() - 3):
                painter.drawLine(x, rect.center().y() - 5, x, rect.center().y() + 6)

    def _caption(self, painter: QPainter, rect: QRect, panel: Panel) -> None:
        if not panel.caption:
            return
        if rect.width() < NARROW:
            painter.fillRect(rect, QColor(self.colors.raised))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colors.raised))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self.colors.text))
        painter.setFont(sized(painter.font(), 11))
        words = rect.adjusted(7, 0, -7, 0)
        if words.width() > 14:
            text = self._elided(painter, panel.caption, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _elided(self, painter: QPainter, text: str, width: int) -> str:
        line = " ".join(text.split())
        return painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width)

    def playhead(self, painter: QPainter, x: int, height: int) -> None:
        color = QColor(self.colors.bad)
        painter.fillRect(QRectF(x - 0.75, RULER.top() + 4, 1.5, height), color)
        head = QPainterPath()
        top = RULER.top() + 2.0
        head.addPolygon(QPolygonF([
            QPointF(x - 6, top), QPointF(x + 6, top), QPointF(x + 6, top + 7),
            QPointF(x, top + 14), QPointF(x - 6, top + 7),
        ]))  # fmt: skip
        painter.fillPath(head, color)

    def edge(self, painter: QPainter, x: int) -> None:
        """The edge that a press would take hold of."""
        bar = QRectF(x - 1.5, CLIPS.top() - 4, 3, CLIPS.height() + 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colors.accent))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def told(self, painter: QPainter, at: QPoint, words: str, right: int) -> None:
        """Words on a plate above a place, kept left of `right`."""
        painter.setFont(sized(painter.font(), 12))
        wide = painter.fontMetrics().horizontalAdvance(words) + 18
        plate = QRectF(min(at.x() + 12, right - wide - 6), max(4, at.y() - 34), wide, 24)
        painter.setPen(QPen(QColor(self.colors.line), 1))
        painter.setBrush(QColor(self.colors.raised))
        painter.drawRoundedRect(plate, 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self.colors.text))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimelinePainter", text)


def _strip(painter: QPainter, rect: QRect, picture: QPixmap) -> None:
    """The picture side by side as often as it fits, or the middle of it where it does not."""
    wide = round(picture.deviceIndependentSize().width())
    if rect.width() < wide:
        painter.drawPixmap(rect.center().x() - wide // 2, rect.top(), picture)
        return
    for x in range(rect.left(), rect.right() + 1, wide):
        painter.drawPixmap(x, rect.top(), picture)
    painter.setPen(QColor(10, 11, 14, 120))
    for x in range(rect.left() + wide, rect.right() + 1, wide):
        painter.drawLine(x, rect.top(), x, rect.bottom())
