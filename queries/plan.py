"""How the server runs a query: a tree of operators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import neo4j


@dataclass(frozen=True)
class Operator:
    """One step of a plan; what it takes comes from its `children`.

    Attributes
    ----------
    estimated
        How many rows the planner expects it to give.
    rows, hits
        How many rows it gave, and how often it asked the store; None when the query was not run.
    """

    name: str
    details: str
    estimated: float
    rows: int | None
    hits: int | None
    children: tuple[Operator, ...] = ()

    def walk(self) -> Iterator[Operator]:
        """Yield the operator and all below it, each before its children."""
        yield self
        for child in self.children:
            yield from child.walk()


def plan_of(summary: neo4j.ResultSummary) -> Operator | None:
    """Return the plan that a query begun with EXPLAIN or PROFILE gives, or None."""
    found = summary.profile or summary.plan
    return _operator(found) if found else None


def _operator(tree: Mapping[str, Any]) -> Operator:
    arguments = tree.get("args", {})
    return Operator(
        name=str(tree["operatorType"]).partition("@")[0],
        details=" ".join(str(arguments.get("Details", "")).split()),
        estimated=float(arguments.get("EstimatedRows", 0)),
        rows=arguments.get("Rows"),
        hits=arguments.get("DbHits"),
        children=tuple(_operator(child) for child in tree.get("children", ())),
    )
