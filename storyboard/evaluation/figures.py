"""Figures with their intervals: a mean is worth little without how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
LEAST = 1e-6  # below a ratio, in the rare resample that comes to nothing


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over `count` samples and its 95 % bootstrap interval (Efron 1979, percentiles)."""

    value: float
    low: float
    high: float
    count: int


def mean_of(samples: Sequence[float] | np.ndarray, seed: int = 0) -> Figure:
    """Raises ValueError where there is nothing to take a mean of."""
    seen = np.asarray(samples, float)
    if not len(seen):
        raise ValueError("A mean takes at least one sample.")
    drawn = np.random.default_rng(seed).integers(0, len(seen), (RESAMPLES, len(seen)))
    low, high = np.percentile(seen[drawn].mean(axis=1), (2.5, 97.5))
    return Figure(float(seen.mean()), float(low), float(high), len(seen))


def ratios(
    pairs: Mapping[str, tuple[Sequence[float] | np.ndarray, Sequence[float] | np.ndarray]],
    seed: int = 0,
) -> dict[str, Figure]:
    """By name, the mean of some samples over the mean of others that were measured with them.

    Left out where the others are not surely more than nothing: then it could be anything.
    """
    found = {}
    for name, both in pairs.items():
        seen, beside = (np.asarray(samples, float) for samples in both)
        drawn = np.random.default_rng(seed).integers(0, len(seen), (RESAMPLES, len(seen)))
        above, below = (samples[drawn].mean(axis=1) for samples in (seen, beside))
        if np.percentile(below, 2.5) > 0:
            low, high = np.percentile(above / np.maximum(below, LEAST), (2.5, 97.5))
            ratio = float(seen.mean() / beside.mean())
            found[name] = Figure(ratio, float(low), float(high), len(seen))
    return found
