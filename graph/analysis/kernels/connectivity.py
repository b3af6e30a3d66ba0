"""What holds a network together: articulation points, bridge ties, biconnected components, and what a leaving costs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr, csr

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Articulation:
    """Where a network falls apart when one node or one tie is taken out.

    The arrays hold positions in `nodes`; the sets of nodes are made of them when first asked for.

    Attributes
    ----------
    nodes
        All nodes, in the graph's order.
    point_rows
        Shape (p,): nodes without which their component falls into several.
    bridge_rows
        Shape (b, 2): ties without which their component falls into two, the earlier end first.
    sizes, members
        Shapes (c,) and (sum of sizes,): the nodes of each biconnected component, one component after the other.
    """

    nodes: list[Any]
    point_rows: _Ends
    bridge_rows: _Ends
    sizes: _Ints
    members: _Ends

    @cached_property
    def points(self) -> frozenset[Any]:
        """The articulation points, as ``networkx.articulation_points``."""
        return frozenset(map(self.nodes.__getitem__, self.point_rows.tolist()))

    @cached_property
    def bridges(self) -> frozenset[tuple[Any, Any]]:
        """The bridge ties, as ``networkx.bridges``; the end that is earlier in the graph stands first."""
        node = self.nodes.__getitem__
        one, other = (map(node, ends.tolist()) for ends in self.bridge_rows.T)
        return frozenset(zip(one, other, strict=True))

    @cached_property
    def components(self) -> tuple[frozenset[Any], ...]:
        """The nodes of each biconnected component, as ``networkx.biconnected_components``.

        They are the largest parts that no single node holds together. A point is in several, an isolate in none.
        """
        one_by_one = map(self.nodes.__getitem__, self.members.tolist())
        return tuple(frozenset(islice(one_by_one, size)) for size in self.sizes.tolist())


@dataclass(frozen=True)
class RemovalLoss:
    """What is lost when a node leaves, of all nodes.

    Attributes
    ----------
    pairs
        How many pairs of others that were connected no longer are.
    separated
        How many others no longer reach the largest piece of what was their component.
    """

    pairs: dict[Any, int]
    separated: dict[Any, int]


def articulation(graph: nx.Graph[Any] | Csr) -> Articulation:
    """Return the articulation points, bridge ties and biconnected components of `graph`, found in one pass.

    Weights do not matter, nor do self-loops. Parallel ties are one tie, but no bridge, as in networkx. Isolates are
    neither points nor components; of a disconnected graph each component is treated on its own. Takes time in
    proportion to nodes and ties and does not recurse, so that a path of any length can be searched.

    Raises
    ------
    graph.errors.NetworkError
        When ties have a direction.

    References
    ----------
    J. Hopcroft and R. Tarjan (1973). Efficient algorithms for graph manipulation. Communications of the ACM 16,
    372-378.

    Examples
    --------
    >>> import networkx as nx
    >>> found = articulation(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
    >>> found.points, found.bridges, sorted(sorted(part) for part in found.components)
    (frozenset({'c'}), frozenset({('c', 'd')}), [['a', 'b', 'c'], ['c', 'd']])
    """
    rows = csr(graph, weight=None)
    points, bridges, sizes, members = _articulation(rows.indptr, rows.indices)
    if isinstance(graph, nx.MultiGraph):
        alone = [graph.number_of_edges(rows.nodes[a], rows.nodes[b]) == 1 for a, b in bridges.tolist()]
        bridges = bridges[np.array(alone, bool)]
    return Articulation(rows.nodes, points, bridges, sizes, members)


def removal_loss(graph: nx.Graph[Any] | Csr, counted: Collection[Any] | None = None) -> RemovalLoss:
    """Return what is lost when each node of `graph` leaves.

    Exact, from the pieces that each node holds together, found in one pass over the graph: where a node leaves a
    component in pieces of s1, s2, ... nodes, the pairs lost are those between pieces, and all but the largest are
    separated. Nothing is lost with a node that is no articulation point. Weights, self-loops and parallel ties do not
    matter; pairs of different components were not connected before.

    Parameters
    ----------
    counted
        The nodes that count, each as one: of the bipartite form the organisations. All, unless given.

    Raises
    ------
    graph.errors.NetworkError
        When ties have a direction.

    References
    ----------
    J. Hopcroft and R. Tarjan (1973). Efficient algorithms for graph manipulation. Communications of the ACM 16,
    372-378.

    Examples
    --------
    In a path of five, the middle one joins two and two; the second joins one and three.

    >>> import networkx as nx
    >>> removal_loss(nx.path_graph(5)).pairs
    {0: 0, 1: 3, 2: 4, 3: 3, 4: 0}
    >>> removal_loss(nx.path_graph(5)).separated
    {0: 0, 1: 1, 2: 2, 3: 1, 4: 0}
    >>> removal_loss(nx.path_graph(5), counted=[0, 2, 4]).pairs
    {0: 0, 1: 2, 2: 1, 3: 2, 4: 0}
    """
    rows = csr(graph, weight=None)
    if counted is None:
        counts = np.ones(len(rows.nodes), np.int64)
    else:
        chosen = set(counted)
        counts = np.fromiter((node in chosen for node in rows.nodes), np.int64, len(rows.nodes))
    pairs, separated = _removal_loss(rows.indptr, rows.indices, counts)
    return RemovalLoss(
        dict(zip(rows.nodes, pairs.tolist(), strict=True)), dict(zip(rows.nodes, separated.tolist(), strict=True))
    )


@njit(cache=True, nogil=True)
def _articulation(indptr: _Ints, indices: _Ends) -> tuple[_Ends, _Ends, _Ints, _Ends]:
    """Return the points, the ends of bridges, and the size of each biconnected component and their nodes in turn."""
    order, parent, low = _depth_first(indptr, indices)
    n = order.size
    block = np.empty(n, np.int32)
    sizes = np.zeros(n, np.int64)
    joined = np.zeros(n, np.int32)
    bridges = np.empty((n, 2), np.int32)
    found = crossed = 0
    for i in range(n):
        above = parent[i]
        if above < 0:
            continue
        if low[i] >= above:
            block[i] = found
            sizes[found] = 2
            found += 1
            joined[above] += 1
            if low[i] == i:
                bridges[crossed, 0] = min(order[above], order[i])
                bridges[crossed, 1] = max(order[above], order[i])
                crossed += 1
        else:
            block[i] = block[above]
            sizes[block[i]] += 1
    sizes = sizes[:found]
    free = sizes.cumsum() - sizes
    members = np.empty(sizes.sum(), np.int32)
    for i in range(n):
        above = parent[i]
        if above < 0:
            continue
        if low[i] >= above:
            members[free[block[i]]] = order[above]
            free[block[i]] += 1
        members[free[block[i]]] = order[i]
        free[block[i]] += 1
    for i in range(n):
        if parent[i] < 0:
            joined[i] -= 1
    return order[joined > 0], bridges[:crossed], sizes, members


@njit(cache=True, nogil=True)
def _removal_loss(indptr: _Ints, indices: _Ends, counts: _Ints) -> tuple[_Ints, _Ints]:
    """Return for each node the pairs of counted others disconnected, and the counted others cut off."""
    order, parent, low = _depth_first(indptr, indices)
    n = order.size
    size = counts[order]  # counted nodes of the subtree of each
    cut = np.zeros(n, np.int64)  # counted nodes of pieces below, in all
    largest = np.zeros(n, np.int64)
    pairs_within = np.zeros(n, np.int64)
    for i in range(n - 1, -1, -1):
        above = parent[i]
        if above < 0:
            continue
        size[above] += size[i]
        if low[i] >= above:
            cut[above] += size[i]
            largest[above] = max(largest[above], size[i])
            pairs_within[above] += size[i] * (size[i] - 1) // 2
    pairs = np.empty(n, np.int64)
    separated = np.empty(n, np.int64)
    root = 0
    for i in range(n):
        if parent[i] < 0:
            root = i
        others = size[root] - counts[order[i]]
        rest = others - cut[i]
        pairs[order[i]] = others * (others - 1) // 2 - pairs_within[i] - rest * (rest - 1) // 2
        separated[order[i]] = others - max(largest[i], rest)
    return pairs, separated


@njit(cache=True, nogil=True)
def _depth_first(indptr: _Ints, indices: _Ends) -> tuple[_Ends, _Ends, _Ends]:
    """Return the nodes in the order of a search in depth; and of each, by its place in that order, parent and low.

    The parent is a place too, -1 of the first of a component. Low is the lowest place that the node or what comes below
    it has a tie to, the tie to the parent apart.
    """
    n = indptr.size - 1
    place = np.full(n, -1, np.int32)
    order = np.empty(n, np.int32)
    parent = np.empty(n, np.int32)
    low = np.empty(n, np.int32)
    seen = indptr[:-1].copy()  # where the ties of each node are not yet looked at
    reached = 0
    for root in range(n):
        if place[root] >= 0:
            continue
        place[root] = low[reached] = reached
        order[reached] = root
        parent[reached] = -1
        here = reached
        reached += 1
        while here >= 0:
            v = order[here]
            above = parent[here]
            lowest = low[here]
            k = seen[v]
            last = indptr[v + 1]
            while k < last:
                there = place[indices[k]]
                if there < 0:
                    break
                if there < lowest and there != above:
                    lowest = there
                k += 1
            low[here] = lowest
            if k < last:
                seen[v] = k + 1
                w = indices[k]
                place[w] = low[reached] = reached
                order[reached] = w
                parent[reached] = here
                here = reached
                reached += 1
            else:
                if above >= 0 and lowest < low[above]:
                    low[above] = lowest
                here = above
    return order, parent, low
