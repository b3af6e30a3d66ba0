"""The mutual weights of any graph, the form that measures of an undirected network start from."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graph.analysis.csr import Csr, csr


def mutual(graph: nx.Graph[Any] | Csr, weight: str | None) -> Csr:
    """Return the weights of all ties between two nodes added up, whatever their direction.

    Self-loops are left out; a tie without `weight` has 1. A `Csr` is returned as it is.
    """
    if isinstance(graph, Csr):
        return graph
    if not graph.is_directed() and not graph.is_multigraph():
        return csr(graph, weight)
    joined: nx.Graph[Any] = nx.Graph()
    joined.add_nodes_from(graph)
    for a, b, value in graph.edges(data=weight, default=1.0) if weight else ((*e[:2], 1.0) for e in graph.edges):
        before = joined.get_edge_data(a, b, {"weight": 0.0})["weight"]
        joined.add_edge(a, b, weight=before + value)
    return csr(joined)
