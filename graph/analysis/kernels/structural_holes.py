"""Burt's measures of structural holes."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import csr

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


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
