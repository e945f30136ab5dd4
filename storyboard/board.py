"""The story as one immutable value: characters, scenes and panels."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache, wraps
from typing import Literal, NamedTuple, TypeVar

from storyboard.framing import CameraPath
from storyboard.told import Told

CharacterId = str
SceneId = str
PanelId = str
TakeId = str
OutfitId = str

Lock = Literal["picture", "cast", "timing", "number"]
CameraMove = Literal[
    "still", "push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "free"
]
TransitionKind = Literal["cut", "dissolve", "predicted"]
ShotSize = Literal[
    "", "extreme close-up", "close-up", "medium shot", "full shot", "wide shot", "extreme wide shot"
]
Status = Literal["draft", "final", "approved"]
Wardrobe = tuple[tuple[CharacterId, OutfitId], ...]  # who wears what; "" is as described

ALL_LOCKS: frozenset[Lock] = frozenset({"picture", "cast", "timing", "number"})

Found = TypeVar("Found")
HELD = 4  # boards of which something that was computed is held

DEFAULT_RATE = Fraction(24)
GUIDANCE = 3.5  # weight of the prompt; small models overdo colours above it
DEFAULT_SECONDS = 2
LEAST_RATE, MOST_RATE = 1, 240  # frames a second


class BoardError(Told):
    """An edit that cannot be made, in one sentence for the user."""


def new_id() -> str:
    """A permanent identity: 32 hexadecimal digits, never shown, never reused."""
    return uuid.uuid4().hex


def once(compute: Callable[[Board], Found]) -> Callable[[Board], Found]:
    """Something of a board that many ask for, computed once, as a board never changes.

    Only what was found of the last few boards is held: a thousand steps that can be undone do not
    need a thousand of it. Nobody may change what is returned.
    """
    held: tuple[tuple[Board, Found], ...] = ()

    @wraps(compute)
    def found_of(board: Board) -> Found:
        nonlocal held
        for known, found in held:
            if known is board:
                return found
        made = compute(board)
        held = ((board, made), *held[: HELD - 1])
        return made

    return found_of


@dataclass(frozen=True, slots=True)
class Outfit:
    """Something a character wears in some panels or scenes, as the model reads it."""

    id: OutfitId
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture that shows how a character looks: its hash, and the name of its file."""

    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody the story is about. `description` is what the model reads in place of `[name]`.

    portrait  the chosen one of the pictures that were made of this character alone, if any; they
              are takes whose panel is the character
    """

    id: CharacterId
    name: str
    description: str = ""
    color: str = "#f5a33a"
    outfits: tuple[Outfit, ...] = ()
    references: tuple[Reference, ...] = ()
    portrait: TakeId | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A place at a time. `heading` is the line of the script; the model reads `place` and `mood`.

    outfits  what is worn in its panels, where they do not say otherwise
    anchor   the panel whose place its pictures keep; None leaves it to the prompt
    """

    id: SceneId
    heading: str = ""
    place: str = ""
    mood: str = ""
    outfits: Wardrobe = ()
    anchor: PanelId | None = None


class Box(NamedTuple):
    """Where in a picture somebody is: edges as fractions of its width and height, from top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Transition:
    """How one panel becomes the next, over this many frames; a cut has none."""

    kind: TransitionKind
    frames: int = 0


@dataclass(frozen=True, slots=True)
class Audio:
    """A sound under the film, or one of a panel.

    sha256  of the file, which is also its name in the media folder
    name    of the file it came from, with its suffix
    start   the frame at which it begins, counted from the film's first or from the panel's
    """

    sha256: str
    name: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of the story; `take` names the chosen picture, if any has been made.

    transition   to the next panel; None leaves it to the rule (predicted inside a shot)
    number       the name it keeps while its number is locked
    steps, guidance, consistency   None where the board's are meant
    borrowed     takes of the panel this one was copied from
    starred      takes that the artist likes
    discarded    takes in the trash; they are never deleted
    boxes        where the artist wants those of the cast that have been placed
    audio        what is heard from a frame of this panel on; it goes where the panel goes
    path         the way of a camera that moves freely; None for those moves that have a name
    ratio        width over height of its picture; None where the story's is meant (ratios.py)
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
    shot_size: ShotSize = ""
    dialogue: str = ""
    action: str = ""
    notes: str = ""
    status: Status = "draft"
    number: str = ""
    steps: int | None = None
    guidance: float | None = None
    consistency: float | None = None
    outfits: Wardrobe = ()
    borrowed: tuple[TakeId, ...] = ()
    starred: frozenset[TakeId] = frozenset()
    discarded: frozenset[TakeId] = frozenset()
    boxes: tuple[tuple[CharacterId, Box], ...] = ()
    audio: Audio | None = None
    path: CameraPath | None = None
    ratio: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Numbering:
    """How panels are named: numbers of at least so many digits, each so much above the last."""

    digits: int = 1
    step: int = 1


@lru_cache(maxsize=16)
def _rows_of(ids: tuple[PanelId, ...]) -> dict[PanelId, int]:
    """Shared by the boards whose panels stand in one order, as those of most edits do: a thousand
    steps that can be undone do not need a thousand of these."""
    return {one: row for row, one in enumerate(ids)}


@dataclass(frozen=True, slots=True)
class Board:
    """The whole story. Panels stand in story order and those of a scene stand together.

    trash        the panels that were deleted, the newest last
    consistency  how strongly panels read one another, 1 as the model was trained, 0 not at all
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
    numbering: Numbering = Numbering()
    steps: int = 25
    guidance: float = GUIDANCE
    consistency: float = 1.0
    _panel_rows: dict[PanelId, int] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        rows = _rows_of(tuple(panel.id for panel in self.panels))
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
