"""Consistent self-attention: the panels of a story read one another while they are made.

StoryDiffusion (arXiv 2405.01434), section 3.1. Panel i keeps its own queries and reads its own
tokens together with tokens sampled from the other panels of its group:

    S_i = RandSample(I_1 .. I_{i-1}, I_{i+1} .. I_n)        m = round(r T) tokens of each panel read
    P_i = [I_i ; S_i]                                       its own T tokens always complete
    O_i = Attention(Q_i, K(P_i), V(P_i))                    the model's own weights

The count m is fixed, so every tensor is rectangular: K and V are projected once per panel, then
gathered, and one unmasked attention call serves all panels that read equally many others.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from torch import Tensor
from torch.nn.functional import scaled_dot_product_attention

from storyboard.engine.request import Consistency

Reads = tuple[tuple[int, ...], ...]
"""For each panel of a group, the panels whose sampled tokens it reads."""

Draw = Callable[[int, int, int], Tensor]
"""(step, tokens, count) -> (n, count): the tokens each panel offers to its readers."""

BIAS_CHANNELS = 8  # a multiple of eight keeps the fused kernels usable; one would do


def everyone_reads_everyone(panels: int) -> Reads:
    return tuple(tuple(j for j in range(panels) if j != i) for i in range(panels))


def panels_read_their_cast(casts: Sequence[frozenset[str]], models: int = 0) -> Reads:
    """Each panel reads the others that show only people of its own cast, and so no strangers.

    Where there are none it reads those that show anybody of its cast. Nobody reads a panel of
    nobody. The last `models` of the casts belong to anchors and portraits, which are read and read
    nothing themselves.
    """

    def read_by(panel: int) -> tuple[int, ...]:
        cast = casts[panel]
        known = [j for j, other in enumerate(casts) if j != panel and other & cast]
        alike = [j for j in known if casts[j] <= cast]
        return tuple(alike or known)

    return (*map(read_by, range(len(casts) - models)), *((),) * models)


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


@dataclass(frozen=True, slots=True)
class Readers:
    """Rows of the batch that read equally many panels, and the keys each of them reads.

    rows  (R,)   rows of the batch
    keys  (R L)  token numbers into the batch flattened to (G n T, C); each row's own T first
    """

    rows: Tensor
    keys: Tensor


class Sharing:
    """What all shared layers of one request know: who reads whom, and how far the schedule is.

    A batch holds G independent groups of n panels, rows laid out (G, n): the two halves of
    classifier-free guidance when generating, stories when training. Groups never mix.
    The sampling loop calls `begin_step` before each step; tokens are drawn anew for it.
    """

    def __init__(self, settings: Consistency, reads: Reads, draw: Draw, steps: int = 1) -> None:
        self.settings = settings
        self.reads = reads
        self.draw = draw
        self.steps = steps
        self.begin_step(0)

    def begin_step(self, step: int) -> None:
        self.step = step
        self._plans: dict[tuple[int, int, torch.device], tuple[Readers, ...]] = {}

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
        wanted = (rows, tokens, device)
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
        alike: defaultdict[int, list[int]] = defaultdict(list)
        for panel, read in enumerate(self.reads):
            alike[len(read)].append(panel)
        groups = torch.arange(rows // panels)[:, None]

        def readers(members: list[int]) -> Readers:
            keys = torch.stack(
                [torch.cat([own[i], *offered[list(self.reads[i])]]) for i in members]
            )
            return Readers(
                rows=(groups * panels + torch.tensor(members)).flatten().to(device),
                keys=(groups * panels * tokens + keys.flatten()).flatten().to(device),
            )

        return tuple(readers(members) for members in alike.values())


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
        strength = self.sharing.settings.strength
        plan = self.sharing.plan(rows, tokens, hidden_states.device)
        read = [attend(readers, query, key, value, attn.heads, strength) for readers in plan]
        out = read[0] if len(plan) == 1 else in_batch_order(plan, read)
        projection, dropout = attn.to_out
        return dropout(projection(out))


def attend(
    readers: Readers, query: Tensor, key: Tensor, value: Tensor, heads: int, strength: float
) -> Tensor:
    """O_i = Attention(Q_i, K(P_i), V(P_i)) for rows that read equally many panels.

    query, key, value (G n, T, C) of the whole batch -> (R, T, C).
    """
    rows, tokens = len(readers.rows), query.shape[1]
    if rows < len(query):
        query = query.index_select(0, readers.rows)
    key, value = (
        x.flatten(0, 1).index_select(0, readers.keys).unflatten(0, (rows, -1)) for x in (key, value)
    )  # (R, L, C)
    query, key, value = (x.unflatten(2, (heads, -1)).transpose(1, 2) for x in (query, key, value))
    width = query.shape[-1]
    if strength != 1:
        query, key, value = with_key_bias(query, key, value, tokens, math.log(strength))
    out = scaled_dot_product_attention(query, key, value, scale=width**-0.5)
    return out[..., :width].transpose(1, 2).flatten(2)


def with_key_bias(
    query: Tensor, key: Tensor, value: Tensor, own: int, bias: float
) -> tuple[Tensor, Tensor, Tensor]:
    """Adds `bias` to the logits of all keys after the first `own`, without a mask.

    A channel that is 1 in Q and bias sqrt(d) in K adds (1 * bias sqrt(d)) / sqrt(d) = bias.
    (R, heads, tokens, d) -> (R, heads, tokens, d + 8); the added channels of V are zero.
    """
    width = query.shape[-1]
    query, key, value = (
        torch.nn.functional.pad(x, (0, BIAS_CHANNELS)) for x in (query, key, value)
    )
    query[..., width] = 1
    key[..., own:, width] = bias * width**0.5
    return query, key, value


def in_batch_order(plan: Sequence[Readers], read: Sequence[Tensor]) -> Tensor:
    """The rows of several calls, back in the order of the batch."""
    rows = torch.cat([readers.rows for readers in plan])
    return torch.cat(list(read)).index_select(0, rows.argsort())


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
    unet.set_attn_processor({
        name: SharedAttention(sharing, processor) if shared(name) else processor
        for name, processor in plain.items()
    })  # fmt: skip
    try:
        yield
    finally:
        unet.set_attn_processor(plain)
