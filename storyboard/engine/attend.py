"""One attention call for all panels that read equally many others, and what it needs to know."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import scaled_dot_product_attention


@dataclass(frozen=True, slots=True)
class Readers:
    """Rows of the batch that read equally many panels, and the keys each of them reads.

    rows   (R,)      rows of the batch
    keys   (R L)     token numbers into the batch flattened to (G n T, C); each row's own T first
    part   (R, 1, 1) what part of its row's output this is, 1 / the number of windows it is in
    asks   (R, T, c) channels appended to the queries, None where every key weighs alike
    tells  (R, L, c) channels appended to the keys: asks . tells is added to their logits
    """

    rows: Tensor
    keys: Tensor
    part: Tensor
    asks: Tensor | None = None
    tells: Tensor | None = None


def read_nothing(rows: int, tokens: int, device: torch.device) -> tuple[Readers, ...]:
    """The first `rows` of the batch, each of which reads its own tokens alone."""
    if not rows:
        return ()
    whole = torch.ones(rows, 1, 1, device=device)
    return (
        Readers(
            torch.arange(rows, device=device), torch.arange(rows * tokens, device=device), whole
        ),
    )


def attend(readers: Readers, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
    """O_i = Attention(Q_i, K(P_i), V(P_i)) for rows that read equally many panels.

    query, key, value (G n, T, C) of the whole batch -> (R, T, C).
    """
    rows = len(readers.rows)
    if rows < len(query):
        query = query.index_select(0, readers.rows)
    key, value = (
        x.flatten(0, 1).index_select(0, readers.keys).unflatten(0, (rows, -1)) for x in (key, value)
    )  # (R, L, C)
    query, key, value = (x.unflatten(2, (heads, -1)).transpose(1, 2) for x in (query, key, value))
    width = query.shape[-1]
    if readers.asks is not None and readers.tells is not None:
        query = with_channels(query, readers.asks)
        key = with_channels(key, readers.tells * width**0.5)
        value = with_channels(value, torch.zeros_like(readers.tells))
    out = scaled_dot_product_attention(query, key, value, scale=width**-0.5)
    return out[..., :width].transpose(1, 2).flatten(2)


def with_channels(x: Tensor, channels: Tensor) -> Tensor:
    """(R, heads, L, d) and (R, L, c), the same for every head -> (R, heads, L, d + c).

    A bias without a mask: q . k / sqrt(d) grows by asks . (tells sqrt(d)) / sqrt(d).
    """
    return torch.cat([x, channels.to(x)[:, None].expand(-1, x.shape[1], -1, -1)], dim=-1)
