"""Where the arrow keys lead on the board: to cards beside, above and below, and to scenes."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import Qt

from ui.board_layout import Layout, Placed

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def destination(
    layout: Layout, row: int | None, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> int | None:
    """The row of the card that a key leads to from this one, None where the key leads nowhere."""
    if not layout.cards or modifiers & ALT or key not in STEPS:
        return None
    if row is None:
        return 0
    if key == Qt.Key.Key_Home:
        return 0
    if key == Qt.Key.Key_End:
        return len(layout.cards) - 1
    along, step = STEPS[key]
    if modifiers & CONTROL:
        return _scene(layout, row, step)
    return _below(layout, row, step) if along == "down" else _beside(layout, row, step)


STEPS: dict[Qt.Key, tuple[str, int]] = {
    Qt.Key.Key_Left: ("along", -1),
    Qt.Key.Key_Right: ("along", 1),
    Qt.Key.Key_Up: ("down", -1),
    Qt.Key.Key_Down: ("down", 1),
    Qt.Key.Key_Home: ("", 0),
    Qt.Key.Key_End: ("", 0),
}


def _beside(layout: Layout, row: int, step: int) -> int:
    return min(max(row + step, 0), len(layout.cards) - 1)


def _below(layout: Layout, row: int, step: int) -> int:
    """The nearest card of the next line of cards; at the ends the card itself."""
    lines = [line for line in layout.lines if line.cards]
    at = bisect_right([line.first for line in lines], row) - 1
    if not 0 <= at + step < len(lines):
        return row
    x = layout.cards[row].rect.center().x()

    def distance(card: Placed) -> int:
        return abs(card.rect.center().x() - x)

    return min(lines[at + step].cards, key=distance).row


def _scene(layout: Layout, row: int, step: int) -> int:
    """The first panel of the next scene, or of this one before going further back."""
    starts = [line.first for line in layout.lines if line.cards]
    firsts = sorted({_first_of(layout, start) for start in starts})
    at = bisect_right(firsts, row) - 1
    if step < 0 and row > firsts[at]:
        return firsts[at]
    return firsts[min(max(at + step, 0), len(firsts) - 1)]


def _first_of(layout: Layout, row: int) -> int:
    scene = layout.cards[row].panel.scene
    return next(line.first for line in layout.lines if line.scene == scene)
