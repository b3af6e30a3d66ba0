"""A column of dates."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.dates import Period, Precision
from loaders.cells import Column, Remark, Unreadable
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
    order = _order(cells) if date_format is None else _order_of(date_format)
    # A text is read once, however often it stands in the column (with the same year).
    known: dict[Hashable, _Taken]
    keys: Sequence[Hashable]
    if years is None:
        keys = cells
        known = {text: _taken(_read(text, order, "", date_format), part, end=end) for text in set(cells) if text}
    else:
        keys = pairs = list(zip(cells, years, strict=True))
        read_pairs = ((pair, _read(pair[0], order, pair[1], date_format)) for pair in set(pairs) if pair[0])
        known = {pair: _taken(found, part, end=end) for pair, found in read_pairs}
    values = {key: found.day for key, found in known.items()}
    more = {key for key, found in known.items() if found != _Taken(found.day)}
    rows = [(row, known[key]) for row, key in enumerate(keys) if key in more] if more else []
    return Column(
        values=list(map(values.get, keys)),
        failures={row: found.failure for row, found in rows if found.failure is not None},
        remarks={row: found.remarks for row, found in rows if found.remarks},
        precisions={row: found.precision for row, found in rows if found.precision is not None},
        ends={row: found.last for row, found in rows if found.last is not None},
    )


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


@dataclass(frozen=True)
class _Taken:
    """What a column takes of a cell: a day, how precise it is, the end of the range that it begins, and remarks."""

    day: dt.date | None = None
    precision: Precision | None = None
    last: Period | None = None
    remarks: tuple[Remark, ...] = ()
    failure: Unreadable | None = None


def _taken(found: Span | Unreadable, part: Part | None, *, end: bool) -> _Taken:
    if isinstance(found, Unreadable):
        return _Taken(failure=found)
    if part is None and end and found.start is None:
        part = "end"
    if part is None and end and found.ranged:
        return _Taken(failure=Unreadable("date_range"))
    period = found.end if part == "end" else found.start
    last = found.end if part is None else None
    if period is None:
        return _Taken(last=last, remarks=found.remarks)
    return _Taken(period.bound(end=end), period.precision, last, found.remarks)
