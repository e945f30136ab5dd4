"""What is wished for the script, the scenes and the cast, as edits of the project."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storyboard import edits
from storyboard.board import Board, CharacterId, Outfit, OutfitId, PanelId, SceneId, TakeId
from storyboard.naming import panel_names
from storyboard.project import ProjectError
from storyboard.script import ScriptError, cast, parse_story, scenes
from storyboard.script.three_way import onto_changed_board
from ui.said import said

if TYPE_CHECKING:
    from ui.window import MainWindow

CAST_LABELS = {
    "name": "Rename character",
    "description": "Describe character",
    "color": "Change colour",
}
SCENE_LABELS = {"heading": "Rename scene", "place": "Change place", "mood": "Change mood"}


class StoryWishes:
    """Each method is one step with a name."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def write_script(self, text: str, asked: bool) -> None:
        """The edited script onto the board, as it is by now. While a line is only finished, what
        is wrong is said beside the text."""
        dock = self.window.script
        try:
            story = parse_story(text)
        except ScriptError as error:
            if asked:
                self.window.tell(said(error))
            else:
                dock.refuse(said(error))
            return
        base, joined = dock.base, dock.joined()
        told = {joined[one.line] for scene in story.scenes for one in scene.panels
                if one.line in joined}  # fmt: skip
        left = [one for one in dock.ids if one not in told]

        def written(board: Board) -> Board:
            return onto_changed_board(board, base, story, joined)

        if self.window.edit("Edit script", written):
            dock.accept(self.window.board)
            self._tell_kept(left)

    def _tell_kept(self, panels: list[PanelId]) -> None:
        names = panel_names(self.window.board)
        kept = [names[one] for one in panels if one in names]
        if kept:
            told = self.window.tr(
                "Not in the script any more, but kept: {}. Delete them on the board."
            )
            self.window.note(told.format(", ".join(kept)))

    def choose_panel(self, panel: PanelId) -> None:
        """The panel of a line of the script."""
        if any(one.id == panel for one in self.window.board.panels):
            self.window.board_view.select([panel])
            self.window.board_view.reveal(self.window.board.row_of(panel))

    def show_character(self, who: CharacterId) -> None:
        """Somebody's page of the cast."""
        self.window.docks.show("Cast")
        self.window.cast.choose(who)

    def show_scene(self, scene: SceneId) -> None:
        """The panels of a scene, selected and in sight."""
        panels = [panel.id for panel in self.window.board.panels_of(scene)]
        self.window.board_view.select(panels)
        if panels:
            self.window.board_view.reveal(self.window.board.row_of(panels[0]))

    def new_scene(self) -> None:
        """An empty scene, with the heading waiting to be written."""
        heading = self.window.tr("NEW SCENE")
        if self.window.edit("New scene", lambda board: edits.add_scene(board, heading)):
            self.window.outline.show_scene(self.window.board.scenes[-1].id)
            self.window.outline.lines["heading"].setFocus()
            self.window.outline.lines["heading"].selectAll()

    def delete_scene(self, scene: SceneId) -> None:
        self.window.edit("Delete scene", lambda board: scenes.delete_scene(board, scene))

    def move_scene(self, scene: SceneId, row: int) -> None:
        self.window.edit("Move scene", lambda board: scenes.move_scene(board, scene, row))

    def write_scene(self, scene: SceneId, field: str, text: str) -> None:
        def written(board: Board) -> Board:
            if field == "heading":
                return scenes.write_heading(board, scene, text)
            changes: dict[str, Any] = {field: text}
            return scenes.with_scene(board, replace(board.scene(scene), **changes))

        self.window.edit(SCENE_LABELS[field], written)

    def dress_scene(self, scene: SceneId, who: CharacterId, outfit: OutfitId | None) -> None:
        self.window.edit("Dress scene", lambda board: scenes.dress_scene(board, scene, who, outfit))

    def new_character(self) -> None:
        name = self.window.tr("Somebody")
        if self.window.edit("New character", lambda board: cast.new_character(board, name)):
            self.window.cast.choose(self.window.board.characters[-1].id)
            self.window.cast.name.setFocus()
            self.window.cast.name.selectAll()

    def delete_character(self, who: CharacterId) -> None:
        self.window.edit("Delete character", lambda board: cast.delete_character(board, who))

    def write_character(self, who: CharacterId, field: str, text: str) -> None:
        def written(board: Board) -> Board:
            if field == "name":
                return cast.rename_character(board, who, text)
            changes: dict[str, Any] = {field: text}
            return cast.change_character(board, who, lambda one: replace(one, **changes))

        self.window.edit(CAST_LABELS[field], written)

    def new_outfit(self, who: CharacterId) -> None:
        name = self.window.tr("Outfit {}").format(len(self.window.board.character(who).outfits) + 1)
        self.window.edit("New outfit", lambda board: cast.add_outfit(board, who, name))

    def change_outfit(self, who: CharacterId, outfit: Outfit) -> None:
        self.window.edit("Change outfit", lambda board: cast.change_outfit(board, who, outfit))

    def delete_outfit(self, who: CharacterId, outfit: OutfitId) -> None:
        self.window.edit("Delete outfit", lambda board: cast.delete_outfit(board, who, outfit))

    def add_references(self, who: CharacterId, files: list[Path]) -> None:
        """Pictures that show how somebody looks: what is drawn later stays true to them."""
        if self.window.project is None:
            return
        try:
            kept = [self.window.project.keep_reference(file) for file in files]
        except ProjectError as error:
            self.window.tell(said(error))
            return

        def shown(board: Board) -> Board:
            for reference in kept:
                board = cast.add_reference(board, who, reference)
            return board

        self.window.edit("Add reference pictures", shown)

    def remove_reference(self, who: CharacterId, sha256: str) -> None:
        self.window.edit(
            "Remove reference picture", lambda board: cast.remove_reference(board, who, sha256)
        )

    def choose_portrait(self, who: CharacterId, take: TakeId) -> None:
        self.window.edit(
            "Choose portrait",
            lambda board: cast.change_character(board, who, lambda it: replace(it, portrait=take)),
        )
