"""The gaps in the order of their score: what makes it, who and what could help; and what hangs on one organisation."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from graph.analysis import Findings
from graph.analysis.gaps import PARTS, WEIGHTS
from viz.table import Nodes, plain

_WATCHED = 100


@dataclass(frozen=True)
class Gap:
    """A gap of the watch list; municipality and theme by node number.

    Attributes
    ----------
    points
        Its score, of 100.
    km
        To the nearest organisation that works on the theme, or None.
    resources
        How many could serve it.
    """

    rank: int
    municipality: int
    theme: int
    points: int
    needs: int
    reported: bool
    km: float | None
    resources: int


def watch_list(findings: Findings, nodes: Nodes) -> list[Gap]:
    """Return the first of the gaps by their score."""
    nearest = findings.gaps.helpers.drop_duplicates(["municipality", "theme"])
    found = (
        _here(findings, findings.gaps.table)
        .head(_WATCHED)
        .merge(nearest[["municipality", "theme", "km"]], on=["municipality", "theme"], how="left")
    )
    return [
        Gap(
            row["rank"],
            nodes.number[row["municipality"]],
            nodes.number[row["theme"]],
            round(100 * row["score"]),
            int(row["openNeeds"]),
            bool(row["reportedNone"]),
            None if pd.isna(row["km"]) else round(float(row["km"]), 1),
            int(row["resourcesFitting"]),
        )
        for row in found.to_dict("records")
    ]


def gap_count(findings: Findings) -> int:
    """Return how many gaps there are."""
    return len(_here(findings, findings.gaps.table))


def gap_columns(findings: Findings, nodes: Nodes) -> dict[str, object]:
    """Return each gap with the parts of its score and their weights, and the helpers and resources of each."""
    table, helpers, resources = (
        _here(findings, rows) for rows in (findings.gaps.table, findings.gaps.helpers, findings.gaps.resources)
    )
    counts = ["openNeeds", "population", "workers", "resourcesFitting"]
    return {
        "weights": dict(WEIGHTS),
        "cell": _crossings(table, nodes),
        **{name: [plain(value) for value in table[name]] for name in ("rank", "score", *counts)},
        "parts": [[_short(row[part]) for part in PARTS] for row in table.to_dict("records")],
        "helpers": [
            [nodes.number[row["organisation"]], _short(row["km"]), plain(row["borders"]), plain(row["steps"])]
            for row in helpers.to_dict("records")
        ],
        "helperCell": _crossings(helpers, nodes),
        "resources": [
            [nodes.number[row["resource"]], str(row["fit"]), _short(row["km"])] for row in resources.to_dict("records")
        ],
        "resourceCell": _crossings(resources, nodes),
    }


def single_columns(findings: Findings, nodes: Nodes) -> dict[str, list[object]]:
    """Return the cells that hang on one organisation, on which, and what they would be without it."""
    found = findings.single_points.cells
    return {
        "cell": _crossings(found, nodes),
        "organisation": [nodes.number[id_] for id_ in found["organisation"]],
        "after": [str(state) for state in found["after"]],
    }


def _here(findings: Findings, table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of municipalities that the coverage has: a page of one has not its neighbours' gaps."""
    return table[table["municipality"].isin(findings.coverage.cells["municipality"])]


def _crossings(table: pd.DataFrame, nodes: Nodes) -> list[object]:
    return [f"{nodes.number[m]} {nodes.number[t]}" for m, t in zip(table["municipality"], table["theme"], strict=True)]


def _short(value: object) -> object:
    value = plain(value)
    return round(value, 3) if isinstance(value, float) else value
