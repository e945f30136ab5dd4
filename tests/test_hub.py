"""Models are fetched from a hub only when asked, and told apart from folders."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from storyboard.engine.engine import Engine
from storyboard.engine.hub import fetch, on_this_machine, wanted
from storyboard.engine.request import EngineError

COMMIT = "c0ffee" * 6 + "abcd"


class Hub(BaseHTTPRequestHandler):
    """A hub with one model, that of a folder."""

    def __init__(self, folder: Path, *given: object) -> None:
        self.folder = folder
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/api/models/tiny/painter":
            files = [one for one in self.folder.rglob("*") if one.is_file()]
            told = [{"rfilename": one.relative_to(self.folder).as_posix(),
                     "size": one.stat().st_size} for one in files]  # fmt: skip
            self.answer(
                json.dumps({"id": "tiny/painter", "sha": COMMIT, "siblings": told}).encode()
            )
        else:
            self.file(path, body=True)

    def do_HEAD(self) -> None:
        self.file(self.path, body=False)

    def file(self, path: str, body: bool) -> None:
        _, owner, _, _, _, *parts = path.split("/") if path.count("/") > 4 else [""] * 6
        file = self.folder.joinpath(*parts)
        if owner != "tiny" or not file.is_file():
            self.send_response(404)
            self.send_header("X-Error-Code", "RepoNotFound")
            self.end_headers()
            return
        self.answer(file.read_bytes(), body)

    def answer(self, content: bytes, body: bool = True) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("ETag", f'"{hashlib.sha256(content).hexdigest()}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, *told: object) -> None:
        """Nothing: the tests' output is for failures."""


@pytest.fixture
def hub(tiny_model: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Hub, tiny_model)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def storyboard(words: str, home: Path, endpoint: str, offline: str = "0") -> tuple[int, str]:
    """The command's exit status, and all it says."""
    surroundings = os.environ | {
        "HF_HOME": str(home),
        "HF_ENDPOINT": endpoint,
        "HF_HUB_OFFLINE": offline,
        "NO_PROXY": "127.0.0.1",
        "COLUMNS": "400",
    }
    done = subprocess.run([sys.executable, "-m", "storyboard", *words.split()],
                          capture_output=True, text=True, env=surroundings)  # fmt: skip
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def test_a_model_is_fetched_by_name_and_then_drawn_with_offline(
    hub: str, tmp_path: Path, project
) -> None:
    drawing = f"generate {project.folder} --steps 1 --model tiny/painter"
    project.close()
    status, said = storyboard(drawing, tmp_path, hub)
    assert status == 1
    assert "storyboard fetch tiny/painter" in said
    status, said = storyboard("fetch tiny/painter", tmp_path, hub)
    assert status == 0, said
    assert str(tmp_path) in said
    status, said = storyboard(drawing, tmp_path, "http://127.0.0.1:1", offline="1")
    assert status == 0, said
    assert "Drew 4 panels" in said


def test_what_cannot_be_fetched_is_said_in_a_sentence(hub: str, tmp_path: Path) -> None:
    for words, endpoint, offline, wanted_words in (
        ("fetch tiny/nothing", hub, "0", "The hub has no model"),
        ("fetch tiny/painter", "http://127.0.0.1:1", "0", "cannot be reached"),
        ("fetch tiny/painter", hub, "1", "cannot be reached"),
    ):
        status, said = storyboard(words, tmp_path, endpoint, offline)
        assert status == 1
        assert wanted_words in said
        assert "Traceback" not in said


def test_a_name_is_written_as_owner_and_model() -> None:
    with pytest.raises(EngineError, match="owner/model"):
        fetch("no name", lambda progress: None)


def test_folders_and_files_are_no_names(tiny_model: Path) -> None:
    assert on_this_machine(tiny_model) == tiny_model
    assert on_this_machine(Path("a/b.safetensors")) == Path("a/b.safetensors")
    assert on_this_machine(Path("one/two/three")) == Path("one/two/three")
    with pytest.raises(EngineError, match="storyboard fetch nobody/nothing"):
        Engine(Path("nobody/nothing"), "cpu")


def test_only_what_is_loaded_is_fetched_and_the_index_last() -> None:
    files = [
        "model_index.json", "README.md", "v1.safetensors", "v1.ckpt",
        "unet/config.json", "unet/diffusion_pytorch_model.safetensors",
        "unet/diffusion_pytorch_model.fp16.safetensors", "unet/diffusion_pytorch_model.bin",
        "unet/diffusion_pytorch_model.non_ema.safetensors",
        "vae/config.json", "vae/diffusion_pytorch_model.fp16.safetensors",
        "safety_checker/model.safetensors", "tokenizer/merges.txt",
    ]  # fmt: skip
    assert wanted(files) == [
        "tokenizer/merges.txt", "unet/config.json", "unet/diffusion_pytorch_model.safetensors",
        "vae/config.json", "vae/diffusion_pytorch_model.fp16.safetensors", "model_index.json",
    ]  # fmt: skip
