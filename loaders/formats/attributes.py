"""The columns of a graph tool's sheet, made properties of the schema; what becomes none is counted and said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.schema import END, START, Property, Table
from loaders.cells import Column, Marks, Unreadable
from loaders.issues import sentences, shown
from loaders.ledger import Ledger
from loaders.names import columns_of, fold, values_of
from loaders.sheets import Grid
from loaders.values import parsed

_MOST_NOTES = 20
_STRUCTURE = (START, END, "id")


class Attributes:
    """The cells of `grid`, and which of them have become properties.

    Parameters
    ----------
    rows
        The ledger's numbers of the grid's rows.
    roles
        Positions of columns that are no properties, such as the id.
    """

    def __init__(self, grid: Grid, rows: range, ledger: Ledger, roles: Collection[int]) -> None:
        self.grid = grid
        self.rows = rows
        self.ledger = ledger
        self._roles = roles
        self._used: Counter[int] = Counter()

    def columns(self, table: Table, aliases: Mapping[str, str] | None = None) -> dict[str, int]:
        """Return the position of the column of each property, by key, Japanese or English name.

        Parameters
        ----------
        aliases
            Further names of properties, folded, which count where the table has that property.
        """
        found: dict[str, int] = {}
        for index, header in enumerate(self.grid.headers):
            key = _property(table, header, aliases or {})
            if index not in self._roles and key is not None and key not in found:
                found[key] = index
        return found

    def properties(self, table: Table, found: Mapping[str, int], positions: Sequence[int]) -> dict[str, list[Any]]:
        """Return the values of properties in some of the rows.

        A row is loaded without a value that cannot be read, and refused when the schema requires the value.
        """
        values: dict[str, list[Any]] = {}
        marks = Marks(len(positions))
        for key, index in found.items():
            read = self._read(table, key, index, positions)
            values[key] = read.values
            marks.add(key, read.precisions)
        marks.put(values)
        return values

    def use(self, index: int, count: int) -> None:
        """Say that so many cells of a column have been used."""
        self._used[index] += count

    def tell_unused(self) -> None:
        """Say which columns hold values that became nothing, and how many; beyond a score, in one sentence."""
        left = []
        for index, header in enumerate(self.grid.headers):
            filled = 0 if index in self._roles else self._filled(index)
            if filled > self._used[index]:
                left.append((header, filled - self._used[index]))
        for header, count in left[:_MOST_NOTES]:
            self.ledger.tell("note", "attribute_unused", self.grid, header, count=count)
        if len(left) > _MOST_NOTES:
            self.ledger.tell("note", "attributes_unused", self.grid, count=len(left) - _MOST_NOTES)

    def _filled(self, index: int) -> int:
        cells = zip(self.rows, self.grid.column(index), strict=True)
        return sum(bool(cell.strip()) and row not in self.ledger.refused for row, cell in cells)

    def _read(self, table: Table, key: str, index: int, positions: Sequence[int]) -> Column:
        cells, header = self.grid.column(index), self.grid.headers[index]
        texts = [cells[position] for position in positions]
        self.use(index, sum(map(bool, map(str.strip, texts))))
        described = table.properties[key]
        read = _lists(texts, described) if described.type == "strings" else _plain(table, texts, described)
        # The last day of a range has no column of its own here.
        failures = {**read.failures, **{place: Unreadable("date_range") for place in read.ends}}
        for place, failure in failures.items():
            self._fail(self.rows[positions[place]], failure, header, texts[place], described)
        for place, remarks in read.remarks.items():
            for remark in remarks if place not in failures else ():
                self.ledger.mend(self.rows[positions[place]], remark.kind, header, texts[place], **remark.details)
        kept = [None if place in read.ends else value for place, value in enumerate(read.values)]
        return replace(read, values=kept) if read.ends else read

    def _fail(self, row: int, failure: Unreadable, header: str, text: str, described: Property) -> None:
        if described.required:
            self.ledger.refuse(row, failure.kind, header, text, **failure.details)
        else:
            problem, action = sentences(failure.kind, value=shown(text), column=header, **failure.details)
            self.ledger.mend_because(row, problem, action, header, text, kind=failure.kind)


def _property(table: Table, header: str, aliases: Mapping[str, str]) -> str | None:
    key = columns_of(table.key).get(fold(header)) or aliases.get(fold(header))
    return None if key in _STRUCTURE or key not in table.properties else key


def _plain(table: Table, texts: Sequence[str], described: Property) -> Column:
    choices = values_of(table.key, described.key) if described.choices is not None else None
    return parsed(texts, described, choices=choices)


def _lists(texts: Sequence[str], described: Property) -> Column:
    """Read lists: JSON where it is JSON, else items with the usual marks between them."""
    given = {place: items for place, text in enumerate(texts) if (items := json_items(text)) is not None}
    read = parsed(["" if place in given else text for place, text in enumerate(texts)], described)
    bad = parsed(["".join(items) for items in given.values()], None).failures
    failures: dict[int, Unreadable] = {**read.failures, **{list(given)[place]: why for place, why in bad.items()}}
    values = [given.get(place) if place in given else value for place, value in enumerate(read.values)]
    return Column([None if place in failures else value for place, value in enumerate(values)], failures)


def json_items(text: str) -> tuple[str, ...] | None:
    """Return the items of a JSON list of texts, or None when it is none.

    Examples
    --------
    >>> json_items('["a;b", "c"]'), json_items("a;b")
    (('a;b', 'c'), None)
    """
    if not text.lstrip().startswith("["):
        return None
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return tuple(items) if isinstance(items, list) and all(isinstance(item, str) for item in items) else None
