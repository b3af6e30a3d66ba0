"""Gould and Fernandez' brokerage roles by sector, without direction, against loops in Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations

import networkx as nx

from benchmarks.networks import platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import Roles, gould_fernandez

ROLES = ("coordinator", "itinerant", "representative", "liaison")


def pairs() -> Iterator[Pair]:
    """Yield the pairs."""
    given = platform(10_000)
    sectors = dict(enumerate(given.sector.tolist()))
    for said, graph in given.forms:
        yield Pair(
            f"Gould–Fernandez roles{said}",
            given.size,
            partial(gould_fernandez, graph, given.sector),
            "a loop in Python",
            partial(looped, given.network, sectors),
            Bar.times(80),
            _same,
        )


def looped(network: nx.Graph[int], groups: Mapping[int, int]) -> list[dict[str, int]]:
    """Return how many pairs of neighbours that are not tied each node joins, in each role."""
    around = {node: set(network[node]) for node in network}
    found = []
    for broker, neighbours in around.items():
        counts: dict[str, int] = dict.fromkeys(ROLES, 0)
        own = groups[broker]
        for a, b in combinations(neighbours, 2):
            if b not in around[a]:
                counts[_role(groups[a], own, groups[b])] += 1
        found.append(counts)
    return found


def _role(one: int, own: int, other: int) -> str:
    if one == other:
        return "coordinator" if one == own else "itinerant"
    return "representative" if own in (one, other) else "liaison"


def _same(ours: Roles, theirs: list[dict[str, int]]) -> bool:
    counts = ours.counts[list(ROLES)].astype(int).to_dict("records")
    return counts == theirs
