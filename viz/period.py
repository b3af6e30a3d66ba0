"""The months that the data tell of: between them the reader may choose a period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from graph.dataset import Dataset

MONTHS = 12
DATED = {
    "Organisation": ("memberSince", "memberUntil"),
    "Collaboration": ("startDate", "endDate"),
    "Event": ("date", "endDate"),
    "Need": ("openedOn", "closedOn"),
    "PARTICIPATES_IN": ("since", "until"),
    "TIED_TO": ("since", "until"),
}
"""Days that count, by label or type; those of resources lie in the future and say nothing of what was."""


@dataclass(frozen=True)
class Period:
    """A first and a last month, each as the number of months since the year 0.

    Examples
    --------
    >>> Period.month(dt.date(2025, 4, 1)) - Period.month(dt.date(2024, 12, 31))
    4
    """

    first: int
    last: int

    @staticmethod
    def month(day: dt.date) -> int:
        """Return the number of a day's month."""
        return day.year * MONTHS + day.month - 1


def period(dataset: Dataset) -> Period | None:
    """Return the months of the first and the last day that `dataset` tells of, or None where it tells of none."""
    months = sorted(_months(dataset))
    return Period(months[0], months[-1]) if months else None


def _months(dataset: Dataset) -> Iterator[int]:
    for table, names in DATED.items():
        for name in names:
            yield from (Period.month(day) for day in dataset[table][name] if day is not None)
    for year in dataset["Case"]["year"].dropna():
        yield from (int(year) * MONTHS, int(year) * MONTHS + MONTHS - 1)
