"""What the dates of the data say of its last year: members that joined, collaborations that began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from graph.dataset import Dataset
from viz.credits import latest

_BARS = 6
_HEIGHT = 48.0


@dataclass(frozen=True)
class Year:
    """A year that ends on the day and month of the data.

    Attributes
    ----------
    joined, begun
        Members that joined, and collaborations that began.
    joined_height, begun_height
        Of their bars.
    """

    first: dt.date
    last: dt.date
    joined: int
    begun: int
    joined_height: float = 0.0
    begun_height: float = 0.0


@dataclass(frozen=True)
class Changes:
    """The last years of the data, the last one last; none where nothing is dated."""

    years: list[Year]

    @property
    def last(self) -> Year | None:
        """The last year."""
        return self.years[-1] if self.years else None


def changes(dataset: Dataset) -> Changes:
    """Return the years that end with the data's day, or with the last of its dates where that is not known.

    Of a date of which only the month or the year is known, the first day counts.
    """
    joined = _days(dataset, "Organisation", "memberSince")
    begun = _days(dataset, "Collaboration", "startDate")
    end = latest(dataset) or max([*joined, *begun], default=None)
    past = [day for day in (*joined, *begun) if end is not None and day <= end]
    if end is None or not past:
        return Changes([])
    years = [
        Year(first, last, _within(joined, first, last), _within(begun, first, last))
        for first, last in _years(end, min(past))
    ]
    most = max(max(year.joined, year.begun) for year in years) or 1
    return Changes(
        [
            Year(y.first, y.last, y.joined, y.begun, _HEIGHT * y.joined / most, _HEIGHT * y.begun / most)
            for y in reversed(years)
        ]
    )


def _days(dataset: Dataset, label: str, column: str) -> list[dt.date]:
    return [day for day in dataset[label][column] if day is not None]


def _years(end: dt.date, start: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield first and last day of the years back from `end`, until `start` is in one."""
    for back in range(_BARS):
        last, before = _back(end, back), _back(end, back + 1)
        yield before + dt.timedelta(days=1), last
        if before < start:
            return


def _back(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _within(days: list[dt.date], first: dt.date, last: dt.date) -> int:
    return sum(first <= day <= last for day in days)
