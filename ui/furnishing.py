"""Everything of the window but the start screen: views, docks and bars, joined to the wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from storyboard.generation import Settings as Generation
from ui.board_view import BoardView
from ui.cast_dock import CastDock
from ui.desk import Desk
from ui.docks import Docks
from ui.film import Film
from ui.generating import Generating
from ui.history_dock import HistoryDock
from ui.inspector import Inspector
from ui.menus import Menus
from ui.opening import Opening
from ui.outline_dock import OutlineDock
from ui.pages_view import PagesView
from ui.past import Past
from ui.problems import Problems
from ui.queue_dock import QueueDock
from ui.saving import Saving
from ui.script_dock import ScriptDock
from ui.shell_wishes import ShellWishes
from ui.sound_wishes import SoundWishes
from ui.staleness import StaleMarks
from ui.status_line import StatusLine
from ui.timeline_wishes import TimelineWishes
from ui.toolbar import Toolbar
from ui.transition_wishes import TransitionWishes
from ui.wishes import Wishes
from ui.worker import Worker

if TYPE_CHECKING:
    from ui.window import MainWindow

DRAWING = (
    "generate",
    "generate_two",
    "generate_four",
    "generate_eight",
    "generate_next",
    "generate_missing",
    "generate_anew",
    "redo_stale",
    "choose_model",
)
ON_A_CARD = (
    "generate", "generate_anew", "make_again", "toggle_lock", "start_shot", "keep_place",
    "mark_draft", "mark_final", "mark_approved", "copy", "cut", "paste", "duplicate", "delete",
)  # fmt: skip


def furnish(window: MainWindow) -> None:
    """Called once, after the start screen is seen."""
    _build_status(window)
    window.menus = Menus(window, window.named_menus, window.perform, window.settings.keys)
    window.actions_ = window.menus.actions
    window.generation = Generation(window.settings.model)
    window.wishes, window.shell = Wishes(window), ShellWishes(window)
    window.film = Film(window.colors, window.picture, lambda: window.generation.model)
    window.timeline = TimelineWishes(window, window.film)
    window.sounds = SoundWishes(window, window.film)
    window.worker = Worker(window)
    window.worker.device = window.settings.device or None
    window.saving, window.staleness = Saving(), StaleMarks(window)
    window.toolbar = Toolbar()
    window.addToolBar(window.toolbar)
    _build_views(window)
    _build_docks(window)
    window.desk = Desk(window)
    window.past, window.generating = Past(window), Generating(window)
    window.jobs = window.generating.jobs
    window.opening = Opening(window)
    window.transitions = TransitionWishes(window)
    _give_commands(window)
    _connect_bars(window)
    _connect_board(window)
    _connect_docks(window)


def _build_status(window: MainWindow) -> None:
    """First of all, so that whatever goes wrong from here on is told."""
    window.problems, window.status = Problems(window), StatusLine()
    window.problem = window.status.message
    window.problems.told.connect(window.status.show_problem)
    window.problems.noted.connect(window.status.show_notice)
    window.setStatusBar(window.status)


def _build_views(window: MainWindow) -> None:
    window.board_view = BoardView(window.colors, window.picture, window.place_of_take)
    window.board_view.set_columns(window.settings.columns)
    window.pages = PagesView()
    window.add_view("board", window.board_view)
    window.add_view("pages", window.pages)
    window.add_view("timeline", window.film.monitor)


def _build_docks(window: MainWindow) -> None:
    window.script, window.cast = ScriptDock(window.colors), CastDock(window.colors)
    window.outline = OutlineDock()
    window.inspector = Inspector(window.colors)
    window.queue, window.history = QueueDock(window.colors), HistoryDock()
    parts = {
        "Script": window.script,
        "Outline": window.outline,
        "Cast": window.cast,
        "Inspector": window.inspector,
        "Queue": window.queue,
        "History": window.history,
        "Timeline": window.film.dock,
    }
    window.docks = Docks(window, parts)
    window.docks.add_switches(window.menus.menus["View"])


def _give_commands(window: MainWindow) -> None:
    """Each command to the first of these that has its method."""
    window.owners = (
        window.generating,
        window.past,
        window.wishes,
        window.timeline,
        window.sounds,
        window.transitions,
        *window.desk.owners,
        window.shell,
        window,
    )
    timeline = [window.film.dock.view, window.film.monitor]
    window.menus.paint_icons()
    window.actions_["keep_place"].setCheckable(True)
    window.menus.give_keys([window.board_view, window.desk.panel_view], timeline)
    window.pages.addAction(window.actions_["next_view"])


def _connect_bars(window: MainWindow) -> None:
    window.toolbar.view_wanted.connect(window.show_view)
    window.toolbar.panel_wanted.connect(window.wishes.new_after)
    window.toolbar.scene_wanted.connect(window.wishes.new_scene)
    window.toolbar.generate_wanted.connect(window.generating.generate)
    window.toolbar.redo_wanted.connect(window.generating.redo_stale)
    window.toolbar.queue_wanted.connect(lambda: window.docks.show("Queue"))
    window.toolbar.offer([window.actions_[does] for does in DRAWING])
    window.status.columns_wanted.connect(window.board_view.set_columns)
    window.board_view.columns_changed.connect(window.status.show_columns)
    window.status.show_columns(window.board_view.columns)
    window.status.problems_wanted.connect(window.shell.show_problems)
    window.pages.export_wanted.connect(window.wishes.export)


def _connect_board(window: MainWindow) -> None:
    window.board_view.selection_changed.connect(lambda _: window.show_selection())
    window.board_view.panels_moved.connect(window.wishes.move_panels)
    window.board_view.pictures_dropped.connect(window.wishes.take_pictures)
    window.board_view.pictures_between.connect(window.wishes.new_panels_of)
    window.board_view.menu_wanted.connect(lambda point: _show_menu(window, point))


def _connect_docks(window: MainWindow) -> None:
    window.inspector.dice_thrown.connect(window.wishes.throw_dice)
    window.inspector.lock_set.connect(window.wishes.set_lock)
    window.inspector.take_chosen.connect(window.wishes.choose_take)
    window.inspector.other_model_wanted.connect(window.wishes.choose_model)


def _show_menu(window: MainWindow, point: QPoint) -> None:
    menu = QMenu(window)
    menu.addActions([window.actions_[does] for does in ON_A_CARD])
    menu.exec(point)
