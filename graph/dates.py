"""Dates of which only the month, the year or the fiscal year is known.

A date column holds a day in any case: the first of the period, or the last where the property is a last day
(`graph.schema.Property.end`). The internal list property ``datePrecision`` says which columns hold less than a day,
as in ``startDate:month``.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

import pandas as pd

from graph.frames import is_missing
from graph.schema import Table

Precision = Literal["month", "year", "fiscalYear"]

MARKS = "datePrecision"
"""The property that says which dates are known less than by the day."""

_APRIL, _MARCH, _DECEMBER = 4, 3, 12


@dataclass(frozen=True)
class Period:
    """A day, month, year or fiscal year (April to March).

    Attributes
    ----------
    precision
        None for a day.
    """

    first: dt.date
    last: dt.date
    precision: Precision | None = None

    @classmethod
    def day(cls, day: dt.date) -> Period:
        """Return a single day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Return a month."""
        return cls(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), "month")

    @classmethod
    def year(cls, year: int) -> Period:
        """Return a calendar year."""
        return cls(dt.date(year, 1, 1), dt.date(year, _DECEMBER, 31), "year")

    @classmethod
    def fiscal_year(cls, year: int) -> Period:
        """Return the fiscal year that begins in April of `year`."""
        return cls(dt.date(year, _APRIL, 1), dt.date(year + 1, _MARCH, 31), "fiscalYear")

    def bound(self, *, end: bool) -> dt.date:
        """Return the day that stands for it in a column of last or of other days."""
        return self.last if end else self.first


def fiscal_year(day: dt.date) -> int:
    """Return the year in whose April the fiscal year of `day` begins."""
    return day.year - (day.month < _APRIL)


def written(day: dt.date, precision: Precision | None = None) -> str:
    """Return a date as people read it; the loaders read the same from it.

    Examples
    --------
    >>> written(dt.date(2024, 4, 30), "month"), written(dt.date(2025, 3, 31), "fiscalYear")
    ('2024-04', '2024年度')
    """
    if precision == "month":
        return f"{day.year:04}-{day.month:02}"
    if precision == "year":
        return f"{day.year:04}"
    return f"{fiscal_year(day):04}年度" if precision == "fiscalYear" else day.isoformat()


def marked(column: str, precision: Precision) -> str:
    """Return the item of ``datePrecision`` that says so of a column."""
    return f"{column}:{precision}"


def precisions(marks: object) -> dict[str, Precision]:
    """Return the precision of each column that a value of ``datePrecision`` names.

    Examples
    --------
    >>> precisions(("startDate:month",))
    {'startDate': 'month'}
    """
    items: Iterable[object] = marks if isinstance(marks, tuple | list) else ()
    pairs = [str(item).partition(":")[::2] for item in items]
    return {column: precision for column, precision in pairs if precision in get_args(Precision)}  # type: ignore[misc]


def as_written(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return a table as people write it: without internal columns, less precise dates as `written`.

    Days stay dates; only the cells that are known less than by the day become text.
    """
    shown = frame[[column for column in frame.columns if column in table.written]]
    if MARKS not in frame.columns or frame[MARKS].isna().all():
        return shown
    dates = [key for key, described in table.properties.items() if described.type == "date" and key in shown.columns]
    known = [precisions(marks) for marks in frame[MARKS]]
    return shown.assign(
        **{
            column: [
                day if is_missing(day) or column not in found else written(day, found[column])
                for day, found in zip(frame[column], known, strict=True)
            ]
            for column in dates
        }
    )
