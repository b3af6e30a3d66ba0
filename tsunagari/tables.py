"""Findings as the tables that commands print: names beside ids, one row a thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import pandas as pd

from graph.analysis import Findings, State
from graph.frames import rows
from graph.keys import Row
from graph.language import Catalogue, Text, language
from graph.loads import Load, LoadState
from graph.network import knowledge_graph, targets
from graph.schema import END, START, schema
from graph.writing import Change, Difference
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


def difference(found: Difference) -> pd.DataFrame:
    """Return a row for each node or relationship that is created, closed or deleted, and each property that differs."""
    described = schema()
    rows = [
        {
            "change": _kind(change),
            "table": described.table(change.key[0]).name.to(language()),
            "id": " → ".join(change.key[1:3]),
            "name": (change.after or change.before or {}).get("name"),
            "property": name,
            "before": before,
            "after": after,
        }
        for change in found.changes
        for name, before, after in _values(change)
    ]
    return pd.DataFrame(rows, columns=["change", "table", "id", "name", "property", "before", "after"], dtype="object")


def loads(found: Sequence[Load]) -> pd.DataFrame:
    """Return the journal of loads, the newest first."""
    rows = [
        {
            "number": load.number,
            "loadState": load.state,
            "startedAt": f"{load.started:%Y-%m-%d %H:%M}",
            "by": load.by,
            "sources": load.sources,
            "files": tuple(file.name for file in load.files),
            "rows": load.rows,
            "refused": load.refused,
            "created": load.changes.created,
            "updated": load.changes.updated,
            "deleted": load.changes.deleted,
            "closed": load.changes.closed,
            "unchanged": load.changes.unchanged,
            "undoneBy": load.undone_by,
            "sha256": tuple(file.sha256 for file in load.files),
        }
        for load in found
    ]
    return pd.DataFrame(rows, columns=_LOAD, dtype="object")


def _kind(change: Change) -> str:
    if change.closed:
        return "closed"
    return "created" if change.before is None else "deleted" if change.after is None else "updated"


def _values(change: Change) -> list[tuple[str, object, object]]:
    """Return the properties that differ; all in one where a row comes or goes."""
    if change.before is not None and change.after is not None:
        before, after = change.before, change.after
        return [(_property(change, name), before.get(name), after.get(name)) for name in change.properties]
    return [("", _summary(change, change.before), _summary(change, change.after))]


def _summary(change: Change, row: Row | None) -> str | None:
    if row is None:
        return None
    names = [name for name in change.properties if name not in ("id", START, END)]
    values = [(_property(change, name), row[name]) for name in names]
    return ", ".join(f"{name}={'、'.join(value) if isinstance(value, list) else value}" for name, value in values)


def _property(change: Change, name: str) -> str:
    described = schema().table(change.key[0]).properties.get(name)
    return name if described is None else described.name.to(language())


def choices(column: str) -> Mapping[str, Text]:
    """Return the names of the values of a column that has a fixed few."""
    return _CHOICES.get(column, {})


_CHANGES = ("created", "updated", "deleted", "closed")
_LOAD = [
    *("number", "loadState", "startedAt", "by", "sources", "files", "rows", "refused"),
    *("created", "updated", "deleted", "closed", "unchanged", "undoneBy", "sha256"),
]
_CHOICES: Mapping[str, Mapping[str, Text]] = {
    "sector": schema().enumerations["sector"],
    "severity": {key: Catalogue("loaders").text(f"severities.{key}") for key in get_args(Severity)},
    "change": {
        key: Catalogue("tsunagari").text(f"columns.{key}") for key in ("created", "updated", "deleted", "closed")
    },
    "loadState": {key: Catalogue("tsunagari").text(f"loadStates.{key}") for key in get_args(LoadState)},
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
