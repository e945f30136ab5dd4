"""The Semantic Motion Predictor of StoryDiffusion (arXiv 2405.01434, section 3.2)."""

from __future__ import annotations

import torch
from diffusers import ConfigMixin, ModelMixin
from diffusers.configuration_utils import register_to_config
from diffusers.models.embeddings import get_timestep_embedding
from torch import Tensor, nn


class SemanticMotionPredictor(ModelMixin, ConfigMixin):  # type: ignore[misc]
    """Predicts what an image encoder would see in the frames between two pictures.

        K_s, K_e   = E(F_s), E(F_e)                   tokens of the first and the last frame
        K_l        = (1 - s_l) K_s + s_l K_e          linear interpolation, s_l = l / (L - 1)
        P_1 .. P_L = B(K_1 .. K_L)                    a transformer over all tokens of all frames
        V_l        = CrossAttention(V_l, [T ; P_l])   frame l of the video UNet reads text and P_l

    B is a residual whose last layer starts as zero, so that untrained it is the interpolation, and
    it vanishes at both ends, which are known:

        P_l = K_l + 4 s_l (1 - s_l) W_out Transformer(W_in K_l + time(s_l) + place)

    token_dim            D, channels of the encoder's tokens
    hidden_dim, depth    of the transformer; the paper has 8 layers of 1024
    heads                the paper prints 12, which do not divide 1024
    places               N, tokens of one frame; each has a place of its own in the sequence
    cross_attention_dim  C, channels the UNet reads; None where an IP-Adapter brings its own layer
    """

    @register_to_config  # type: ignore[untyped-decorator]
    def __init__(
        self,
        token_dim: int,
        hidden_dim: int = 1024,
        depth: int = 8,
        heads: int = 16,
        places: int = 1,
        cross_attention_dim: int | None = None,
    ) -> None:
        super().__init__()
        self.enter = nn.Linear(token_dim, hidden_dim)
        self.time = nn.Linear(hidden_dim, hidden_dim)
        self.place = nn.Parameter(torch.randn(places, hidden_dim) * 0.02)
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(
                hidden_dim, heads, 4 * hidden_dim, 0.0, "gelu", batch_first=True, norm_first=True
            )
            for _ in range(depth)
        )
        self.norm = nn.LayerNorm(hidden_dim)
        self.leave = nn.Linear(hidden_dim, token_dim)
        nn.init.zeros_(self.leave.weight)
        nn.init.zeros_(self.leave.bias)
        if cross_attention_dim is not None:
            self.project = nn.Sequential(
                nn.Linear(token_dim, cross_attention_dim), nn.LayerNorm(cross_attention_dim)
            )

    def forward(self, start: Tensor, end: Tensor, frames: int) -> Tensor:
        """P: tokens (B, N, D) of both ends to (B, L, N, D) of all L = `frames` frames, at least 2.

        The first and the last frame keep their tokens exactly.
        """
        linear, shares = interpolated(start, end, frames), shares_of(frames, start)
        hidden = self.enter(linear) + self._moments(shares) + self.place
        sequence = hidden.flatten(1, 2)  # (B, L N, hidden)
        for layer in self.layers:
            sequence = layer(sequence)
        change = self.leave(self.norm(sequence)).view_as(linear)
        return linear + (4 * shares * (1 - shares))[:, None, None] * change

    def _moments(self, shares: Tensor) -> Tensor:
        """(L, 1, hidden): where in the transition a frame is."""
        waves = get_timestep_embedding(1000 * shares, self.config.hidden_dim)
        return self.time(waves.to(shares.dtype))[:, None]


def interpolated(start: Tensor, end: Tensor, frames: int) -> Tensor:
    """K_1 .. K_L: (B, ...) and (B, ...) to (B, L, ...), the ends exactly as they are."""
    shares = shares_of(frames, start).view(1, frames, *[1] * (start.dim() - 1))
    return (1 - shares) * start[:, None] + shares * end[:, None]


def shares_of(frames: int, like: Tensor) -> Tensor:
    """(L,): 0 at the first frame, 1 at the last."""
    return torch.linspace(0, 1, frames, device=like.device, dtype=like.dtype)
