"""Projection of organisations and their collaborations onto the organisations, on arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Projection:
    """Organisations tied by the collaborations they share.

    Attributes
    ----------
    csr
        The ties with Newman's weights.
    collaborations
        How many collaborations a tie stands for, in the order of ``csr.indices``.
    """

    csr: Csr
    collaborations: _Ints


def projection(nodes: Sequence[Any], collaborations: Iterable[Sequence[Any]]) -> Projection:
    """Return the projection of `collaborations` onto `nodes`.

    A collaboration of k members gives each of its pairs the weight 1 / (k - 1), so that each member gets one in all
    from it; what several give to one pair adds up. One of a single member ties nobody. Equal to
    ``networkx.bipartite.collaboration_weighted_projected_graph``.

    Parameters
    ----------
    nodes
        All organisations; those of no collaboration have no ties.
    collaborations
        The members of each collaboration, each once.

    References
    ----------
    M. E. J. Newman (2001). Scientific collaboration networks. II. Shortest paths, weighted networks, and
    centrality. Physical Review E 64, 016132, equation 2.

    Examples
    --------
    >>> found = projection("abc", ["abc", "ab"])
    >>> found.csr.indices.tolist(), found.csr.weights.tolist(), found.collaborations.tolist()
    ([1, 2, 0, 2, 0, 1], [1.5, 0.5, 1.5, 0.5, 0.5, 0.5], [2, 1, 2, 1, 1, 1])
    """
    position = {node: i for i, node in enumerate(nodes)}
    listed = [[position[member] for member in members] for members in collaborations]
    sizes = np.array([0, *map(len, listed)], np.int64)
    members = np.fromiter(chain.from_iterable(listed), np.int32, int(sizes.sum()))
    indptr, indices, weights, counts = projected(sizes.cumsum(), members, len(position))
    return Projection(Csr(list(position), indptr, indices, weights), counts)


@njit(cache=True, nogil=True)
def projected(member_indptr: _Ints, members: _Ends, n: int) -> tuple[_Ints, _Ends, _Floats, _Ints]:
    """Return the rows of the projection of collaborations onto n organisations: see `projection`.

    Made for loops that draw collaborations anew: arrays in, arrays out, without the lock of the interpreter.

    Parameters
    ----------
    member_indptr
        Shape (c + 1,): collaboration i has the members ``members[member_indptr[i]:member_indptr[i + 1]]``.
    members
        Positions of organisations, int32; each once a collaboration, in any order.
    n
        How many organisations there are.

    Returns
    -------
    `indptr`, `indices` and `weights` as a `Csr` has them, and the number of collaborations shared.
    """
    own_indptr, own = transposed(member_indptr, members, n)
    pairs = 0
    for c in range(member_indptr.size - 1):
        k = member_indptr[c + 1] - member_indptr[c]
        pairs += k * (k - 1) // 2
    # Ties of each organisation to later ones, found row by row, in any order; at most as many as pairs.
    rows, degree = np.zeros(n + 1, np.int64), np.zeros(n, np.int64)
    ends, values, shared = np.empty(pairs, np.int32), np.empty(pairs), np.empty(pairs, np.int32)
    place = np.full(n, -1, np.int64)
    size = 0
    for i in range(n):
        begin = size
        for k in range(own_indptr[i], own_indptr[i + 1]):
            first, last = member_indptr[own[k]], member_indptr[own[k] + 1]
            for h in range(first, last):
                j = members[h]
                if j <= i:
                    continue
                at = place[j]
                if at < begin:
                    at = size
                    size += 1
                    place[j] = at
                    ends[at] = j
                    values[at] = 0.0
                    shared[at] = 0
                    degree[j] += 1
                values[at] += 1.0 / (last - first - 1)
                shared[at] += 1
        degree[i] += size - begin
        rows[i + 1] = size
    return _both_ways(rows, ends, values, shared, degree)


@njit(cache=True, nogil=True)
def transposed(indptr: _Ints, indices: _Ends, n: int) -> tuple[_Ints, _Ends]:
    """Return the collaborations of each of n organisations, ascending, from the members of each collaboration."""
    rows = np.zeros(n + 1, np.int64)
    for i in indices:
        rows[i + 1] += 1
    for i in range(n):
        rows[i + 1] += rows[i]
    free = rows.copy()
    own = np.empty(indices.size, np.int32)
    for c in range(indptr.size - 1):
        for k in range(indptr[c], indptr[c + 1]):
            i = indices[k]
            own[free[i]] = c
            free[i] += 1
    return rows, own


@njit(cache=True, nogil=True)
def _both_ways(
    rows: _Ints, ends: _Ends, values: _Floats, shared: _Ends, degree: _Ints
) -> tuple[_Ints, _Ends, _Floats, _Ints]:
    """Return ties to later organisations as ties of both ends, rows ascending.

    Going up through the organisations, each writes itself into the rows of the later ones: those rows ascend. Going up
    again, each reads there who comes before it, and writes itself into their rows.
    """
    n = rows.size - 1
    indptr, free = np.zeros(n + 1, np.int64), np.zeros(n, np.int64)
    for i in range(n):
        free[i] = indptr[i]
        indptr[i + 1] = indptr[i] + degree[i]
    indices, weights, counts = np.empty(indptr[n], np.int32), np.empty(indptr[n]), np.empty(indptr[n], np.int64)
    for i in range(n):
        for k in range(rows[i], rows[i + 1]):
            at = free[ends[k]]
            free[ends[k]] += 1
            indices[at] = i
            weights[at] = values[k]
            counts[at] = shared[k]
    for j in range(n):
        later = rows[j + 1] - rows[j]
        for k in range(indptr[j], indptr[j + 1] - later):
            at = free[indices[k]]
            free[indices[k]] += 1
            indices[at] = j
            weights[at] = weights[k]
            counts[at] = counts[k]
    return indptr, indices, weights, counts
