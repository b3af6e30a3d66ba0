"""A column of dates."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

from graph.dates import Period, Precision
from loaders.cells import Column, Remark, Unreadable, day_of
from loaders.dates.point import Order
from loaders.dates.span import Span, read, years_in

Part = Literal["start", "end"]
"""Which end of a range a column takes."""

_TURNED = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2\d{4}")
_MONTHS = 12


def column(
    cells: Sequence[str],
    *,
    end: bool = False,
    part: Part | None = None,
    years: Sequence[str] | None = None,
    date_format: str | None = None,
) -> Column:
    """Return the days in `cells`.

    Parameters
    ----------
    cells
        As written, without blanks around them; an empty cell is no date.
    end
        Whether they are last days, so that of a month or year alone the last day stands for it.
    part
        Which end of a range to take; without it, the first day, and the last in `Column.ends`.
    years
        For each cell, the year (令和8年度, ``2026``) in which a date without one lies.
    date_format
        How dates are written, in the terms of `datetime.datetime.strptime`; the usual ways are read beside it.
    """
    contexts = [""] * len(cells) if years is None else years
    order = _order(cells) if date_format is None else _order_of(date_format)
    # A text is read once, however often it stands in the column.
    known = {
        pair: _read(pair[0], order, pair[1], date_format) for pair in set(zip(cells, contexts, strict=True)) if pair[0]
    }
    taken = {pair: _taken(found, part, end=end) for pair, found in known.items()}
    return _column([taken.get(pair) for pair in zip(cells, contexts, strict=True)], end=end)


def _read(text: str, order: Order | None, context: str, date_format: str | None) -> Span | Unreadable:
    day = _exactly(text, date_format)
    if day is not None:
        return Span(Period.day(day))
    return read(text, order, years_in(context) if context else None)


def _exactly(text: str, date_format: str | None) -> dt.date | None:
    try:
        if date_format is not None:
            return dt.datetime.strptime(_usual(text), date_format).date()  # noqa: DTZ007 - a day has no time zone
        return dt.date.fromisoformat(text) if text[4:5] == text[7:8] == "-" else None
    except ValueError:
        return None


def _order(cells: Iterable[str]) -> Order | None:
    """Return the order of ``4/1/2024`` that some cell of the column proves and none contradicts."""
    found = [_TURNED.match(_usual(cell)) for cell in set(cells)]
    firsts = {int(match[1]) > _MONTHS for match in found if match}
    seconds = {int(match[3]) > _MONTHS for match in found if match}
    if True in firsts and True not in seconds:
        return "day"
    return "month" if True in seconds and True not in firsts else None


def _order_of(date_format: str) -> Order:
    return "day" if 0 <= date_format.find("%d") < date_format.find("%m") else "month"


def _usual(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


_Taken = tuple[Period | None, Period | None, tuple[Remark, ...]]


def _taken(found: Span | Unreadable, part: Part | None, *, end: bool) -> _Taken | Unreadable:
    """Return the period that the column takes, the end of the range that it does not, and remarks."""
    if isinstance(found, Unreadable):
        return found
    if part is not None:
        return (found.start if part == "start" else found.end), None, found.remarks
    if found.ranged and end:
        return Unreadable("date_range")
    return found.start, found.end, found.remarks


def _column(taken: Sequence[_Taken | Unreadable | None], *, end: bool) -> Column:
    values: list[dt.date | None] = []
    failures: dict[int, Unreadable] = {}
    remarks: dict[int, tuple[Remark, ...]] = {}
    precisions: dict[int, Precision] = {}
    ends: dict[int, Period] = {}
    for row, found in enumerate(taken):
        if found is None or isinstance(found, Unreadable):
            values.append(None)
            if found is not None:
                failures[row] = found
            continue
        period, last, said = found
        day, precision = day_of(period, end=end)
        values.append(day)
        if precision is not None:
            precisions[row] = precision
        if last is not None:
            ends[row] = last
        if said:
            remarks[row] = said
    return Column(values, failures, remarks, precisions, ends)
