"""Measures of networkx, computed by numba on compressed sparse rows.

Each takes an undirected networkx graph and returns what networkx returns. Compiled code is kept on disk, so that only
the first start after installation compiles.
"""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import csr

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


def betweenness(graph: nx.Graph[Any]) -> dict[Any, float]:
    """Return the betweenness centrality of each node, normalised, every tie of length one.

    The share of shortest paths between two others that pass through the node, summed over all pairs and divided by
    the number of pairs, (n - 1)(n - 2) / 2. Equal to ``networkx.betweenness_centrality(graph)``.

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
    n = len(rows.nodes)
    scores = _betweenness(rows.indptr, rows.indices)
    pairs = (n - 1) * (n - 2)
    return dict(zip(rows.nodes, (scores / pairs if pairs > 0 else scores).tolist(), strict=True))


def constraint(graph: nx.Graph[Any], weight: str | None = "weight") -> dict[Any, float]:
    """Return Burt's constraint of each node: how far its ties lead back to the same people.

    Low where the neighbours of a node know each other little. NaN for a node without ties. Equal to
    ``networkx.constraint(graph, weight=weight)``.

    References
    ----------
    R. S. Burt (1992). Structural Holes. Harvard University Press, equation 2.4.
    R. S. Burt (2004). Structural holes and good ideas. American Journal of Sociology 110, 349-399.

    Examples
    --------
    >>> import networkx as nx
    >>> constraint(nx.star_graph(4))[0]
    0.25
    """
    rows = csr(graph, weight)
    return dict(zip(rows.nodes, _constraint(rows.indptr, rows.indices, rows.weights).tolist(), strict=True))


@njit(cache=True)
def _betweenness(indptr: _Ints, indices: _Ints) -> _Floats:
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
            total[w] += dependency[w]
    return total


@njit(cache=True)
def _constraint(indptr: _Ints, indices: _Ints, weights: _Floats) -> _Floats:
    n = indptr.size - 1
    strength = np.zeros(n)
    for v in range(n):
        for k in range(indptr[v], indptr[v + 1]):
            strength[v] += weights[k]
    result = np.full(n, np.nan)
    share = np.zeros(n)
    is_neighbour = np.zeros(n, np.bool_)
    for v in range(n):
        first, last = indptr[v], indptr[v + 1]
        if first == last or strength[v] == 0.0:
            continue
        for k in range(first, last):
            is_neighbour[indices[k]] = True
            share[indices[k]] += weights[k] / strength[v]
        for k in range(first, last):
            q = indices[k]
            through = weights[k] / strength[v]
            for h in range(indptr[q], indptr[q + 1]):
                if is_neighbour[indices[h]]:
                    share[indices[h]] += through * weights[h] / strength[q]
        total = 0.0
        for k in range(first, last):
            w = indices[k]
            total += share[w] ** 2
            share[w] = 0.0
            is_neighbour[w] = False
        result[v] = total
    return result
