"""Gaps in the order in which to look at them: what is asked for, whom it concerns, who and what could help."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from graph.analysis.coverage import Coverage, State
from graph.analysis.csr import csr
from graph.analysis.distances import Distances
from graph.analysis.evidence import Trees, current, reached
from graph.analysis.kernels import steps
from graph.analysis.resources import Fit, fitting, seats
from graph.frames import rows
from graph.network import KnowledgeGraph, OrganisationNetwork, organisations, targets_of_all

WEIGHTS: Mapping[str, float] = {"needs": 0.4, "people": 0.2, "near": 0.1, "tied": 0.1, "resources": 0.2}
"""Weight of each part of the score."""

_NAMED = 3
_HALVING_KM = 10.0
_NOWHERE: frozenset[str | None] = frozenset({None})
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


@dataclass(frozen=True)
class _Helper:
    """An organisation that works on the theme, and how far it is."""

    organisation: str
    km: float
    borders: int | None
    steps: int | None

    @property
    def distance(self) -> tuple[float, ...]:
        """Its distance, as what helpers are sorted by: what is not known comes last."""
        return tuple(math.inf if way is None or math.isnan(way) else way for way in (self.km, self.borders, self.steps))


class _Finder:
    """Who and what could help, and where."""

    def __init__(self, graph: KnowledgeGraph, network: OrganisationNetwork, as_of: dt.date | None) -> None:
        self._graph = graph
        self._distances = Distances(graph)
        self._csr = csr(network, weight=None)
        self._passing = set(network) - set(organisations(network))
        trees = Trees.of(graph)
        self._fitting = fitting(graph, trees, as_of)
        self._local: dict[str, set[str]] = {place: set() for place in trees.wholes}
        self._workers: dict[str, dict[str | None, set[str]]] = {theme: {} for theme in trees.broader}
        ends = targets_of_all(graph, "LOCATED_IN", "WORKS_ON")
        self._seats = ends["LOCATED_IN"]
        for organisation in current(graph):
            seat = self._seats.get(organisation, set())
            for place in reached(trees.wholes, seat):
                self._local[place].add(organisation)
            for theme in reached(trees.broader, ends["WORKS_ON"].get(organisation, ())):
                for where in seat or _NOWHERE:
                    self._workers[theme].setdefault(where, set()).add(organisation)
        self._steps = cache(self._steps_from)
        self._ways = cache(self._ways_between)

    def gap(self, cell: Mapping[str, Any]) -> _Gap:
        """Return a row of each table for a cell of the coverage."""
        place, theme = cell["municipality"], cell["theme"]
        helpers, resources = self._helpers(place, theme), self._resources(cell)
        parts = self._parts(cell, helpers, resources)
        known = {part: value for part, value in parts.items() if value is not None}
        score = sum(WEIGHTS[part] * value for part, value in known.items()) / sum(map(WEIGHTS.__getitem__, known))
        workers = set().union(*self._workers[theme].values())
        counts = (cell["openNeeds"], cell["reportedNone"], cell.get("population"), len(workers), len(resources))
        return _Gap(
            (place, theme, cell["state"], score, *parts.values(), *counts),
            [(place, theme, helper.organisation, helper.km, helper.borders, helper.steps) for helper in helpers],
            [(place, theme, *resource) for resource in resources[:_NAMED]],
        )

    def _parts(
        self, cell: Mapping[str, Any], helpers: list[_Helper], resources: list[tuple[str, Fit, float]]
    ) -> dict[str, float | None]:
        km = min((helper.km for helper in helpers), default=math.inf)
        steps_away = min((helper.steps for helper in helpers if helper.steps is not None), default=None)
        people = cell.get("population")
        return {
            "needs": cell["openNeeds"] / (cell["openNeeds"] + 1),
            "people": None if people is None else _people(people),
            "near": None if math.isnan(km) else 2 ** (-km / _HALVING_KM),
            "tied": 1 / steps_away if steps_away else 0.0,
            "resources": max((_FIT[fit] for _, fit, _ in resources), default=0.0),
        }

    def _helpers(self, place: str, theme: str) -> list[_Helper]:
        """Return the three nearest that work on the theme, and the nearest in the network."""
        away = self._steps(place)
        workers = self._workers[theme]
        near: dict[str, _Helper] = {}
        for seat in sorted(workers, key=lambda seat: self._distance(place, seat)):
            found = (self._helper(place, worker, away) for worker in workers[seat])
            for helper in sorted(found, key=lambda helper: (helper.distance, helper.organisation)):
                near.setdefault(helper.organisation, helper)
            if len(near) >= _NAMED:
                break
        nearest = list(near.values())[:_NAMED]
        tied = self._nearest_by_ties(place, theme, away)
        return nearest if tied is None or tied in nearest else [*nearest, tied]

    def _nearest_by_ties(self, place: str, theme: str, away: Mapping[str, int]) -> _Helper | None:
        reachable = [worker for workers in self._workers[theme].values() for worker in workers if worker in away]
        least = min((away[worker] for worker in reachable), default=None)
        found = [self._helper(place, worker, away) for worker in reachable if away[worker] == least]
        return min(found, key=lambda helper: (helper.distance, helper.organisation), default=None)

    def _helper(self, place: str, worker: str, away: Mapping[str, int]) -> _Helper:
        seats_of = self._seats.get(worker) or _NOWHERE
        seat = min(seats_of, key=lambda seat: self._distance(place, seat))
        return _Helper(worker, *self._ways(place, seat), away.get(worker))

    def _resources(self, cell: Mapping[str, Any]) -> list[tuple[str, Fit, float]]:
        """Return the resources that could serve a cell, the best first, without those that a need of it rejected."""
        needs = [node for node in cell.get("evidence", []) if self._graph.nodes[node]["label"] == "Need"]
        found = []
        for resource, fit in self._fitting.get(cell["theme"], {}).items():
            if not any(self._rejected(need, resource) for need in needs):
                km = [self._ways(cell["municipality"], seat)[0] for seat in seats(self._graph, resource)]
                found.append((resource, fit, min((way for way in km if not math.isnan(way)), default=math.nan)))
        order = list(Fit)
        return sorted(found, key=lambda row: (order.index(row[1]), math.inf if math.isnan(row[2]) else row[2], row[0]))

    def _rejected(self, need: str, resource: str) -> bool:
        ties = (self._graph.get_edge_data(need, resource) or {}).values()
        return any(tie["type"] == "MATCHED_WITH" and tie["status"] == "rejected" for tie in ties)

    def _ways_between(self, place: str, seat: str | None) -> tuple[float, int | None]:
        if seat is None:
            return math.nan, None
        return self._distances.km(place, seat), self._distances.borders(place, seat)

    def _distance(self, place: str, seat: str | None) -> tuple[object, ...]:
        km, borders = self._ways(place, seat)
        return (*_Helper("", km, borders, None).distance, seat or "")

    def _steps_from(self, place: str) -> dict[str, int]:
        return steps(self._csr, sorted(self._local[place]), self._passing)


def _people(population: float) -> float:
    return min(max((math.log10(max(population, 1)) - 3) / 3, 0.0), 1.0)
