"""Trains the bundled starter model from nothing, stage by stage, in one folder that can be resumed.

drawn/    pictures of the world, for the autoencoder
ae/       the autoencoder's run
latents/  the world as latents, in both sizes
text/     the text encoder's run
unet/     the run of text encoder and UNet; unet/model is a whole diffusers folder
judge/    the judge's run
clip/     the run of the image encoder; clip/encoder is a CLIPModel folder
pose/     the pose judge's run
motion/   a run of `storyboard train motion`, whose weights are published with the rest

Where a stage has no run in the folder, the bundled weights stand in for it, and text encoder, UNet
and judge begin with theirs: so a new machine goes on where the last one stopped. A folder can be
told to forget them.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import torch
from diffusers import AutoencoderTiny
from PIL import Image
from transformers import CLIPTextModel, CLIPTokenizer

from storyboard.engine import vocabulary
from storyboard.resources import (
    pose_judge,
    starter_encoder,
    starter_judge,
    starter_model,
    starter_motion,
)
from storyboard.training import autoencoder, contrast, diffusion, judge, pose, text_encoder
from storyboard.training.drawn import draw
from storyboard.training.latents import Latents, encode
from storyboard.training.run import Schedule
from storyboard.training.words import learn_tokenizer, vocabulary_card

WIDE, SQUARE = (384, 224), (256, 256)
STORIES = {WIDE: (200_000, 2200), SQUARE: (300_000, 1200)}  # first seed and number of stories
ON_GPU = 12  # times as many stories, and pictures for the judge, where a card sees so many more
BATCH = 8  # pictures in one step of the UNet; many small steps learn fastest on few cores
BATCH_ON_GPU = 512  # fewer hardly take less time: the processor needs 90 ms to tell the card a step
AUTOENCODER_STORIES = 1500
TOLD_STORIES = 1500
HELD_OUT = 10_000_000  # the first seed of pictures that nothing is ever trained on
MOST_MEGABYTES = 40  # of the image model, and of the motion weights


def train_autoencoder(folder: Path, minutes: float) -> None:
    """About half an hour on two cores."""
    drawn = draw(folder / "drawn", 0, AUTOENCODER_STORIES, *SQUARE)
    held_out = draw(folder / "drawn", HELD_OUT, 12, *SQUARE)
    schedule = Schedule(minutes, rate=1.5e-3, checkpoint_minutes=3, decay=0.998)
    autoencoder.train(folder / "ae", drawn, held_out, schedule)


def encode_world(folder: Path, minutes: float = 0) -> list[Latents]:
    """Both sizes; a few minutes, once."""
    vae, times = _trained_autoencoder(folder), _times()
    return [
        encode(folder / "latents", vae, first, times * count, width, height)
        for (width, height), (first, count) in STORIES.items()
    ]


def train_text(folder: Path, minutes: float) -> None:
    """A quarter of an hour on two cores, from words alone."""
    words, bundled = _words(folder), starter_model() / "text_encoder"
    known = CLIPTextModel.from_pretrained(bundled, dtype=torch.float32)
    begun = text_encoder.new_text_encoder(words) if _anew(folder) else known
    schedule = Schedule(minutes, rate=1e-3, checkpoint_minutes=2, decay=0.998)
    text_encoder.train(folder / "text", words, begun, schedule)


def train_diffusion(folder: Path, minutes: float) -> None:
    """Hours on two cores, minutes on a large GPU."""
    schedule = Schedule(minutes, rate=5e-4, checkpoint_minutes=12, decay=0.9993)
    sizes, vae = encode_world(folder), _trained_autoencoder(folder)
    told = folder / "text" / text_encoder.WEIGHTS
    earlier = None if _anew(folder) else starter_model()

    def start(painter: diffusion.Painter) -> None:
        diffusion.begin(painter, told, earlier)

    batch = BATCH_ON_GPU if torch.cuda.is_available() else BATCH
    diffusion.train(folder / "unet", sizes, vae, _words(folder), schedule, start, batch)


def train_judge(folder: Path, minutes: float) -> None:
    """An hour on two cores; its pictures are drawn as they are needed."""
    schedule = Schedule(minutes, rate=1e-3, decay=0.998)
    vae = _trained_autoencoder(folder)
    earlier = None if _anew(folder) else starter_judge()
    judge.train(folder / "judge", vae, (WIDE, SQUARE), schedule, earlier, _times())


def train_clip(folder: Path, minutes: float) -> None:
    """About half an hour on two cores."""
    sizes = [draw(folder / "drawn", 0, TOLD_STORIES, *size) for size in (WIDE, SQUARE)]
    held_out = [draw(folder / "drawn", HELD_OUT, 30, *size) for size in (WIDE, SQUARE)]
    schedule = Schedule(minutes, rate=6e-4, decay=0.998)
    contrast.train(folder / "clip", sizes, held_out, _words(folder), schedule)


def train_pose(folder: Path, minutes: float) -> None:
    """About half an hour on two cores."""
    pose.train(folder / "pose", Schedule(minutes, rate=1.5e-3, decay=0.998))


def publish(folder: Path, minutes: float = 0) -> None:
    """Puts the averaged weights of all finished runs, and what the model drew last, where the
    program finds them; the words of the model card stay."""
    _publish(folder / "unet" / "model", starter_model())
    _publish(folder / "clip" / "encoder", starter_encoder())
    _publish(folder / "motion" / "motion", starter_motion())
    if (samples := folder / "unet" / "samples.png").is_file():
        with Image.open(samples) as seen:  # a tenth of the size, for the model card
            seen.save(starter_model() / "samples.webp", quality=85)
    for config in starter_model().rglob("config.json"):  # but not where it was trained
        told = json.loads(config.read_text("utf-8"))
        told.pop("_name_or_path", None)
        config.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    card = json.dumps(vocabulary_card(), indent=1)
    (starter_model() / vocabulary.FILE).write_text(card + "\n", "utf-8")
    for trained, bundled in ((folder / "judge", starter_judge()), (folder / "pose", pose_judge())):
        if (judged := trained / bundled.name).is_file():
            bundled.parent.mkdir(exist_ok=True)
            shutil.copy(judged, bundled)


def _publish(trained: Path, bundled: Path) -> None:
    """Copies a folder of weights, if there is one and it is small enough to be bundled."""
    if not trained.is_dir():
        return
    size = sum(path.stat().st_size for path in trained.rglob("*.safetensors")) / 1e6
    if size > MOST_MEGABYTES:
        raise ValueError(f"{trained} has {size:.0f} MB; {MOST_MEGABYTES} MB may be bundled.")
    shutil.copytree(trained, bundled, dirs_exist_ok=True)


def _times() -> int:
    """How many times as much a machine takes at once as two cores do."""
    return ON_GPU if torch.cuda.is_available() else 1


STAGES: dict[str, Callable[[Path, float], object]] = {
    "autoencoder": train_autoencoder,
    "latents": encode_world,
    "text": train_text,
    "diffusion": train_diffusion,
    "judge": train_judge,
    "clip": train_clip,
    "pose": train_pose,
    "publish": publish,
}


def forget_the_bundled(folder: Path) -> None:
    """All stages in this folder begin with nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "anew").touch()


def _anew(folder: Path) -> bool:
    return (folder / "anew").exists()


def _words(folder: Path) -> CLIPTokenizer:
    """Those training began with: other merges would give the learnt embeddings other words."""
    begun = folder / "unet" / "model" / "tokenizer"
    if _anew(folder) and not begun.is_dir():
        return learn_tokenizer()
    return CLIPTokenizer.from_pretrained(begun if begun.is_dir() else starter_model() / "tokenizer")


def _trained_autoencoder(folder: Path) -> AutoencoderTiny:
    device = "cuda" if torch.cuda.is_available() else "cpu"
    trained = folder / "ae" / "vae"
    begun = trained if trained.is_dir() or _anew(folder) else starter_model() / "vae"
    vae = AutoencoderTiny.from_pretrained(begun).float().eval()
    return vae.to(device, memory_format=torch.channels_last)
