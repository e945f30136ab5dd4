"""Loads whatever makes transitions for a model: its own motion weights, or AnimateDiff's parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from diffusers import DDIMScheduler, MotionAdapter, UNetMotionModel
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from storyboard.engine.checkpoint import PICKLES, pickled
from storyboard.engine.engine import Engine
from storyboard.engine.loading import quietly
from storyboard.engine.request import EngineError
from storyboard.motion.card import MotionCard, read_card
from storyboard.motion.eye import Eye, open_eye
from storyboard.motion.predictor import SemanticMotionPredictor
from storyboard.motion.request import MotionError
from storyboard.motion.transition import MotionModel
from storyboard.motion.video_unet import video_unet

POOLED = "proj.weight"  # in the image projection of an IP-Adapter that reads one embedding


def load_motion(engine: Engine, folder: Path) -> MotionModel:
    """The motion weights of a folder with the engine's model, sharing its text and picture parts.

    Raises MotionError for weights that are missing, damaged or made for another model.
    """
    card = read_card(folder).within(folder)
    if not fits(engine.pipe):
        raise MotionError(
            "Transitions are predicted with models of the Stable Diffusion 1.5 family, and this is "
            "another.",
            "Choose another model, or let panels dissolve.",
        )
    try:
        return quietly(lambda: _loaded(engine, card))
    except EngineError as error:
        raise MotionError(*error.sentence.words, **error.sentence.fields) from error
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError) as error:
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise MotionError(
            "The motion weights “{folder}” cannot be used with this model ({reason}).",
            "Copy them again, or train some for this model.",
            folder=folder,
            reason=reason,
        ) from error


def fits(pipe: Any) -> bool:
    """Whether a pipeline's UNet can become a video UNet that reads one text encoder."""
    return not hasattr(pipe, "text_encoder_2")


def _loaded(engine: Engine, card: MotionCard) -> MotionModel:
    adapter = _part(MotionAdapter, card.adapter, engine.precision)
    unet = video_unet(engine, adapter)
    layers = _ip_layers(unet, card.ip_adapter) if card.ip_adapter else None
    eye = open_eye(
        card.image_encoder,
        pooled=layers is not None and layers.pooled,
        precision=engine.precision,
    )
    eye.model.to(engine.device)
    predictor = _predictor(engine, card, eye)
    return MotionModel(
        engine,
        unet,
        scheduler_for(engine.pipe, public=layers is not None),
        eye,
        predictor,
        layers.project if layers else predictor.project,
        card,
        beside=layers is not None,
    )


def scheduler_for(pipe: Any, *, public: bool) -> DDIMScheduler:
    """The model's own noise; AnimateDiff's layers were trained with betas in a straight line."""
    if not public:
        return DDIMScheduler.from_config(pipe.scheduler.config)
    return DDIMScheduler.from_config(
        pipe.scheduler.config,
        beta_schedule="linear",
        clip_sample=False,
        timestep_spacing="linspace",
        steps_offset=1,
    )


def _predictor(engine: Engine, card: MotionCard, eye: Eye) -> SemanticMotionPredictor:
    """The trained one, or one that interpolates because nothing has been learnt."""
    if card.predictor is None:
        if card.ip_adapter is None:
            raise ValueError("without a predictor, an IP-Adapter must read the tokens")
        places, channels = eye.shape
        bare = SemanticMotionPredictor(channels, 32, 0, 1, places)
        return bare.to(engine.device, engine.precision).eval()
    trained = _part(SemanticMotionPredictor, card.predictor, engine.precision)
    if (trained.config.places, trained.config.token_dim) != eye.shape:
        raise ValueError("the predictor was made for another image encoder")
    return trained.to(engine.device).eval()


def _part(kind: Any, place: str, precision: torch.dtype) -> Any:
    """A part in diffusers' format, from a folder or a hub's id; only safetensors are opened."""
    return kind.from_pretrained(place, dtype=precision, use_safetensors=True)


class _IpLayers:
    """The layers of an IP-Adapter in a video UNet: each frame reads tokens of its own.

    The UNet is told of no adapter (`encoder_hid_dim_type` stays None), because it would give all
    frames the same tokens; the projection is called here instead.
    """

    def __init__(self, unet: UNetMotionModel, weights: dict[str, dict[str, Tensor]]) -> None:
        unet._load_ip_adapter_weights([weights])
        unet.register_to_config(encoder_hid_dim_type=None)
        (self.projection,) = unet.encoder_hid_proj.image_projection_layers
        self.pooled = POOLED in weights["image_proj"]

    def project(self, tokens: Tensor) -> Tensor:
        """(n, N, D) to (n, M, C)."""
        read: Callable[[Tensor], Tensor] = self.projection
        return read(tokens[:, 0] if self.pooled else tokens)


def _ip_layers(unet: UNetMotionModel, place: str) -> _IpLayers:
    return _IpLayers(unet, _sorted_weights(load_file(_ip_file(place))))


def _ip_file(place: str) -> Path:
    """A file of this machine, or OWNER/REPOSITORY/PATH of a hub."""
    path = Path(place)
    if path.suffix in PICKLES:
        raise pickled(path)
    if path.is_file():
        return path
    from huggingface_hub import hf_hub_download

    owner, repository, *rest = place.split("/")
    return Path(hf_hub_download(f"{owner}/{repository}", "/".join(rest)))


def _sorted_weights(flat: dict[str, Tensor]) -> dict[str, dict[str, Tensor]]:
    parts: dict[str, dict[str, Tensor]] = {"image_proj": {}, "ip_adapter": {}}
    for name, rows in flat.items():
        part, _, rest = name.partition(".")
        parts[part][rest] = rows
    return parts
