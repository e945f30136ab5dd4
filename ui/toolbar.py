"""The bar under the menus: which view is seen, new panels and scenes, the queue, Generate."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from ui.icons import set_icon


class Toolbar(QToolBar):
    """Shows the view and the queue; wishes another view, a panel, a scene, pictures."""

    view_wanted = Signal(str)
    panel_wanted = Signal()
    scene_wanted = Signal()
    queue_wanted = Signal()
    redo_wanted = Signal()
    generate_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addWidget(self._build_views())
        self.new = (
            self._button(self.tr("Panel"), self.tr("New panel (N)"), self.panel_wanted),
            self._button(self.tr("Scene"), self.tr("New scene"), self.scene_wanted),
        )
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(stretch)
        self.stale = QPushButton()
        self.stale.setObjectName("stale")
        self.stale.setToolTip(
            self.tr("Draws every panel again whose picture is stale, but the locked ones")
        )
        self.stale.clicked.connect(self.redo_wanted)
        self.stale_action = self.addWidget(self.stale)
        self.jobs = QPushButton()
        self.jobs.setObjectName("pill")
        self.jobs.setToolTip(self.tr("Show the queue"))
        self.jobs.clicked.connect(self.queue_wanted)
        self.jobs_action = self.addWidget(self.jobs)
        self.addWidget(self._build_generate())
        self.show_jobs("")
        self.show_stale(0)

    def _build_views(self) -> QWidget:
        frame = QFrame()
        frame.setObjectName("switch")
        row = QHBoxLayout(frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self.views: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for view, name in (
            ("board", self.tr("Board")),
            ("panel", self.tr("Panel")),
            ("pages", self.tr("Pages")),
            ("timeline", self.tr("Timeline")),
        ):
            button = QPushButton(name)
            button.setObjectName("view")
            button.setCheckable(True)
            button.clicked.connect(lambda _, view=view: self.view_wanted.emit(view))
            group.addButton(button)
            row.addWidget(button)
            self.views[view] = button
        return frame

    def _button(self, text: str, told: str, wish: object) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(told)
        button.setAccessibleName(told)
        set_icon(button, "plus")
        button.clicked.connect(wish)
        self.addWidget(button)
        return button

    def _build_generate(self) -> QWidget:
        self.generate = QToolButton()
        self.generate.setObjectName("primary")
        self.generate.setText(self.tr("Generate"))
        self.generate.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.generate.clicked.connect(self.generate_wanted)
        return self.generate

    def offer(self, actions: list[QAction]) -> None:
        """The other ways to draw, in the menu beside Generate."""
        menu = QMenu(self.generate)
        menu.addActions(actions)
        self.generate.setMenu(menu)

    def let_edit(self, editable: bool) -> None:
        for button in (*self.new, self.generate, self.stale):
            button.setEnabled(editable)

    def show_view(self, view: str) -> None:
        self.views[view].setChecked(True)

    def show_jobs(self, summary: str) -> None:
        """As in `2 jobs · 11 s left`; nothing where nothing is being drawn."""
        self.jobs_action.setVisible(bool(summary))
        self.jobs.setText(f"●  {summary}")

    def show_stale(self, count: int) -> None:
        """How many panels have a picture that is older than their words."""
        self.stale_action.setVisible(count > 0)
        self.stale.setText(self.tr("%n stale · Redo unlocked", "", count))
