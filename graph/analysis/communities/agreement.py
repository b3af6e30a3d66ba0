"""How far two partitions agree."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np

from graph.analysis.communities.leiden import Labels


def adjusted_rand(a: Labels, b: Labels) -> float:
    """Return the Rand index of two partitions, adjusted for chance: 1 when they are one, 0 on average by chance.

    Two partitions that both leave every node alone, or both put all into one community, agree: 1.

    References
    ----------
    L. Hubert and P. Arabie (1985). Comparing partitions. Journal of Classification 2, 193-218, equation 5.

    Examples
    --------
    >>> round(adjusted_rand(np.array([0, 0, 1, 1]), np.array([0, 0, 1, 2])), 4)
    0.5714
    """
    both = np.unique(a * (b.max(initial=0) + 1) + b, return_counts=True)[1]
    together, in_a, in_b = _pairs(both), _pairs(np.bincount(a)), _pairs(np.bincount(b))
    expected = in_a * in_b / max(_pairs(np.array([a.size])), 1.0)
    most = (in_a + in_b) / 2
    return 1.0 if most == expected else float((together - expected) / (most - expected))


def within(runs: Labels) -> float:
    """Return the mean agreement of all pairs of `runs`; 1 for a single one."""
    return float(np.mean([adjusted_rand(a, b) for a, b in combinations(runs, 2)] or [1.0]))


def between(runs: Labels, others: Labels) -> float:
    """Return the mean agreement of each of `runs` with each of `others`."""
    return float(np.mean([adjusted_rand(a, b) for a, b in product(runs, others)]))


def _pairs(sizes: Labels) -> float:
    counts = sizes.astype(np.float64)
    return float((counts * (counts - 1)).sum() / 2)
