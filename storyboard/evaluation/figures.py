"""Figures with their intervals: a mean is worth little without how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000


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


def ratio_of(
    samples: Sequence[float], others: Sequence[float], seed: int = 0, floor: float = 1e-6
) -> Figure:
    """The mean of some over the mean of others that were measured in pairs with them."""
    seen, beside = np.asarray(samples, float), np.asarray(others, float)
    drawn = np.random.default_rng(seed).integers(0, len(seen), (RESAMPLES, len(seen)))
    ratios = seen[drawn].mean(axis=1) / np.maximum(beside[drawn].mean(axis=1), floor)
    low, high = np.percentile(ratios, (2.5, 97.5))
    return Figure(
        float(seen.mean() / max(beside.mean(), floor)), float(low), float(high), len(seen)
    )
