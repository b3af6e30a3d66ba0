"""Names beside ids."""

from __future__ import annotations

import pandas as pd

from graph.language import language
from graph.network import KnowledgeGraph, targets


def with_organisation(graph: KnowledgeGraph, table: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Return `columns` of a table of organisations, with name, sector and municipality of each."""
    named = names(graph)
    ids = table["organisation"]
    seats = [tuple(sorted(targets(graph, item, "LOCATED_IN"))) for item in ids]
    return table.assign(
        organisationId=ids,
        organisation=ids.map(named),
        sector=pd.Series([graph.nodes[item].get("sector") for item in ids], dtype="object"),
        municipality=["・".join(named[seat] for seat in found) for found in seats],
    )[columns]


def names(graph: KnowledgeGraph) -> dict[str, str]:
    """Return the name of each node; in English its English one, where it has one."""
    key = "nameEn" if language() == "en" else "name"
    return {node: str(data.get(key) or data["name"]) for node, data in graph.nodes(data=True)}
