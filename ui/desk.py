"""What is edited around the board: the single panel, scenes and cast, joined to their wishes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storyboard.board import Panel
from ui.inspector_wishes import InspectorWishes
from ui.palette import Palette
from ui.panel_view import PanelView
from ui.panel_wishes import PanelWishes
from ui.take_strip import ShownTake

if TYPE_CHECKING:
    from ui.window import MainWindow


class Desk:
    """Made once by ui/furnishing.py; `owners` have the methods that ui/actions.py names."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.panels = PanelWishes(window)
        self.inspected = InspectorWishes(window)
        self.owners = (self.panels,)
        self._build_panel_view()
        self._connect_inspector()

    def _build_panel_view(self) -> None:
        window, wishes = self.window, self.panels
        self.panel_view = PanelView(window.colors)
        window.add_view("panel", self.panel_view)
        self.panel_view.take_chosen.connect(window.wishes.choose_take)
        self.panel_view.star_wanted.connect(wishes.star_take)
        self.panel_view.discard_wanted.connect(wishes.discard_take)
        self.panel_view.recover_wanted.connect(wishes.recover_take)
        self.panel_view.walk_wanted.connect(wishes.walk)
        window.board_view.panels_copied.connect(wishes.copy_panels)
        window.board_view.panel_opened.connect(wishes.open_panel)

    def _connect_inspector(self) -> None:
        inspector, wishes = self.window.inspector, self.inspected
        inspector.prompt_written.connect(wishes.write_prompt)
        inspector.field_written.connect(wishes.write_field)
        inspector.story_written.connect(wishes.write_story)
        inspector.story_wanted.connect(wishes.show_story)
        inspector.cast_changed.connect(wishes.set_cast)
        inspector.outfit_chosen.connect(wishes.choose_outfit)
        inspector.star_wanted.connect(self.panels.star_take)
        inspector.discard_wanted.connect(self.panels.discard_take)
        inspector.compare_wanted.connect(self.panels.compare_with)

    def show_colors(self, colors: Palette) -> None:
        self.panel_view.show_colors(colors)
        self.window.inspector.show_colors(colors)

    def show_selection(self) -> None:
        """The panel that was selected last, with its takes, where it is seen large."""
        window = self.window
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
