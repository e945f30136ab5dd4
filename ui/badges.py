"""The badges on a card: each with a shape, words and a colour of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from storyboard.board import Panel
from ui.card_state import CardState, Work
from ui.palette import BADGE_BAD, BADGE_FINAL, BADGE_GOOD, BADGE_GROUND, BADGE_STALE, BADGE_TEXT

HEIGHT, SHAPE = 22, 12


def tr(text: str) -> str:
    return QCoreApplication.translate("Badge", text)


@dataclass(frozen=True, slots=True)
class Badge:
    """`text` is seen where it has room, `told` when the pointer rests on the badge."""

    shape: str
    text: str
    color: str
    told: str


def badges_of(panel: Panel, state: CardState) -> list[Badge]:
    """From the most urgent to the least."""
    found: list[Badge] = []
    if state.work:
        found.append(_of_work(state.work))
    if state.stale:
        text = tr("Stale: {}").format(state.stale)
        found.append(Badge("arrows", text, BADGE_STALE, text))
    if panel.locks:
        found.append(_of_locks(panel))
    if panel.status == "approved":
        found.append(Badge("checks", tr("Approved"), BADGE_GOOD, tr("Approved")))
    elif panel.status == "final":
        found.append(Badge("check", tr("Final"), BADGE_FINAL, tr("Final")))
    elif panel.take:
        found.append(Badge("pencil", tr("Draft"), BADGE_TEXT, tr("Draft")))
    return found


def _of_work(work: Work) -> Badge:
    if work.problem:
        return Badge("cross", tr("Failed"), BADGE_BAD, work.problem)
    if work.place:
        text = tr("Queued {}").format(work.place)
        return Badge("dots", text, BADGE_TEXT, text)
    return Badge("ring", tr("Generating"), BADGE_GOOD, told_progress(work))


def told_progress(work: Work) -> str:
    """As in `step 14 / 25 · 3 s left`."""
    if not work.steps:
        return tr("loading the model")
    if work.left is None:
        return tr("step {} / {}").format(work.step, work.steps)
    return tr("step {} / {} · {:.0f} s left").format(work.step, work.steps, work.left)


def _of_locks(panel: Panel) -> Badge:
    names = {
        "picture": tr("Picture"),
        "cast": tr("Cast"),
        "timing": tr("Timing"),
        "number": tr("Number"),
    }
    held = ", ".join(name for lock, name in names.items() if lock in panel.locks)
    text = tr("Locked") if "picture" in panel.locks else tr("{} locked").format(held)
    return Badge("lock", text, BADGE_TEXT, tr("Locked: {}").format(held))


def marks_of(panel: Panel, state: CardState) -> list[Badge]:
    """What else there is to a panel, as shapes in the other corner."""
    found: list[Badge] = []
    if panel.notes:
        found.append(Badge("lines", "", BADGE_STALE, panel.notes))
    if panel.dialogue:
        found.append(Badge("speech", "", BADGE_TEXT, panel.dialogue))
    if state.keeps_place:
        found.append(Badge("place", "", BADGE_GOOD, tr("The scene keeps the place of this panel")))
    if state.sounds:
        told = tr("The sound begins here: {}").format(state.sounds)
        found.append(Badge("speaker", "", BADGE_FINAL, told))
    return found


def placed(
    badges: list[Badge], marks: list[Badge], rect: QRect, metrics: QFontMetrics
) -> list[tuple[Badge, QRect, bool]]:
    """Where each badge lies on a picture, and whether its words have room there."""
    room = rect.width() - 16 - len(marks) * (HEIGHT + 4)
    found: list[tuple[Badge, QRect, bool]] = []
    x = rect.x() + 8
    for badge in badges:
        whole = metrics.horizontalAdvance(badge.text) + SHAPE + 20
        says = not found and whole <= room
        width = whole if says else HEIGHT
        if width > room:
            break
        found.append((badge, QRect(x, rect.y() + 8, width, HEIGHT), says))
        x, room = x + width + 4, room - width - 4
    right = rect.right() - 7
    for mark in reversed(marks):
        right -= HEIGHT
        found.append((mark, QRect(right, rect.y() + 8, HEIGHT, HEIGHT), False))
        right -= 4
    return found


def paint_badge(painter: QPainter, badge: Badge, rect: QRect, says: bool) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BADGE_GROUND))
    painter.drawRoundedRect(rect, HEIGHT / 2, HEIGHT / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(badge.color), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x = rect.x() + (8 if says else (rect.width() - SHAPE) / 2)
    painter.translate(x, rect.y() + (HEIGHT - SHAPE) / 2)
    painter.drawPath(_shape(badge.shape))
    painter.translate(-x, -(rect.y() + (HEIGHT - SHAPE) / 2))
    if says:
        words = rect.adjusted(SHAPE + 12, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, badge.text)
    painter.restore()


@cache
def _shape(name: str) -> QPainterPath:
    return SHAPES[name]()


def _lock() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(1.5, 5, 9, 6.5), 1.5, 1.5)
    path.moveTo(3.5, 5)
    path.arcTo(QRectF(3.5, 0.8, 5, 6), 180, -180)
    path.lineTo(8.5, 5)
    return path


def _lines(*lines: tuple[float, ...]) -> QPainterPath:
    """Each line as x, y, x, y and so on."""
    path = QPainterPath()
    for line in lines:
        points = [QPointF(*line[at : at + 2]) for at in range(0, len(line), 2)]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
    return path


def _arrows() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(1.5, 1.5, 9, 9), 60)
    path.arcTo(QRectF(1.5, 1.5, 9, 9), 60, 300)
    path.addPath(_lines((8.5, -0.5, 8.8, 2.6, 5.8, 2.8)))
    return path


def _round(*circles: tuple[float, float, float]) -> QPainterPath:
    """Each circle as x, y and radius."""
    path = QPainterPath()
    for x, y, radius in circles:
        path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _speech() -> QPainterPath:
    path = _lines((3.5, 8.5, 3.5, 11.5, 6.5, 8.5))
    path.addRoundedRect(QRectF(0.8, 1.2, 10.4, 7.3), 2, 2)
    return path


def _speaker() -> QPainterPath:
    path = _lines((1, 4.2, 3, 4.2, 6, 1.6, 6, 10.4, 3, 7.8, 1, 7.8, 1, 4.2))
    path.arcMoveTo(QRectF(5, 2.5, 6, 7), 60)
    path.arcTo(QRectF(5, 2.5, 6, 7), 60, -120)
    return path


def _place() -> QPainterPath:
    path = _lines((2.2, 6.2, 6, 11.5, 9.8, 6.2))
    path.arcMoveTo(QRectF(1.6, 0.6, 8.8, 8.8), -30)
    path.arcTo(QRectF(1.6, 0.6, 8.8, 8.8), -30, 240)
    path.addPath(_round((6, 4.8, 1.2)))
    return path


SHAPES: dict[str, Callable[[], QPainterPath]] = {
    "lock": _lock,
    "arrows": _arrows,
    "check": lambda: _lines((1.5, 6.5, 4.5, 9.5, 10.5, 2.5)),
    "checks": lambda: _lines((0, 6.5, 2.8, 9.3, 8, 3), (5.5, 8.5, 6.5, 9.3, 12, 3)),
    "pencil": lambda: _lines((1, 11, 1.8, 8, 8.6, 1.2, 10.8, 3.4, 4, 10.2, 1, 11)),
    "cross": lambda: _lines((2.5, 2.5, 9.5, 9.5), (9.5, 2.5, 2.5, 9.5)),
    "dots": lambda: _round((1.5, 6, 0.8), (6, 6, 0.8), (10.5, 6, 0.8)),
    "ring": lambda: _round((6, 6, 4.6), (6, 6, 1.6)),
    "lines": lambda: _lines((1.5, 2.5, 10.5, 2.5), (1.5, 6, 10.5, 6), (1.5, 9.5, 7, 9.5)),
    "speech": _speech,
    "speaker": _speaker,
    "place": _place,
}
