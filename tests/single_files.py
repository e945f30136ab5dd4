"""Writes a pipeline as one file under the original names, as the model sites offer them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

RESNET = {"norm1": "in_layers.0", "conv1": "in_layers.2", "norm2": "out_layers.0",
          "conv2": "out_layers.3", "time_emb_proj": "emb_layers.1",
          "conv_shortcut": "skip_connection"}  # fmt: skip
OUTSIDE = {"time_embedding.linear_1": "time_embed.0", "time_embedding.linear_2": "time_embed.2",
           "add_embedding.linear_1": "label_emb.0.0", "add_embedding.linear_2": "label_emb.0.2",
           "conv_in": "input_blocks.0.0", "conv_norm_out": "out.0",
           "conv_out": "out.2"}  # fmt: skip
OPENCLIP = {"layer_norm1": "ln_1", "layer_norm2": "ln_2", "mlp.fc1": "mlp.c_fc",
            "mlp.fc2": "mlp.c_proj", "self_attn.out_proj": "attn.out_proj"}  # fmt: skip
Weights = dict[str, torch.Tensor]


def save_single_file(pipe: Any, file: Path) -> Path:
    """Stable Diffusion 1.5 or SDXL, by whether there is a second text encoder."""
    weights = {f"model.diffusion_model.{name}": rows for name, rows in unet(pipe.unet).items()}
    weights |= {f"first_stage_model.{name}": rows for name, rows in vae(pipe.vae).items()}
    first = {f"text_model.{name}": rows for name, rows in pipe.text_encoder.state_dict().items()}
    if hasattr(pipe, "text_encoder_2"):
        weights |= {f"conditioner.embedders.0.transformer.{name}": rows
                    for name, rows in first.items()}  # fmt: skip
        weights |= {f"conditioner.embedders.1.model.{name}": rows
                    for name, rows in openclip(pipe.text_encoder_2).items()}  # fmt: skip
    else:
        weights |= {f"cond_stage_model.transformer.{name}": rows for name, rows in first.items()}
    save_file({name: rows.contiguous().clone() for name, rows in weights.items()}, file)
    return file


def unet(model: Any) -> Weights:
    per_block = model.config.layers_per_block + 1
    return {_unet_name(name, per_block, model): rows for name, rows in model.state_dict().items()}


def _unet_name(name: str, per_block: int, model: Any) -> str:
    stem, _, kind = name.rpartition(".")
    if stem in OUTSIDE:
        return f"{OUTSIDE[stem]}.{kind}"
    found = re.match(r"(down|up)_blocks\.(\d+)\.(resnets|attentions)\.(\d+)\.(.*)", name)
    if found:
        side, block, part, layer, rest = found.groups()
        row = int(block) * per_block + int(layer) + (side == "down")
        stack = "input_blocks" if side == "down" else "output_blocks"
        return f"{stack}.{row}.{_unet_part(part, rest)}"
    found = re.match(r"mid_block\.(resnets|attentions)\.(\d+)\.(.*)", name)
    if found:
        part, layer, rest = found.groups()
        row = 1 if part == "attentions" else 2 * int(layer)
        return f"middle_block.{row}.{_unet_part(part, rest).partition('.')[2]}"
    found = re.match(r"down_blocks\.(\d+)\.downsamplers\.0\.conv\.(.*)", name)
    if found:
        return f"input_blocks.{(int(found[1]) + 1) * per_block}.0.op.{found[2]}"
    found = re.match(r"up_blocks\.(\d+)\.upsamplers\.0\.(.*)", name)
    assert found, name
    block = int(found[1])
    place = 2 if hasattr(model.up_blocks[block], "attentions") else 1
    return f"output_blocks.{(block + 1) * per_block - 1}.{place}.{found[2]}"


def _unet_part(part: str, rest: str) -> str:
    if part == "attentions":
        return f"1.{rest}"
    stem, _, kind = rest.rpartition(".")
    return f"0.{RESNET[stem]}.{kind}"


def vae(model: Any) -> Weights:
    blocks = len(model.config.block_out_channels)
    return {_vae_name(name, blocks): _vae_rows(name, rows)
            for name, rows in model.state_dict().items()}  # fmt: skip


def _vae_name(name: str, blocks: int) -> str:
    name = name.replace("conv_norm_out", "norm_out").replace("conv_shortcut", "nin_shortcut")
    name = re.sub(r"down_blocks\.(\d+)\.resnets\.(\d+)", r"down.\1.block.\2", name)
    name = re.sub(r"down_blocks\.(\d+)\.downsamplers\.0", r"down.\1.downsample", name)
    name = re.sub(r"up_blocks\.(\d+)\.resnets\.(\d+)",
                  lambda at: f"up.{blocks - 1 - int(at[1])}.block.{at[2]}", name)  # fmt: skip
    name = re.sub(r"up_blocks\.(\d+)\.upsamplers\.0",
                  lambda at: f"up.{blocks - 1 - int(at[1])}.upsample", name)  # fmt: skip
    name = re.sub(r"mid_block\.resnets\.(\d+)", lambda at: f"mid.block_{int(at[1]) + 1}", name)
    for ours, theirs in (("group_norm", "norm"), ("to_q", "q"), ("to_k", "k"), ("to_v", "v"),
                         ("to_out.0", "proj_out")):  # fmt: skip
        name = name.replace(f"mid_block.attentions.0.{ours}", f"mid.attn_1.{theirs}")
    return name


def _vae_rows(name: str, rows: torch.Tensor) -> torch.Tensor:
    """Attention is a 1 x 1 convolution there."""
    return rows[:, :, None, None] if ".to_" in name and name.endswith("weight") else rows


def openclip(model: Any) -> Weights:
    told: Weights = {}
    for name, rows in model.state_dict().items():
        name = name.removeprefix("text_model.")
        if name == "text_projection.weight":
            told["text_projection"] = rows.T
        elif name == "embeddings.token_embedding.weight":
            told["token_embedding.weight"] = rows
        elif name == "embeddings.position_embedding.weight":
            told["positional_embedding"] = rows
        elif name.startswith("final_layer_norm"):
            told[name.replace("final_layer_norm", "ln_final")] = rows
        elif name.startswith("encoder.layers"):
            _openclip_layer(told, name, rows)
    return told


def _openclip_layer(told: Weights, name: str, rows: torch.Tensor) -> None:
    layer, rest = re.fullmatch(r"encoder\.layers\.(\d+)\.(.*)", name).groups()  # type: ignore[union-attr]
    stem, _, kind = rest.rpartition(".")
    into = f"transformer.resblocks.{layer}"
    if stem in OPENCLIP:
        told[f"{into}.{OPENCLIP[stem]}.{kind}"] = rows
        return
    joined = f"{into}.attn.in_proj_{kind}"
    place = ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"].index(stem)
    if joined not in told:
        told[joined] = torch.zeros(3 * len(rows), *rows.shape[1:])
    told[joined][place * len(rows) : (place + 1) * len(rows)] = rows
