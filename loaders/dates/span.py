"""What a cell says of time: a day, a month or year, a range, several days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from graph.dates import Period
from graph.language import Text
from loaders.cells import Remark, Unreadable
from loaders.dates import eras
from loaders.dates.point import Order, Point, point_at
from loaders.dates.text import plain
from loaders.dates.years import Years

_TO = re.compile(r"\s*(?:~|–|—|―|→|から|より|至|[-ー](?=\s*[\dMTSHR明大昭平令])|/(?=\d{4}-))\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[、,・&\n]|及び|および|と)\s*(?=[\dMTSHR明大昭平令])", re.IGNORECASE)
_UNTIL = re.compile(r"\s*まで")
_REST = re.compile(r"\s*(?=[※(*]|$)")
_NAMED = re.compile(rf"(?<![A-Za-z0-9])(?:(?:{eras.MARK})(?:\d{{1,2}}|元)年?|(?:19|20|21)\d{{2}}(?!\d)年?)度?")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SERIALS = range(20_090, 65_746)
"""Excel's numbers of the days from 1955 to 2079; its day 60, 1900-02-29, never was, so that 1 is 1899-12-31."""
_DAY_0 = dt.date(1899, 12, 30)
_MOST_YEARS = 20


@dataclass(frozen=True)
class Span:
    """A date, or a range from `start` to `end`, of which one may be open.

    Attributes
    ----------
    ranged
        Whether it is a range; else `start` alone counts.
    remarks
        What a person should know of how it was read.
    """

    start: Period | None
    end: Period | None = None
    ranged: bool = False
    remarks: tuple[Remark, ...] = ()


class _Problem(Exception):
    def __init__(self, kind: str, **details: object) -> None:
        super().__init__(kind)
        self.unreadable = Unreadable(kind, details)


@dataclass(frozen=True)
class _Expression:
    """The dates of a cell in the order in which they stand there."""

    points: tuple[Point, ...]
    since: bool
    until: bool
    listed: bool
    rest: str


def read(text: str, order: Order | None = None, years: Years | None = None) -> Span | Unreadable:
    """Return what a text says of time.

    Parameters
    ----------
    text
        A cell that holds anything.
    order
        What the column shows the order of ``4/1/2024`` to be.
    years
        Where a date without its year lies.

    Examples
    --------
    >>> read("令和7年12月28日(日)～1月5日").end.first
    datetime.date(2026, 1, 5)
    """
    try:
        usual = plain(text)
    except ValueError:
        return Unreadable("date_two_years")
    if (serial := _serial(usual)) is not None:
        return serial
    try:
        return _span(_expression(usual, order), years)
    except _Problem as problem:
        return problem.unreadable


@cache
def years_in(text: str) -> Years | None:
    """Return the years that a text such as 令和8年度, ``2026`` or ``2025～2026年`` names; None when it names none."""
    found = read(text)
    if isinstance(found, Unreadable):
        return None
    known = [period for period in (found.start, found.end) if period is not None]
    if not known or known[-1].first.year - known[0].first.year > _MOST_YEARS:
        return None
    make = Period.fiscal_year if known[0].precision == "fiscalYear" else Period.year
    between = range(known[0].first.year + 1, known[-1].first.year)
    return Years((known[0], *map(make, between), *known[1:]))


def year_named(text: str) -> str:
    """Return the one year that a name holds, such as that of a file; nothing when it holds none or several.

    Examples
    --------
    >>> year_named("令和7年度イベント一覧.csv"), year_named("2024-2025.csv")
    ('令和7年度', '')
    """
    found = {match[0] for match in _NAMED.finditer(plain(text))}
    return found.pop() if len(found) == 1 else ""


def _serial(text: str) -> Span | None:
    found = _SERIAL.fullmatch(text)
    if found is None or int(found[1]) not in _SERIALS:
        return None
    day = _DAY_0 + dt.timedelta(days=int(found[1]))
    return Span(Period.day(day), remarks=(Remark("date_serial", {"day": day}),))


def _expression(text: str, order: Order | None) -> _Expression:
    since = _TO.match(text)
    position = since.end() if since else 0
    points: list[Point] = []
    joints: list[str] = []
    until = False
    while (found := point_at(text, position, order)) is not None:
        point, position = found
        points.append(point)
        joint = _TO.match(text, position) or _AND.match(text, position)
        if joint is None:
            break
        joints.append("to" if joint.re is _TO else "and")
        position = joint.end()
    if not points:
        raise _Problem("date")
    open_end = len(joints) == len(points)
    if (closing := _UNTIL.match(text, position)) is not None:
        until, position = True, closing.end()
    rest = _REST.match(text, position)
    if rest is None or (open_end and (joints[-1] == "and" or until)):
        raise _Problem("date")
    inner = joints[: len(points) - 1]
    return _Expression(
        points=tuple(points),
        since=open_end,
        until=len(points) == 1 and (until or since is not None),
        listed="and" in inner,
        rest=text[rest.end() :].strip(),
    )


def _span(expression: _Expression, years: Years | None) -> Span:
    points = expression.points
    for point in points:
        if point.short:
            raise _Problem("date_short_year")
        if point.readings:
            raise _Problem("date_ambiguous", readings=" / ".join(point.readings))
    remarks: list[Remark] = []
    periods = _periods(points, years, remarks)
    if any(later.last < earlier.first for earlier, later in pairwise(periods)):
        raise _Problem("date_order")
    if expression.listed:
        remarks.append(Remark("date_list", {"first": periods[0].first, "last": periods[-1].last}))
    if expression.rest:
        remarks.append(Remark("date_rest", {"rest": expression.rest}))
    if expression.until:
        return Span(None, periods[0], ranged=True, remarks=tuple(remarks))
    ranged = expression.since or len(periods) > 1
    return Span(periods[0], periods[-1] if len(periods) > 1 else None, ranged, tuple(remarks))


def _periods(points: Sequence[Point], years: Years | None, remarks: list[Remark]) -> list[Period]:
    points = [point.in_calendar_years() for point in points]
    written = next((point.year for point in points if point.year is not None), None)
    if points[0].year is not None:
        found = _from(points, points[0].year)
    elif points[0].month is None:
        raise _Problem("date")
    elif written is not None:
        # The year stands with a later date: the first lies in it, or in the year before.
        found = _from(points, written)
        if found[0].last > found[-1].last:
            found = _from(points, written - 1)
    else:
        return _in_context(points, points[0].month, years)
    for point, period in zip(points, found, strict=True):
        _check_era(point, period, remarks)
        if not _fits(point, period):
            remarks.append(Remark("date_other_weekday", {"day": period.first, "weekday": _weekday(period)}))
    return found


def _in_context(points: Sequence[Point], month: int, years: Years | None) -> list[Period]:
    """Return the periods in the one year that is possible; a weekday may choose among several."""
    possible = {year: _from(points, year) for year in dict.fromkeys(years.of(month) if years else ())}
    if not possible:
        raise _Problem("date_no_year")
    fitting = [found for found in possible.values() if all(map(_fits, points, found))]
    if not fitting:
        raise _Problem("date_weekday", years=", ".join(map(str, possible)))
    if len(fitting) > 1:
        raise _Problem("date_no_year")
    return fitting[0]


def _from(points: Sequence[Point], year: int) -> list[Period]:
    """Return the periods of dates of which the first lies in `year`; what a later one leaves open goes on from it."""
    found: list[Period] = []
    before = replace(points[0], year=year)
    for point in points:
        month = point.month if point.month is not None or point.year is not None else before.month
        whole = replace(point, month=month, year=before.year if point.year is None else point.year)
        if point.year is None and _place(whole) < _place(before) and point.month is not None:
            whole = replace(whole, year=(whole.year or 0) + 1)
        found.append(_period(whole))
        before = whole
    return found


def _place(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def _period(point: Point) -> Period:
    try:
        return point.period()
    except ValueError:
        raise _Problem("no_such_date") from None


def _check_era(point: Point, period: Period, remarks: list[Remark]) -> None:
    if point.era is None:
        return
    if period.first.year < eras.FIRST_SOLAR_YEAR and point.month is not None:
        raise _Problem("date_lunar")
    if not point.era.covers(period):
        remarks.append(Remark("date_other_era", {"day": period.first, "era": eras.era_of(period.first)}))


def _fits(point: Point, period: Period) -> bool:
    return point.weekday is None or point.day is None or period.first.weekday() == point.weekday


def _weekday(period: Period) -> Text:
    day = period.first.weekday()
    return Text("月火水木金土日"[day] + "曜日", calendar.day_name[day])
