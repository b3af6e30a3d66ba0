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
    n = indptr.size - 1
    # Unsigned, because an index without a sign needs no test for negative ones: two thirds of the time.
    degree = np.empty(n, np.uint32)
    most = 0
    for v in range(n):
        degree[v] = indptr[v + 1] - indptr[v]
        most = max(most, degree[v])
    # Nodes in ascending order of degree; first[d] is where those of degree d begin.
    first = np.zeros(most + 2, np.uint32)
    for v in range(n):
        first[degree[v] + 1] += 1
    for d in range(most + 1):
        first[d + 1] += first[d]
    free = first.copy()
    order = np.empty(n, np.uint32)
    place = np.empty(n, np.uint32)
    for v in range(n):
        place[v] = free[degree[v]]
        order[place[v]] = v
        free[degree[v]] += 1
    # The node of least degree leaves; each neighbour of a higher one loses a tie: it changes places with the first of
    # its degree, and the line between degrees is drawn after it.
    for i in range(n):
        v = order[i]
        for k in range(np.uint64(indptr[v]), np.uint64(indptr[v + 1])):
            w = np.uint32(indices[k])
            if degree[w] > degree[v]:
                front, here = first[degree[w]], place[w]
                other = order[front]
                order[here], place[other] = other, here
                order[front], place[w] = w, front
                first[degree[w]] += 1
                degree[w] -= 1
    return degree
