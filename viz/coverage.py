"""The heat map of municipalities by themes, as rows of cells for an HTML table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from graph.analysis import Findings, State
from viz.table import Nodes

_GAPS_SHOWN = 12
_DEEP, _DEEPER = 3, 6


@dataclass(frozen=True)
class Cell:
    """A municipality and a theme.

    Attributes
    ----------
    number
        Its place among the cells of the page's data.
    count
        Organisations and running collaborations there.
    depth
        How deep its colour is: 1, 2, 3.
    """

    number: int
    state: State
    count: int
    needs: int
    depth: int


@dataclass(frozen=True)
class HeatMap:
    """The heat map; municipalities and themes go by node number.

    Attributes
    ----------
    groups
        Each broad theme with its number of columns; a theme without one stands for itself.
    counts
        Number of cells of each state.
    gaps
        Cells to look at first: municipality, theme, open needs, whether none was reported, number of the cell.
    """

    themes: list[int]
    groups: list[tuple[int, int]]
    rows: list[tuple[int, list[Cell]]]
    counts: dict[State, int]
    gaps: list[tuple[int, int, int, bool, int]]
    gap_count: int
    data: dict[str, list[object]]


def heat_map(findings: Findings, nodes: Nodes) -> HeatMap:
    """Return the heat map of the narrow themes of `findings`."""
    coverage = findings.coverage
    themes = [str(theme) for theme in coverage.themes["theme"]]
    position = {theme: i for i, theme in enumerate(themes)}
    cells = coverage.cells[coverage.cells["theme"].isin(themes)]
    cells = cells.assign(_column=cells["theme"].map(position))
    places = {place: i for i, place in enumerate(dict.fromkeys(cells["municipality"]))}
    cells = cells.assign(_row=cells["municipality"].map(places)).sort_values(["_row", "_column"], ignore_index=True)
    number = {(m, t): i for i, (m, t) in enumerate(zip(cells["municipality"], cells["theme"], strict=True))}
    made = list(_cells(cells))
    width = len(themes)
    gaps = coverage.gaps()
    return HeatMap(
        themes=[nodes.number[theme] for theme in themes],
        groups=list(_groups(coverage.themes, nodes)),
        rows=[(nodes.number[place], made[i * width : (i + 1) * width]) for place, i in places.items()],
        counts={state: int((cells["state"] == state).sum()) for state in State},
        gaps=[
            (nodes.number[m], nodes.number[t], int(needs), bool(reported), number[m, t])
            for m, t, needs, reported in gaps[["municipality", "theme", "openNeeds", "reportedNone"]]
            .head(_GAPS_SHOWN)
            .itertuples(index=False)
        ],
        gap_count=len(gaps),
        data=_columns(cells, nodes),
    )


def _cells(cells: pd.DataFrame) -> Iterator[Cell]:
    columns = ("state", "organisations", "collaborations", "openNeeds")
    for i, (state, organisations, collaborations, needs) in enumerate(
        cells[list(columns)].itertuples(index=False, name=None)
    ):
        count = int(organisations) + int(collaborations)
        depth = 1 + (count >= _DEEP) + (count >= _DEEPER)
        yield Cell(i, State(state), count, int(needs), depth)


def _groups(themes: pd.DataFrame, nodes: Nodes) -> Iterator[tuple[int, int]]:
    heads = [
        broader if isinstance(broader, str) else theme
        for theme, broader in zip(themes["theme"], themes["broader"], strict=True)
    ]
    for head, members in groupby(heads):
        yield nodes.number[head], len(list(members))


def _columns(cells: pd.DataFrame, nodes: Nodes) -> dict[str, list[object]]:
    """Return what the side panel says of each cell."""
    return {
        "municipality": [nodes.number[id_] for id_ in cells["municipality"]],
        "theme": [nodes.number[id_] for id_ in cells["theme"]],
        "state": [str(state) for state in cells["state"]],
        **{
            name: [int(value) for value in cells[name]]
            for name in ("organisations", "collaborations", "neighbours", "openNeeds", "reportedNone")
        },
        "evidence": [[nodes.number[id_] for id_ in evidence] for evidence in cells["evidence"]],
    }
