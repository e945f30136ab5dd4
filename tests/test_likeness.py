"""The paper's table is measured for any model, with any CLIP, through the program's own request."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from storyboard.cli import main
from storyboard.engine.request import Consistency
from storyboard.evaluation.likeness import alike, load_clip, own_size, stories, table
from storyboard.evaluation.stage import Shown, Way, staged, tagged
from storyboard.training.contrast import new_clip
from storyboard.training.words import learn_tokenizer
from tests.models import save_sd15_model


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random CLIP in the shape of the starter's own encoder."""
    torch.manual_seed(0)
    folder, words = tmp_path_factory.mktemp("clip"), learn_tokenizer()
    new_clip(words).save_pretrained(folder)
    words.save_pretrained(folder)
    return folder


def test_one_picture_is_like_itself_and_unlike_its_opposite() -> None:
    one = torch.nn.functional.normalize(torch.tensor([[1.0, 2.0, 3.0]]))
    assert alike(one.repeat(4, 1)) == pytest.approx(1)
    assert alike(torch.cat([one, -one])) == pytest.approx(-1)
    assert alike(torch.cat([one, one, -one])) == pytest.approx(-1 / 3)


def test_a_clip_sees_and_reads_in_one_space_and_long_texts_are_cut(clip: Path) -> None:
    opened = load_clip(clip)
    seen = opened.seen(np.zeros((2, 64, 96, 3), np.uint8))
    read = opened.read(["a girl", "a girl " * 90])
    assert seen.shape == read.shape
    assert torch.allclose(seen.norm(dim=1), torch.ones(2), atol=1e-5)
    assert torch.allclose(read.norm(dim=1), torch.ones(2), atol=1e-5)


def test_a_model_of_one_world_is_asked_for_that_world_and_others_for_people(
    tiny_model: Path, tmp_path: Path
) -> None:
    from storyboard.resources import starter_model

    assert all(one.person.split()[1] in one.prompts[0] for one in stories(starter_model(), 4))
    told = stories(tmp_path, 25)
    assert len({one.person for one in told}) == 20
    assert all(len(set(one.prompts)) == 6 for one in told)
    assert all(prompt.startswith(one.person) for one in told for prompt in one.prompts)
    assert stories(tmp_path, 3) == told[:3]


def test_what_is_measured_is_drawn_by_the_request_that_the_program_makes(tiny_model: Path) -> None:
    from storyboard.engine.engine import Engine

    people = {"left": "a cat", "right": "a girl"}
    prompt = "wide shot, a cat and a girl, waving, at the castle, day"
    words = tagged(prompt, people)
    assert words == "wide shot, [left] and [right], waving, at the castle, day"
    asked = []

    class Watched(Engine):
        """Keeps what it is asked for."""

        def generate(self, request, *told):  # type: ignore[no-untyped-def]
            asked.append(request)
            return super().generate(request, *told)

    panels = [Shown("one", tagged("a cat, beach", people), 4, ("left",)),
              Shown("both", words, 5, ("left", "right"))]  # fmt: skip
    with staged(people, panels, (64, 64), Watched(tiny_model, "cpu"), 1) as stage:
        stage.keep("one", np.full((64, 64, 3), 200, np.uint8))
        drawn = stage.draw(["both"], Way(Consistency(rate=0.3)))
        assert not np.array_equal(stage.draw_again("both", 9, Way(Consistency())), drawn)
    first, again = asked
    assert first.panels[0].prompt == prompt
    assert first.panels[0].described == ("a cat", "a girl")
    assert [one.described for one in first.anchors] == [("a cat",)]
    assert [one.described for one in first.portraits] == [("a girl",)]
    assert (first.consistency.rate, first.steps) == (0.3, 1)
    assert (first.panels[0].seed, again.panels[0].seed) == (5, 9)


def test_plain_and_shared_stories_are_compared_in_pairs(tmp_path: Path, clip: Path) -> None:
    from storyboard.engine.engine import Engine

    engine = Engine(save_sd15_model(tmp_path / "tiny"), "cpu")
    assert own_size(engine) == (128, 128)
    found = table(engine, load_clip(clip), 2, lambda _: None, steps=1, size=(64, 64))
    for kind in ("text", "character"):
        plain, csa, added = (found[f"likeness.{kind}.{way}"] for way in ("plain", "csa", "added"))
        assert added.value == pytest.approx(csa.value - plain.value)
        assert plain.count == 2
    assert found["likeness.character.added"].value != 0


def ended_with(words: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["storyboard", "evaluate", "consistency", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_the_command_prints_the_paper_s_table(
    tiny_model: Path, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    out = tmp_path / "table.json"
    words = f"--model {tiny_model} --clip {clip} --stories 1 --steps 1 --size 64x64 --json {out}"
    assert ended_with(words.split(), monkeypatch) == 0
    assert "likeness.text.csa" in json.loads(out.read_text("utf-8"))
    said = capsys.readouterr().out
    assert "character similarity" in said
    assert "with sharing (CSA)" in said


def test_a_folder_that_is_no_clip_is_named(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    words = ["--model", str(tiny_model), "--clip", str(tmp_path)]
    assert ended_with(words, monkeypatch) == 1
    assert "There is no CLIP in the folder" in capsys.readouterr().err
