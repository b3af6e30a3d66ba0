"""The records that are to be resolved, in an order of their own, with what is compared of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from graph.formats import is_corporate_number
from graph.frames import is_missing
from graph.judgement import Judgements
from loaders.resolution.written import Written, taken_apart

PREFIX = "JP-JCN-"
"""Before the 法人番号, in the id of an organisation that has one."""

COLUMNS = ("id", "name", "corporateNumber", "municipality")


@dataclass
class Entries:
    """Records, known organisations and records judged before, each id once, in the order of ids.

    Attributes
    ----------
    known
        Whether each is an organisation that exists already.
    own
        Whether each is one of the records, or of the known ones (and not only remembered from a judgement).
    """

    ids: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    numbers: list[str | None] = field(default_factory=list)
    places: list[str | None] = field(default_factory=list)
    known: list[bool] = field(default_factory=list)
    own: list[bool] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    position: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls, records: pd.DataFrame, known: pd.DataFrame | None, judgements: Judgements, others: Mapping[str, str]
    ) -> Entries:
        """Return the entries of all; of one id in several, what the records say counts, then what is known.

        Parameters
        ----------
        others
            Names of further organisations by id, which are neither records nor known.
        """
        rows: dict[str, _Row] = {identifier: (name, None, None) for identifier, name in others.items()}
        rows |= {
            alias.id: (alias.name, alias.corporateNumber, alias.municipality) for alias in judgements.aliases.values()
        }
        known_rows = dict(_rows(known)) if known is not None else {}
        own_rows = dict(_rows(records))
        if len(own_rows) != len(records):
            raise ValueError("an id stands twice among the records")
        rows |= known_rows | own_rows
        entries, parts = cls(), _Parts()
        for number, identifier in enumerate(sorted(rows)):
            name, corporate, place = rows[identifier]
            entries.ids.append(identifier)
            entries.names.append(name)
            entries.numbers.append(valid_number(corporate) or valid_number(identifier.removeprefix(PREFIX)))
            entries.places.append(place)
            entries.known.append(identifier in known_rows)
            entries.own.append(identifier in known_rows or identifier in own_rows)
            entries.written.append(parts[name])
            entries.position[identifier] = number
        return entries

    def __len__(self) -> int:
        return len(self.ids)

    def by_key(self) -> Mapping[str, list[int]]:
        """Return the entries of each key; those without a name have none."""
        found: dict[str, list[int]] = {}
        for entry, written in enumerate(self.written):
            if written.key:
                found.setdefault(written.key, []).append(entry)
        return found


_Row = tuple[str, str | None, str | None]


def valid_number(text: str | None) -> str | None:
    """Return the 法人番号 that `text` is, or None when its check digit is wrong."""
    return text if text and is_corporate_number(text) else None


class _Parts(dict[str, Written]):
    """Names taken apart, each once."""

    def __missing__(self, name: str) -> Written:
        self[name] = taken_apart(name)
        return self[name]


def _rows(frame: pd.DataFrame) -> Iterable[tuple[str, _Row]]:
    columns: Sequence[Sequence[object]] = [
        list(frame[name]) if name in frame else [None] * len(frame) for name in COLUMNS
    ]
    for identifier, name, number, place in zip(*columns, strict=True):
        yield str(identifier), (_text(name) or "", _text(number), _text(place))


def _text(value: object) -> str | None:
    return None if is_missing(value) else str(value)
