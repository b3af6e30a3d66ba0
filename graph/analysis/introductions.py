"""Introductions: organisations that are not tied and whose meeting would close a gap that was found."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import product

import networkx as nx
import pandas as pd

from graph.analysis.csr import csr
from graph.analysis.distances import Distances
from graph.analysis.evidence import current
from graph.analysis.holes import Holes
from graph.analysis.horizontal import secretariat
from graph.analysis.isolates import Isolates
from graph.analysis.kernels import steps
from graph.network import KnowledgeGraph, OrganisationNetwork, organisations, targets, targets_of_all
from graph.progress import SILENT, Progress

PER_HOLE, PER_ISOLATE, PER_ORGANISATION = 3, 2, 3
"""How many introductions close one hole, are proposed to one isolate, and name one organisation at most."""

_NUMBERS = ("community", "otherCommunity", "borders", "steps")
_COLUMNS = [
    *("organisation", "partner", "kind", "community", "otherCommunity", "municipality", "theme"),
    *("sharedThemes", "sharedAreas", "steps", "via", "observed", "expected", "borders", "km"),
]
_STRENGTH = 1e-6


class Closes(StrEnum):
    """Which gap an introduction closes."""

    HOLE = "hole"
    ISOLATE = "isolate"


@dataclass(frozen=True)
class Introductions:
    """Pairs of organisations that could be introduced to each other, in the order in which to look at them.

    Attributes
    ----------
    table
        A row a pair: organisation, partner, kind (*hole*: they bridge two communities; *isolate*: the organisation is
        tied to nobody), community and otherCommunity (of either, for a hole), municipality and theme (of an isolate:
        where the partner is or works, and on what both work), sharedThemes and sharedAreas (ids, tuples), steps (how
        many ties lie between them now; missing out of reach), via (ids of the organisations between them, the first
        next to `organisation`; empty out of reach), and what it rests on: observed and expected (weight of the ties
        between the two communities, and what their other ties would give), borders and km (from a seat of the isolate
        to the municipality).
    """

    table: pd.DataFrame


def introductions(
    graph: KnowledgeGraph, network: OrganisationNetwork, holes: Holes, isolates: Isolates, progress: Progress = SILENT
) -> Introductions:
    """Return pairs that are not tied and whose meeting would close a structural hole or end an isolation.

    - *hole*: of the organisations of either community that are nearest to the other (`Holes.nearest`), those pairs that
      share a theme or an area, most themes first, then most areas, then fewest steps. An organisation stands in one
      pair of a hole.
    - *isolate*: an organisation without any tie, and those that share a theme with it and are in or serve the same or
      a neighbouring municipality: the same first, then the nearest, then who shares most themes.

    Holes come first, those that miss most first, then isolates, the nearest first. At most three pairs a hole, two an
    isolate, three an organisation. Who has left is not named, nor is the secretariat
    (`graph.analysis.horizontal.secretariat`), which introduces.

    The way between two (`via`) is the shortest that does not lead through the secretariat, along the stronger ties
    where several are as short; only where there is none does it lead through it, so that it may be longer than `steps`.

    References
    ----------
    R. S. Burt (2004). Structural holes and good ideas. American Journal of Sociology 110, 349-399.

    Examples
    --------
    c has no tie; a works on its theme in its municipality:

    >>> from graph.analysis.isolates import isolates
    >>> from graph.dataset import Dataset
    >>> from graph.network import knowledge_graph, organisation_network
    >>> graph = knowledge_graph(Dataset.of({
    ...     "Organisation": [{"id": i, "name": i} for i in "abc"],
    ...     "Municipality": [{"id": "m", "name": "m", "code": "141003"}],
    ...     "Theme": [{"id": "t", "name": "t"}],
    ...     "TIED_TO": [{"start": "a", "end": "b", "kind": "referral"}],
    ...     "LOCATED_IN": [{"start": i, "end": "m"} for i in "abc"],
    ...     "WORKS_ON": [{"start": i, "end": "t"} for i in "ac"],
    ... }))
    >>> network = organisation_network(graph)
    >>> none = Holes(pd.DataFrame({"hole": []}), pd.DataFrame(), 0)
    >>> found = introductions(graph, network, none, isolates(graph, network)).table
    >>> found[["organisation", "partner", "municipality", "theme"]].to_numpy().tolist()
    [['c', 'a', 'm', 't']]
    """
    progress.start("introductions")
    around = _Around(graph, network)
    named: Counter[str] = Counter()
    pairs = [*_bridging(holes, around, named), *_joining(isolates, around, named)]
    rows = [{**vars(pair), **around.between(pair)} for pair in pairs]
    table = pd.DataFrame(rows, columns=_COLUMNS).astype(dict.fromkeys(_NUMBERS, "Int64"))
    return Introductions(table)


@dataclass(frozen=True)
class _Pair:
    """A pair, and which gap it closes."""

    organisation: str
    partner: str
    kind: Closes
    community: int | None = None
    otherCommunity: int | None = None  # noqa: N815 - the name of its column
    observed: float = math.nan
    expected: float = math.nan
    municipality: str | None = None
    theme: str | None = None
    borders: int | None = None
    km: float = math.nan
    order: tuple[object, ...] = field(default=(), compare=False)


def _bridging(holes: Holes, around: _Around, named: Counter[str]) -> Iterator[_Pair]:
    found = holes.pairs[holes.pairs["hole"].astype(bool)]
    nearest: dict[tuple[int, int], list[str]] = defaultdict(list)
    if not found.empty:
        near = holes.nearest
        for own, other, organisation in zip(
            near["community"], near["otherCommunity"], near["organisation"], strict=True
        ):
            nearest[own, other].append(organisation)
    for hole in found.to_dict("records"):
        a, b = hole["community"], hole["otherCommunity"]
        both = product(filter(around.known, nearest[a, b]), filter(around.known, nearest[b, a]))
        alike = sorted((pair for pair in both if around.could_meet(*pair)), key=lambda pair: around.order(*pair))
        taken: Counter[str] = Counter()
        for one, other in alike:
            if _free((one, other), taken, 1) and _free((one, other), named, PER_ORGANISATION):
                yield _Pair(one, other, Closes.HOLE, a, b, hole["observed"], hole["expectedOutward"])
                taken.update((one, other))
                named.update((one, other))
                if taken.total() == 2 * PER_HOLE:
                    break


def _joining(isolates: Isolates, around: _Around, named: Counter[str]) -> list[_Pair]:
    table = isolates.table
    alone = filter(around.known, table.loc[table["ties"] == 0, "organisation"])
    near = sorted((pair for one in alone for pair in around.near(one)), key=lambda pair: pair.order)
    found: list[_Pair] = []
    proposed: Counter[str] = Counter()
    met: set[frozenset[str]] = set()
    for pair in near:
        both = (pair.organisation, pair.partner)
        if (
            frozenset(both) not in met
            and _free(both[:1], proposed, PER_ISOLATE)
            and _free(both, named, PER_ORGANISATION)
        ):
            found.append(pair)
            met.add(frozenset(both))
            proposed[pair.organisation] += 1
            named.update(both)
    return found


def _free(organisations: Iterable[str], counts: Counter[str], most: int) -> bool:
    return all(counts[organisation] < most for organisation in organisations)


class _Around:
    """Where organisations are, what they work on, and the ways between them."""

    def __init__(self, graph: KnowledgeGraph, network: OrganisationNetwork) -> None:
        self._graph, self._network = graph, network
        self._secretariat = secretariat(graph)
        self._present = set(current(graph)) - {self._secretariat}
        ends = targets_of_all(graph, "WORKS_ON", "LOCATED_IN", "SERVES")
        self._themes, self._seats, self._served = ends["WORKS_ON"], ends["LOCATED_IN"], ends["SERVES"]
        self._rows, self._passing = csr(network, weight=None), set(network) - set(organisations(network))
        self._distances = Distances(graph)
        self._at: dict[tuple[str, str], list[str]] = defaultdict(list)
        for organisation in sorted(self._present):
            for theme, place in product(self._themes.get(organisation, ()), self._places(organisation)):
                self._at[theme, place].append(organisation)
        self._away = cache(self._steps_from)
        self._neighbours = cache(self._near_places)

    def known(self, organisation: str) -> bool:
        """Tell whether an organisation can be named."""
        return organisation in self._present

    def shared(self, one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the themes and the areas of both; a ward counts for its city."""
        themes = self._themes.get(one, set()) & self._themes.get(other, set())
        return tuple(sorted(themes)), tuple(sorted(self._areas(one) & self._areas(other)))

    def could_meet(self, one: str, other: str) -> bool:
        """Tell whether two are not tied, and share something to meet about."""
        return self._away(one).get(other) != 1 and any(self.shared(one, other))

    def order(self, one: str, other: str) -> tuple[object, ...]:
        """Return what pairs of a hole are sorted by."""
        themes, areas = self.shared(one, other)
        return -len(themes), -len(areas), self._away(one).get(other, math.inf), one, other

    def near(self, one: str) -> Iterator[_Pair]:
        """Yield who works on a theme of `one` in the same or a neighbouring municipality; each once, at the nearest."""
        best: dict[str, _Pair] = {}
        for place in sorted(self._seats.get(one) or self._served.get(one, set())):
            for borders, km, other_place in self._neighbours(place):
                for theme in sorted(self._themes.get(one, ())):
                    for other in self._at.get((theme, other_place), ()):
                        if other == one:
                            continue
                        far = math.inf if math.isnan(km) else km
                        order = (borders, far, -len(self.shared(one, other)[0]), one, other, theme)
                        if other not in best or order < best[other].order:
                            best[other] = _Pair(
                                *(one, other, Closes.ISOLATE),
                                municipality=other_place,
                                theme=theme,
                                borders=borders,
                                km=km,
                                order=order,
                            )
        yield from best.values()

    def between(self, pair: _Pair) -> dict[str, object]:
        """Return what two share, and the way between them."""
        one, other = pair.organisation, pair.partner
        themes, areas = self.shared(one, other)
        away = self._away(one).get(other)
        via = () if away is None else (self._way(one, other, self._outside) or self._way(one, other, self._length))
        return {"sharedThemes": themes, "sharedAreas": areas, "steps": away, "via": via}

    def _areas(self, organisation: str) -> set[str]:
        return set().union(*(targets(self._graph, p, "PART_OF") or {p} for p in self._places(organisation)))

    def _places(self, organisation: str) -> set[str]:
        return self._seats.get(organisation, set()) | self._served.get(organisation, set())

    def _near_places(self, place: str) -> list[tuple[int, float, str]]:
        ways = ((self._distances.borders(place, other), other) for other in self._distances.places)
        return sorted(
            (borders, self._distances.km(place, other), other)
            for borders, other in ways
            if borders is not None and borders <= 1
        )

    def _steps_from(self, organisation: str) -> dict[str, int]:
        return steps(self._rows, [organisation], self._passing)

    def _way(
        self, one: str, other: str, length: Callable[[str, str, dict[str, float]], float | None]
    ) -> tuple[str, ...]:
        try:
            _, path = nx.bidirectional_dijkstra(self._network, one, other, weight=length)
        except nx.NetworkXNoPath:
            return ()
        return tuple(node for node in path[1:-1] if node not in self._passing)

    def _length(self, one: str, other: str, tie: dict[str, float]) -> float:
        """Return the length of a tie: one, half to a collaboration, and a little less the stronger it is."""
        step = 0.5 if one in self._passing or other in self._passing else 1.0
        return step + _STRENGTH / (1 + tie["weight"])

    def _outside(self, one: str, other: str, tie: dict[str, float]) -> float | None:
        return None if self._secretariat in (one, other) else self._length(one, other, tie)
