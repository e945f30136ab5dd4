"""Routing: each region of a panel reads only the tokens of its own character in other panels.

Who is where is learnt while the panels are made, from the model's own cross-attention: how much
every place of a picture looks at the words that describe a character, in the layers that know it
best, the last ones at the coarsest size on the way up. A box the artist drew says it outright. What
belongs to nobody is background, which nobody reads, unless the panel keeps the place of its scene:
then the background is read like one more character, the place.

Attention obeys through appended channels. With one channel per owner o and one for nobody,

    asks(q)_c = 1 where c = owner(q)
    tells(k)_c = 0 for the panel's own keys; of foreign ones log(s) where c = owner(k), else -1000

asks . tells is what a mask would add to the logits: exp(-1000) is 0 in every precision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import interpolate, one_hot

from storyboard.board import Box
from storyboard.engine.prompts import places_of
from storyboard.engine.request import Anchor, PanelRequest

NEVER = -1000.0  # added to a logit; times sqrt(160), the widest head there is, still fits in fp16
FADE = 0.7  # of what was seen in the steps before
MOST = 9.0  # deviations; what a box says is above it
CHANNELS = 8  # the number of channels is a multiple of it


@dataclass(frozen=True, slots=True)
class Told:
    """What one panel of a batch says of who is in it.

    words  {character: places of the words that describe it in the prompt's states}
    boxes  {character: where it is}, for those the artist placed
    place  the place whose background it keeps, empty where it keeps none
    """

    words: Mapping[str, Sequence[int]]
    boxes: Mapping[str, Box] = field(default_factory=dict)
    place: str = ""


class Routing:
    """Who owns which token of each panel of a batch, by all that has been seen so far.

    size  (h, w) of the latents
    """

    def __init__(self, told: Sequence[Told], size: tuple[int, int]) -> None:
        self.told = told
        self.size = size
        names = [*(who for one in told for who in one.words), *(one.place for one in told)]
        self.owners = {name: row for row, name in enumerate(dict.fromkeys(filter(None, names)))}
        self.nobody = len(self.owners)
        self.maps: Tensor | None = None
        self.looked: set[str] = set()

    def begin_step(self) -> None:
        self.looked.clear()
        if self.maps is not None:
            self.maps = self.maps * FADE

    @contextmanager
    def watching(self, unet: Any, panels: int) -> Iterator[None]:
        """Looks on where it shows who is where, at the last `panels` rows, once a step; changes
        nothing."""
        words = self._words()

        def look(name: str, attn: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
            if name in self.looked:
                return
            self.looked.add(name)
            hidden = given[0] if given else named["hidden_states"]
            told = named["encoder_hidden_states"]
            told = told[0] if isinstance(told, tuple) else told  # beside an IP-Adapter's pictures
            self._see(attention_on(attn, hidden[-panels:], told[-panels:], words))

        with ExitStack() as until_drawn:
            for name in watched_layers(unet):
                layer = unet.get_submodule(name)
                hook = layer.register_forward_pre_hook(partial(look, name), with_kwargs=True)
                until_drawn.callback(hook.remove)
            yield

    def _words(self) -> list[list[tuple[int, list[int]]]]:
        """For each panel, owners and the places of their words."""
        return [[(self.owners[who], list(at)) for who, at in one.words.items() if at]
                for one in self.told]  # fmt: skip

    def _see(self, seen: Tensor) -> None:
        """seen (n, owners, T): how much each token looks at the words of each owner."""
        grid = seen.unflatten(2, grid_of(seen.shape[2], self.size))
        self.maps = grid if self.maps is None else self.maps + grid

    def owner_of(self, tokens: int) -> Tensor:
        """(n, T) who owns each token of a layer, as rows of `owners`, or `nobody`."""
        height, width = grid_of(tokens, self.size)
        maps: Sequence[Tensor | None] = [None] * len(self.told)
        if self.maps is not None:
            seen = self.maps.float().cpu()
            maps = list(interpolate(seen, (height, width), mode="bilinear", antialias=True))
        return torch.stack([self._regions(told, seen, height, width).flatten()
                            for told, seen in zip(self.told, maps, strict=True)])  # fmt: skip

    def _regions(self, told: Told, seen: Tensor | None, height: int, width: int) -> Tensor:
        """(h, w): whose words each place looks at most, if at anybody's more than on average."""
        background = self.owners.get(told.place, self.nobody)
        found = [who for who, at in told.words.items()
                 if who in told.boxes or (at and seen is not None)]  # fmt: skip
        if not found:
            alone = len(told.words) == 1 and not told.place
            whole = self.owners[next(iter(told.words))] if alone else background
            return torch.full((height, width), whole)
        scores = torch.stack([
            score_of_box(told.boxes[who], height, width) if who in told.boxes
            else score_of_map(seen[self.owners[who]]) for who in found  # type: ignore[index]
        ])  # fmt: skip
        best, row = scores.max(dim=0)
        owners = torch.tensor([self.owners[who] for who in found])[row]
        return torch.where(best > 0, owners, background)

    def channels(
        self, members: Sequence[int], keys: Tensor, tokens: int, weight: float
    ) -> tuple[Tensor, Tensor]:
        """asks (R, T, c) and tells (R, L, c) for the panels `members` that read `keys` (R, L)."""
        owner = self.owner_of(tokens)
        width = -(-(self.nobody + 1) // CHANNELS) * CHANNELS
        asks = one_hot(owner[list(members)], width).float()
        table = torch.full((self.nobody + 1, width), NEVER)
        table[: self.nobody, : self.nobody].fill_diagonal_(weight)
        tells = table[owner.flatten()[keys]]
        tells[:, :tokens] = 0
        return asks, tells


def routing_of(
    everyone: Sequence[PanelRequest | Anchor], tokenizer: Any, size: tuple[int, int]
) -> Routing | None:
    """None where nothing tells people and places apart: nobody is described, placed or at home."""
    if not any(one.described or one.boxes or one.place for one in everyone):
        return None
    return Routing([_told(one, tokenizer) for one in everyone], size)


def _told(one: PanelRequest | Anchor, tokenizer: Any) -> Told:
    phrases = one.described or ("",) * len(one.cast)
    places = places_of(tokenizer, one.prompt, phrases)
    boxes = {who: Box(*edges) for who, edges in one.boxes}
    return Told(dict(zip(one.cast, places, strict=True)), boxes, one.place)


def watched_layers(unet: Any) -> list[str]:
    """The cross-attention of the last transformer in the first up block that has any."""
    names = [name.removesuffix(".processor") for name in unet.attn_processors
             if name.startswith("up_blocks") and name.endswith("attn2.processor")]  # fmt: skip
    places = [name.partition(".transformer_blocks")[0] for name in names]
    first = min(name.split(".")[1] for name in places)
    last = max(one for one in places if one.split(".")[1] == first)
    return [name for name, place in zip(names, places, strict=True) if place == last]


def attention_on(
    attn: Any, hidden: Tensor, told: Tensor, words: Sequence[Sequence[tuple[int, list[int]]]]
) -> Tensor:
    """(n, owners, T): the mean over heads and words of what each token gives to an owner's words.

    hidden (n, T, C) looks at told (n, L, D); `words` lists owners and places in L for each panel.
    """
    query = attn.to_q(hidden).unflatten(2, (attn.heads, -1)).transpose(1, 2)
    key = attn.to_k(told).unflatten(2, (attn.heads, -1)).transpose(1, 2)
    given = (query @ key.transpose(2, 3) * query.shape[-1] ** -0.5).softmax(-1).mean(1)
    owners = 1 + max((owner for row in words for owner, _ in row), default=0)
    seen = given.new_zeros(len(hidden), owners, hidden.shape[1])
    for row, spoken in enumerate(words):
        for owner, places in spoken:
            seen[row, owner] = given[row][:, places].mean(dim=1)
    return seen


def grid_of(tokens: int, size: tuple[int, int]) -> tuple[int, int]:
    """(h, w) of a layer of so many tokens: the latents' size, halved as often as it takes."""
    height, width = size
    while height * width > tokens:
        height, width = -(-height // 2), -(-width // 2)
    if height * width != tokens:
        raise ValueError(f"{tokens} tokens are no halving of {size[0]} x {size[1]} latents.")
    return height, width


def score_of_map(seen: Tensor) -> Tensor:
    """(h, w) above 0 where a map is above its mean, in deviations, so that maps can be compared."""
    return ((seen - seen.mean()) / seen.std().clamp(min=1e-9)).clamp(max=MOST)


def score_of_box(box: Box, height: int, width: int) -> Tensor:
    """(h, w) above every map inside the box, the smaller box on top; -1 outside."""
    down, right = ((torch.arange(side) + 0.5) / side for side in (height, width))
    inside = (((down > box.top) & (down < box.bottom))[:, None]
              & ((right > box.left) & (right < box.right))[None])  # fmt: skip
    return torch.where(inside, MOST + 2 - box.area, -1.0)
