"""What sources say, and what of it holds: of several values the one of the source that comes first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.keys import Key, Row, Rows, ends_of, is_node
from graph.schema import schema

SOURCES = "sources"
CLOSED = ""
"""The edition of what no source states any more but which is kept with its end date; it comes last."""


@dataclass
class Editions:
    """What each source says, the one that comes first first."""

    rows: dict[str, Rows] = field(default_factory=dict)

    def holding(self, keys: Iterable[Key]) -> Rows:
        """Return what all sources together say of `keys`; what none of them states is left out."""
        return {key: row for key in keys if (row := self._holding(key)) is not None}

    def _holding(self, key: Key) -> Row | None:
        stating = [source for source, rows in self.rows.items() if source != CLOSED and key in rows]
        if not stating:
            closed = self.rows.get(CLOSED, {}).get(key)
            return None if closed is None else dict(closed)
        row: Row = {}
        for source in stating:
            _complete(row, self.rows[source][key])
        named = [source for source in _sources(row) if source not in self.rows or source in stating]
        row[SOURCES] = list(dict.fromkeys((*named, *stating)))
        return row


def replaced(old: Rows, new: Rows, tables: frozenset[str] | None) -> Rows:
    """Return the next edition of a source: `new`, and what `old` says in tables that the new files do not have.

    Parameters
    ----------
    tables
        The tables that the files have; None when they have all that the source says.
    """
    if tables is None:
        return new
    gone = {key[1] for key in old if is_node(key) and key[0] in tables and key not in new}
    kept = {key: row for key, row in old.items() if key[0] not in tables and not _at(key, row, gone)}
    return {**kept, **new}


def closed(key: Key, row: Row, today: dt.date) -> Row | None:
    """Return the row with its end, when it is of a kind that begins and ends and has begun; else None."""
    span = schema().table(key[0]).span
    if span is None or span[0] not in row:
        return None
    return {name: value for name, value in {span[1]: today, **row}.items() if name != SOURCES}


def _complete(row: Row, other: Mapping[str, object]) -> None:
    for name, value in other.items():
        known = row.get(name)
        if known is None:
            row[name] = value
        elif isinstance(known, list) and isinstance(value, list):
            row[name] = list(dict.fromkeys((*known, *value)))


def _sources(row: Row) -> list[str]:
    found = row.get(SOURCES)
    return found if isinstance(found, list) else []


def _at(key: Key, row: Row, ids: set[str]) -> bool:
    return not is_node(key) and not ids.isdisjoint(ends_of(row))
