"""How well a resource fits a need: a plain score, to check the planted pairs by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from data.kanagawa.making.coverage import Tables
from data.kanagawa.making.draft import AS_OF

Row = dict[str, Any]


class Fit:
    """Scores resources for needs.

    One point each for the theme (half for a theme beside it), the municipality (half for one next to it), being
    available on the day of the sample, and the share of the amount that the capacity meets.
    """

    def __init__(self, tables: Tables) -> None:
        city = {row["start"]: row["end"] for row in tables["PART_OF"]}
        self._root = {row["id"]: city.get(row["id"], row["id"]) for row in tables["Municipality"]}
        self._adjacent = {frozenset((row["start"], row["end"])) for row in tables["ADJACENT_TO"]}
        self._theme = {row["start"]: row["end"] for row in tables["ADDRESSES"]}
        self._place = {row["start"]: self._root[row["end"]] for row in tables["TAKES_PLACE_IN"]}
        self._broader = {row["start"]: row["end"] for row in tables["BROADER"]}

    def score(self, need: Row, resource: Row) -> float:
        """Return 0 to 4."""
        met: float = min(1.0, resource["capacity"] / need["amount"])
        return self._themes(need, resource) + self._places(need, resource) + _available(resource, AS_OF) + met

    def best(self, need: Row, resources: Iterable[Row]) -> list[tuple[float, str]]:
        """Return the scores and ids of the resources, best first."""
        return sorted(((self.score(need, r), r["id"]) for r in resources), key=lambda pair: (-pair[0], pair[1]))

    def _themes(self, need: Row, resource: Row) -> float:
        first, second = self._theme[need["id"]], self._theme[resource["id"]]
        return 1.0 if first == second else 0.5 * (self._broader[first] == self._broader[second])

    def _places(self, need: Row, resource: Row) -> float:
        first, second = self._place[need["id"]], self._place[resource["id"]]
        return 1.0 if first == second else 0.5 * (frozenset((first, second)) in self._adjacent)


def _available(resource: Row, on: dt.date) -> float:
    return float(resource["availableFrom"] <= on and (resource["availableUntil"] or on) >= on)
