"""Small random models of the true topologies, built in memory or as folders for the tests."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderTiny,
    EulerDiscreteScheduler,
    PNDMScheduler,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from safetensors.torch import save_file
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    CLIPTokenizer,
)

from storyboard.training.diffusion import Painter, pipeline_of, save_half
from storyboard.training.words import learn_tokenizer


def sd15_unet(seed: int = 0) -> UNet2DConditionModel:
    """Nine shared layers in up_blocks.1-3, as in Stable Diffusion 1.5; widths cut to a tenth."""
    torch.manual_seed(seed)
    return UNet2DConditionModel(
        sample_size=16,
        block_out_channels=(32, 32, 64, 64),
        layers_per_block=2,
        cross_attention_dim=32,
        attention_head_dim=4,
        norm_num_groups=16,
    ).eval()


def sdxl_unet(seed: int = 0) -> UNet2DConditionModel:
    """Thirty-six shared layers, as in SDXL: ten per block at H/32, two at H/16."""
    torch.manual_seed(seed)
    return UNet2DConditionModel(
        sample_size=16,
        block_out_channels=(16, 32, 64),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 2, 10),
        attention_head_dim=(2, 4, 8),
        cross_attention_dim=32 + 48,
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=32 + 6 * 8,
        norm_num_groups=16,
    ).eval()


def starter_unet(seed: int = 0) -> UNet2DConditionModel:
    """The topology of the bundled starter model: attention below the highest resolution."""
    torch.manual_seed(seed)
    return UNet2DConditionModel(
        sample_size=16,
        in_channels=12,
        out_channels=12,
        block_out_channels=(16, 32),
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D"),
        attention_head_dim=4,
        cross_attention_dim=32,
        addition_embed_type="text",
        addition_embed_type_num_heads=4,
        norm_num_groups=16,
    ).eval()


def save_tiny_model(folder: Path) -> Path:
    """A whole random checkpoint in diffusers format, in the shape of the bundled model."""
    words = learn_tokenizer()
    painter = Painter(tiny_text_encoder(words), starter_unet())
    save_half(pipeline_of(painter, tiny_autoencoder(), words), folder)
    return folder


def save_sd15_model(folder: Path) -> Path:
    """A random Stable Diffusion 1.5: PNDM, nine shared layers, a safety checker that is missing."""
    words = learn_tokenizer()
    StableDiffusionPipeline(
        vae=tiny_kl(),
        text_encoder=tiny_text_encoder(words),
        tokenizer=words,
        unet=sd15_unet(),
        scheduler=PNDMScheduler(beta_schedule="scaled_linear", skip_prk_steps=True, steps_offset=1),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).save_pretrained(folder)
    index = json.loads((folder / "model_index.json").read_text())
    index["safety_checker"] = ["stable_diffusion", "StableDiffusionSafetyChecker"]
    (folder / "model_index.json").write_text(json.dumps(index))
    return folder


def save_sdxl_model(folder: Path) -> Path:
    """A random SDXL: two text encoders, thirty-six shared layers, Euler."""
    words = learn_tokenizer()
    second = CLIPTextModelWithProjection(tiny_text_encoder(words, 48).config).eval()
    StableDiffusionXLPipeline(
        vae=tiny_kl(),
        text_encoder=tiny_text_encoder(words),
        text_encoder_2=second,
        tokenizer=words,
        tokenizer_2=words,
        unet=sdxl_unet(),
        scheduler=EulerDiscreteScheduler(beta_schedule="scaled_linear", steps_offset=1),
        add_watermarker=False,
    ).save_pretrained(folder)
    return folder


def save_ip_adapter(pipe: StableDiffusionPipeline, file: Path, width: int = 24) -> Path:
    """A random IP-Adapter of the original kind for this pipeline: four tokens of one picture."""
    generator = torch.Generator().manual_seed(6)
    told = pipe.unet.config.cross_attention_dim

    def rows(*shape: int) -> torch.Tensor:
        return torch.randn(*shape, generator=generator) * shape[-1] ** -0.5

    weights = {"image_proj.proj.weight": rows(4 * told, width),
               "image_proj.proj.bias": torch.zeros(4 * told),
               "image_proj.norm.weight": torch.ones(told),
               "image_proj.norm.bias": torch.zeros(told)}  # fmt: skip
    layers = [name for name in pipe.unet.attn_processors if name.endswith("attn2.processor")]
    for row, name in enumerate(layers):
        layer = pipe.unet.get_submodule(name.removesuffix(".processor"))
        for part in ("to_k_ip", "to_v_ip"):
            weights[f"ip_adapter.{2 * row + 1}.{part}.weight"] = rows(layer.inner_dim, told)
    save_file(weights, file)
    return file


def tiny_kl() -> AutoencoderKL:
    torch.manual_seed(4)
    return AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(8,) * 4,
        latent_channels=4,
        norm_num_groups=4,
        scaling_factor=0.18215,
    ).eval()


def tiny_autoencoder() -> AutoencoderTiny:
    torch.manual_seed(2)
    return AutoencoderTiny(
        encoder_block_out_channels=(8,) * 5,
        decoder_block_out_channels=(8,) * 5,
        num_encoder_blocks=(0, 0, 0, 0, 1),
        num_decoder_blocks=(1, 0, 0, 0, 0),
        latent_channels=12,
    ).eval()


def tiny_text_encoder(words: CLIPTokenizer, width: int = 32) -> CLIPTextModel:
    torch.manual_seed(3)
    config = CLIPTextConfig(
        vocab_size=len(words),
        hidden_size=width,
        intermediate_size=32,
        projection_dim=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        bos_token_id=words.bos_token_id,
        eos_token_id=words.eos_token_id,
        pad_token_id=words.pad_token_id,
    )
    return CLIPTextModel(config).eval()
