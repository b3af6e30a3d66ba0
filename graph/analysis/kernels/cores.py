"""k-cores."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr, csr

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]


def core_numbers(graph: nx.Graph[Any] | Csr) -> dict[Any, int]:
    """Return for each node the largest k of a k-core that it is in: a part in which each has k ties within the part.

    Equal to ``networkx.core_number(graph)``. Weights do not matter. An isolate has 0. With direction, ties in and out
    count, two that point at each other as two. Self-loops are left out and parallel ties are one, where networkx
    refuses both.

    References
    ----------
    S. B. Seidman (1983). Network structure and minimum degree. Social Networks 5, 269-287.
    V. Batagelj and M. Zaversnik (2003). An O(m) algorithm for cores decomposition of networks. arXiv:cs/0310049.

    Examples
    --------
    >>> import networkx as nx
    >>> core_numbers(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
    {'a': 2, 'b': 2, 'c': 2, 'd': 1}
    """
    rows = csr(graph, weight=None, directed=True)
    indptr, indices = _both_ways(rows) if rows.directed else (rows.indptr, rows.indices)
    return dict(zip(rows.nodes, _core_numbers(indptr, indices).tolist(), strict=True))


def _both_ways(rows: Csr) -> tuple[_Ints, _Ends]:
    back = rows.reverse()
    owners = np.concatenate([np.repeat(np.arange(len(rows)), np.diff(one.indptr)) for one in (rows, back)])
    ends = np.concatenate([rows.indices, back.indices])
    return rows.indptr + back.indptr, ends[np.argsort(owners, kind="stable")]


@njit(cache=True, nogil=True)
def _core_numbers(indptr: _Ints, indices: _Ends) -> npt.NDArray[np.uint32]:
    """Return the core number of each node, peeling level by level, each node of k ties or fewer at level k.

    Nothing is decided by a branch that hangs on the data, which would be guessed wrongly every other time: a node is
    written to the end of a list, and the end moves on where the node belongs there.
    """
    n = np.uint64(indptr.size - 1)
    # Unsigned, because an index without a sign needs no test for negative ones.
    ends = indices.view(np.uint32)
    degree = np.empty(n, np.int32)
    rest = np.empty(n + 1, np.uint32)
    core = np.zeros(n, np.uint32)
    peeled = np.empty(n + 1, np.uint32)
    level = np.int32(n)
    for v in range(n):
        degree[v] = indptr[v + 1] - indptr[v]
        level = min(level, degree[v])
        rest[v] = v
    left = n
    while left > 0:
        kept, last = np.uint64(0), np.uint64(0)
        for i in range(left):
            v = rest[i]
            peeled[last] = v
            last += np.uint64(degree[v] == level)
            rest[kept] = v
            kept += np.uint64(degree[v] > level)
        first = np.uint64(0)
        while first < last:
            v = peeled[first]
            first += np.uint64(1)
            core[v] = level
            for k in range(np.uint64(indptr[v]), np.uint64(indptr[v + 1])):
                w = ends[k]
                degree[w] -= 1
                # One that has gone is below the level.
                peeled[last] = w
                last += np.uint64(degree[w] == level)
        # Some of the rest have fallen to the level and gone; the next level is the least that is left.
        left, kept, lowest = kept, np.uint64(0), np.int32(n)
        for i in range(left):
            v = rest[i]
            rest[kept] = v
            kept += np.uint64(degree[v] > level)
            lowest = min(lowest, degree[v] if degree[v] > level else lowest)
        left, level = kept, lowest
    return core
