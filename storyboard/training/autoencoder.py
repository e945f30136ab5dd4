"""Stage one of the starter model: pictures to latents sixteen times smaller, and back."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import torch
from diffusers import AutoencoderTiny
from PIL import Image
from torch import Tensor, nn
from torch.nn.functional import l1_loss

from storyboard.training.drawn import Drawn
from storyboard.training.run import Run, Schedule, mixed_precision
from storyboard.world.picture import Picture, key_points

LATENTS = 16
WIDTH = 32
CROP, BATCH = 128, 12
NOISE = 0.15  # of the latents, so that the decoder forgives what the UNet gets slightly wrong
FOCUS = 0.6  # share of crops that look at a head or a hand


def new_autoencoder() -> AutoencoderTiny:
    """(B, 3, H, W) in -1 .. 1 to latents (B, 16, H/16, W/16) of about unit variance."""
    return AutoencoderTiny(
        encoder_block_out_channels=(WIDTH,) * 5,
        decoder_block_out_channels=(WIDTH,) * 5,
        num_encoder_blocks=(0, 0, 1, 2, 3),
        num_decoder_blocks=(3, 3, 2, 1, 0),
        latent_channels=LATENTS,
        upsampling_scaling_factor=2,
    )


def to_tensor(rows: np.ndarray | Tensor) -> Tensor:
    """uint8 (B, H, W, 3) to float (B, 3, H, W) in -1 .. 1."""
    pixels = (rows if isinstance(rows, Tensor) else torch.from_numpy(rows.copy())).permute(
        0, 3, 1, 2
    )
    return (pixels.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)


def to_bytes(tensor: Tensor) -> Tensor:
    """The other way round."""
    return ((tensor.float().clamp(-1, 1) + 1) * 127.5).round().byte().permute(0, 2, 3, 1)


def to_pixels(tensor: Tensor) -> np.ndarray:
    return to_bytes(tensor).cpu().numpy()


class Crops:
    """Random crops of the drawn pictures, most of them where the eye goes first."""

    def __init__(self, drawn: Drawn, seed: int) -> None:
        self.pictures, self.pixels = drawn.pictures, drawn.pixels
        self.lot = Random(seed)

    def batch(self) -> Tensor:
        return to_tensor(np.stack([self.crop() for _ in range(BATCH)]))

    def crop(self) -> np.ndarray:
        row = self.lot.randrange(len(self.pictures))
        height, width = self.pixels.shape[1:3]
        x, y = self._middle(self.pictures[row], width, height)
        left = min(max(0, round(x) - CROP // 2), width - CROP)
        top = min(max(0, round(y) - CROP // 2), height - CROP)
        return np.asarray(self.pixels[row, top : top + CROP, left : left + CROP])

    def _middle(self, picture: Picture, width: int, height: int) -> tuple[float, float]:
        x, y = self.lot.uniform(0, width), self.lot.uniform(0, height)
        if picture.figures and self.lot.random() < FOCUS:
            points = key_points(picture, self.lot.randrange(len(picture.figures)), width, height)
            spot = points[
                self.lot.choice(("head", "head", "hips", "front_arm_end", "back_arm_end"))
            ]
            return spot[0] + self.lot.gauss(0, 20), spot[1] + self.lot.gauss(0, 20)
        return x, y


def loss_of(model: AutoencoderTiny, picture: Tensor) -> Tensor:
    """Colours and edges of the picture, and latents of zero mean and unit variance."""
    with mixed_precision(picture.device):
        latents = model.encoder(picture)
        painted = model.decoder(latents + NOISE * torch.randn_like(latents))
    latents, painted = latents.float(), painted.float()
    seen = l1_loss(painted, picture) + 2 * (painted - picture).square().mean()
    edges = sum(l1_loss(painted.diff(dim=side), picture.diff(dim=side)) for side in (2, 3))
    spread = latents.mean((0, 2, 3)).square().mean() + (latents.var((0, 2, 3)) - 1).square().mean()
    return seen + edges + 0.02 * spread


def train(folder: Path, drawn: Drawn, held_out: Drawn, schedule: Schedule) -> None:
    """Trains until the time is up; `folder/vae` holds the averaged weights in fp16."""
    run = Run(folder, new_autoencoder().to(memory_format=torch.channels_last), schedule)
    crops = Crops(drawn, run.step)
    tests = to_tensor(held_out.pixels)

    def sample(model: nn.Module) -> None:
        assert isinstance(model, AutoencoderTiny)
        painted = torch.cat([model.decode(model.encode(part.to(run.device)).latents).sample
                             for part in tests.split(8)])  # fmt: skip
        latents = model.encode(tests[:32].to(run.device)).latents
        psnr = -10 * ((painted.clamp(-1, 1).cpu() - tests) / 2).square().mean((1, 2, 3)).log10()
        run.note({"psnr": round(psnr.mean().item(), 3), "std": round(latents.std().item(), 3)})
        pair = np.concatenate([held_out.pixels[:12], to_pixels(painted[:12])], axis=1)
        Image.fromarray(sheet(pair, 6)).save(folder / "samples.png")
        model.half().save_pretrained(folder / "vae")
        model.float()

    run.train(lambda: loss_of(run.model, crops.batch().to(run.device)), sample)


def sheet(rows: np.ndarray, across: int) -> np.ndarray:
    """Pictures (n, H, W, 3) side by side, `across` in a row."""
    return np.concatenate([np.concatenate(list(rows[i : i + across]), axis=1)
                           for i in range(0, len(rows) - across + 1, across)])  # fmt: skip
