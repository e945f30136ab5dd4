"""Who reads whom: everyone, those with the same cast, one that leads, or a sliding window.

The window is the paper's (StoryDiffusion, Algorithm 1), for a long story read a few panels at once:
a window of W panels slides over the story, one panel at a time; within it the panels read one
another, and a panel's output is the mean over the windows it is in. Each shared layer then attends
up to W times for every panel, in calls that are the longer the more is read:

    keys read by a panel        one group of B panels   T + (B - 1) m
                                windows                 W (T + (W - 1) m)

With T = 1024, m = 512, W = 3 that is 6 T against 3 T for a group of 5 panels and 5.5 T for one of
10. What it buys: a panel reads only its neighbours, however long the story.
"""

from __future__ import annotations

from collections.abc import Sequence

Reads = tuple[tuple[int, ...], ...]
"""For each panel of a group, the panels whose sampled tokens it reads."""

Reading = tuple[tuple[int, ...] | None, ...]
"""For each panel whom it reads, None where it takes no part."""


def everyone_reads_everyone(panels: int) -> Reads:
    return tuple(tuple(j for j in range(panels) if j != i) for i in range(panels))


def panels_read_their_cast(
    casts: Sequence[frozenset[str]], models: int = 0, places: Sequence[str] = ()
) -> Reads:
    """Each panel reads the others that show only people of its own cast, and so no strangers.

    Where there are none it reads those that show anybody of its cast. A panel of nobody is read
    only by those of the same place, if it is named. The last `models` belong to anchors and
    portraits, which are read and read nothing themselves.
    """
    places = places or ("",) * len(casts)

    def read_by(panel: int) -> tuple[int, ...]:
        cast = casts[panel]
        known = [j for j, other in enumerate(casts) if j != panel and other & cast]
        alike = [j for j in known if casts[j] <= cast]
        here = [
            j for j, other in enumerate(places) if j != panel and other and other == places[panel]
        ]
        return tuple(sorted({*(alike or known), *here}))

    return (*map(read_by, range(len(casts) - models)), *((),) * models)


def following(reads: Reads, casts: Sequence[frozenset[str]], models: int = 0) -> Reads:
    """The same while one leads: of those drawn with it, a panel reads only the first of each of
    its cast, and the first of its place where it shows nobody.

    A character's first is the first who shows it alone, else the first who shows it; it reads
    nobody for that character. The last `models`, which are finished or stand alone, are read by
    all as before.
    """
    drawn = len(casts) - models
    firsts: dict[str, int] = {}
    for panel in sorted(range(drawn), key=lambda one: (len(casts[one]), one)):
        for who in casts[panel]:
            firsts.setdefault(who, panel)

    def read_by(panel: int) -> tuple[int, ...]:
        leading = {firsts[who] for who in casts[panel]} or {min((panel, *reads[panel]))}
        return tuple(one for one in reads[panel] if one >= drawn or one in leading)

    return (*map(read_by, range(drawn)), *reads[drawn:])


def in_windows(reads: Reads, size: int) -> tuple[Reading, ...]:
    """Up to `size` readings; in the p-th, every panel is the p-th of its window.

    Windows slide over the panels that read. Who reads nobody is an anchor: it stands beside every
    window and takes part once.
    """
    readers = [panel for panel, read in enumerate(reads) if read]
    width = min(size, len(readers))
    places = {panel: place for place, panel in enumerate(readers)}

    def read_by(panel: int, row: int) -> tuple[int, ...] | None:
        if panel not in places:
            return () if row == 0 else None
        first = places[panel] - row
        if not 0 <= first <= len(readers) - width:
            return None
        seen = set(readers[first : first + width])
        return tuple(one for one in reads[panel] if one in seen or one not in places)

    return tuple(
        tuple(read_by(panel, row) for panel in range(len(reads))) for row in range(max(width, 1))
    )
