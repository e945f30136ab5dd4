"""The pose judge: says where the joints of the one figure in a picture are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import interpolate

from storyboard.engine.request import EngineError
from storyboard.world.clips import Moment

JOINTS = ("head", "neck", "hips",
          "front_arm_middle", "front_arm_end", "back_arm_middle", "back_arm_end",
          "front_leg_middle", "front_leg_end", "back_leg_middle", "back_leg_end")  # fmt: skip
HEIGHT = 112  # pixels of what it looks at


class PoseJudge(nn.Module):
    """A small convolutional network that lays one map over the picture for each joint.

    pictures (B, 3, H, W) in -1 .. 1, of any size  ->  (B, J, 2): x and y in heights of the picture,
    from its upper left corner; each is the mean place under its map (soft argmax).
    """

    def __init__(self, width: int = 32) -> None:
        super().__init__()
        wide = (width, 2 * width, 4 * width)
        self.down = nn.ModuleList(
            _block(before, after, 2) for before, after in zip((3, *wide), wide, strict=False)
        )
        self.around = nn.Sequential(_block(wide[-1], wide[-1], 1), _wide(wide[-1]), _wide(wide[-1]))
        self.up = _block(wide[-1] + wide[-2], wide[-2], 1)
        self.maps = nn.Conv2d(wide[-2], len(JOINTS), 1)

    def forward(self, pictures: Tensor) -> Tensor:
        width = round(HEIGHT * pictures.shape[3] / pictures.shape[2] / 8) * 8
        grid = interpolate(pictures, (HEIGHT, width), mode="area")
        steps = []
        for block in self.down:
            grid = block(grid)
            steps.append(grid)
        grid = self.around(grid) + grid
        fine = interpolate(grid, scale_factor=2.0, mode="nearest")
        maps = self.maps(self.up(torch.cat([fine, steps[-2]], dim=1)))
        return _means(maps.float())


def _block(before: int, after: int, stride: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(before, after, 3, stride, 1), nn.GroupNorm(8, after), nn.SiLU(),
        nn.Conv2d(after, after, 3, 1, 1), nn.GroupNorm(8, after), nn.SiLU(),
    )  # fmt: skip


def _wide(width: int) -> nn.Sequential:
    """Sees far without shrinking the grid."""
    return nn.Sequential(
        nn.Conv2d(width, width, 3, padding=4, dilation=4), nn.GroupNorm(8, width), nn.SiLU()
    )


def _means(maps: Tensor) -> Tensor:
    """(B, J, h, w) to the mean places under them, in heights."""
    height, width = maps.shape[2:]
    weights = maps.flatten(2).softmax(dim=-1).view_as(maps)
    down = (torch.arange(height, device=maps.device) + 0.5) / height
    right = (torch.arange(width, device=maps.device) + 0.5) / height
    return torch.stack([(weights.sum(2) * right).sum(2), (weights.sum(3) * down).sum(2)], dim=-1)


def places_of(moments: Sequence[Moment], width: int, height: int) -> NDArray[np.float32]:
    """(n, J, 2): where the joints of the first figure truly are, in heights of the picture."""
    told = [moment.key_points(0, width, height) for moment in moments]
    rows = [[points[name] for name in JOINTS] for points in told]
    return np.asarray(rows, np.float32) / np.float32(height)


def seen(places: NDArray[np.float32], width: int, height: int) -> NDArray[np.bool_]:
    """(n, J): which joints lie within the picture, where a judge can see them."""
    x, y = places[..., 0], places[..., 1]
    inside: NDArray[np.bool_] = (x >= 0) & (x <= width / height) & (y >= 0) & (y <= 1)
    return inside


def load_pose_judge(path: Path) -> PoseJudge:
    """The trained judge. Raises EngineError where its weights are missing or are no judge's."""
    try:
        weights = load_file(path)
        judge = PoseJudge(len(weights["down.0.0.bias"]))
        judge.load_state_dict({name: rows.float() for name, rows in weights.items()})
    except (OSError, SafetensorError, RuntimeError, KeyError) as error:
        raise EngineError(
            "There is no pose judge at “{path}” ({kind}).",
            "Train one: storyboard train starter --stage pose.",
            path=path,
            kind=type(error).__name__,
        ) from error
    return judge.eval()
