"""The docks around the board: their places at first, and which of them the artist has closed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QTabWidget, QWidget

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True, slots=True)
class Place:
    """A dock's name, its side, the least width of what is in it, and the dock it shares a place
    with; a dock with a tab or a bar of its own has no title."""

    name: str
    area: Qt.DockWidgetArea
    width: int
    beside: str = ""
    titled: bool = False


PLACES = (
    Place("Script", LEFT, 270),
    Place("Cast", LEFT, 270, beside="Script"),
    Place("Inspector", RIGHT, 290, titled=True),
    Place("Queue", RIGHT, 290, titled=True),
    Place("Timeline", BOTTOM, 400),
)
HEIGHTS = {"Inspector": 560, "Queue": 240}


class Docks:
    """Puts each part into a dock of its name."""

    def __init__(self, window: QMainWindow, parts: dict[str, QWidget]) -> None:
        self.window = window
        self.all: dict[str, QDockWidget] = {}
        self.shown, self.open = True, []  # type: bool, list[QDockWidget]
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for place in PLACES:
            self._put(place, parts[place.name])
        self._raise_firsts()
        stacked = [self.all[name] for name in HEIGHTS]
        window.resizeDocks(stacked, list(HEIGHTS.values()), Qt.Orientation.Vertical)

    def _put(self, place: Place, part: QWidget) -> None:
        dock = QDockWidget(QCoreApplication.translate("Docks", place.name))
        dock.setObjectName(place.name)
        part.setMinimumWidth(place.width)
        dock.setWidget(part)
        if not place.titled:
            dock.setTitleBarWidget(QWidget())
        self.window.addDockWidget(place.area, dock)
        if place.beside:
            self.window.tabifyDockWidget(self.all[place.beside], dock)
        self.all[place.name] = dock

    def _raise_firsts(self) -> None:
        for name in {place.beside for place in PLACES if place.beside}:
            self.all[name].raise_()

    def __getitem__(self, name: str) -> QDockWidget:
        return self.all[name]

    def show(self, name: str) -> None:
        """Opens a dock and brings it to the front of its tabs."""
        self.all[name].show()
        self.all[name].raise_()

    def show_open(self, is_open: bool) -> None:
        """Those the artist has not closed, while a project is open."""
        if is_open == self.shown:
            return
        self.shown = is_open
        if not is_open:
            self.open = [dock for dock in self.all.values() if dock.toggleViewAction().isChecked()]
        for dock in self.open:
            dock.setVisible(is_open)

    def add_switches(self, menu: QMenu) -> None:
        menu.addSeparator()
        for dock in self.all.values():
            menu.addAction(dock.toggleViewAction())
