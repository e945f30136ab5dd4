"""A small model says softly what it has not learnt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from storyboard.board import Board
from storyboard.engine.request import EngineError
from storyboard.engine.vocabulary import FILE, Vocabulary, told_softly, vocabulary_of
from storyboard.resources import sample_story, starter_model
from storyboard.script import evaluated_prompt, onto_board, read_story
from storyboard.training.words import vocabulary_card


def starter() -> Vocabulary:
    found = vocabulary_of(starter_model())
    assert found is not None
    return found


def test_the_starter_model_comes_with_the_words_it_was_taught() -> None:
    assert json.loads((starter_model() / FILE).read_text("utf-8")) == json.loads(
        json.dumps(vocabulary_card())
    )


def test_it_knows_every_word_of_the_sample_story() -> None:
    board = onto_board(Board(), read_story(sample_story()))
    prompts = " ".join(evaluated_prompt(board, panel) for panel in board.panels)
    assert starter().unknown(prompts) == ()


def test_words_it_has_not_seen_are_named_once_and_in_order() -> None:
    unknown = starter().unknown("A Dragon and a girl; the dragon is sleepy, 2 eggs, by day")
    assert unknown == ("dragon", "sleepy", "eggs")
    assert str(told_softly(unknown, starter())) == (
        "This model has not seen: dragon, sleepy, eggs. "
        "It can draw: girl, boy, cat, bear, rabbit or robot."
    )


def test_a_model_without_a_list_is_not_asked(tmp_path: Path) -> None:
    assert vocabulary_of(tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"groups": 1, "also": []}'])
def test_a_list_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(EngineError, match=r"cannot be read .* Copy the model again"):
        vocabulary_of(tmp_path)
