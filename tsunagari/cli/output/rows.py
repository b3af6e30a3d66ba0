"""A table on its way out: columns, and rows that may still be coming."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from graph.frames import native
from graph.language import Catalogue, Text
from queries.plain import legible
from tsunagari import tables

Row = Sequence[object]


@dataclass(frozen=True)
class Rows:
    """A table whose rows can be read once.

    Attributes
    ----------
    headings
        What people read above a column, where it is not the catalogue's.
    own
        Whether columns and values are the program's own, which it has words for; those of others stay as they are.
    """

    columns: Sequence[str]
    rows: Iterable[Row]
    headings: Mapping[str, str] = field(default_factory=dict)
    own: bool = True

    @classmethod
    def of(cls, frame: pd.DataFrame, headings: Mapping[str, str] | None = None) -> Rows:
        """Return the rows of a DataFrame in plain Python."""
        rows = ([native(value) for value in row] for row in frame.itertuples(index=False))
        return cls([str(column) for column in frame.columns], rows, headings or {})

    def worded(self) -> Rows:
        """Return it as people read it: headings and fixed values in the current language, lists joined."""
        choices = [tables.choices(column) if self.own else {} for column in self.columns]
        words = _Words()
        rows = ([words.word(value, names) for value, names in zip(row, choices, strict=True)] for row in self.rows)
        return Rows(_headings(self.columns, self.headings) if self.own else self.columns, rows)

    def started(self, count: int = 100) -> tuple[list[Row], Iterator[Row]]:
        """Return the first `count` rows, and all of them."""
        rows = iter(self.rows)
        first = list(itertools.islice(rows, count))
        return first, itertools.chain(first, rows)


def numeric(table: Rows, first: Sequence[Row]) -> list[bool]:
    """Tell of each column whether it holds numbers, as far as the first rows show."""
    held = [[row[i] for row in first if row[i] is not None] for i in range(len(table.columns))]
    return [bool(values) and all(isinstance(value, int | float) for value in values) for values in held]


def stacked(named: Mapping[str, Rows]) -> Rows:
    """Return several tables as one, whose first column says which a row is of; a single one as it is."""
    if set(named) == {""}:
        return named[""]
    columns = list(dict.fromkeys(column for table in named.values() for column in table.columns))

    def all_rows() -> Iterator[Row]:
        for name, table in named.items():
            for row in table.rows:
                held = dict(zip(table.columns, row, strict=True))
                yield [name, *(held.get(column) for column in columns)]

    return Rows(["table", *columns], all_rows())


class _Words:
    """Fixed words of the current language, looked up once a table."""

    def __init__(self) -> None:
        catalogue = Catalogue("tsunagari")
        self.truth = {True: str(catalogue.text("yes")), False: str(catalogue.text("no"))}
        self.mark = str(Text("、", ", "))

    def word(self, value: object, names: Mapping[str, Text]) -> object:
        shown = legible(value)
        if isinstance(shown, list):
            return self.mark.join("" if item is None else str(names.get(str(item), item)) for item in shown)
        if isinstance(shown, bool):
            return self.truth[shown]
        return str(names[shown]) if isinstance(shown, str) and shown in names else shown


def _headings(columns: Sequence[str], given: Mapping[str, str]) -> list[str]:
    catalogue = Catalogue("tsunagari")
    known = {key.removeprefix("columns.") for key in catalogue.keys() if key.startswith("columns.")}  # noqa: SIM118
    ours = {name: str(catalogue.text(f"columns.{name}")) for name in known}
    return [given.get(name, ours.get(name, name)) for name in columns]
