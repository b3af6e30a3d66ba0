"""The projection of organisations and collaborations onto organisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx
import numpy as np

from benchmarks import peers
from benchmarks.networks import Platform, platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import Projection, projected, projection


def pairs() -> Iterator[Pair]:
    """Yield the pairs: with Newman's weights against NetworkX, and against igraph, which counts shared ones."""
    given = platform(10_000)
    collaborations = range(given.organisations, given.organisations + given.collaborations)
    graph, in_igraph = given.bipartite, peers.bipartite_in_igraph(given)
    yield Pair(
        "projection with Newman's weights",
        given.size,
        lambda: projection(range(given.organisations), [list(graph[found]) for found in collaborations]),
        "NetworkX",
        lambda: nx.bipartite.collaboration_weighted_projected_graph(graph, range(given.organisations)),
        Bar.times(60),
        _same_weights,
    )
    yield Pair(
        "projection with weights and counts",
        given.size,
        lambda: projected(*given.by_collaboration, given.organisations),
        "igraph, counts alone",
        lambda: in_igraph.bipartite_projection(types="type", multiplicity=True, which=0),
        Bar.within(1.0),
        lambda ours, theirs: _same_counts(given, ours, theirs),
    )


def _same_weights(ours: Projection, theirs: nx.Graph[int]) -> bool:
    rows = ours.csr
    ends = np.repeat(np.arange(len(rows.nodes)), np.diff(rows.indptr))
    weights = [theirs[a][b]["weight"] for a, b in zip(ends.tolist(), rows.indices.tolist(), strict=True)]
    return rows.indices.size == 2 * theirs.number_of_edges() and np.allclose(rows.weights, weights, rtol=1e-9)


def _same_counts(given: Platform, ours: tuple[Any, ...], theirs: Any) -> bool:
    indptr, indices, _, counts = ours
    ends = np.repeat(np.arange(given.organisations), np.diff(indptr))
    once = ends < indices
    found = dict(zip(zip(ends[once].tolist(), indices[once].tolist(), strict=True), counts[once].tolist(), strict=True))
    return found == dict(zip((tuple(sorted(tie.tuple)) for tie in theirs.es), theirs.es["weight"], strict=True))
