"""Layout against what other libraries draw of the same graphs, in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import igraph  # pyright: ignore[reportMissingImports] - as in benchmarks.peers
import networkx as nx
import numpy as np
from rich.console import Console

from benchmarks.networks import platform
from graph.analysis.findings import drawn
from graph.analysis.layout import Places, crossing_rate, neighbourhood_preservation, positions
from graph.analysis.layout.spacing import SPACING
from graph.analysis.study import Study
from loaders import read

_SAMPLE = Path(__file__).parents[1] / "data" / "kanagawa" / "csv"
_ORGANISATIONS = 5_200
_RUNS = 3
_SLOW = 2_000
"""Nodes from which a drawing that takes minutes is left out."""
_SAID = {True: "yes", False: "**no**"}
_WHAT = f"""\
NP@10: of the ten nearest nodes in the picture, how many are tied, over the lesser of ten and a node's ties; mean over
nodes with ties. Crossings: share of 200,000 drawn pairs of ties without a common end that cross. Seconds: the least of
{_RUNS} runs in turn, so that ours is compiled; ours from a networkx graph, igraph's from its own. Ours is the page's
picture, evened out and without overlaps; others are as they come. igraph's UMAP takes 500 epochs by itself. The bar:
NP@10 at least UMAP's, in at most its time."""
_HEAD = (
    "| layout | NP@10 | crossings | seconds | ours at least its NP@10 | ours in at most its time |",
    "|---|---|---|---|---|---|",
)


@dataclass(frozen=True)
class Graph:
    """A graph to be drawn, as networkx and as igraph hold it."""

    name: str
    ties: nx.Graph[Any]
    in_igraph: Any

    @classmethod
    def of(cls, name: str, ties: nx.Graph[Any]) -> Graph:
        """Number the nodes in the graph's order."""
        number = {node: i for i, node in enumerate(ties)}
        return cls(name, ties, igraph.Graph(len(ties), [(number[a], number[b]) for a, b in ties.edges()]))

    @property
    def size(self) -> str:
        """How large it is, in words."""
        return f"{len(self.ties):,} nodes, {self.ties.number_of_edges():,} ties"


_Layout = Callable[[Graph], Places]


def lines(console: Console) -> Iterator[str]:
    """Yield a table for each graph, and one of stability."""
    yield _WHAT
    for graph in _graphs():
        yield from ("", f"### {graph.name}: {graph.size}", "", *_HEAD)
        with console.status(graph.name):
            yield from _rows(graph)
    yield from ("", "### Moves of the nodes that stay, in spacings between neighbours", "")
    yield from ("| graph | change | median | 90 % within | NP@10 | NP@10 placed anew |", "|---|---|---|---|---|---|")
    for graph in _graphs():
        with console.status(f"stability, {graph.name}"):
            yield from _stability(graph)


def _rows(graph: Graph) -> Iterator[str]:
    chosen = {name: draw for name, draw in _LAYOUTS.items() if name not in _PATIENT or len(graph.ties) < _SLOW}
    runs = [{name: _timed(draw, graph) for name, draw in chosen.items()} for _ in range(_RUNS)]
    found = {name: (runs[0][name][0], min(run[name][1] for run in runs)) for name in chosen}
    kept = {name: neighbourhood_preservation(graph.ties, places) for name, (places, _) in found.items()}
    for name, (places, seconds) in found.items():
        better, sooner = kept[_OURS] >= kept[name], found[_OURS][1] <= seconds
        told = " | " if name == _OURS else f"{_SAID[better]} | {_SAID[sooner]}"
        yield f"| {name} | {kept[name]:.3f} | {crossing_rate(graph.ties, places):.4f} | {seconds:.2f} | {told} |"


def _timed(draw: _Layout, graph: Graph) -> tuple[Places, float]:
    begun = time.perf_counter()
    places = draw(graph)
    return places, time.perf_counter() - begun


def _stability(graph: Graph) -> Iterator[str]:
    whole = graph.ties
    gone = np.random.default_rng(1).choice(len(whole), len(whole) // 20, replace=False)
    nodes = list(whole)
    goers = {nodes[i] for i in gone}
    smaller = whole.subgraph(node for node in nodes if node not in goers)
    for change, before, after in (
        ("none", whole, whole),
        ("5 % of nodes gone", whole, smaller),
        ("5 % of nodes come", smaller, whole),
    ):
        earlier = {node: (round(x, 1), round(y, 1)) for node, (x, y) in positions(before).items()}
        places = positions(after, earlier)
        both = [node for node in earlier if node in places]
        moved = np.linalg.norm([np.subtract(places[node], earlier[node]) for node in both], axis=1) / SPACING
        kept, anew = (neighbourhood_preservation(after, each) for each in (places, positions(after)))
        figures = f"{np.median(moved):.3f} | {np.quantile(moved, 0.9):.3f} | {kept:.3f} | {anew:.3f}"
        yield f"| {graph.name} | {change} | {figures} |"


@cache
def _graphs() -> tuple[Graph, ...]:
    return (
        Graph.of("Sample of Kanagawa", drawn(Study(read([_SAMPLE]).dataset).graph)),
        Graph.of("Made-up platform, all that is drawn", _drawn_platform()),
        Graph.of("Made-up platform, organisations alone", platform(8_579).network),
    )


def _drawn_platform() -> nx.Graph[Any]:
    """Return the platform as a page draws it: organisations, collaborations, areas and themes."""
    given = platform(_ORGANISATIONS)
    graph: nx.Graph[Any] = nx.Graph()
    for i in range(given.organisations):
        graph.add_edge(f"O{i}", f"A{i // 60}", weight=0.3)
        graph.add_edges_from(((f"O{i}", f"T{theme}") for theme in given.themes[i]), weight=0.1)
    for i, members in enumerate(given.members):
        graph.add_edges_from(((f"O{member}", f"C{i}") for member in members), weight=1.0)
        graph.add_edge(f"C{i}", f"A{members[0] // 60}", weight=0.5)
        graph.add_edge(f"C{i}", f"T{given.themes[members[0]][0]}", weight=0.5)
    return graph


def _ours(graph: Graph) -> Places:
    return positions(graph.ties)


def _from_igraph(name: str, **options: object) -> _Layout:
    def draw(graph: Graph) -> Places:
        # Its own random numbers: Python's, which it takes by default, cost it a third of its time.
        igraph.set_random_number_generator(None)
        return dict(zip(graph.ties, map(tuple, getattr(graph.in_igraph, name)(**options).coords), strict=True))

    return draw


def _pairs(placed: Mapping[Any, Any]) -> Places:
    return {node: (float(x), float(y)) for node, (x, y) in placed.items()}


def _spring(graph: Graph) -> Places:
    return _pairs(nx.spring_layout(graph.ties, seed=1))


def _force_atlas(graph: Graph) -> Places:
    return _pairs(nx.forceatlas2_layout(graph.ties, seed=1))


_OURS = "**ours**"
_PATIENT = ("spring (NetworkX)", "ForceAtlas2 (NetworkX)")
_LAYOUTS: dict[str, _Layout] = {
    _OURS: _ours,
    "UMAP (igraph)": _from_igraph("layout_umap"),
    "UMAP (igraph), 100 epochs": _from_igraph("layout_umap", epochs=100),
    "DrL (igraph)": _from_igraph("layout_drl"),
    "spring (NetworkX)": _spring,
    "ForceAtlas2 (NetworkX)": _force_atlas,
}
