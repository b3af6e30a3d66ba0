"""The draft that every part of the sample writes its rows into."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

AS_OF = dt.date(2026, 3, 31)
SAMPLE = "SRC-SAMPLE"

_WORDS = Path(__file__).resolve().parent.parent / "words"


@cache
def words(name: str) -> Any:
    """Return the words of `words/<name>.yaml`."""
    return yaml.safe_load((_WORDS / f"{name}.yaml").read_text(encoding="utf-8"))


def parts(entry: str) -> list[str]:
    """Split a line of words at its bars."""
    return entry.split("|")


def lots(part: str) -> random.Random:
    """Return the generator of one part, so that a change in one leaves the others as they are."""
    return random.Random(f"kanagawa {part}")


def day(rng: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """Draw a day from `first` to `last`, both included."""
    return first + dt.timedelta(days=rng.randrange((last - first).days + 1))


class Draft:
    """Rows by table, in the schema's columns.

    Attributes
    ----------
    tables
        Rows by label or relationship type.
    """

    def __init__(self) -> None:
        self.tables: dict[str, list[dict[str, Any]]] = {}
        self._rng = lots("confirmation")

    def node(
        self, label: str, identifier: str, name: str, name_en: str, *, source: str = SAMPLE, **properties: Any
    ) -> None:
        """Add a node."""
        row = {"id": identifier, "name": name, "nameEn": name_en, "sources": [source], "visibility": "public"}
        self.tables.setdefault(label, []).append(row | properties)

    def tie(
        self,
        kind: str,
        start: str,
        end: str,
        /,
        *,
        source: str = SAMPLE,
        not_before: dt.date | None = None,
        **properties: Any,
    ) -> None:
        """Add a relationship; one of the sample's own making gets a day, not before `not_before`, of confirmation."""
        row: dict[str, Any] = {"start": start, "end": end, "sources": [source], "visibility": "public"}
        if source == SAMPLE:
            row |= self._confirmation(not_before)
        self.tables.setdefault(kind, []).append(row | properties)

    def ties(self, kind: str, start: str, ends: Iterable[str], /, **properties: Any) -> None:
        """Add a relationship to each of `ends`."""
        for end in ends:
            self.tie(kind, start, end, **properties)

    def _confirmation(self, not_before: dt.date | None) -> dict[str, Any]:
        first = max(dt.date(2025, 4, 1), not_before or AS_OF.replace(year=2025))
        confirmed = {"confirmedOn": day(self._rng, min(first, AS_OF), AS_OF)}
        return confirmed | ({"confirmedBy": "架空事務局"} if self._rng.random() < 0.4 else {})
