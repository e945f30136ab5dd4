"""Prompts of any length, as the states the UNet's cross-attention reads.

CLIP reads 77 tokens. A longer prompt is read in chunks of 75, each between its own start and end,
and the states of the chunks stand one after the other.

All rows of a batch need equally many states. A row with fewer chunks repeats all of its own: with
every key and value k times over, softmax gives each copy 1/k of the weight and the sum stays as it
was. So a prompt means the same in any company, and no mask is needed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor


def encoded(pipe: Any, prompts: Sequence[str], negatives: Sequence[str]) -> dict[str, Tensor]:
    """What the stock SD and SDXL pipelines take in place of n prompts and n negative prompts.

    (n, L, C) states for each, L = 77 times the least number of chunks that suits every row, and
    for SDXL (n, D) pooled states of each row's first chunk.
    """
    rows = [*prompts, *negatives]
    known = {text: _states(pipe, text) for text in dict.fromkeys(rows)}
    length = math.lcm(*(states.shape[1] for states, _ in known.values()))
    states = torch.cat([known[text][0].repeat(1, length // known[text][0].shape[1], 1)
                        for text in rows])  # fmt: skip
    half = len(prompts)
    told = {"prompt_embeds": states[:half], "negative_prompt_embeds": states[half:]}
    if hasattr(pipe, "text_encoder_2"):
        pooled = torch.cat([known[text][1] for text in rows])
        told["pooled_prompt_embeds"] = pooled[:half]
        told["negative_pooled_prompt_embeds"] = pooled[half:]
    return told


def _states(pipe: Any, text: str) -> tuple[Tensor, Tensor]:
    """States (1, 77 k, C) of the k chunks of a prompt, and what the last encoder pools."""
    if not hasattr(pipe, "text_encoder_2"):
        chunks = token_chunks(pipe.tokenizer, text).to(pipe.text_encoder.device)
        states = pipe.text_encoder(chunks).last_hidden_state
        return states.flatten(0, 1)[None], states[:1, 0]
    first = _next_to_last(pipe.text_encoder, pipe.tokenizer, text)[0]
    second, pooled = _next_to_last(pipe.text_encoder_2, pipe.tokenizer_2, text)
    return torch.cat(_as_long(first, second), dim=-1), pooled[:1]


def _next_to_last(encoder: Any, tokenizer: Any, text: str) -> tuple[Tensor, Tensor]:
    """SDXL reads the layer before the last: (1, 77 k, C), and the pooled states (k, D)."""
    told = encoder(token_chunks(tokenizer, text).to(encoder.device), output_hidden_states=True)
    return told.hidden_states[-2].flatten(0, 1)[None], told[0]


def _as_long(first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
    """Both repeated to one length: two tokenizers may cut the same prompt differently."""
    length = math.lcm(first.shape[1], second.shape[1])
    return (
        first.repeat(1, length // first.shape[1], 1),
        second.repeat(1, length // second.shape[1], 1),
    )


def token_chunks(tokenizer: Any, text: str) -> Tensor:
    """Token numbers (k, 77) of a prompt, at least one chunk; a short one as everywhere else."""
    most = tokenizer.model_max_length - 2
    ids = tokenizer(text, add_special_tokens=False, truncation=False).input_ids
    cuts = range(0, max(1, len(ids)), most)
    rows = [[tokenizer.bos_token_id, *ids[cut : cut + most], tokenizer.eos_token_id]
            for cut in cuts]  # fmt: skip
    return torch.tensor([row + [tokenizer.pad_token_id] * (most + 2 - len(row)) for row in rows])


def places_of(tokenizer: Any, prompt: str, phrases: Sequence[str]) -> list[list[int]]:
    """Where in a prompt's states each of these phrases is; nowhere for one the prompt lacks.

    A phrase that stands there twice is found twice, one after the other: two characters may be
    described alike.
    """
    found: list[list[int]] = []
    taken: list[tuple[int, int]] = []
    for phrase in phrases:
        start = _free(prompt, phrase, taken) if phrase else -1
        if start < 0:
            found.append([])
            continue
        end = start + len(phrase)
        taken.append((start, end))
        first, after = _tokens(tokenizer, prompt[:start]), _tokens(tokenizer, prompt[:end])
        found.append([_state(tokenizer, token) for token in range(first, after)])
    return found


def _free(prompt: str, phrase: str, taken: Sequence[tuple[int, int]]) -> int:
    """The first place of a phrase that lies in nothing taken, -1 if there is none."""
    start = prompt.find(phrase)
    while start >= 0 and any(start < end and first < start + len(phrase) for first, end in taken):
        start = prompt.find(phrase, start + 1)
    return start


def _tokens(tokenizer: Any, text: str) -> int:
    return len(tokenizer(text, add_special_tokens=False, truncation=False).input_ids)


def _state(tokenizer: Any, token: int) -> int:
    """Every chunk of states begins with the start token and ends with the end token."""
    most = tokenizer.model_max_length - 2
    return token // most * (most + 2) + 1 + token % most
