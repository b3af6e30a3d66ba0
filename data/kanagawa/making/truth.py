"""What is planted, as a program should find it, and the proof that it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.kanagawa.making import coverage
from data.kanagawa.making.coverage import Cell, Tables
from data.kanagawa.making.draft import AS_OF, words
from data.kanagawa.making.fit import Fit
from data.kanagawa.making.network import projection, ranking, single_points
from data.kanagawa.making.organisations import Organisation
from data.kanagawa.making.themes import narrow_themes

LEAST_CUT_OFF = 4
BEST_RANKS = 10
LEAST_LEAD = 0.5


class NotPlantedError(Exception):
    """The sample does not hold what its plan says; nothing is written."""


@dataclass(frozen=True)
class Planted:
    """What the making of the sample says that it planted."""

    organisations: Sequence[Organisation]
    empty: Mapping[Cell, Sequence[str]]
    pairs: Sequence[tuple[str, str]]

    def of_role(self, role: str) -> list[Organisation]:
        """Return the organisations that the plan gave this part."""
        return [o for o in self.organisations if o.role == role]


def truth(tables: Tables, planted: Planted) -> dict[str, Any]:
    """Return the planted findings with ids, measures and reasons.

    Raises
    ------
    NotPlantedError
        When a finding is not there, or another one is that should not be.
    """
    nodes = [row for table in tables.values() for row in table if "id" in row]
    names = {row["id"]: (row["name"], row["nameEn"]) for row in nodes}
    return {
        "asOf": AS_OF.isoformat(),
        "coverage": _coverage(tables),
        "emptyCells": _empty_cells(tables, planted, names),
        "bridging": _bridging(tables, planted),
        "singlePoints": _single_points(tables, planted),
        "pairs": _pairs(tables, planted, names),
        "isolated": _isolated(tables, planted),
    }


def _require(holds: bool, what: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise NotPlantedError(what)


def _coverage(tables: Tables) -> dict[str, int]:
    found = coverage.counts(coverage.states(tables, list(narrow_themes())))
    cells = sum(found.values())
    _require(0.25 <= found["covered"] / cells <= 0.45, f"covered cells: {found}")
    _require(0.10 <= found["neighbour"] / cells <= 0.20, f"neighbour cells: {found}")
    _require(25 <= found["none"] <= 40, f"none cells: {found}")
    return found


def _empty_cells(tables: Tables, planted: Planted, names: Mapping[str, tuple[str, str]]) -> list[dict[str, Any]]:
    states = coverage.states(tables, list(narrow_themes()))
    reported, needed = coverage.reported_none(tables), coverage.open_needs(tables)
    found = {cell: needed[cell] for cell, state in states.items() if state == "none" and cell not in reported}
    _require(found == {cell: list(needs) for cell, needs in planted.empty.items()}, "empty cells differ from the plan")
    return [
        {
            "municipality": municipality,
            "theme": theme,
            "needs": needs,
            "reason": {
                "ja": f"{names[municipality][0]}には「{names[theme][0]}」の担い手がなく、課題が{len(needs)}件ある。",
                "en": f"{names[municipality][1]} has nobody for “{names[theme][1]}”; open needs: {len(needs)}.",
            },
        }
        for (municipality, theme), needs in sorted(found.items())
    ]


def _bridging(tables: Tables, planted: Planted) -> list[dict[str, Any]]:
    graph = projection(tables)
    plain, weighted = ranking(graph), ranking(graph, "distance")
    rows = []
    for o in planted.of_role("bridging"):
        ranks = [list(plain).index(o.id) + 1, list(weighted).index(o.id) + 1]
        _require(max(ranks) <= BEST_RANKS, f"{o.id} has betweenness ranks {ranks}")
        areas = [words("areas")[area] for area in (o.area, *(o.actor.reaches if o.actor else ()))]
        rows.append(
            {
                "organisation": o.id,
                "rank": ranks[0],
                "betweenness": round(plain[o.id], 4),
                "rankWeighted": ranks[1],
                "betweennessWeighted": round(weighted[o.id], 4),
                "reason": {
                    "ja": f"{o.name.written}は{'・'.join(area['ja'] for area in areas)}の連携をつないでいる。",
                    "en": f"{o.name.english} joins {', '.join(area['en'] for area in areas)}.",
                },
            }
        )
    return rows


def _single_points(tables: Tables, planted: Planted) -> list[dict[str, Any]]:
    found = single_points(projection(tables), LEAST_CUT_OFF)
    expected = {o.id: o for o in planted.of_role("singlePoint")}
    _require(list(found) == sorted(expected), f"single points of failure: {found}")
    _require(all(len(groups) == 1 for groups in found.values()), "a single point cuts off several groups")
    return [
        {
            "organisation": point,
            "cutsOff": groups[0],
            "reason": {
                "ja": f"{expected[point].name.written}が抜けると、{len(groups[0])}組織がほかから切り離される。",
                "en": f"Without {expected[point].name.english}, {len(groups[0])} are cut off from the rest.",
            },
        }
        for point, groups in found.items()
    ]


def _pairs(tables: Tables, planted: Planted, names: Mapping[str, tuple[str, str]]) -> list[dict[str, Any]]:
    fit = Fit(tables)
    needs = {row["id"]: row for row in tables["Need"]}
    rows = []
    for need, resource in planted.pairs:
        (score, best), (next_score, _), *_ = fit.best(needs[need], tables["Resource"])
        _require(best == resource and score - next_score >= LEAST_LEAD, f"{need} fits {best} by {score - next_score}")
        rows.append(
            {
                "need": need,
                "resource": resource,
                "reason": {
                    "ja": f"「{names[need][0]}」に、テーマ・地域・時期・量がそろうのは「{names[resource][0]}」。",
                    "en": f"{resource} alone meets {need} in theme, municipality, time and amount.",
                },
            }
        )
    return rows


def _isolated(tables: Tables, planted: Planted) -> list[str]:
    found = sorted(o for o, degree in projection(tables).degree() if degree == 0)
    _require(found == sorted(o.id for o in planted.of_role("isolated")), f"isolated organisations: {found}")
    return found
