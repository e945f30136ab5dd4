"""Panels share in every stock pipeline, beside an IP-Adapter, and with every sampler."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import pytest
import torch
from diffusers import (
    ControlNetModel,
    StableDiffusionControlNetPipeline,
    StableDiffusionImg2ImgPipeline,
    StableDiffusionXLControlNetPipeline,
    StableDiffusionXLImg2ImgPipeline,
    StableDiffusionXLPipeline,
)
from PIL import Image
from torch import Tensor

from storyboard.engine.consistency import Sharing, is_shared_layer, seeded_draw, share_attention
from storyboard.engine.engine import Engine
from storyboard.engine.reads import everyone_reads_everyone
from storyboard.engine.request import Anchor, Consistency, GenerationRequest, PanelRequest
from storyboard.engine.routing import Routing, Told
from tests.dense import DenseAttention
from tests.models import save_ip_adapter, save_sd15_model, save_sdxl_model

PROMPTS = ["a girl", "a bear", "a cat"]
SKETCHES = [Image.new("RGB", (64, 64), color) for color in ("red", "green", "blue")]
STEPS = 3


@pytest.fixture(scope="module", params=[save_sd15_model, save_sdxl_model], ids=["sd15", "sdxl"])
def pipe(request, tmp_path_factory) -> Any:
    return Engine(request.param(tmp_path_factory.mktemp("model") / "tiny"), "cpu").pipe


def sharing(rate: float = 0.5, routing: Routing | None = None) -> Sharing:
    reads = everyone_reads_everyone(3)
    return Sharing(Consistency(rate=rate), reads, seeded_draw(7, PROMPTS), STEPS, routing)


@contextmanager
def dense_attention(unet: Any, context: Sharing) -> Iterator[None]:
    plain, dense = dict(unet.attn_processors), DenseAttention(context)
    unet.set_attn_processor({n: dense if is_shared_layer(n) else p for n, p in plain.items()})
    yield
    unet.set_attn_processor(plain)


def drawn(pipe: Any, context: Sharing | None, dense: bool = False, **given: Any) -> np.ndarray:
    """Three pictures of a stock pipeline, each from the noise of its own seed."""
    share = dense_attention if dense else share_attention
    asked = {"num_inference_steps": STEPS, "output_type": "np",
             "generator": [torch.Generator().manual_seed(row) for row in range(3)]}  # fmt: skip
    if context:
        asked["callback_on_step_end"] = context.after_step
    pipe.set_progress_bar_config(disable=True)
    with share(pipe.unet, context) if context else nullcontext():
        return np.asarray(pipe(PROMPTS, **asked, **given).images)


def img2img(pipe: Any) -> tuple[Any, dict[str, Any]]:
    xl = isinstance(pipe, StableDiffusionXLPipeline)
    kind: Any = StableDiffusionXLImg2ImgPipeline if xl else StableDiffusionImg2ImgPipeline
    return kind(**pipe.components), {"image": SKETCHES, "strength": 1.0}


def controlnet(pipe: Any) -> tuple[Any, dict[str, Any]]:
    xl = isinstance(pipe, StableDiffusionXLPipeline)
    kind: Any = StableDiffusionXLControlNetPipeline if xl else StableDiffusionControlNetPipeline
    torch.manual_seed(5)
    net = ControlNetModel.from_unet(pipe.unet, conditioning_embedding_out_channels=(16, 32, 64, 64))
    with torch.no_grad():  # it begins as zero, which would change nothing
        for layer in (*net.controlnet_down_blocks, net.controlnet_mid_block):
            layer.weight.normal_(std=0.1)
    return kind(**pipe.components, controlnet=net), {"image": SKETCHES, "width": 64, "height": 64}


@pytest.mark.parametrize("other", [img2img, controlnet])
def test_other_pipelines_share_exactly_and_are_plain_at_a_rate_of_zero(pipe, other) -> None:
    made, given = other(pipe)
    plain = drawn(made, None, **given)
    assert np.array_equal(drawn(made, sharing(rate=0), **given), plain)
    shared = drawn(made, sharing(), **given)
    assert np.abs(shared - plain).max() > 1e-3
    assert np.allclose(shared, drawn(made, sharing(), dense=True, **given), atol=1e-3)
    assert np.array_equal(drawn(made, None, **given), plain)


@pytest.fixture(scope="module")
def adapted(pipe, tmp_path_factory) -> Any:
    """The same model with an IP-Adapter, in a pipeline of its own."""
    folder = tmp_path_factory.mktemp("adapter")
    pipe.save_pretrained(folder / "model")
    made = Engine(folder / "model", "cpu").pipe
    file = save_ip_adapter(made, folder / "adapter.safetensors")
    made.load_ip_adapter(str(folder), subfolder="", weight_name=file.name,
                         image_encoder_folder=None, local_files_only=True)  # fmt: skip
    return made


def test_an_ip_adapter_and_sharing_work_together(adapted) -> None:
    picture = torch.randn(6, 1, 24, generator=torch.Generator().manual_seed(1))
    given = {"ip_adapter_image_embeds": [picture], "width": 64, "height": 64}
    before = dict(adapted.unet.attn_processors)
    adapted.set_ip_adapter_scale(0.7)
    plain = drawn(adapted, None, **given)
    assert np.array_equal(drawn(adapted, sharing(rate=0), **given), plain)
    shared = drawn(adapted, sharing(), **given)
    assert np.allclose(shared, drawn(adapted, sharing(), dense=True, **given), atol=1e-3)
    assert np.abs(shared - plain).max() > 1e-3
    adapted.set_ip_adapter_scale(0.0)
    assert np.abs(drawn(adapted, sharing(), **given) - shared).max() > 1e-3
    assert dict(adapted.unet.attn_processors) == before


def test_routing_reads_the_words_beside_an_ip_adapter_s_pictures(adapted) -> None:
    picture = torch.randn(6, 1, 24, generator=torch.Generator().manual_seed(1))
    given = {"ip_adapter_image_embeds": [picture], "width": 64, "height": 64}
    words = [{"girl": [2]}, {"bear": [2]}, {"girl": [1], "bear": [2]}]
    routing = Routing([Told(each) for each in words], (8, 8))
    routed = drawn(adapted, sharing(routing=routing), **given)
    assert routing.maps is not None
    assert np.isfinite(routed).all()


SAMPLERS = [
    "DDIMScheduler", "DDPMScheduler", "PNDMScheduler", "KDPM2AncestralDiscreteScheduler",
    "EulerDiscreteScheduler", "EulerAncestralDiscreteScheduler", "HeunDiscreteScheduler",
    "KDPM2DiscreteScheduler", "DPMSolverMultistepScheduler", "DPMSolverSinglestepScheduler",
    "UniPCMultistepScheduler", "DEISMultistepScheduler", "LCMScheduler",
]  # fmt: skip


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Engine:
    return Engine(save_sd15_model(tmp_path_factory.mktemp("model") / "sd15"), "cpu")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("sampler", SAMPLERS)
def test_with_every_sampler_an_anchor_is_as_noisy_as_the_step_it_is_read_at(
    engine, tmp_path: Path, sampler: str
) -> None:
    config = {k: v for k, v in engine.pipe.scheduler.config.items() if not k.startswith("_")}
    engine.pipe.scheduler = getattr(diffusers, sampler).from_config(config)
    path = tmp_path / "red.png"
    SKETCHES[0].save(path)
    anchor = Anchor("red", "ab" * 32, path, "a girl", ("ann",))
    panels = tuple(PanelRequest(name, f"a {name}", seed=3, cast=("ann",)) for name in ("x", "y"))
    request = GenerationRequest(engine.model, panels, (anchor,), width=64, height=64, steps=4)
    with torch.inference_mode():
        clean = engine.encode(SKETCHES[0], 64, 64)
    seen = watched(engine, request)
    assert len(seen) >= 4
    noises = [noise_in(clean, given, time, engine.pipe.scheduler) for time, given in seen]
    for noise in noises[1:]:
        assert (noise - noises[0]).abs().max() < 0.05  # the same noise at every step
    assert abs(float(noises[0].std()) - 1) < 0.2


def watched(engine: Engine, request: GenerationRequest) -> list[tuple[float, Tensor]]:
    """The times, and what the UNet is given for the anchor at each of them."""
    seen: list[tuple[float, Tensor]] = []

    def look(unet: Any, args: Any, named: dict[str, Any]) -> None:
        seen.append((float(args[1]), args[0][-1:].clone()))

    hook = engine.pipe.unet.register_forward_pre_hook(look, with_kwargs=True)
    made = engine.generate(request, lambda progress: None)
    hook.remove()
    assert len(made) == 2
    return seen


def noise_in(clean: Tensor, given: Tensor, time: float, scheduler: Any) -> Tensor:
    """x_t = sqrt(a) x_0 + sqrt(1 - a) noise, solved for the noise."""
    alphas = scheduler.alphas_cumprod.float()
    low = int(time)
    a = torch.lerp(alphas[low], alphas[min(low + 1, len(alphas) - 1)], time - low)
    return (given - a.sqrt() * clean) / (1 - a).sqrt()
