"""The edits artists make, as pure functions from one board to the next."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from storyboard.board import (
    DEFAULT_SECONDS,
    Board,
    BoardError,
    Box,
    CharacterId,
    Lock,
    Panel,
    PanelId,
    Scene,
    SceneId,
    Status,
    TakeId,
    new_id,
)
from storyboard.naming import panel_names
from storyboard.timing import frames_in

Ids = Collection[PanelId]


def new_seed() -> int:
    """A seed nobody chose, small enough for every generator."""
    return secrets.randbelow(2**31)


def fresh_panel(board: Board, scene: SceneId, prompt: str = "", caption: str = "") -> Panel:
    """A panel that is not on the board yet, of the usual duration and with a seed of its own."""
    frames = frames_in(DEFAULT_SECONDS, board.rate)
    return Panel(new_id(), scene, prompt, caption, frames=frames, seed=new_seed())


def add_scene(board: Board, heading: str, place: str = "", row: int | None = None) -> Board:
    """A new, empty scene before the scene at `row`, or at the end."""
    at = len(board.scenes) if row is None else row
    scene = Scene(new_id(), heading, place)
    return in_scene_order(
        replace(board, scenes=(*board.scenes[:at], scene, *board.scenes[at:])), board.panels
    )


def insert_panels(board: Board, panels: Sequence[Panel], row: int) -> Board:
    """New panels before the panel at `row`, each in its own scene; `row` may be the end."""
    return in_scene_order(board, (*board.panels[:row], *panels, *board.panels[row:]))


def move_panels(board: Board, ids: Ids, row: int, scene: SceneId | None = None) -> Board:
    """Panels to the caret before the panel at `row` (len(panels) is the end), in story order.

    They join `scene`; without one, that of the panel behind the caret, or of the last panel.
    """
    chosen = frozenset(ids)
    moved = _chosen(board, chosen)
    target = board.scene(scene).id if scene else _scene_at(board, row)
    ahead = [one for one in board.panels[:row] if one.id not in chosen]
    behind = [one for one in board.panels[row:] if one.id not in chosen]
    joined = [replace(one, scene=target) for one in moved]
    return in_scene_order(board, (*ahead, *joined, *behind))


def duplicate_panels(board: Board, ids: Ids) -> Board:
    """A copy of each panel right behind it, with everything but its locks and its id.

    Of its takes it has the chosen one.
    """
    chosen = frozenset(ids)
    _chosen(board, chosen)
    panels: list[Panel] = []
    for panel in board.panels:
        panels.append(panel)
        if panel.id in chosen:
            panels.append(copied(panel))
    return replace(board, panels=tuple(panels))


def copied(panel: Panel) -> Panel:
    """The same picture again as a panel of its own."""
    shown = (panel.take,) if panel.take else ()
    return replace(
        panel,
        id=new_id(),
        locks=frozenset(),
        number="",
        starts_shot=False,
        status="draft",
        borrowed=shown,
        starred=panel.starred.intersection(shown),
        discarded=frozenset(),
    )


def copy_panels(board: Board, ids: Ids, row: int, scene: SceneId) -> Board:
    """Copies of the panels, in story order, before the panel at `row`, in a scene."""
    copies = [replace(copied(one), scene=scene) for one in _chosen(board, ids)]
    return insert_panels(board, copies, row)


def delete_panels(board: Board, ids: Ids) -> Board:
    """Panels to the board's trash, from where `restore_panels` brings them back."""
    chosen = frozenset(ids)
    gone = _chosen(board, chosen)
    left = tuple(one for one in board.panels if one.id not in chosen)
    return replace(board, panels=left, trash=(*board.trash, *gone))


def restore_panels(board: Board, ids: Ids) -> Board:
    """Panels from the trash to the end of their scene, or of the last one if theirs is gone."""
    chosen = frozenset(ids)
    back = [one for one in board.trash if one.id in chosen]
    if len(back) < len(chosen):
        raise BoardError("That panel is not in the trash.")
    if not board.scenes:
        board = add_scene(board, "")
    scenes = {scene.id for scene in board.scenes}
    last = board.scenes[-1].id
    placed = [one if one.scene in scenes else replace(one, scene=last) for one in back]
    left = tuple(one for one in board.trash if one.id not in chosen)
    return in_scene_order(replace(board, trash=left), (*board.panels, *placed))


def set_locks(board: Board, ids: Ids, locks: Iterable[Lock]) -> Board:
    """Exactly these locks on each of the panels."""
    held = frozenset(locks)
    names = panel_names(board)
    return change_panels(board, ids, lambda panel: _locked(panel, held, names[panel.id]))


def set_lock(board: Board, ids: Ids, lock: Lock, on: bool = True) -> Board:
    """One lock on each of the panels, or on none of them; the others stay as they are."""
    names = panel_names(board)

    def locked(panel: Panel) -> Panel:
        held = panel.locks | {lock} if on else panel.locks - {lock}
        return _locked(panel, held, names[panel.id])

    return change_panels(board, ids, locked)


def _locked(panel: Panel, locks: frozenset[Lock], name: str) -> Panel:
    """A panel whose number is locked keeps the name it has at that moment."""
    return replace(panel, locks=locks, number=name if "number" in locks else "")


def set_frames(board: Board, ids: Ids, frames: int) -> Board:
    """A duration for the panels, those with locked timing left out."""
    if frames < 1:
        raise BoardError("A panel lasts at least one frame. Write a longer duration.")
    free = _unlocked(board, ids, "timing")
    return change_panels(board, free, lambda panel: replace(panel, frames=frames))


def set_seed(board: Board, ids: Ids, seed: Callable[[], int] = new_seed) -> Board:
    """A new seed for each panel, those with a locked picture left out."""
    free = _unlocked(board, ids, "picture")
    return change_panels(board, free, lambda panel: replace(panel, seed=seed()))


def set_caption(board: Board, panel_id: PanelId, caption: str) -> Board:
    return board.with_panel(replace(board.panel(panel_id), caption=caption))


def start_shot(board: Board, panel_id: PanelId, starts: bool = True) -> Board:
    """A new shot from this panel on, or no longer."""
    return board.with_panel(replace(board.panel(panel_id), starts_shot=starts))


def choose_take(board: Board, panel_id: PanelId, take: TakeId | None) -> Board:
    """The picture a panel shows; None shows none."""
    panel = board.panel(panel_id)
    if "picture" in panel.locks and panel.take != take:
        raise BoardError("The picture of this panel is locked. Unlock it to choose another take.")
    return board.with_panel(replace(panel, take=take))


def place_character(board: Board, panel_id: PanelId, who: CharacterId, box: Box | None) -> Board:
    """Where somebody is to be in a panel; without a box, wherever the model puts them.

    Raises BoardError for somebody who is not in that panel, or a box that is not in the picture.
    """
    panel = board.panel(panel_id)
    if who not in panel.cast:
        raise BoardError("Only those who are in a panel can be placed in it.")
    if box and not _is_inside(box):
        raise BoardError("A character's place must lie within the picture.")
    boxes = tuple(one for one in panel.boxes if one[0] != who)
    return board.with_panel(replace(panel, boxes=(*boxes, (who, box)) if box else boxes))


def keep_place(board: Board, scene_id: SceneId, panel_id: PanelId | None) -> Board:
    """The pictures of a scene keep the place one of them shows; None lets each have its own.

    Raises BoardError for a panel of another scene.
    """
    if panel_id and board.panel(panel_id).scene != scene_id:
        raise BoardError("A scene can only keep the place of one of its own panels.")
    scene = replace(board.scene(scene_id), anchor=panel_id)
    return replace(
        board, scenes=tuple(scene if one.id == scene_id else one for one in board.scenes)
    )


def set_cast(board: Board, ids: Ids, who: CharacterId, here: bool = True) -> Board:
    """Somebody into each of the panels, or out of them; those with a locked cast are left out."""
    board.character(who)
    free = _unlocked(board, ids, "cast")

    def peopled(panel: Panel) -> Panel:
        rest = tuple(one for one in panel.cast if one != who)
        if here:
            return panel if who in panel.cast else replace(panel, cast=(*rest, who))
        boxes = tuple(one for one in panel.boxes if one[0] != who)
        outfits = tuple(one for one in panel.outfits if one[0] != who)
        return replace(panel, cast=rest, boxes=boxes, outfits=outfits)

    return change_panels(board, free, peopled)


def set_ratio(board: Board, ids: Ids, ratio: Fraction | None) -> Board:
    """Width over height for the picture of each panel, None for the story's; those with a locked
    picture are left out."""
    free = _unlocked(board, ids, "picture")
    return change_panels(board, free, lambda panel: replace(panel, ratio=ratio))


def set_status(board: Board, ids: Ids, status: Status) -> Board:
    """Draft, final or approved."""
    return change_panels(board, ids, lambda panel: replace(panel, status=status))


def change_panels(board: Board, ids: Ids, change: Callable[[Panel], Panel]) -> Board:
    """Each of the panels replaced by what `change` makes of it."""
    chosen = frozenset(ids)
    _chosen(board, chosen)
    changed = (change(panel) if panel.id in chosen else panel for panel in board.panels)
    return replace(board, panels=tuple(changed))


def _chosen(board: Board, ids: Ids) -> list[Panel]:
    """The named panels in story order; raises BoardError when one is not on the board."""
    rows = sorted(board.row_of(panel_id) for panel_id in set(ids))
    return [board.panels[row] for row in rows]


LOCKED: dict[Lock, str] = {
    "picture": "The picture of these panels is locked. Unlock it to change it.",
    "cast": "The cast of these panels is locked. Unlock it to change it.",
    "timing": "The timing of these panels is locked. Unlock it to change it.",
    "number": "The number of these panels is locked. Unlock it to change it.",
}


def _unlocked(board: Board, ids: Ids, lock: Lock) -> list[PanelId]:
    free = [one.id for one in _chosen(board, ids) if lock not in one.locks]
    if ids and not free:
        raise BoardError(LOCKED[lock])
    return free


def _scene_at(board: Board, row: int) -> SceneId:
    if not board.panels:
        raise BoardError("There are no panels to move.")
    return board.panels[min(row, len(board.panels) - 1)].scene


def in_scene_order(board: Board, panels: Iterable[Panel]) -> Board:
    """The board with these panels, those of a scene brought together in the scenes' order."""
    place = {scene.id: row for row, scene in enumerate(board.scenes)}
    listed = tuple(panels)
    if any(panel.scene not in place for panel in listed):
        raise BoardError("That scene is no longer part of the story.")
    return replace(board, panels=tuple(sorted(listed, key=lambda panel: place[panel.scene])))


def _is_inside(box: Box) -> bool:
    return 0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1
