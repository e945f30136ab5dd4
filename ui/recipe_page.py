"""The inspector's page that says how the chosen picture was made."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from storyboard.board import TakeId
from storyboard.engine.request import USUAL
from storyboard.take import Take
from ui.anchor_row import AnchorRow, anchors_in
from ui.fields import column_in, dim, named

Facts = list[tuple[str, str]]


class RecipePage(QScrollArea):
    """Shows the recipe of a take in words, with the pictures it was kept true to, and copies all
    of it as JSON. Wishes the take made again, and says how that came out."""

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.recipe, self.take_id = "", ""
        self.picture_of: Callable[[str], QPixmap | None] = lambda sha256: None
        self.compared: dict[TakeId, tuple[bool, str]] = {}
        _, column = column_in(self)
        self.empty = dim(self.tr("Select one panel that has been drawn to see how."))
        self.empty.setWordWrap(True)
        self.grid_of_facts = QWidget()
        self.grid = QGridLayout(self.grid_of_facts)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(12)
        self.anchors = AnchorRow()
        self.kept_true = named(self.tr("Kept true to"), self.anchors)
        column.addWidget(self.empty)
        column.addWidget(self.kept_true)
        column.addWidget(self.grid_of_facts)
        column.addWidget(self._build_foot())
        column.addStretch()
        self.show_take(None, {})

    def _build_foot(self) -> QWidget:
        self.again = QPushButton(self.tr("Make again"))
        self.again.setToolTip(self.tr("Draws this take from its recipe and compares the two"))
        self.again.clicked.connect(self.again_wanted)
        self.copy = QPushButton(self.tr("Copy the recipe"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.recipe))
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.foot = QWidget()
        rows, buttons = QVBoxLayout(self.foot), QHBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        for button in (self.again, self.copy):
            button.setObjectName("small")
            buttons.addWidget(button)
        buttons.addStretch()
        rows.addLayout(buttons)
        rows.addWidget(self.outcome)
        return self.foot

    def show_pictures(self, picture_of: Callable[[str], QPixmap | None]) -> None:
        """Where the pictures of anchors come from, by their hash."""
        self.picture_of = picture_of

    def let_edit(self, editable: bool) -> None:
        self.again.setVisible(editable)

    def show_take(self, take: Take | None, names: Mapping[str, str]) -> None:
        """`names` are those of the panels and of the characters, by id."""
        for part in (self.grid_of_facts, self.foot):
            part.setVisible(take is not None)
        self.empty.setVisible(take is None)
        self.recipe, self.take_id = (take.recipe, take.id) if take else ("", "")
        told = _read(self.recipe)
        self.again.setEnabled(bool(told.get("panels")))
        anchors = anchors_in(told)
        shown = [(one, self.picture_of(one.sha256)) for one in anchors]
        self.anchors.show_anchors(shown, names)
        self.kept_true.setVisible(bool(anchors))
        self._show_facts(self.facts(take, names) if take else [])
        self._show_outcome()

    def show_comparison(self, take: TakeId, same: bool, text: str) -> bool:
        """How a take came out that was made again; whether it is seen here."""
        self.compared[take] = same, text
        self._show_outcome()
        return take == self.take_id and self.isVisible()

    def _show_outcome(self) -> None:
        same, text = self.compared.get(self.take_id, (False, ""))
        self.outcome.setObjectName("done" if same else "warning")
        self.outcome.style().unpolish(self.outcome)
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))

    def _show_facts(self, facts: Facts) -> None:
        self._clear()
        for row, (name, text) in enumerate(facts):
            told = QLabel(text)
            told.setWordWrap(True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.grid.addWidget(dim(name), row, 0, Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(told, row, 1)

    def _clear(self) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def facts(self, take: Take, names: Mapping[str, str]) -> Facts:
        """What a recipe says, as names and words."""
        told = _read(take.recipe)
        made = [(self.tr("Made"), _moment(take.created))]
        if "imported" in told:
            return [(self.tr("Picture"), str(told["imported"])), *made]
        return [*self._drawn(told, take, names), *made] if told.get("panels") else made

    def _drawn(self, told: Mapping[str, Any], take: Take, names: Mapping[str, str]) -> Facts:
        drawn: list[dict[str, Any]] = told["panels"]
        own = next((one for one in drawn if one.get("panel") == take.panel), {})
        by = told.get("provenance", {})
        consistency = told.get("consistency", {})
        loras = [f"{one.get('name')} × {one.get('weight'):g}" for one in told.get("loras", [])]
        facts: Facts = [
            (self.tr("Model"), told.get("model", "")),
            (self.tr("Read"), own.get("prompt", "")),
            (self.tr("Not in it"), own.get("negative", "")),
            (self.tr("Seed"), str(own.get("seed", ""))),
            (self.tr("Steps"), str(told.get("steps", ""))),
            (self.tr("Guidance"), f"{told.get('guidance', '')}"),
            (self.tr("Sampler"), by.get("sampler", "")),
            (self.tr("Size"), f"{told.get('width', '')} × {told.get('height', '')}"),
            (self.tr("Consistency"), _as_set(consistency.get("strength"))),
            (self.tr("Begun with"), self._start(own)),
            (self.tr("Drawn with"), self._others(told, take, names)),
            (self.tr("LoRA"), ", ".join(loras)),
            (self.tr("Device"), f"{by.get('device', '')} {by.get('precision', '')}".strip()),
            (self.tr("To fit"), self._thrift(by.get("thrift", []))),
        ]
        return [(name, text) for name, text in facts if text]

    def _start(self, own: Mapping[str, Any]) -> str:
        start = own.get("start")
        if not start:
            return ""
        return self.tr("a picture, {:.0%} of it drawn anew").format(start.get("strength", 0))

    def _thrift(self, taken: Sequence[str]) -> str:
        """What was done so that the memory was enough."""
        words = {
            "one by one": self.tr("decoded one by one"),
            "half by half": self.tr("each step in two halves"),
            "part by part": self.tr("the model moved part by part"),
            "in tiles": self.tr("decoded in tiles"),
        }
        return ", ".join(words[one] for one in taken if one in words)

    def _others(self, told: Mapping[str, Any], take: Take, names: Mapping[str, str]) -> str:
        others = [one.get("panel") for one in told["panels"] if one.get("panel") != take.panel]
        return ", ".join(filter(None, (names.get(one, "") for one in others)))


def _read(recipe: str) -> dict[str, Any]:
    """Empty where there is nothing that can be read."""
    try:
        told = json.loads(recipe)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _moment(created: str) -> str:
    """A stored time in the artist's own time zone."""
    try:
        return f"{datetime.fromisoformat(created).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return created


def _as_set(strength: object) -> str:
    """As the slider for it shows it, where 1 is what is usual."""
    return f"{strength / USUAL.strength:.2f}" if isinstance(strength, int | float) else ""
