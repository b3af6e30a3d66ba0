"""Coverage of municipality by theme: where somebody works on a theme, where nobody does, where nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from graph.analysis.evidence import Cell, Evidence, Trees, evidence
from graph.network import KnowledgeGraph, origins, targets

COLUMNS = (
    "municipality",
    "theme",
    "state",
    "organisations",
    "collaborations",
    "neighbours",
    "openNeeds",
    "reportedNone",
    "population",
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
        collaborations there, of organisations from elsewhere that serve it, of open needs, reportedNone (bool),
        population (persons; missing where it is not known), and evidence (ids that the numbers and the answer rest
        on, a sorted tuple).
    themes
        The narrow themes in the order of the tree, each with its broad theme: columns theme, broader.
    """

    cells: pd.DataFrame
    themes: pd.DataFrame

    def table(self) -> pd.DataFrame:
        """Return the states as a table, municipalities down and themes across."""
        return self.cells.pivot(index="municipality", columns="theme", values="state")

    def gaps(self, *states: State) -> pd.DataFrame:
        """Return the narrow themes' cells with one of `states`, by default *none*, those with most open needs first."""
        narrow = self.cells["theme"].isin(self.themes["theme"])
        empty = self.cells[narrow & self.cells["state"].isin(states or (State.NONE,))]
        return empty.sort_values(["openNeeds", "municipality", "theme"], ascending=[False, True, True]).reset_index(
            drop=True
        )


def coverage(graph: KnowledgeGraph, *, wards: bool = False) -> Coverage:
    """Return the state of each municipality and theme.

    Municipalities are those that are part of no other, for which their wards count; with `wards`, the wards too. Who
    works on a theme works on every broader theme too. A cell is

    - *covered* when an organisation located there works on the theme, or a collaboration that has not ended
      addresses it there;
    - *neighbour* when not, but an organisation located elsewhere that serves the municipality works on it;
    - *none* when not, but the municipality was asked and reports none, or an open need is stated;
    - *unknown* otherwise: nobody said anything, which is not the same as nothing.

    Organisations that have left (`memberUntil`) or are dissolved (`dissolvedOn`) do not count. The population of a
    city without one is that of its wards, where all of them have one. What holds of a ward and its city is said at
    `graph.analysis.evidence.evidence`.
    """
    trees = Trees.of(graph)
    found = evidence(graph, trees)
    places = list(trees.wholes) if wards else trees.tops()
    people = {place: population(graph, place) for place in places}
    rows = [_row((place, theme), found, people[place]) for place in places for theme in trees.broader]
    cells = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"population": "Int64"})
    return Coverage(cells, _narrow_themes(graph, trees))


def state(*, local: bool, serving: bool, lacking: bool) -> State:
    """Return the state of a cell where somebody works or not; `lacking`: a need is open, or none is reported."""
    if local:
        return State.COVERED
    if serving:
        return State.NEIGHBOUR
    return State.NONE if lacking else State.UNKNOWN


def population(graph: KnowledgeGraph, place: str) -> int | None:
    """Return the population of a municipality: its own, else that of its wards where all of them have one."""
    own = graph.nodes[place].get("population")
    if own is not None:
        return int(own)
    parts = [graph.nodes[ward].get("population") for ward in origins(graph, place, "PART_OF")]
    known = [int(people) for people in parts if people is not None]
    return sum(known) if parts and len(known) == len(parts) else None


def _row(cell: Cell, found: Evidence, people: int | None) -> tuple[object, ...]:
    local, running, serving, needs, reports = (
        kind.get(cell, set()) for kind in (found.local, found.running, found.serving, found.needs, found.reports)
    )
    held = state(local=bool(local or running), serving=bool(serving), lacking=bool(needs or reports))
    rests_on = tuple(sorted(local | running | serving | needs | reports))
    counts = (len(local), len(running), len(serving), len(needs))
    return (*cell, str(held), *counts, bool(reports), people, rests_on)


def _narrow_themes(graph: KnowledgeGraph, trees: Trees) -> pd.DataFrame:
    rows = [(theme, min(targets(graph, theme, "BROADER"), default=None)) for theme in trees.narrowest()]
    rows.sort(key=lambda row: (row[1] or row[0], row[0]))
    return pd.DataFrame(rows, columns=["theme", "broader"])
