"""The kernels against networkx, on a network of communities with a heavy tail of degrees."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from benchmarks.pair import Pair, pair
from graph.analysis.kernels import betweenness, constraint


def measure() -> Iterator[Pair]:
    """Yield betweenness and constraint."""
    network = nx.powerlaw_cluster_graph(1_500, 4, 0.6, seed=1)
    for a, b in network.edges:
        network.edges[a, b]["weight"] = 1 / (1 + (a + b) % 5)
    size = f"{len(network):,} nodes, {network.number_of_edges():,} ties"
    yield pair(
        "betweenness", size, lambda: betweenness(network), "networkx", lambda: nx.betweenness_centrality(network)
    )
    yield pair(
        "constraint",
        size,
        lambda: constraint(network, weight="weight"),
        "networkx",
        lambda: nx.constraint(network, weight="weight"),
    )
