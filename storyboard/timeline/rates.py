"""The frame rate of a film: at another one every time stays as it is, to the nearest frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from storyboard.board import Audio, Board, Panel, Transition
from storyboard.soundness import check_rate

RATES: dict[str, Fraction] = {
    "12": Fraction(12),
    "15": Fraction(15),
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "30": Fraction(30),
    "48": Fraction(48),
    "50": Fraction(50),
    "59.94": Fraction(60000, 1001),
    "60": Fraction(60),
}


def rate_name(rate: Fraction) -> str:
    """As in `23.976`."""
    return f"{float(rate):.3f}".rstrip("0").rstrip(".")


def set_rate(board: Board, rate: Fraction) -> Board:
    """The film at another rate. Every edge goes to the frame nearest to its time, so that nothing
    drifts however many panels there are; a panel keeps at least one frame.

    Raises BoardError for a rate that no film has.
    """
    check_rate(rate)
    faster = rate / board.rate
    panels = tuple(_rated(board.panels, faster))
    trash = tuple(_timed(one, max(1, round(one.frames * faster)), faster) for one in board.trash)
    audio = _begun(board.audio, faster)
    return replace(board, rate=rate, panels=panels, trash=trash, audio=audio)


def _rated(panels: tuple[Panel, ...], faster: Fraction) -> Iterator[Panel]:
    time, start = 0, 0  # the end of the panel in frames, as it was and as it becomes
    for panel in panels:
        time += panel.frames
        end = max(start + 1, round(time * faster))
        yield _timed(panel, end - start, faster)
        start = end


def _timed(panel: Panel, frames: int, faster: Fraction) -> Panel:
    changed = _lasting(panel.transition, faster)
    return replace(panel, frames=frames, transition=changed, audio=_begun(panel.audio, faster))


def _begun(audio: Audio | None, faster: Fraction) -> Audio | None:
    return audio and replace(audio, start=round(audio.start * faster))


def _lasting(transition: Transition | None, faster: Fraction) -> Transition | None:
    if transition is None or transition.kind == "cut":
        return transition
    return replace(transition, frames=max(1, round(transition.frames * faster)))
