"""The consistent self-attention is exactly what its equations say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn.functional import scaled_dot_product_attention

from storyboard.engine import attend
from storyboard.engine.consistency import (
    SharedAttention,
    Sharing,
    is_shared_layer,
    random_draw,
    seeded_draw,
    share_attention,
)
from storyboard.engine.reads import (
    Reads,
    everyone_reads_everyone,
    following,
    panels_read_their_cast,
)
from storyboard.engine.request import Consistency
from storyboard.engine.routing import Routing, Told
from tests.dense import close, inputs, predict, predict_densely
from tests.models import sd15_unet, sdxl_unet, starter_unet

PANELS = ("ada", "ben", "cyd")
EVERYONE = everyone_reads_everyone(3)
TWO_READ_AN_ANCHOR = panels_read_their_cast([frozenset({"ann"})] * 3, models=1)
MODELS = [sd15_unet, sdxl_unet, starter_unet]


def sharing(
    rate: float = 0.5,
    strength: float = 1.0,
    reads: Reads = EVERYONE,
    panels: tuple[str, ...] = PANELS,
    **schedule: float,
) -> Sharing:
    settings = Consistency(rate=rate, strength=strength, **schedule)
    return Sharing(settings, reads, seeded_draw(7, panels), steps=10)


@pytest.mark.parametrize("build", MODELS)
@pytest.mark.parametrize("strength", [1.0, 0.4, 2.5])
@pytest.mark.parametrize("reads", [EVERYONE, TWO_READ_AN_ANCHOR, ((1,), (2, 0), ())])
def test_gathering_equals_a_dense_mask_through_a_whole_unet(
    build: Any, strength: float, reads: Reads
) -> None:
    unet, context = build(), sharing(strength=strength, reads=reads)
    assert close(predict(unet, context), predict_densely(unet, context))


@pytest.mark.parametrize(("reads", "routing", "strength", "calls"), [
    (EVERYONE, False, 1.0, 1),
    (EVERYONE, False, 0.4, 1),
    (EVERYONE, True, 1.0, 1),
    (EVERYONE, True, 2.5, 1),
    (TWO_READ_AN_ANCHOR, True, 1.0, 2),  # the anchor's own tokens are all it reads
    (((1,), (2, 0), ()), False, 0.4, 3),
])  # fmt: skip
def test_panels_that_read_equally_many_are_one_call_without_a_mask_at_every_setting(
    reads: Reads, routing: bool, strength: float, calls: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = sharing(reads=reads, strength=strength)
    if routing:
        context.routing = Routing([Told({"ann": [1], "bo": [3]})] * 3, (16, 16))
    masks = []

    def watched(*given: Tensor, attn_mask: Tensor | None = None, scale: float) -> Tensor:
        masks.append(attn_mask)
        return scaled_dot_product_attention(*given, attn_mask=attn_mask, scale=scale)

    monkeypatch.setattr(attend, "scaled_dot_product_attention", watched)
    predict(sd15_unet(), context)
    assert masks == [None] * 9 * calls


@pytest.mark.parametrize("build", MODELS)
def test_a_rate_of_zero_is_plain_attention_bit_for_bit(build: Any) -> None:
    unet = build()
    assert torch.equal(predict(unet, sharing(rate=0)), predict(unet, None))


@pytest.mark.parametrize(("step", "shares"), [(0, False), (3, True), (7, True), (8, False)])
def test_outside_its_part_of_the_schedule_attention_is_plain_bit_for_bit(
    step: int, shares: bool
) -> None:
    unet, context = sd15_unet(), sharing(start=0.3, end=0.8)
    context.begin_step(step)
    assert torch.equal(predict(unet, context), predict(unet, None)) is not shares


@pytest.mark.parametrize("build", MODELS)
def test_a_rate_of_one_reads_every_token_of_every_panel(build: Any) -> None:
    unet, context = build(), sharing(rate=1)

    def whole(attn: Any, hidden_states: Tensor, *_: Any, **__: Any) -> Tensor:
        story = hidden_states.unflatten(0, (-1, 3)).flatten(1, 2).repeat_interleave(3, dim=0)
        return context_free(attn, hidden_states, encoder_hidden_states=story)

    context_free = next(iter(unet.attn_processors.values()))
    plain = dict(unet.attn_processors)
    unet.set_attn_processor({n: whole if is_shared_layer(n) else p for n, p in plain.items()})
    with torch.no_grad():
        concatenated = unet(**inputs(unet, 6)).sample
    unet.set_attn_processor(plain)
    assert close(predict(unet, context), concatenated)


@pytest.mark.parametrize("build", MODELS)
def test_the_order_of_the_other_panels_does_not_matter(build: Any) -> None:
    unet, order = build(), [2, 0, 1]
    given = inputs(unet, 3)
    moved = {k: v[order] if isinstance(v, Tensor) else v for k, v in given.items()}
    if "added_cond_kwargs" in given:
        moved["added_cond_kwargs"] = {k: v[order] for k, v in given["added_cond_kwargs"].items()}
    with torch.no_grad():
        with share_attention(unet, sharing()):
            told = unet(**given).sample
        with share_attention(unet, sharing(panels=tuple(PANELS[i] for i in order))):
            retold = unet(**moved).sample
    assert close(retold, told[order])


def test_a_panel_offers_the_same_tokens_in_any_company() -> None:
    alone = seeded_draw(7, ("cyd",))(3, 64, 32)
    assert torch.equal(alone[0], seeded_draw(7, PANELS)(3, 64, 32)[2])
    assert not torch.equal(alone, seeded_draw(7, ("cyd",))(4, 64, 32))


def test_tokens_are_drawn_once_each() -> None:
    for draw in (seeded_draw(7, PANELS), random_draw(3, torch.Generator().manual_seed(0))):
        assert all(len(set(row.tolist())) == 32 for row in draw(0, 64, 32))


def test_the_halves_of_guidance_never_mix() -> None:
    unet, context = sd15_unet(), sharing()
    given = inputs(unet, 6)
    with torch.no_grad(), share_attention(unet, context):
        both = unet(**given).sample
        given["sample"][3:] = 0
        other = unet(**given).sample
    assert torch.equal(both[:3], other[:3])
    assert not torch.equal(both[3:], other[3:])


@pytest.mark.parametrize("build", MODELS)
def test_groups_left_alone_read_nothing_and_the_others_all_they_did(build: Any) -> None:
    unet, context = build(), sharing()
    plain, shared = predict(unet, None), predict(unet, context)
    context.alone = 1
    context.begin_step(0)
    guided = predict(unet, context)
    assert close(guided[:3], plain[:3])
    assert close(guided[3:], shared[3:])


def test_groups_computed_one_by_one_are_what_they_are_together() -> None:
    unet, context = sd15_unet(), sharing()
    context.alone = 1
    together, given = predict(unet, context), inputs(unet, 6)
    with torch.no_grad(), share_attention(unet, context):
        for skipped in (0, 1):
            context.skipped = skipped
            rows = slice(3 * skipped, 3 * skipped + 3)
            part = {name: one[rows] if isinstance(one, Tensor) else one
                    for name, one in given.items()}  # fmt: skip
            assert close(unet(**part).sample, together[rows])


def test_anchors_do_not_depend_on_who_reads_them() -> None:
    unet, context = sd15_unet(), sharing(reads=TWO_READ_AN_ANCHOR)
    assert close(predict(unet, context, 3)[2], predict(unet, None, 3)[2])


def test_a_story_of_one_panel_is_plain_attention() -> None:
    unet = sd15_unet()
    alone = sharing(reads=everyone_reads_everyone(1), panels=("ada",))
    assert torch.equal(predict(unet, alone, 2), predict(unet, None, 2))


def test_twelve_panels_share_without_guidance() -> None:
    panels = tuple(f"panel {i}" for i in range(12))
    context = sharing(reads=everyone_reads_everyone(12), panels=panels)
    assert predict(starter_unet(), context, 12).isfinite().all()


@pytest.mark.parametrize("rows", [3, 6])
def test_gathering_equals_a_dense_mask_with_guidance_off_and_on(rows: int) -> None:
    unet, context = sd15_unet(), sharing()
    assert close(predict(unet, context, rows), predict_densely(unet, context, rows))


def test_layers_are_chosen_as_fractions_of_those_that_share() -> None:
    def shared(unet: Any, first: float, last: float) -> list[str]:
        context = sharing()
        context.settings = replace(context.settings, first=first, last=last)
        with share_attention(unet, context):
            return [name for name, processor in unet.attn_processors.items()
                    if isinstance(processor, SharedAttention)]  # fmt: skip

    coarse, fine = shared(sd15_unet(), 0, 1 / 3), shared(sd15_unet(), 1 / 3, 1)
    assert {name[:11] for name in coarse} == {"up_blocks.1"}
    assert len(coarse) == 3
    assert len(fine) == 6
    assert len(shared(sdxl_unet(), 0, 30 / 36)) == 30
    unet, context = sd15_unet(), sharing()
    context.settings = replace(context.settings, first=0.5, last=0.5)
    assert torch.equal(predict(unet, context), predict(unet, None))


def test_two_requests_in_one_process_do_not_disturb_each_other() -> None:
    one, other = sd15_unet(), starter_unet()
    first, second = sharing(), sharing(strength=0.3, panels=("x", "y", "z"))
    second.begin_step(5)
    alone = predict(one, first), predict(other, second)
    with torch.no_grad(), share_attention(one, first), share_attention(other, second):
        second.begin_step(5)
        told = one(**inputs(one, 6)).sample, other(**inputs(other, 6)).sample
        again = one(**inputs(one, 6)).sample
    assert torch.equal(told[0], alone[0])
    assert torch.equal(told[1], alone[1])
    assert torch.equal(again, alone[0])


def test_the_plain_processors_come_back_even_after_an_error() -> None:
    unet = sd15_unet()
    before = dict(unet.attn_processors)
    with pytest.raises(ValueError, match="groups of 3"), share_attention(unet, sharing()):
        unet(**inputs(unet, 4))
    assert unet.attn_processors == before


def test_only_self_attention_of_the_up_blocks_shares() -> None:
    def shared(unet: Any) -> int:
        with share_attention(unet, sharing()):
            return sum(isinstance(p, SharedAttention) for p in unet.attn_processors.values())

    assert shared(sd15_unet()) == 9
    assert shared(sdxl_unet()) == 36
    assert shared(starter_unet()) == 4
    assert not is_shared_layer("up_blocks.1.motion_modules.0.transformer_blocks.0.attn1.processor")


def test_sharing_can_be_trained_through() -> None:
    unet = starter_unet().train()
    context = Sharing(Consistency(), EVERYONE, random_draw(3))
    with share_attention(unet, context), torch.autocast("cpu", torch.bfloat16):
        unet(**inputs(unet, 6)).sample.float().square().mean().backward()
    shared = unet.up_blocks[0].attentions[0].transformer_blocks[0].attn1
    assert shared.to_k.weight.grad.abs().sum() > 0


def test_sharing_works_in_half_precision() -> None:
    unet, context = starter_unet(), sharing(strength=0.5)
    exact = predict(unet, context)
    given = {k: v.bfloat16() if isinstance(v, Tensor) else v for k, v in inputs(unet, 6).items()}
    with torch.no_grad(), share_attention(unet.bfloat16(), context):
        assert (unet(**given).sample.float() - exact).abs().mean() < 0.02


def test_a_stronger_sharing_gives_foreign_tokens_more_weight() -> None:
    unet = sd15_unet()
    plain, context = predict(unet, None), sharing()
    weak = (predict(unet, sharing(strength=0.1)) - plain).abs().mean()
    context.settings = replace(context.settings, strength=1.0)
    assert weak < (predict(unet, context) - plain).abs().mean()
    assert torch.equal(predict(unet, sharing(strength=0)), plain)


def one_layer(context: Sharing, hidden: Tensor) -> Tensor:
    layer = starter_unet().up_blocks[0].attentions[0].transformer_blocks[0].attn1
    layer.set_processor(SharedAttention(context, layer.processor))
    with torch.no_grad():
        return layer(hidden)


def windowed(size: int, reads: Reads) -> Sharing:
    panels = tuple(f"panel {row}" for row in range(len(reads)))
    return Sharing(Consistency(window=size), reads, seeded_draw(7, panels), steps=10)


@pytest.mark.parametrize(("shown", "models", "led"), [
    ("a a a", 0, ((), (0,), (0,))),
    ("a a a a", 1, ((3,), (0, 3), (0, 3), ())),  # a finished picture is read by all as before
    ("ab a b ab a", 0, ((1, 2), (), (), (1, 2), (1,))),  # who stands alone leads those of two
    ("ab ab a b", 2, ((2, 3), (0, 2, 3), (), ())),
    ("a b", 0, ((), ())),
])  # fmt: skip
def test_while_one_leads_the_others_read_only_the_first_of_each_of_their_cast(
    shown: str, models: int, led: Reads
) -> None:
    casts = [frozenset(one) for one in shown.split()]
    assert following(panels_read_their_cast(casts, models), casts, models) == led


def test_panels_of_nobody_follow_the_first_of_their_place() -> None:
    casts, places = [frozenset[str]()] * 3, ["attic", "attic", "attic"]
    reads = panels_read_their_cast(casts, places=places)
    assert following(reads, casts) == ((), (0,), (0,))


@pytest.mark.parametrize(("step", "reads"), [(0, ((), (0,), (0,))), (4, EVERYONE)])
def test_one_leads_for_its_part_of_the_schedule_and_then_all_read_one_another(
    step: int, reads: Reads
) -> None:
    unet, asked = starter_unet(), sharing(reads=reads)
    led = Sharing(
        Consistency(lead=0.4), EVERYONE, seeded_draw(7, PANELS), steps=10, led=((), (0,), (0,))
    )
    led.begin_step(step)
    asked.begin_step(step)
    assert torch.equal(predict(unet, led), predict(unet, asked))


def test_in_a_window_a_panel_is_the_mean_over_the_windows_it_is_in() -> None:
    hidden = torch.randn(6, 64, 32, generator=torch.Generator().manual_seed(3))
    reads = (*(tuple(j for j in range(6) if j != i) for i in range(5)), ())  # the last an anchor
    seen = []
    for window in ({0, 1, 2}, {1, 2, 3}, {2, 3, 4}):
        within = tuple(tuple(j for j in read if j in window or j == 5) if i in window else ()
                       for i, read in enumerate(reads))  # fmt: skip
        seen.append((window, one_layer(windowed(0, within), hidden)))
    made = one_layer(windowed(3, reads), hidden)
    for panel in range(5):
        wanted = torch.stack([out[panel] for window, out in seen if panel in window]).mean(0)
        assert close(made[panel], wanted)
    assert close(made[5], seen[0][1][5])


def test_a_window_as_wide_as_the_story_is_the_story() -> None:
    unet = sd15_unet()
    whole, context = predict(unet, sharing()), windowed(9, EVERYONE)
    context.draw = seeded_draw(7, PANELS)
    assert close(predict(unet, context), whole)


def test_what_a_panel_reads_in_windows_does_not_grow_with_the_story() -> None:
    def most(panels: int) -> int:
        readings = windowed(3, everyone_reads_everyone(panels)).readings
        return max(sum(len(reading[panel] or ()) for reading in readings)
                   for panel in range(panels))  # fmt: skip

    assert most(5) == most(50) == 6
