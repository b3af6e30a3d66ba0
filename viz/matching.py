"""Needs and resources: what was proposed and decided, what would fit, what has nothing, and what nobody asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph.analysis import Findings, Lack
from graph.frames import rows
from graph.schema import END, START
from viz.table import Columns, Nodes, columns

_SHOWN = 200


class Standing(StrEnum):
    """How far a need has come; the first that holds."""

    AGREED = "agreed"
    PROPOSED = "proposed"
    FITTING = "fitting"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Offered:
    """A resource, by number, with those who offer it, its themes and places."""

    node: int
    kind: str | None
    capacity: float | None
    since: str | None
    until: str | None
    owners: list[int]
    themes: list[int]
    places: list[int]


@dataclass(frozen=True)
class Match:
    """A resource that somebody brought together with a need; `status` is a value of `MATCHED_WITH`."""

    offered: Offered
    status: str
    score: float | None
    reasons: tuple[str, ...]
    on: str | None
    by: str | None


@dataclass(frozen=True)
class Candidate:
    """A resource that fits a need by theme (`fit`), `same` municipality or `km` away; nobody has judged it."""

    offered: Offered
    fit: str
    same: bool
    km: float | None


@dataclass(frozen=True)
class Need:
    """An open need, by number; `fitting` is how many resources fit, `lack` why none does."""

    node: int
    standing: Standing
    since: str | None
    amount: float | None
    group: str | None
    owners: list[int]
    themes: list[int]
    places: list[int]
    matches: list[Match]
    candidates: list[Candidate]
    fitting: int
    lack: Lack | None


@dataclass(frozen=True)
class Matching:
    """Open needs, those that wait longest first, and resources that nobody asked for.

    Attributes
    ----------
    open_count, closed_count, resource_count, unasked_count
        How many there are in all; `needs` and `unasked` hold the first two hundred.
    """

    needs: list[Need]
    unasked: list[Offered]
    open_count: int
    closed_count: int
    resource_count: int
    unasked_count: int
    data: Mapping[str, Any]


def matching(findings: Findings, nodes: Nodes) -> Matching:
    """Return the needs and resources of `findings`."""
    make = _Maker(findings, nodes)
    table, unasked = findings.needs.table, findings.needs.unasked["resource"]
    standings = [make.standing(*pair) for pair in zip(table["need"], table["fitting"], strict=True)]
    return Matching(
        needs=list(make.needs(_SHOWN)),
        unasked=[make.offered(id_) for id_ in unasked.head(_SHOWN)],
        open_count=len(table),
        closed_count=len(findings.dataset["Need"]) - len(table),
        resource_count=len(findings.dataset["Resource"]),
        unasked_count=len(unasked),
        data={
            "need": make.numbers(table["need"]),
            "standing": [str(standing) for standing in standings],
            "lack": columns(table)["lack"],
            "unasked": make.numbers(unasked),
            "candidates": _candidates(findings, nodes),
        },
    )


def _candidates(findings: Findings, nodes: Nodes) -> Columns:
    found = columns(findings.needs.resources)
    for name in ("need", "resource"):
        found[name] = [nodes.number[str(id_)] for id_ in found[name]]
    return found


class _Maker:
    """Makes needs and resources from the tables of a Dataset."""

    def __init__(self, findings: Findings, nodes: Nodes) -> None:
        self.nodes, self.table = nodes, findings.needs.table
        dataset = findings.dataset
        self.ends: dict[str, dict[str, list[int]]] = {}
        for kind, near, far in (
            ("ADDRESSES", START, END),
            ("TAKES_PLACE_IN", START, END),
            ("HAS_NEED", END, START),
            ("OFFERS", END, START),
        ):
            self.ends[kind] = defaultdict(list)
            for one, other in zip(dataset[kind][near], dataset[kind][far], strict=True):
                self.ends[kind][one].append(nodes.number[other])
        self.matched: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows(dataset["MATCHED_WITH"]):
            self.matched[str(row[START])].append(row)
        self.fitting: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows(findings.needs.resources):
            self.fitting[str(row["need"])].append(row)

    def numbers(self, ids: Any) -> list[int]:
        return [self.nodes.number[id_] for id_ in ids]

    def standing(self, need: str, fitting: Any) -> Standing:
        statuses = {row["status"] for row in self.matched[need]}
        if statuses & {"accepted", "done"}:
            return Standing.AGREED
        if "proposed" in statuses:
            return Standing.PROPOSED
        return Standing.FITTING if fitting else Standing.NOTHING

    def needs(self, most: int) -> Iterator[Need]:
        for row in rows(self.table.head(most)):
            id_ = str(row["need"])
            number, fitting, lack = self.nodes.number[id_], row["fitting"], row.get("lack")
            yield Need(
                node=number,
                standing=self.standing(id_, fitting),
                since=self.nodes.value(number, "openedOn"),
                amount=self.nodes.value(number, "amount"),
                group=self.nodes.value(number, "targetGroup"),
                owners=self.ends["HAS_NEED"][id_],
                themes=self.ends["ADDRESSES"][id_],
                places=self.ends["TAKES_PLACE_IN"][id_],
                matches=[self._match(match) for match in self.matched[id_]],
                candidates=[self._candidate(found) for found in self.fitting[id_]],
                fitting=int(str(fitting)),
                lack=None if lack is None else Lack(str(lack)),
            )

    def offered(self, id_: str) -> Offered:
        number = self.nodes.number[id_]
        kind, capacity, since, until = (
            self.nodes.value(number, name) for name in ("kind", "capacity", "availableFrom", "availableUntil")
        )
        owners, themes, places = (self.ends[kind][id_] for kind in ("OFFERS", "ADDRESSES", "TAKES_PLACE_IN"))
        return Offered(number, kind, capacity, since, until, owners, themes, places)

    def _match(self, row: Mapping[str, Any]) -> Match:
        day = row.get("decidedOn")
        return Match(
            self.offered(row[END]),
            row["status"],
            row.get("score"),
            row.get("reasons", ()),
            None if day is None else str(day),
            row.get("decidedBy"),
        )

    def _candidate(self, row: Mapping[str, Any]) -> Candidate:
        return Candidate(self.offered(row["resource"]), str(row["fit"]), bool(row["same"]), row.get("km"))
