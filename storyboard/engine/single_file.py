"""Models in one `.safetensors` file, as the model sites offer them, loaded with no download.

Such a file holds weights under their original names and neither their shapes nor the words of the
text encoders. Both come with the program (resources/architectures) for Stable Diffusion 1.5 and
SDXL. A model of another shape brings its own: a folder beside the file, of the file's name without
`.safetensors`, with a model_index.json and the parts' config.json files in it.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

import torch
from diffusers import StableDiffusionPipeline, StableDiffusionXLPipeline
from safetensors import safe_open
from tokenizers.pre_tokenizers import ByteLevel
from transformers import CLIPTokenizer

from storyboard.engine.checkpoint import check_weights, pickled
from storyboard.engine.request import EngineError
from storyboard.resources import architectures

UNET = "model.diffusion_model.input_blocks.0.0.weight"
SD15_TEXT = "cond_stage_model.transformer."
SDXL_TEXT = "conditioner.embedders.1.model."
END = "</w>"


def load_single_file(file: Path, precision: torch.dtype) -> Any:
    """The stock pipeline of an SD1.5 or SDXL file. Raises EngineError for any other file."""
    kind = kind_of(file)
    own = file.with_suffix("")
    config = own if (own / "model_index.json").is_file() else architectures() / kind
    words: dict[str, Any] = {"tokenizer": _tokenizer(config / "tokenizer", "<|endoftext|>")}
    stock: Any = StableDiffusionPipeline
    if kind == "sdxl":
        words["tokenizer_2"] = _tokenizer(config / "tokenizer_2", "!")
        stock = StableDiffusionXLPipeline
    return stock.from_single_file(
        str(file), config=str(config), local_files_only=True, torch_dtype=precision, **words
    )


def kind_of(file: Path) -> str:
    """sd15 or sdxl, by the names of the weights; nothing is loaded."""
    if file.suffix != ".safetensors":
        raise pickled(file)
    check_weights(file)
    with safe_open(file, "pt") as tensors:
        names = list(tensors.keys())
    if UNET in names and any(name.startswith(SDXL_TEXT) for name in names):
        return "sdxl"
    if UNET in names and any(name.startswith(SD15_TEXT) for name in names):
        return "sd15"
    raise EngineError(
        "“{file}” is not a whole Stable Diffusion 1.5 or SDXL model.",
        "A LoRA, a VAE or another family cannot draw alone; choose a checkpoint of one of these.",
        file=file,
    )


def _tokenizer(own: Path, padding: str) -> CLIPTokenizer:
    return CLIPTokenizer.from_pretrained(own) if own.is_dir() else clip_tokenizer(padding)


def clip_tokenizer(padding: str) -> CLIPTokenizer:
    """CLIP's 49,408 words: the bytes, the bytes that end a word, what merges of them make, and the
    two special ones. `padding` fills up to 77: the end for CLIP-L, "!" for OpenCLIP-G."""
    lines = (architectures() / "clip" / "merges.txt").read_text("utf-8").splitlines()
    merges = [(left, right) for left, right in map(str.split, lines)]
    letters = _letters_in_clip_s_order()
    words = [*letters, *(letter + END for letter in letters), *map("".join, merges)]
    special = ("<|startoftext|>", "<|endoftext|>")
    return CLIPTokenizer(
        vocab={word: row for row, word in enumerate((*words, *special))},
        merges=merges,
        bos_token=special[0],
        eos_token=special[1],
        unk_token=special[1],
        pad_token=padding,
        model_max_length=77,
    )


def _letters_in_clip_s_order() -> list[str]:
    """Printable bytes stand for themselves and come first; the others follow from U+0100 on."""
    printable = list(map(chr, chain(range(33, 127), range(161, 173), range(174, 256))))
    return printable + sorted(set(ByteLevel.alphabet()) - set(printable))
