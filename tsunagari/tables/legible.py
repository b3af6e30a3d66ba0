"""Tables of bridging actors as people read them on a screen: few columns, ranges and counts in one cell."""

from __future__ import annotations

from typing import Any

import pandas as pd

from graph.analysis.kernels import ROLES
from graph.analysis.stability import MISSING
from graph.language import Catalogue

_WHO = ["organisation", "sector", "municipality"]
_JOINED = ["communitiesJoined", "sectorsJoined", "municipalitiesJoined"]


def bridges(table: pd.DataFrame) -> pd.DataFrame:
    """Return who bridges: range of ranks, who, betweenness, how often chance's, q, and what it joins."""
    joined = table.assign(joined=["/".join(map(str, row)) for row in table[_JOINED].itertuples(index=False)])
    if "q" not in table:
        return joined[["rank", *_WHO, "betweenness", "joined", "separated"]]
    ranges = joined.assign(ranks=_ranges(table, "rankLow", "rankHigh"))
    return ranges[["ranks", *_WHO, "betweenness", "ratio", "q", "joined"]]


def stable(table: pd.DataFrame) -> pd.DataFrame:
    """Return the ranks, their ranges, and how often among the first five and ten."""
    found = table[["rank", "organisation"]].assign(ranks=_ranges(table, "rankLow", "rankHigh"))
    for top in ("top5", "top10"):
        found[top] = _percents(table[top])
    for share in MISSING:
        found[f"missing{share}"] = _ranges(table, f"missing{share}Low", f"missing{share}High")
    return found


def composed(table: pd.DataFrame) -> pd.DataFrame:
    """Return the composite ranks, their parts, and the ranks when a part is left out."""
    found = table.assign(leftOut=_ranges(table, "compositeLow", "compositeHigh"))
    parts = [column for column in table if str(column).endswith("Part")]
    return found[["compositeRank", "organisation", "composite", *parts, "leftOut", "rank"]].round(2)


def brokering(table: pd.DataFrame, *, directed: bool) -> pd.DataFrame:
    """Return the roles, count and z in one cell; without direction the two roles that are then one, once."""
    shown = ["total", *(role for role in ROLES if directed or role != "gatekeeper")]
    found = table[["organisation", "group"]].copy()
    for role in shown:
        heading = "eitherWay" if role == "representative" and not directed else role
        found[heading] = [_count(*cell) for cell in zip(table[role], table[f"{role}Z"], strict=True)]
    return found


def interval(low: Any, high: Any) -> str:
    """Return a range of ranks as people write it, such as 1–3."""
    if pd.isna(low):
        return ""
    return str(Catalogue("tsunagari").text("ranges.one" if low == high else "ranges.two", low=low, high=high))


def _ranges(table: pd.DataFrame, low: str, high: str) -> list[str]:
    return [interval(*ends) for ends in zip(table[low], table[high], strict=True)]


def _percents(shares: pd.Series) -> list[str]:
    return ["" if pd.isna(share) else f"{share:.0%}".replace("%", " %") for share in shares]


def _count(count: Any, z: Any) -> str:
    if pd.isna(count):
        return ""
    return f"{count:,.0f}" if pd.isna(z) else f"{count:,.0f} ({z:+.1f})"
