"""Values of a Dataset as cells that are read back as the same values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from graph.dates import Precision, precisions, written
from graph.language import Catalogue, Language
from graph.schema import Property
from loaders.lists import joined

Cell = str | int | float | dt.date

# Before March 1900 Excel counts a day that never was, so that two programs read two dates.
_FIRST_DAY = dt.date(1900, 3, 1)
_EXACT = 2**53


def cell(row: Mapping[str, object], key: str, described: Property | None, language: Language) -> Cell | None:
    """Return the cell of column `key` of a row, None where it is empty.

    Values of enumerations go by their names, lists as one text. What Excel would change stands as text: numbers that
    need more digits than a file keeps, dates before March 1900, and dates of which only month or year is known.
    """
    value = row.get(key)
    if isinstance(value, bool):
        return Catalogue("loaders").text("template.true" if value else "template.false").to(language)
    if isinstance(value, dt.date):
        return _date(value, precisions(row.get("datePrecision")).get(key))
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, list):
        return joined(map(str, value))
    if described is not None and described.choices is not None and isinstance(value, str):
        return described.choices[value].to(language)
    return None if value is None else str(value)


def _number(value: float) -> Cell:
    return value if abs(value) <= _EXACT and float(f"{value:.16G}") == value else repr(value)


def _date(day: dt.date, precision: Precision | None) -> Cell:
    return day if precision is None and day >= _FIRST_DAY else written(day, precision)
