"""Stage four of the starter model: text encoder and UNet, which learn to paint and to share.

The self-attention of the panels of a story reads one another exactly as it will when panels are
generated together (engine/consistency.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random

import torch
from diffusers import (
    AutoencoderTiny,
    DDIMScheduler,
    StableDiffusionPipeline,
    UNet2DConditionModel,
)
from PIL import Image
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from transformers import CLIPTextModel, CLIPTokenizer

from storyboard.engine.consistency import Sharing, random_draw, share_attention
from storyboard.engine.reads import everyone_reads_everyone
from storyboard.engine.request import Consistency
from storyboard.training.autoencoder import LATENTS
from storyboard.training.batches import Batch, Batches
from storyboard.training.latents import Latents
from storyboard.training.reading import Reader
from storyboard.training.run import Run, Schedule, has_bf16, mixed_precision, prepared
from storyboard.training.samples import sample_sheet
from storyboard.training.text_encoder import TEXT, new_text_encoder

ALIKE = 0.5  # share of the stories whose panels are all noised alike, as when a story is drawn
READING = 0.1  # weight of the loss of the reader beside that of the painter


class Painter(nn.Module):
    """Text encoder and UNet, trained as one, and the reader that checks the text encoder."""

    def __init__(self, text: CLIPTextModel, unet: UNet2DConditionModel) -> None:
        super().__init__()
        self.text = text
        self.unet = unet
        self.reader = Reader(TEXT)


def new_painter(words: CLIPTokenizer) -> Painter:
    """About 17 million parameters; latents (B, 16, h, w), h and w even."""
    unet = UNet2DConditionModel(
        sample_size=(14, 24),
        in_channels=LATENTS,
        out_channels=LATENTS,
        block_out_channels=(128, 256),
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D"),
        attention_head_dim=4,
        cross_attention_dim=TEXT,
        addition_embed_type="text",  # what is told reaches every block beside the time
        addition_embed_type_num_heads=4,
        norm_num_groups=16,
    )
    look_for_alike(unet)
    return Painter(new_text_encoder(words), unet.to(memory_format=torch.channels_last))


@torch.no_grad()
def look_for_alike(unet: UNet2DConditionModel) -> None:
    """Self-attention begins as non-local means (Buades et al. 2005): places read places like them.

    Begun at random it stayed what it was, an average over everything: after 300,000 pictures other
    panels had exactly their share of the weight in every layer, and nobody's looks were carried.
    """
    for name, layer in unet.named_modules():
        if name.endswith("attn1"):
            nn.init.orthogonal_(layer.to_q.weight)
            layer.to_k.weight.copy_(layer.to_q.weight)


def begin(painter: Painter, told: Path, model: Path | None) -> None:
    """The text encoder as its own stage left it in `told`, and the weights of an earlier model.

    Parts that the earlier UNet did not have say nothing at first, so that the painter paints as it
    did.
    """
    if model is not None:
        painter.text.load_state_dict(_weights(model / "text_encoder" / "model.safetensors"))
        unet = _weights(model / "unet" / "diffusion_pytorch_model.safetensors")
        for name in painter.unet.load_state_dict(unet, strict=False).missing_keys:
            if "proj_out" in name or "add_embedding.norm2" in name:
                nn.init.zeros_(painter.unet.get_parameter(name))
    if told.is_file():
        painter.load_state_dict(load_file(told), strict=False)


def _weights(file: Path) -> dict[str, Tensor]:
    return {name: rows.float() for name, rows in load_file(file).items()}


def new_scheduler() -> DDIMScheduler:
    """v-prediction over a schedule that ends in pure noise, sampled from its very end."""
    return DDIMScheduler(
        beta_schedule="scaled_linear",
        beta_start=0.00085,
        beta_end=0.012,
        prediction_type="v_prediction",
        rescale_betas_zero_snr=True,
        timestep_spacing="trailing",
        clip_sample=False,
        set_alpha_to_one=True,
        steps_offset=1,  # unused by trailing spacing; the stock pipeline asks for it
    )


class Loss:
    """The v-prediction loss of a batch (Salimans & Ho 2022), and a little of the reader's."""

    def __init__(self, scheduler: DDIMScheduler, lot: Random) -> None:
        self.scheduler, self.lot = scheduler, lot

    def __call__(self, painter: Painter, batch: Batch) -> Tensor:
        device = painter.unet.device
        latents = batch.latents.to(device).float().contiguous(memory_format=torch.channels_last)
        noise, times = torch.randn_like(latents), self.timesteps(batch).to(device)
        noisy = self.scheduler.add_noise(latents, noise, times)
        wanted = self.scheduler.get_velocity(latents, noise, times)
        with ExitStack() as contexts:
            contexts.enter_context(mixed_precision(device))
            if device.type == "cpu" and has_bf16():  # where fused attention learns slowly
                contexts.enter_context(sdpa_kernel(SDPBackend.MATH))
            if batch.group > 1:
                contexts.enter_context(share_attention(painter.unet, self.sharing(batch.group)))
            told = painter.text(batch.tokens.to(device)).last_hidden_state
            velocity = painter.unet(noisy, times, told).sample
            read = painter.reader.loss(told, batch.answers.to(device))
        missed = (velocity.float() - wanted).square().mean(dim=1)
        weights = batch.weights.to(device)
        return (weights * missed).mean() / weights.mean() + READING * read

    def timesteps(self, batch: Batch) -> Tensor:
        """Spread over the schedule, so that every batch sees all of it, and more of its noisy end:
        there it is decided who is in the picture and where. A panel that is noisier than those it
        reads has most to learn from them."""
        alike = batch.group if self.lot.random() < ALIKE else 1
        drawn = len(batch.tokens) // alike
        steps = self.scheduler.config.num_train_timesteps
        spread = (torch.randperm(drawn) + torch.rand(drawn)) / drawn
        return (spread.sqrt() * steps).long().clamp(max=steps - 1).repeat_interleave(alike)

    def sharing(self, panels: int) -> Sharing:
        settings = Consistency(rate=self.lot.uniform(0.3, 1.0))
        return Sharing(settings, everyone_reads_everyone(panels), random_draw(panels))


def pipeline_of(
    painter: Painter, vae: AutoencoderTiny, words: CLIPTokenizer
) -> StableDiffusionPipeline:
    """The whole model as the stock pipeline, which also writes it as a standard folder."""
    pipe = StableDiffusionPipeline(
        vae=vae,
        text_encoder=painter.text,
        tokenizer=words,
        unet=painter.unet,
        scheduler=new_scheduler(),
        safety_checker=None,
        feature_extractor=None,
        image_encoder=None,
        requires_safety_checker=False,
    )
    pipe.set_progress_bar_config(disable=True)
    return pipe


def train(
    folder: Path,
    sizes: Sequence[Latents],
    vae: AutoencoderTiny,
    words: CLIPTokenizer,
    schedule: Schedule,
    start: Callable[[Painter], None] = lambda painter: None,
    batch: int = 8,
    sample_steps: int = 25,
) -> None:
    """Trains until the time is up; `folder/model` is a diffusers folder of the averaged weights.

    `start` gives a new run its first weights.
    """
    painter = new_painter(words)
    start(painter)
    run = Run(folder, painter, schedule)
    loss = Loss(new_scheduler(), Random(run.step))
    batches = prepared(Batches(sizes, batch, run.step, words), run.device)

    def sample(averaged: nn.Module) -> None:
        assert averaged is painter
        pipe = pipeline_of(painter, vae.to(run.device), words)
        Image.fromarray(sample_sheet(pipe, sample_steps)).save(folder / "samples.png")
        save_half(pipe, folder / "model")

    run.train(lambda: loss(painter, next(batches)), sample)


def save_half(pipe: StableDiffusionPipeline, folder: Path) -> None:
    """The pipeline's folder in fp16; the pipeline itself stays as it is."""
    parts = (pipe.vae, pipe.unet, pipe.text_encoder)
    pipe.to(dtype=torch.float16, silence_dtype_warnings=True)
    pipe.save_pretrained(folder)
    for part in parts:
        part.float()
