"""Constraint and effective size, found in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import networkx as nx

from benchmarks import peers, same
from benchmarks.networks import Platform, platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import StructuralHoles, structural_holes

_WHAT = "constraint + effective size"
_SMALL, _LARGE = 10_000, 250_000


def pairs() -> Iterator[Pair]:
    """Yield the pairs of both sizes."""
    given, large = platform(_SMALL), platform(_LARGE)
    yield Pair(
        f"{_WHAT}, from a NetworkX graph",
        given.size,
        lambda: structural_holes(given.network),
        "NetworkX",
        lambda: (nx.constraint(given.network), nx.effective_size(given.network)),
        Bar.times(20),
        lambda ours, theirs: same.scores(ours.constraint, theirs[0]) and same.scores(ours.effective_size, theirs[1]),
    )
    yield _igraph(given, Bar.faster())
    for said, graph in large.forms:
        yield Pair(
            f"constraint{said}",
            large.size,
            partial(structural_holes, graph, weight="weight"),
            "NetworkX",
            partial(nx.constraint, large.network, weight="weight"),
            Bar.times(25),
            _same_constraint,
            runs=2,
        )
    yield _igraph(large, Bar.within(0.45))


def _igraph(given: Platform, bar: Bar) -> Pair:
    theirs = peers.in_igraph(given)
    return Pair(
        _WHAT,
        given.size,
        lambda: structural_holes(given.rows),
        "igraph, constraint alone",
        lambda: theirs.constraint(weights="weight"),
        bar,
        _same_constraint,
    )


def _same_constraint(ours: StructuralHoles, theirs: same.Scores) -> bool:
    return same.scores(ours.constraint, theirs)
