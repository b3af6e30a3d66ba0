"""Candidate working groups: who would sit in a group for several themes, and who is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import pandas as pd

from graph.analysis.themes.clusters import Basis
from graph.analysis.themes.incidence import Incidence
from graph.network import KnowledgeGraph, collaboration_members, targets, with_label

GROUPS = (
    *("group", "basis", "themes", "workers", "core", "tiedPairs", "pairs"),
    *("sectors", "sectorsAbsent", "municipalities", "municipalitiesAbsent"),
)
MEMBERS = ("group", "organisation", "role", "themes", "themesShared", "partners", "brings")

_SEVERAL = 2
_INVITED = 2


class Role(StrEnum):
    """Why an organisation would sit in a working group."""

    CORE = "core"
    INVITED = "invited"


@dataclass(frozen=True)
class WorkingGroups:
    """Candidate working groups.

    Attributes
    ----------
    groups
        A row a group of themes: group (1, 2, …), basis (members or tree), themes (ids, a tuple), workers (how many
        organisations work on any), core (how many on several), tiedPairs (pairs of the core that collaborate already or
        have declared a tie), pairs (of the core in all), and sectors and municipalities (tuples) of the core, and those
        absent from it which other members are of. A ward counts for its city; whoever serves a municipality is there.
    members
        A row a would-be member, the core first: group, organisation, role, themes (of the group that it works on),
        themesShared (how many), partners (how many of the core it is tied with), brings (sectors and municipalities
        that the core lacks, a tuple).
    """

    groups: pd.DataFrame
    members: pd.DataFrame


def working_groups(
    graph: KnowledgeGraph, who: Incidence, found: Iterable[tuple[Basis, tuple[str, ...]]]
) -> WorkingGroups:
    """Return a working group for each group of themes of `found`.

    The core are the organisations that work on two or more of the themes. For each sector and each municipality absent
    from the core, up to two of those that work on one of the themes are invited, those with most partners in the
    core first.
    """
    finder = _Finder(graph, who)
    groups, members = [], []
    for number, (basis, themes) in enumerate(found, start=1):
        row, seats = finder.group(themes)
        groups.append((number, str(basis), themes, *row))
        members += [(number, *seat) for seat in seats]
    return WorkingGroups(pd.DataFrame(groups, columns=list(GROUPS)), pd.DataFrame(members, columns=list(MEMBERS)))


class _Finder:
    def __init__(self, graph: KnowledgeGraph, who: Incidence) -> None:
        self.works = {
            node: {who.themes[i] for i in row.nonzero()[0].tolist()}
            for node, row in zip(who.members, who.matrix, strict=True)
        }
        self.sectors = {
            node: {str(graph.nodes[node]["sector"])} if "sector" in graph.nodes[node] else set[str]()
            for node in who.members
        }
        city = {node: targets(graph, node, "PART_OF") or {node} for node in with_label(graph, "Municipality")}
        self.places = {
            node: set[str]().union(*(city[seat] for seat in targets(graph, node, "LOCATED_IN", "SERVES")))
            for node in who.members
        }
        self.shared = list(collaboration_members(graph).values())
        self.shared += [[a, b] for a, b, data in graph.edges(data=True) if data["type"] == "TIED_TO"]

    def group(self, themes: tuple[str, ...]) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:
        """Return what is said of the group, and a row for each would-be member."""
        works = {node: found for node, all_of in self.works.items() if (found := all_of.intersection(themes))}
        core = {node for node, found in works.items() if len(found) >= _SEVERAL}
        partners, tied = self._partners(works, core)
        absent = [self._absent(core, self.sectors), self._absent(core, self.places)]
        row: tuple[object, ...] = (
            *(len(works), len(core), tied, len(core) * (len(core) - 1) // 2),
            *(tuple(sorted(self._of(core, self.sectors))), tuple(sorted(absent[0]))),
            *(tuple(sorted(self._of(core, self.places))), tuple(sorted(absent[1]))),
        )
        brings = {node: (self.sectors[node] & absent[0]) | (self.places[node] & absent[1]) for node in works}
        seats = self._ordered(core, works, partners)
        seats += self._ordered(self._invited(works, brings, partners), works, partners)
        members: list[tuple[object, ...]] = [
            (
                *(node, str(Role.CORE if node in core else Role.INVITED), tuple(sorted(works[node]))),
                *(len(works[node]), len(partners[node]), tuple(sorted(brings[node]))),
            )
            for node in seats
        ]
        return row, members

    def _partners(self, works: Mapping[str, set[str]], core: set[str]) -> tuple[dict[str, set[str]], int]:
        """Return with whom of the core each is tied, and how many pairs of the core are."""
        partners: dict[str, set[str]] = {node: set() for node in works}
        for members in self.shared:
            inside = core.intersection(members)
            for node in works.keys() & set(members):
                partners[node] |= inside - {node}
        return partners, sum(b in partners[a] for a, b in combinations(sorted(core), 2))

    def _invited(
        self, works: Mapping[str, set[str]], brings: Mapping[str, set[str]], partners: Mapping[str, set[str]]
    ) -> set[str]:
        wanted = set[str]().union(*brings.values())
        ordered = self._ordered({node for node in works if brings[node]}, works, partners)
        return {node for gap in wanted for node in [node for node in ordered if gap in brings[node]][:_INVITED]}

    @staticmethod
    def _ordered(nodes: set[str], works: Mapping[str, set[str]], partners: Mapping[str, set[str]]) -> list[str]:
        return sorted(nodes, key=lambda node: (-len(works[node]), -len(partners[node]), node))

    @staticmethod
    def _of(nodes: Iterable[str], values: Mapping[str, set[str]]) -> set[str]:
        return set[str]().union(*(values[node] for node in nodes))

    def _absent(self, core: set[str], values: Mapping[str, set[str]]) -> set[str]:
        return self._of(values, values) - self._of(core, values)
