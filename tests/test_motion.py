"""Two panels become a clip: it begins and ends with them, and every frame reads its own tokens."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from storyboard.engine.engine import Engine
from storyboard.engine.request import Lora
from storyboard.motion.card import MotionCard, read_card, weights_name
from storyboard.motion.eye import open_eye
from storyboard.motion.loop import holding_the_dissolve, mixed_noise
from storyboard.motion.predictor import SemanticMotionPredictor, interpolated
from storyboard.motion.request import MotionError, TransitionEnd, TransitionRequest
from storyboard.motion.told import Told
from storyboard.motion.transition import MotionModel, passes_over, sharpened
from storyboard.motion.video_unet import ask
from storyboard.motion.weights import load_motion
from storyboard.progress import Cancelled, Preview, Progress
from storyboard.training.diffusion import new_scheduler
from tests.models import save_sd15_model, save_sdxl_model, starter_unet
from tests.motion_models import save_public_motion, save_tiny_motion
from tests.test_lora import save_lora


def quiet(progress: Progress) -> None:
    """A report nobody reads."""


@pytest.fixture(scope="module")
def motion_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_motion(tmp_path_factory.mktemp("motion"))


@pytest.fixture(scope="module")
def engine(tiny_model: Path) -> Engine:
    return Engine(tiny_model, "cpu")


@pytest.fixture(scope="module")
def motion(engine: Engine, motion_folder: Path) -> MotionModel:
    return load_motion(engine, motion_folder)


@pytest.fixture
def request_for(tmp_path: Path, tiny_model: Path, motion_folder: Path) -> TransitionRequest:
    return transition(tmp_path, tiny_model, motion_folder)


def transition(folder: Path, model: Path, motion: Path | None, **more: int) -> TransitionRequest:
    """Two panels of noise, three frames between them."""
    ends = []
    for row in range(2):
        noise = np.random.default_rng(row).integers(0, 256, (64, 64, 3), np.uint8)
        Image.fromarray(noise).save(folder / f"{row}.png")
        ends.append(TransitionEnd(f"panel {row}", f"{row}" * 64, folder / f"{row}.png", "a cat"))
    settings = {"frames": 3, "width": 64, "height": 64, "steps": 2} | more
    return TransitionRequest(*ends, model=model, motion=motion, **settings)


@pytest.fixture(scope="module")
def ends() -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    torch.manual_seed(0)
    return torch.randn(2, 5, 16), torch.randn(2, 5, 16)


def test_untrained_the_predictor_is_exactly_the_interpolation(
    ends: tuple[torch.Tensor, torch.Tensor],
) -> None:
    predictor = SemanticMotionPredictor(16, 16, 2, 2, places=5)
    assert torch.equal(predictor(*ends, 7), interpolated(*ends, 7))
    assert torch.allclose(interpolated(*ends, 3)[:, 1], (ends[0] + ends[1]) / 2)


def test_a_trained_predictor_changes_the_middle_and_keeps_the_ends(
    ends: tuple[torch.Tensor, torch.Tensor],
) -> None:
    predictor = SemanticMotionPredictor(16, 16, 2, 2, places=5)
    torch.nn.init.normal_(predictor.leave.weight)
    predicted = predictor(*ends, 7)
    assert predicted.shape == (2, 7, 5, 16)
    assert torch.equal(predicted[:, 0], ends[0])
    assert torch.equal(predicted[:, -1], ends[1])
    assert not torch.allclose(predicted, interpolated(*ends, 7), atol=1e-2)


def test_the_predictor_learns_a_way_that_is_not_straight() -> None:
    torch.manual_seed(0)
    predictor = SemanticMotionPredictor(8, 64, 1, 2, places=2)
    learner = torch.optim.AdamW(predictor.parameters(), 5e-3)
    shares = torch.linspace(0, 1, 5).square()[None, :, None, None]  # slow, then fast
    for _ in range(80):
        start, end = torch.randn(2, 32, 2, 8)
        wanted = (1 - shares) * start[:, None] + shares * end[:, None]
        loss = (predictor(start, end, 5) - wanted).square().mean()
        learner.zero_grad()
        loss.backward()
        learner.step()
    straight = (interpolated(start, end, 5) - wanted).square().mean()
    assert loss < 0.5 * straight


@pytest.mark.parametrize("count", [1, 2, 3, 6, 7, 30, 200])
def test_a_clip_of_any_length_is_made_from_frames_that_are_known(count: int) -> None:
    known = {0, count + 1}
    for rows in passes_over(0, count + 1, 6):
        assert len(rows) <= 6
        assert {rows[0], rows[-1]} <= known
        assert not set(rows[1:-1]) & known
        known |= set(rows)
    assert known == set(range(count + 2))


def test_the_first_and_the_last_frame_are_the_panels(
    motion: MotionModel, request_for: TransitionRequest
) -> None:
    frames = motion.frames(request_for, quiet)
    assert frames.shape == (5, 64, 64, 3)
    for row, end in ((0, request_for.start), (-1, request_for.end)):
        assert np.array_equal(frames[row], np.asarray(Image.open(end.picture)))
    assert not np.array_equal(frames[1], frames[2])


def test_the_same_request_gives_the_same_frames_and_another_seed_others(
    motion: MotionModel, request_for: TransitionRequest
) -> None:
    first = motion.frames(request_for, quiet)
    assert np.array_equal(first, motion.frames(request_for, quiet))
    assert not np.array_equal(first, motion.frames(replace(request_for, seed=1), quiet))


def test_every_step_is_reported_and_shown_and_any_can_be_the_last(
    motion: MotionModel, request_for: TransitionRequest
) -> None:
    long = replace(request_for, frames=12)
    told: list[Progress] = []
    shown: list[Preview] = []

    def report(progress: Progress) -> None:
        told.append(progress)
        shown.extend(progress.previews())

    assert len(motion.frames(long, report)) == 14
    assert [one.step for one in told] == list(range(told[-1].steps + 1))
    assert len(shown) == told[-1].steps
    assert (shown[0].panel, shown[0].width, shown[0].height) == (long.start.panel, 4, 4)

    def stop(progress: Progress) -> None:
        if progress.step == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        motion.frames(long, stop)


def test_every_frame_reads_tokens_of_its_own(
    motion: MotionModel, request_for: TransitionRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With tokens that go from the start's to the end's at once, other frames come out."""
    before = motion.frames(request_for, quiet)
    usual = motion.predicted
    monkeypatch.setattr(motion, "predicted", lambda ends, length: usual(ends, length).flip(0))
    after = motion.frames(request_for, quiet)
    assert not np.array_equal(before[1], after[1])


def test_what_the_image_model_is_told_beside_the_time_the_clip_is_told_too(
    motion: MotionModel,
) -> None:
    unet, plain = motion.unet, motion.engine.pipe.unet
    text = torch.randn(3, 77, 32)
    noisy = torch.randn(1, 12, 3, 4, 4)
    halfway = plain.add_embedding(text[[0, -1]]).mean(0, keepdim=True)
    emb = plain.time_embedding(plain.time_proj(torch.tensor([500])))
    told = unet.time_embedding(unet.time_proj(torch.tensor([500])), text[None, [0, -1]])
    torch.testing.assert_close(told, emb + halfway)
    first = ask(unet, noisy, torch.tensor([500]), Told(text), beside=False)
    other = ask(unet, noisy, torch.tensor([500]), Told(text.flip(0)), beside=False)
    assert not torch.allclose(first, other)


def test_the_parts_are_saved_as_they_were_loaded(
    motion: MotionModel, engine: Engine, request_for: TransitionRequest, tmp_path: Path
) -> None:
    motion.predictor.save_pretrained(tmp_path / "predictor")
    motion.unet.save_motion_modules(tmp_path / "adapter")
    assert request_for.motion is not None
    encoder = str(request_for.motion / "image_encoder")
    MotionCard(image_encoder=encoder, frames=6).save(tmp_path)
    again = load_motion(engine, tmp_path)
    assert np.array_equal(motion.frames(request_for, quiet), again.frames(request_for, quiet))


@pytest.mark.parametrize("size", [(1920, 1080), (100, 333), (64, 64), (5000, 400)])
def test_any_size_becomes_one_the_model_can_make(
    motion: MotionModel, size: tuple[int, int]
) -> None:
    width, height = motion.size_for(*size)
    assert width % 16 == height % 16 == 0
    assert width * height <= 1.2 * 256 * 256
    assert min(width, height) >= 32


def test_without_guidance_half_the_work_is_done(
    motion: MotionModel, request_for: TransitionRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    passes: list[int] = []
    hook = motion.unet.register_forward_pre_hook(lambda *given: passes.append(1))
    motion.frames(replace(request_for, guidance=1.0), quiet)
    assert len(passes) == request_for.steps
    motion.frames(request_for, quiet)
    hook.remove()
    assert len(passes) == 3 * request_for.steps


def test_public_weights_make_transitions_with_an_untrained_predictor(tmp_path: Path) -> None:
    engine = Engine(save_sd15_model(tmp_path / "model"), "cpu")
    folder = save_public_motion(tmp_path / "motion")
    motion = load_motion(engine, folder)
    assert motion.beside
    assert motion.scheduler.config.beta_schedule == "linear"
    asked = transition(tmp_path, tmp_path / "model", folder)
    frames = motion.frames(asked, quiet)
    assert frames.shape == (5, 64, 64, 3)
    assert np.array_equal(frames[0], np.asarray(Image.open(asked.start.picture)))
    tokens = motion.predicted(frames[[0, -1]], 5)
    assert tokens.shape == (5, 1, 24)
    assert torch.allclose(tokens[2], (tokens[0] + tokens[4]) / 2, atol=1e-5)
    assert motion.project(tokens).shape == (5, 4, 32)


def test_a_lora_on_the_engine_is_no_part_of_a_transition(
    tiny_model: Path, motion_folder: Path, request_for: TransitionRequest, tmp_path: Path
) -> None:
    engine = Engine(tiny_model, "cpu")
    plain = load_motion(engine, motion_folder).frames(request_for, quiet)
    lora = Lora(save_lora(tmp_path / "lora.safetensors", starter_unet()))
    engine.use((lora,))
    assert np.array_equal(plain, load_motion(engine, motion_folder).frames(request_for, quiet))
    engine.use((lora,))
    assert engine.loras == (lora,)


def test_a_model_of_another_family_is_refused(tmp_path: Path, motion_folder: Path) -> None:
    engine = Engine(save_sdxl_model(tmp_path / "model"), "cpu")
    with pytest.raises(MotionError, match=r"1\.5"):
        load_motion(engine, motion_folder)


def test_weights_that_cannot_be_used_are_named(
    engine: Engine, motion_folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(MotionError, match="no motion weights"):
        load_motion(engine, tmp_path)
    (tmp_path / "motion.json").write_text("[]")
    with pytest.raises(MotionError, match="describes no motion"):
        load_motion(engine, tmp_path)
    other = save_public_motion(tmp_path / "public")
    with pytest.raises(MotionError, match="cannot be used with this model"):
        load_motion(engine, other)
    MotionCard(predictor=None, adapter=str(motion_folder / "adapter"),
               image_encoder=str(motion_folder / "image_encoder")).save(tmp_path)  # fmt: skip
    with pytest.raises(MotionError, match="without a predictor"):
        load_motion(engine, tmp_path)
    replace(read_card(other), ip_adapter="models/ip-adapter.bin").save(other)
    with pytest.raises(MotionError):
        load_motion(engine, other)


def test_what_cannot_be_made_is_said_in_a_sentence(
    motion: MotionModel, request_for: TransitionRequest, tmp_path: Path
) -> None:
    for wrong in ({"frames": 0}, {"steps": 0}, {"width": 0}, {"frames": 10**6}):
        with pytest.raises(MotionError):
            motion.frames(replace(request_for, **wrong), quiet)
    torn = tmp_path / "torn.png"
    torn.write_bytes(b"no picture")
    with pytest.raises(MotionError, match=r"torn\.png"):
        motion.frames(replace(request_for, end=replace(request_for.end, picture=torn)), quiet)


def test_the_key_names_what_decides_the_pixels_and_nothing_else(
    request_for: TransitionRequest, motion_folder: Path, tiny_model: Path, tmp_path: Path
) -> None:
    moved = replace(request_for, model=tmp_path, start=replace(request_for.start, panel="other"))
    assert moved.key == request_for.key
    for other in ({"seed": 1}, {"frames": 4}, {"weights": "x"}, {"guidance": 3.0}):
        assert replace(request_for, **other).key != request_for.key
    changed = replace(request_for, end=replace(request_for.end, sha256="f" * 64))
    assert changed.key != request_for.key
    name = weights_name(tiny_model, motion_folder)
    assert name == weights_name(tiny_model, motion_folder)
    card = json.loads((motion_folder / "motion.json").read_text())
    assert card["frames"] == 6


def test_the_eye_sees_whole_pictures_of_any_size(motion_folder: Path) -> None:
    eye = open_eye(motion_folder / "image_encoder", pooled=False, precision=torch.float32)
    pictures = np.zeros((3, 40, 90, 3), np.uint8)
    assert eye.tokens(pictures).shape == (3, 5, 16)
    assert eye.embeds(pictures).shape == (3, 12)
    assert torch.allclose(eye.embeds(pictures).norm(dim=1), torch.ones(3))
    assert [layer.shape for layer in eye.layers(pictures)] == [(3, 5, 16)] * 2


def test_a_clip_may_begin_where_the_straight_way_shines_through_the_noise(
    engine: Engine, motion_folder: Path, request_for: TransitionRequest, tmp_path: Path
) -> None:
    card = read_card(motion_folder).within(motion_folder)
    told: list[Progress] = []
    times: list[float] = []
    for begin in (1.0, 0.5):
        replace(card, begin=begin, common=0.5).save(tmp_path)
        motion = load_motion(engine, tmp_path)
        hook = motion.unet.register_forward_pre_hook(
            lambda unet, given: times.append(float(given[1]))
        )
        motion.frames(request_for, told.append)
        hook.remove()
    assert max(times[: len(times) // 2]) > max(times[len(times) // 2 :])
    assert len(told) == 2 * (request_for.steps + 1)


def test_noise_in_common_makes_frames_alike_and_keeps_its_strength() -> None:
    shape = (1, 8, 6, 12, 12)
    for common, alike in ((0.0, 0.0), (0.5, 0.5), (1.0, 1.0)):
        noise = mixed_noise(shape, common, torch.Generator().manual_seed(0))
        assert noise.std() == pytest.approx(1, abs=0.05)
        assert (noise[:, :, 0] * noise[:, :, 3]).mean() == pytest.approx(alike, abs=0.1)


@pytest.mark.parametrize("begin", [0.25, 0.6, 1.0])
def test_the_noise_that_is_learnt_from_leads_from_where_a_clip_begins(begin: float) -> None:
    torch.manual_seed(0)
    clean, noise = torch.randn(2, 1, 4, 6, 3, 3)
    scheduler = new_scheduler()
    noise_of_clip = holding_the_dissolve(noise, clean, scheduler, begin)
    dissolve = interpolated(clean[:, :, 0], clean[:, :, -1], 6).transpose(1, 2)
    first = torch.tensor([round(begin * 1000) - 1])
    begun = scheduler.add_noise(dissolve, noise, first)
    assert torch.allclose(scheduler.add_noise(clean, noise_of_clip, first), begun, atol=1e-4)
    assert torch.equal(noise_of_clip[:, :, [0, -1]], noise[:, :, [0, -1]])


def test_where_nothing_moves_frames_are_as_sharp_as_the_panels() -> None:
    ends = np.random.default_rng(0).integers(0, 256, (2, 16, 16, 3), np.uint8)
    given = torch.from_numpy(ends).permute(0, 3, 1, 2).float() / 127.5 - 1
    dull = 0.5 * given  # what an autoencoder might make of them
    dissolve = interpolated(dull[:1], dull[1:], 5)[0]
    moving = dissolve.clone()
    moving[2, :, :, 8:] += 2
    made = sharpened(moving, ends)
    assert torch.allclose(made[[0, -1]], given, atol=1e-6)
    assert torch.allclose(made[2, :, :, :8], given.mean(0)[:, :, :8], atol=1e-6)
    assert torch.allclose(made[2, :, :, 8:], moving[2, :, :, 8:], atol=1e-4)
