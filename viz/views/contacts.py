"""What the direct contacts of an organisation are of: groups, sectors, municipalities, by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from graph.analysis import Findings
from graph.frames import is_missing
from graph.network import Form
from viz.table import Nodes

_Value = TypeVar("_Value", int, str)


def contacts(findings: Findings, nodes: Nodes, organisations: list[str]) -> dict[str, list[object]]:
    """Return the groups, sectors and municipalities of the contacts of `organisations`, those of most contacts first.

    Empty where the network keeps collaborations as nodes: it does not say who meets whom.
    """
    if findings.form is Form.BIPARTITE:
        return {"organisation": [], "communities": [], "sectors": [], "municipalities": []}
    around = _around(findings, set(organisations))
    community = findings.communities.of()
    table = findings.dataset["Organisation"]
    sector = {i: s for i, s in zip(table["id"], table["sector"], strict=True) if not is_missing(s)}
    located = seats(findings, nodes)
    rows = [around.get(organisation, []) for organisation in organisations]
    return {
        "organisation": [nodes.number[organisation] for organisation in organisations],
        "communities": [_by_count(int(community[other]) for other in row if community[other]) for row in rows],
        "sectors": [_by_count(sector[other] for other in row if other in sector) for row in rows],
        "municipalities": [_by_count(seat for other in row for seat in located.get(other, [])) for row in rows],
    }


def seats(findings: Findings, nodes: Nodes) -> dict[str, list[int]]:
    """Return the municipalities that each organisation is located in, by number."""
    found: dict[str, list[int]] = {}
    located = findings.dataset["LOCATED_IN"]
    for start, end in zip(located["start"], located["end"], strict=True):
        found.setdefault(start, []).append(nodes.number[end])
    return found


def _around(findings: Findings, wanted: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for a, b in zip(findings.network["start"], findings.network["end"], strict=True):
        for one, other in ((a, b), (b, a)):
            if one in wanted:
                found.setdefault(one, []).append(other)
    return found


def _by_count(values: Iterable[_Value]) -> list[_Value]:
    counts: dict[_Value, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return sorted(counts, key=lambda value: (-counts[value], value))
