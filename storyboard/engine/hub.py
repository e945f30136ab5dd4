"""Models by their name on the Hugging Face hub: used from this machine, fetched only when asked."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from huggingface_hub import HfApi, hf_hub_download, try_to_load_from_cache
from huggingface_hub.errors import HfHubHTTPError, RepositoryNotFoundError
from huggingface_hub.utils.logging import set_verbosity
from huggingface_hub.utils.tqdm import tqdm

from storyboard.engine.checkpoint import OPTIONAL
from storyboard.engine.request import EngineError
from storyboard.progress import Progress, Report

NAME = re.compile(r"[\w.-]+/[\w.-]+")
INDEX = "model_index.json"
WANTED = {".json", ".txt", ".safetensors"}  # a pickle is never even fetched


def on_this_machine(model: Path) -> Path:
    """The folder of a model that is named as on the hub, any other path as it is.

    Raises EngineError for a name whose model has not been fetched yet; nothing is fetched here.
    """
    name = model.as_posix()
    if model.exists() or model.suffix == ".safetensors" or not NAME.fullmatch(name):
        return model
    found = try_to_load_from_cache(name, INDEX)
    if not isinstance(found, str):
        raise EngineError(
            "There is no model at “{name}”, nor has one of that name been fetched.",
            "Check the path, or get the model from the hub: storyboard fetch {name}",
            name=name,
        )
    return Path(found).parent


def fetch(name: str, report: Report) -> Path:
    """Gets a model from the hub, as far as it is not here yet; `report` counts bytes.

    Raises EngineError for a name that is not one, is unknown, or cannot be reached; what has come
    by then is kept, and the next try goes on from there.
    """
    if not NAME.fullmatch(name):
        raise EngineError(
            "“{name}” is not a name on the hub.", "Names are written as in owner/model.", name=name
        )
    set_verbosity(logging.ERROR)
    try:
        return _fetched(name, report)
    except RepositoryNotFoundError as error:
        raise EngineError(
            "The hub has no model “{name}”, or does not show it to everybody.",
            "Check its name, or ask for access on its page.",
            name=name,
        ) from error
    except HfHubHTTPError as error:
        raise EngineError(
            "The hub refused “{name}” ({status_code}).",
            "Try again later.",
            name=name,
            status_code=error.response.status_code,
        ) from error
    except Exception as error:
        if not isinstance(error, OSError) and "http" not in type(error).__module__:
            raise
        raise EngineError(
            "The hub cannot be reached ({kind}).",
            "Check the connection and HF_HUB_OFFLINE, or name a model on this machine.",
            kind=type(error).__name__,
        ) from error


def _fetched(name: str, report: Report) -> Path:
    told = HfApi().model_info(name, files_metadata=True)
    sizes = {one.rfilename: one.size or 0 for one in told.siblings or ()}
    files = wanted(sizes)
    if INDEX not in files:
        raise EngineError(
            "“{name}” is not a model in diffusers format.",
            "Choose one with a model_index.json, or download its .safetensors file yourself.",
            name=name,
        )
    bar = _counting(report, sum(sizes[file] for file in files))
    for file in files:
        path = hf_hub_download(name, file, revision=told.sha, tqdm_class=bar)
        bar.finished(sizes[file])
    hf_hub_download(name, INDEX)  # from now on this is the version that is meant by the name
    return Path(path).parent


def wanted(files: Iterable[str]) -> list[str]:
    """Of a model's files those that are loaded, the index last: where it is, all is.

    Of weights in several precisions the plain ones, or those in fp16 where there are no others.
    """
    parts = [PurePosixPath(file) for file in files]
    kept = [one for one in parts if one.suffix in WANTED and len(one.parts) == 2
            and one.parts[0] not in OPTIONAL]  # fmt: skip
    weights = [one for one in kept if one.suffix == ".safetensors"]
    plain = [one for one in weights if "." not in one.stem]
    lacking = {one.parts[0] for one in weights} - {one.parts[0] for one in plain}
    halves = [one for one in weights if one.parts[0] in lacking and one.stem.endswith(".fp16")]
    rest = [one for one in kept if one.suffix != ".safetensors"]
    index = [INDEX] if PurePosixPath(INDEX) in parts else []
    return [*sorted(map(str, (*rest, *plain, *halves))), *index]


def _counting(report: Report, total: int) -> Any:
    """A progress bar that is not drawn but reported, over all files together."""

    class Bar(tqdm):
        done = 0  # bytes of the files that are whole
        seen = 0  # bytes of the one that comes in

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **{**named, "disable": True})  # type: ignore[no-untyped-call]
            Bar.seen = int(named.get("initial", 0))

        def update(self, n: float | None = 1) -> bool | None:
            Bar.seen += int(n or 0)
            report(Progress(min(Bar.done + Bar.seen, total), max(total, 1)))
            return None

        @classmethod
        def finished(cls, size: int) -> None:
            Bar.done, Bar.seen = Bar.done + size, 0
            report(Progress(min(Bar.done, total), max(total, 1)))

    return Bar
