"""Needs that are open, and the resources that could serve them by theme and place, before anybody has judged them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from graph.analysis.distances import Distances
from graph.analysis.evidence import Trees
from graph.analysis.resources import Fit, fitting, seats
from graph.network import KnowledgeGraph, targets, with_label

_NAMED = 5
_TAKEN = frozenset({"proposed", "accepted", "done"})
_NEEDS = ["need", "since", "fitting", "lack"]
_RESOURCES = ["need", "resource", "fit", "same", "km"]


class Lack(StrEnum):
    """Why no resource fits a need; the first that holds."""

    NO_THEME = "noTheme"
    NONE_OFFERED = "noneOffered"
    NONE_FREE = "noneFree"


@dataclass(frozen=True)
class Needs:
    """Open needs, and what could serve them.

    Attributes
    ----------
    table
        A row an open need, those that wait longest first: need, since (the day it was opened; missing where it is not
        known), fitting (how many resources fit), lack (why none does: it has no theme; nobody offers what fits; all
        that would fit are taken or gone).
    resources
        Up to five a need, in this order: need, resource, fit (of the theme: same, narrower, broader), same (whether it
        is in a municipality of the need; a ward counts for its city), km (to the nearest; missing where it is not
        known). What somebody has proposed, accepted or rejected for the need is not among them.
    unasked
        Resources that are free, fit no open need and are proposed for none: resource.
    """

    table: pd.DataFrame
    resources: pd.DataFrame
    unasked: pd.DataFrame


def needs(graph: KnowledgeGraph) -> Needs:
    """Return the open needs of `graph` with the resources that fit by theme and place.

    A need is open while it has no last day. Resources of the same theme come first, then of a narrower, then of a
    broader one; of these those in a municipality of the need, then the nearest. This is no matching: nothing is
    scored, and one resource may stand at many needs.

    Examples
    --------
    >>> from graph.dataset import Dataset
    >>> from graph.network import knowledge_graph
    >>> found = needs(knowledge_graph(Dataset.of({
    ...     "Need": [{"id": "n", "name": "n"}],
    ...     "Resource": [{"id": r, "name": r} for r in "rs"],
    ...     "Theme": [{"id": t, "name": t} for t in "tu"],
    ...     "ADDRESSES": [{"start": "n", "end": "t"}, {"start": "r", "end": "t"}, {"start": "s", "end": "u"}],
    ... })))
    >>> found.resources[["need", "resource"]].to_numpy().tolist()
    [['n', 'r']]
    >>> found.unasked["resource"].tolist()
    ['s']
    """
    finder = _Finder(graph)
    waiting = sorted(
        (str(graph.nodes[need].get("openedOn", "~")), need)
        for need in with_label(graph, "Need")
        if "closedOn" not in graph.nodes[need]
    )
    found = {need: finder.fitting(need) for _, need in waiting}
    table = [
        (need, graph.nodes[need].get("openedOn"), len(fits), None if fits else finder.lack(need))
        for need, fits in found.items()
    ]
    named = [(need, *fit) for need, fits in found.items() for fit in fits[:_NAMED]]
    asked = {resource for fits in found.values() for resource, *_ in fits}
    return Needs(
        pd.DataFrame(table, columns=_NEEDS),
        pd.DataFrame(named, columns=_RESOURCES),
        pd.DataFrame({"resource": [resource for resource in finder.free() if resource not in asked]}),
    )


class _Finder:
    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph, self._trees = graph, Trees.of(graph)
        self._fitting = fitting(graph, self._trees)
        self._distances = Distances(graph)
        offered = {theme for node in with_label(graph, "Resource") for theme in targets(graph, node, "ADDRESSES")}
        self._offered = {
            theme
            for theme, wider in self._trees.broader.items()
            if wider & offered or any(theme in self._trees.broader[own] for own in offered)
        }

    def fitting(self, need: str) -> list[tuple[str, Fit, bool, float]]:
        """Return the resources that fit a need: resource, fit, whether in a municipality of it, kilometres."""
        order = list(Fit)
        best: dict[str, Fit] = {}
        for theme in self._themes(need):
            for resource, fit in self._fitting.get(theme, {}).items():
                best[resource] = min(fit, best.get(resource, fit), key=order.index)
        judged = targets(self._graph, need, "MATCHED_WITH")
        places = seats(self._graph, need, "HAS_NEED")
        found = [
            (resource, fit, *self._way(places, resource)) for resource, fit in best.items() if resource not in judged
        ]
        return sorted(
            found,
            key=lambda row: (order.index(row[1]), not row[2], math.inf if math.isnan(row[3]) else row[3], row[0]),
        )

    def lack(self, need: str) -> Lack:
        """Return why no resource fits a need."""
        themes = self._themes(need)
        if not themes:
            return Lack.NO_THEME
        return Lack.NONE_FREE if themes & self._offered else Lack.NONE_OFFERED

    def free(self) -> list[str]:
        """Return the resources that could be used and that nobody has proposed for a need, sorted."""
        usable = {resource for fits in self._fitting.values() for resource in fits}
        return [
            resource
            for resource in with_label(self._graph, "Resource")
            if (resource in usable or not targets(self._graph, resource, "ADDRESSES")) and not self._proposed(resource)
        ]

    def _proposed(self, resource: str) -> bool:
        ties = self._graph.in_edges(resource, data=True)
        return any(tie["type"] == "MATCHED_WITH" and tie["status"] in _TAKEN for _, _, tie in ties)

    def _themes(self, node: str) -> set[str]:
        return targets(self._graph, node, "ADDRESSES")

    def _way(self, places: set[str], resource: str) -> tuple[bool, float]:
        at = seats(self._graph, resource)
        same = not self._cities(places).isdisjoint(self._cities(at))
        ways = [self._distances.km(place, seat) for place in places for seat in at]
        return same, min((km for km in ways if not math.isnan(km)), default=math.nan)

    def _cities(self, places: Iterable[str]) -> set[str]:
        return set().union(*(targets(self._graph, place, "PART_OF") or {place} for place in places))
