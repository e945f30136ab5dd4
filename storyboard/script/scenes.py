"""What is done with whole scenes, as pure functions from one board to the next."""

from __future__ import annotations

from dataclasses import replace

from storyboard.board import Board, BoardError, CharacterId, OutfitId, Scene, SceneId
from storyboard.edits import delete_panels
from storyboard.script.headings import heading_of, place_of


def write_heading(board: Board, scene_id: SceneId, text: str) -> Board:
    """Another heading; a place that was read from the old one is read from the new one."""
    scene = board.scene(scene_id)
    heading = read_heading(text)
    place = place_of(heading) if scene.place == place_of(scene.heading) else scene.place
    return with_scene(board, replace(scene, heading=heading, place=place))


def read_heading(text: str) -> str:
    """A typed heading as scripts have it. Raises BoardError for what no script could hold."""
    line = " ".join(text.split())
    heading = heading_of(line) or heading_of(f".{line}")
    if line and heading is None:
        raise BoardError("“{text}” is no heading. Begin it with a letter or a number.", text=text)
    return heading or ""


def dress_scene(
    board: Board, scene_id: SceneId, who: CharacterId, outfit: OutfitId | None
) -> Board:
    """What somebody wears in a scene's panels that do not say otherwise; None is as described."""
    scene = board.scene(scene_id)
    rest = tuple(pair for pair in scene.outfits if pair[0] != who)
    worn = (*rest, (who, outfit)) if outfit else rest
    return with_scene(board, replace(scene, outfits=worn))


def move_scene(board: Board, scene_id: SceneId, row: int) -> Board:
    """A scene, with its panels, to the place before the scene at `row`; `row` may be the end."""
    moved = board.scene(scene_id)
    ahead = [one for one in board.scenes[:row] if one.id != scene_id]
    behind = [one for one in board.scenes[row:] if one.id != scene_id]
    scenes = (*ahead, moved, *behind)
    place = {scene.id: at for at, scene in enumerate(scenes)}
    panels = tuple(sorted(board.panels, key=lambda panel: place[panel.scene]))
    return replace(board, scenes=scenes, panels=panels)


def delete_scene(board: Board, scene_id: SceneId) -> Board:
    """A scene away; its panels go to the trash, from where they come back into another scene."""
    board.scene(scene_id)
    here = [panel.id for panel in board.panels_of(scene_id)]
    left = delete_panels(board, here) if here else board
    return replace(left, scenes=tuple(one for one in left.scenes if one.id != scene_id))


def with_scene(board: Board, scene: Scene) -> Board:
    """The board with the scene of the same id replaced."""
    board.scene(scene.id)
    return replace(
        board, scenes=tuple(scene if one.id == scene.id else one for one in board.scenes)
    )
