"""Positions of nodes in the picture, computed once so that the page need not."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx
import numpy as np

from graph.analysis.csr import Csr, csr
from graph.analysis.layout.attraction import attracted
from graph.analysis.layout.cells import Points
from graph.analysis.layout.exchange import exchange
from graph.analysis.layout.packing import Place, in_rows, packed
from graph.analysis.layout.settling import settle
from graph.analysis.layout.spacing import part, spread

_SEED = 7
# An exchange must serve ties better by so much. 1 is a tie of somebody with one tie, from far to near.
_GAIN, _GAIN_OF_KEPT = 0.001, 0.5
_FURTHEST = 1e7


def positions(graph: nx.Graph[Any], earlier: Mapping[Any, Place] | None = None) -> dict[Any, Place]:
    """Return a place for each node, in units of which about 46 separate two neighbours.

    A connected component is drawn in four steps: tied nodes attract each other and sampled others repel, by the
    objective of UMAP on the graph itself; the picture is evened out, so that it fills the screen, and overlaps are
    parted; nodes change places where that brings more ties near; who is far from all its ties settles near them.
    Components are packed side by side, and nodes without ties stand in rows below. The same graph gives the same
    picture.

    Parameters
    ----------
    earlier
        Places of nodes in an earlier picture. A component of which more than half has one keeps them: new nodes
        settle near their ties, others move only to make room, or where an exchange brings a good deal. Other
        components, and new nodes without ties, are put below.

    Examples
    --------
    >>> graph = nx.path_graph(9)
    >>> places = positions(graph)
    >>> positions(graph, places) == places
    True
    """
    known = {node: place for node, place in (earlier or {}).items() if node in graph and _is_place(place)}
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    drawn: list[tuple[Sequence[Any], Points]] = []
    placed = {part[0]: known[part[0]] for part in parts if len(part) == 1 and part[0] in known}
    for nodes in parts:
        if len(nodes) > 1:
            rows = _rows(graph, nodes)
            if 2 * sum(node in known for node in nodes) > len(nodes):
                placed |= _as_places(nodes, _kept(rows, known))
            else:
                drawn.append((nodes, _drawn(rows)))
    placed |= packed(drawn, placed)
    placed |= in_rows([part[0] for part in parts if len(part) == 1 and part[0] not in known], placed)
    return _parted(placed) if known else placed


def _drawn(rows: Csr) -> Points:
    points = spread(attracted(rows, _SEED))
    exchange(points, rows, _GAIN)
    settle(points, rows, np.zeros(len(rows), np.bool_))
    part(points)
    return points


def _kept(rows: Csr, known: Mapping[Any, Place]) -> Points:
    new = np.array([node not in known for node in rows.nodes])
    points = np.array([known.get(node, (0.0, 0.0)) for node in rows.nodes], dtype=np.float64)
    settle(points, rows, new)
    part(points)
    exchange(points, rows, _GAIN_OF_KEPT)
    return points


def _rows(graph: nx.Graph[Any], nodes: Sequence[Any]) -> Csr:
    """Return the ties among `nodes`, in their order, whatever order the graph has."""
    ordered: nx.Graph[Any] = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(graph.subgraph(nodes).edges(data=True))
    return csr(ordered)


def _parted(placed: Mapping[Any, Place]) -> dict[Any, Place]:
    """Part what overlaps from one component to the other, when they have grown."""
    points = np.array(list(placed.values()), dtype=np.float64)
    part(points)
    return _as_places(list(placed), points)


def _as_places(nodes: Sequence[Any], points: Points) -> dict[Any, Place]:
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, points, strict=True)}


def _is_place(place: Place) -> bool:
    return all(math.isfinite(value) and abs(value) < _FURTHEST for value in place)
