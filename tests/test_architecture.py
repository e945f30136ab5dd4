"""The rules of the tree, so that it stays as easy to find one's way in as on the first day."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "storyboard").rglob("*.py"))
VAGUE = {
    "manager", "helper", "helpers", "util", "utils", "handler", "service", "base", "abstract",
    "common", "misc", "core", "data", "info",
}  # fmt: skip


def modules_loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_no_code_lies_beside_the_packages() -> None:
    assert not list(ROOT.glob("*.py"))


def test_storyboard_never_imports_the_window() -> None:
    for path in SOURCES:
        for name in imports_of(path):
            assert name.partition(".")[0] != "ui", path
            assert "QtWidgets" not in name, path


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    loaded = modules_loaded_by("import storyboard.cli")
    assert not loaded & {"torch", "diffusers", "transformers", "accelerate", "av", "PySide6"}


def test_planning_a_generation_needs_no_torch() -> None:
    assert "torch" not in modules_loaded_by("import storyboard.generation")


def test_a_project_opens_without_qt_and_torch() -> None:
    assert not modules_loaded_by("import storyboard.project") & {"torch", "PySide6", "av"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_says_in_one_sentence_what_it_is_for(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    sentence = told.split("\n\n")[0]
    assert sentence.endswith((".", ":"))
    assert len(sentence) <= 160


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = [path.name for path in SOURCES if len(path.read_text("utf-8").splitlines()) > 300]
    assert long == []


def test_no_name_is_vague() -> None:
    for path in SOURCES:
        for word in (path.stem, *path.parent.relative_to(ROOT).parts):
            assert not set(word.split("_")) & VAGUE, path
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                assert not any(node.name.lower().endswith(word) for word in VAGUE), node.name


def test_nothing_is_drawn_from_the_network() -> None:
    for path in SOURCES:
        assert not set(imports_of(path)) & {"requests", "urllib.request", "httpx", "socket"}, path
