"""Each region of a panel reads only its own character, and nobody has to draw a mask for it."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from storyboard.board import Box
from storyboard.engine.consistency import Sharing, seeded_draw
from storyboard.engine.prompts import places_of
from storyboard.engine.reads import panels_read_their_cast
from storyboard.engine.request import Consistency
from storyboard.engine.routing import Routing, Told, grid_of, watched_layers
from storyboard.training.words import learn_tokenizer
from tests.dense import close, inputs, predict, predict_densely
from tests.models import sd15_unet, sdxl_unet, starter_unet

MODELS = [sd15_unet, sdxl_unet, starter_unet]
SIZE = (16, 16)
BOTH, ANN, BO = frozenset({"ann", "bo"}), frozenset({"ann"}), frozenset({"bo"})
LEFT, RIGHT = Box(0, 0, 0.5, 1), Box(0.5, 0, 1, 1)
WORDS = [{"ann": [1], "bo": [3]}, {"ann": [1, 2]}, {"bo": [2, 4]}]  # of five states
READS = panels_read_their_cast([BOTH, ANN, BO])


def sharing(routing: Routing | None, strength: float = 1.0, rate: float = 0.5) -> Sharing:
    settings, panels = Consistency(rate=rate, strength=strength), ("both", "ann", "bo")
    return Sharing(settings, READS, seeded_draw(7, panels), 10, routing)


def by_words() -> Routing:
    return Routing([Told(words) for words in WORDS], SIZE)


def by_boxes() -> Routing:
    return Routing([Told(WORDS[0], {"ann": LEFT, "bo": RIGHT}), *map(Told, WORDS[1:])], SIZE)


@pytest.mark.parametrize("build", MODELS)
@pytest.mark.parametrize("strength", [1.0, 0.4])
@pytest.mark.parametrize("routing", [by_words, by_boxes])
def test_routing_equals_an_explicit_mask_through_a_whole_unet(
    build: Any, strength: float, routing: Any
) -> None:
    unet = build()
    routed = predict(unet, sharing(routing(), strength))
    assert close(routed, predict_densely(unet, sharing(routing(), strength)))
    assert not close(routed, predict(unet, sharing(None, strength)))


@pytest.mark.parametrize("build", MODELS)
def test_a_rate_of_zero_is_plain_attention_bit_for_bit_with_routing_too(build: Any) -> None:
    unet = build()
    assert torch.equal(predict(unet, sharing(by_words(), rate=0)), predict(unet, None))


def test_looking_on_changes_nothing_and_ends() -> None:
    unet, routing = sd15_unet(), by_words()
    plain = predict(unet, None)
    with torch.no_grad(), routing.watching(unet, 3):
        assert torch.equal(unet(**inputs(unet, 6)).sample, plain)
    assert routing.maps is not None
    routing.maps = None
    predict(unet, None)
    assert routing.maps is None


def test_a_region_of_one_character_does_not_change_with_another_s_portrait() -> None:
    """With the portrait of Bo changed, only tokens of Bo's box may change in a shared layer."""
    routing = by_boxes()
    context = sharing(routing)
    owner = routing.owner_of(64).view(3, 8, 8)
    assert (owner[0, :, :4] == routing.owners["ann"]).all()
    assert (owner[0, :, 4:] == routing.owners["bo"]).all()
    unet = starter_unet()
    layer = unet.up_blocks[0].attentions[0].transformer_blocks[0].attn1
    hidden = torch.randn(3, 64, 32, generator=torch.Generator().manual_seed(2))
    changed = hidden.clone()
    changed[2] = 0
    from storyboard.engine.consistency import SharedAttention

    layer.set_processor(SharedAttention(context, layer.processor))
    with torch.no_grad():
        before, after = layer(hidden)[0].view(8, 8, -1), layer(changed)[0].view(8, 8, -1)
    assert torch.equal(before[:, :4], after[:, :4])
    assert not torch.equal(before[:, 4:], after[:, 4:])


def maps_of(routing: Routing, seen: dict[str, Tensor]) -> None:
    routing.maps = torch.stack([seen[name] for name in routing.owners])[None]


def test_a_place_belongs_to_whose_words_it_looks_at_most() -> None:
    routing = Routing([Told({"ann": [1], "bo": [2]})], SIZE)
    ann, bo = torch.zeros(8, 8), torch.zeros(8, 8)
    ann[1:7, 1:3], bo[1:7, 5:7] = 0.2, 0.01  # maps of different heights count alike
    maps_of(routing, {"ann": ann, "bo": bo})
    owner = routing.owner_of(64).view(8, 8)
    assert (owner[1:7, 1:3] == routing.owners["ann"]).all()
    assert (owner[1:7, 5:7] == routing.owners["bo"]).all()
    assert (owner[:, 0] == routing.nobody).all()


def test_where_the_coarsest_layers_on_the_way_up_end_it_is_seen_who_is_where() -> None:
    assert watched_layers(sd15_unet()) == ["up_blocks.1.attentions.2.transformer_blocks.0.attn2"]
    assert watched_layers(sdxl_unet()) == [
        f"up_blocks.0.attentions.2.transformer_blocks.{row}.attn2" for row in range(10)
    ]


def test_what_was_seen_last_counts_most() -> None:
    routing = Routing([Told({"ann": [1], "bo": [2]})], SIZE)
    seen = torch.rand(1, 2, 64, generator=torch.Generator().manual_seed(0))
    routing._see(seen)
    first = routing.maps
    routing.begin_step()
    routing._see(torch.zeros_like(seen))
    assert first is not None
    assert routing.maps is not None
    assert torch.allclose(routing.maps, 0.7 * first)


def test_a_box_says_outright_who_is_where_and_the_smaller_one_wins() -> None:
    small = Box(0.25, 0.25, 0.5, 0.5)
    routing = Routing([Told({"ann": [1], "bo": []}, {"ann": Box(0, 0, 1, 1), "bo": small})], SIZE)
    owner = routing.owner_of(256).view(16, 16)
    assert (owner[4:8, 4:8] == routing.owners["bo"]).all()
    assert (owner[8:] == routing.owners["ann"]).all()


def test_somebody_alone_and_undescribed_is_the_whole_picture() -> None:
    routing = Routing([Told({"ann": []})], SIZE)
    assert (routing.owner_of(64) == routing.owners["ann"]).all()


def test_backgrounds_are_shared_only_by_panels_of_one_named_place() -> None:
    told = [Told({"ann": []}, {"ann": LEFT}, place) for place in ("park", "park", "")]
    routing = Routing(told, SIZE)
    owner = routing.owner_of(64).view(3, 8, 8)
    assert (owner[:2, :, 4:] == routing.owners["park"]).all()
    assert (owner[2, :, 4:] == routing.nobody).all()
    casts = [ANN, frozenset(), BO]
    assert panels_read_their_cast(casts, places=("park", "park", "")) == ((1,), (0,), ())


def test_twelve_characters_in_one_panel_each_have_a_region() -> None:
    names = [f"number {row}" for row in range(12)]
    boxes = {name: Box(row / 12, 0, (row + 1) / 12, 1) for row, name in enumerate(names)}
    told = [Told({name: [] for name in names}, boxes), *(Told({name: []}) for name in names)]
    routing = Routing(told, (16, 24))
    assert routing.owner_of(16 * 24)[0].unique().numel() == 12
    casts = [frozenset(names), *(frozenset({name}) for name in names)]
    reads = panels_read_their_cast(casts, models=12)
    ids = ["all", *names]
    context = Sharing(Consistency(), reads, seeded_draw(1, ids), routing=routing)
    asks, tells = context.routing.channels([0], torch.zeros(1, 400, dtype=torch.long), 384, 0.0)
    assert asks.shape == (1, 384, 16)
    assert tells.shape == (1, 400, 16)


@pytest.mark.parametrize(("tokens", "size", "grid"), [
    (24 * 14, (14, 24), (14, 24)),
    (84, (14, 24), (7, 12)),
    (12 * 12, (96, 96), (12, 12)),
    (13 * 7, (100, 50), (13, 7)),
])  # fmt: skip
def test_a_layer_s_tokens_are_a_grid(tokens: int, size: tuple[int, int], grid: Any) -> None:
    assert grid_of(tokens, size) == grid


def test_the_words_that_describe_somebody_are_found_in_the_states() -> None:
    words = learn_tokenizer()
    prompt = "a girl in a red shirt and a cat, the beach"
    girl, cat, nobody = places_of(words, prompt, ["a girl in a red shirt", "a cat", "a bear"])
    ids = words(prompt).input_ids
    assert words.decode([ids[at] for at in girl]).strip() == "a girl in a red shirt"
    assert words.decode([ids[at] for at in cat]).strip() == "a cat"
    assert nobody == []


def test_two_who_are_described_alike_have_words_of_their_own() -> None:
    words = learn_tokenizer()
    first, second, third = places_of(words, "a girl and a girl", ["a girl"] * 3)
    assert first == [1, 2]
    assert second == [4, 5]
    assert third == []


def test_words_beyond_the_first_chunk_are_found_behind_its_end() -> None:
    words = learn_tokenizer()
    prompt = "a cat " * 40 + "a girl"
    (girl,) = places_of(words, prompt, ["a girl"])
    assert girl == [77 + 1 + 80 - 75, 77 + 1 + 81 - 75]
