"""Guimerà and Amaral's participation coefficient by sector, against a loop in Python: no peer has it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

import networkx as nx

from benchmarks import same
from benchmarks.networks import platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import participation


def pairs() -> Iterator[Pair]:
    """Yield the pairs."""
    given = platform(10_000)
    sectors = dict(enumerate(given.sector.tolist()))
    for said, graph in given.forms:
        yield Pair(
            f"participation{said}",
            given.size,
            partial(participation, graph, given.sector, weight="weight"),
            "a loop in Python",
            partial(looped, given.network, sectors),
            Bar.times(40),
            same.scores,
        )


def looped(network: nx.Graph[int], groups: Mapping[int, int]) -> dict[int, float]:
    """Return 1 - Σ (share of a node's weight in a group)²; NaN without ties."""
    found = {}
    for node, ties in network.adjacency():
        by_group: Counter[int] = Counter()
        for other, tie in ties.items():
            by_group[groups[other]] += tie["weight"]
        strength = sum(by_group.values())
        found[node] = 1 - sum(value**2 for value in by_group.values()) / strength**2 if strength else math.nan
    return found
