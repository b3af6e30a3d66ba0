"""What sources say, and what of it holds: of several values the one of the source that comes first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.keys import Key, Row, Rows, ends_of, is_node
from graph.loads.journal import Load
from graph.schema import schema

SOURCES = "sources"
BY_HAND = "\0hand"
"""What people wrote into the database by hand, where it takes part in what is said."""
CLOSED = ""
"""The edition of what no source states any more but which is kept with its end date; it comes last."""
PSEUDO = (BY_HAND, CLOSED)


@dataclass
class Editions:
    """What each source says, the one that comes first first."""

    rows: dict[str, Rows] = field(default_factory=dict)

    def holding(self, keys: Iterable[Key]) -> Rows:
        """Return what all sources together say of `keys`; what none of them states is left out."""
        return {key: row for key in keys if (row := self._holding(key)) is not None}

    def _holding(self, key: Key) -> Row | None:
        stating = [source for source, rows in self.rows.items() if source != CLOSED and key in rows]
        row: Row = {}
        for source in stating or [source for source in (CLOSED,) if key in self.rows.get(CLOSED, {})]:
            complete(row, self.rows[source][key])
        known = [source for source in named(row) if source not in self.rows or source in stating]
        sources = list(dict.fromkeys((*known, *(source for source in stating if source not in PSEUDO))))
        row.pop(SOURCES, None)
        return {**row, SOURCES: sources} if sources else row or None


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


def complete(row: Row, other: Mapping[str, object]) -> None:
    """Give a row what it lacks of another; lists are united."""
    for name, value in other.items():
        known = row.get(name)
        if known is None:
            row[name] = value
        elif isinstance(known, list) and isinstance(value, list):
            row[name] = list(dict.fromkeys((*known, *value)))


def named(row: Mapping[str, object]) -> list[str]:
    """Return the sources that a row names."""
    found = row.get(SOURCES)
    return found if isinstance(found, list) else []


def in_order(rows: Mapping[str, Rows], order: Iterable[str]) -> dict[str, Rows]:
    """Return editions in the order in which their sources count."""
    return {source: rows[source] for source in order if source in rows}


def newest_editions(
    loads: Iterable[Load], sources: Iterable[str], first: Iterable[str] = ()
) -> tuple[dict[str, int], list[str]]:
    """Return the load with each source's newest edition, and all sources in the order in which they count.

    Those kept by hand come before those that others publish, and then the older before the younger.

    Parameters
    ----------
    sources
        Further sources.
    first
        Those of them that are kept by hand.
    """
    newest: dict[str, int] = {}
    since: dict[str, int] = {}
    own = set(first)
    for each in sorted(loads, key=lambda each: each.number):
        if each.state == "done":
            own |= each.first
            for source in each.sources:
                since.setdefault(source, each.number)
            newest |= dict.fromkeys(each.editions, each.number)
    known = dict.fromkeys((*since, *newest, *sources))
    order = sorted(known, key=lambda source: (source not in own, since.get(source, len(since) + 1)))
    return newest, [*(source for source in order if source not in PSEUDO), *PSEUDO]


def _at(key: Key, row: Row, ids: set[str]) -> bool:
    return not is_node(key) and not ids.isdisjoint(ends_of(row))
