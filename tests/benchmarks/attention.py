"""What sharing costs in one step of a UNet: counted FLOPs, time, and time of a dense mask."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import torch
from diffusers import UNet2DConditionModel
from torch import Tensor
from torch.nn.functional import scaled_dot_product_attention
from torch.utils.flop_counter import FlopCounterMode

from storyboard.engine.consistency import Sharing, is_shared_layer, seeded_draw, share_attention
from storyboard.engine.reads import everyone_reads_everyone
from storyboard.engine.request import Consistency
from storyboard.engine.routing import Routing, Told
from storyboard.resources import architectures

PANELS, ROUNDS = 5, 5
Context = Callable[[], AbstractContextManager[None]]


def full_width(kind: str, device: str, precision: torch.dtype = torch.bfloat16) -> Any:
    """The UNet of sd15 or sdxl as large as it is, with random weights; none at all on meta."""
    config = json.loads((architectures() / kind / "unet" / "config.json").read_text("utf-8"))
    with torch.device(device):
        return UNet2DConditionModel.from_config(config).to(precision).eval()


def inputs(unet: Any, height: int, width: int) -> dict[str, Any]:
    """One step of five panels without guidance; height and width of the latents."""
    made = {"dtype": unet.dtype, "device": unet.device}
    told = unet.config.cross_attention_dim
    given: dict[str, Any] = {
        "sample": torch.zeros(PANELS, unet.config.in_channels, height, width, **made),
        "timestep": torch.tensor(500.0, device=unet.device),
        "encoder_hidden_states": torch.zeros(PANELS, 77, told, **made),
    }
    if unet.config.addition_embed_type == "text_time":
        pooled = unet.config.projection_class_embeddings_input_dim
        pooled -= 6 * unet.config.addition_time_embed_dim
        given["added_cond_kwargs"] = {
            "text_embeds": torch.zeros(PANELS, pooled, **made),
            "time_ids": torch.zeros(PANELS, 6, **made),
        }
    return given


def sharing(rate: float = 0.5, routing: Routing | None = None) -> Sharing:
    draw = seeded_draw(0, [str(row) for row in range(PANELS)])
    return Sharing(Consistency(rate=rate), everyone_reads_everyone(PANELS), draw, routing=routing)


def routed(height: int, width: int) -> Sharing:
    """As the product does by default: five panels of two characters, five words for each."""
    words = {"ann": range(1, 6), "bo": range(7, 12)}
    return sharing(routing=Routing([Told(words)] * PANELS, (height, width)))


def flops(unet: Any, height: int, width: int, rate: float) -> float:
    """The ratio of a shared over a plain step, counted operation by operation."""
    counted = []
    for context in (nullcontext(), share_attention(unet, sharing(rate))):
        with torch.no_grad(), FlopCounterMode(display=False) as counter, context:
            unet(**inputs(unet, height, width))
        counted.append(counter.get_total_flops())
    return counted[1] / counted[0]


def seconds(unet: Any, height: int, width: int, contexts: list[Context]) -> list[float]:
    """The median time of a step in each context, in turn, after one round to warm up."""
    given = inputs(unet, height, width)
    taken: list[list[float]] = [[] for _ in contexts]
    for _ in range(1 + ROUNDS):
        for row, context in enumerate(contexts):
            with torch.inference_mode(), context():
                began = time.perf_counter()
                unet(**given)
                if unet.device.type == "cuda":
                    torch.cuda.synchronize()
                taken[row].append(time.perf_counter() - began)
    return [statistics.median(times[1:]) for times in taken]


def step_ratios(name: str, unet: Any, height: int, width: int) -> dict[str, float]:
    """Steps of r = 0.5, of the product's default and of a dense mask over plain and shared ones."""

    def fresh(build: Callable[[], Sharing]) -> Context:
        return lambda: share_attention(unet, build())  # plans are part of the cost

    plain, shared, default, dense = seconds(unet, height, width, [
        nullcontext, fresh(sharing), fresh(lambda: routed(height, width)),
        lambda: dense_attention(unet),
    ])  # fmt: skip
    return {
        f"attention.step_ratio.{name}": shared / plain,
        f"attention.step_ratio_default.{name}": default / plain,
        f"attention.dense_over_ours.{name}": dense / shared,
        f"attention.step_seconds.{name}": shared,
    }


class DenseAttention:
    """Every panel attends to all tokens of all panels through one boolean mask."""

    def __init__(self) -> None:
        self.masks: dict[int, Tensor] = {}
        self.draw = sharing().draw

    def mask(self, tokens: int, device: torch.device) -> Tensor:
        if tokens not in self.masks:
            read = torch.zeros(PANELS, tokens, dtype=torch.bool)
            read.scatter_(1, self.draw(0, tokens, tokens // 2), True)
            allowed = read.flatten().repeat(PANELS, tokens, 1)
            for row in range(PANELS):
                allowed[row, :, row * tokens : (row + 1) * tokens] = True
            self.masks[tokens] = allowed[:, None].to(device)
        return self.masks[tokens]

    def __call__(self, attn: Any, hidden_states: Tensor, *_: Any, **__: Any) -> Tensor:
        rows, tokens, _ = hidden_states.shape
        story = hidden_states.flatten(0, 1).expand(rows, -1, -1)
        query, key, value = (
            layer(x).unflatten(2, (attn.heads, -1)).transpose(1, 2)
            for layer, x in ((attn.to_q, hidden_states), (attn.to_k, story), (attn.to_v, story))
        )
        mask = self.mask(tokens, query.device)
        out = scaled_dot_product_attention(query, key, value, mask)
        return attn.to_out[0](out.transpose(1, 2).flatten(2))


@contextmanager
def dense_attention(unet: Any) -> Iterator[None]:
    plain, dense = dict(unet.attn_processors), DenseAttention()
    unet.set_attn_processor({n: dense if is_shared_layer(n) else p for n, p in plain.items()})
    yield
    unet.set_attn_processor(plain)
