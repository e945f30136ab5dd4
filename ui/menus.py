"""What is in the menus: an action for every command, with its name and its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from ui.actions import COMMANDS, LINES_ABOVE, LOOKING, Command
from ui.icons import OF_COMMANDS, set_icon
from ui.menu_bar import translated
from ui.said import edit_name
from ui.shortcuts import keys_with


class Menus:
    """Made with what carries a command out; the keys of the board and of the timeline are given
    to their widgets as soon as those are there."""

    def __init__(
        self,
        window: QMainWindow,
        menus: dict[str, QMenu],
        perform: Callable[[str], None],
        keys: Mapping[str, str],
    ) -> None:
        """`menus` are still empty; `keys` are those the artist has changed."""
        self.window, self.menus, self.perform = window, menus, perform
        self.actions: dict[str, QAction] = {}
        for command in COMMANDS:
            menu = menus[command.menu]
            if command.does in LINES_ABOVE:
                menu.addSeparator()
            menu.addAction(self._action(command))
        self.show_keys(keys)

    def _action(self, command: Command) -> QAction:
        action = QAction(translated(command.name), self.window)
        action.triggered.connect(lambda: self.perform(command.does))
        if command.of_board or command.of_timeline:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.actions[command.does] = action
        return action

    def show_keys(self, changed: Mapping[str, str]) -> None:
        for does, key in keys_with(changed).items():
            self.actions[does].setShortcut(QKeySequence(key))

    def paint_icons(self) -> None:
        for does, action in self.actions.items():
            if does in OF_COMMANDS:
                set_icon(action, OF_COMMANDS[does])

    def give_keys(self, board: list[QWidget], timeline: list[QWidget]) -> None:
        """The widgets in which the keys of the board and those of the timeline count."""
        for command in COMMANDS:
            here = board * command.of_board + timeline * command.of_timeline
            for widget in here:
                widget.addAction(self.actions[command.does])

    def show_open(self, is_open: bool, *, editable: bool = True) -> None:
        """What needs a project can be chosen only while one is open, and what edits it only
        while that may be done here."""
        for command in COMMANDS:
            may = is_open and (editable or command.does in LOOKING)
            self.actions[command.does].setEnabled(may or not command.needs_project)

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """The names of the edits that can be undone and done again."""
        for does, label in (("undo", undo), ("redo", redo)):
            name = translated("Undo" if does == "undo" else "Redo")
            self.actions[does].setText(f"{name}: {edit_name(label)}" if label else name)
            self.actions[does].setEnabled(label is not None)
