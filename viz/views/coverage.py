"""The heat map of municipalities by themes, as rows of cells for an HTML table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from graph.analysis import Findings, State
from graph.frames import is_missing
from viz.table import Nodes
from viz.views.gaps import Gap, gap_columns, gap_count, single_columns, watch_list

_DEEP, _DEEPER = 3, 6
_COUNTS = ("organisations", "collaborations", "neighbours", "openNeeds", "reportedNone")


@dataclass(frozen=True)
class Column:
    """A theme across; a broad one sums up its narrow themes when they are folded.

    Attributes
    ----------
    theme, head
        Numbers of the theme, and of the theme that heads its group.
    narrow
        How many narrow themes it sums up; 0 when it is one itself.
    gaps
        Cells below it where nobody works, wards not counted.
    """

    theme: int
    head: int
    narrow: int
    gaps: int


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
        How deep its colour is: 1, 2, 3; of a summary 0 to 3, by the share of themes covered.
    covered, gaps
        Of a summary: its narrow themes where somebody of the place works, and where nobody does.
    single
        Whether its state gets worse when some one organisation leaves.
    """

    number: int
    state: State
    count: int
    needs: int
    depth: int
    covered: int
    gaps: int
    single: bool


@dataclass(frozen=True)
class Row:
    """A municipality down.

    Attributes
    ----------
    city
        Number of the municipality that it is a ward of, or None.
    wards
        How many wards follow it.
    gaps
        Its narrow cells where nobody works.
    """

    municipality: int
    city: int | None
    wards: int
    gaps: int
    cells: list[Cell]


@dataclass(frozen=True)
class HeatMap:
    """The heat map; municipalities and themes go by node number.

    Attributes
    ----------
    columns
        The themes, a broad one before those that it sums up.
    groups
        The head of each group, how many narrow themes there are, and whether it folds; a theme without a broader one
        heads itself.
    rows
        The municipalities by code, the wards of each after it.
    counts
        Number of narrow cells of each state, wards not counted.
    watch
        Gaps to look at first.
    singles
        How many cells lose their state when some one organisation leaves.
    """

    columns: list[Column]
    groups: list[tuple[int, int, bool]]
    rows: list[Row]
    counts: dict[State, int]
    watch: list[Gap]
    gap_count: int
    singles: int
    data: dict[str, object]


def heat_map(findings: Findings, nodes: Nodes) -> HeatMap:
    """Return the heat map of the narrow themes of `findings`, and of the broad ones that sum them up."""
    themes, places = _themes(findings.coverage.themes), _places(findings)
    grid = _grid(findings, themes, places)
    whole = grid[~grid["broad"] & grid["city"].isna()]
    across, down = whole[whole["gap"]], grid[grid["gap"]]["municipality"].value_counts()
    wards = places["city"].value_counts()
    made = list(_cells(grid))
    width = len(themes)
    return HeatMap(
        columns=[
            Column(
                nodes.number[row["theme"]],
                nodes.number[row["head"]],
                row["narrow"],
                int((across["head" if row["narrow"] else "theme"] == row["theme"]).sum()),
            )
            for row in themes.to_dict("records")
        ],
        groups=[
            (nodes.number[str(head)], int((found["narrow"] == 0).sum()), bool(found["narrow"].any()))
            for head, found in themes.groupby("head", sort=False)
        ],
        rows=[
            Row(
                nodes.number[row["municipality"]],
                None if is_missing(row["city"]) else nodes.number[row["city"]],
                int(wards.get(row["municipality"], 0)),
                int(down.get(row["municipality"], 0)),
                made[i * width : (i + 1) * width],
            )
            for i, row in enumerate(places.to_dict("records"))
        ],
        counts={state: int((whole["state"] == state).sum()) for state in State},
        watch=watch_list(findings, nodes),
        gap_count=gap_count(findings),
        singles=int(grid["single"].notna().sum()),
        data=_columns(grid, nodes) | {"gaps": gap_columns(findings, nodes), "single": single_columns(findings, nodes)},
    )


def _themes(narrow: pd.DataFrame) -> pd.DataFrame:
    """Return the themes across, each with the head of its group and how many it sums up."""
    own = set(narrow["theme"])
    heads = [theme if is_missing(broader) else broader for theme, broader in narrow[["theme", "broader"]].to_numpy()]
    found: list[tuple[str, str, int]] = []
    for head, members in groupby(zip(heads, narrow["theme"], strict=True), key=lambda pair: pair[0]):
        themes = [theme for _, theme in members]
        if head not in own:
            found.append((head, head, len(themes)))
        found += [(theme, head, 0) for theme in themes]
    return pd.DataFrame(found, columns=["theme", "head", "narrow"])


def _places(findings: Findings) -> pd.DataFrame:
    """Return the municipalities by code, each with the municipality that it is a ward of, and its wards after it."""
    codes = findings.dataset["Municipality"].set_index("id")["code"]
    leads = findings.dataset["PART_OF"]
    over = dict(zip(leads["start"], leads["end"], strict=True))
    tops = set(findings.coverage.cells["municipality"])
    cities = {place: _city(place, over, tops) for place in {*tops, *findings.wards["municipality"]}}

    def by_code(place: str) -> tuple[bool, str, str]:
        return is_missing(codes[place]), str(codes[place]), place

    # Of wards whose city is not there, nothing is said.
    shown = [place for place, city in cities.items() if city in tops]
    shown.sort(key=lambda place: (by_code(cities[place]), cities[place] != place, by_code(place)))
    found = [(place, None if place in tops else cities[place]) for place in shown]
    return pd.DataFrame(found, columns=["municipality", "city"], dtype="object")


def _city(place: str, over: dict[str, str], tops: set[str]) -> str:
    while place in over and place not in tops:
        place = over[place]
    return place


def _grid(findings: Findings, themes: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Return the cells row by row, with what is said of their columns and rows."""
    found = places.merge(themes, how="cross")
    known = pd.concat([findings.coverage.cells, findings.wards], ignore_index=True)
    found = found.merge(known, on=["municipality", "theme"], how="left", validate="one_to_one")
    found["broad"] = found["narrow"] > 0
    found["gap"] = ~found["broad"] & (found["state"] == State.NONE)
    found["held"] = ~found["broad"] & (found["state"] == State.COVERED)
    sums = found.groupby(["municipality", "head"])[["held", "gap"]].sum().add_suffix("Below")
    single = findings.single_points.cells[["municipality", "theme"]].drop_duplicates().assign(single=True)
    return found.join(sums, on=["municipality", "head"]).merge(single, on=["municipality", "theme"], how="left")


def _cells(grid: pd.DataFrame) -> Iterator[Cell]:
    for i, row in enumerate(grid.to_dict("records")):
        count = int(row["organisations"]) + int(row["collaborations"])
        held, narrow = int(row["heldBelow"]), int(row["narrow"])
        depth = 1 + (count >= _DEEP) + (count >= _DEEPER)
        if narrow:
            depth = (held > 0) + (held * 2 >= narrow) + (held == narrow)
        single = not is_missing(row["single"])
        yield Cell(i, State(row["state"]), count, int(row["openNeeds"]), depth, held, int(row["gapBelow"]), single)


def _columns(grid: pd.DataFrame, nodes: Nodes) -> dict[str, object]:
    """Return what the scripts say of each cell; a summary rests on its narrow cells."""
    return {
        "municipality": [nodes.number[id_] for id_ in grid["municipality"]],
        "theme": [nodes.number[id_] for id_ in grid["theme"]],
        "state": [str(state) for state in grid["state"]],
        **{name: [int(value) for value in grid[name]] for name in _COUNTS},
        "evidence": [
            [] if broad else [nodes.number[id_] for id_ in evidence]
            for broad, evidence in zip(grid["broad"], grid["evidence"], strict=True)
        ],
    }
