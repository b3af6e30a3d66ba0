"""The number of successes of many trials, each with a probability of its own."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_Floats = npt.NDArray[np.float64]

_NEGLIGIBLE = -740.0
"""Logarithm of a probability that a double can hold no more."""


def tails(probabilities: npt.ArrayLike, counts: npt.ArrayLike, most: int) -> _Floats:
    """Return the probability of at least 0, 1, … `most` successes of trials of which `counts` have each probability.

    Exact: trials of one probability are binomial, and the binomials are convolved. All terms are positive, so that
    small tails keep their digits.

    References
    ----------
    Y. Hong (2013). On computing the distribution function for the Poisson binomial distribution. Computational
    Statistics & Data Analysis 59, 41-51.

    Examples
    --------
    >>> tails([0.5, 1.0], [2, 1], 3).tolist()
    [1.0, 1.0, 0.75, 0.25]
    """
    first, mass = 0, np.ones(1)
    for p, n in zip(np.asarray(probabilities, np.float64).tolist(), np.asarray(counts).tolist(), strict=True):
        begin, binomial = _binomial(p, n)
        first, mass = first + begin, np.convolve(mass, binomial)
    above = np.concatenate([np.cumsum(mass[::-1])[::-1], [0.0]])
    wanted = np.clip(np.arange(most + 1) - first, 0, mass.size)
    return np.asarray(np.minimum(above[wanted], 1.0), np.float64)


def _binomial(p: float, n: int) -> tuple[int, _Floats]:
    """Return the number of successes that the mass begins with, and the mass."""
    if p <= 0 or n == 0:
        return 0, np.ones(1)
    if p >= 1:
        return n, np.ones(1)
    k = np.arange(n, dtype=np.float64)
    logs = n * np.log1p(-p) + np.concatenate([[0.0], np.cumsum(np.log((n - k) / (k + 1)) + np.log(p) - np.log1p(-p))])
    held = np.flatnonzero(logs > _NEGLIGIBLE)
    return int(held[0]), np.exp(logs[held[0] : held[-1] + 1])
