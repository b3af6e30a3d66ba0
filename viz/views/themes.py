"""Themes: candidate working groups with their would-be members, pairs that members share, themes that may be one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graph.analysis import Findings
from graph.analysis.themes import Basis, Role
from graph.schema import schema
from viz.legend import tree
from viz.table import Nodes, plain

_PAIRS_SHOWN = 30
_DUPLICATES_SHOWN = 50


@dataclass(frozen=True)
class Member:
    """A would-be member of a working group.

    Attributes
    ----------
    themes
        Numbers of the group's themes that it works on.
    partners
        How many of the core it is tied with.
    sectors, municipalities
        What it brings that the core lacks: keys, and node numbers.
    """

    node: int
    themes: list[int]
    partners: int
    sectors: list[str]
    municipalities: list[int]


@dataclass(frozen=True)
class Group:
    """A candidate working group; themes and municipalities by node number, sectors by key.

    Attributes
    ----------
    shared
        Whether members that share the themes beyond chance put it together, rather than the tree of themes.
    least_q
        The least q of pairs of its themes; None where no member works on two.
    workers, core_size
        Organisations that work on any of the themes, and on several.
    tied, pairs
        Pairs of the core that collaborate or have declared a tie, of all.
    core, invited
        Those that work on several of the themes, and those that would bring what the core lacks.
    """

    number: int
    shared: bool
    least_q: float | None
    themes: list[int]
    workers: int
    core_size: int
    tied: int
    pairs: int
    sectors: list[str]
    sectors_absent: list[str]
    municipalities: list[int]
    municipalities_absent: list[int]
    core: list[Member]
    invited: list[Member]


@dataclass(frozen=True)
class Pair:
    """Two themes with members in common.

    Attributes
    ----------
    share, expected_share
        Members in common, and those expected by chance, in percent of the most that are shown.
    """

    theme: int
    other: int
    common: int
    expected: float
    lift: float
    q: float
    validated: bool
    related: bool
    share: float
    expected_share: float


@dataclass(frozen=True)
class Duplicate:
    """Two themes that may be one; `kept` has more members."""

    kept: int
    merged: int
    evidence: str
    similarity: float
    common: int
    kept_members: int
    merged_members: int
    related: bool


@dataclass(frozen=True)
class ThemeRow:
    """A theme in its tree with how many organisations work on it; on a broad one, on any below it.

    Attributes
    ----------
    share
        Those in percent of the most.
    """

    theme: int
    depth: int
    members: int
    share: float


@dataclass(frozen=True)
class ThemesView:
    """What the view shows.

    Attributes
    ----------
    members
        Organisations that work on any theme.
    pairs
        The pairs that chance explains least, the first of `pair_count`; `validated` of them are beyond chance.
    duplicates
        Those with most evidence, the first of `duplicate_count`.
    """

    rows: list[ThemeRow]
    members: int
    groups: list[Group]
    pairs: list[Pair]
    pair_count: int
    validated: int
    duplicates: list[Duplicate]
    duplicate_count: int
    data: dict[str, Any]


def themes_view(findings: Findings, nodes: Nodes) -> ThemesView:
    """Return the view of the themes of `findings`."""
    found = findings.themes
    return ThemesView(
        rows=_rows(findings, nodes),
        members=len(found.who.members),
        groups=[_group(row, findings, nodes) for row in found.groups.to_dict("records")],
        pairs=_pairs(found.pairs.head(_PAIRS_SHOWN), nodes),
        pair_count=len(found.pairs),
        validated=int(found.pairs["validated"].sum()),
        duplicates=[
            Duplicate(
                *(nodes.number[row["keep"]], nodes.number[row["merge"]], row["evidence"], row["nameSimilarity"]),
                *(row["common"], row["keepMembers"], row["mergeMembers"], row["related"]),
            )
            for row in found.duplicates.head(_DUPLICATES_SHOWN).to_dict("records")
        ],
        duplicate_count=len(found.duplicates),
        data=_data(findings, nodes),
    )


def _rows(findings: Findings, nodes: Nodes) -> list[ThemeRow]:
    who = findings.themes.who
    columns = {theme: i for i, theme in enumerate(who.themes)}
    shown = tree(findings, nodes, "Theme", "BROADER")
    counts = []
    for i, (depth, number) in enumerate(shown):
        below = [number]
        for deeper, other in shown[i + 1 :]:
            if deeper <= depth:
                break
            below.append(other)
        own = [columns[id_] for id_ in (nodes.ids[each] for each in below) if id_ in columns]
        counts.append(int(who.matrix[:, own].any(axis=1).sum()))
    most = max([*counts, 1])
    return [
        ThemeRow(number, depth, count, 100 * count / most) for (depth, number), count in zip(shown, counts, strict=True)
    ]


def _group(row: Mapping[Any, Any], findings: Findings, nodes: Nodes) -> Group:
    members = findings.themes.members
    own = members[members["group"] == row["group"]]
    by_role = {
        role: [_member(member, nodes) for member in own[own["role"] == role].to_dict("records")] for role in Role
    }
    pairs = findings.themes.pairs
    inside = pairs[pairs["theme"].isin(row["themes"]) & pairs["otherTheme"].isin(row["themes"])]
    return Group(
        number=row["group"],
        shared=row["basis"] == Basis.MEMBERS,
        least_q=float(inside["q"].min()) if len(inside) else None,
        themes=_numbers(row["themes"], nodes),
        workers=row["workers"],
        core_size=row["core"],
        tied=row["tiedPairs"],
        pairs=row["pairs"],
        sectors=_sectors(row["sectors"]),
        sectors_absent=_sectors(row["sectorsAbsent"]),
        municipalities=_numbers(row["municipalities"], nodes),
        municipalities_absent=_numbers(row["municipalitiesAbsent"], nodes),
        core=by_role[Role.CORE],
        invited=by_role[Role.INVITED],
    )


def _member(row: Mapping[Any, Any], nodes: Nodes) -> Member:
    return Member(
        nodes.number[row["organisation"]],
        _numbers(row["themes"], nodes),
        row["partners"],
        _sectors(row["brings"]),
        _numbers(row["brings"], nodes),
    )


def _numbers(ids: Iterable[str], nodes: Nodes) -> list[int]:
    return [nodes.number[id_] for id_ in ids if id_ in nodes.number]


def _sectors(keys: Iterable[str]) -> list[str]:
    """Return those of `keys` that are sectors, in the order of the schema."""
    return [key for key in schema().enumerations["sector"] if key in set(keys)]


def _pairs(table: pd.DataFrame, nodes: Nodes) -> list[Pair]:
    most = max(table["common"].max(), table["expected"].max()) if len(table) else 1
    return [
        Pair(
            *(nodes.number[row["theme"]], nodes.number[row["otherTheme"]], row["common"], row["expected"]),
            *(row["lift"], row["q"], row["validated"], row["related"]),
            *(100 * row["common"] / most, 100 * row["expected"] / most),
        )
        for row in table.to_dict("records")
    ]


def _data(findings: Findings, nodes: Nodes) -> dict[str, Any]:
    """Return what the scripts draw and save."""
    pairs, members, groups = findings.themes.pairs, findings.themes.members, findings.themes.groups
    measures = ["members", "otherMembers", "common", "expected", "lift", "jaccard", "p", "q", "validated"]
    return {
        "pairs": {
            "theme": [nodes.number[id_] for id_ in pairs["theme"]],
            "other": [nodes.number[id_] for id_ in pairs["otherTheme"]],
            **{name: [_short(value) for value in pairs[name]] for name in measures},
        },
        "groups": {
            "group": groups["group"].tolist(),
            "basis": [str(basis) for basis in groups["basis"]],
            "themes": [_numbers(ids, nodes) for ids in groups["themes"]],
        },
        "members": {
            "group": members["group"].tolist(),
            "organisation": [nodes.number[id_] for id_ in members["organisation"]],
            "role": [str(role) for role in members["role"]],
            "themes": [_numbers(ids, nodes) for ids in members["themes"]],
            "partners": members["partners"].tolist(),
            "sectors": [_sectors(keys) for keys in members["brings"]],
            "municipalities": [_numbers(ids, nodes) for ids in members["brings"]],
        },
    }


def _short(value: object) -> object:
    value = plain(value)
    return round(value, 4) if isinstance(value, float) else value
