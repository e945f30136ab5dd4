"""Stage three of the starter model: the text encoder learns from words alone who is meant.

A UNet that has to teach its text encoder takes days to: most of its loss is noise, and until the
states say which shirt is red there is nothing to learn from. Captions cost nothing, so the encoder
is taught first, by questions about the picture that each caption describes (reading.py). Then the
UNet only has to learn how what it is told looks.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from storyboard.training.reading import NO_ANSWER, QUESTIONS, Reader, answers
from storyboard.training.run import Run, Schedule, mixed_precision
from storyboard.training.words import with_unknown_words
from storyboard.world.captions import caption
from storyboard.world.picture import Picture, random_picture

TEXT = 128
WEIGHTS = "told.safetensors"
BATCH = 48
FULL = 0.1  # share of the batches padded to the full length, as the UNet reads them
UNKNOWN = 0.1  # share of captions with words the model does not know
HELD_OUT = 512


class Told(nn.Module):
    """The text encoder and the reader that asks it."""

    def __init__(self, text: CLIPTextModel) -> None:
        super().__init__()
        self.text = text
        self.reader = Reader(TEXT)

    def forward(self, tokens: Tensor, right: Tensor) -> Tensor:
        states = self.text(tokens).last_hidden_state
        loss: Tensor = self.reader.loss(states, right)
        return loss


def new_text_encoder(words: CLIPTokenizer) -> CLIPTextModel:
    """0.7 million parameters; states (B, 77, 128)."""
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(words),
            hidden_size=TEXT,
            intermediate_size=4 * TEXT,
            projection_dim=TEXT,
            num_hidden_layers=3,
            num_attention_heads=4,
            bos_token_id=words.bos_token_id,
            eos_token_id=words.eos_token_id,
            pad_token_id=words.pad_token_id,
        )
    )


class Captions:
    """Pictures that nobody draws, and what is said of them."""

    def __init__(self, words: CLIPTokenizer, seed: int) -> None:
        self.words, self.lot = words, Random(seed)

    def batch(self) -> tuple[Tensor, Tensor]:
        """Token numbers (B, L), and the right answers (B, questions). All of a batch show equally
        many figures, so that short captions need little padding."""
        few = self.lot.random() < 0.5
        pictures: list[Picture] = []
        while len(pictures) < BATCH:
            one = random_picture(self.lot)
            if (len(one.figures) < 2) == few:
                pictures.append(one)
        told = [self.told(one) for one in pictures]
        padding = "max_length" if self.lot.random() < FULL else "longest"
        tokens = self.words(told, padding=padding, truncation=True, return_tensors="pt")
        return tokens.input_ids, torch.tensor([answers(one) for one in pictures])

    def told(self, picture: Picture) -> str:
        text = caption(picture, self.lot)
        return with_unknown_words(text, self.lot) if self.lot.random() < UNKNOWN else text


@torch.no_grad()
def accuracy(told: Told, words: CLIPTokenizer, seed: int) -> dict[str, float]:
    """Share of right answers after captions that name everything, by question."""
    lot = Random(seed)
    pictures = [random_picture(lot) for _ in range(HELD_OUT)]
    asked = words([caption(one, lot, 1.0) for one in pictures], padding="max_length",
                  truncation=True, return_tensors="pt").input_ids  # fmt: skip
    device = next(told.parameters()).device
    states = torch.cat([told.text(part.to(device)).last_hidden_state
                        for part in asked.split(BATCH)])  # fmt: skip
    right = torch.tensor([answers(one) for one in pictures])
    found = {}
    for row, (name, logits) in enumerate(zip(QUESTIONS, told.reader.logits(states), strict=True)):
        known = right[:, row] != NO_ANSWER
        found[name] = (logits.argmax(1).cpu() == right[:, row])[known].float().mean().item()
    return found


def train(folder: Path, words: CLIPTokenizer, begin: CLIPTextModel, schedule: Schedule) -> None:
    """Trains until the time is up; `folder/told.safetensors` holds text encoder and reader."""
    told = Told(begin)
    run = Run(folder, told, schedule)
    captions = Captions(words, run.step)

    def loss() -> Tensor:
        tokens, right = captions.batch()
        with mixed_precision(run.device):
            read: Tensor = told(tokens.to(run.device), right.to(run.device))
        return read

    def sample(averaged: nn.Module) -> None:
        assert averaged is told
        run.note({name: round(share, 3) for name, share in accuracy(told, words, -1).items()})
        save_file(told.state_dict(), folder / WEIGHTS)

    run.train(loss, sample)
