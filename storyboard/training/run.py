"""One training run: steps until the time is up, with EMA, a curve, samples and checkpoints."""

from __future__ import annotations

import json
import logging
import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from accelerate import Accelerator, DistributedDataParallelKwargs
from accelerate.utils import broadcast
from diffusers.training_utils import EMAModel
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset

from storyboard.told import Told

T = TypeVar("T")

logger = logging.getLogger(__name__)

WORKERS = 8  # processes that prepare what a graphics card learns from
OVERFLOWS = 20  # steps without a number, one after the other, after which a run gives up
WARM_UP = 200  # steps
COOL_DOWN = 0.3  # the last share of the time, in which the learning rate falls to zero


def prepared(lessons: IterableDataset[T], device: torch.device) -> Iterator[T]:
    """The lessons as they are, for a graphics card made by processes of their own: it learns faster
    than one processor core can draw and write down what it is shown."""
    workers = min(WORKERS, os.cpu_count() or 1) if device.type == "cuda" else 0
    context = "spawn" if workers else None
    yield from DataLoader(
        lessons, batch_size=None, num_workers=workers, multiprocessing_context=context
    )


class TrainingError(Told):
    """A training that cannot go on."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast a run learns."""

    minutes: float
    rate: float = 5e-4
    checkpoint_minutes: float = 5.0
    decay: float = 0.999


def has_bf16() -> bool:
    """Whether this machine computes in bf16; processors without such units are slower in it."""
    if torch.cuda.is_available():
        return torch.cuda.is_bf16_supported()
    known = torch.cpu.get_capabilities()
    return bool(known.get("amx_bf16") or known.get("avx512_bf16"))


def mixed_precision(device: torch.device) -> torch.autocast:
    """bf16 where the machine has it, else fp32."""
    return torch.autocast(device.type, torch.bfloat16, enabled=has_bf16())


class Run:
    """Trains `model` on losses; keeps everything needed to go on in `folder`.

    A run that is started again in the same folder goes on where the last checkpoint was.
    `sample(model)` is called with the averaged weights at every checkpoint: it writes what there
    is to look at and the weights in their published form.
    """

    def __init__(self, folder: Path, model: nn.Module, schedule: Schedule) -> None:
        self.folder = folder
        self.schedule = schedule
        self.accelerator = Accelerator(
            mixed_precision="bf16" if has_bf16() else "no",
            # not every step of every training uses every part
            kwargs_handlers=[DistributedDataParallelKwargs(find_unused_parameters=True)],
        )
        optimizer = torch.optim.AdamW(model.parameters(), lr=schedule.rate, fused=True)
        self.model, self.optimizer = self.accelerator.prepare(model, optimizer)
        self.average = EMAModel(
            self.plain.parameters(), decay=schedule.decay, use_ema_warmup=True, power=0.75,
            foreach=True,
        )  # fmt: skip
        self.average.to(self.accelerator.device)
        self.step = 0
        self.seconds = 0.0
        self.overflowed = 0
        self.recent: deque[Tensor] = deque(maxlen=200)
        folder.mkdir(parents=True, exist_ok=True)
        if self.state.exists():
            self.resume()

    @property
    def plain(self) -> nn.Module:
        return self.accelerator.unwrap_model(self.model)

    @property
    def state(self) -> Path:
        return self.folder / "state.pt"

    @property
    def device(self) -> torch.device:
        return self.accelerator.device

    def resume(self) -> None:
        state = torch.load(self.state, map_location=self.device, weights_only=True)
        self.plain.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average.load_state_dict(state["average"])
        self.step, self.seconds = state["step"], state["seconds"]

    def save(self) -> None:
        part = self.state.with_suffix(".part")
        state = {
            "model": self.plain.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }
        torch.save(state, part)
        part.rename(self.state)

    def rate(self) -> float:
        left = 1 - self.seconds / (60 * self.schedule.minutes)
        return self.schedule.rate * min(1, (self.step + 1) / WARM_UP, max(0.02, left / COOL_DOWN))

    def train(self, losses: Callable[[], Tensor], sample: Callable[[nn.Module], None]) -> None:
        """Steps on `losses()` until the minutes are over, with checkpoints on the way."""
        began = time.monotonic()
        before = saved = self.seconds
        self.model.train()
        while self.seconds < 60 * self.schedule.minutes:
            self.learn(losses())
            self.seconds = self._agreed(before + time.monotonic() - began)
            if self.seconds - saved > 60 * self.schedule.checkpoint_minutes:
                self.checkpoint(sample)
                saved = self.seconds = self._agreed(before + time.monotonic() - began)
        self.checkpoint(sample)

    def _agreed(self, seconds: float) -> float:
        """The clock of the first of several processes, so that all stop at the same step."""
        if self.accelerator.num_processes == 1:
            return seconds
        told = torch.tensor([seconds], dtype=torch.float64, device=self.device)
        return float(broadcast(told)[0])

    def learn(self, loss: Tensor) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate()
        self.accelerator.backward(loss)
        length = self.accelerator.clip_grad_norm_(self.model.parameters(), 1.0)
        self.overflowed = 0 if torch.isfinite(length) else self.overflowed + 1
        if self.overflowed > OVERFLOWS:
            raise TrainingError(
                "The numbers of the training in “{folder}” overflow; its last checkpoint is sound.",
                "Start it again: it goes on from there, by other pictures. If that does not help, "
                "begin in another folder.",
                folder=self.folder,
            )
        if not self.overflowed:  # else one step would leave no number in the whole model
            self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.average.step(self.plain.parameters())
        self.step += 1
        self.recent.append(loss.detach())  # read later: to ask now is to wait for the card

    def checkpoint(self, sample: Callable[[nn.Module], None]) -> None:
        """Written by the first of several processes, while the others wait."""
        if self.accelerator.is_main_process:
            self._checkpoint(sample)
        self.accelerator.wait_for_everyone()

    def _checkpoint(self, sample: Callable[[nn.Module], None]) -> None:
        self.save()
        loss = float(sum(self.recent) / max(1, len(self.recent)))
        self.note(
            {"step": self.step, "minutes": round(self.seconds / 60, 2), "loss": round(loss, 5)}
        )
        self.average.store(self.plain.parameters())
        self.average.copy_to(self.plain.parameters())
        self.plain.eval()
        with torch.no_grad():
            sample(self.plain)
        self.average.restore(self.plain.parameters())
        self.plain.train()

    def note(self, values: dict[str, float]) -> None:
        """One more line in the run's curve."""
        with (self.folder / "curve.jsonl").open("a") as curve:
            curve.write(json.dumps(values) + "\n")
        logger.info("%s", values)
