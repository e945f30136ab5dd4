"""Whether the parts of a board hold together: what every edit is asked before it is kept."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from storyboard.board import LEAST_RATE, MOST_RATE, Board, BoardError, CharacterId, Panel
from storyboard.edits import in_scene_order
from storyboard.framing import CameraPath
from storyboard.ratios import checked_ratio


def checked(board: Board) -> Board:
    """The board itself; raises BoardError where its parts do not hold together."""
    for parts in ((*board.panels, *board.trash), board.scenes, board.characters):
        if len(parts) != len({one.id for one in parts}):
            raise BoardError("Two parts of this story have the same identity.")
    check_rate(board.rate)
    people = {one.id for one in board.characters}
    for panel in board.panels:
        _check_panel(panel, people)
    if any(dict(scene.outfits).keys() - people for scene in board.scenes):
        raise BoardError("A scene dresses a character that is not part of the story.")
    if board.audio and board.audio.start < 0:
        raise BoardError("The sound cannot begin before the film does.")
    if in_scene_order(board, board.panels).panels != board.panels:
        raise BoardError("The panels of a scene do not stand together, in the scenes' order.")
    return board


def check_rate(rate: Fraction) -> None:
    """Raises BoardError for a rate that no film has."""
    if not LEAST_RATE <= rate <= MOST_RATE:
        raise BoardError(
            "A film has {least} to {most} frames a second. Choose another frame rate.",
            least=LEAST_RATE,
            most=MOST_RATE,
        )


def _check_panel(panel: Panel, people: Collection[CharacterId]) -> None:
    if not all(one in people for one in panel.cast):
        raise BoardError("A panel shows a character that is not part of the story.")
    if panel.frames < 1:
        raise BoardError("A panel lasts at least one frame.")
    if panel.audio and panel.audio.start < 0:
        raise BoardError("The sound of a panel cannot begin before the panel does.")
    if panel.ratio is not None:
        checked_ratio(panel.ratio)
    if panel.path and not _shows_picture(panel.path):
        raise BoardError("The camera cannot leave the picture.")


def _shows_picture(path: CameraPath) -> bool:
    return all(
        one.size > 0 and min(one.x, one.y) >= 0 and max(one.x, one.y) + one.size <= 1
        for one in (path.begin, path.end)
    )
