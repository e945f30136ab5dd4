"""Motion weights to begin a training with, and the folder that it leaves."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import torch
from accelerate import PartialState
from accelerate.utils import parse_flag_from_env
from diffusers import MotionAdapter
from torch import nn

from storyboard.engine.engine import Engine
from storyboard.motion.card import MotionCard
from storyboard.motion.eye import open_eye
from storyboard.motion.predictor import SemanticMotionPredictor
from storyboard.motion.request import MotionError
from storyboard.motion.transition import MotionModel
from storyboard.motion.video_unet import video_unet
from storyboard.motion.weights import load_motion, scheduler_for

BEGIN, COMMON, GUIDANCE = 0.12, 0.5, 1.0  # of new weights; see MotionCard
WIDTH, DEPTH, HEADS = 256, 4, 4  # of a new predictor; heads of new temporal layers, too


def begun(model: Path, motion: Path | None, encoder: Path, frames: int) -> MotionModel:
    """Motion weights to go on from, or new ones for a model; in fp32, on this process's device."""
    process = PartialState(cpu=parse_flag_from_env("ACCELERATE_USE_CPU"))
    engine = Engine(model, str(process.device))
    engine.precision = torch.float32
    engine.pipe.to(torch.float32)
    return load_motion(engine, motion) if motion else new_motion(engine, encoder, frames)


def new_motion(engine: Engine, encoder: Path, frames: int) -> MotionModel:
    """An untrained predictor, and temporal layers that leave every frame as it is."""
    if not encoder.is_dir():
        raise MotionError(
            "There is no image encoder at “{encoder}”.",
            "Name one with --encoder, or train one: storyboard train starter --stage clip.",
            encoder=encoder,
        )
    shape = engine.pipe.unet.config
    adapter = MotionAdapter(
        block_out_channels=shape.block_out_channels,
        motion_layers_per_block=shape.layers_per_block,
        motion_norm_num_groups=shape.norm_num_groups,
        motion_num_attention_heads=HEADS,
        use_motion_mid_block=False,
    )
    for name, rows in adapter.named_parameters():
        if "proj_out" in name:
            nn.init.zeros_(rows)
    eye = open_eye(encoder, pooled=False, precision=engine.precision)
    eye.model.to(engine.device)
    places, channels = eye.shape
    predictor = SemanticMotionPredictor(
        channels, WIDTH, DEPTH, HEADS, places, shape.cross_attention_dim
    ).to(engine.device)
    card = MotionCard(
        image_encoder=str(encoder.absolute()),
        frames=frames,
        begin=BEGIN,
        common=COMMON,
        guidance=GUIDANCE,
    )
    return MotionModel(
        engine, video_unet(engine, adapter), scheduler_for(engine.pipe, public=False), eye,
        predictor, predictor.project, card,
    )  # fmt: skip


def save(motion: MotionModel, folder: Path) -> None:
    """The motion weights as a folder of their own, in fp16.

    A local image encoder is copied into it, so that the folder can be carried about.
    """
    deepcopy(motion.predictor).half().save_pretrained(folder / "predictor")
    motion.unet.save_motion_modules(folder / "adapter")
    adapter = MotionAdapter.from_pretrained(folder / "adapter", dtype=torch.float16)
    adapter.save_pretrained(folder / "adapter")
    card = replace(motion.card, adapter="adapter", predictor="predictor")
    encoder = Path(card.image_encoder)
    if encoder.is_dir():
        shutil.copytree(encoder, folder / "image_encoder", dirs_exist_ok=True)
        card = replace(card, image_encoder="image_encoder")
    card.save(folder)
