"""Exact betweenness, every tie of length one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import networkit
import networkx as nx
import rustworkx  # pyright: ignore[reportMissingImports] - see benchmarks.peers

from benchmarks import peers, same
from benchmarks.networks import platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import betweenness

_SMALL, _LARGE = 2_000, 10_000


def pairs() -> Iterator[Pair]:
    """Yield the pairs, the one with NetworkX on a network that it does in seconds: `whole` has the larger one."""
    yield _networkx(_SMALL)
    given = platform(_LARGE)
    of_igraph, of_rustworkx = peers.in_igraph(given), peers.in_rustworkx(given)
    of_networkit = peers.in_networkit(given)
    pairs_of_others = (_LARGE - 1) * (_LARGE - 2) / 2

    def igraphs() -> list[float]:
        return [count / pairs_of_others for count in of_igraph.betweenness()]

    def rustworkxs() -> same.Scores:
        return dict(rustworkx.betweenness_centrality(of_rustworkx, parallel_threshold=peers.ONE_THREAD))

    def networkits() -> list[float]:
        return list(networkit.centrality.Betweenness(of_networkit, normalized=True).run().scores())

    one, two = (partial(betweenness, given.rows, threads=threads) for threads in (1, 2))
    yield Pair("betweenness", given.size, one, "igraph", igraphs, Bar.within(1.1), same.scores)
    yield Pair("betweenness, two threads", given.size, two, "igraph, one thread", igraphs, Bar.within(0.7), same.scores)
    yield Pair("betweenness", given.size, one, "rustworkx", rustworkxs, None, same.scores, runs=1)
    yield Pair("betweenness", given.size, one, "networkit", networkits, None, same.scores, runs=1)


def whole() -> Iterator[Pair]:
    """Yield the pair with NetworkX at 10,000 organisations, which takes it some minutes."""
    yield _networkx(_LARGE, runs=1)


def _networkx(organisations: int, runs: int = 2) -> Pair:
    given = platform(organisations)
    betweenness(given.network)
    return Pair(
        "betweenness",
        given.size,
        lambda: betweenness(given.network),
        "NetworkX",
        lambda: nx.betweenness_centrality(given.network),
        Bar.times(60),
        same.scores,
        runs,
    )
