"""Introductions: who could meet whom, as numbered columns for the page's data."""

from __future__ import annotations

from graph.analysis import Findings
from viz.table import Columns, Nodes, columns


def pairs(findings: Findings, nodes: Nodes) -> Columns:
    """Return `findings.introductions.table` with nodes by number, its pairs as ``a`` and ``b``."""
    table = findings.introductions.table.rename(columns={"organisation": "a", "partner": "b"})
    found = columns(table)
    for name in ("a", "b", "municipality", "theme"):
        found[name] = [None if id_ is None else nodes.number[str(id_)] for id_ in found[name]]
    for name in ("sharedThemes", "sharedAreas", "via"):
        found[name] = [[nodes.number[id_] for id_ in ids] for ids in table[name]]
    return found
