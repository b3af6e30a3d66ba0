"""The k-core of each node."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import networkit
import networkx as nx
import rustworkx  # pyright: ignore[reportMissingImports] - see benchmarks.peers

from benchmarks import peers, same
from benchmarks.networks import platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import core_numbers


def pairs() -> Iterator[Pair]:
    """Yield the pairs."""
    given = platform(10_000)
    of_igraph, of_rustworkx = peers.in_igraph(given), peers.in_rustworkx(given)
    of_networkit = peers.in_networkit(given)
    for said, graph in given.forms:
        ours, networkxs = partial(core_numbers, graph), partial(nx.core_number, given.network)
        yield Pair(f"k-core{said}", given.size, ours, "NetworkX", networkxs, Bar.times(40), same.scores)
    for name, theirs in (
        ("igraph", of_igraph.coreness),
        ("rustworkx", lambda: rustworkx.core_number(of_rustworkx)),
        ("networkit", lambda: networkit.centrality.CoreDecomposition(of_networkit).run().scores()),
    ):
        ours = partial(core_numbers, given.rows)
        yield Pair("k-core", given.size, ours, name, theirs, Bar.faster(), same.scores)
