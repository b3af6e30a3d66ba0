"""Whose data the page shows, under what terms, and of what day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph.dataset import Dataset
from graph.frames import rows
from graph.schema import schema


@dataclass(frozen=True)
class Credit:
    """A publisher's terms, and how many of its documents the data rest on."""

    publisher: str
    licence: str
    count: int


def licences(dataset: Dataset) -> list[Credit]:
    """Return publisher and licence of the sources, the one with most documents first."""
    counts: dict[tuple[str, str], int] = {}
    for row in rows(dataset["Source"]):
        pair = (str(row.get("publisher", "")), str(row.get("licence", "")))
        if any(pair):
            counts[pair] = counts.get(pair, 0) + 1
    return [Credit(*pair, count) for pair, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def latest(dataset: Dataset) -> dt.date | None:
    """Return the last day on which something was retrieved or confirmed."""
    days = [day for day in dataset["Source"]["retrievedOn"] if day is not None]
    for kind in schema().relationships:
        days += [day for day in dataset[kind]["confirmedOn"] if day is not None]
    return max(days, default=None)
