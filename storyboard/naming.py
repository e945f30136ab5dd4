"""The names artists read: 4B-2 for a panel, and file names that every system accepts."""

from __future__ import annotations

import re
import unicodedata

from storyboard.board import Board, PanelId, SceneId

MAX_FILE_NAME_BYTES = 120  # leaves room for suffixes below the 255 bytes of most file systems
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def panel_names(board: Board) -> dict[PanelId, str]:
    """Each panel's name: scene number, shot letter, number in the shot, as in 4B-2.

    The first panel of a scene starts its shot A, whether it says so or not.
    """
    numbers = {scene.id: row + 1 for row, scene in enumerate(board.scenes)}
    names: dict[PanelId, str] = {}
    scene: SceneId | None = None
    shot = in_shot = 0
    for panel in board.panels:
        if panel.scene != scene:
            scene, shot, in_shot = panel.scene, 0, 0
        elif panel.starts_shot:
            shot, in_shot = shot + 1, 0
        in_shot += 1
        names[panel.id] = f"{numbers[panel.scene]}{shot_letters(shot)}-{in_shot}"
    return names


def shot_letters(shot: int) -> str:
    """A to Z, then AA, AB and so on; `shot` counts from 0."""
    letters = ""
    left = shot + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def file_name(title: str) -> str:
    """`title` as a file name without suffix that Linux, macOS and Windows all accept."""
    name = FORBIDDEN.sub("_", unicodedata.normalize("NFC", title))
    cut = name.encode("utf-8", "replace")[:MAX_FILE_NAME_BYTES].decode("utf-8", "ignore")
    name = cut.strip(" .")
    if RESERVED.fullmatch(name):
        name = f"_{name}"
    return name or "Untitled"
