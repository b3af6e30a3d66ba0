"""A platform as other libraries hold it. They are in the environment of the benchmarks alone: igraph is under the GPL.

Each is built before anything is timed. All run on one thread.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import igraph  # pyright: ignore[reportMissingImports] - see above
import networkit
import rustworkx  # pyright: ignore[reportMissingImports]

from benchmarks.networks import Platform

ONE_THREAD = 2**31
"""Number of nodes from which rustworkx is to use several threads."""

networkit.setNumberOfThreads(1)


@cache
def in_igraph(platform: Platform) -> Any:
    """Return the projection, with `weight`."""
    ends = zip(platform.ties.row.tolist(), platform.ties.col.tolist(), strict=True)
    return igraph.Graph(platform.organisations, list(ends), edge_attrs={"weight": platform.ties.data.tolist()})


@cache
def in_rustworkx(platform: Platform) -> Any:
    """Return the projection, with the weight as the value of an edge."""
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(platform.organisations))
    graph.add_edges_from(_weighted(platform))
    return graph


@cache
def in_rustworkx_both_ways(platform: Platform) -> Any:
    """Return the same as a directed graph of both directions, which its PageRank wants."""
    graph = rustworkx.PyDiGraph(multigraph=False)
    graph.add_nodes_from(range(platform.organisations))
    ties = _weighted(platform)
    graph.add_edges_from(ties + [(b, a, weight) for a, b, weight in ties])
    return graph


@cache
def in_networkit(platform: Platform, *, weighted: bool = False) -> Any:
    """Return the projection; where it is weighted, paths have lengths too."""
    ties = platform.ties
    return networkit.GraphFromCoo((ties.data, (ties.row, ties.col)), n=platform.organisations, weighted=weighted)


@cache
def bipartite_in_igraph(platform: Platform) -> Any:
    """Return organisations and collaborations, with the vertex attribute `type`."""
    ends = zip(platform.member.tolist(), (platform.organisations + platform.collaboration).tolist(), strict=True)
    types = [False] * platform.organisations + [True] * platform.collaborations
    return igraph.Graph.Bipartite(types, list(ends))


def _weighted(platform: Platform) -> list[tuple[int, int, float]]:
    ties = platform.ties
    return list(zip(ties.row.tolist(), ties.col.tolist(), ties.data.tolist(), strict=True))
