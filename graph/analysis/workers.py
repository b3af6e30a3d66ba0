"""Who works on a theme, and how far from a municipality: in kilometres, in borders, and over ties."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.analysis.csr import csr
from graph.analysis.distances import Distances
from graph.analysis.evidence import Trees, current, reached
from graph.analysis.kernels import steps
from graph.network import KnowledgeGraph, OrganisationNetwork, organisations, targets_of_all

_NOWHERE: frozenset[str | None] = frozenset({None})


@dataclass(frozen=True)
class Worker:
    """An organisation that works on a theme, and how far it is from a municipality.

    Attributes
    ----------
    km, borders
        From its nearest seat; NaN and None where no way is known.
    steps
        Ties from the nearest organisation of the municipality; None without a way.
    """

    organisation: str
    km: float
    borders: int | None
    steps: int | None

    @property
    def order(self) -> tuple[float | str, ...]:
        """What workers are sorted by: nearest first, and what is not known last."""
        ways = (self.km, self.borders, self.steps)
        return *(math.inf if way is None or math.isnan(way) else way for way in ways), self.organisation


class Workers:
    """The organisations that work on each theme, those that have left aside."""

    def __init__(self, graph: KnowledgeGraph, network: OrganisationNetwork, trees: Trees) -> None:
        self._distances = Distances(graph)
        self._csr = csr(network, weight=None)
        self._passing = set(network) - set(organisations(network))
        self._local: dict[str, set[str]] = {place: set() for place in trees.wholes}
        self._of: dict[str, dict[str | None, set[str]]] = {theme: {} for theme in trees.broader}
        ends = targets_of_all(graph, "LOCATED_IN", "WORKS_ON")
        self._seats = ends["LOCATED_IN"]
        for organisation in current(graph):
            seat = self._seats.get(organisation, set())
            for place in reached(trees.wholes, seat):
                self._local[place].add(organisation)
            for theme in reached(trees.broader, ends["WORKS_ON"].get(organisation, ())):
                for where in seat or _NOWHERE:
                    self._of[theme].setdefault(where, set()).add(organisation)
        self._steps = cache(self._steps_from)
        self._ways = cache(self._ways_between)

    def count(self, theme: str) -> int:
        """Return how many work on `theme`, or on a narrower one."""
        return len(set().union(*self._of[theme].values()))

    def near(self, place: str, theme: str, most: int) -> list[Worker]:
        """Return the nearest that work on `theme`, at most `most`, and the nearest over ties if it is another."""
        away = self._steps(place)
        found: dict[str, Worker] = {}
        for seat in sorted(self._of[theme], key=lambda seat: self._worker_at(place, seat).order):
            here = (self._worker(place, organisation, away) for organisation in self._of[theme][seat])
            for worker in sorted(here, key=lambda worker: worker.order):
                found.setdefault(worker.organisation, worker)
            if len(found) >= most:
                break
        nearest = list(found.values())[:most]
        tied = self._nearest_by_ties(place, theme, away)
        return nearest if tied is None or tied in nearest else [*nearest, tied]

    def km(self, place: str, seat: str) -> float:
        """Return the kilometres between two municipalities, NaN where they are not known."""
        return self._ways(place, seat)[0]

    def _nearest_by_ties(self, place: str, theme: str, away: Mapping[str, int]) -> Worker | None:
        reachable = {worker for workers in self._of[theme].values() for worker in workers if worker in away}
        least = min((away[worker] for worker in reachable), default=None)
        found = [self._worker(place, worker, away) for worker in reachable if away[worker] == least]
        return min(found, key=lambda worker: worker.order, default=None)

    def _worker(self, place: str, organisation: str, away: Mapping[str, int]) -> Worker:
        seats = self._seats.get(organisation) or _NOWHERE
        seat = min(seats, key=lambda seat: self._worker_at(place, seat).order)
        return Worker(organisation, *self._ways(place, seat), away.get(organisation))

    def _worker_at(self, place: str, seat: str | None) -> Worker:
        """Return somebody at `seat`, to compare seats by."""
        return Worker(seat or "", *self._ways(place, seat), None)

    def _ways_between(self, place: str, seat: str | None) -> tuple[float, int | None]:
        if seat is None:
            return math.nan, None
        return self._distances.km(place, seat), self._distances.borders(place, seat)

    def _steps_from(self, place: str) -> dict[str, int]:
        return steps(self._csr, sorted(self._local[place]), self._passing)
