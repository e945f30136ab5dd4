"""Which transitions of a film are predicted, and everything that is needed to make each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from storyboard.board import Panel
from storyboard.motion.card import FILE, weights_name
from storyboard.motion.kept import KeptClips
from storyboard.motion.request import TransitionEnd, TransitionRequest
from storyboard.project import Project
from storyboard.ratios import picture_size
from storyboard.resources import starter_model, starter_motion
from storyboard.script import evaluated_prompt
from storyboard.timeline.track import track_of, transition_after
from storyboard.told import Sentence

STEPS = 16


@dataclass(frozen=True, slots=True)
class TransitionSettings:
    """What is the same for all transitions of a film; see `transition_settings`."""

    model: Path
    motion: Path | None
    weights: str
    steps: int = STEPS
    guidance: float | None = None


def transition_settings(
    model: Path | None = None, motion: Path | None = None, steps: int = STEPS
) -> TransitionSettings:
    """By default the bundled model, and the motion weights that belong to the model, if any."""
    model = model or starter_model()
    motion = motion or motion_of(model)
    weights = weights_name(model, motion) if motion else ""
    return TransitionSettings(model, motion, weights, steps)


def motion_of(model: Path) -> Path | None:
    """The motion weights that belong to a model, if there are any."""
    place = motion_place(model)
    return place if (place / FILE).is_file() else None


def motion_place(model: Path) -> Path:
    """The folder where a model's motion weights are looked for: in its own, or, for a model in one
    file, in the folder of its name beside it; those of the bundled model are bundled too."""
    if model == starter_model():
        return starter_motion()
    return (model.with_suffix("") if model.suffix == ".safetensors" else model) / "motion"


def transition_request(
    project: Project, row: int, settings: TransitionSettings
) -> TransitionRequest | None:
    """The transition from the panel at `row` to the next; None where it is not predicted, a picture
    is missing, or the two have pictures of different ratios."""
    board = project.board
    transition = transition_after(board, row)
    if transition.kind != "predicted":
        return None
    joined = board.panels[row : row + 2]
    start, end = (_end(project, panel) for panel in joined)
    sizes = {picture_size(board, panel) for panel in joined}
    if start is None or end is None or len(sizes) > 1:
        return None
    width, height = sizes.pop()
    return TransitionRequest(
        start,
        end,
        transition.frames,
        width,
        height,
        settings.model,
        settings.motion,
        settings.weights,
        settings.steps,
        settings.guidance,
        board.panels[row].seed,
    )


def _end(project: Project, panel: Panel) -> TransitionEnd | None:
    if panel.take is None:
        return None
    take = project.take(panel.take)
    picture = project.picture(take)
    if picture is None:
        return None
    return TransitionEnd(panel.id, take.sha256, picture, evaluated_prompt(project.board, panel))


def predicted(project: Project, settings: TransitionSettings) -> dict[int, TransitionRequest]:
    """All predicted transitions of the film between panels that are drawn, by their row."""
    rows = range(max(0, len(project.board.panels) - 1))
    asked = ((row, transition_request(project, row, settings)) for row in rows)
    return {row: request for row, request in asked if request}


def missing(project: Project, settings: TransitionSettings) -> list[TransitionRequest]:
    """Those that can be made and have not been yet; none without motion weights."""
    if settings.motion is None:
        return []
    kept = KeptClips(project.folder)
    return [one for one in predicted(project, settings).values() if not kept.has(one)]


def dissolving(project: Project, settings: TransitionSettings) -> Sentence | None:
    """Says how many predicted transitions of the film are shown as dissolves, and why."""
    joints = track_of(project.board).joints
    wanted = [joint.row for joint in joints if joint.transition.kind == "predicted"]
    asked, kept = predicted(project, settings), KeptClips(project.folder)
    without: Sequence[int] = [row for row in wanted if row not in asked or not kept.has(asked[row])]
    if not without:
        return None
    return Sentence(
        "Predicted transitions shown as dissolves: {some} of {all}, because {why}.",
        some=len(without),
        all=len(wanted),
        why=_why(settings, all(row in asked for row in without)),
    )


def _why(settings: TransitionSettings, drawn: bool) -> Sentence:
    if settings.motion is None:
        name = settings.model.name
        return Sentence("there are no motion weights for the model “{name}”", name=name)
    if not drawn:
        return Sentence(
            "their panels are not drawn, a picture is missing, or two have different ratios"
        )
    return Sentence("they have not been rendered yet")
