"""Steps from a set of organisations to every other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr, csr

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]


def steps(graph: nx.Graph[Any] | Csr, sources: Iterable[Any], passing: Collection[Any] = frozenset()) -> dict[Any, int]:
    """Return how many ties each node lies away from the nearest of `sources`; nodes out of reach are left out.

    Every tie is one step. Nodes of `passing` cost none: two of their neighbours are one step from each other, as two
    members of a collaboration are in a bipartite network; they are not in the result. Without them equal to
    ``networkx.multi_source_dijkstra_path_length(graph, sources, weight=None)``.

    Raises
    ------
    KeyError
        When a source is not in the graph.
    graph.errors.NetworkError
        When ties have a direction.

    Examples
    --------
    >>> import networkx as nx
    >>> steps(nx.path_graph(4), [0, 3])
    {0: 0, 1: 1, 2: 1, 3: 0}
    >>> steps(nx.path_graph(4), [0], passing=[1])
    {0: 0, 2: 1, 3: 2}
    """
    rows = csr(graph, weight=None)
    position = {node: i for i, node in enumerate(rows.nodes)}
    begin = np.array([position[node] for node in sources], dtype=np.int64)
    free = np.zeros(len(rows.nodes), dtype=np.bool_)
    free[[position[node] for node in passing]] = True
    found = _steps(rows.indptr, rows.indices, begin, free).tolist()
    return {node: away for node, away in zip(rows.nodes, found, strict=True) if away >= 0}


@njit(cache=True, nogil=True)
def _steps(indptr: _Ints, indices: _Ends, sources: _Ints, passing: npt.NDArray[np.bool_]) -> _Ints:
    n = indptr.size - 1
    away = np.full(n, -1, np.int64)
    passed = np.zeros(n, np.bool_)
    order = np.empty(n, np.int64)
    reached = 0
    for source in sources:
        if away[source] < 0:
            away[source] = 0
            order[reached] = source
            reached += 1
    head = 0
    while head < reached:
        v = order[head]
        head += 1
        for k in range(indptr[v], indptr[v + 1]):
            w = indices[k]
            if not passing[w]:
                if away[w] < 0:
                    away[w] = away[v] + 1
                    order[reached] = w
                    reached += 1
            elif not passed[w]:
                passed[w] = True
                for h in range(indptr[w], indptr[w + 1]):
                    x = indices[h]
                    if away[x] < 0 and not passing[x]:
                        away[x] = away[v] + 1
                        order[reached] = x
                        reached += 1
    return away
