"""The judge: says what a picture of the world shows, in the words of the world."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import interpolate

from storyboard.engine.request import EngineError
from storyboard.world import vocabulary as words
from storyboard.world.picture import Figure, Picture, shows_legs

HEIGHT = 224  # pixels of what it looks at
NOBODY = "nobody"
UNSEEN = "unseen"  # what no picture can answer: trousers below its edge
STRIDE = 32  # pixels of one place of its features
UNASKED = -100  # its class number, which cross-entropy passes over

SCENE: dict[str, tuple[str, ...]] = {
    "place": tuple(words.PLACES),
    "time": words.TIMES,
    "shot": words.SHOTS,
    "count": ("0", "1", "2"),
}
FIGURE: dict[str, tuple[str, ...]] = {
    "kind": (*words.KINDS, NOBODY),
    "skin": (*words.SKIN_COLORS, NOBODY),
    "hair": (*words.HAIR_COLORS, "none", NOBODY),
    "hair_style": (*sum(words.HAIR_STYLES.values(), ()), "none", NOBODY),
    "top": (*words.TOPS, NOBODY),
    "bottom": (*words.BOTTOMS, NOBODY),
    "hat": (*words.HATS, NOBODY),
    "glasses": (*words.GLASSES, NOBODY),
    "prop": (*words.PROPS, NOBODY),
    "action": (*words.ACTIONS, NOBODY),
    "facing": (*words.FACINGS, NOBODY),
    "expression": (*words.EXPRESSIONS, NOBODY),
}
LOOK = ("kind", "skin", "hair", "hair_style", "top", "bottom", "hat", "glasses", "prop")


def heads() -> dict[str, tuple[str, ...]]:
    """Every question and its answers; those about the left and the right figure by number."""
    asked = dict(SCENE)
    for slot in (0, 1):
        asked |= {f"{name}{slot}": answers for name, answers in FIGURE.items()}
    return asked


def truth(picture: Picture) -> dict[str, str]:
    """The right answers; UNSEEN where the picture does not show what is asked."""
    told = {
        "place": picture.place,
        "time": picture.time,
        "shot": picture.shot,
        "count": str(len(picture.figures)),
    }
    figures = sorted(picture.figures, key=lambda figure: figure.x)
    for slot in (0, 1):
        figure = figures[slot] if slot < len(figures) else None
        told |= {f"{name}{slot}": _answer(figure, name) for name in FIGURE}
        if figure and not shows_legs(picture, figure):
            told[f"bottom{slot}"] = UNSEEN
    return told


def _answer(figure: Figure | None, name: str) -> str:
    if figure is None:
        return NOBODY
    if name == "prop" and figure.action == "reading":
        return "none"  # both hands hold the book
    return str(getattr(figure.look if name in LOOK else figure, name))


class Judge(nn.Module):
    """A small convolutional network at whose features each question looks in a way of its own.

    pictures (B, 3, H, W) in -1 .. 1, of any size  ->  {question: logits (B, answers)}
    """

    def __init__(self, width: int = 48) -> None:
        super().__init__()
        widths = (width, 2 * width, 4 * width)
        layers: list[nn.Module] = [nn.Conv2d(3 + 2, width, 7, stride=4, padding=3)]
        for before, after in zip((width, *widths), widths, strict=False):
            layers += [_Block(before, after)]
        self.trunk = nn.Sequential(*layers)
        self.queries = nn.Parameter(torch.randn(len(heads()), widths[-1]) * 0.02)
        self.look = nn.MultiheadAttention(widths[-1], 6, batch_first=True)
        self.answers = nn.ModuleDict(
            {name: nn.Linear(widths[-1], len(answers)) for name, answers in heads().items()}
        )

    def forward(self, pictures: Tensor) -> dict[str, Tensor]:
        seen = self.features(pictures).unbind(dim=1)
        return {
            name: head(one) for (name, head), one in zip(self.answers.items(), seen, strict=True)
        }

    def features(self, pictures: Tensor) -> Tensor:
        """(B, questions, C): what each question has seen."""
        width = round(HEIGHT * pictures.shape[3] / pictures.shape[2] / STRIDE) * STRIDE
        small = interpolate(pictures, (HEIGHT, width), mode="area")
        grid = self.trunk(torch.cat([small, _places(small)], dim=1)).flatten(2).transpose(1, 2)
        queries = self.queries.expand(len(grid), -1, -1)
        return queries + self.look(queries, grid, grid, need_weights=False)[0]

    @torch.inference_mode()
    def read(self, pictures: Tensor) -> list[dict[str, str]]:
        """The most likely answers, picture by picture."""
        asked = heads()
        best = {name: logits.argmax(1).tolist() for name, logits in self(pictures).items()}
        return [
            {name: asked[name][rows[row]] for name, rows in best.items()}
            for row in range(len(pictures))
        ]


class _Block(nn.Module):
    """Two convolutions around a shortcut, at half the size."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(before, after, 3, stride=2, padding=1),
            nn.GroupNorm(8, after),
            nn.SiLU(),
            nn.Conv2d(after, after, 3, padding=1),
            nn.GroupNorm(8, after),
        )
        self.shortcut = nn.Conv2d(before, after, 2, stride=2)

    def forward(self, grid: Tensor) -> Tensor:
        return torch.nn.functional.silu(self.main(grid) + self.shortcut(grid))


def load_judge(path: Path) -> Judge:
    """The trained judge. Raises EngineError where its weights are missing or are no judge's."""
    try:
        weights = load_file(path)
        judge = Judge()
        judge.load_state_dict({name: rows.float() for name, rows in weights.items()})
    except (OSError, SafetensorError, RuntimeError) as error:
        raise EngineError(
            "There is no judge at “{path}” ({kind}).",
            "Train one: storyboard train starter --stage judge.",
            path=path,
            kind=type(error).__name__,
        ) from error
    return judge.eval()


def _places(pictures: Tensor) -> Tensor:
    """(B, 2, H, W): how far right and how far down, -1 to 1."""
    rows, _, height, width = pictures.shape
    down = torch.linspace(-1, 1, height, device=pictures.device)[:, None].expand(height, width)
    right = torch.linspace(-1, 1, width, device=pictures.device)[None].expand(height, width)
    return torch.stack([right, down]).expand(rows, 2, height, width)


def targets(pictures: Sequence[Picture]) -> dict[str, Tensor]:
    """The right answers as class numbers, (B,) for each question; UNASKED where it has none."""
    told = [truth(picture) for picture in pictures]
    return {name: torch.tensor([_number(answers, one[name]) for one in told])
            for name, answers in heads().items()}  # fmt: skip


def _number(answers: tuple[str, ...], right: str) -> int:
    return UNASKED if right == UNSEEN else answers.index(right)
