"""The story as one immutable value: characters, scenes and panels."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

CharacterId = str
SceneId = str
PanelId = str
TakeId = str

Lock = Literal["picture", "cast", "timing", "number"]
CameraMove = Literal[
    "still", "push in", "pull out", "pan left", "pan right", "tilt up", "tilt down"
]
TransitionKind = Literal["cut", "dissolve", "predicted"]

ALL_LOCKS: frozenset[Lock] = frozenset({"picture", "cast", "timing", "number"})

DEFAULT_RATE = Fraction(24)
DEFAULT_SECONDS = 2


class BoardError(Exception):
    """An edit that cannot be made, in one sentence for the user."""


def new_id() -> str:
    """A permanent identity: 32 hexadecimal digits, never shown, never reused."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody the story is about. `description` is what the model reads in place of `[name]`."""

    id: CharacterId
    name: str
    description: str = ""
    color: str = "#f5a33a"


@dataclass(frozen=True, slots=True)
class Scene:
    """A place at a time. `heading` is the line of the script, `place` what the model reads."""

    id: SceneId
    heading: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """How one panel becomes the next, over this many frames; a cut has none."""

    kind: TransitionKind
    frames: int = 0


@dataclass(frozen=True, slots=True)
class Audio:
    """The sound under the whole film.

    sha256  of the file, which is also its name in the media folder
    name    of the file it came from, with its suffix
    start   the frame of the film at which it begins
    """

    sha256: str
    name: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of the story; `take` names the chosen picture, if any has been made.

    transition  to the next panel; None leaves it to the rule (predicted inside a shot)
    """

    id: PanelId
    scene: SceneId
    prompt: str = ""
    caption: str = ""
    cast: tuple[CharacterId, ...] = ()
    starts_shot: bool = False
    frames: int = 48
    seed: int = 0
    take: TakeId | None = None
    negative: str = ""
    locks: frozenset[Lock] = frozenset()
    camera: CameraMove = "still"
    transition: Transition | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The whole story. Panels stand in story order and those of a scene stand together.

    `trash` holds the panels that were deleted, the newest last.
    """

    title: str = "Untitled"
    rate: Fraction = DEFAULT_RATE
    width: int = 384
    height: int = 224
    style: str = ""
    negative: str = ""
    characters: tuple[Character, ...] = ()
    scenes: tuple[Scene, ...] = ()
    panels: tuple[Panel, ...] = ()
    trash: tuple[Panel, ...] = ()
    audio: Audio | None = None
    _panel_rows: dict[PanelId, int] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        rows = {panel.id: row for row, panel in enumerate(self.panels)}
        object.__setattr__(self, "_panel_rows", rows)

    def panel(self, panel_id: PanelId) -> Panel:
        return self.panels[self.row_of(panel_id)]

    def row_of(self, panel_id: PanelId) -> int:
        row = self._panel_rows.get(panel_id)
        if row is None:
            raise BoardError("That panel is no longer part of the story.")
        return row

    def scene(self, scene_id: SceneId) -> Scene:
        found = next((scene for scene in self.scenes if scene.id == scene_id), None)
        if found is None:
            raise BoardError("That scene is no longer part of the story.")
        return found

    def character(self, character_id: CharacterId) -> Character:
        found = next((one for one in self.characters if one.id == character_id), None)
        if found is None:
            raise BoardError("That character is no longer part of the story.")
        return found

    def panels_of(self, scene_id: SceneId) -> Iterator[Panel]:
        return (panel for panel in self.panels if panel.scene == scene_id)

    def with_panel(self, panel: Panel) -> Board:
        """This board with the panel of the same id replaced."""
        row = self.row_of(panel.id)
        return replace(self, panels=(*self.panels[:row], panel, *self.panels[row + 1 :]))
