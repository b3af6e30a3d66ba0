"""Randomisation of who takes part in what, with every number of ties kept."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.kernels.projection import transposed

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]

TRADES = 5
"""Trades for each row and each column. What it rests on: docs/methods/null-models.md."""


def curveball(
    graph: nx.Graph[Any],
    nodes: Collection[Any] | None = None,
    *,
    seed: int | np.random.Generator = 1,
    trades: int = TRADES,
) -> nx.Graph[Any]:
    """Return a graph drawn uniformly from all bipartite graphs in which each node has as many ties as in `graph`.

    Two nodes of one side trade: the partners that only one of them has are shuffled and dealt out again, to each as
    many as it had. Trades are made first between `nodes`, then between the others, `trades` times as many as there are
    nodes with ties on that side, since a node with far more ties than the rest of its side hardly changes by trades
    of its own side.

    Parameters
    ----------
    graph
        Nodes without ties stay so. Ties within a side, as declared ties are, and self-loops stay as they are. Of one
        tie or none, of two complete sides or of nested partners there is only one graph, which is returned.
    nodes
        One side, such as the organisations; unless given, the nodes whose attribute `bipartite` is 0, as networkx
        makes it, or else the side of the first node.
    seed
        Or a generator, which is moved on. The same seed gives the same graph.

    Returns
    -------
    A new graph with the same nodes, in their order, and their attributes. Each of `nodes` keeps the attributes of its
    ties, which pass to its new partners.

    Raises
    ------
    ValueError
        When `graph` is directed or has parallel ties, of which the randomisation knows nothing.
    networkx.AmbiguousSolution
        When the sides are not given and `graph` is disconnected, so that they are not certain.
    networkx.NetworkXError
        When the sides are not given and `graph` is not bipartite.

    References
    ----------
    G. Strona, D. Nappo, F. Boccacci, S. Fattorini and J. San-Miguel-Ayanz (2014). A fast and unbiased procedure to
    randomize ecological binary matrices with fixed row and column totals. Nature Communications 5, 4114.
    C. J. Carstens (2015). Proof of uniform sampling of binary matrices with fixed row sums and column sums for the
    fast Curveball algorithm. Physical Review E 91, 042812.

    Examples
    --------
    >>> import networkx as nx
    >>> women = nx.davis_southern_women_graph()
    >>> other = curveball(women, women.graph["top"], seed=7)
    >>> dict(other.degree()) == dict(women.degree()), set(other.edges) == set(women.edges)
    (True, False)
    """
    if graph.is_directed() or graph.is_multigraph():
        raise ValueError("curveball takes an undirected graph without parallel edges")
    side = _side(graph) if nodes is None else set(nodes)
    rows, columns = [node for node in graph if node in side], [node for node in graph if node not in side]
    position = {column: i for i, column in enumerate(columns)}
    partners = [[(position[other], data) for other, data in graph[row].items() if other in position] for row in rows]
    sizes = np.array([0, *map(len, partners)], np.int64)
    indices = np.fromiter((end for end, _ in chain.from_iterable(partners)), np.int32, int(sizes.sum()))
    dealt = curveballed(sizes.cumsum(), indices, len(columns), trades, np.random.default_rng(seed)).tolist()
    result = graph.__class__(**graph.graph)
    result.add_nodes_from(graph.nodes(data=True))
    result.add_edges_from((a, b, data) for a, b, data in graph.edges(data=True) if (a in side) == (b in side))
    ties = ((row, data) for row, found in zip(rows, partners, strict=True) for _, data in found)
    result.add_edges_from((row, columns[end], data) for (row, data), end in zip(ties, dealt, strict=True))
    return result


def _side(graph: nx.Graph[Any]) -> set[Any]:
    marks = dict(graph.nodes(data="bipartite"))
    if set(marks.values()) <= {None} and graph:
        return nx.bipartite.sets(graph)[0]
    return {node for node, mark in marks.items() if mark == 0}


@njit(cache=True, nogil=True)
def curveballed(indptr: _Ints, indices: _Ends, columns: int, trades: int, generator: np.random.Generator) -> _Ends:
    """Return `indices` of another matrix with the same row and column sums: see `curveball`.

    Made for loops that draw anew, and to be run on several threads, each with a generator of its own.

    Parameters
    ----------
    indptr
        Shape (rows + 1,), int64: row i has its ones at ``indices[indptr[i]:indptr[i + 1]]``.
    indices
        int32, each once a row, in any order; not changed.
    columns
        How many columns there are.
    trades
        For each row and each column; ``TRADES`` unless there is a reason.
    generator
        Is moved on.

    Returns
    -------
    Array of the shape of `indices`, each row ascending.
    """
    rows = indptr.size - 1
    dealt = indices.copy()
    _trade(indptr, dealt, columns, trades, generator)
    across, members = transposed(indptr, dealt, columns)
    _trade(across, members, rows, trades, generator)
    return transposed(across, members, rows)[1]


@njit(cache=True, nogil=True)
def _trade(indptr: _Ints, indices: _Ends, columns: int, trades: int, generator: np.random.Generator) -> None:
    rows = indptr.size - 1
    filled = np.empty(rows, np.uint32)
    n = 0
    for row in range(rows):
        if indptr[row + 1] > indptr[row]:
            filled[n] = row
            n += 1
    if n < 2:  # noqa: PLR2004 - it takes two to trade
        return
    # Unsigned, because an index without a sign needs no test for negative ones.
    first = indptr.view(np.uint64)
    ends = indices.view(np.uint32)
    held = np.zeros(columns, np.int8)
    for _ in range(trades * n):
        i = np.uint64(generator.random() * n)
        j = np.uint64(generator.random() * (n - 1))
        if j >= i:
            j += np.uint64(1)
        a, b = filled[i], filled[j]
        if first[a + 1] - first[a] > first[b + 1] - first[b]:
            a, b = b, a
        # The partners that both have go to the front of each row, so that own partners fill its end.
        own_a, last_a = first[a], first[a + 1]
        own_b, last_b = first[b], first[b + 1]
        for k in range(own_a, last_a):
            held[ends[k]] = 1
        for k in range(own_b, last_b):
            end = ends[k]
            if held[end]:
                held[end] = 2
                ends[k], ends[own_b] = ends[own_b], end
                own_b += np.uint64(1)
        for k in range(own_a, last_a):
            end = ends[k]
            if held[end] == 2:  # noqa: PLR2004 - both have it
                ends[k], ends[own_a] = ends[own_a], end
                own_a += np.uint64(1)
            held[end] = 0
        # a, which has fewer, draws its own partners anew from those of both: the first steps of a Fisher-Yates shuffle.
        few = last_a - own_a
        many = few + last_b - own_b
        for k in range(few):
            drawn = k + np.uint64(generator.random() * (many - k))
            other = own_a + drawn if drawn < few else own_b + drawn - few
            ends[own_a + k], ends[other] = ends[other], ends[own_a + k]
