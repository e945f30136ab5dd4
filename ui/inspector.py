"""The inspector: everything about the selected panels that can be changed by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from storyboard.board import Board, Panel
from storyboard.engine.vocabulary import Vocabulary
from storyboard.naming import panel_names
from ui.fields import TextBox
from ui.notes_page import NotesPage
from ui.palette import Palette
from ui.panel_page import PanelPage
from ui.recipe_page import RecipePage
from ui.story_page import StoryPage
from ui.take_strip import ShownTake


class Inspector(QWidget):
    """Shows the selected panels; each wish carries the new value for all of them.

    field_written  a panel's field by its name, and what was written or chosen
    story_written  the same for the whole story
    """

    field_written = Signal(str, object)
    story_written = Signal(str, object)
    prompt_written = Signal(str)
    dice_thrown = Signal()
    lock_set = Signal(str, bool)
    cast_changed = Signal(str, bool)
    outfit_chosen = Signal(str, object)
    take_chosen = Signal(str)
    star_wanted = Signal(str, bool)
    discard_wanted = Signal(str)
    compare_wanted = Signal(str)
    other_model_wanted = Signal()
    from_picture_wanted = Signal(float)

    def __init__(self, colors: Palette) -> None:
        super().__init__()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Pages of the inspector"))
        for name in (self.tr("Panel"), self.tr("Recipe"), self.tr("Notes")):
            self.tabs.addTab(name)
        self.page, self.recipe, self.notes = PanelPage(colors), RecipePage(), NotesPage()
        self.story = StoryPage()
        self.pages = QStackedWidget()
        for page in (self.page, self.recipe, self.notes, self.story):
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self._show_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self._connect()
        self.panels: Sequence[Panel] = ()
        self.show_panels(Board(), [], [])

    def _connect(self) -> None:
        page = self.page
        page.written.connect(self.field_written)
        page.prompt_written.connect(self.prompt_written)
        page.dice_thrown.connect(self.dice_thrown)
        page.lock_set.connect(self.lock_set)
        page.cast_changed.connect(self.cast_changed)
        page.outfit_chosen.connect(self.outfit_chosen)
        page.other_model_wanted.connect(self.other_model_wanted)
        page.from_picture_wanted.connect(self.from_picture_wanted)
        page.strip.take_chosen.connect(self.take_chosen)
        page.strip.star_wanted.connect(self.star_wanted)
        page.strip.discard_wanted.connect(self.discard_wanted)
        page.strip.compare_wanted.connect(self.compare_wanted)
        self.notes.written.connect(self.field_written)
        self.story.written.connect(self.story_written)

    @property
    def prompt(self) -> TextBox:
        return self.page.prompt

    @property
    def caption(self) -> TextBox:
        return self.page.caption

    def let_edit(self, editable: bool) -> None:
        """Else everything can be read."""
        for page in (self.page, self.notes, self.story):
            page.content.setEnabled(editable)
        self.recipe.let_edit(editable)

    def show_colors(self, colors: Palette) -> None:
        self.page.strip.colors = colors

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """The words of the chosen model, offered for the prompt; None where it has no list."""
        self.page.show_vocabulary(vocabulary)

    def show_panels(
        self, board: Board, panels: Sequence[Panel], takes: Sequence[ShownTake]
    ) -> None:
        """`takes` are those of the only panel; where no panel is selected, the story is shown."""
        self.panels = panels
        names = panel_names(board) if panels else {}
        self._show_title(panels, names)
        if panels:
            self.page.show_panels(board, panels, takes)
            self.notes.show_panels(panels)
        else:
            self.story.show_board(board)
        one = panels[0] if len(panels) == 1 else None
        chosen = next((shown.take for shown in takes if one and shown.take.id == one.take), None)
        people = {one.id: one.name for one in board.characters}
        self.recipe.show_take(chosen, names | people)
        self._show_page()

    def _show_title(self, panels: Sequence[Panel], names: dict[str, str]) -> None:
        if not panels:
            title = self.tr("Story")
        elif len(panels) > 1:
            title = self.tr("%n panel(s)", "", len(panels))
        else:
            title = self.tr("Panel {}").format(names[panels[0].id])
        self.tabs.setTabText(0, title)
        for tab in (1, 2):
            self.tabs.setTabVisible(tab, bool(panels))

    def _show_page(self) -> None:
        pages: list[QWidget] = [self.page, self.recipe, self.notes]
        page = pages[self.tabs.currentIndex()] if self.panels else self.story
        self.pages.setCurrentWidget(page)
