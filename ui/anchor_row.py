"""The pictures that a take was kept true to, each with the name of its panel or character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from storyboard.generation.plan import LIKENESS
from ui.cast_field import Flow

PICTURE = QSize(72, 42)


@dataclass(frozen=True, slots=True)
class ShownAnchor:
    """A picture as a recipe names it; `of` is the panel or, for a likeness, the character."""

    of: str
    is_likeness: bool
    sha256: str


def anchors_in(recipe: Mapping[str, Any]) -> list[ShownAnchor]:
    """Those a recipe names, in its order."""
    found = []
    for one in recipe.get("anchors", []):
        panel, cast = str(one.get("panel", "")), one.get("cast") or [""]
        is_likeness = panel.startswith(LIKENESS)
        found.append(ShownAnchor(cast[0] if is_likeness else panel, is_likeness, one["sha256"]))
    return found


class AnchorRow(QWidget):
    """Shows anchors as small pictures; a click wishes the panel or the character."""

    panel_chosen = Signal(str)
    character_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.flow = Flow(self)
        self.buttons: list[QToolButton] = []

    def show_anchors(
        self, anchors: Sequence[tuple[ShownAnchor, QPixmap | None]], names: Mapping[str, str]
    ) -> None:
        """`names` of panels and characters by id; what is gone has none and cannot be chosen."""
        while (item := self.flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons = [self._button(one, picture, names) for one, picture in anchors]
        for button in self.buttons:
            self.flow.addWidget(button)
        self.updateGeometry()

    def _button(
        self, anchor: ShownAnchor, picture: QPixmap | None, names: Mapping[str, str]
    ) -> QToolButton:
        name = names.get(anchor.of)
        button = QToolButton()
        button.setObjectName("anchor")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIcon(_icon(picture))
        button.setIconSize(PICTURE)
        button.setText(name or self.tr("gone"))
        told = self.tr("Kept true to {}: click to go there")
        button.setToolTip(told.format(name) if name else self.tr("It is no longer in the story"))
        button.setAccessibleName(button.toolTip())
        button.setEnabled(name is not None)
        wish = self.character_chosen if anchor.is_likeness else self.panel_chosen
        button.clicked.connect(partial(wish.emit, anchor.of))
        return button


def _icon(picture: QPixmap | None) -> QIcon:
    """The whole picture, in its own colours even where it cannot be chosen."""
    if picture is None or picture.isNull():
        picture = QPixmap(PICTURE)
        picture.fill(Qt.GlobalColor.transparent)
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Disabled)
    return icon
