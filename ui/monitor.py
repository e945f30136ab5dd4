"""The film as it is seen at the playhead: picture, camera, transitions, captions, onion skin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from storyboard.board import Board, Panel, PanelId
from storyboard.framing import Framing
from storyboard.naming import panel_names
from storyboard.ratios import own_ratio
from storyboard.timeline.camera import WHOLE, midway
from storyboard.timeline.seen import Seen, View, seen_at, standing_in
from storyboard.timeline.track import Track, track_of
from ui.letterbox import filling, place_in
from ui.palette import Palette
from ui.rendered import Rendered

ONION = 0.3  # how strongly the panels before and after shine through
MARGIN = 24  # pixels around the picture
BLACK, CLEAR = QColor("#000000"), QColor(Qt.GlobalColor.transparent)
PLATE = QColor(16, 15, 20, 200)
ON_PLATE = QColor("#f4f5f8")


class Monitor(QWidget):
    """Shows a board at one frame. A click on it is the wish to play or pause.

    render_wanted  (the panel before a transition that a dissolve stands in for)
    """

    play_wanted = Signal()
    render_wanted = Signal(str)

    def __init__(self, colors: Palette, picture: Callable[[Panel], QPixmap | None]) -> None:
        super().__init__()
        self.colors, self.picture, self.rendered = colors, picture, Rendered()
        self.captions, self.onion, self.frame = True, False, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Film"))
        self.render_ = QPushButton(self.tr("Render"), self)
        self.render_.setObjectName("pill")
        self.render_.clicked.connect(self._wish_to_render)
        self.show_board(Board(), track_of(Board()))

    def show_board(self, board: Board, track: Track) -> None:
        """`track` is that of the board."""
        self.board, self.track = board, track
        self._names: dict[PanelId, str] | None = None
        self.show_frame(self.frame)

    @property
    def names(self) -> dict[PanelId, str]:
        self._names = self._names or panel_names(self.board)
        return self._names

    def show_frame(self, frame: int) -> None:
        self.frame = frame
        self._offer_to_render()
        self.update()

    def _offer_to_render(self) -> None:
        """Where a dissolve stands in for what is not rendered yet."""
        seen = self.seen
        offered = bool(seen and seen.kind == "predicted" and not self.rendered.ready(seen.view.row))
        self.render_.setVisible(offered)
        if offered:
            ways = self.tr("Render"), self.tr("Why does it dissolve?")
            self.render_.setText(ways[0] if self.rendered.has_weights else ways[1])
            self.render_.adjustSize()
            corner = self.screen_rect().topRight()
            self.render_.move(corner.x() - self.render_.width() - 10, corner.y() + 10)

    def _wish_to_render(self) -> None:
        if seen := self.seen:
            self.render_wanted.emit(self.board.panels[seen.view.row].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._offer_to_render()

    @property
    def seen(self) -> Seen | None:
        return seen_at(self.track, self.frame)

    def screen_rect(self) -> QRect:
        """The largest place for a picture in the ratio of the film."""
        room = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        size = QRect(0, 0, self.board.width, self.board.height).size()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(room.topLeft(), size)
        rect.moveCenter(room.center())
        return rect

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self.colors.ground))
        seen = self.seen
        if seen is None:
            self._paint_hint(painter)
            return
        rect = self.screen_rect()
        painter.setClipRect(rect)
        between = self.rendered.frame(seen)
        if between and seen.incoming:
            camera = midway(seen.view.framing, seen.incoming.framing, seen.share)
            panel = self.board.panels[seen.view.row]
            self._paint_part(painter, rect, between, panel, camera)
        else:
            self._paint_seen(painter, rect, standing_in(seen))
        if self.onion:
            self._paint_onion(painter, rect, seen)
        painter.setClipping(False)
        if self.captions:
            self._paint_caption(painter, rect, seen)
        self._paint_marks(painter, rect, seen)

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(QColor(self.colors.dim))
        text = self.tr("There is nothing to play yet. Import a script, or add a panel.")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_seen(self, painter: QPainter, rect: QRect, seen: Seen) -> None:
        self._paint_view(painter, rect, seen.view)
        if seen.incoming:
            painter.setOpacity(float(seen.share))
            self._paint_view(painter, rect, seen.incoming)
            painter.setOpacity(1)

    def _paint_onion(self, painter: QPainter, rect: QRect, seen: Seen) -> None:
        """The panels before and after, laid over thinly."""
        for row in (seen.view.row - 1, seen.view.row + 1):
            panel = self.board.panels[row] if 0 <= row < len(self.board.panels) else None
            picture = self.picture(panel) if panel else None
            if panel and picture:
                painter.setOpacity(ONION)
                self._paint_part(painter, rect, picture, panel, WHOLE, CLEAR)
        painter.setOpacity(1)

    def _paint_view(self, painter: QPainter, rect: QRect, view: View) -> None:
        panel = self.board.panels[view.row]
        picture = self.picture(panel)
        if picture is None:
            self._paint_undrawn(painter, rect, panel)
        else:
            self._paint_part(painter, rect, picture, panel, view.framing)

    def _paint_part(
        self,
        painter: QPainter,
        rect: QRect,
        picture: QPixmap,
        panel: Panel,
        framing: Framing,
        bars: QColor = BLACK,
    ) -> None:
        """The part of the film's frame that the camera sees, with the picture in its place."""
        x, y, size = framing.shares
        frame = QRect(QPoint(), rect.size())
        place = place_in(frame, own_ratio(self.board, panel))
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(1 / size, 1 / size)
        painter.translate(-x * rect.width(), -y * rect.height())
        painter.drawPixmap(QRectF(place), picture, filling(picture, place))
        if place != frame:
            beside = QPainterPath()
            beside.addRect(QRectF(frame))
            beside.addRect(QRectF(place))
            painter.fillPath(beside, bars)
        painter.restore()

    def _paint_undrawn(self, painter: QPainter, rect: QRect, panel: Panel) -> None:
        painter.fillRect(rect, QColor(self.colors.raised))
        painter.setPen(QColor(self.colors.dim))
        words = rect.adjusted(40, 30, -40, -30)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        text = panel.prompt or self.tr("Empty panel")
        painter.drawText(words, wrap, f"{self.names[panel.id]}\n\n{text}")

    def _paint_caption(self, painter: QPainter, rect: QRect, seen: Seen) -> None:
        text = self.board.panels[seen.foremost.row].caption
        if not text:
            return
        font = QFont(painter.font())
        font.setPixelSize(max(13, rect.height() // 22))
        painter.setFont(font)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
        room = rect.adjusted(rect.width() // 10, 0, -rect.width() // 10, 0)
        words = painter.boundingRect(room, wrap, text)
        words.moveBottom(rect.bottom() - max(14, rect.height() // 24))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PLATE)
        painter.drawRoundedRect(words.adjusted(-12, -6, 12, 6), 6, 6)
        painter.setPen(ON_PLATE)
        painter.drawText(words, wrap, text)

    def _paint_marks(self, painter: QPainter, rect: QRect, seen: Seen) -> None:
        """Which panel this is, and whether a dissolve stands in for what is not rendered yet."""
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        name = self.names[self.board.panels[seen.view.row].id]
        if seen.incoming:
            name += f" → {self.names[self.board.panels[seen.incoming.row].id]}"
        left = _badge(painter, rect.left() + 12, rect.top() + 12, name, ON_PLATE)
        if seen.kind == "predicted":
            ready = self.rendered.ready(seen.view.row)
            text = self.tr("∿ Predicted")
            if not ready and self.rendered.has_weights:
                text = self.tr("∿ Dissolve until it is rendered")
            elif not ready:
                text = self.tr("∿ Dissolve, as there are no motion weights")
            _badge(painter, left + 8, rect.top() + 12, text, QColor("#58d3b4"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.play_wanted.emit()


def _badge(painter: QPainter, x: int, y: int, text: str, color: QColor) -> int:
    """Words on a dark plate; returns where it ends."""
    badge = QRect(x, y, painter.fontMetrics().horizontalAdvance(text) + 18, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PLATE)
    painter.drawRoundedRect(badge, 12, 12)
    painter.setPen(color)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
    return badge.right()
