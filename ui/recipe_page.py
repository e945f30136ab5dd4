"""The inspector's page that says how the chosen picture was made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from storyboard.take import Take
from ui.fields import dim

Facts = list[tuple[str, str]]


class RecipePage(QScrollArea):
    """Shows the recipe of a take in words, and copies all of it as JSON."""

    def __init__(self) -> None:
        super().__init__()
        self.recipe = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(10)
        self.empty = dim(self.tr("Select one panel that has been drawn to see how."))
        self.empty.setWordWrap(True)
        self.grid_of_facts = QWidget()
        self.grid = QGridLayout(self.grid_of_facts)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(12)
        self.copy = QPushButton(self.tr("Copy the recipe"))
        self.copy.setObjectName("small")
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.recipe))
        column.addWidget(self.empty)
        column.addWidget(self.grid_of_facts)
        column.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.setWidget(content)
        self.show_take(None, {})

    def show_take(self, take: Take | None, names: Mapping[str, str]) -> None:
        """`names` are those of the panels, by id."""
        self.empty.setVisible(take is None)
        self.grid_of_facts.setVisible(take is not None)
        self.copy.setVisible(take is not None)
        self.recipe = take.recipe if take else ""
        self._clear()
        for row, (name, text) in enumerate(self.facts(take, names) if take else []):
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
        try:
            told = json.loads(take.recipe)
        except ValueError:
            told = {}
        told = told if isinstance(told, dict) else {}
        made = [(self.tr("Made"), _moment(take.created))]
        if "imported" in told:
            return [(self.tr("Picture"), str(told["imported"])), *made]
        return [*self._drawn(told, take, names), *made] if told.get("panels") else made

    def _drawn(self, told: Mapping[str, Any], take: Take, names: Mapping[str, str]) -> Facts:
        drawn: list[dict[str, Any]] = told["panels"]
        own = next((one for one in drawn if one.get("panel") == take.panel), {})
        by = told.get("provenance", {})
        consistency = told.get("consistency", {})
        anchors = [names.get(one.get("panel"), "") for one in told.get("anchors", [])]
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
            (self.tr("Consistency"), f"{consistency.get('strength', '')}"),
            (self.tr("Begun with"), self._start(own)),
            (self.tr("Drawn with"), self._others(told, take, names)),
            (self.tr("Anchors"), ", ".join(filter(None, anchors))),
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


def _moment(created: str) -> str:
    """A stored time in the artist's own time zone."""
    try:
        return f"{datetime.fromisoformat(created).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return created
