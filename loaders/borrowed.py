"""Nodes that relationships refer to and that stand in no file, looked up where they are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

Records = Mapping[str, Sequence[Mapping[str, object]]]


class Known(Protocol):
    """Where nodes can be looked up, such as the database."""

    def __call__(self, ids: Iterable[str], /) -> Records:
        """Return the records of those of `ids` that are known, by label."""
        raise NotImplementedError


class Borrowed:
    """The records looked up so far; each id is asked for once."""

    def __init__(self, known: Known | None = None) -> None:
        self._known = known
        self._asked: set[str] = set()
        self._records: dict[str, list[Mapping[str, object]]] = {}

    @property
    def ids(self) -> set[str]:
        """The ids of the records."""
        return {str(record["id"]) for records in self._records.values() for record in records}

    def records(self, ids: set[str]) -> Records:
        """Return the records of `ids` that are known, by label."""
        new = ids - self._asked
        if self._known is not None and new:
            self._asked |= new
            for label, records in self._known(new).items():
                self._records.setdefault(label, []).extend(records)
        found = {label: [row for row in rows if row["id"] in ids] for label, rows in self._records.items()}
        return {label: rows for label, rows in found.items() if rows}
