"""What sharing adds to a step, layer by layer: for processors on which a step takes minutes.

Only the shared layers of a step differ. So one plain step is enough: in each shared layer every way
attends once to what the layer is given, in turn, and plain attention goes on. A way's step is the
plain one and what it adds: for each size of layer their number times the median difference over all
pairs of it, five at least, and the making of the plan.
"""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor

from storyboard.engine import routing
from storyboard.engine.consistency import SharedAttention, Sharing, is_shared_layer
from tests.benchmarks.attention import PANELS, DenseAttention, inputs, routed, sharing

Attend = Callable[..., Tensor]


class Stopwatch:
    """Seconds of every way in layers of every size, and of all that is not the plain step."""

    def __init__(self) -> None:
        self.taken: defaultdict[int, defaultdict[str, list[float]]]
        self.taken = defaultdict(lambda: defaultdict(list))
        self.once: defaultdict[str, float] = defaultdict(float)
        self.extra = 0.0

    def added(self, way: str) -> float:
        """Seconds that a way adds to the plain step."""
        found = self.once[way]
        for seen in self.taken.values():
            pairs = zip(seen[way], seen["plain"], strict=True)
            found += len(seen[way]) * statistics.median(one - plain for one, plain in pairs)
        return found


class Timed:
    """The processor of one layer: every way attends, each layer begins with another."""

    def __init__(self, watch: Stopwatch, ways: dict[str, Attend], first: int) -> None:
        names = list(ways)
        self.watch, self.ways = watch, ways
        self.order = names[first % len(names) :] + names[: first % len(names)]

    def __call__(self, attn: Any, hidden_states: Tensor, *given: Any, **named: Any) -> Tensor:
        seen, plain = self.watch.taken[hidden_states.shape[1]], hidden_states
        for way in self.order:
            began = time.perf_counter()
            out = self.ways[way](attn, hidden_states, *given, **named)
            seen[way].append(time.perf_counter() - began)
            if way == "plain":
                plain = out
            else:
                self.watch.extra += seen[way][-1]
        return plain


class Planned(SharedAttention):
    """Makes its plan before it is timed, which a step does once for each size of layer."""

    def __init__(self, watch: Stopwatch, way: str, context: Sharing, plain: Attend) -> None:
        super().__init__(context, plain)
        self.watch, self.way = watch, way

    def __call__(self, attn: Any, hidden_states: Tensor, *given: Any, **named: Any) -> Tensor:
        began = time.perf_counter()
        self.sharing.plan(*hidden_states.shape[:2], hidden_states.device)
        self.watch.once[self.way] += time.perf_counter() - began
        return super().__call__(attn, hidden_states, *given, **named)


@contextmanager
def looking_on(watch: Stopwatch) -> Iterator[None]:
    """What routing takes to see who is where belongs to the default way."""
    seen = routing.attention_on

    def timed(*given: Any) -> Tensor:
        began = time.perf_counter()
        found = seen(*given)
        taken = time.perf_counter() - began
        watch.once["default"] += taken
        watch.extra += taken
        return found

    routing.attention_on = timed
    yield
    routing.attention_on = seen


def layer_ratios(name: str, unet: Any, height: int, width: int) -> dict[str, float]:
    """The names of `step_ratios`, from one step."""
    watch, default, dense = Stopwatch(), routed(height, width), DenseAttention()
    processors = dict(unet.attn_processors)
    shared = [one for one in processors if is_shared_layer(one)]

    def timed(row: int, plain: Attend) -> Timed:
        ways: dict[str, Attend] = {
            "plain": plain,
            "shared": Planned(watch, "shared", context, plain),
            "default": Planned(watch, "default", default, plain),
            "dense": dense,
        }
        return Timed(watch, ways, row)

    context = sharing()
    unet.set_attn_processor({
        one: timed(shared.index(one), plain) if one in shared else plain
        for one, plain in processors.items()
    })  # fmt: skip
    assert default.routing is not None
    with torch.inference_mode(), looking_on(watch), default.routing.watching(unet, PANELS):
        began = time.perf_counter()
        unet(**inputs(unet, height, width))
        plain = time.perf_counter() - began - watch.extra
    unet.set_attn_processor(processors)
    ours, usual, masked = (plain + watch.added(way) for way in ("shared", "default", "dense"))
    return {
        f"attention.step_ratio.{name}": ours / plain,
        f"attention.step_ratio_default.{name}": usual / plain,
        f"attention.dense_over_ours.{name}": masked / ours,
        f"attention.step_seconds.{name}": ours,
    }
