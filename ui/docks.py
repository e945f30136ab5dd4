"""The docks around the board: their places at first, and which of them the artist has closed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenu,
    QTabBar,
    QTabWidget,
    QWidget,
)

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True, slots=True)
class Place:
    """A dock's name, its side, the least width of what is in it, and the dock whose tabs it
    joins. One with a bar of its own needs no title."""

    name: str
    area: Qt.DockWidgetArea
    width: int
    beside: str = ""
    has_bar: bool = False


PLACES = (
    Place("Script", LEFT, 270),
    Place("Outline", LEFT, 270, beside="Script"),
    Place("Cast", LEFT, 270, beside="Script"),
    Place("Inspector", RIGHT, 290, has_bar=True),
    Place("Queue", RIGHT, 290),
    Place("History", RIGHT, 290, beside="Queue"),
    Place("Timeline", BOTTOM, 400, has_bar=True),
)
TIMELINE_HEIGHT = 236
HEIGHTS = {"Inspector": 560, "Queue": 240}
WIDTHS = {"Script": 310, "Inspector": 336}


class Docks:
    """Puts each part into a dock of its name."""

    def __init__(self, window: QMainWindow, parts: dict[str, QWidget]) -> None:
        self.window = window
        self.all: dict[str, QDockWidget] = {}
        self.shown = True
        self.open: list[QDockWidget] = []
        self.settling = QTimer(window)
        self.settling.setSingleShot(True)
        self.settling.timeout.connect(self._show_titles)
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for place in PLACES:
            self._put(place, parts[place.name])
        self._raise_firsts()
        self._show_titles()
        beside = [self.all[name] for name in WIDTHS]
        window.resizeDocks(beside, list(WIDTHS.values()), Qt.Orientation.Horizontal)
        stacked = [self.all[name] for name in HEIGHTS]
        window.resizeDocks([self.all["Timeline"]], [TIMELINE_HEIGHT], Qt.Orientation.Vertical)
        window.resizeDocks(stacked, list(HEIGHTS.values()), Qt.Orientation.Vertical)

    def _put(self, place: Place, part: QWidget) -> None:
        dock = QDockWidget(QCoreApplication.translate("Docks", place.name))
        dock.setObjectName(place.name)
        part.setMinimumWidth(place.width)
        dock.setWidget(part)
        dock.visibilityChanged.connect(self.settling.start)
        dock.dockLocationChanged.connect(self.settling.start)
        dock.topLevelChanged.connect(self.settling.start)
        self.window.addDockWidget(place.area, dock)
        if place.beside:
            self.window.tabifyDockWidget(self.all[place.beside], dock)
        dock.show()  # a window that is seen already would show it later by itself
        self.all[place.name] = dock

    def _show_titles(self) -> None:
        """A tab says the name already, and a window has a title bar of its own."""
        for place in PLACES:
            dock = self.all[place.name]
            tabbed = place.has_bar or bool(self.window.tabifiedDockWidgets(dock))
            kind = "window" if dock.isFloating() else "tab" if tabbed else "alone"
            if dock.property("titled") != kind:
                dock.setProperty("titled", kind)
                _set_title(dock, kind)
        self._hide_forgotten_bars()

    def _hide_forgotten_bars(self) -> None:
        """Qt makes new bars for tabs when a layout is restored, and leaves the old ones standing
        over other docks. Of bars that say the same, the one on top of its dock is in use."""
        tops = {dock.geometry().top() for dock in self.all.values() if dock.isVisible()}
        same: defaultdict[tuple[str, ...], list[QTabBar]] = defaultdict(list)
        only_here = Qt.FindChildOption.FindDirectChildrenOnly
        for bar in self.window.findChildren(QTabBar, options=only_here):
            same[tuple(bar.tabText(row) for row in range(bar.count()))].append(bar)
        for bars in same.values():
            in_use = [bar for bar in bars if bar.geometry().bottom() + 1 in tops]
            for bar in bars:
                bar.setVisible(bar in in_use or not in_use)

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
            self.open = [dock for dock in self.all.values() if not dock.isHidden()]
        for dock in self.open:
            dock.setVisible(is_open)

    def add_switches(self, menu: QMenu) -> None:
        menu.addSeparator()
        for dock in self.all.values():
            menu.addAction(dock.toggleViewAction())


def _set_title(dock: QDockWidget, kind: str) -> None:
    """Nothing, a label that looks like a tab, or what the desktop draws."""
    before = dock.titleBarWidget()
    title = (
        None if kind == "window" else QLabel(dock.windowTitle()) if kind == "alone" else QWidget()
    )
    if title:
        title.setObjectName("tab" if kind == "alone" else "")
    dock.setTitleBarWidget(title)  # type: ignore[arg-type]  # None means the desktop's
    if before:
        before.deleteLater()
