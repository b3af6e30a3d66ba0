"""Resources that could serve a theme: available, taken by nobody, of the theme or one above or below it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from enum import StrEnum

from graph.analysis.evidence import Trees, current
from graph.network import KnowledgeGraph, origins, targets, with_label

_TAKEN = frozenset({"accepted", "done"})


class Fit(StrEnum):
    """How the theme of a resource agrees with another; the first that holds."""

    SAME = "same"
    NARROWER = "narrower"
    BROADER = "broader"


def fitting(graph: KnowledgeGraph, trees: Trees, as_of: dt.date | None = None) -> dict[str, dict[str, Fit]]:
    """Return for each theme the resources that could serve it, and how the theme of each agrees.

    A resource is available when its days of use hold `as_of` (where no day is given: always), no need has taken it
    (`MATCHED_WITH` accepted or done), and one of those who offer it, where they are known, has not left.
    """
    active = {*current(graph), *with_label(graph, "Municipality")}
    found: dict[str, dict[str, Fit]] = defaultdict(dict)
    for resource in with_label(graph, "Resource"):
        if _available(graph, resource, active, as_of):
            themes = targets(graph, resource, "ADDRESSES")
            for theme in trees.broader:
                fit = _fit(themes, theme, trees)
                if fit:
                    found[theme][resource] = fit
    return found


def seats(graph: KnowledgeGraph, node: str, owned: str = "OFFERS") -> set[str]:
    """Return the municipalities where a resource (or a need: `HAS_NEED`) is: where it takes place, else its owners'."""
    return targets(graph, node, "TAKES_PLACE_IN") or {
        place
        for owner in origins(graph, node, owned)
        for place in ({owner} if graph.nodes[owner]["label"] == "Municipality" else targets(graph, owner, "LOCATED_IN"))
    }


def _available(graph: KnowledgeGraph, resource: str, active: set[str], as_of: dt.date | None) -> bool:
    data = graph.nodes[resource]
    if as_of is not None and not data.get("availableFrom", as_of) <= as_of <= data.get("availableUntil", as_of):
        return False
    if any(
        tie["status"] in _TAKEN for _, _, tie in graph.in_edges(resource, data=True) if tie["type"] == "MATCHED_WITH"
    ):
        return False
    owners = origins(graph, resource, "OFFERS")
    return not owners or bool(owners & active)


def _fit(themes: set[str], theme: str, trees: Trees) -> Fit | None:
    if theme in themes:
        return Fit.SAME
    if any(theme in trees.broader[own] for own in themes):
        return Fit.NARROWER
    return Fit.BROADER if themes & trees.broader[theme] else None
