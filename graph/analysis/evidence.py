"""What speaks for a municipality and a theme: who works there, what runs there, what is asked for, who reports none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx as nx

from graph.network import KnowledgeGraph, origins, targets_of_all, with_label

Cell = tuple[str, str]
"""A municipality and a theme."""
Found = dict[Cell, set[str]]


@dataclass(frozen=True)
class Evidence:
    """The ids that speak for each cell; cells that nothing speaks for are not in it.

    Attributes
    ----------
    local, serving
        Organisations located there, and those from elsewhere that serve it, which work on the theme.
    running
        Collaborations there that have not ended.
    needs
        Open needs: that take place there, or whose holder is there.
    reports
        Municipalities whose answer says that there is nothing.
    """

    local: Found
    serving: Found
    running: Found
    needs: Found
    reports: Found


@dataclass(frozen=True)
class Trees:
    """The theme tree and the tree of places: each node with itself and all it leads to, however far.

    Attributes
    ----------
    broader
        Themes: what works on the first works on these.
    wholes
        Municipalities: a ward leads to its city.
    parts
        Municipalities: a city leads to its wards.
    """

    broader: dict[str, set[str]]
    wholes: dict[str, set[str]]
    parts: dict[str, set[str]]

    @classmethod
    def of(cls, graph: KnowledgeGraph) -> Trees:
        """Return the trees of `graph`; a circle in one makes its nodes stand for each other."""
        wholes = _closure(graph, "Municipality", "PART_OF")
        parts: dict[str, set[str]] = {place: set() for place in wholes}
        for place, over in wholes.items():
            for whole in over:
                parts[whole].add(place)
        return cls(_closure(graph, "Theme", "BROADER"), wholes, parts)

    def tops(self) -> list[str]:
        """Return the municipalities that are part of no other, sorted."""
        return [place for place, over in self.wholes.items() if over <= self.parts[place]]

    def narrowest(self) -> list[str]:
        """Return the themes that have no narrower one, sorted."""
        wide = {over for theme, wider in self.broader.items() for over in wider if theme not in self.broader[over]}
        return [theme for theme in self.broader if theme not in wide]


def evidence(graph: KnowledgeGraph, trees: Trees) -> Evidence:
    """Return what speaks for each municipality, of every level, and theme.

    Who works on a theme works on every broader one, and what is in a ward is in its city. Downward holds only what is
    said of a whole: who serves a city serves its wards, and where a city has nothing its wards have nothing; that
    something is somewhere in a city says nothing of a ward. A city has nothing when all its wards say so.
    """
    finder = _Finder(graph, trees)
    local, serving = finder.organisations()
    running = (node for node in with_label(graph, "Collaboration") if graph.nodes[node].get("status") != "ended")
    return Evidence(local, serving, finder.taking_place(running), finder.open_needs(), finder.reports())


def current(graph: KnowledgeGraph) -> list[str]:
    """Return the organisations that have neither left nor been dissolved, sorted."""
    return [o for o in with_label(graph, "Organisation") if not {"memberUntil", "dissolvedOn"} & graph.nodes[o].keys()]


def reached(tree: dict[str, set[str]], nodes: Iterable[str]) -> set[str]:
    """Return all that `nodes` lead to in `tree`."""
    return set().union(*(tree[node] for node in nodes))


def _closure(graph: KnowledgeGraph, label: str, kind: str) -> dict[str, set[str]]:
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(with_label(graph, label))
    tree.add_edges_from((a, b) for a, b, data in graph.edges(data=True) if data["type"] == kind)
    return {node: {node, *nx.descendants(tree, node)} for node in sorted(tree)}


class _Finder:
    def __init__(self, graph: KnowledgeGraph, trees: Trees) -> None:
        self.graph, self.trees = graph, trees
        self.ends = targets_of_all(graph, "LOCATED_IN", "SERVES", "WORKS_ON", "ADDRESSES", "TAKES_PLACE_IN")

    def organisations(self) -> tuple[Found, Found]:
        local: Found = defaultdict(set)
        serving: Found = defaultdict(set)
        for organisation in current(self.graph):
            themes = self._themes(organisation, "WORKS_ON")
            seat = self._places(organisation, "LOCATED_IN")
            served = self._places(organisation, "SERVES") | reached(
                self.trees.parts, self.ends["SERVES"].get(organisation, ())
            )
            for cell in _cells(seat, themes):
                local[cell].add(organisation)
            for cell in _cells(served - seat, themes):
                serving[cell].add(organisation)
        return local, serving

    def taking_place(self, nodes: Iterable[str]) -> Found:
        found: Found = defaultdict(set)
        for node in nodes:
            for cell in _cells(self._places(node, "TAKES_PLACE_IN"), self._themes(node, "ADDRESSES")):
                found[cell].add(node)
        return found

    def open_needs(self) -> Found:
        open_ones = [n for n in with_label(self.graph, "Need") if "closedOn" not in self.graph.nodes[n]]
        found = self.taking_place(open_ones)
        for need in open_ones:
            for holder in origins(self.graph, need, "HAS_NEED"):
                places = self.trees.wholes.get(holder) or self._places(holder, "LOCATED_IN")
                for cell in _cells(places, self._themes(need, "ADDRESSES")):
                    found[cell].add(need)
        return found

    def reports(self) -> Found:
        narrower: dict[str, set[str]] = defaultdict(set)
        for theme, wider in self.trees.broader.items():
            for over in wider:
                narrower[over].add(theme)
        found: Found = defaultdict(set)
        for municipality, theme, data in self.graph.edges(data=True):
            if data["type"] == "REPORTS_NONE":
                for cell in _cells(self.trees.parts[municipality], narrower[theme]):
                    found[cell].add(municipality)
        self._where_all_parts_report(found)
        return found

    def _where_all_parts_report(self, found: Found) -> None:
        """Add the wholes of which every part reports none, from the smallest up."""
        for whole in sorted(self.trees.parts, key=lambda place: len(self.trees.parts[place])):
            parts = self.trees.parts[whole] - self.trees.wholes[whole]
            for theme in self.trees.broader if parts else ():
                if all(found.get((part, theme)) for part in parts):
                    found[whole, theme].update(*(found[part, theme] for part in parts))

    def _places(self, node: str, kind: str) -> set[str]:
        return reached(self.trees.wholes, self.ends[kind].get(node, ()))

    def _themes(self, node: str, kind: str) -> set[str]:
        return reached(self.trees.broader, self.ends[kind].get(node, ()))


def _cells(places: Iterable[str], themes: set[str]) -> Iterator[Cell]:
    return ((place, theme) for place in places for theme in themes)
