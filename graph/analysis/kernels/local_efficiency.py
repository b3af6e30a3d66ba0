"""Local efficiency of Latora and Marchiori, which is another thing than Burt's efficiency."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr
from graph.analysis.kernels.mutual import mutual

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


def local_efficiency(graph: nx.Graph[Any] | Csr) -> float:
    """Return the average local efficiency of `graph`: how well neighbours reach each other without the node between.

    The efficiency of a node is the mean of 1 / distance over all pairs of its neighbours, distances taken among the
    neighbours alone (0 where they do not reach each other) and every tie being of length one; 0 with fewer than two
    neighbours. The average is over all nodes; NaN without any. Self-loops are left out; a directed tie or several
    parallel ones count as one tie. Equal to ``networkx.local_efficiency(graph)`` for undirected graphs without
    self-loops; networkx takes a node with a self-loop for its own neighbour, and refuses directed graphs.

    References
    ----------
    V. Latora, M. Marchiori (2001). Efficient behavior of small-world networks. Physical Review Letters 87, 198701.

    Examples
    --------
    >>> import networkx as nx
    >>> round(local_efficiency(nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3)])), 6)
    0.916667
    """
    rows = mutual(graph, None)
    scores = _local_efficiency(rows.indptr, rows.indices)
    return float(scores.mean()) if scores.size else float("nan")


@njit(cache=True, nogil=True)
def _local_efficiency(indptr: _Ints, indices: npt.NDArray[np.int32]) -> _Floats:
    n = indptr.size - 1
    result = np.zeros(n)
    around = np.full(n, -1, np.int64)
    seen = np.full(n, -1, np.int64)
    queue, distance = np.empty(n, np.int64), np.empty(n, np.int64)
    for v in range(n):
        first, last = indptr[v], indptr[v + 1]
        degree = last - first
        if degree < 2:  # noqa: PLR2004 - a pair
            continue
        for k in range(first, last):
            around[indices[k]] = v
        total = 0.0
        for k in range(first, last):
            source = indices[k]
            # Marks go up from one search to the next, so that none needs to be taken back.
            seen[source] = k
            queue[0], distance[0] = source, 0
            head, reached = 0, 1
            while head < reached:
                a, steps = queue[head], distance[head] + 1
                head += 1
                for h in range(indptr[a], indptr[a + 1]):
                    b = indices[h]
                    if around[b] == v and seen[b] != k:
                        seen[b] = k
                        queue[reached], distance[reached] = b, steps
                        reached += 1
                        total += 1.0 / steps
        result[v] = total / (degree * (degree - 1))
    return result
