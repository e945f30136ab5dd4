"""The window: shows the start screen at once, and then whatever the open project is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction, QCloseEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from storyboard.resources import starter_model
from ui.banners import Banners
from ui.covers import Covers
from ui.icons import repaint_icons
from ui.menu_bar import named_menus
from ui.palette import DARK, LIGHT, qt_palette
from ui.settings import Settings
from ui.start_page import StartPage
from ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from storyboard.board import Board, Panel, PanelId
    from storyboard.generation import Settings as Generation
    from storyboard.project import Project
    from ui.board_view import BoardView
    from ui.cast_dock import CastDock
    from ui.desk import Desk
    from ui.docks import Docks
    from ui.film import Film
    from ui.generating import Generating
    from ui.history_dock import HistoryDock
    from ui.inspector import Inspector
    from ui.jobs import Jobs
    from ui.menus import Menus
    from ui.opening import Opening
    from ui.outline_dock import OutlineDock
    from ui.pages_view import PagesView
    from ui.past import Past
    from ui.pictures import Pictures
    from ui.problems import Problems
    from ui.queue_dock import QueueDock
    from ui.saving import Saving
    from ui.script_dock import ScriptDock
    from ui.shell_wishes import ShellWishes
    from ui.sound_wishes import SoundWishes
    from ui.staleness import StaleMarks
    from ui.status_line import Sentence, StatusLine
    from ui.timeline_wishes import TimelineWishes
    from ui.toolbar import Toolbar
    from ui.transition_wishes import TransitionWishes
    from ui.wishes import Wishes
    from ui.worker import Worker

SIZE = (1440, 900)  # at first


class MainWindow(QMainWindow):
    """What the artist sees. It imports nothing that the start screen does not need; all else is
    put into it by `furnish`, and what the commands do is in Wishes."""

    problems: Problems
    status: StatusLine
    problem: Sentence
    menus: Menus
    actions_: dict[str, QAction]
    generation: Generation
    wishes: Wishes
    shell: ShellWishes
    timeline: TimelineWishes
    sounds: SoundWishes
    transitions: TransitionWishes
    film: Film
    opening: Opening
    worker: Worker
    jobs: Jobs
    generating: Generating
    saving: Saving
    staleness: StaleMarks
    past: Past
    history: HistoryDock
    toolbar: Toolbar
    board_view: BoardView
    pages: PagesView
    script: ScriptDock
    outline: OutlineDock
    cast: CastDock
    inspector: Inspector
    queue: QueueDock
    docks: Docks
    desk: Desk
    owners: tuple[object, ...]
    first_layout: QByteArray

    def __init__(self, settings: Settings, *, furnished: bool = True) -> None:
        super().__init__()
        self.settings = settings
        self.colors = LIGHT if settings.theme == "light" else DARK
        self.project: Project | None = None
        self.pictures: Pictures | None = None
        self.covers = Covers(settings.caches / "covers")
        self.view, self.furnished = "board", False
        self.paint_theme()  # before there are parts, which it would paint twice
        self._build()
        self.resize(*SIZE)
        self.restoreGeometry(settings.layout()[0])
        self._show_start()
        if furnished:
            self.furnish()

    def _build(self) -> None:
        self.named_menus = named_menus(self.menuBar())
        self.statusBar().setSizeGripEnabled(False)  # empty, until there is something to tell
        self.start = StartPage()
        self.start.new_wanted.connect(lambda: self.perform("new_project"))
        self.start.open_wanted.connect(lambda: self.perform("open_other"))
        self.start.sample_wanted.connect(lambda: self.perform("open_sample"))
        self.start.project_chosen.connect(self.open_project)
        self.start.project_forgotten.connect(self._forget)
        self.saved = QLabel()
        self.saved.setObjectName("corner")
        self.menuBar().setCornerWidget(self.saved)
        self.views = QStackedWidget()
        self.views.addWidget(self.start)
        self.views_by_name: dict[str, QWidget] = {}
        self.banners = Banners()
        self.setCentralWidget(_column(self.banners, self.views))

    def furnish(self) -> None:
        """Adds all that the start screen does without; it takes a moment to load."""
        if self.furnished:
            return
        from ui.furnishing import furnish

        self.furnished = True
        self.setUpdatesEnabled(False)  # nothing is seen half built
        furnish(self)
        self.first_layout = self.saveState()
        self.restoreState(self.settings.layout()[1])
        self.docks.shown = True
        self.show_model()
        self.show_board()
        self.setUpdatesEnabled(True)

    def add_view(self, name: str, view: QWidget) -> None:
        self.views_by_name[name] = view
        self.views.addWidget(view)

    def perform(self, does: str) -> None:
        """Carries out a command of ui/actions.py."""
        self.furnish()
        owner = next(one for one in self.owners if hasattr(one, does))
        getattr(owner, does)()

    def paint_theme(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(qt_palette(self.colors))
        application.setStyleSheet(style_sheet(self.colors))
        repaint_icons(self)

    @property
    def board(self) -> Board:
        from storyboard.board import Board

        return self.project.board if self.project else Board()

    @property
    def editable(self) -> bool:
        """Else the open project is only looked at."""
        return self.project is None or not self.project.read_only

    @property
    def selected(self) -> list[PanelId]:
        return self.board_view.selected

    def edit(self, label: str, change: Callable[[Board], Board]) -> bool:
        """Carries a wish to the project; what cannot be done is told."""
        from storyboard.board import BoardError
        from storyboard.project import ProjectError
        from ui.said import said

        project = self.project
        if project is None:
            return False
        try:
            if project.read_only:
                project.edit(label, change)  # says why that cannot be
            saved = self.saving.attempt(label, lambda: project.edit(label, change))
        except (BoardError, ProjectError) as error:
            self.tell(said(error))
            saved = False
        self.show_board()
        return saved

    def tell(self, sentence: str, details: str = "") -> None:
        """The one way in which problems reach the artist."""
        self.problems.tell(sentence, details)

    def note(self, sentence: str, details: str = "") -> None:
        """Tells what is good to know where nothing is wrong."""
        self.problems.note(sentence, details)

    def _forget(self, folder: Path) -> None:
        self.settings.forget(folder)
        self._show_start()

    def tell_surprise(self, name: str, details: str) -> None:
        """An error that nobody expected, by its name."""
        text = self.tr(
            "Something went wrong that nobody expected ({}). Your work is saved; copy the details "
            "and send them to those who make the program."
        )
        self.tell(text.format(name), details)

    def _show_start(self) -> None:
        self.views.setCurrentWidget(self.start)
        self.start.show_recent([(one, self.covers.of(one)) for one in self.settings.recent])
        if self.furnished:
            self.toolbar.hide()
            self.menus.show_open(False)
            self.status.show_board(None, "")
        self.show_title("")

    def show_board(self) -> None:
        """Everything that mirrors the board."""
        self.docks.show_open(self.project is not None)
        self.board_view.show_board(self.board)
        if self.project is None:
            self._show_start()
        else:
            self.toolbar.show()
            self.menus.show_open(True, editable=self.editable)
            self.film.show_project(self.project, self.selected)
            self.show_view(self.view)
            self._show_words(self.project)
            self.past.show_board()
            self.staleness.show_board()
        self.opening.show_board()
        self.script.show_board(self.board)
        self.outline.show_board(self.board)
        self.cast.show_board(self.board)
        self.show_selection()
        self.generating.shown.show_jobs()

    def show_view(self, name: str) -> None:
        """The board, the pages or the film in the middle of the window."""
        self.view = name
        self.timeline.view_changed(name)
        self.toolbar.show_view(name)
        if self.project is not None:
            self.views.setCurrentWidget(self.views_by_name[name])
            self.desk.show_selection()

    def show_model(self) -> None:
        """The words of the model that draws, where it has learnt only a few."""
        from storyboard.engine.request import EngineError
        from storyboard.engine.vocabulary import vocabulary_of
        from ui.said import said

        try:
            self.inspector.show_vocabulary(vocabulary_of(self.generation.model))
        except EngineError as error:
            self.inspector.show_vocabulary(None)
            self.tell(said(error))

    def show_selection(self) -> None:
        self.desk.show_selection()
        self.film.show_selection(self.selected)
        rows = sorted(self.board.row_of(one) for one in self.selected)
        panels = [self.board.panels[row] for row in rows]
        self.inspector.show_panels(self.board, panels, self.desk.kept_takes(panels))

    def _show_words(self, project: Project) -> None:
        self.status.show_board(project.board, self._model_name())
        self.menus.show_history(project.undo_label, project.redo_label)
        self.actions_["restore"].setEnabled(bool(project.board.trash) and self.editable)

    def _model_name(self) -> str:
        model = self.generation.model
        return self.tr("Starter model") if model == starter_model() else model.stem

    def show_title(self, text: str) -> None:
        """The project and whether it is saved, above the window and in its corner."""
        self.setWindowTitle(text or self.tr("Storyboard"))
        if text == self.saved.text():
            return
        self.saved.setText(text)
        self.menuBar().setCornerWidget(self.saved)  # which makes room for the new words
        self.saved.show()

    def picture(self, panel: Panel) -> QPixmap | None:
        return self.pictures.of_panel(panel) if self.pictures else None

    def place_of_take(self, panel: Panel) -> tuple[int, int]:
        return self.pictures.place_of_take(panel) if self.pictures else (0, 0)

    def open_project(self, folder: Path) -> None:
        """Opens a project in place of the one that is open."""
        self.furnish()
        self.opening.open_project(folder)

    def close_project(self) -> None:
        self.opening.close_project()

    def reset_layout(self) -> None:
        self.restoreState(self.first_layout)
        self.docks.shown = True
        self.show_board()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.furnished and not self.past.may_leave():
            event.ignore()
            return
        docks = self.saveState() if self.project else QByteArray()
        self.settings.keep_layout(self.saveGeometry(), docks)
        if self.furnished:
            self.settings.columns = self.board_view.columns
            self.opening.leave()
            self.worker.finish()
        event.accept()


def _column(*parts: QWidget) -> QWidget:
    """Widgets one under the other, with nothing between."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return whole
