"""The page of the preferences where every key is looked up and changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import COMMANDS, Command
from ui.menu_bar import translated
from ui.shortcuts import changed_from_default, conflicts, keys_with


class KeyList(QTreeWidget):
    """The chosen command stays in sight when the warning takes room from the list."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class ShortcutEditor(QWidget):
    """Shows the key of every command; wishes those that differ from the program's own."""

    keys_changed = Signal(dict)

    def __init__(self, changed: dict[str, str]) -> None:
        super().__init__()
        self.keys = keys_with(changed)
        self.asked = ""  # the key that was pressed and belongs to another command
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name or key"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textEdited.connect(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._build_list(), 1)
        column.addWidget(self._build_editor())
        column.addWidget(self._build_warning())
        self._show_keys()
        self.list.setCurrentItem(next(iter(self.rows.values())))

    def _build_list(self) -> QWidget:
        self.list = KeyList()
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Key")])
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.rows = {one.does: QTreeWidgetItem([_named(one), ""]) for one in COMMANDS}
        self.list.addTopLevelItems(list(self.rows.values()))
        self.list.currentItemChanged.connect(self._show_chosen)
        return self.list

    def _build_editor(self) -> QWidget:
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("New key of the chosen command"))
        self.edit.editingFinished.connect(self._pressed)
        self.remove = QPushButton(self.tr("No key"))
        self.remove.clicked.connect(lambda: self.give(""))
        self.default = QPushButton(self.tr("Default"))
        self.default.setToolTip(self.tr("The key that the program comes with"))
        self.default.clicked.connect(lambda: self.ask(self._chosen().key))
        self.all_default = QPushButton(self.tr("All defaults"))
        self.all_default.clicked.connect(self._reset)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(self.tr("Press a key:")))
        row.addWidget(self.edit, 1)
        for button in (self.remove, self.default, self.all_default):
            row.addWidget(button)
        editor = QWidget()
        editor.setLayout(row)
        return editor

    def _build_warning(self) -> QWidget:
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setObjectName("warning")
        self.take = QPushButton(self.tr("Use it here"))
        self.take.clicked.connect(lambda: self.give(self.asked))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.take)
        self.warning = QWidget()
        self.warning.setLayout(row)
        self.warning.hide()
        return self.warning

    def _chosen(self) -> Command:
        return next(one for one in COMMANDS if self.rows[one.does] is self.list.currentItem())

    def choose(self, does: str) -> None:
        self.list.setCurrentItem(self.rows[does])

    def _show_keys(self) -> None:
        for does, row in self.rows.items():
            row.setText(1, shown(self.keys[does]))

    def _show_chosen(self) -> None:
        self.warning.hide()
        if self.list.currentItem() is not None:
            self.edit.setKeySequence(QKeySequence(self.keys[self._chosen().does]))

    def _filter(self, wanted: str) -> None:
        for row in self.rows.values():
            words = f"{row.text(0)} {row.text(1)}".lower()
            row.setHidden(not all(word in words for word in wanted.lower().split()))

    def _pressed(self) -> None:
        self.ask(self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def ask(self, key: str) -> None:
        """Gives the chosen command its key, unless another one has it: then it warns."""
        others = conflicts(self.keys, self._chosen().does, key)
        if not others:
            self.give(key)
            return
        self.asked = key
        names = ", ".join(f"“{translated(one.name)}”" for one in others)
        text = self.tr("{key} is the key of {names}. If you use it here, it is taken from there.")
        self.told.setText(text.format(key=shown(key), names=names))
        self.warning.show()

    def give(self, key: str) -> None:
        """The chosen command has the key from now on, and no other in the same place."""
        does = self._chosen().does
        for other in conflicts(self.keys, does, key):
            self.keys[other.does] = ""
        self.keys[does] = key
        self._tell()

    def _reset(self) -> None:
        self.keys = keys_with({})
        self._tell()

    def _tell(self) -> None:
        self._show_keys()
        self._show_chosen()
        self.keys_changed.emit(changed_from_default(self.keys))


def _named(command: Command) -> str:
    return f"{translated(command.menu)} ▸ {translated(command.name)}"


def shown(key: str) -> str:
    """A key as this desktop writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
