"""The mutual weights of any graph, the form that measures of an undirected network start from."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np

from graph.analysis.csr import Csr, csr


def mutual(graph: nx.Graph[Any] | Csr, weight: str | None) -> Csr:
    """Return the weights of all ties between two nodes added up, whatever their direction.

    Self-loops are left out; a tie without `weight` has 1. A `Csr` is taken with its weights.

    Examples
    --------
    >>> mutual(nx.DiGraph([(0, 1), (1, 0), (1, 2)]), None).weights.tolist()
    [2.0, 2.0, 1.0, 1.0]
    """
    rows = csr(graph, weight, directed=True)
    return undirected(rows) if rows.directed else rows


def undirected(rows: Csr, back: float = 1.0) -> Csr:
    """Return directed `rows` with each tie in the rows of both its ends, there with `back` times its weight."""
    n = len(rows)
    starts = np.repeat(np.arange(n), np.diff(rows.indptr))
    pairs = np.concatenate([starts * n + rows.indices, rows.indices.astype(np.int64) * n + starts])
    found, place = np.unique(pairs, return_inverse=True)
    weights = np.zeros(found.size)
    np.add.at(weights, place, np.concatenate([rows.weights, back * rows.weights]))
    rows_of, ends = np.divmod(found, max(n, 1))
    return Csr(rows.nodes, np.searchsorted(rows_of, np.arange(n + 1)), ends.astype(np.int32), weights)
