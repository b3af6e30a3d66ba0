"""Articulation points, bridge ties and biconnected components, found in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import networkit
import networkx as nx
import rustworkx  # pyright: ignore[reportMissingImports] - see benchmarks.peers

from benchmarks import peers
from benchmarks.networks import platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import Articulation, articulation

_WHAT = "articulation points + bridge ties + biconnected components"


def pairs() -> Iterator[Pair]:
    """Yield the pairs."""
    given = platform(10_000)
    of_networkx, of_igraph = given.network, peers.in_igraph(given)
    of_rustworkx, of_networkit = peers.in_rustworkx(given), peers.in_networkit(given)

    def networkxs() -> tuple[Any, Any, Any]:
        parts = list(nx.biconnected_components(of_networkx))
        return set(nx.articulation_points(of_networkx)), set(nx.bridges(of_networkx)), parts

    def igraphs() -> tuple[Any, Any, Any]:
        parts, points = of_igraph.biconnected_components(return_articulation_points=True)
        return points, [of_igraph.es[tie].tuple for tie in of_igraph.bridges()], parts

    def rustworkxs() -> tuple[Any, Any, Any]:
        parts = rustworkx.biconnected_components(of_rustworkx)
        return rustworkx.articulation_points(of_rustworkx), rustworkx.bridges(of_rustworkx), parts

    def networkits() -> Any:
        return networkit.components.BiconnectedComponents(of_networkit).run().getComponents()

    on_rows = partial(articulation, given.rows)
    for said, graph in given.forms:
        ours = partial(articulation, graph)
        yield Pair(f"{_WHAT}{said}", given.size, ours, "NetworkX", networkxs, Bar.times(300), _same_all)
    yield Pair(
        f"{_WHAT}, as sets of nodes", given.size, lambda: _sets(on_rows()), "NetworkX", networkxs, same=_same_all
    )
    yield Pair(_WHAT, given.size, on_rows, "igraph", igraphs, Bar.faster(), _same_all)
    yield Pair(_WHAT, given.size, on_rows, "rustworkx", rustworkxs, Bar.faster(), _same_points)
    yield Pair(_WHAT, given.size, on_rows, "networkit, the components alone", networkits, Bar.faster(), _same_parts)


def _sets(found: Articulation) -> Articulation:
    """Have the sets made, as networkx makes them."""
    _ = found.points, found.bridges, found.components
    return found


def _same_all(ours: Articulation, theirs: tuple[Any, Any, Any]) -> bool:
    return _same_points(ours, theirs) and _same_parts(ours, theirs[2])


def _same_points(ours: Articulation, theirs: tuple[Any, Any, Any]) -> bool:
    return ours.points == set(theirs[0]) and _ties(ours.bridges) == _ties(theirs[1])


def _same_parts(ours: Articulation, theirs: Iterable[Iterable[int]]) -> bool:
    return _parts(ours.components) == _parts(theirs)


def _ties(found: Iterable[tuple[int, int]]) -> set[frozenset[int]]:
    return set(map(frozenset, found))


def _parts(found: Iterable[Iterable[int]]) -> Counter[frozenset[int]]:
    """Count parts of two and more; igraph and networkit may name an isolate as a part of its own."""
    return Counter(part for part in map(frozenset, found) if len(part) > 1)
