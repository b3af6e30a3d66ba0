"""Introductions: who could meet whom, gap by gap, with the reasons; and all pairs as columns for the page's data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.analysis import Closes, Findings
from graph.frames import rows
from viz.table import Columns, Nodes, columns

_SHOWN = 200


@dataclass(frozen=True)
class Meeting:
    """Two organisations that could meet; nodes go by number.

    Attributes
    ----------
    a, b
        The two.
    themes, areas
        What both work on, and where both are or work.
    steps
        Ties between them now, or None without a way.
    via
        Who lies between them.
    secretariat
        Whether the way leads through the secretariat.
    municipality, borders, km
        Of an isolate: where the other is or works, and how far that is; km is None where positions are not known.
    """

    a: int
    b: int
    themes: list[int]
    areas: list[int]
    steps: int | None
    via: list[int]
    secretariat: bool
    municipality: int | None
    borders: int | None
    km: float | None


@dataclass(frozen=True)
class Opening:
    """A gap, and the meetings that would close it.

    Attributes
    ----------
    communities
        Of a hole, the two.
    observed, expected
        Of a hole: weight of the ties between them, and what their other ties would give.
    organisation
        Of an isolation, who is tied to nobody.
    """

    kind: Closes
    communities: tuple[int, int] | None = None
    observed: float | None = None
    expected: float | None = None
    organisation: int | None = None
    meetings: list[Meeting] = field(default_factory=list)


@dataclass(frozen=True)
class IntroductionsView:
    """The gaps that meetings would close, those to look at first on top.

    Attributes
    ----------
    count, shown
        How many pairs there are, and how many of them stand here.
    untied
        How many organisations are tied to nobody.
    left
        How many of them have nobody near on their themes.
    """

    openings: list[Opening]
    count: int
    shown: int
    untied: int
    left: int
    ties: int
    data: None = None


def introductions(findings: Findings, nodes: Nodes) -> IntroductionsView:
    """Return the introductions of `findings` by the gap they close."""
    table = findings.introductions.table
    removed = findings.horizontal.removed if findings.horizontal else ()
    openings: dict[object, Opening] = {}
    for row in rows(table.head(_SHOWN)):
        key = _key(row)
        if key not in openings:
            openings[key] = _opening(row, nodes)
        openings[key].meetings.append(_meeting(row, nodes, set(removed)))
    untied = findings.isolates.table.query("ties == 0")["organisation"]
    met = {*table["organisation"], *table["partner"]}
    return IntroductionsView(
        openings=list(openings.values()),
        count=len(table),
        shown=min(len(table), _SHOWN),
        untied=len(untied),
        left=sum(organisation not in met for organisation in untied),
        ties=len(findings.network),
    )


def pairs(findings: Findings, nodes: Nodes) -> Columns:
    """Return `findings.introductions.table` with nodes by number, its pairs as ``a`` and ``b``."""
    table = findings.introductions.table.rename(columns={"organisation": "a", "partner": "b"})
    found = columns(table)
    for name in ("a", "b", "municipality", "theme"):
        found[name] = [None if id_ is None else nodes.number[str(id_)] for id_ in found[name]]
    for name in ("sharedThemes", "sharedAreas", "via"):
        found[name] = [[nodes.number[id_] for id_ in ids] for ids in table[name]]
    return found


def _key(row: Mapping[str, Any]) -> object:
    return (row["community"], row["otherCommunity"]) if row["kind"] == Closes.HOLE else row["organisation"]


def _opening(row: Mapping[str, Any], nodes: Nodes) -> Opening:
    if row["kind"] == Closes.HOLE:
        communities = (int(row["community"]), int(row["otherCommunity"]))
        return Opening(Closes.HOLE, communities, row["observed"], row["expected"])
    return Opening(Closes.ISOLATE, organisation=nodes.number[row["organisation"]])


def _meeting(row: Mapping[str, Any], nodes: Nodes, secretariat: set[str]) -> Meeting:
    number = nodes.number
    via = row.get("via", ())
    municipality, steps, borders = row.get("municipality"), row.get("steps"), row.get("borders")
    return Meeting(
        a=number[row["organisation"]],
        b=number[row["partner"]],
        themes=[number[id_] for id_ in row.get("sharedThemes", ())],
        areas=[number[id_] for id_ in row.get("sharedAreas", ())],
        steps=None if steps is None else int(steps),
        via=[number[id_] for id_ in via],
        secretariat=not secretariat.isdisjoint(via),
        municipality=None if municipality is None else number[municipality],
        borders=None if borders is None else int(borders),
        km=row.get("km"),
    )
