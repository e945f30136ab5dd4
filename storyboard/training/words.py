"""The starter model's vocabulary: a CLIP tokenizer whose merges are learnt from the captions."""

from __future__ import annotations

import json
from random import Random

from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers
from transformers import CLIPTokenizer

from storyboard.engine.vocabulary import words_of
from storyboard.training.drawn import story_of
from storyboard.world import vocabulary as known
from storyboard.world.captions import caption

CAPTIONS = 4000
MERGES = 1000
WORD_END = "</w>"
WORD = r"'s|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+"
SPECIAL = ("<|startoftext|>", "<|endoftext|>")
SYLLABLES = "ba co di fe gu ha jo ki lu me no pa ri so tu ve wo yi zu ster ing al ton er"

HARMLESS = (  # words that join others; passing them over loses nothing
    "a an and are at away back be by for from has have he her here hers him his i in into is it "
    "its me my of off on our out over s she that the their them then there they this to together "
    "toward towards under up us we while who whose with you your"
)


def learn_tokenizer(seed: int = 0) -> CLIPTokenizer:
    """Byte-level BPE over the captions; any text can be written with it, the world's briefly."""
    lot = Random(seed)
    told = [caption(picture, lot) for row in range(CAPTIONS // 4) for picture in story_of(row)]
    merges = learn_merges(told)
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = [*letters, *(letter + WORD_END for letter in letters), *map("".join, merges)]
    vocabulary = {word: row for row, word in enumerate(dict.fromkeys((*words, *SPECIAL)))}
    return CLIPTokenizer(
        vocab=vocabulary,
        merges=merges,
        bos_token=SPECIAL[0],
        eos_token=SPECIAL[1],
        unk_token=SPECIAL[1],
        pad_token=SPECIAL[1],
        model_max_length=77,
    )


def learn_merges(told: list[str]) -> list[tuple[str, str]]:
    learner = Tokenizer(models.BPE(end_of_word_suffix=WORD_END))
    learner.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORD), "removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=512 + MERGES,
        end_of_word_suffix=WORD_END,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    learner.train_from_iterator((text.lower() for text in told), trainer)
    learnt = json.loads(learner.to_str())["model"]["merges"]
    return [(left, right) for left, right in learnt]


def with_unknown_words(text: str, lot: Random) -> str:
    """The caption with a few words that mean nothing, which the model learns to pass over."""
    words = text.split(" ")
    for _ in range(lot.randint(1, 3)):
        word = "".join(lot.choice(SYLLABLES.split()) for _ in range(lot.randint(1, 3)))
        words.insert(lot.randint(0, len(words)), word)
    return " ".join(words)


def vocabulary_card() -> dict[str, object]:
    """What the model knows, for those who write prompts: see storyboard.engine.vocabulary."""
    groups = {
        "It can draw": known.KINDS,
        "Places": tuple(known.PLACES),
        "Times": known.TIMES,
        "Shots": known.SHOTS,
        "Actions": known.ACTIONS,
        "Faces": known.EXPRESSIONS,
        "Skin": tuple(f"{skin} skin" for skin in known.SKINS),
        "Fur and metal": (*known.FURS, *known.METALS),
        "Hair": (
            *(f"{color} hair" for color in known.HAIR_COLORS),
            *(style for styles in known.HAIR_STYLES.values() for style in styles),
        ),
        "Clothes": (
            *(f"{color} shirt" for color in known.TOPS),
            *(f"{color} trousers" for color in known.BOTTOMS),
            "skirt",
        ),
        "Hats and glasses": (*known.HATS[1:], "glasses"),
        "In the hand": known.PROPS[1:],
        "Facing": tuple(f"facing {side}" for side in known.FACINGS),
        "Nobody": ("nobody", "an empty place"),
    }
    lot = Random(0)
    told = " ".join(caption(picture, lot, 1.0) for row in range(500) for picture in story_of(row))
    return {"groups": groups, "also": sorted({*words_of(told), *HARMLESS.split()})}
