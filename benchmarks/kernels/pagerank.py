"""PageRank by weight, to 1e-12 in all: ours bounds the error, peers stop at a step that changes less; igraph solves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import networkit
import networkx as nx
import numpy as np
import rustworkx  # pyright: ignore[reportMissingImports] - see benchmarks.peers

from benchmarks import peers, same
from benchmarks.networks import platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import pagerank

_TOLERANCE, _STEPS = 1e-12, 1_000


def pairs() -> Iterator[Pair]:
    """Yield the pairs. NetworkX and rustworkx stop at n times what they are given."""
    given = platform(10_000)
    one = _TOLERANCE / given.organisations
    of_igraph, of_rustworkx = peers.in_igraph(given), peers.in_rustworkx_both_ways(given)
    of_networkit = peers.in_networkit(given, weighted=True)

    def networkits() -> same.Scores:
        found = networkit.centrality.PageRank(of_networkit, 0.85, _TOLERANCE)
        found.norm, found.maxIterations = networkit.centrality.Norm.L1_NORM, _STEPS
        scores = np.array(found.run().scores(), np.float64)
        return np.asarray(scores / scores.sum())  # what isolates hold is lost in it; this gives it back

    yield Pair(
        "PageRank, from a NetworkX graph",
        given.size,
        lambda: pagerank(given.network, weight="weight"),
        "NetworkX",
        lambda: nx.pagerank(given.network, tol=one, max_iter=_STEPS),
        Bar.faster(),
        same.scores,
    )
    for name, theirs in (
        ("igraph", lambda: of_igraph.pagerank(weights="weight")),
        ("rustworkx", lambda: dict(rustworkx.pagerank(of_rustworkx, weight_fn=float, tol=one, max_iter=_STEPS))),
        ("networkit", networkits),
    ):
        ours = partial(pagerank, given.rows)
        yield Pair("PageRank", given.size, ours, name, theirs, Bar.faster(), same.scores)
