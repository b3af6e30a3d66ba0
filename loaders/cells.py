"""What reading a cell, or a column of them, comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.dates import MARKS, Period, Precision, marked


@dataclass(frozen=True)
class Unreadable:
    """A cell that is no value of its column; `kind` is a key below ``issues`` in the catalogue."""

    kind: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Remark:
    """Something to be said about a cell that was read; `kind` is a key below ``issues`` in the catalogue."""

    kind: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Mended:
    """A value that is not what the cell says to the letter, and why."""

    value: Any
    remark: Remark


@dataclass(frozen=True)
class Column:
    """The values of a column, None where there is none.

    Attributes
    ----------
    failures
        The rows that could not be read.
    remarks
        What there is to be said about rows that were read.
    precisions
        Of dates that are known less than by the day.
    ends
        The last day of rows that hold a range of days, of which the value is the first.
    """

    values: list[Any]
    failures: Mapping[int, Unreadable] = field(default_factory=dict)
    remarks: Mapping[int, tuple[Remark, ...]] = field(default_factory=dict)
    precisions: Mapping[int, Precision] = field(default_factory=dict)
    ends: Mapping[int, Period] = field(default_factory=dict)


class Marks:
    """Which dates of some rows are known less than by the day, on the way to the property that says so."""

    def __init__(self, rows: int) -> None:
        self._items: list[tuple[str, ...]] = [()] * rows

    def add(self, column: str, precisions: Mapping[int, Precision]) -> None:
        """Add what is known of the dates of a column."""
        for row, precision in precisions.items():
            self._items[row] = (*self._items[row], marked(column, precision))

    def of(self, row: int) -> dict[str, object]:
        """Return the property for one record, empty where it says nothing."""
        return {MARKS: self._items[row]} if self._items[row] else {}

    def put(self, columns: dict[str, list[Any]]) -> None:
        """Put the property into columns, where it says anything."""
        if any(self._items):
            columns[MARKS] = [items or None for items in self._items]
