"""The network picture: a pyvis network that the page draws with vis-network."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from pyvis.network import Network

from graph.analysis import Findings
from graph.frames import is_missing
from graph.schema import schema
from viz.table import Columns, Nodes

SHOWN_AT_FIRST = ("Organisation", "Municipality", "Collaboration")
"""Labels that are ticked when the page opens."""

HIDDEN_AT_FIRST = ("SERVES", "ADJACENT_TO")
"""Relationship types not ticked when the page opens: they cross the picture and say little of who with whom."""

FAINT = ("LOCATED_IN", "SERVES", "WORKS_ON", "ADJACENT_TO", "ADDRESSES", "TAKES_PLACE_IN")
"""Relationship types that say where and what about, drawn paler than those that say who with whom."""

SIZES = ("betweenness", "degree", "communitiesJoined", "constraint", "none")
"""What the size of an organisation can say; the page opens with the first."""

COLOURS = ("kind", "community", "sector")
"""What the colour of an organisation can say; the page opens with the first."""

DASHES = {
    "informationExchange": [2, 4],
    "referral": [8, 4],
    "funding": [10, 3, 2, 3],
    "contract": [14, 4],
    "personnel": [5, 5],
    "other": [1, 5],
}
"""How the line of a declared tie is broken, by its kind; cooperation is a whole line."""

_WIDTH_MORE, _WIDTH_MOST = 1.1, 6.0
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": False,
        "dragNodes": False,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": False},
    },
    "nodes": {"borderWidth": 1.2, "borderWidthSelected": 1.2, "labelHighlightBold": False, "chosen": False},
}


class Picture(Network):  # type: ignore[misc]  # pyvis has no types
    """Nodes with places, ties among them, and vis-network's options.

    How large and of which colour a node is, and the colour of a tie, is for the page's scripts to say: the reader
    chooses what size and colour mean, and whether the page is light or dark.

    pyvis is told that the network is directed: undirected, it drops parallel ties and takes quadratic time. Nodes
    go by their number in `viz.table.Nodes`, so that no text of the data becomes a key in the page's scripts. They
    have no `title`, which vis-network may read as HTML. Attributes of ours begin with ``ts_``.
    """

    def __init__(self) -> None:
        super().__init__(directed=True)
        self.options = _OPTIONS

    # pyvis returns a list; what asks it here only looks numbers up.
    def get_nodes(self) -> Mapping[int, dict[str, Any]]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the nodes by number; pyvis' own list would be searched through for every tie."""
        found: Mapping[int, dict[str, Any]] = self.node_map
        return found

    @property
    def data(self) -> dict[str, Any]:
        """Return nodes, edges and options as columns, without names and ends, which the page has in its tables."""
        return {
            "nodes": _columns(self.nodes, leave_out=("label",)),
            "edges": _columns(self.edges, leave_out=("arrows", "from", "to")),
            "faint": list(FAINT),
            "options": self.options,
        }


def picture(findings: Findings, nodes: Nodes) -> Picture:
    """Return the picture of `findings`, its nodes where the analysis placed them."""
    drawn = Picture()
    for id_, x, y in findings.positions.itertuples(index=False):
        number = nodes.number[id_]
        label = schema().labels[nodes.labels[number]]
        drawn.add_node(
            number,
            label=nodes.names[number].ja,
            shape=label.shape,
            color=label.colour,
            x=round(float(x), 1),
            y=round(float(y), 1),
        )
    _add_ties(drawn, findings, nodes)
    return drawn


def _add_ties(drawn: Picture, findings: Findings, nodes: Nodes) -> None:
    number = 0
    shared = _shared(findings)
    for kind, frame in findings.dataset.relationships.items():
        nothing = [None] * len(frame)
        kinds = frame["kind"] if kind == "TIED_TO" else nothing
        strengths = frame.get("strength", nothing)
        for start, end, tie_kind, strength in zip(frame["start"], frame["end"], kinds, strengths, strict=True):
            a, b = nodes.number[start], nodes.number[end]
            if a in drawn.node_map and b in drawn.node_map:
                together = shared.get(frozenset((start, end)), 0) if kind == "TIED_TO" else 0
                width = _width((1.0 if is_missing(strength) else float(strength)) + together)
                drawn.add_edge(a, b, arrows="", dashes=DASHES.get(str(tie_kind), False), width=width, ts_tie=number)
            number += 1


def _shared(findings: Findings) -> dict[frozenset[str], int]:
    """Return in how many collaborations two organisations work together."""
    network = findings.network
    pairs = zip(network["start"], network["end"], network["collaborations"], strict=True)
    return {frozenset((a, b)): int(count) for a, b, count in pairs if count}


def _width(strength: float) -> float:
    """Return the width of a tie: as much more for each doubling of its strength."""
    return round(min(1 + _WIDTH_MORE * math.log2(max(strength, 1.0)), _WIDTH_MOST), 1)


def _columns(records: list[dict[str, Any]], leave_out: tuple[str, ...]) -> Columns:
    names = [name for name in (records[0] if records else {}) if name not in leave_out]
    return {name: [record[name] for record in records] for name in names}
