"""What is edited around the board: the single panel, scenes and cast, joined to their wishes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from storyboard.board import Character, Panel, Reference
from storyboard.project import ProjectError
from ui.inspector_wishes import InspectorWishes
from ui.palette import Palette
from ui.panel_view import PanelView
from ui.panel_wishes import PanelWishes
from ui.story_wishes import StoryWishes
from ui.take_strip import ShownTake

if TYPE_CHECKING:
    from ui.window import MainWindow


class Desk:
    """Made once by ui/furnishing.py; `owners` have the methods that ui/actions.py names."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.panels = PanelWishes(window)
        self.inspected = InspectorWishes(window)
        self.story = StoryWishes(window)
        self.owners = (self.panels,)
        self._build_panel_view()
        self._connect_inspector()
        self._connect_story()
        self._connect_cast()

    def _build_panel_view(self) -> None:
        window, wishes = self.window, self.panels
        self.panel_view = PanelView(window.colors)
        window.add_view("panel", self.panel_view)
        self.panel_view.take_chosen.connect(window.wishes.choose_take)
        self.panel_view.star_wanted.connect(wishes.star_take)
        self.panel_view.discard_wanted.connect(wishes.discard_take)
        self.panel_view.recover_wanted.connect(wishes.recover_take)
        self.panel_view.walk_wanted.connect(wishes.walk)
        self.panel_view.region_wanted.connect(wishes.place_character)
        self.panel_view.path_wanted.connect(wishes.draw_camera)
        window.board_view.panels_copied.connect(wishes.copy_panels)
        window.board_view.panel_opened.connect(wishes.open_panel)

    def _connect_inspector(self) -> None:
        inspector, wishes = self.window.inspector, self.inspected
        inspector.prompt_written.connect(wishes.write_prompt)
        inspector.field_written.connect(wishes.write_field)
        inspector.story_written.connect(wishes.write_story)
        inspector.cast_changed.connect(wishes.set_cast)
        inspector.outfit_chosen.connect(wishes.choose_outfit)
        inspector.star_wanted.connect(self.panels.star_take)
        inspector.discard_wanted.connect(self.panels.discard_take)
        inspector.compare_wanted.connect(self.panels.compare_with)
        recipe = inspector.recipe
        recipe.show_pictures(self._picture_of)
        recipe.again_wanted.connect(lambda: self.window.generating.make_again())
        recipe.anchors.panel_chosen.connect(self.story.choose_panel)
        recipe.anchors.character_chosen.connect(self.story.show_character)

    def _connect_story(self) -> None:
        script, outline, wishes = self.window.script, self.window.outline, self.story
        script.script_written.connect(wishes.write_script)
        script.panel_chosen.connect(wishes.choose_panel)
        outline.scene_chosen.connect(wishes.show_scene)
        outline.scene_moved.connect(wishes.move_scene)
        outline.scene_written.connect(wishes.write_scene)
        outline.outfit_chosen.connect(wishes.dress_scene)
        outline.new_wanted.connect(wishes.new_scene)
        outline.delete_wanted.connect(wishes.delete_scene)

    def _connect_cast(self) -> None:
        cast, wishes = self.window.cast, self.story
        cast.show_pictures(self._portraits_of, self._references_of)
        cast.written.connect(wishes.write_character)
        cast.outfit_changed.connect(wishes.change_outfit)
        cast.outfit_wanted.connect(wishes.new_outfit)
        cast.outfit_deleted.connect(wishes.delete_outfit)
        cast.references_dropped.connect(wishes.add_references)
        cast.reference_removed.connect(wishes.remove_reference)
        cast.portrait_chosen.connect(wishes.choose_portrait)
        cast.new_wanted.connect(wishes.new_character)
        cast.delete_wanted.connect(wishes.delete_character)

    def _picture_of(self, sha256: str) -> QPixmap | None:
        """None where the project has lost it."""
        try:
            return (
                self.window.pictures.of_take(Reference(sha256, ""))
                if self.window.pictures
                else None
            )
        except ProjectError:
            return None

    def _portraits_of(self, character: Character) -> list[ShownTake]:
        pictures = self.window.pictures
        if pictures is None:
            return []
        takes = pictures.takes_of_id(character.id)
        return [ShownTake(take, row, pictures.of_take(take), False)
                for row, take in enumerate(takes, start=1)]  # fmt: skip

    def _references_of(self, character: Character) -> list[tuple[Reference, QPixmap]]:
        pictures = self.window.pictures
        return [(one, pictures.of_take(one)) for one in character.references] if pictures else []

    def show_colors(self, colors: Palette) -> None:
        self.panel_view.show_colors(colors)
        self.window.inspector.show_colors(colors)
        self.window.cast.show_colors(colors)

    def show_selection(self) -> None:
        """The panel that was selected last: its line, its scene, its takes where it is large."""
        window = self.window
        window.script.show_selection(window.selected)
        last = window.board.panel(window.selected[-1]) if window.selected else None
        window.outline.show_scene(last.scene if last else None)
        keeps = bool(last and window.board.scene(last.scene).anchor == last.id)
        window.actions_["keep_place"].setChecked(keeps)
        if window.view != "panel" or window.pictures is None:
            return
        panel = window.board.panel(window.selected[-1]) if window.selected else None
        shown = self.shown_takes(panel) if panel else []
        kept = [one for one in shown if panel and one.take.id not in panel.discarded]
        gone = [one for one in shown if panel and one.take.id in panel.discarded]
        self.panel_view.show_panel(window.board, panel, kept, gone)

    def kept_takes(self, panels: Sequence[Panel]) -> list[ShownTake]:
        """Those of the only one of these panels, without what is in its trash."""
        if len(panels) != 1:
            return []
        discarded = panels[0].discarded
        return [one for one in self.shown_takes(panels[0]) if one.take.id not in discarded]

    def shown_takes(self, panel: Panel) -> list[ShownTake]:
        pictures = self.window.pictures
        if pictures is None:
            return []
        return [
            ShownTake(take, number, pictures.of_take(take), take.id in panel.starred)
            for number, take in enumerate(pictures.all_takes_of(panel), start=1)
        ]
