"""What is painted on the tracks: pictures to scale, camera moves, captions, what dissolves."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRect

from storyboard.edits import set_caption, set_frames
from storyboard.framing import CameraPath, Framing
from storyboard.timeline.camera import MOVES, WHOLE
from storyboard.timeline.trimming import set_camera, set_path, set_transition
from tests.test_timeline_dock import view, window
from ui.timeline_view import TimelineView
from ui.window import MainWindow

__all__ = ["view", "window"]

HALF = Framing(Fraction(1, 4), Fraction(1, 4), Fraction(1, 2))


def painted(view: TimelineView, part: QRect) -> bytes:
    """The pixels of a part of the tracks."""
    image = view.viewport().grab(part).toImage()
    return bytes(image.constBits())  # of an image that still lives


def clip_rect(view: TimelineView, row: int) -> QRect:
    return view.layout_.clip(view.layout_.track.clips[row])


def test_clips_are_as_wide_as_they_last(window: MainWindow, view: TimelineView) -> None:
    ids = [panel.id for panel in window.board.panels]
    window.edit("Longer", lambda board: set_frames(board, ids[1:2], 96))
    for scale in (0.5, 2.0, 7.0):
        view.set_scale(scale)
        for row, frames in enumerate((48, 96, 48, 48)):
            assert abs(clip_rect(view, row).width() + 2 - frames * scale) <= 1


def test_every_camera_move_has_a_mark_of_its_own(window: MainWindow, view: TimelineView) -> None:
    """In the corner of the second clip, behind the transition that reaches into it."""
    panel, seen = window.board.panels[1].id, set()
    ways = [one for one in MOVES if one != "free"]
    for move in ways:
        window.edit("Camera", lambda board, move=move: set_camera(board, panel, move))
        seen.add(painted(view, clip_rect(view, 1)))
    drawn = (CameraPath(WHOLE, HALF), CameraPath(HALF, HALF))
    for path in drawn:
        window.edit("Camera", lambda board, path=path: set_path(board, panel, path))
        seen.add(painted(view, clip_rect(view, 1)))
    assert len(seen) == len(ways) + len(drawn)


def test_captions_are_written_below_their_clips(window: MainWindow, view: TimelineView) -> None:
    panel = window.board.panels[1]
    place = view.layout_.caption(view.layout_.track.clips[1])
    before = painted(view, place)
    window.edit("Caption", lambda board: set_caption(board, panel.id, "Somebody comes."))
    written = painted(view, place)
    window.edit("Caption", lambda board: set_caption(board, panel.id, ""))
    assert len({before, written, painted(view, place)}) == 3


def test_what_a_dissolve_stands_in_for_is_marked_until_it_is_rendered(
    window: MainWindow, view: TimelineView
) -> None:
    chip = view.layout_.shown_chip(0)
    assert chip is not None
    missing = painted(view, chip)
    view.rendered = lambda row: True
    rendered = painted(view, chip)
    first = window.board.panels[0].id
    window.edit("Dissolve", lambda board: set_transition(board, first, "dissolve"))
    assert len({missing, rendered, painted(view, chip)}) == 3


def test_a_still_camera_has_no_mark(window: MainWindow, view: TimelineView) -> None:
    panel, before = window.board.panels[1].id, painted(view, clip_rect(view, 1))
    window.edit("Push in", lambda board: set_camera(board, panel, "push in"))
    moving = painted(view, clip_rect(view, 1))
    window.edit("Still", lambda board: set_camera(board, panel, "still"))
    assert painted(view, clip_rect(view, 1)) == before != moving
