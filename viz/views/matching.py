"""Needs and resources: how far each open need has come, what would fit it, and what nobody asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph.analysis import Findings
from graph.schema import START
from viz.table import Nodes, columns


class Standing(StrEnum):
    """How far a need has come; the first that holds."""

    AGREED = "agreed"
    PROPOSED = "proposed"
    FITTING = "fitting"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Matching:
    """Open needs and free resources.

    Attributes
    ----------
    open_count, closed_count, unasked_count
        How many needs are open and closed, and how many resources nobody asked for.
    data
        Of each open need, those that wait longest first: need, standing, fitting (how many fit), lack; of each
        resource that fits one: candidates; the resources that nobody asked for: unasked. Nodes go by number.
    """

    open_count: int
    closed_count: int
    unasked_count: int
    data: Mapping[str, Any]


def matching(findings: Findings, nodes: Nodes) -> Matching:
    """Return the needs and resources of `findings`."""
    table, unasked = findings.needs.table, findings.needs.unasked["resource"]
    found = columns(table)
    candidates: dict[str, list[object]] = columns(findings.needs.resources)
    for name in ("need", "resource"):
        candidates[name] = [nodes.number[str(id_)] for id_ in candidates[name]]
    return Matching(
        open_count=len(table),
        closed_count=len(findings.dataset["Need"]) - len(table),
        unasked_count=len(unasked),
        data={
            "need": [nodes.number[id_] for id_ in table["need"]],
            "standing": _standings(findings, zip(table["need"], table["fitting"], strict=True)),
            "fitting": found["fitting"],
            "lack": found["lack"],
            "unasked": [nodes.number[id_] for id_ in unasked],
            "candidates": candidates,
        },
    )


def _standings(findings: Findings, needs: Iterable[tuple[str, int]]) -> list[Standing]:
    matches = findings.dataset["MATCHED_WITH"]
    statuses: dict[str, set[str]] = defaultdict(set)
    for need, status in zip(matches[START], matches["status"], strict=True):
        statuses[need].add(status)
    return [_standing(statuses[need], fitting) for need, fitting in needs]


def _standing(statuses: set[str], fitting: int) -> Standing:
    if statuses & {"accepted", "done"}:
        return Standing.AGREED
    if "proposed" in statuses:
        return Standing.PROPOSED
    return Standing.FITTING if fitting else Standing.NOTHING
