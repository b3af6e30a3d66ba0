"""The projection of organisations and collaborations onto organisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx
import numpy as np

from benchmarks import peers, same
from benchmarks.networks import Ends, Floats, Ints, Platform, platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import projected, projection

_Rows = tuple[Ints, Ends, Floats, Ints]


def pairs() -> Iterator[Pair]:
    """Yield the pairs: with Newman's weights against NetworkX, and against igraph, which counts shared ones."""
    given = platform(10_000)
    collaborations = range(given.organisations, given.organisations + given.collaborations)
    graph, in_igraph = given.bipartite, peers.bipartite_in_igraph(given)
    for what, ours in (
        ("", lambda: projected(*given.by_collaboration, given.organisations)),
        (", from a NetworkX graph", lambda: _from_graph(graph, given.organisations, collaborations)),
    ):
        yield Pair(
            f"projection with Newman's weights{what}",
            given.size,
            ours,
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


def _from_graph(graph: nx.Graph[int], organisations: int, collaborations: range) -> _Rows:
    found = projection(range(organisations), [list(graph[collaboration]) for collaboration in collaborations])
    return found.csr.indptr, found.csr.indices, found.csr.weights, found.collaborations


def _same_weights(ours: _Rows, theirs: nx.Graph[int]) -> bool:
    indptr, indices, weights, _ = ours
    starts = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))
    ties = zip(starts.tolist(), indices.tolist(), strict=True)
    expected = [theirs[a][b]["weight"] for a, b in ties]
    return indices.size == 2 * theirs.number_of_edges() and np.allclose(weights, expected, rtol=same.RELATIVE)


def _same_counts(given: Platform, ours: _Rows, theirs: Any) -> bool:
    indptr, indices, _, counts = ours
    ends = np.repeat(np.arange(given.organisations), np.diff(indptr))
    once = ends < indices
    found = dict(zip(zip(ends[once].tolist(), indices[once].tolist(), strict=True), counts[once].tolist(), strict=True))
    return found == dict(zip((tuple(sorted(tie.tuple)) for tie in theirs.es), theirs.es["weight"], strict=True))
