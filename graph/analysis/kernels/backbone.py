"""Pairs that share more than chance gives them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from math import lgamma
from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.kernels.projection import projected
from graph.analysis.multiple_testing import Method, adjusted

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Backbone:
    """The pairs of nodes that share a group, each once.

    Attributes
    ----------
    nodes
        All nodes, those of no pair too.
    first, second
        Positions of the two in `nodes`, the earlier first; pairs ascending.
    shared
        How many groups both are in.
    expected
        How many that would be on average by chance.
    p
        The probability that it would be as many or more by chance.
    tests
        How many pairs there are of nodes that are in any group: those that share none have p = 1.
    """

    nodes: list[Any]
    first: _Ends
    second: _Ends
    shared: _Ends
    expected: _Floats
    p: _Floats
    tests: int

    def q(self, method: Method = "benjamini-hochberg") -> _Floats:
        """Return `p` adjusted for the number of tests: see `graph.analysis.multiple_testing.adjusted`."""
        return adjusted(self.p, method, tests=self.tests)


def backbone(nodes: Sequence[Any], groups: Sequence[Collection[Any]]) -> Backbone:
    """Return for each pair of `nodes` the groups they share, and how likely that is by chance.

    By chance means: each node is in as many groups as it is, drawn from all groups with equal probability. Then the
    number that two nodes of a and b groups share out of N is hypergeometric. Give the themes, and as groups the themes
    of each organisation, for ties between themes; organisations and the organisations of each theme or collaboration
    for ties between organisations.

    The null does not know that some groups are larger: large ones make pairs of all their nodes look like findings,
    which `curveball` allows for.

    Parameters
    ----------
    groups
        The nodes in each group, each once; a group of k makes k (k - 1) / 2 pairs, of some 80 bytes each. An empty
        group counts as one that a node might have been in: leave out organisations of which nothing is known.

    References
    ----------
    M. Tumminello, S. Micciche, F. Lillo, J. Piilo and R. N. Mantegna (2011). Statistically validated networks in
    bipartite complex systems. PLoS ONE 6, e17994.

    Examples
    --------
    Two themes of three organisations each, out of six, share all three: one in (6 choose 3) = 20.

    >>> found = backbone(["loneliness", "isolation"], [["loneliness", "isolation"]] * 3 + [[]] * 3)
    >>> found.shared.tolist(), found.expected.tolist(), found.p.round(6).tolist()
    ([3], [1.5], [0.05])
    """
    position = {node: i for i, node in enumerate(nodes)}
    sizes = np.array([0, *map(len, groups)], np.int64)
    members = np.fromiter(map(position.__getitem__, chain.from_iterable(groups)), np.int32, int(sizes.sum()))
    indptr, indices, _, counts = projected(sizes.cumsum(), members, len(position))
    held = np.bincount(members, minlength=len(position))
    some = int((held > 0).sum())
    tails = _tails(indptr, indices, counts, held, _log_factorials(len(groups)))
    return Backbone(list(position), *tails, some * (some - 1) // 2)


@njit(cache=True, nogil=True)
def _log_factorials(n: int) -> _Floats:
    found = np.empty(n + 1)
    for i in range(n + 1):
        found[i] = lgamma(i + 1.0)
    return found


@njit(cache=True, nogil=True)
def _tails(
    indptr: _Ints, indices: _Ends, counts: _Ints, held: _Ints, logs: _Floats
) -> tuple[_Ends, _Ends, _Ends, _Floats, _Floats]:
    """Return the two of each pair, what they share, what is expected, and p."""
    pairs = indices.size // 2
    first, second, shared = np.empty(pairs, np.int32), np.empty(pairs, np.int32), np.empty(pairs, np.int32)
    expected, p = np.empty(pairs), np.empty(pairs)
    n = logs.size - 1
    found = 0
    for i in range(indptr.size - 1):
        for k in range(indptr[i], indptr[i + 1]):
            j = int(indices[k])
            if j > i:
                first[found], second[found], shared[found] = i, j, counts[k]
                expected[found] = held[i] * held[j] / n
                p[found] = _tail(counts[k], n, held[i], held[j], logs)
                found += 1
    return first, second, shared, expected, p


@njit(cache=True, nogil=True)
def _tail(x: int, n: int, a: int, b: int, logs: _Floats) -> float:
    """Return the probability of x or more in common, of a and b out of n, when x is one or more.

    From x outward, away from the mean, each term is the one before times a ratio below one.
    """
    above = x * n > a * b
    k = x if above else x - 1
    if k < a + b - n:
        return 1.0
    term = np.exp(
        logs[a]
        - logs[k]
        - logs[a - k]
        + logs[n - a]
        - logs[b - k]
        - logs[n - a - b + k]
        - (logs[n] - logs[b] - logs[n - b])
    )
    total = 0.0
    while term > total * 1e-17:
        total += term
        if above:
            term *= (a - k) * (b - k) / ((k + 1) * (n - a - b + k + 1))
            k += 1
        else:
            term *= k * (n - a - b + k) / ((a - k + 1) * (b - k + 1))
            k -= 1
    return min(total, 1.0) if above else max(1.0 - total, 0.0)
