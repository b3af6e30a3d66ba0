"""Japanese eras (和暦): the year that a year of an era is, and whether the era lasted then."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph.dates import Period


@dataclass(frozen=True)
class Era:
    """An era, from its first to its last day; the present one has no last."""

    name: str
    letter: str
    first: dt.date
    last: dt.date | None

    def year(self, number: int) -> int:
        """Return the calendar year of the era's year `number`, whether or not the era lasted until then."""
        return self.first.year + number - 1

    def covers(self, period: Period) -> bool:
        """Tell whether any day of a period lies in the era."""
        return period.last >= self.first and (self.last is None or period.first <= self.last)


# Each era begins on the day after (or of) the accession: 明治 as counted back by the edict of 1868-10-23.
_ERAS = (
    Era("明治", "M", dt.date(1868, 1, 25), dt.date(1912, 7, 30)),
    Era("大正", "T", dt.date(1912, 7, 30), dt.date(1926, 12, 25)),
    Era("昭和", "S", dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    Era("平成", "H", dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    Era("令和", "R", dt.date(2019, 5, 1), None),
)
_BY_MARK = {mark: era for era in _ERAS for mark in (era.name, era.name[0], era.letter)}

MARK = "明治|大正|昭和|平成|令和|[明大昭平令MTSHR](?=[\\s.]*(?:[0-9]|元))"
"""How an era is named in a date, as a regular expression: in full, by its first character or its letter."""

FIRST_SOLAR_YEAR = 1873
"""Until 明治5年 months and days were those of the lunar calendar."""


def era(mark: str) -> Era:
    """Return the era of a name or letter.

    Examples
    --------
    >>> era("令和").year(6), era("h").year(31)
    (2024, 2019)
    """
    return _BY_MARK[mark.upper()]


def era_of(day: dt.date) -> str:
    """Return the name of the era in which a day lies and the year's number in it, such as 令和元."""
    found = next((found for found in reversed(_ERAS) if found.first <= day), None)
    if found is None:
        return ""
    number = day.year - found.first.year + 1
    return found.name + ("元" if number == 1 else str(number))
