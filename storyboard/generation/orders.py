"""What a job of the queue is to do, written into the project, and the request it becomes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from storyboard.board import CharacterId, PanelId, TakeId, new_id
from storyboard.edits import new_seed
from storyboard.engine.request import USUAL, GenerationRequest, Lora
from storyboard.generation.again import request_again
from storyboard.generation.plan import Settings, portrait_request, request_for, split_locked
from storyboard.generation.transitions import transition_request, transition_settings
from storyboard.job import Job
from storyboard.motion.kept import KeptClips
from storyboard.motion.rendering import Rendering
from storyboard.project import Project, ProjectError

Kind = Literal["panels", "portrait", "again", "transition"]


@dataclass(frozen=True, slots=True)
class Order:
    """What is done with the panels of a job.

    kind   panels are drawn; one character's portrait is; a take is made again and compared; or
           the transition between two panels is rendered
    seeds  of panels that should not be drawn from their own
    take   the one to make again
    """

    kind: Kind = "panels"
    settings: Settings = field(default_factory=Settings)
    seeds: tuple[tuple[PanelId, int], ...] = ()
    take: TakeId = ""


def draw(panels: Sequence[PanelId], settings: Settings, *, new_seeds: bool = False) -> Job:
    """Panels to be drawn together as they are when their turn comes."""
    return _job(panels, Order("panels", settings, _seeds(panels) if new_seeds else ()))


def draw_portrait(character: CharacterId, settings: Settings) -> Job:
    return _job((character,), Order("portrait", settings, _seeds((character,))))


def _seeds(ids: Sequence[PanelId]) -> tuple[tuple[PanelId, int], ...]:
    return tuple((one, new_seed()) for one in ids)


def make_again(panel: PanelId, take: TakeId, settings: Settings) -> Job:
    return _job((panel,), Order("again", settings, take=take))


def render(start: PanelId, end: PanelId, settings: Settings) -> Job:
    """The transition between two panels, as they are when its turn comes."""
    return _job((start, end), Order("transition", settings))


def takes_of(
    groups: Sequence[Sequence[PanelId]], count: int, settings: Settings, drawn: set[PanelId]
) -> list[Job]:
    """`count` takes of each group, a job each; all but the first have seeds nobody chose.

    Of panels that are `drawn`, one more take from the same seed would be the same picture, so
    that several takes of them all have new seeds.
    """
    jobs: list[Job] = []
    for number in range(count):
        for group in groups:
            again = number > 0 or (count > 1 and drawn.issuperset(group))
            jobs.append(draw(group, settings, new_seeds=again))
    return jobs


def _job(panels: Sequence[PanelId], order: Order) -> Job:
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return Job(new_id(), tuple(panels), written(order), created=created)


def written(order: Order) -> str:
    """The order as JSON."""
    told = asdict(order)
    told["settings"]["model"] = str(order.settings.model)
    told["settings"]["loras"] = [[str(one.file), one.weight] for one in order.settings.loras]
    return json.dumps(told, ensure_ascii=False)


def order_of(job: Job) -> Order:
    """What a job says it is to do; what it does not say is as usual.

    Raises ProjectError for a job that this version cannot read.
    """
    try:
        return _order(json.loads(job.settings))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ProjectError(
            "This job was left by another version of the program and cannot be read.",
            "Cancel it, and generate its panels again.",
        ) from error


@lru_cache(maxsize=4096)
def kind_of(job: Job) -> Kind:
    """What a job is to do, as far as this version can read it."""
    try:
        return order_of(job).kind
    except ProjectError:
        return Order().kind


def renders(job: Job) -> bool:
    """Whether a transition comes of a job, and no picture."""
    return kind_of(job) == "transition"


def _order(told: dict[str, Any]) -> Order:
    settings = dict(told.pop("settings", {}))
    if "model" in settings:
        settings["model"] = Path(settings["model"])
    settings["loras"] = tuple(
        Lora(Path(file), weight) for file, weight in settings.get("loras", ())
    )
    settings["consistency"] = replace(USUAL, **settings.get("consistency", {}))
    seeds = tuple((panel, seed) for panel, seed in told.pop("seeds", ()))
    return Order(**told, seeds=seeds, settings=Settings(**settings))


def request_of(project: Project, job: Job) -> GenerationRequest | Rendering | None:
    """The request of a job whose turn has come; None where nothing is left to draw.

    Panels that are gone or locked by now are left out, and panels are read as they are now.
    """
    order = order_of(job)
    if order.kind == "transition":
        return _rendering(project, job, order)
    if order.kind == "again":
        return request_again(project, order.take, order.settings)
    if order.kind == "portrait":
        return _portrait(project, job.panels[0], order)
    free, _ = split_locked(project.board, job.panels)
    if not free:
        return None
    request = request_for(project, free, order.settings)
    seeds = dict(order.seeds)
    panels = (replace(one, seed=seeds.get(one.panel, one.seed)) for one in request.panels)
    return replace(request, panels=tuple(panels))


def _rendering(project: Project, job: Job, order: Order) -> Rendering | None:
    """None where the two panels no longer follow each other, or nothing is predicted there."""
    start, end = job.panels
    ids = [panel.id for panel in project.board.panels]
    if (start, end) not in pairwise(ids):
        return None
    settings = transition_settings(order.settings.model)
    request = transition_request(project, ids.index(start), settings)
    return Rendering(request, KeptClips(project.folder)) if request else None


def _portrait(project: Project, character: CharacterId, order: Order) -> GenerationRequest | None:
    if all(one.id != character for one in project.board.characters):
        return None
    return portrait_request(project, character, order.settings, dict(order.seeds)[character])
