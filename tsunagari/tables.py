"""Findings as the tables that commands print: names beside ids, one row a thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pandas as pd

from graph.analysis import Findings, State
from graph.frames import rows
from graph.language import Catalogue, Text
from graph.network import knowledge_graph, targets
from graph.schema import schema
from loaders import Severity


def gaps(findings: Findings, *, every: bool = False) -> pd.DataFrame:
    """Return the cells where nobody works on a theme, those with most open needs first; with `every`, all cells."""
    names = _names(findings)
    cells = findings.coverage.cells if every else findings.coverage.gaps()
    return pd.DataFrame(
        {
            "municipality": cells["municipality"].map(names),
            "theme": cells["theme"].map(names),
            "state": cells["state"],
            "openNeeds": cells["openNeeds"],
            "reportedNone": cells["reportedNone"],
            "organisations": cells["organisations"],
            "neighbours": cells["neighbours"],
            "municipalityId": cells["municipality"],
            "themeId": cells["theme"],
            "evidence": cells["evidence"],
        }
    ).reset_index(drop=True)


def bridges(findings: Findings) -> pd.DataFrame:
    """Return the organisations with their measures, by rank."""
    table = findings.brokerage.table
    return _with_organisation(
        findings,
        table,
        [
            "rank",
            "organisation",
            "sector",
            "municipality",
            "betweenness",
            "constraint",
            "degree",
            "communitiesJoined",
            "sectorsJoined",
            "municipalitiesJoined",
            "themesJoined",
            "separated",
            "organisationId",
        ],
    )


def single_points(findings: Findings) -> pd.DataFrame:
    """Return the organisations without which the network falls apart, the one that cuts off most first."""
    columns = ["organisation", "sector", "municipality", "separated", "rank", "organisationId"]
    return _with_organisation(findings, findings.brokerage.single_points(), columns)


def communities(findings: Findings) -> pd.DataFrame:
    """Return the communities, the largest first."""
    names = _names(findings)
    table = findings.communities.groups.copy()
    for column in ("themes", "municipalities"):
        table[column] = [tuple(names[item] for item in items) for items in table[column]]
    return table


def choices(column: str) -> Mapping[str, Text]:
    """Return the names of the values of a column that has a fixed few."""
    return _CHOICES.get(column, {})


_CHOICES: Mapping[str, Mapping[str, Text]] = {
    "sector": schema().enumerations["sector"],
    "severity": {key: Catalogue("loaders").text(f"severities.{key}") for key in get_args(Severity)},
    "sectors": schema().enumerations["sector"],
    "state": {str(state): Catalogue("viz").text(f"coverage.state.{state}") for state in State},
}


def _with_organisation(findings: Findings, table: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    names = _names(findings)
    graph = knowledge_graph(findings.dataset)
    ids = table["organisation"]
    seats = [tuple(sorted(targets(graph, item, "LOCATED_IN"))) for item in ids]
    return table.assign(
        organisationId=ids,
        organisation=ids.map(names),
        sector=pd.Series([graph.nodes[item].get("sector") for item in ids], dtype="object"),
        municipality=["・".join(names[seat] for seat in found) for found in seats],
    )[columns]


def _names(findings: Findings) -> dict[str, str]:
    return {str(row["id"]): str(row["name"]) for frame in findings.dataset.nodes.values() for row in rows(frame)}
