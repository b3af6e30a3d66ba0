"""A small, independent reckoning of which municipality has what, to check the sample by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

Tables = Mapping[str, list[dict[str, Any]]]
Cell = tuple[str, str]


def states(tables: Tables, narrow: list[str]) -> dict[Cell, str]:
    """Return covered, neighbour, none or unknown of each municipality and narrow theme.

    Wards count as their city. A cell is covered when an organisation located there works on the theme or a
    collaboration that has not ended addresses it there; neighbour when an organisation from elsewhere that serves
    the municipality works on it; none when the municipality says so or has an open need.
    """
    root = _roots(tables)
    found: dict[Cell, str] = {}
    for state, cells in (
        ("covered", _covered(tables, root)),
        ("neighbour", _served(tables, root)),
        ("none", reported_none(tables)),
        ("none", set(open_needs(tables))),
    ):
        for cell in cells:
            found.setdefault(cell, state)
    return {(m, theme): found.get((m, theme), "unknown") for m in sorted(set(root.values())) for theme in narrow}


def counts(cells: Mapping[Cell, str]) -> dict[str, int]:
    """Return how many cells are in each state."""
    found = Counter(cells.values())
    return {state: found[state] for state in ("covered", "neighbour", "none", "unknown")}


def reported_none(tables: Tables) -> set[Cell]:
    """Return the cells where the municipality said that there is nothing."""
    return {(row["start"], row["end"]) for row in tables.get("REPORTS_NONE", [])}


def open_needs(tables: Tables) -> dict[Cell, list[str]]:
    """Return the open needs of each cell: of those that take place there or are held there."""
    root = _roots(tables)
    homes = {row["start"]: root[row["end"]] for row in tables["LOCATED_IN"]}
    where = _grouped(tables, "TAKES_PLACE_IN")
    themes = _grouped(tables, "ADDRESSES")
    holders = {row["end"]: row["start"] for row in tables.get("HAS_NEED", [])}
    found: dict[Cell, list[str]] = {}
    for need in tables.get("Need", []):
        if need["closedOn"] is None:
            holder = holders[need["id"]]
            there = {homes.get(holder) or root[holder], *(root[place] for place in where[need["id"]])}
            for cell in sorted((m, theme) for m in there for theme in themes[need["id"]]):
                found.setdefault(cell, []).append(need["id"])
    return found


def _roots(tables: Tables) -> dict[str, str]:
    city: dict[str, str] = {row["start"]: row["end"] for row in tables["PART_OF"]}
    ids: list[str] = [row["id"] for row in tables["Municipality"]]
    return {identifier: city.get(identifier, identifier) for identifier in ids}


def _grouped(tables: Tables, kind: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in tables[kind]:
        found[row["start"]].append(row["end"])
    return found


def _covered(tables: Tables, root: Mapping[str, str]) -> set[Cell]:
    themes, homes = _grouped(tables, "WORKS_ON"), _grouped(tables, "LOCATED_IN")
    located = {(root[place], theme) for o, places in homes.items() for place in places for theme in themes[o]}
    return located | set(_collaborating(tables, root))


def _collaborating(tables: Tables, root: Mapping[str, str]) -> Iterator[Cell]:
    addressed, where = _grouped(tables, "ADDRESSES"), _grouped(tables, "TAKES_PLACE_IN")
    for collaboration in tables["Collaboration"]:
        if collaboration["status"] != "ended":
            for place in where[collaboration["id"]]:
                yield from ((root[place], theme) for theme in addressed[collaboration["id"]])


def _served(tables: Tables, root: Mapping[str, str]) -> set[Cell]:
    themes = _grouped(tables, "WORKS_ON")
    return {(root[row["end"]], theme) for row in tables["SERVES"] for theme in themes[row["start"]]}
