"""What the starter model draws while it learns, always of the same words, to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from diffusers import StableDiffusionPipeline

from storyboard.board import GUIDANCE
from storyboard.engine.consistency import Sharing, random_draw, share_attention
from storyboard.engine.reads import everyone_reads_everyone
from storyboard.engine.request import USUAL
from storyboard.training.autoencoder import sheet

SAMPLES = (
    "a tan-skinned girl with black hair in a red shirt, waving, on the beach by day, wide shot",
    "a brown bear in a blue shirt and a top hat, sitting, in the forest, day, wide shot",
    "a silver robot in a yellow shirt, running, in the city at night, wide shot",
    "an orange cat in a green shirt and glasses, reading, in the bedroom, day, medium shot",
    "a white rabbit in a purple shirt and a crown, jumping, at the castle by day, wide shot",
    "a boy with dark skin with curly red hair in a white shirt, standing, on the moon, close-up",
    "a girl and a bear, standing, in the snow by day, wide shot",
    "nobody, in the mountains at night",
)
PAIRS = (
    "a tan-skinned girl with black hair in a red shirt, standing, and a brown bear in a green "
    "shirt and a top hat, waving, on the beach by day, wide shot",
    "a white rabbit in a blue shirt and a crown, sitting, and a grey cat in a yellow shirt, "
    "waving, in the snow by day, wide shot",
    "a boy with light skin and red hair in a purple shirt, standing, and a gold robot in a blue "
    "shirt and a cap, waving, in the city at night, medium shot",
)
UNKNOWN = ("a purple dragon in a red shirt, waving, at the castle by day, medium shot",)
UNNAMED = (
    "waving, on the beach by day",
    "running, in the city at night",
    "sitting, in the forest, day",
    "reading, in the bedroom, day",
)


def sample_sheet(pipe: StableDiffusionPipeline, steps: int) -> np.ndarray:
    """What to look at, four in a row: told pictures; pairs, and words that are not known; a story
    of an untold girl without and with CSA."""
    sharing = Sharing(USUAL, everyone_reads_everyone(4), random_draw(4), steps, alone=1)
    story = [f"a girl, {text}, medium shot" for text in UNNAMED]
    told = paint(pipe, SAMPLES, steps)
    rare = paint(pipe, PAIRS + UNKNOWN, steps)
    plain = paint(pipe, story, steps)
    with share_attention(pipe.unet, sharing):
        shared = paint(pipe, story, steps)
    return sheet(np.concatenate([told, rare, plain, shared]), 4)


def paint(pipe: StableDiffusionPipeline, prompts: Sequence[str], steps: int) -> np.ndarray:
    """Pictures (n, 224, 384, 3), each from its own noise."""
    seeds = [torch.Generator().manual_seed(row) for row in range(len(prompts))]
    made = pipe(
        list(prompts),
        width=384,
        height=224,
        num_inference_steps=steps,
        guidance_scale=GUIDANCE,
        generator=seeds,
        output_type="np",
    )
    return (made.images * 255).round().astype(np.uint8)
