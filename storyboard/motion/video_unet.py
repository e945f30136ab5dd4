"""A model's own UNet with temporal layers between its own, which paints all frames of a clip."""

from __future__ import annotations

from typing import Any

from diffusers import MotionAdapter, UNetMotionModel
from torch import Tensor, nn

from storyboard.engine.engine import Engine
from storyboard.motion.told import Told, states_of


def video_unet(engine: Engine, adapter: MotionAdapter) -> UNetMotionModel:
    """The engine's UNet, plain of any LoRA, with temporal layers between its own."""
    engine.use(())
    plain = engine.pipe.unet
    unet = UNetMotionModel.from_unet2d(plain, adapter)
    if plain.config.addition_embed_type == "text":
        unet.time_embedding = TimeAndText(unet.time_embedding, plain.add_embedding)
    return unet.to(engine.device, engine.precision).eval()


class TimeAndText(nn.Module):
    """The time embedding of a model that is told the text beside the time as well, as the starter.

    The stock video UNet has no place for that text. A clip has one such embedding for all its
    frames: halfway between what its two ends are told.
    """

    def __init__(self, time: nn.Module, text: nn.Module) -> None:
        super().__init__()
        self.time, self.text = time, text

    def forward(self, time: Tensor, ends: Tensor) -> Tensor:
        """(B, C) and the text of both ends (B, 2, 77 k, C) to (B, C')."""
        texts = self.text(ends.flatten(0, 1)).unflatten(0, (-1, 2))
        embedding: Tensor = self.time(time) + texts.mean(dim=1)
        return embedding


def ask(unet: UNetMotionModel, noisy: Tensor, times: Tensor, told: Told, *, beside: bool) -> Tensor:
    """What the UNet says of noisy clips (B, C, L, h, w), whose frames are told B L texts."""
    asked: dict[str, Any] = {}
    if isinstance(unet.time_embedding, TimeAndText):
        asked["timestep_cond"] = told.text.unflatten(0, (len(noisy), -1))[:, [0, -1]]
    said: Tensor = unet(noisy, times, states_of(told, beside=beside), **asked).sample
    return said
