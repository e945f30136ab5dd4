"""Transitions that have been made are kept by the name of all that made them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyboard.motion.request import MotionError, TransitionRequest
from storyboard.whole_file import whole_file

FOLDER = "transitions"


class KeptClips:
    """The transitions of one project; what is missing or damaged is simply made again.

    A changed panel has another name, so only the transitions on both sides of it are made again.
    """

    def __init__(self, project: Path) -> None:
        self.folder = project / FOLDER

    def path(self, request: TransitionRequest) -> Path:
        return self.folder / request.key[:2] / f"{request.key}.npz"

    def has(self, request: TransitionRequest) -> bool:
        return self.path(request).is_file()

    def read(self, request: TransitionRequest) -> NDArray[np.uint8] | None:
        """(n + 2, height, width, 3), both panels included; None where there is no whole clip."""
        try:
            with self.path(request).open("rb") as file, np.load(file) as parts:
                frames: NDArray[np.uint8] = parts["frames"]
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None
        whole = frames.ndim == 4 and len(frames) == request.frames + 2
        return frames if whole and frames.dtype == np.uint8 else None

    def keep(self, request: TransitionRequest, frames: NDArray[np.uint8]) -> None:
        """Raises MotionError where it cannot be written."""
        path = self.path(request)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(path) as part, part.open("wb") as file:
                np.savez_compressed(file, frames=frames)
        except OSError as error:
            reason = error.strerror or str(error)
            raise MotionError(
                "The transition cannot be kept in “{folder}” ({reason}).",
                "Check that the project's folder may be written and has room.",
                folder=self.folder,
                reason=reason,
            ) from error
