"""The window: places its parts, and carries their wishes to the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QWidget,
)

from storyboard.board import Board, BoardError, Panel, PanelId
from storyboard.engine.request import EngineError
from storyboard.engine.vocabulary import vocabulary_of
from storyboard.generation import Settings as Generation
from storyboard.project import Project, ProjectError
from storyboard.timing import show_seconds
from ui.actions import COMMANDS, Command
from ui.board_view import BoardView
from ui.cast_dock import CastDock
from ui.film import Film
from ui.inspector import Inspector
from ui.jobs import Jobs
from ui.palette import DARK, LIGHT, qt_palette, style_sheet
from ui.pictures import Pictures
from ui.queue_dock import QueueDock
from ui.script_dock import ScriptDock
from ui.settings import Settings
from ui.start_page import StartPage
from ui.timeline_wishes import TimelineWishes
from ui.wishes import Wishes
from ui.worker import Worker

SAVED = "%H:%M"
PROBLEM_SECONDS = 12


class MainWindow(QMainWindow):
    """What the artist sees. What the commands do is in Wishes; here things are placed."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.colors = LIGHT if settings.theme == "light" else DARK
        self.generation = Generation(settings.model)
        self.project: Project | None = None
        self.pictures: Pictures | None = None
        self.wishes = Wishes(self)
        self.film = Film(self.colors, self._picture)
        self.timeline = TimelineWishes(self, self.film)
        self.film_shown = False
        self.worker = Worker(self)
        self.jobs = Jobs(self.worker, self.wishes.make_request)
        self.actions_: dict[str, QAction] = {}
        self._build_views()
        self._build_menus()
        self._build_toolbar()
        self._build_docks()
        self._build_status()
        self._connect()
        self.show_model()
        self.paint_theme()
        self.resize(1440, 900)
        self.first_layout = self.saveState()
        geometry, docks = settings.layout()
        self.restoreGeometry(geometry)
        self.restoreState(docks)
        self.docks_shown = True
        self.show_board()

    def _build_views(self) -> None:
        self.start = StartPage()
        self.board_view = BoardView(self.colors, self._picture, self._take_count)
        self.board_view.set_columns(self.settings.columns)
        self.views = QStackedWidget()
        self.views.addWidget(self.start)
        self.views.addWidget(self.board_view)
        self.views.addWidget(self.film.monitor)
        self.setCentralWidget(self.views)

    def _build_menus(self) -> None:
        menus: dict[str, QMenu] = {}
        for command in COMMANDS:
            menu = menus.get(command.menu) or self.menuBar().addMenu(self.tr(command.menu))
            menus[command.menu] = menu
            menu.addAction(self._action(command))
        self.view_menu = menus["View"]

    def _action(self, command: Command) -> QAction:
        action = QAction(self.tr(command.name), self)
        owners = (self.wishes, self.timeline, self)
        owner = next(one for one in owners if hasattr(one, command.does))
        action.triggered.connect(lambda: getattr(owner, command.does)())
        action.setShortcut(QKeySequence(command.key))
        if command.of_board:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.board_view.addAction(action)
        if command.of_timeline:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.film.dock.view.addAction(action)
            self.film.monitor.addAction(action)
        self.actions_[command.does] = action
        return action

    def _build_toolbar(self) -> None:
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        for text, does in (
            ("＋ Panel", self.wishes.new_after),
            ("＋ Scene", self.wishes.new_scene),
        ):
            button = QPushButton(self.tr(text))
            button.clicked.connect(does)
            bar.addWidget(button)
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(stretch)
        self.pill = QLabel()
        self.pill.setObjectName("dim")
        bar.addWidget(self.pill)
        self.generate_button = QPushButton(self.tr("Generate"))
        self.generate_button.setObjectName("primary")
        self.generate_button.clicked.connect(self.wishes.generate)
        bar.addWidget(self.generate_button)
        self.bar = bar

    def _build_docks(self) -> None:
        self.script, self.cast = ScriptDock(self.colors), CastDock()
        self.inspector, self.queue = Inspector(), QueueDock()
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.docks = [
            self._dock("Script", self.script, left, 270),
            self._dock("Cast", self.cast, left, 270),
            self._dock("Inspector", self.inspector, right, 290),
            self._dock("Queue", self.queue, right, 290),
            self._dock("Timeline", self.film.dock, Qt.DockWidgetArea.BottomDockWidgetArea, 400),
        ]
        self.docks[4].setTitleBarWidget(QWidget())  # the transport says what this is
        self.setCorner(Qt.Corner.BottomRightCorner, right)
        self.tabifyDockWidget(self.docks[0], self.docks[1])
        for tabbed in self.docks[:2]:
            tabbed.setTitleBarWidget(QWidget())  # the tab says the name already
        self.docks[0].raise_()
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.resizeDocks(self.docks[2:4], [560, 240], Qt.Orientation.Vertical)
        self.view_menu.addSeparator()
        for dock in self.docks:
            self.view_menu.addAction(dock.toggleViewAction())

    def _dock(
        self, name: str, content: QWidget, area: Qt.DockWidgetArea, width: int
    ) -> QDockWidget:
        dock = QDockWidget(self.tr(name))
        dock.setObjectName(name)
        content.setMinimumWidth(width)
        dock.setWidget(content)
        self.addDockWidget(area, dock)
        return dock

    def _build_status(self) -> None:
        self.counts = QLabel()
        self.counts.setObjectName("dim")
        self.statusBar().setContentsMargins(12, 0, 12, 0)
        self.statusBar().addWidget(self.counts)
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.statusBar().addWidget(self.problem, 1)
        self.problem.hide()
        zoom = QSlider(Qt.Orientation.Horizontal)
        zoom.setRange(1, 10)
        zoom.setInvertedAppearance(True)
        zoom.setFixedWidth(120)
        zoom.setAccessibleName(self.tr("Cards side by side"))
        zoom.setValue(self.board_view.columns)
        zoom.valueChanged.connect(self.board_view.set_columns)
        self.board_view.columns_changed.connect(zoom.setValue)
        label = QLabel(self.tr("Zoom"))
        label.setObjectName("dim")
        self.statusBar().addPermanentWidget(label)
        self.statusBar().addPermanentWidget(zoom)
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.timeout.connect(self.problem.hide)

    def _connect(self) -> None:
        self.start.new_wanted.connect(self.wishes.new_project)
        self.start.open_wanted.connect(self.wishes.open_other)
        self.start.sample_wanted.connect(self.wishes.open_sample)
        self.start.project_chosen.connect(self.open_project)
        self.board_view.selection_changed.connect(lambda _: self._show_selection())
        self.board_view.panels_moved.connect(self.wishes.move_panels)
        self.board_view.pictures_dropped.connect(self.wishes.take_pictures)
        self.board_view.pictures_between.connect(self.wishes.new_panels_of)
        self.board_view.menu_wanted.connect(self._show_menu)
        self.script.script_written.connect(self.wishes.write_script)
        self.cast.description_written.connect(self.wishes.describe)
        self.inspector.prompt_written.connect(self.wishes.write_prompt)
        self.inspector.caption_written.connect(self.wishes.write_caption)
        self.inspector.negative_written.connect(self.wishes.write_negative)
        self.inspector.duration_written.connect(self.wishes.write_duration)
        self.inspector.seed_written.connect(self.wishes.write_seed)
        self.inspector.dice_thrown.connect(self.wishes.throw_dice)
        self.inspector.lock_set.connect(self.wishes.set_lock)
        self.inspector.take_chosen.connect(self.wishes.choose_take)
        self.inspector.other_model_wanted.connect(self.wishes.choose_model)
        self.queue.cancel_wanted.connect(self.jobs.cancel)
        self.jobs.changed.connect(self._show_jobs)
        self.jobs.made.connect(self.wishes.keep_takes)
        self.jobs.failed.connect(lambda sentence, details: self.tell(sentence, details))

    def paint_theme(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(qt_palette(self.colors))
        application.setStyleSheet(style_sheet(self.colors))

    @property
    def board(self) -> Board:
        return self.project.board if self.project else Board()

    @property
    def selected(self) -> list[PanelId]:
        return self.board_view.selected

    def edit(self, label: str, change: Callable[[Board], Board]) -> bool:
        """Carries a wish to the project; what cannot be done is told."""
        if self.project is None:
            return False
        try:
            self.project.edit(label, change)
        except (BoardError, ProjectError) as error:
            self.tell(str(error))
            self.show_board()
            return False
        self.show_board()
        return True

    def tell(self, sentence: str, details: str = "") -> None:
        """The one place where problems are shown."""
        self.problem.setText(sentence)
        self.problem.setToolTip(details)
        self.problem.show()
        self.quiet.start(PROBLEM_SECONDS * 1000)

    def show_board(self) -> None:
        """Everything that mirrors the board."""
        is_open = self.project is not None
        self.show_view()
        self.bar.setVisible(is_open)
        self._show_docks(is_open)
        for command in COMMANDS:
            self.actions_[command.does].setEnabled(is_open or not command.needs_project)
        if not is_open:
            self.start.show_recent(self.settings.recent)
        self.board_view.show_board(self.board)
        if self.project is not None:
            self.film.show_project(self.project, self.selected)
        self.script.show_board(self.board)
        self.cast.show_board(self.board)
        self._show_selection()
        self._show_jobs()
        self._show_words()

    def _show_docks(self, is_open: bool) -> None:
        """Those the artist has not closed, while a project is open."""
        if is_open == self.docks_shown:
            return
        self.docks_shown = is_open
        if not is_open:
            self.open_docks = [dock for dock in self.docks if dock.toggleViewAction().isChecked()]
        for dock in self.open_docks:
            dock.setVisible(is_open)

    def show_view(self) -> None:
        """The board or the film; where nothing is open, what can be opened."""
        board = self.film.monitor if self.film_shown else self.board_view
        self.views.setCurrentWidget(board if self.project else self.start)

    def show_model(self) -> None:
        """The words of the model that draws, where it has learnt only a few."""
        try:
            self.inspector.show_vocabulary(vocabulary_of(self.generation.model))
        except EngineError as error:
            self.inspector.show_vocabulary(None)
            self.tell(str(error))

    def _show_selection(self) -> None:
        self.film.show_selection(self.selected)
        rows = sorted(self.board.row_of(one) for one in self.selected)
        panels = [self.board.panels[row] for row in rows]
        self.inspector.show_panels(self.board, panels, self._take_pictures(panels))

    def _take_pictures(self, panels: Sequence[Panel]) -> list[tuple[str, QPixmap]]:
        if not panels or self.pictures is None:
            return []
        takes = self.pictures.takes_of(panels[0])
        return [(take.id, self.pictures.of_take(take)) for take in takes]

    def _show_jobs(self) -> None:
        jobs, running = self.jobs.jobs, self.jobs.running
        waiting = [one for job in jobs if job is not running for one in job.panels]
        drawing = dict.fromkeys(running.panels, running.share) if running else {}
        self.board_view.show_jobs(waiting, drawing)
        self.queue.show_jobs(jobs, self.board)
        self.pill.setText(f"{len(jobs)} in the queue" if jobs else "")

    def _show_words(self) -> None:
        if self.project is None:
            self.setWindowTitle("Storyboard")
            self.counts.setText("")
            return
        board, undo, redo = self.board, self.project.undo_label, self.project.redo_label
        self.setWindowTitle(f"{board.title} — All changes saved {datetime.now():{SAVED}}")
        length = show_seconds(sum(panel.frames for panel in board.panels), board.rate)
        drawn = sum(panel.take is not None for panel in board.panels)
        self.counts.setText(
            f"{len(board.panels)} panels · {drawn} drawn · {len(board.characters)} characters · "
            f"{length}"
        )
        self.actions_["undo"].setText(f"Undo {undo}" if undo else "Undo")
        self.actions_["redo"].setText(f"Redo {redo}" if redo else "Redo")
        self.actions_["undo"].setEnabled(undo is not None)
        self.actions_["redo"].setEnabled(redo is not None)
        self.actions_["restore"].setEnabled(bool(board.trash))

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        for does in (
            "generate",
            "generate_anew",
            "toggle_lock",
            "start_shot",
            "duplicate",
            "delete",
        ):
            menu.addAction(self.actions_[does])
        menu.exec(point)

    def _picture(self, panel: Panel) -> QPixmap | None:
        return self.pictures.of_panel(panel) if self.pictures else None

    def _take_count(self, panel: Panel) -> int:
        return len(self.pictures.takes_of(panel)) if self.pictures else 0

    def open_project(self, folder: Path) -> None:
        """Opens a project in place of the one that is open."""
        try:
            opened = Project.open(folder)
        except ProjectError as error:
            self.tell(str(error))
            return
        self.close_project()
        self.project, self.pictures = opened, Pictures(opened)
        self.settings.opened(opened.folder)
        self.show_board()
        self.board_view.setFocus()

    def close_project(self) -> None:
        if self.project is None:
            return
        self.jobs.cancel_all()
        self.worker.finish()
        self.jobs.jobs.clear()
        self.film.close()
        self.project.close()
        self.project = self.pictures = None
        self.timeline.show_film(False)
        self.show_board()

    def reset_layout(self) -> None:
        self.restoreState(self.first_layout)
        self.docks_shown = True
        self.show_board()

    def closeEvent(self, event: QCloseEvent) -> None:
        docks = self.saveState() if self.project else QByteArray()
        self.settings.keep_layout(self.saveGeometry(), docks)
        self.settings.columns = self.board_view.columns
        self.close_project()
        self.worker.finish()
        event.accept()
