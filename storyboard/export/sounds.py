"""What is heard of a project: the sound under its film and those of its panels."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from storyboard.board import Audio, Board
from storyboard.project import Project
from storyboard.timeline.samples import Sound
from storyboard.timeline.track import track_of
from storyboard.told import Sentence


def placed(board: Board) -> list[Audio]:
    """Every sound, with the frame of the film at which it begins."""
    under = [board.audio] if board.audio else []
    return under + [
        replace(clip.panel.audio, start=clip.start + clip.panel.audio.start)
        for clip in track_of(board).clips
        if clip.panel.audio
    ]


def sounds_of(project: Project, without: Collection[str] = ()) -> list[Sound]:
    """Those whose files are there, but for those of the hashes in `without`."""
    wanted = [one for one in placed(project.board) if one.sha256 not in without]
    files = [(project.sound_file(one), one.start) for one in wanted]
    return [Sound(file, start) for file, start in files if file]


def silenced(project: Project) -> Sentence | None:
    """A warning where something is not heard because its file is missing."""
    gone = {one.name: None for one in placed(project.board) if not project.sound_file(one)}
    if not gone:
        return None
    return Sentence(
        "The sound file “{name}” is missing from the project, so it is not heard.",
        "Add the file again in the timeline.",
        name="”, “".join(gone),
    )


def broken(project: Project) -> Audio | None:
    """The first sound that is there and cannot be played."""
    from storyboard.timeline.sound import SoundError, check_sound  # with all of PyAV

    for one in placed(project.board):
        file = project.sound_file(one)
        try:
            if file:
                check_sound(file)
        except SoundError:
            return one
    return None
