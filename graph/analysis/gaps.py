"""Gaps in the order in which to look at them: what is asked for, whom it concerns, who and what could help."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graph.analysis.coverage import Coverage, State
from graph.analysis.evidence import Trees
from graph.analysis.resources import Fit, fitting, seats
from graph.analysis.workers import Worker, Workers
from graph.frames import rows
from graph.network import KnowledgeGraph, OrganisationNetwork

WEIGHTS: Mapping[str, float] = {"needs": 0.4, "people": 0.2, "near": 0.1, "tied": 0.1, "resources": 0.2}
"""Weight of each part of the score."""

_NAMED = 3
_HALVING_KM = 10.0
_FIT = {Fit.SAME: 1.0, Fit.NARROWER: 0.5, Fit.BROADER: 0.5}
PARTS = [f"{part}Part" for part in WEIGHTS]
_COLUMNS = [
    "rank",
    "municipality",
    "theme",
    "state",
    "score",
    *PARTS,
    "openNeeds",
    "reportedNone",
    "population",
    "workers",
    "resourcesFitting",
]
_HELPERS = ["municipality", "theme", "organisation", "km", "borders", "steps"]
_RESOURCES = ["municipality", "theme", "resource", "fit", "km"]


@dataclass(frozen=True)
class Gaps:
    """Cells where nobody works, the one to look at first on top.

    Attributes
    ----------
    table
        A row a cell: rank, municipality, theme, state, score, its parts (needsPart, peoplePart, nearPart, tiedPart,
        resourcesPart; 0 to 1, missing where not known), openNeeds, reportedNone, population, workers (how many
        organisations anywhere work on the theme), resourcesFitting (how many could serve it).
    helpers
        The nearest organisations that work on the theme, and the nearest in the network, up to three a cell and one
        more: municipality, theme, organisation, km, borders, steps (each missing where no way is known), in the order
        of distance.
    resources
        The resources that fit best, up to three a cell: municipality, theme, resource, fit (same, narrower,
        broader), km.
    """

    table: pd.DataFrame
    helpers: pd.DataFrame
    resources: pd.DataFrame


def gaps(
    graph: KnowledgeGraph,
    network: OrganisationNetwork,
    coverage: Coverage,
    *,
    unknown: bool = False,
    as_of: dt.date | None = None,
) -> Gaps:
    """Return the gaps of `coverage` in the order of a score.

    The score is the mean of five parts by their weights (`WEIGHTS`). A part that is not known is left out, and the
    other weights are scaled up; nothing is put in its place. Each part is 0 to 1:

    - *needs*: n / (n + 1) for n open needs;
    - *people*: (log10(population) - 3) / 3 within 0 and 1: nothing at a thousand, one at a million;
    - *near*: 2 ** (-km / 10) to the nearest organisation that works on the theme; 0 when nobody does;
    - *tied*: 1 / steps from the organisations of the municipality to the nearest that works on the theme; 0 without
      a way;
    - *resources*: 1 when an available resource has the theme, 0.5 when one has a theme above or below it.

    Parameters
    ----------
    network
        Steps are ties of this network; in the bipartite form a shared collaboration is one step.
    unknown
        Also the cells of which nothing is known.
    as_of
        Day on which a resource has to be available.
    """
    cells = coverage.gaps(State.NONE, State.UNKNOWN) if unknown else coverage.gaps()
    finder = _Finder(graph, network, as_of)
    made = [finder.gap(row) for row in rows(cells)]
    table = pd.DataFrame([gap.row for gap in made], columns=_COLUMNS[1:])
    order = table.assign(score=table["score"].round(12)).sort_values(
        ["score", "openNeeds", "municipality", "theme"], ascending=[False, False, True, True]
    )
    table = table.loc[order.index].reset_index(drop=True).astype({"population": "Int64"})
    table.insert(0, "rank", range(1, len(table) + 1))
    return Gaps(
        table,
        pd.DataFrame([row for gap in made for row in gap.helpers], columns=_HELPERS).astype(
            {"borders": "Int64", "steps": "Int64"}
        ),
        pd.DataFrame([row for gap in made for row in gap.resources], columns=_RESOURCES),
    )


@dataclass(frozen=True)
class _Gap:
    row: tuple[object, ...]
    helpers: list[tuple[object, ...]]
    resources: list[tuple[object, ...]]


class _Finder:
    """Who and what could help, and what that makes of the score."""

    def __init__(self, graph: KnowledgeGraph, network: OrganisationNetwork, as_of: dt.date | None) -> None:
        trees = Trees.of(graph)
        self._graph = graph
        self._workers = Workers(graph, network, trees)
        self._fitting = fitting(graph, trees, as_of)

    def gap(self, cell: Mapping[str, Any]) -> _Gap:
        """Return a row of each table for a cell of the coverage."""
        place, theme = cell["municipality"], cell["theme"]
        helpers, resources = self._workers.near(place, theme, _NAMED), self._resources(cell)
        parts = _parts(cell, helpers, resources)
        known = {part: value for part, value in parts.items() if value is not None}
        score = sum(WEIGHTS[part] * value for part, value in known.items()) / sum(map(WEIGHTS.__getitem__, known))
        counts = (cell["openNeeds"], cell["reportedNone"], cell.get("population"))
        return _Gap(
            (place, theme, cell["state"], score, *parts.values(), *counts, self._workers.count(theme), len(resources)),
            [(place, theme, helper.organisation, helper.km, helper.borders, helper.steps) for helper in helpers],
            [(place, theme, *resource) for resource in resources[:_NAMED]],
        )

    def _resources(self, cell: Mapping[str, Any]) -> list[tuple[str, Fit, float]]:
        """Return the resources that could serve a cell, the best first, without those that a need of it rejected."""
        needs = [node for node in cell.get("evidence", []) if self._graph.nodes[node]["label"] == "Need"]
        found = []
        for resource, fit in self._fitting.get(cell["theme"], {}).items():
            if not any(self._rejected(need, resource) for need in needs):
                km = [self._workers.km(cell["municipality"], seat) for seat in seats(self._graph, resource)]
                found.append((resource, fit, min((way for way in km if not math.isnan(way)), default=math.nan)))
        order = list(Fit)
        return sorted(found, key=lambda row: (order.index(row[1]), math.inf if math.isnan(row[2]) else row[2], row[0]))

    def _rejected(self, need: str, resource: str) -> bool:
        ties = (self._graph.get_edge_data(need, resource) or {}).values()
        return any(tie["type"] == "MATCHED_WITH" and tie["status"] == "rejected" for tie in ties)


def _parts(
    cell: Mapping[str, Any], helpers: list[Worker], resources: list[tuple[str, Fit, float]]
) -> dict[str, float | None]:
    km = helpers[0].km if helpers else math.inf
    steps = min((helper.steps for helper in helpers if helper.steps is not None), default=None)
    people = cell.get("population")
    return {
        "needs": cell["openNeeds"] / (cell["openNeeds"] + 1),
        "people": None if people is None else _people(people),
        "near": None if math.isnan(km) else 2 ** (-km / _HALVING_KM),
        "tied": 1 / steps if steps else 0.0,
        "resources": max((_FIT[fit] for _, fit, _ in resources), default=0.0),
    }


def _people(population: float) -> float:
    return min(max((math.log10(max(population, 1)) - 3) / 3, 0.0), 1.0)
