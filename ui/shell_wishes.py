"""What the commands about the program itself wish: preferences, looks, views, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import COMMANDS
from ui.menu_bar import translated
from ui.palette import DARK, LIGHT

if TYPE_CHECKING:
    from ui.window import MainWindow


class ShellWishes:
    """The methods that ui/actions.py names for the program, and those its dialogs need."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def show_preferences(self) -> None:
        from ui.preferences import Preferences

        dialog = Preferences(self.window, self.window.settings)
        dialog.model_wanted.connect(self.window.wishes.use_model)
        dialog.device_wanted.connect(self.use_device)
        dialog.theme_wanted.connect(self.use_theme)
        dialog.columns_wanted.connect(self.window.board_view.set_columns)
        dialog.keys_wanted.connect(self.use_keys)
        dialog.exec()
        dialog.deleteLater()

    def use_device(self, name: str) -> None:
        self.window.worker.device = name or None

    def use_keys(self, changed: dict[str, str]) -> None:
        """The keys that differ from those the program comes with."""
        self.window.settings.keys = changed
        self.window.menus.show_keys(changed)

    def use_theme(self, name: str) -> None:
        window = self.window
        window.colors = LIGHT if name == "light" else DARK
        window.settings.theme = name
        window.board_view.colors = window.script.highlighter.colors = window.colors
        window.film.show_colors(window.colors)
        window.desk.show_colors(window.colors)
        window.queue.show_colors(window.colors)
        window.paint_theme()
        window.show_board()

    def switch_theme(self) -> None:
        self.use_theme("light" if self.window.colors == DARK else "dark")

    def next_view(self) -> None:
        """The views in the order of their buttons, the first after the last."""
        views = list(self.window.toolbar.views)
        self.window.show_view(views[(views.index(self.window.view) + 1) % len(views)])

    def switch_full_screen(self) -> None:
        if self.window.isFullScreen():
            self.window.showNormal()
        else:
            self.window.showFullScreen()

    def show_commands(self) -> None:
        from ui.command_palette import CommandPalette

        offered = [
            (one.does, translated(one.menu), self.window.actions_[one.does])
            for one in COMMANDS
            if one.does != "show_commands"
        ]
        palette = CommandPalette(self.window, offered)
        palette.chosen.connect(self.window.perform)
        middle = self.window.geometry().center().x() - palette.width() // 2
        palette.move(middle, self.window.geometry().top() + 90)
        palette.exec()
        palette.deleteLater()

    def show_problems(self) -> None:
        from ui.log_view import ProblemList

        ProblemList(self.window, self.window.problems.all).exec()

    def show_log(self) -> None:
        from ui.log_view import LogView

        LogView(self.window, self.window.settings.logs).exec()

    def about(self) -> None:
        from ui.about import AboutDialog

        AboutDialog(self.window).exec()
