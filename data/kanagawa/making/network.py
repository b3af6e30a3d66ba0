"""The organisation–organisation projection, as plain networkx, to check the sample by."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import networkx as nx

from data.kanagawa.making.coverage import Tables


def projection(tables: Tables) -> nx.Graph[str]:
    """Return who shares a collaboration or a declared tie with whom.

    The weight is the sum of 1/(k - 1) over shared collaborations of k members (Newman 2001, Physical Review E
    64, 016132) and the strengths of ties; the distance is its reciprocal.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(row["id"] for row in tables["Organisation"])
    members: defaultdict[str, list[str]] = defaultdict(list)
    for row in tables["PARTICIPATES_IN"]:
        members[row["end"]].append(row["start"])
    for group in members.values():
        for first, second in combinations(group, 2):
            _add(graph, first, second, 1 / (len(group) - 1))
    for row in tables["TIED_TO"]:
        _add(graph, row["start"], row["end"], row["strength"])
    for first, second in graph.edges():
        graph[first][second]["distance"] = 1 / graph[first][second]["weight"]
    return graph


def ranking(graph: nx.Graph[str], distance: str | None = None) -> dict[str, float]:
    """Return the betweenness of each organisation, greatest first."""
    found = nx.betweenness_centrality(graph, weight=distance)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def cut_off(graph: nx.Graph[str], organisation: str) -> list[list[str]]:
    """Return the groups that lose the rest when `organisation` leaves: all but the largest piece of its component."""
    component = graph.subgraph(nx.node_connected_component(graph, organisation) - {organisation})
    pieces = sorted(map(sorted, nx.connected_components(component)), key=lambda piece: (-len(piece), piece))
    return pieces[1:]


def single_points(graph: nx.Graph[str], least: int) -> dict[str, list[list[str]]]:
    """Return the articulation points that cut off at least `least` organisations, with the groups."""
    found = {point: cut_off(graph, point) for point in sorted(nx.articulation_points(graph))}
    return {point: groups for point, groups in found.items() if sum(map(len, groups)) >= least}


def _add(graph: nx.Graph[str], first: str, second: str, weight: float) -> None:
    known = graph[first][second]["weight"] if graph.has_edge(first, second) else 0.0
    graph.add_edge(first, second, weight=known + weight)
