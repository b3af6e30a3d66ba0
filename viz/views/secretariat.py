"""The ranking and the network without the secretariat."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis import Findings, Horizontal
from graph.frames import is_missing
from viz.table import Nodes

WAYS = ("without", "independent")
"""Without it, and without the collaborations that it takes part in as well."""

_LOSERS = 30


@dataclass(frozen=True)
class Rest:
    """What the other organisations have in one way of leaving the secretariat out.

    Attributes
    ----------
    ties, ties_before
        Ties among them, and ties there are with it.
    share
        Of the ties before, in percent; None without any.
    isolated
        Organisations that have a tie before and none now, the first by number, and how many.
    cut_off
        Those that no longer reach the largest piece, likewise.
    """

    way: str
    ties: int
    ties_before: int
    share: float | None
    isolated: list[int]
    isolated_count: int
    cut_off: list[int]
    cut_off_count: int


@dataclass(frozen=True)
class Secretariat:
    """Who is taken for the secretariat, and what holds without it.

    Attributes
    ----------
    nodes
        Its numbers.
    first
        Ids of those that are first in rank in any way of leaving it out.
    data
        By way: the organisations that bridge then, their ranks, and their betweenness in percent of the greatest.
    """

    nodes: list[int]
    rests: list[Rest]
    first: set[str]
    data: dict[str, dict[str, list[object]]]


def secretariat(findings: Findings, nodes: Nodes, most: int) -> Secretariat | None:
    """Return what holds without the secretariat, with the first `most` of each ranking; None where there is none."""
    if findings.horizontal is None:
        return None
    first: set[str] = set()
    data: dict[str, dict[str, list[object]]] = {}
    for way, brokerage in findings.brokerage_without.items():
        table = brokerage.table[brokerage.table["betweenness"] > 0]
        first |= set(table["organisation"].head(most))
        scores = table["betweenness"]
        data[way] = {
            "organisation": [nodes.number[id_] for id_ in table["organisation"]],
            "rank": [int(rank) for rank in table["rank"]],
            "betweenness": [float(score) for score in scores],
            "share": [round(100 * float(score) / float(scores.max()), 2) for score in scores],
        }
    return Secretariat(
        nodes=[nodes.number[id_] for id_ in findings.horizontal.removed if id_ in nodes.number],
        rests=[_rest(findings.horizontal, way, nodes) for way in WAYS],
        first=first,
        data=data,
    )


def _rest(found: Horizontal, way: str, nodes: Nodes) -> Rest:
    measures = found.measures.set_index("measure")
    ties, before = int(measures[way]["ties"]), int(measures["before"]["ties"])
    lost: dict[str, list[int]] = {"isolated": [], "cutOff": []}
    for organisation, what in zip(found.organisations["organisation"], found.organisations[way], strict=True):
        if not is_missing(what):
            lost[str(what)].append(nodes.number[str(organisation)])
    return Rest(
        way=way,
        ties=ties,
        ties_before=before,
        share=100 * ties / before if before else None,
        isolated=lost["isolated"][:_LOSERS],
        isolated_count=len(lost["isolated"]),
        cut_off=lost["cutOff"][:_LOSERS],
        cut_off_count=len(lost["cutOff"]),
    )
