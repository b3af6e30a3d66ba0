"""Ids of nodes of which each row states one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from loaders.ledger import Ledger
from loaders.mapping.columns import Columns
from loaders.mapping.model import NodeEntry

_SHOWN_ROWS = 5


def told_apart(
    columns: Columns, node: NodeEntry, active: Sequence[bool], rows: Sequence[int], ledger: Ledger
) -> list[str]:
    """Return an id for each row: by the first template where it tells the rows apart, else by the next that gives any.

    Rows that have the next in common too state the same thing, and keep the first. How many rows lack the first, or
    share it, is noted.
    """
    first = columns.text(node.ids[0])
    rest = columns.first(node.ids[1:])
    groups: dict[str, set[str]] = defaultdict(set)
    for on, identifier, other in zip(active, first, rest, strict=True):
        if on and identifier:
            groups[identifier].add(other)
    shared = {identifier for identifier, others in groups.items() if len(others) > 1}
    lacking = [place for place, (on, text) in enumerate(zip(active, first, strict=True)) if on and not text]
    repeated = [place for place, (on, text) in enumerate(zip(active, first, strict=True)) if on and text in shared]
    for kind, places in (("ids_missing", lacking), ("ids_repeated", repeated)):
        if places:
            header = _header(columns, node, places[0])
            numbers = dict.fromkeys(rows[place] for place in places)
            ledger.tell("note", kind, columns.grid, header, count=len(numbers), lines=_listed(numbers, ledger))
    return [
        other if not identifier or (identifier in shared and other) else identifier
        for identifier, other in zip(first, rest, strict=True)
    ]


def _header(columns: Columns, node: NodeEntry, place: int) -> str:
    """Return the header of what the first template lacks in a row, else of its last column."""
    names = node.ids[0].columns
    empty = [name for name in names if not columns.cells(name)[place].strip()]
    return columns.header((*empty, *names[::-1]))


def _listed(rows: Iterable[int], ledger: Ledger) -> str:
    lines = [str(ledger.line(row)) for row in rows]
    return ", ".join(lines[:_SHOWN_ROWS]) + (" …" if len(lines) > _SHOWN_ROWS else "")
