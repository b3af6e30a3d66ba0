"""A networkx graph as compressed sparse rows, the form that the kernels read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.errors import NetworkError

_Ints = npt.NDArray[np.int64]
_Rows = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Csr:
    """Neighbours of node i are ``indices[indptr[i]:indptr[i + 1]]``, in ascending order.

    Attributes
    ----------
    nodes
        The n nodes, in the graph's order.
    indptr
        Shape (n + 1,).
    indices
        Shape (m,). A tie without direction stands in the rows of both its ends, so that m is twice their number.
    weights
        Shape (m,), finite and not negative.
    directed
        Whether row i holds the nodes that i points to, instead of all its neighbours.
    """

    nodes: list[Any]
    indptr: _Ints
    indices: _Rows
    weights: _Floats
    directed: bool = False

    def __len__(self) -> int:
        """Return the number of nodes."""
        return len(self.nodes)

    def is_directed(self) -> bool:
        """Return whether rows have a direction, as a networkx graph says it."""
        return self.directed

    def reverse(self) -> Csr:
        """Return the rows of the nodes that point to i; without direction they are the same.

        Examples
        --------
        >>> csr(nx.DiGraph([(0, 1), (0, 2)]), directed=True).reverse().indptr.tolist()
        [0, 0, 1, 2]
        """
        return Csr(self.nodes, *_transposed(self.indptr, self.indices, self.weights), directed=self.directed)

    def require_lengths(self) -> None:
        """Refuse weights that cannot be lengths of paths.

        Raises
        ------
        graph.errors.NetworkError
            When a weight is not above zero, naming the tie.
        """
        wrong = np.flatnonzero(~(self.weights > 0.0))
        if wrong.size:
            start = self.nodes[int(np.searchsorted(self.indptr, wrong[0], side="right")) - 1]
            end = self.nodes[self.indices[wrong[0]]]
            raise NetworkError("network_length", start=start, end=end, length=self.weights[wrong[0]])


def csr(
    graph: nx.Graph[Any] | Csr,
    weight: str | None = "weight",
    *,
    directed: bool = False,
    loops: bool = False,
    parallel: Literal["sum", "min"] = "sum",
) -> Csr:
    """Return `graph` as compressed sparse rows; one that is so already is returned as it is.

    Isolates have an empty row. The networkx function that a kernel stands for decides what it asks for here.

    Parameters
    ----------
    weight
        Attribute of ties. A tie without it has weight one, and so has every tie when None.
    directed
        Rows are successors; a graph without direction gives each tie both ways.
    loops
        Keep ties of a node with itself, once in its row. They are dropped else.
    parallel
        What parallel ties of a multigraph become: one tie of the sum of their weights (the number of ties, when
        `weight` is None), as in networkx's adjacency matrix, or of the smallest, as in its shortest paths.

    Raises
    ------
    graph.errors.NetworkError
        When a weight is no number, NaN, infinite or negative, naming the tie; a weight of zero is kept. When `graph`
        has a direction and `directed` is not asked for.

    Examples
    --------
    >>> rows = csr(nx.Graph([("a", "b"), ("b", "c", {"weight": 0.5})]))
    >>> rows.indptr.tolist(), rows.indices.tolist(), rows.weights.tolist()
    ([0, 1, 3, 4], [1, 0, 2, 1], [1.0, 1.0, 0.5, 0.5])
    """
    if graph.is_directed() and not directed:
        raise NetworkError("network_directed")
    if isinstance(graph, Csr):
        return graph
    nodes, rows = list(graph), [row for _, row in graph.adjacency()]
    position = {node: i for i, node in enumerate(nodes)}
    sizes = np.fromiter(map(len, rows), np.int64, len(rows))
    indices = np.fromiter(map(position.__getitem__, chain.from_iterable(rows)), np.int32, int(sizes.sum()))
    if weight is None and not graph.is_multigraph():
        weights = np.ones(indices.size)
    else:
        ties = list(chain.from_iterable(row.values() for row in rows))
        weights = _joined_weights(graph, ties, weight, np.minimum if parallel == "min" else np.add)
    if not loops:
        starts = np.repeat(np.arange(len(nodes), dtype=np.int32), sizes)
        other = starts != indices
        if not other.all():
            sizes = np.bincount(starts[other], minlength=len(nodes))
            indices, weights = indices[other], weights[other]
    indptr = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    # Rows of the transpose come out in ascending order; without direction it is the same matrix.
    found = Csr(nodes, indptr, indices, weights, directed=graph.is_directed()).reverse()
    return found.reverse() if found.directed else found


def _joined_weights(
    graph: nx.Graph[Any], ties: Sequence[Mapping[Any, Any]], weight: str | None, join: np.ufunc
) -> _Floats:
    """Return the weight of each of `ties` as `graph` holds them: data, or the data of parallel ties by key."""
    if not graph.is_multigraph():
        return _weights(graph, ties, weight)
    parallel = np.fromiter(map(len, ties), np.int64, len(ties))
    alone = _weights(graph, [data for tie in ties for data in tie.values()], weight)
    return join.reduceat(alone, np.cumsum(parallel) - parallel) if len(ties) else alone


def _weights(graph: nx.Graph[Any], ties: Sequence[Mapping[Any, Any]], weight: str | None) -> _Floats:
    found = [data.get(weight, 1.0) for data in ties]
    try:
        numbers = np.array(found, dtype=np.float64)
    except (TypeError, ValueError):
        numbers = np.array([one if isinstance(one, int | float) else np.nan for one in found])
    wrong = np.flatnonzero(~((numbers >= 0.0) & (numbers < np.inf)))
    if wrong.size:
        start, end = next(tie[:2] for tie in graph.edges(data=True) if tie[2] is ties[wrong[0]])
        raise NetworkError("network_weight", start=start, end=end, weight=found[wrong[0]])
    return numbers


@njit(cache=True, nogil=True)
def _transposed(indptr: _Ints, indices: _Rows, weights: _Floats) -> tuple[_Ints, _Rows, _Floats]:
    n = indptr.size - 1
    first = np.zeros(n + 1, np.int64)
    for end in indices:
        first[end + 1] += 1
    for i in range(n):
        first[i + 1] += first[i]
    free = first.copy()
    starts = np.empty_like(indices)
    values = np.empty_like(weights)
    for i in range(n):
        for k in range(indptr[i], indptr[i + 1]):
            place = free[indices[k]]
            starts[place] = i
            values[place] = weights[k]
            free[indices[k]] += 1
    return first, starts, values
