"""What the rows of a file state, on their way into a table of the Dataset."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.roster import Roster


@dataclass(frozen=True)
class Statements:
    """Records for one table, each with the row that it comes from.

    Attributes
    ----------
    table
        Label or relationship type.
    columns
        Values by column of the table, all equally long.
    rows
        The ledger's number of the row of each record.
    headers
        Header, as written, that each column comes from.
    combinable
        Whether records of the same identity are one (a mapping) or a mistake (a file in the program's own layout).
    combine
        How to combine the values of a column, other than keeping the first.
    optional
        Columns whose values may be left out when they do not fit.
    """

    table: str
    columns: Mapping[str, list[Any]]
    rows: Sequence[int]
    headers: Mapping[str, str] = field(default_factory=dict)
    combinable: bool = False
    combine: Mapping[str, str] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Joins:
    """Municipalities of the reference that rows ask for."""

    ids: Sequence[str]
    rows: Sequence[int]


@dataclass(frozen=True)
class Stated:
    """All that a file states.

    Attributes
    ----------
    sources
        Records of the table of sources that come from no row.
    later
        What can be stated only when the nodes of all files are known, such as links given without a type.
    """

    statements: list[Statements] = field(default_factory=list)
    joins: list[Joins] = field(default_factory=list)
    sources: list[Mapping[str, object]] = field(default_factory=list)
    later: list[Callable[[Roster], Stated]] = field(default_factory=list)
