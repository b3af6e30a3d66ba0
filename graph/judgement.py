"""What was decided about two records: whether they are one organisation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

PROGRAM = "tsunagari"
"""Who decides what the rules decide by themselves."""


@dataclass(frozen=True)
class Alias:
    """A record as it was when it was judged: its id, and what makes it known again."""

    id: str
    name: str
    corporateNumber: str | None = None  # noqa: N815 - the property's name
    municipality: str | None = None


@dataclass(frozen=True)
class Judgement:
    """One decision about two records.

    Attributes
    ----------
    alias, entity
        The two; where they are the same, the second is the one whose id stays.
    same
        Whether they are one organisation.
    decided_by, decided_on
        Who, and when (with a time zone).
    reasons
        Keys of the reasons that the rules gave.
    score
        How near the rules found them, 0 to 100.
    """

    alias: Alias
    entity: Alias
    same: bool
    decided_by: str
    decided_on: dt.datetime
    reasons: tuple[str, ...] = ()
    score: float = 0.0

    @property
    def pair(self) -> frozenset[str]:
        """The two ids."""
        return frozenset({self.alias.id, self.entity.id})

    @property
    def automatic(self) -> bool:
        """Whether the rules decided it and no person."""
        return self.decided_by == PROGRAM


@dataclass(frozen=True)
class Judgements:
    """All decisions that stand, one for each pair, the newest first."""

    found: tuple[Judgement, ...] = ()

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Judgements:
        """Return the decisions that stand: of several about one pair the newest."""
        newest: dict[frozenset[str], Judgement] = {}
        for judgement in sorted(judgements, key=_order):
            newest.setdefault(judgement.pair, judgement)
        return cls(tuple(newest.values()))

    def __iter__(self) -> Iterator[Judgement]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @cached_property
    def aliases(self) -> dict[str, Alias]:
        """The records that were judged, by id."""
        return {alias.id: alias for judgement in reversed(self.found) for alias in (judgement.alias, judgement.entity)}


def _order(judgement: Judgement) -> tuple[float, str, str]:
    return (-judgement.decided_on.timestamp(), judgement.alias.id, judgement.entity.id)
