"""The names artists read: 4B-2 for a panel, and file names that every system accepts."""

from __future__ import annotations

import re
import unicodedata

from storyboard.board import Board, Numbering, Panel, PanelId, SceneId, once

MAX_FILE_NAME_BYTES = 120  # leaves room for suffixes below the 255 bytes of most file systems
NUMBERED = re.compile(r"(\d+[A-Z]+)-(\d{1,9})[A-Z]*")
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@once
def panel_names(board: Board) -> dict[PanelId, str]:
    """Each panel's name: scene number, shot letter, number in the shot, as in 4B-2.

    The first panel of a scene starts its shot A, whether it says so or not. A panel whose number
    is locked keeps the name it had; one that comes between such panels gets a letter, as 4B-2A.
    """
    scenes = {scene.id: row + 1 for row, scene in enumerate(board.scenes)}
    held = {panel.number for panel in board.panels if is_held(panel)}
    names: dict[PanelId, str] = {}
    scene: SceneId | None = None
    shot = 0
    counter = _Counter("", board.numbering, held)
    for panel in board.panels:
        if panel.scene != scene or panel.starts_shot:
            shot = 0 if panel.scene != scene else shot + 1
            scene = panel.scene
            counter = _Counter(f"{scenes[scene]}{shot_letters(shot)}", board.numbering, held)
        names[panel.id] = counter.pass_by(panel.number) if is_held(panel) else counter.next()
    return names


def is_held(panel: Panel) -> bool:
    """Whether the panel keeps its name."""
    return "number" in panel.locks and bool(panel.number)


class _Counter:
    """Counts the panels of one shot and leaves the names alone that are held."""

    def __init__(self, shot: str, policy: Numbering, held: set[str]) -> None:
        self.shot, self.policy, self.held = shot, policy, held
        self.number = self.letters = 0

    def next(self) -> str:
        """The next number; where that is held, this one with a letter."""
        name = self._name(self.number + self.policy.step)
        if name not in self.held:
            self.number, self.letters = self.number + self.policy.step, 0
            return name
        while (name := self._name(self.number) + shot_letters(self.letters)) in self.held:
            self.letters += 1
        self.letters += 1
        return name

    def pass_by(self, name: str) -> str:
        """A held name; those that follow count on from it where it is of this shot."""
        found = NUMBERED.fullmatch(name)
        if found and found[1] == self.shot and int(found[2]) >= self.number:
            self.letters = 0 if int(found[2]) > self.number else self.letters
            self.number = int(found[2])
        return name

    def _name(self, number: int) -> str:
        return f"{self.shot}-{number:0{self.policy.digits}}"


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
