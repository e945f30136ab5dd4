"""Small random motion weights of the true topologies, as folders for the tests."""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers import MotionAdapter, UNetMotionModel
from safetensors.torch import save_file
from transformers import CLIPConfig, CLIPModel, CLIPVisionConfig, CLIPVisionModelWithProjection

from storyboard.motion.card import MotionCard
from storyboard.motion.predictor import SemanticMotionPredictor
from tests.models import sd15_unet

VISION = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2,
          "num_attention_heads": 2, "image_size": 32, "patch_size": 16}  # fmt: skip
TEXT = {"vocab_size": 64, "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1,
        "num_attention_heads": 2, "bos_token_id": 0, "eos_token_id": 1,
        "pad_token_id": 1}  # fmt: skip


def adapter_for(widths: tuple[int, ...], layers: int) -> MotionAdapter:
    torch.manual_seed(5)
    return MotionAdapter(
        block_out_channels=widths,
        motion_layers_per_block=layers,
        motion_norm_num_groups=16,
        motion_num_attention_heads=4,
        use_motion_mid_block=False,
    )


def tiny_clip() -> CLIPModel:
    torch.manual_seed(6)
    config = CLIPConfig(text_config=TEXT, vision_config=VISION, projection_dim=12)
    return CLIPModel(config).eval()


def save_tiny_motion(folder: Path, frames: int = 6) -> Path:
    """Motion weights of the bundled kind, for `tests.models.save_tiny_model`."""
    torch.manual_seed(7)
    predictor = SemanticMotionPredictor(16, 16, 1, 2, places=5, cross_attention_dim=32)
    torch.nn.init.normal_(predictor.leave.weight, std=0.5)
    predictor.save_pretrained(folder / "predictor")
    adapter_for((16, 32), 1).save_pretrained(folder / "adapter")
    tiny_clip().save_pretrained(folder / "image_encoder")
    MotionCard(frames=frames).save(folder)
    return folder


def save_public_motion(folder: Path) -> Path:
    """The shape of AnimateDiff's and IP-Adapter's public folders, for Stable Diffusion 1.5."""
    adapter = adapter_for((32, 32, 64, 64), 2)
    adapter.save_pretrained(folder / "animatediff")
    torch.manual_seed(8)
    vision = CLIPVisionConfig(**VISION, projection_dim=24)
    CLIPVisionModelWithProjection(vision).save_pretrained(folder / "models" / "image_encoder")
    save_file(ip_adapter_weights(), folder / "models" / "ip-adapter.safetensors")
    MotionCard(
        "animatediff",
        "models/image_encoder",
        predictor=None,
        ip_adapter="models/ip-adapter.safetensors",
        ends="noised",
        guidance=7.5,
    ).save(folder)
    return folder


def ip_adapter_weights(seen: int = 24, read: int = 32) -> dict[str, torch.Tensor]:
    """As in ip-adapter_sd15.safetensors: a projection to four tokens, and two layers each."""
    weights = {
        "image_proj.proj.weight": torch.randn(4 * read, seen) * 0.1,
        "image_proj.proj.bias": torch.zeros(4 * read),
        "image_proj.norm.weight": torch.ones(read),
        "image_proj.norm.bias": torch.zeros(read),
    }
    unet = UNetMotionModel.from_unet2d(sd15_unet(), adapter_for((32, 32, 64, 64), 2))
    read_at = [name for name in unet.attn_processors
               if name.endswith("attn2.processor") and "motion_modules" not in name]  # fmt: skip
    for row, name in enumerate(read_at):
        layer = unet.get_submodule(name.removesuffix(".processor"))
        for part in ("to_k_ip", "to_v_ip"):
            shape = (layer.to_k.out_features, read)
            weights[f"ip_adapter.{2 * row + 1}.{part}.weight"] = torch.randn(shape) * 0.1
    return weights
