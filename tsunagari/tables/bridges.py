"""Organisations that bridge others."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from graph.analysis import BrokerageRoles, By, Composite, Study
from graph.analysis.brokerage import COLUMNS
from graph.analysis.kernels import ROLES
from graph.schema import schema
from tsunagari.tables.names import names, with_organisation

_WHO = ("organisation", "sector", "municipality")
_CHANCE = ("expected", "ratio", "z", "p", "q")


def bridges(study: Study, *, drawn: bool = True) -> pd.DataFrame:
    """Return the organisations with their measures, by rank; `drawn`: with chance and intervals of ranks."""
    table = study.brokerage.table
    columns = ["rank", *_WHO, *COLUMNS[2:]]
    if drawn:
        table = table.merge(study.significance.table[["organisation", *_CHANCE]], on="organisation")
        table = table.merge(study.stability.table, on="organisation")
        columns += [*_CHANCE, *study.stability.table.columns[1:]]
    return with_organisation(study.graph, table, [*columns, "organisationId"])


def stable(study: Study) -> pd.DataFrame:
    """Return the organisations with the intervals of their ranks, by rank."""
    table = study.brokerage.table[["rank", "organisation"]].merge(study.stability.table, on="organisation")
    return with_organisation(study.graph, table, ["rank", *_WHO, *study.stability.table.columns[1:], "organisationId"])


def composed(study: Study, found: Composite) -> pd.DataFrame:
    """Return the organisations by composite rank, with its parts and the rank by betweenness."""
    table = found.table.merge(study.brokerage.table[["rank", "organisation"]], on="organisation")
    parts = [f"{name}Part" for name in found.weights]
    columns = ["compositeRank", *_WHO, "composite", *parts, "compositeLow", "compositeHigh", "rank", "organisationId"]
    return with_organisation(study.graph, table, columns)


def brokering(study: Study, found: BrokerageRoles, by: By) -> pd.DataFrame:
    """Return the organisations with their brokerage roles, the one that brokers most first."""
    named: Mapping[str, object] = names(study.graph)
    if by is By.SECTOR:
        named = schema().enumerations["sector"]
    groups = [str(named.get(group, group)) if group is not None else None for group in found.table["group"]]
    counts = [f"{role}{part}" for role in ("total", *ROLES) for part in ("", "Expected", "Z")]
    table = found.table.assign(group=pd.Series(groups, dtype="object"))
    return with_organisation(study.graph, table, ["organisation", "group", *counts, "organisationId"])
