"""How well a picture shows the ties of its graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.analysis.layout.nearness import NEAREST

_Points = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]

_AT_ONCE = 4_000_000


def neighbourhood_preservation(
    graph: nx.Graph[Any], places: Mapping[Any, tuple[float, float]], nearest: int = NEAREST
) -> float:
    """Return how many of the nearest nodes in the picture are neighbours in the graph, NP@10 (0 to 1).

    For each node with d ties to others: of its `nearest` nearest nodes in the picture, those tied to it, divided by
    min(`nearest`, d). The mean over nodes with ties; NaN without any. Parallel ties, weights and directions do not
    count.

    Parameters
    ----------
    places
        Of every node of `graph`. Of nodes equally near, the first in the graph's order counts as nearer.

    Examples
    --------
    A path in a line: each node's nearest is its neighbour, and so are both of those in the middle.

    >>> path = nx.path_graph(4)
    >>> neighbourhood_preservation(path, {node: (node, 0.0) for node in path}, nearest=1)
    1.0
    """
    nodes, points = list(graph), _points(graph, places)
    shares = []
    for node, near in zip(nodes, _nearest(points, nearest), strict=True):
        tied = set(graph[node]) - {node}
        if tied:
            shares.append(sum(nodes[other] in tied for other in near) / min(nearest, len(tied)))
    return float(np.mean(shares)) if shares else float("nan")


def crossing_rate(
    graph: nx.Graph[Any], places: Mapping[Any, tuple[float, float]], draws: int = 200_000, seed: int = 1
) -> float:
    """Return the share of pairs of ties that cross in the picture, straight lines taken (0 to 1).

    Pairs that share an end do not count. All pairs are looked at when there are no more than `draws`, else as many
    are drawn with replacement; NaN when there is none.

    Examples
    --------
    A square with its two diagonals: of three pairs without a common end, the diagonals cross.

    >>> square = {0: (0, 0), 1: (1, 0), 2: (1, 1), 3: (0, 1)}
    >>> round(crossing_rate(nx.complete_graph(4), square), 3)
    0.333
    """
    points = _points(graph, places)
    number = {node: i for i, node in enumerate(graph)}
    ties = np.array(
        sorted({tuple(sorted((number[a], number[b]))) for a, b in graph.edges() if a != b}), dtype=np.int64
    ).reshape(-1, 2)
    first, second = _pairs(len(ties), draws, seed)
    one, other = ties[first], ties[second]
    apart = (one[:, :, None] != other[:, None, :]).all(axis=(1, 2))
    if not apart.any():
        return float("nan")
    a, b, c, d = (points[ends] for ends in (*one[apart].T, *other[apart].T))
    return float(np.mean((_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0)))


def _points(nodes: Iterable[Any], places: Mapping[Any, tuple[float, float]]) -> _Points:
    return np.array([places[node] for node in nodes], dtype=np.float64).reshape(-1, 2)


def _nearest(points: _Points, count: int) -> _Ints:
    """Return for each point the numbers of the nearest others: shape (n, min(count, n - 1))."""
    n = len(points)
    found = np.empty((n, max(min(count, n - 1), 0)), np.int64)
    step = max(_AT_ONCE // max(n, 1), 1)
    for start in range(0, n, step):
        some = points[start : start + step]
        squares = ((some[:, None, :] - points[None]) ** 2).sum(axis=2)
        squares[np.arange(len(some)), np.arange(start, start + len(some))] = np.inf
        found[start : start + step] = np.argsort(squares, axis=1, kind="stable")[:, : found.shape[1]]
    return found


def _pairs(ties: int, draws: int, seed: int) -> tuple[_Ints, _Ints]:
    if ties * (ties - 1) // 2 <= draws:
        first, second = np.triu_indices(ties, k=1)
        return first, second
    drawn = np.random.default_rng(seed).integers(0, ties, (2, draws))
    return drawn[0], drawn[1]


def _side(a: _Points, b: _Points, c: _Points) -> _Points:
    """Return on which side of the line from a to b the point c lies."""
    side: _Points = np.sign((b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0]))
    return side
