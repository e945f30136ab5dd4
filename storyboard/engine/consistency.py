"""Consistent self-attention: the panels of a story read one another while they are made.

StoryDiffusion (arXiv 2405.01434), section 3.1. Panel i keeps its own queries and reads its own
tokens together with tokens sampled from the other panels of its group:

    S_i = RandSample(I_1 .. I_{i-1}, I_{i+1} .. I_n)        m = round(r T) tokens of each panel read
    P_i = [I_i ; S_i]                                       its own T tokens always complete
    O_i = Attention(Q_i, K(P_i), V(P_i))                    the model's own weights

The count m is fixed, so every tensor is rectangular: K and V are projected once per panel, then
gathered, and one unmasked attention call serves all panels that read equally many others. Where a
key weighs more, less or nothing (strength, routing), channels appended to Q and K say so: the call
stays unmasked.

Panels of mixed casts, and anchors, which read nothing, are a call for each number of panels read.
Padding all of them to the largest number, with keys whose channels say never, is one call and just
as exact (4e-6), but slower. A whole step of the UNet, padded over exact, the median of alternating
pairs on one processor core in fp32:

    routed, r = 0.5                        calls   keys   starter, 384 x 224   SD1.5, 256 x 256
    five panels of one cast                1       1.00   1.00
    one panel made again, two anchors      2       1.50   1.03                 1.04
    a panel of two, four anchors           2       2.14   1.05
    five of mixed casts, two anchors       4       2.04   1.08                 1.08
    ten of mixed casts, four anchors       7       2.72   1.39
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import torch
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from torch import Tensor

from storyboard.engine.attend import Readers, attend, read_nothing
from storyboard.engine.reads import Reading, Reads, in_windows
from storyboard.engine.request import Consistency
from storyboard.engine.routing import Routing

Draw = Callable[[int, int, int], Tensor]
"""(step, tokens, count) -> (n, count): the tokens each panel offers to its readers."""

CHANNELS = 8  # appended channels are a multiple of eight, which keeps the fused kernels usable


def seeded_draw(story_seed: int, panels: Sequence[str]) -> Draw:
    """Tokens decided by (story seed, step, layer resolution, panel id) and by nothing else.

    A panel therefore offers the same tokens whoever reads it, in whatever order or company.
    """

    def draw(step: int, tokens: int, count: int) -> Tensor:
        return torch.stack(
            [sample(f"{story_seed}/{step}/{tokens}/{panel}", tokens, count) for panel in panels]
        )

    def sample(key: str, tokens: int, count: int) -> Tensor:
        digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
        generator = torch.Generator().manual_seed(int.from_bytes(digest, "big") >> 1)
        return torch.randperm(tokens, generator=generator)[:count].sort().values

    return draw


def random_draw(panels: int, generator: torch.Generator | None = None) -> Draw:
    """Tokens from a plain CPU generator: for training, where nothing has to be met again."""

    def draw(step: int, tokens: int, count: int) -> Tensor:
        order = torch.rand(panels, tokens, generator=generator).argsort(dim=1)
        return order[:, :count].sort(dim=1).values

    return draw


class Sharing:
    """What all shared layers of one request know: who reads whom, and how far the schedule is.

    A batch holds G independent groups of n panels, rows laid out (G, n): the two halves of
    classifier-free guidance when generating, stories when training. Groups never mix. The first
    `alone` groups read nothing: where that is the half of guidance without words, what a panel
    reads becomes part of what guidance follows, and carries further. `skipped` is how many groups
    lie before those of the batch at hand, where the groups are computed one by one. `led` is who
    reads whom while one leads.
    The sampling loop calls `begin_step` before each step, or a stock pipeline `after_step` behind
    each; tokens are drawn anew for it.
    """

    def __init__(
        self,
        settings: Consistency,
        reads: Reads,
        draw: Draw,
        steps: int = 1,
        routing: Routing | None = None,
        alone: int = 0,
        led: Reads | None = None,
    ) -> None:
        self.settings = settings
        self.reads = reads
        self.draw = draw
        self.steps = steps
        self.routing = routing
        self.alone = alone
        self.skipped = 0
        self.led = reads if led is None else led
        self.begin_step(0)

    def begin_step(self, step: int) -> None:
        self.step = step
        self.readings = self._readings()
        self._plans: dict[tuple[int, int, int, torch.device], tuple[Readers, ...]] = {}
        if self.routing:
            self.routing.begin_step()

    def _readings(self) -> tuple[Reading, ...]:
        reads = self.led if self.step < self.settings.lead * self.steps else self.reads
        return in_windows(reads, self.settings.window) if self.settings.window else (reads,)

    def after_step(
        self, pipe: Any, step: int, time: Any, state: dict[str, Tensor]
    ) -> dict[str, Tensor]:
        """What a stock pipeline is given as `callback_on_step_end`."""
        self.begin_step(step + 1)
        return {}

    def sampled(self, tokens: int) -> int:
        """m = round(r T), the number of tokens read of each other panel."""
        return min(tokens, round(self.settings.rate * tokens))

    def active(self, tokens: int) -> bool:
        """Whether a layer of so many tokens shares at this step; if not it is left untouched."""
        within = self.settings.start <= self.step / self.steps < self.settings.end
        wanted = within and self.settings.strength > 0 and self.sampled(tokens) > 0
        return wanted and any(self.reads)

    def plan(self, rows: int, tokens: int, device: torch.device) -> tuple[Readers, ...]:
        """Who reads what in a layer of `tokens` tokens; one entry per number of panels read."""
        wanted = (rows, tokens, self.skipped, device)
        if wanted not in self._plans:
            self._plans[wanted] = self._build_plan(rows, tokens, device)
        return self._plans[wanted]

    def _build_plan(self, rows: int, tokens: int, device: torch.device) -> tuple[Readers, ...]:
        panels = len(self.reads)
        if rows % panels:
            raise ValueError(f"{rows} rows cannot be laid out as groups of {panels} panels.")
        firsts = torch.arange(panels)[:, None] * tokens
        own = firsts + torch.arange(tokens)
        offered = firsts + self.draw(self.step, tokens, self.sampled(tokens))
        alone = min(rows // panels, max(0, self.alone - self.skipped))
        groups = torch.arange(alone, rows // panels, device=device)[:, None]
        times = [sum(reading[panel] is not None for reading in self.readings)
                 for panel in range(panels)]  # fmt: skip

        def readers(members: list[int], reading: Reading) -> Readers:
            keys = torch.stack([torch.cat([own[i], *offered[list(reading[i] or ())]])
                                for i in members])  # fmt: skip
            asks, tells = self._channels(members, keys, tokens)
            everywhere = (len(groups), 1, 1)  # every group reads alike
            told, read = torch.tensor(members).to(device), keys.flatten().to(device)
            return Readers(
                rows=(groups * panels + told).flatten(),
                keys=(groups * panels * tokens + read).flatten(),
                part=torch.tensor([1 / times[i] for i in members] * len(groups)).to(device)[
                    :, None, None
                ],
                asks=None if asks is None else asks.to(device).repeat(everywhere),
                tells=None if tells is None else tells.to(device).repeat(everywhere),
            )

        by_themselves = read_nothing(alone * panels, tokens, device)
        if not len(groups):
            return by_themselves
        return (*by_themselves, *(readers(members, reading) for reading in self.readings
                                  for members in _alike(reading)))  # fmt: skip

    def _channels(
        self, members: list[int], keys: Tensor, tokens: int
    ) -> tuple[Tensor | None, Tensor | None]:
        """What is appended to Q (R, T, c) and to K (R, L, c), so that foreign keys weigh s times
        as much, and with routing only for the queries of their own character."""
        weight = math.log(self.settings.strength)
        if self.routing:
            return self.routing.channels(members, keys, tokens, weight)
        if weight == 0:
            return None, None
        asks = torch.zeros(len(members), tokens, CHANNELS)
        tells = torch.zeros(len(members), keys.shape[1], CHANNELS)
        asks[..., 0], tells[:, tokens:, 0] = 1, weight
        return asks, tells


def _alike(reading: Reading) -> list[list[int]]:
    """The panels that take part in a reading, those that read equally many others together."""
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for panel, read in enumerate(reading):
        if read is not None:
            alike[len(read)].append(panel)
    return list(alike.values())


class SharedAttention:
    """The attention processor of one shared layer; plain attention whenever nothing is shared."""

    def __init__(self, sharing: Sharing, plain: Callable[..., Tensor]) -> None:
        self.sharing = sharing
        self.plain = plain

    def __call__(self, attn: Any, hidden_states: Tensor, *args: Any, **kwargs: Any) -> Tensor:
        """hidden_states (G n, T, C) -> (G n, T, C)."""
        rows, tokens, _ = hidden_states.shape
        if not self.sharing.active(tokens):
            return self.plain(attn, hidden_states, *args, **kwargs)
        query = attn.to_q(hidden_states)
        key, value = attn.to_k(hidden_states), attn.to_v(hidden_states)  # once per panel
        plan = self.sharing.plan(rows, tokens, hidden_states.device)
        if len(plan) == 1:
            out = attend(plan[0], query, key, value, attn.heads)
        else:
            out = torch.zeros_like(query)
            for readers in plan:
                read = attend(readers, query, key, value, attn.heads)
                out.index_add_(0, readers.rows, read * readers.part.to(read))
        projection, dropout = attn.to_out
        return dropout(projection(out))


def is_shared_layer(name: str) -> bool:
    """Self-attention of the up blocks; temporal layers of a video model are left alone."""
    return (
        name.startswith("up_blocks")
        and name.endswith("attn1.processor")
        and "motion_modules" not in name
    )


@contextmanager
def share_attention(
    unet: UNet2DConditionModel,
    sharing: Sharing,
    shared: Callable[[str], bool] = is_shared_layer,
) -> Iterator[None]:
    """Lets the panels of every batch read one another; puts the plain processors back after."""
    plain = dict(unet.attn_processors)
    settings = sharing.settings
    chosen = part_of([name for name in plain if shared(name)], settings.first, settings.last)
    unet.set_attn_processor({
        name: SharedAttention(sharing, processor) if name in chosen else processor
        for name, processor in plain.items()
    })  # fmt: skip
    with ExitStack() as until_drawn:
        until_drawn.callback(unet.set_attn_processor, plain)
        if sharing.routing:
            until_drawn.enter_context(sharing.routing.watching(unet, len(sharing.reads)))
        yield


def part_of(layers: Sequence[str], first: float, last: float) -> frozenset[str]:
    """The layers from one fraction to another of all, in the order they are computed."""
    return frozenset(layers[round(first * len(layers)) : round(last * len(layers))])
