"""Shared reading written the plain way, to compare the gathered one with: masks over all keys."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import torch
from torch import Tensor

from storyboard.engine.consistency import Sharing, is_shared_layer, share_attention


def inputs(unet: Any, rows: int, size: int = 16) -> dict[str, Any]:
    generator = torch.Generator().manual_seed(1)
    width = unet.config.cross_attention_dim
    wanted: dict[str, Any] = {
        "sample": torch.randn(rows, unet.config.in_channels, size, size, generator=generator),
        "timestep": 500,
        "encoder_hidden_states": torch.randn(rows, 5, width, generator=generator),
    }
    if unet.config.addition_embed_type == "text_time":
        wanted["added_cond_kwargs"] = {
            "text_embeds": torch.randn(rows, 32, generator=generator),
            "time_ids": torch.full((rows, 6), 128.0),
        }
    return wanted


@torch.no_grad()
def predict(unet: Any, context: Sharing | None, rows: int = 6) -> Tensor:
    given = inputs(unet, rows)
    if context is None:
        return unet(**given).sample
    with share_attention(unet, context):
        return unet(**given).sample


class DenseAttention:
    """The same reading written the plain way: all keys of all rows and one boolean mask."""

    def __init__(self, context: Sharing) -> None:
        self.context = context
        self.owners: dict[int, Tensor] = {}

    def __call__(self, attn: Any, hidden_states: Tensor, *_: Any, **__: Any) -> Tensor:
        rows, tokens, _ = hidden_states.shape
        q, k, v = (
            layer(hidden_states).flatten(0, 1).unflatten(-1, (attn.heads, -1)).transpose(0, 1)
            for layer in (attn.to_q, attn.to_k, attn.to_v)
        )  # (heads, rows tokens, d)
        logits = q @ k.transpose(1, 2) * q.shape[-1] ** -0.5 + self.bias(rows, tokens)
        out = (logits.softmax(-1) @ v).transpose(0, 1).flatten(1).unflatten(0, (rows, tokens))
        return attn.to_out[1](attn.to_out[0](out))

    def bias(self, rows: int, tokens: int) -> Tensor:
        """0 for own keys, log(s) for the keys read, minus infinity for all others."""
        context, panels = self.context, len(self.context.reads)
        drawn = context.draw(context.step, tokens, context.sampled(tokens))
        bias = torch.full((rows, tokens, rows, tokens), -torch.inf)
        foreign = torch.tensor(context.settings.strength).log()
        for row in range(rows):
            bias[row, :, row, :] = 0
            reader, group = row % panels, row - row % panels
            for source in context.reads[reader]:
                keys = drawn[source]
                allowed = self.allowed(tokens, reader, source, keys)
                bias[row, :, group + source, keys] = torch.where(allowed, foreign, -torch.inf)
        return bias.flatten(2).flatten(0, 1)

    def allowed(self, tokens: int, reader: int, source: int, keys: Tensor) -> Tensor:
        """(T, m) whether a query of one panel may read these keys of another."""
        routing = self.context.routing
        if routing is None:
            return torch.ones(tokens, len(keys), dtype=torch.bool)
        if tokens not in self.owners:
            self.owners[tokens] = routing.owner_of(tokens)
        mine, theirs = self.owners[tokens][reader], self.owners[tokens][source][keys]
        return (mine[:, None] == theirs[None]) & (theirs[None] != routing.nobody)


@torch.no_grad()
def predict_densely(unet: Any, context: Sharing, rows: int = 6) -> Tensor:
    plain, dense = dict(unet.attn_processors), DenseAttention(context)
    unet.set_attn_processor(
        {name: dense if is_shared_layer(name) else processor for name, processor in plain.items()}
    )
    looking = context.routing.watching(unet, len(context.reads)) if context.routing else None
    with looking or nullcontext():
        out = unet(**inputs(unet, rows)).sample
    unet.set_attn_processor(plain)
    return out


def close(one: Tensor, other: Tensor, tolerance: float = 1e-5) -> bool:
    return bool((one - other).abs().max() <= tolerance * max(1.0, float(other.abs().max())))
