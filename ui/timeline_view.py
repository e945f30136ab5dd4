"""The tracks of the timeline: what the artist clicks and drags on them becomes wishes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from storyboard.board import Board, BoardError, Panel, PanelId
from storyboard.timeline.track import Track, track_of
from ui.palette import Palette
from ui.said import said
from ui.sound_track import TimelineState
from ui.timeline_drag import Grab, begun, dragged, stretched
from ui.timeline_layout import CAPTIONS, CLIPS, EDGE, Hit, TimelineLayout
from ui.timeline_painter import TimelinePainter
from ui.timeline_thumbs import Thumbs

USUAL_SCALE = 2.0  # pixels a frame: 48 a second at 24
SCALES = (0.01, 24.0)
BAR = 12  # pixels, for scrolling
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
CURSORS = {
    "edge": Qt.CursorShape.SplitHCursor,
    "transition start": Qt.CursorShape.SizeHorCursor,
    "transition end": Qt.CursorShape.SizeHorCursor,
    "sound": Qt.CursorShape.OpenHandCursor,
    "voice": Qt.CursorShape.OpenHandCursor,
}

LOOKED_AT = ("playhead", "clip", "caption")  # the other parts are there to be dragged
OF_PANELS = ("clip", "caption", "voice")  # not of the edge behind one


class TimelineView(QAbstractScrollArea):
    """Shows a board in time.

    edge_rippled        (panel, frames its end has moved)
    edge_rolled         (panel, frames the edge to the next has moved)
    transition_dragged  (panel, new length in frames)
    sound_dragged       (frame at which the sound begins)
    voice_dragged       (panel, the frame of it at which its sound begins)
    voice_dropped       (panel, a file for its sound)
    menu_wanted         (where on the screen, panel, whether the edge behind it is meant)
    """

    frame_chosen = Signal(int)
    frame_dragged = Signal(int)
    panel_chosen = Signal(str)
    panel_opened = Signal(int)
    caption_opened = Signal(str)
    edge_rippled = Signal(str, int)
    edge_rolled = Signal(str, int)
    transition_dragged = Signal(str, int)
    sound_dragged = Signal(int)
    sound_dropped = Signal(str)
    voice_dragged = Signal(str, int)
    voice_dropped = Signal(str, str)
    menu_wanted = Signal(QPoint, str, bool)
    scale_changed = Signal(float)

    def __init__(self, colors: Palette, picture: Callable[[Panel], QPixmap | None]) -> None:
        super().__init__()
        self.colors = colors
        self.scale, self.frame = USUAL_SCALE, 0
        self.state = TimelineState()
        self.rendered: Callable[[int], bool] = lambda row: False
        self.grab_: Grab | None = None
        self.hover: Hit | None = None
        self.editable = True
        self.told: tuple[QPoint, str] | None = None  # what a drag does, beside the pointer
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Timeline"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.thumbs = Thumbs(picture, self.viewport(), CLIPS.height())
        self.viewport().setMouseTracking(True)
        self.show_board(Board(), track_of(Board()))

    def show_board(self, board: Board, track: Track) -> None:
        """`track` is that of the board."""
        self.board = board
        self.painter = TimelinePainter(
            board, self.colors, self.thumbs.thumb, lambda row: self.rendered(row)
        )
        self._lay_out(track)

    def let_edit(self, editable: bool) -> None:
        """Else it can be played and walked through."""
        self.editable = editable
        self.setAcceptDrops(editable)

    def show_state(self, state: TimelineState) -> None:
        longer = (state.audio, state.waveforms) != (self.state.audio, self.state.waveforms)
        self.state = state
        if longer:
            self._lay_out(self.layout_.track)
        self.viewport().update()

    def show_colors(self, colors: Palette) -> None:
        self.colors = colors
        self.show_board(self.board, self.layout_.track)

    def show_frame(self, frame: int, *, follow: bool = False) -> None:
        """The playhead; with `follow` it stays in sight."""
        before, self.frame = self.frame, frame
        if follow:
            self._reveal(self.layout_.x(frame))
        for one in (before, frame):
            x = self.layout_.x(one) - self.horizontalScrollBar().value()
            self.viewport().update(QRect(x - 8, 0, 17, self.viewport().height()))

    def set_scale(self, scale: float, *, around: int | None = None) -> None:
        """Pixels a frame; the frame at the place `around`, or the playhead, stays where it is."""
        bar = self.horizontalScrollBar()
        x = self.layout_.x(self.frame) - bar.value() if around is None else around
        frame = (x + bar.value() - EDGE) / self.scale
        self.scale = min(max(scale, SCALES[0]), SCALES[1])
        self._lay_out(self.layout_.track)
        bar.setValue(self.layout_.x(frame) - x)
        self.scale_changed.emit(self.scale)

    def fit(self) -> None:
        """The whole film in sight."""
        if self.layout_.track.frames:
            self.set_scale((self.viewport().width() - 3 * EDGE) / self.layout_.track.frames)

    def _lay_out(self, track: Track) -> None:
        has_voices = any(clip.panel.audio for clip in track.clips)
        self.layout_ = TimelineLayout(track, self.board.rate, self.scale, has_voices)
        self.setMinimumHeight(self.layout_.height + BAR)
        sound = self.state.sound_rect(self.layout_)
        width = max(self.layout_.width, sound.right() + EDGE if sound else 0)
        bar = self.horizontalScrollBar()
        bar.setRange(0, max(0, width - self.viewport().width()))
        bar.setPageStep(self.viewport().width())
        bar.setSingleStep(40)
        self.viewport().update()

    def forget_pictures(self) -> None:
        """Another project is shown."""
        self.thumbs.forget()

    def _reveal(self, x: int) -> None:
        bar, wide = self.horizontalScrollBar(), self.viewport().width()
        if not bar.value() + 20 <= x <= bar.value() + wide - 40:
            bar.setValue(x - 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(self.layout_.track)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.thumbs.begin()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.board.panels:
            self._paint_hint(painter)
            return
        left = self.horizontalScrollBar().value()
        painter.translate(-left, 0)
        seen = event.rect().translated(left, 0)
        self.painter.paint(painter, self.layout_, seen, left, self.state)
        held = self.grab_.hit if self.grab_ else self.hover
        if held and held.part == "edge":
            self.painter.edge(painter, self.layout_.x(self.layout_.track.clips[held.row].end))
        self.painter.playhead(painter, self.layout_.x(self.frame), self.viewport().height())
        if self.told:
            self.painter.told(painter, *self.told, left + self.viewport().width())

    def _paint_hint(self, painter: QPainter) -> None:
        painter.fillRect(self.viewport().rect(), QColor(self.colors.surface))
        painter.setPen(QColor(self.colors.dim))
        text = self.tr("The film is empty. Import a script, or press N on the board for a panel.")
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _place(self, event: QMouseEvent) -> QPoint:
        return event.position().toPoint() + QPoint(self.horizontalScrollBar().value(), 0)

    def hit_at(self, at: QPoint) -> Hit | None:
        """What is at a place of the content."""
        sound = self.state.sound_rect(self.layout_)
        hit = self.layout_.hit(at, sound) if self.board.panels else None
        voice = self.state.voice_at(self.layout_, at)
        hit = hit if voice is None else Hit("voice", voice)
        return hit if self.editable or (hit and hit.part in LOOKED_AT) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._place(event)
        hit = self.hit_at(at)
        if hit is None or event.button() != Qt.MouseButton.LeftButton:
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self.grab_ = Grab(hit, at.x(), roll=alt)
        if hit.part == "playhead":
            self.frame_chosen.emit(self.layout_.frame(at.x()))
        elif hit.part in ("clip", "caption"):
            self.panel_chosen.emit(self.board.panels[hit.row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._place(event)
        if self.grab_ is None:
            hit = self.hit_at(at)
            self._show_cursor(hit)
        elif self.grab_.hit.part == "playhead":
            self.frame_dragged.emit(self.layout_.frame(at.x()))
            self._reveal(self.layout_.x(self.frame))
        elif self.grab_.hit.part not in ("clip", "caption", "transition"):
            self._drag(at, event)

    def _show_cursor(self, hit: Hit | None) -> None:
        cursor = CURSORS.get(hit.part) if hit else None
        self.viewport().setCursor(cursor or Qt.CursorShape.ArrowCursor)
        if hit != self.hover:
            self.hover = hit
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._show_cursor(None)

    def _drag(self, at: QPoint, event: QMouseEvent) -> None:
        """Shows the board as it would be after the drop."""
        assert self.grab_ is not None
        by = round((at.x() - self.grab_.x) / self.scale)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self.grab_ = Grab(self.grab_.hit, self.grab_.x, by, alt or self.grab_.roll)
        try:
            shown, words = dragged(self.board, self.grab_)
        except BoardError as error:
            shown, words = self.board, said(error)
        self._show_dragged(shown)
        self.told = (at, words)

    def _show_dragged(self, board: Board) -> None:
        """Only times differ from the board that is shown, so its names and pictures stay."""
        self.state = replace(self.state, audio=board.audio)
        self._lay_out(track_of(board))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grab = self.grab_
        self._end_drag()
        if grab is None:
            return
        if grab.hit.part == "transition":
            panel = self.board.panels[grab.hit.row].id
            self.menu_wanted.emit(event.globalPosition().toPoint(), panel, True)
        elif grab.by:
            self._wish(grab)

    def _wish(self, grab: Grab) -> None:
        if grab.hit.part == "sound":
            assert self.board.audio is not None
            self.sound_dragged.emit(self.board.audio.start + grab.by)
            return
        panel: PanelId = self.board.panels[grab.hit.row].id
        if grab.hit.part == "voice":
            self.voice_dragged.emit(panel, begun(self.board, grab))
        elif grab.hit.part == "edge":
            (self.edge_rolled if grab.roll else self.edge_rippled).emit(panel, grab.by)
        else:
            self.transition_dragged.emit(panel, stretched(self.board, grab)[1])

    def _end_drag(self) -> None:
        """Back to the board as it is; a wish that is granted brings another."""
        if self.grab_ and self.grab_.by:
            self._show_dragged(self.board)
        self.told = None
        self.grab_ = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.hit_at(self._place(event))
        if hit and hit.part == "clip":
            self.panel_opened.emit(self.layout_.track.clips[hit.row].start)
        elif hit and hit.part == "caption":
            self.caption_opened.emit(self.board.panels[hit.row].id)
        elif hit and hit.part == "edge":
            panel = self.board.panels[hit.row].id
            self.menu_wanted.emit(event.globalPosition().toPoint(), panel, True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """With the menu key, for the selected panel."""
        self._end_drag()
        chosen = next(iter(self.state.selected), None)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            if chosen is not None:
                self.menu_wanted.emit(event.globalPos(), chosen, False)
            return
        hit = self.hit_at(event.pos() + QPoint(self.horizontalScrollBar().value(), 0))
        if hit and hit.row >= 0:
            panel = self.board.panels[hit.row].id
            self.menu_wanted.emit(event.globalPos(), panel, hit.part not in OF_PANELS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.grab_:
            self._end_drag()
        elif event.key() in STEPS and not event.modifiers() and self.board.panels:
            self._step(STEPS[Qt.Key(event.key())])
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        """To the panel before or after the selected one, or the one at the playhead."""
        clips, chosen = self.layout_.track.clips, set(self.state.selected)
        here = [clip.row for clip in clips if clip.panel.id in chosen]
        at_playhead = self.layout_.track.clip_at(self.frame)
        row = here[-1] + by if here else at_playhead.row if at_playhead else 0
        row = min(max(row, 0), len(clips) - 1)
        self.panel_chosen.emit(clips[row].panel.id)
        self._reveal(self.layout_.x(clips[row].start))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = 1.25 if turned.y() > 0 else 0.8
            self.set_scale(self.scale * factor, around=round(event.position().x()))
        else:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (turned.x() or turned.y()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """On a panel it becomes the panel's sound, anywhere else the film's."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        panel = self._panel_under(event.position().toPoint())
        self._tell_drop(None)
        if not files:
            return
        event.acceptProposedAction()
        if panel is None:
            self.sound_dropped.emit(files[0])
        else:
            self.voice_dropped.emit(panel, files[0])

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self._tell_drop(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._tell_drop(None)

    def _tell_drop(self, at: QPoint | None) -> None:
        """Beside the pointer, what a drop would do."""
        panel = self._panel_under(at) if at else None
        words = self.tr("Sound of the film")
        if panel:
            words = self.tr("Sound of panel {}").format(self.painter.names[panel])
        left = QPoint(self.horizontalScrollBar().value(), 0)
        self.told = (at + left, words) if at else None
        self.viewport().update()

    def _panel_under(self, at: QPoint) -> PanelId | None:
        """The panel on whose tracks a place of the view is."""
        x = at.x() + self.horizontalScrollBar().value()
        on_tracks = CLIPS.top() <= at.y() <= CAPTIONS.bottom() or self.layout_.in_voices(at.y())
        clip = self.layout_.track.clip_at(self.layout_.frame(x)) if on_tracks else None
        return clip.panel.id if clip and x <= self.layout_.x(clip.end) else None
