"""One date within a text, as far as it is written out: a day, month or year, perhaps without its year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from graph.dates import Period
from loaders.dates import eras

Order = Literal["month", "day"]
"""Which of the first two numbers in ``4/1/2024`` comes first."""

_YEAR = rf"(?:(?P<era>{eras.MARK})[\s.]*(?P<number>\d{{1,2}}|元)|(?P<year>\d{{4}}))"
_HOLIDAY = r"(?:祝日?|休日?|振替休日|振替|振休)"
_WEEKDAY = re.compile(
    rf"\s*(?:\(\s*(?P<short>[月火水木金土日])(?:曜日?)?(?:[\s・,、/]*{_HOLIDAY})*\s*\)|(?P<long>[月火水木金土日])曜日?)?"
    rf"(?:\s*\(\s*{_HOLIDAY}\s*\))?"
)
_APRIL = 4
_WEEKDAYS = "月火水木金土日"


@dataclass(frozen=True)
class Point:
    """What a date says; None for what it leaves open.

    Attributes
    ----------
    fiscal
        Whether the year is a fiscal one, from April.
    weekday
        0 for Monday, as in `datetime.date.weekday`.
    readings
        The dates that the numbers can mean, where that is more than one.
    short
        Whether the year has but two digits.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: eras.Era | None = None
    fiscal: bool = False
    weekday: int | None = None
    readings: tuple[str, ...] = ()
    short: bool = False

    def period(self) -> Period:
        """Return the period it names.

        Raises
        ------
        ValueError
            When the calendar has no such day.
        """
        if self.year is None:
            raise ValueError("a date without its year is no period")
        if self.month is None:
            return Period.fiscal_year(self.year) if self.fiscal else Period.year(self.year)
        if self.day is None:
            return Period.month(self.year, self.month)
        return Period.day(dt.date(self.year, self.month, self.day))

    def in_calendar_years(self) -> Point:
        """Return the same date; one within a fiscal year with the year of the calendar."""
        if not self.fiscal or self.month is None or self.year is None:
            return self
        return replace(self, year=self.year + (self.month < _APRIL), fiscal=False)


def point_at(text: str, position: int, order: Order | None) -> tuple[Point, int] | None:
    """Return the date that begins at `position` of a text, and where it ends; None when none does.

    Parameters
    ----------
    text
        In its usual width, numbers as digits, without times of day.
    order
        What a column shows the order of ``4/1/2024`` to be; None when it does not.
    """
    for pattern, make in _FORMS:
        found = pattern.match(text, position)
        if found is not None:
            point = make(found, order)
            behind = _WEEKDAY.match(text, found.end())
            name = (behind["short"] or behind["long"]) if behind else None
            end = behind.end() if behind and behind[0].strip() else found.end()
            return (replace(point, weekday=_WEEKDAYS.index(name)) if name else point), end
    return None


def _dated(found: re.Match[str], _: Order | None) -> Point:
    parts = found.groupdict()
    era = eras.era(parts["era"]) if parts.get("era") else None
    year = int(parts["year"]) if parts.get("year") else None
    if era is not None:
        year = era.year(1 if parts["number"] == "元" else int(parts["number"]))
    month, day = (int(parts[name]) if parts.get(name) else None for name in ("month", "day"))
    return Point(year, month, day, era, fiscal=bool(parts.get("fiscal")))


def _turned(found: re.Match[str], order: Order | None) -> Point:
    """Read ``4/1/2024``, whose first two numbers may be month and day or day and month."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    months = [(month, day) for month, day in ((first, second), (second, first)) if month <= 12]  # noqa: PLR2004
    if order is not None:
        months = [(first, second) if order == "month" else (second, first)]
    if not months:
        return Point(year, first, second)
    readings = tuple(f"{year}-{month:02}-{day:02}" for month, day in dict.fromkeys(months))
    return Point(year, *months[0], readings=readings if len(readings) > 1 else ())


def _shortened(found: re.Match[str], _: Order | None) -> Point:
    """Read a number such as 2024.1, which is also what Excel leaves of 2024.10."""
    return Point(int(found["year"]), 1, readings=(f"{found['year']}-01", f"{found['year']}-10"))


def _short(_: re.Match[str], __: Order | None) -> Point:
    return Point(short=True)


_MONTH_DAY = r"\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Order | None], Point]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (rf"{_YEAR}\s*年\s*(?P<fiscal>度)?{_MONTH_DAY}", _dated),
        (rf"{_YEAR}\s*年\s*(?P<fiscal>度)?", _dated),
        (rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)", _dated),
        (r"(?P<era>[MTSHR])(?P<number>\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)", _dated),
        (r"(?P<year>(?:18|19|20|21)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)", _dated),
        (r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)", _turned),
        (r"\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}(?!\d)", _short),
        (rf"{_YEAR}[-/](?P<month>\d{{1,2}})(?![\d/-])", _dated),
        (rf"(?P<era>{eras.MARK})[\s.]*(?P<number>\d{{1,2}}|元)\.(?P<month>\d{{1,2}})(?![\d.])", _dated),
        (r"(?P<year>\d{4})\.(?P<month>[01]\d|[2-9])(?![\d.])", _dated),
        (r"(?P<year>\d{4})\.1(?![\d.])", _shortened),
        (rf"(?P<fiscal>FY)\s*{_YEAR}(?!\d)", _dated),
        (rf"(?P<era>{eras.MARK})[\s.]*(?P<number>\d{{1,2}}|元)(?![\d.])", _dated),
        (r"(?P<year>(?:18|19|20|21)\d{2})(?![\d.:])", _dated),
        (_MONTH_DAY, _dated),
        (r"(?P<day>\d{1,2})\s*日", _dated),
        (r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])", _dated),
    )
)
