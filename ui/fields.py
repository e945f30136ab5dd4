"""The fields of docks: words, numbers, choices and sliders that say when the artist changed them,
and show when the things they stand for differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)


class Mixed:
    """Stands for values that differ."""


MIXED = Mixed()


def shared(values: Iterable[Any]) -> Any:
    """The one value that all of them are, MIXED where they differ, None where there are none."""
    listed = list(values)
    if not listed:
        return None
    return listed[0] if all(value == listed[0] for value in listed) else MIXED


def told_mixed() -> str:
    return QCoreApplication.translate("Fields", "mixed")


class TextBox(QPlainTextEdit):
    """A few lines of text that are finished when the focus leaves, or with Ctrl+Enter."""

    finished = Signal(str)

    def __init__(self, name: str, lines: int, *, several: bool = False) -> None:
        """With `several`, the lines the artist breaks stay broken."""
        super().__init__()
        self.several = several
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)
        self.told = ""

    def show_text(self, text: str | Mixed) -> None:
        mixed = isinstance(text, Mixed)
        self.setPlaceholderText(told_mixed() if mixed else "")
        self.told = "" if isinstance(text, Mixed) else text
        if self.told != self.toPlainText():
            self.setPlainText(self.told)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter is a command of the window as well: the words are there before it begins."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.finish()
        return super().event(event)

    def finish(self) -> None:
        """Says what was written, if anything was."""
        if self.toPlainText() == self.told:
            return
        written = self.toPlainText()
        text = written.strip() if self.several else " ".join(written.split())
        self.told = written
        self.finished.emit(text)


class LineBox(QLineEdit):
    """One line, finished with Enter or when the focus leaves."""

    finished = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.told = ""
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str | Mixed, empty: str = "") -> None:
        """`empty` is seen where there is no text."""
        mixed = isinstance(text, Mixed)
        self.setPlaceholderText(told_mixed() if mixed else empty)
        self.told = "" if isinstance(text, Mixed) else text
        self.setText(self.told)

    def _finish(self) -> None:
        if self.text() != self.told:
            self.told = self.text()
            self.finished.emit(self.text().strip())


class Choice(QComboBox):
    """One of several values; the wheel scrolls the dock, not the choice."""

    chosen = Signal(object)

    def __init__(self, name: str, offered: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.offer(offered)
        self.activated.connect(lambda row: self.chosen.emit(self.values[row]))

    def offer(self, offered: Sequence[tuple[Any, str]]) -> None:
        self.values = [value for value, _ in offered]
        self.clear()
        self.addItems([told for _, told in offered])

    def show_choice(self, value: Any) -> None:
        mixed = isinstance(value, Mixed)
        self.setPlaceholderText(told_mixed() if mixed else "")
        self.setCurrentIndex(self.values.index(value) if value in self.values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Strength(QWidget):
    """A slider for a number with two decimals, beside its name; a drag is one change."""

    changed = Signal(float)

    def __init__(self, name: str, most: float) -> None:
        super().__init__()
        self.name, self.value = QLabel(name), QLabel()
        self.name.setObjectName("dim")
        self.slider = _QuietSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(name)
        self.slider.setRange(0, round(most * 100))
        self.slider.setPageStep(10)
        self.slider.valueChanged.connect(self._show)
        self.slider.sliderReleased.connect(self._finish)
        self.told = 0
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.slider)

    def show_number(self, number: float | Mixed) -> None:
        mixed = isinstance(number, Mixed)
        self.told = self.slider.value() if isinstance(number, Mixed) else round(number * 100)
        self.slider.blockSignals(True)
        self.slider.setValue(self.told)
        self.slider.blockSignals(False)
        self.value.setText(told_mixed() if mixed else f"{self.told / 100:.2f}")

    def _show(self, hundredths: int) -> None:
        self.value.setText(f"{hundredths / 100:.2f}")
        if not self.slider.isSliderDown():
            self._finish()

    def _finish(self) -> None:
        if self.slider.value() != self.told:
            self.told = self.slider.value()
            self.changed.emit(self.told / 100)


class _QuietSlider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def column_in(page: QScrollArea) -> tuple[QWidget, QVBoxLayout]:
    """The content of a page that scrolls up and down, and its rows."""
    page.setWidgetResizable(True)
    page.setFrameShape(QFrame.Shape.NoFrame)
    page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content = QWidget()
    rows = QVBoxLayout(content)
    rows.setContentsMargins(14, 10, 14, 14)
    rows.setSpacing(9)
    page.setWidget(content)
    return content, rows


def dim(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName("dim")
    return label


def named(name: str, part: QWidget) -> QWidget:
    """A part under its name."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = dim(name)
    label.setBuddy(part)
    column.addWidget(label)
    column.addWidget(part)
    return whole


def beside(*parts: QWidget) -> QWidget:
    """Parts of equal width side by side."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(part, 1)
    return whole


def closely(wide: QWidget, *small: QWidget) -> QWidget:
    """A part as wide as there is room, with small ones behind it."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(wide, 1)
    for part in small:
        row.addWidget(part)
    return whole
