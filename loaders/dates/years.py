"""The years in which a date without its year can lie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from graph.dates import Period


@dataclass(frozen=True)
class Years:
    """Calendar or fiscal years (or months, or days), in one of which a date lies."""

    periods: tuple[Period, ...]

    def of(self, month: int) -> Iterator[int]:
        """Yield the calendar years of which a month lies within the periods."""
        for period in self.periods:
            for year in range(period.first.year, period.last.year + 1):
                if _month(period.first) <= (year, month) <= _month(period.last):
                    yield year


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month
