"""A networkx graph as compressed sparse rows, the form that the kernels read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Csr:
    """Neighbours of node i are ``indices[indptr[i]:indptr[i + 1]]``, in ascending order.

    Attributes
    ----------
    indptr
        Shape (n + 1,).
    indices
        Shape (m,), m twice the number of edges of an undirected graph.
    weights
        Shape (m,), one for an edge without a weight.
    """

    nodes: list[Any]
    indptr: npt.NDArray[np.int64]
    indices: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float64]


def csr(graph: nx.Graph[Any], weight: str | None = "weight") -> Csr:
    """Return the undirected `graph` as compressed sparse rows, without its self-loops.

    Raises
    ------
    ValueError
        When `graph` is directed or has parallel edges: say first how they are to be joined.
    """
    if graph.is_directed() or graph.is_multigraph():
        raise ValueError("the kernels take an undirected graph without parallel edges")
    nodes = list(graph)
    position = {node: i for i, node in enumerate(nodes)}
    edges = [
        (position[a], position[b], float(data.get(weight, 1.0)) if weight else 1.0)
        for a, b, data in graph.edges(data=True)
        if a != b
    ]
    one_way = np.array(edges, dtype=np.float64).reshape(-1, 3)
    both = np.concatenate([one_way, one_way[:, [1, 0, 2]]])
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    counts = np.bincount(both[:, 0].astype(np.int64), minlength=len(nodes))
    indptr = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return Csr(nodes, indptr, both[:, 1].astype(np.int64), np.ascontiguousarray(both[:, 2]))
