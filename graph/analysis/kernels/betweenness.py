"""Betweenness centrality."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr, csr
from graph.analysis.kernels.weighted_paths import weighted_dependencies

_Ints = npt.NDArray[np.int64]
_Indices = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]
_Row = tuple[float, float, float, float, float, float, float, float]

_SOURCES = 512
"""Sources summed at a time. The sum does not depend on who works out which, since these are then added in order."""


def betweenness(
    graph: nx.Graph[Any] | Csr, weight: str | None = None, *, normalized: bool = True, threads: int = 1
) -> dict[Any, float]:
    """Return the betweenness centrality of each node.

    The share of shortest paths between two others that pass through the node, summed over all pairs and, if
    `normalized`, divided by the number of pairs, (n - 1)(n - 2) / 2. Equal to ``networkx.betweenness_centrality``.

    Two nodes that no path joins have no share to give; an isolate has 0, and so has every node of a network of fewer
    than three. Self-loops lie on no shortest path; of parallel ties the shortest counts, once.

    Parameters
    ----------
    weight
        Attribute of ties that says how *long* they are (not how strong); a tie without it has length one, and so has
        every tie when None. A `Csr` has its weights for lengths when any name is given. Paths are equally long when
        the sums of their lengths are equal to the last bit, as in networkx.
    threads
        How many sources are worked on at a time; the result is the same to the last bit.

    Raises
    ------
    graph.errors.NetworkError
        When ties have a direction, or when a length is not finite and above zero, naming the tie.

    References
    ----------
    L. C. Freeman (1977). A set of measures of centrality based on betweenness. Sociometry 40, 35-41.
    U. Brandes (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25, 163-177.

    Examples
    --------
    >>> import networkx as nx
    >>> betweenness(nx.path_graph(3))
    {0: 0.0, 1: 1.0, 2: 0.0}
    """
    rows = csr(graph, weight, parallel="min")
    if weight is None:
        of_sources: Callable[[_Indices], _Floats] = partial(dependencies, rows.indptr, rows.indices)
    else:
        rows.require_lengths()
        of_sources = partial(weighted_dependencies, rows.indptr, rows.indices, rows.weights)
    scores = _summed(of_sources, _neighbouring(rows.indptr, rows.indices), threads)
    pairs = (len(rows) - 1) * (len(rows) - 2) / 2 if normalized else 1
    return dict(zip(rows.nodes, (scores / pairs if pairs > 0 else scores).tolist(), strict=True))


def _summed(of_sources: Callable[[_Indices], _Floats], sources: _Indices, threads: int) -> _Floats:
    parts = [sources[first : first + _SOURCES] for first in range(0, sources.size, _SOURCES)]
    scores = np.zeros(sources.size)
    with ThreadPoolExecutor(threads) as pool:
        for part in pool.map(of_sources, parts):
            scores += part
    return scores / 2


@njit(cache=True, nogil=True)
def shortest_path_shares(indptr: _Ints, indices: _Indices) -> _Floats:
    """Return the betweenness of each node of `Csr` rows without direction, not normalised.

    That is the share of shortest paths that pass through the node, summed over pairs of others. Threads may call it
    at the same time.
    """
    return dependencies(indptr, indices, _neighbouring(indptr, indices)) / 2


@njit(cache=True, nogil=True)
def _neighbouring(indptr: _Ints, indices: _Indices) -> _Indices:
    """Return the nodes in an order in which those next to each other are near each other: breadth first."""
    n = indptr.size - 1
    order = np.empty(n, np.int32)
    met = np.zeros(n, np.bool_)
    reached = 0
    for start in range(n):
        if met[start]:
            continue
        met[start] = True
        order[reached] = start
        head = reached
        reached += 1
        while head < reached:
            v = order[head]
            head += 1
            for k in range(indptr[v], indptr[v + 1]):
                w = indices[k]
                if not met[w]:
                    met[w] = True
                    order[reached] = w
                    reached += 1
    return order


@njit(cache=True, nogil=True)
def dependencies(indptr: _Ints, indices: _Indices, sources: _Indices) -> _Floats:
    """Return the dependencies of `sources` on each node, summed (Brandes 2001), every tie of length one.

    Eight sources are taken at a time. Each node has a row of eight numbers, one a source, which fills a line of the
    cache; a level of the breadth-first search adds up the rows of neighbours once for all eight. Sources near each
    other meet a node at nearly the same level, so that most look-ups are shared.
    """
    n = indptr.size - 1
    total = np.zeros(n)
    paths = np.zeros((n, 8))  # shortest paths from each source, 0 until it reaches the node
    front = np.zeros((n, 8))  # rows of the level from which is gathered, 0 at other nodes
    is_open = np.ones(n, np.uint8)  # some source has not reached the node, and the node does not wait
    waiting = np.empty(n + 1, np.int32)
    entry = np.empty(8 * n + 1, np.int32)  # the nodes level by level; a node is at one level or more
    found = np.empty((8 * n + 1, 8))  # their rows
    level = np.zeros(n + 2, np.int64)  # the first entry of each level
    for first in range(0, sources.size, 8):
        lanes = min(8, sources.size - first)
        for lane in range(lanes, 8):
            paths[:, lane] = 1.0
        for lane in range(lanes):
            entry[lane] = sources[first + lane]
            found[lane, :] = 0.0
            found[lane, lane] = paths[entry[lane], lane] = 1.0
        level[1] = lanes
        _show(front, entry, found, 0, lanes)
        depth = 0
        while level[depth] < level[depth + 1]:
            count = 0
            for e in range(level[depth], level[depth + 1]):
                for k in range(indptr[entry[e]], indptr[entry[e] + 1]):
                    w = indices[k]
                    waiting[count] = w  # kept if the count goes on: a branch could not be foretold
                    count += is_open[w]
                    is_open[w] = 0
            end = level[depth + 1]
            for j in range(count):
                v = waiting[j]
                entry[end] = v
                gathered = _gather(front, indptr, indices, v)
                is_new, is_open[v] = _count(gathered, found[end], paths[v])
                end += is_new
            _hide(front, entry, level[depth], level[depth + 1])
            _show(front, entry, found, level[depth + 1], end)
            depth += 1
            level[depth + 1] = end
        for d in range(depth - 1, 0, -1):
            for e in range(level[d], level[d + 1]):
                v = entry[e]
                gathered = _gather(front, indptr, indices, v)
                total[v] += _depend(gathered, found[e])
            _hide(front, entry, level[d + 1], level[d + 2])
            _show(front, entry, found, level[d], level[d + 1])
        _hide(front, entry, level[1], level[2])
        _hide(paths, entry, 0, level[depth])
        for e in range(level[depth]):
            is_open[entry[e]] = 1
    return total


@njit(cache=True, nogil=True)
def _gather(front: _Floats, indptr: _Ints, indices: _Indices, node: int) -> _Row:
    """Return the sum of the rows of the neighbours of `node`, added up in registers."""
    a = b = c = d = e = f = g = h = 0.0
    for k in range(indptr[node], indptr[node + 1]):
        one = front[indices[k]]
        a += one[0]
        b += one[1]
        c += one[2]
        d += one[3]
        e += one[4]
        f += one[5]
        g += one[6]
        h += one[7]
    return a, b, c, d, e, f, g, h


@njit(cache=True, nogil=True)
def _count(gathered: _Row, row: _Floats, paths: _Floats) -> tuple[bool, bool]:
    """Leave in `row` the paths of sources that had none yet, and add them; return whether any had and any has none."""
    new = 0.0
    least = np.inf
    for lane in range(8):
        row[lane] = gathered[lane] if paths[lane] == 0.0 else 0.0
        paths[lane] += row[lane]
        new += row[lane]
        least = min(least, paths[lane])
    return new > 0.0, least == 0.0


@njit(cache=True, nogil=True, error_model="numpy")
def _depend(gathered: _Row, row: _Floats) -> float:
    """Return the dependencies of a node of `row` paths, leaving in `row` the share of each of its paths in them."""
    total = 0.0
    for lane in range(8):
        is_here = 1.0 if row[lane] > 0.0 else 0.0
        dependency = row[lane] * gathered[lane]
        row[lane] = (is_here + dependency) / (row[lane] + (1.0 - is_here))  # 0 / 1 for a node of other levels
        total += dependency
    return total


@njit(cache=True, nogil=True)
def _show(front: _Floats, entry: _Indices, found: _Floats, first: int, last: int) -> None:
    for e in range(first, last):
        row = front[entry[e]]
        for lane in range(8):
            row[lane] = found[e, lane]


@njit(cache=True, nogil=True)
def _hide(front: _Floats, entry: _Indices, first: int, last: int) -> None:
    for e in range(first, last):
        row = front[entry[e]]
        for lane in range(8):
            row[lane] = 0.0
