"""Coverage of municipality by theme: where somebody works on a theme, where nobody does, where nobody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx
import pandas as pd

from graph.network import KnowledgeGraph, targets, with_label

_Cell = tuple[str, str]
_Evidence = dict[_Cell, set[str]]

COLUMNS = (
    "municipality",
    "theme",
    "state",
    "organisations",
    "collaborations",
    "neighbours",
    "openNeeds",
    "reportedNone",
    "evidence",
)


class State(StrEnum):
    """State of a cell; the first that holds."""

    COVERED = "covered"
    NEIGHBOUR = "neighbour"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Coverage:
    """Municipality by theme.

    Attributes
    ----------
    cells
        A row a cell: municipality, theme (ids), state, the numbers of organisations located there, of running
        collaborations there, of organisations from elsewhere that serve it, of open needs, reportedNone (bool), and
        evidence (ids that the state rests on, a sorted tuple).
    themes
        The narrow themes in the order of the tree, each with its broad theme: columns theme, broader.
    """

    cells: pd.DataFrame
    themes: pd.DataFrame

    def table(self) -> pd.DataFrame:
        """Return the states as a table, municipalities down and themes across."""
        return self.cells.pivot(index="municipality", columns="theme", values="state")

    def gaps(self) -> pd.DataFrame:
        """Return the narrow themes' cells with state *none*, those with most open needs first."""
        narrow = self.cells["theme"].isin(self.themes["theme"])
        empty = self.cells[narrow & (self.cells["state"] == State.NONE)]
        return empty.sort_values(["openNeeds", "municipality", "theme"], ascending=[False, True, True]).reset_index(
            drop=True
        )


def coverage(graph: KnowledgeGraph) -> Coverage:
    """Return the state of each municipality and theme.

    Municipalities are those that are part of no other; wards count for their city. Who works on a theme works on
    every broader theme too. A cell is

    - *covered* when an organisation located there works on the theme, or a collaboration that has not ended
      addresses it there;
    - *neighbour* when not, but an organisation located elsewhere that serves the municipality works on it;
    - *none* when not, but the municipality was asked and reports none, or an open need is stated;
    - *unknown* otherwise: nobody said anything, which is not the same as nothing.

    Organisations that have left (`memberUntil`) do not count.
    """
    broader = _closure(graph, "Theme", "BROADER")
    city = _closure(graph, "Municipality", "PART_OF")
    municipalities = [m for m in with_label(graph, "Municipality") if not targets(graph, m, "PART_OF")]
    finder = _Finder(graph, broader, city)
    local, serving = finder.organisations()
    joint, needs, reports = finder.collaborations(), finder.open_needs(), finder.reports()
    rows = []
    for cell in ((m, t) for m in municipalities for t in broader):
        found = {"o": local[cell], "c": joint[cell], "s": serving[cell], "n": needs[cell]}
        state = _state(found, reported=bool(reports[cell]))
        evidence = tuple(sorted(set().union(*found.values(), reports[cell])))
        counts = (len(found["o"]), len(found["c"]), len(found["s"]), len(found["n"]))
        rows.append((*cell, str(state), *counts, bool(reports[cell]), evidence))
    return Coverage(pd.DataFrame(rows, columns=list(COLUMNS)), _narrow_themes(graph, broader))


def _state(found: dict[str, set[str]], *, reported: bool) -> State:
    if found["o"] or found["c"]:
        return State.COVERED
    if found["s"]:
        return State.NEIGHBOUR
    return State.NONE if found["n"] or reported else State.UNKNOWN


def _closure(graph: KnowledgeGraph, label: str, kind: str) -> dict[str, set[str]]:
    """Return each node of `label` with itself and all it leads to over `kind`, however far."""
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(with_label(graph, label))
    tree.add_edges_from((a, b) for a, b, data in graph.edges(data=True) if data["type"] == kind)
    return {node: {node, *nx.descendants(tree, node)} for node in sorted(tree)}


def _narrow_themes(graph: KnowledgeGraph, broader: dict[str, set[str]]) -> pd.DataFrame:
    parents = {wide for theme, wider in broader.items() for wide in wider if wide != theme}
    rows = [(t, min(targets(graph, t, "BROADER"), default=None)) for t in broader if t not in parents]
    rows.sort(key=lambda row: (row[1] or row[0], row[0]))
    return pd.DataFrame(rows, columns=["theme", "broader"])


class _Finder:
    """Who and what speaks for a cell."""

    def __init__(self, graph: KnowledgeGraph, broader: dict[str, set[str]], city: dict[str, set[str]]) -> None:
        self.graph, self.broader, self.city = graph, broader, city

    def organisations(self) -> tuple[_Evidence, _Evidence]:
        """Return the organisations located in each cell, and those that only serve it."""
        local: _Evidence = defaultdict(set)
        serving: _Evidence = defaultdict(set)
        for organisation in with_label(self.graph, "Organisation"):
            if "memberUntil" in self.graph.nodes[organisation]:
                continue
            themes = self._themes(organisation, "WORKS_ON")
            seat = self._places(organisation, "LOCATED_IN")
            for cell in _cells(seat, themes):
                local[cell].add(organisation)
            for cell in _cells(self._places(organisation, "SERVES") - seat, themes):
                serving[cell].add(organisation)
        return local, serving

    def collaborations(self) -> _Evidence:
        """Return the collaborations that run in each cell."""
        running = (
            node for node in with_label(self.graph, "Collaboration") if self.graph.nodes[node].get("status") != "ended"
        )
        return self._taking_place(running)

    def open_needs(self) -> _Evidence:
        """Return the open needs of each cell: that take place there, or whose holder is there."""
        open_ones = [n for n in with_label(self.graph, "Need") if "closedOn" not in self.graph.nodes[n]]
        found = self._taking_place(open_ones)
        for need in open_ones:
            for holder, _, data in self.graph.in_edges(need, data=True):
                if data["type"] == "HAS_NEED":
                    places = self.city.get(holder) or self._places(holder, "LOCATED_IN")
                    for cell in _cells(places, self._themes(need, "ADDRESSES")):
                        found[cell].add(need)
        return found

    def reports(self) -> _Evidence:
        """Return the municipalities that report none for each cell."""
        found: _Evidence = defaultdict(set)
        for municipality, theme, data in self.graph.edges(data=True):
            if data["type"] == "REPORTS_NONE":
                for place in self.city[municipality]:
                    found[place, theme].add(municipality)
        return found

    def _taking_place(self, nodes: Iterator[str] | list[str]) -> _Evidence:
        found: _Evidence = defaultdict(set)
        for node in nodes:
            for cell in _cells(self._places(node, "TAKES_PLACE_IN"), self._themes(node, "ADDRESSES")):
                found[cell].add(node)
        return found

    def _places(self, node: str, kind: str) -> set[str]:
        return set().union(*(self.city[place] for place in targets(self.graph, node, kind)))

    def _themes(self, node: str, kind: str) -> set[str]:
        return set().union(*(self.broader[theme] for theme in targets(self.graph, node, kind)))


def _cells(places: set[str], themes: set[str]) -> Iterator[_Cell]:
    return ((place, theme) for place in places for theme in themes)
