"""Gathers every word that the window shows, from the sources, in the contexts Qt looks it up in."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

OF_THE_WINDOW = {"self.window", "window"}  # objects whose tr() is the window's
UNSEEN = {"cli", "training", "evaluation"}  # parts of the core that no window shows anything of
NAMED_ALREADY = {"edit_name"}  # is given what another function was given
OF_A_FILE = {"back_up", "backup_path"}  # whose label names a restore point
SENTENCES = {"Told", "Sentence", "_wrong"}

Words = dict[str, dict[str, bool]]  # by context: the words, and whether they count something
Word = tuple[str, str, bool]


def gathered() -> Words:
    """Raises SyntaxError for words that are not constant, which no translator could find."""
    window = [Source(path) for path in sorted((ROOT / "ui").glob("*.py"))]
    core = [
        Source(path)
        for path in sorted((ROOT / "storyboard").rglob("*.py"))
        if not UNSEEN.intersection(path.parts)
    ]
    sources = [*window, *core]
    kinds = SENTENCES.union(*(source.kinds_of_told() for source in sources))
    labelling = set().union(*(source.labelling() for source in sources))
    found: Words = {}
    for context, text, counted in (
        *tables(),
        *(word for source in window for word in source.translated()),
        *(word for source in sources for word in source.sentences(kinds)),
        *(word for source in sources for word in source.edits(labelling)),
    ):
        found.setdefault(context, {})[text] = counted
    return found


def tables() -> Iterator[Word]:
    """Words that stand in tables: commands, docks, buttons, moves, a model's own headings."""
    from storyboard.engine.vocabulary import FILE
    from storyboard.resources import starter_model
    from storyboard.script.story import IN_LINE
    from storyboard.timeline.camera import MOVES
    from ui.actions import COMMANDS
    from ui.docks import PLACES
    from ui.timeline_dock import BUTTONS
    from ui.timeline_wishes import KINDS

    headings = json.loads((starter_model() / FILE).read_text("utf-8"))["groups"]
    for context, words in (
        ("Command", [one.menu for one in COMMANDS]),
        ("Command", [one.name for one in COMMANDS]),
        ("Core", [IN_LINE, *headings]),
        ("Docks", [place.name for place in PLACES]),
        ("MainWindow", [name for _, name in KINDS]),
        ("MainWindow", [move.capitalize() for move in MOVES]),
        ("TimelineDock", [words for _, words, _ in BUTTONS]),
    ):
        yield from ((context, one, False) for one in words)


class Source:
    """One file, read as Python reads it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = ast.parse(path.read_text("utf-8"))
        self.constants = {
            target.id: node.value
            for node in self.tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }

    def kinds_of_told(self) -> set[str]:
        """Errors that say what is wrong in words of their own."""
        classes = [node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)]
        return {node.name for node in classes if node.name.endswith(("Error", "InUse"))}

    def labelling(self) -> set[str]:
        """Functions that are given the name of an edit first."""
        return {
            node.name
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef)
            and any(one.arg == "label" for one in node.args.args[:2])
            and node.name not in NAMED_ALREADY | OF_A_FILE
        }

    def translated(self) -> Iterator[Word]:
        """What is given to tr() and translate()."""
        for owner, call in self._calls(self.tree, ""):
            name, arguments = _name(call), list(call.args)
            if name == "translate" and len(arguments) > 1:
                context, arguments = "".join(self._texts(arguments[0])), arguments[1:]
            elif name in ("tr", "_tr"):
                context = self._context(call, owner)
            else:
                continue
            counted = len(arguments) > 2 or (isinstance(call.func, ast.Name) and len(arguments) > 1)
            yield from ((context, text, counted) for text in self._texts(arguments[0]))

    def sentences(self, kinds: set[str]) -> Iterator[Word]:
        for _, call in self._calls(self.tree, ""):
            if _name(call) in kinds:
                for argument in call.args:
                    yield from (("Core", text, False) for text in self._texts(argument))

    def edits(self, labelling: set[str]) -> Iterator[Word]:
        """Names of edits, where one is given or becomes what `label` stands for.

        Raises SyntaxError for a name that is made up on the way: the history would show it in
        English.
        """
        yield from (("Edit", text, False) for text in self._labels(self.tree, labelling, False))

    def _labels(self, node: ast.AST, labelling: set[str], passed: bool) -> Iterator[str]:
        """`passed` says that `label` is an argument here, or has been gathered."""
        if isinstance(node, ast.FunctionDef):
            given = any(one.arg == "label" for one in node.args.args)
            texts = [text for value in _assigned(node) for text in self._texts(value)]
            passed = passed or given or bool(texts)
            yield from texts
        elif isinstance(node, ast.Call) and _name(node) in labelling:
            for label in _labels_of(node):
                yield from self._names(label, passed)
        for child in ast.iter_child_nodes(node):
            yield from self._labels(child, labelling, passed)

    def _names(self, label: ast.expr, passed: bool) -> Iterator[str]:
        texts = list(self._texts(label))
        if not (texts or _is_kept(label) or (passed and ast.unparse(label) == "label")):
            raise SyntaxError(f"{self.path}:{label.lineno}: names of edits must be constant")
        yield from texts

    def _calls(self, node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
        """Every call, with the class it stands in."""
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                yield owner, child
            yield from self._calls(child, child.name if isinstance(child, ast.ClassDef) else owner)

    def _context(self, call: ast.Call, owner: str) -> str:
        """Of the class, of the window, or of the file's own tr()."""
        if isinstance(call.func, ast.Attribute):
            of = ast.unparse(call.func.value)
            return "MainWindow" if of in OF_THE_WINDOW else owner
        functions = [node for node in self.tree.body if isinstance(node, ast.FunctionDef)]
        own = next(node for node in functions if node.name == _name(call))
        translate = next(one for _, one in self._calls(own, "") if _name(one) == "translate")
        return "".join(self._texts(translate.args[0]))

    def _texts(self, node: ast.expr) -> Iterator[str]:
        """The constant texts an expression can be: one, either of two, or any of a table."""
        if isinstance(node, ast.JoinedStr):
            raise SyntaxError(f"{self.path}:{node.lineno}: words for the artist must be constant")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            yield node.value
        elif isinstance(node, ast.IfExp):
            yield from (*self._texts(node.body), *self._texts(node.orelse))
        elif isinstance(node, ast.Name) and node.id in self.constants:
            yield from self._texts(self.constants[node.id])
        elif isinstance(node, ast.Subscript):
            yield from self._texts(node.value)
        elif isinstance(node, ast.Dict):
            for value in node.values:
                yield from self._texts(value)


def _assigned(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """What a function calls `label`, where that are words and no widget."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "label":
            yield node.value


def _labels_of(call: ast.Call) -> list[ast.expr]:
    """The label a function is given; none where another of that name is meant, as of a widget."""
    return [*(one.value for one in call.keywords if one.arg == "label"), *call.args][:1]


def _is_kept(label: ast.expr) -> bool:
    """Whether it is the label of something that was given one."""
    return isinstance(label, ast.Attribute) and label.attr == "label"


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
