"""The card of a motion folder: which parts make the transitions, and how they want to be used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from storyboard.motion.request import MotionError

FILE = "motion.json"


@dataclass(frozen=True, slots=True)
class MotionCard:
    """Parts are folders within the motion folder, other folders, or ids of a hub.

    adapter        temporal layers of the video UNet (MotionAdapter, as AnimateDiff's)
    image_encoder  a CLIP vision model, or a whole CLIP
    predictor      the trained predictor; without one, tokens are interpolated
    ip_adapter     a .safetensors file whose layers read the tokens beside the text; without one,
                   the predictor projects them into the text's own space
    ends           how the UNet is given the two panels: clean at every step, as the temporal layers
                   were taught, or noised like all frames, which every temporal layer understands
    frames         the longest clip made in one go, both panels included
    guidance       the usual weight of what is asked for
    begin          share of the noise schedule at which a clip begins, from 0 to 1: below 1, the
                   noise still lets the straight way between both panels through
    common         share of the noise that is the same in all frames, from 0 to 1
    """

    adapter: str = "adapter"
    image_encoder: str = "image_encoder"
    predictor: str | None = "predictor"
    ip_adapter: str | None = None
    ends: Literal["clean", "noised"] = "clean"
    frames: int = 16
    guidance: float = 2.0
    begin: float = 1.0
    common: float = 0.0

    def within(self, folder: Path) -> MotionCard:
        """The same with whole paths to the parts that are in the folder."""

        def place(part: str) -> str:
            return str(folder / part) if (folder / part).exists() else part

        return replace(
            self,
            adapter=place(self.adapter),
            image_encoder=place(self.image_encoder),
            predictor=place(self.predictor) if self.predictor else None,
            ip_adapter=place(self.ip_adapter) if self.ip_adapter else None,
        )

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")


def read_card(folder: Path) -> MotionCard:
    """Raises MotionError where there is no card, or one that cannot be followed."""
    path = folder / FILE
    try:
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise MotionError(
            "There are no motion weights at “{folder}”.",
            "Name a folder with a {file} in it, as storyboard train motion makes it.",
            folder=folder,
            file=FILE,
        ) from error
    except (OSError, ValueError) as error:
        raise MotionError(
            "“{path}” cannot be read ({reason}).", "Copy the folder again.", path=path, reason=error
        ) from error
    known = {field.name for field in fields(MotionCard)}
    if not isinstance(told, dict) or not known.issuperset(told) or not _sound(told):
        raise MotionError(
            "“{path}” describes no motion weights.", "Copy the folder again.", path=path
        )
    return MotionCard(**told)


def _sound(told: dict[str, Any]) -> bool:
    frames, guidance = told.get("frames", 16), told.get("guidance", 1.0)
    return (
        told.get("ends", "clean") in ("clean", "noised")
        and isinstance(frames, int)
        and frames >= 3
        and isinstance(guidance, int | float)
        and 0 < told.get("begin", 1.0) <= 1
        and 0 <= told.get("common", 0.0) <= 1
    )


def weights_name(model: Path, motion: Path) -> str:
    """Changes whenever a file of the model or of the motion weights does."""
    digest = hashlib.sha256()
    for path in (*_files(model), *_files(motion)):
        found = path.stat()
        digest.update(f"{path.name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    yield from sorted(path for path in place.rglob("*") if path.suffix in (".safetensors", ".json"))
