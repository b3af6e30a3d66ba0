"""Relationships to nodes that rows call by name, found when all files are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from graph.schema import END, schema
from loaders.ledger import Ledger
from loaders.roster import Roster
from loaders.sheets import Grid
from loaders.statements import Stated, Statements

_SHOWN_NAMES = 8


def by_name(named: Statements, label: str, grid: Grid, ledger: Ledger) -> Callable[[Roster], Stated]:
    """Return how to state relationships whose ends are names of nodes of `label`, once these are known.

    A name that no node or more than one has makes no relationship, which is noted.
    """

    def stated(roster: Roster) -> Stated:
        names: Sequence[str] = named.columns[END]
        found = {name: _ids(name, label, roster) for name in dict.fromkeys(names)}
        for kind, some in (("names_unknown", _with(found, 0)), ("names_shared", _with(found, 2))):
            if some:
                shown = ", ".join(some[:_SHOWN_NAMES]) + (" …" if len(some) > _SHOWN_NAMES else "")
                table = schema().labels[label].name
                ledger.tell("note", kind, grid, named.headers[END], count=len(some), names=shown, table=table)
        kept = [place for place, name in enumerate(names) if len(found[name]) == 1]
        ends = {END: [found[names[place]][0] for place in kept]}
        return Stated([_kept(named, kept, ends)])

    return stated


def _ids(name: str, label: str, roster: Roster) -> list[str]:
    return [identifier for identifier in roster.ids(name) if roster.label(identifier) == label]


def _with(found: dict[str, list[str]], fewest: int) -> list[str]:
    return [name for name, ids in found.items() if (len(ids) >= fewest if fewest else not ids)]


def _kept(named: Statements, places: Iterable[int], ends: dict[str, list[Any]]) -> Statements:
    kept = list(places)
    columns = {column: [values[place] for place in kept] for column, values in named.columns.items()}
    return replace(named, columns={**columns, **ends}, rows=[named.rows[place] for place in kept])
