"""What a figure takes from the wrong character is counted rightly."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from storyboard.engine.engine import Engine
from storyboard.evaluation.bleed import WAYS, bleed, pair, regions, taken, telling_apart
from storyboard.evaluation.figures import ratios
from storyboard.evaluation.judge import Judge, truth
from storyboard.evaluation.quality import to_tensor
from storyboard.world.picture import pixels, render


def swapped(answer: dict[str, str], names: list[str]) -> dict[str, str]:
    """The answers with these attributes worn by the other figure."""
    return answer | {f"{name}{row}": answer[f"{name}{1 - row}"] for name in names for row in (0, 1)}


def test_a_pair_has_two_kinds_that_the_prompt_names_and_looks_it_does_not() -> None:
    for seed in range(40):
        told = pair(seed)
        one, other = told.looks
        assert one.kind != other.kind
        assert one.kind in told.prompt
        assert other.kind in told.prompt
        assert f"{one.top} " not in told.prompt.replace("at night", "")
        assert all(look.prop == "none" for look in told.looks)


def test_figures_that_keep_to_themselves_have_taken_nothing() -> None:
    for seed in range(40):
        told = pair(seed)
        assert taken(told, truth(told.together)) == (0, 1)


def test_looks_that_changed_places_are_all_taken_from_the_wrong_one() -> None:
    for seed in range(40):
        told = pair(seed)
        names = list(telling_apart(*told.looks))
        if names:
            assert taken(told, swapped(truth(told.together), names)) == (1, 0)


def test_one_attribute_of_many_counts_for_its_share() -> None:
    told = next(one for one in map(pair, range(40)) if len(list(telling_apart(*one.looks))) == 4)
    answer = truth(told.together)
    name = next(iter(telling_apart(*told.looks)))
    answer[f"{name}0"] = answer[f"{name}1"]
    assert taken(told, answer) == (1 / 8, 7 / 8)


def test_figures_that_stand_the_other_way_round_are_known_by_their_kinds() -> None:
    told = pair(1)
    answer = truth(told.together)
    names = {name[:-1] for name in answer if name.endswith("0")}
    assert taken(told, swapped(answer, sorted(names))) == (0, 1)


def test_the_judge_reads_rendered_pairs_the_same_way() -> None:
    torch.manual_seed(0)
    told = pair(3)
    seen = to_tensor(pixels(render(told.together, 96, 64))[None])
    wrong, own = taken(told, Judge(width=24).eval().read(seen)[0])
    assert 0 <= wrong <= 1
    assert 0 <= own <= 1


def test_every_way_is_measured_on_the_same_pairs(tiny_model: Path) -> None:
    torch.manual_seed(0)
    found = bleed(Engine(tiny_model, "cpu"), Judge(width=24).eval(), 2, lambda _: None, steps=1)
    assert {f"consistency.{way}" for way in WAYS} <= found.keys()
    assert all(found[f"consistency.{way}"].count == 2 for way in WAYS)


def test_regions_are_compared_with_the_renderer_s_masks(tiny_model: Path) -> None:
    found = regions(Engine(tiny_model, "cpu"), 3)
    assert 0 < found["consistency.regions"].value < 1
    assert found["consistency.background"].count > 100


def test_a_ratio_of_pairs_has_an_interval() -> None:
    twice = ratios({"half": ([0.1, 0.2, 0.3] * 20, [0.2, 0.4, 0.6] * 20)})["half"]
    assert twice.value == pytest.approx(0.5)
    assert twice.low == pytest.approx(0.5)


def test_a_ratio_to_what_may_be_nothing_is_not_told() -> None:
    assert ratios({"gain": ([0.1, 0.2], [0.1, -0.1]), "none": ([1.0], [0.0])}) == {}
