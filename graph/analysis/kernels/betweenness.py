"""Betweenness centrality."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr, csr

_Floats = npt.NDArray[np.float64]


def betweenness(graph: nx.Graph[Any] | Csr, *, normalized: bool = True) -> dict[Any, float]:
    """Return the betweenness centrality of each node, every tie of length one.

    The share of shortest paths between two others that pass through the node, summed over all pairs and, if
    `normalized`, divided by the number of pairs, (n - 1)(n - 2) / 2. Equal to ``networkx.betweenness_centrality``.

    References
    ----------
    U. Brandes (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25, 163-177.

    Examples
    --------
    >>> import networkx as nx
    >>> betweenness(nx.path_graph(3))
    {0: 0.0, 1: 1.0, 2: 0.0}
    """
    rows = csr(graph, weight=None)
    scores = shortest_path_shares(rows.indptr, rows.indices)
    pairs = (len(rows) - 1) * (len(rows) - 2) / 2 if normalized else 1
    return dict(zip(rows.nodes, (scores / pairs if pairs > 0 else scores).tolist(), strict=True))


@njit(cache=True, nogil=True)
def shortest_path_shares(indptr: npt.NDArray[np.int64], indices: npt.NDArray[np.int32]) -> _Floats:
    """Return the betweenness of each node of `Csr` rows without direction, not normalised.

    That is the share of shortest paths that pass through the node, summed over pairs of others. Threads may call it
    at the same time.
    """
    n = indptr.size - 1
    total = np.zeros(n)
    distance = np.empty(n, np.int64)
    paths = np.empty(n)
    dependency = np.empty(n)
    order = np.empty(n, np.int64)
    for source in range(n):
        distance[:] = -1
        paths[:] = 0.0
        dependency[:] = 0.0
        distance[source] = 0
        paths[source] = 1.0
        order[0] = source
        reached = 1
        head = 0
        while head < reached:
            v = order[head]
            head += 1
            for k in range(indptr[v], indptr[v + 1]):
                w = indices[k]
                if distance[w] < 0:
                    distance[w] = distance[v] + 1
                    order[reached] = w
                    reached += 1
                if distance[w] == distance[v] + 1:
                    paths[w] += paths[v]
        for position in range(reached - 1, 0, -1):
            w = order[position]
            share = (1.0 + dependency[w]) / paths[w]
            for k in range(indptr[w], indptr[w + 1]):
                v = indices[k]
                if distance[v] == distance[w] - 1:
                    dependency[v] += paths[v] * share
            total[w] += dependency[w] / 2
    return total
