"""Pairs old lines with new ones: the same text first, then similar text in the same order."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from difflib import SequenceMatcher

SIMILAR = 0.6  # difflib's ratio from which two lines count as one that was edited
REACH = 20  # how far apart, in lines, an edited line is looked for


def matched(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which old row each new row continues; rows without a partner are left out."""
    pairs = _in_order(old, new)
    _add_moved(old, new, pairs)
    for gap_old, gap_new in _gaps(len(old), len(new), pairs):
        pairs.update(_similar(old, new, gap_old, gap_new))
    return pairs


def _in_order(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.b + step: block.a + step for block in blocks for step in range(block.size)}


def _add_moved(old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> None:
    """Adds the lines whose text is the same but which stand elsewhere now."""
    taken = set(pairs.values())
    free: dict[str, deque[int]] = defaultdict(deque)
    for row, text in enumerate(old):
        if row not in taken:
            free[text].append(row)
    for row, text in enumerate(new):
        if row not in pairs and free[text]:
            pairs[row] = free[text].popleft()


def _gaps(old: int, new: int, pairs: dict[int, int]) -> list[tuple[list[int], list[int]]]:
    """The unmatched rows of both sides between one pair that kept its order and the next."""
    taken = set(pairs.values())
    fences, last = [], -1
    for row in sorted(pairs):
        if pairs[row] > last:
            last = pairs[row]
            fences.append((row, last))
    gaps, start_new, start_old = [], 0, 0
    for fence_new, fence_old in [*fences, (new, old)]:
        rows_old = [row for row in range(start_old, fence_old) if row not in taken]
        rows_new = [row for row in range(start_new, fence_new) if row not in pairs]
        gaps.append((rows_old, rows_new))
        start_new, start_old = fence_new + 1, fence_old + 1
    return gaps


def _similar(
    old: Sequence[str], new: Sequence[str], rows_old: list[int], rows_new: list[int]
) -> dict[int, int]:
    """The pairs of highest total similarity that keep the order (longest-subsequence tables)."""
    height, width = len(rows_new), len(rows_old)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    alike = set()
    for i in reversed(range(height)):
        matcher = SequenceMatcher(None, "", new[rows_new[i]], autojunk=False)
        for j in reversed(range(width)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if abs(i - j) > REACH + abs(height - width):
                continue
            likeness = _likeness(matcher, old[rows_old[j]])
            if likeness and best[i + 1][j + 1] + likeness > best[i][j]:
                best[i][j] = best[i + 1][j + 1] + likeness
                alike.add((i, j))
    return _traced(best, alike, rows_old, rows_new)


def _traced(
    best: list[list[float]],
    alike: set[tuple[int, int]],
    rows_old: list[int],
    rows_new: list[int],
) -> dict[int, int]:
    pairs, i, j = {}, 0, 0
    while i < len(rows_new) and j < len(rows_old):
        if (i, j) in alike:
            pairs[rows_new[i]] = rows_old[j]
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(matcher: SequenceMatcher[str], text: str) -> float:
    """difflib's ratio, 0 below the bar; its cheap upper bounds are asked first."""
    matcher.set_seq1(text)
    if matcher.real_quick_ratio() < SIMILAR or matcher.quick_ratio() < SIMILAR:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= SIMILAR else 0.0
