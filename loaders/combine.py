"""Many statements about one node or relationship, made one record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.dates import MARKS, Precision, marked, precisions
from graph.frames import is_missing
from graph.language import Text
from graph.schema import END, START, Table
from loaders.statements import Statements


@dataclass(frozen=True)
class Difference:
    """A value that was not kept, because another statement gave another one before."""

    row: int
    column: str
    header: str
    identity: str
    kept: object
    value: object


@dataclass
class Records:
    """The records of one table.

    Attributes
    ----------
    rows
        For each record, the rows that state it.
    """

    table: Table
    columns: dict[str, list[Any]]
    rows: list[tuple[int, ...]] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)


Rule = Callable[[Any, Any], Any]


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


RULES: Mapping[str, Rule] = {
    "first": lambda first, _: first,
    "last": lambda _, second: second,
    "sum": lambda first, second: first + second,
    "min": min,
    "max": max,
    "union": _union,
}


def combined(parts: Sequence[Statements], table: Table, refused: Collection[int]) -> Records:
    """Return the records of `table` that the rows not in `refused` state.

    Records of the same identity become one when a mapping states them: what one lacks another gives, lists are
    united, and of two values the first is kept unless the mapping says otherwise; that is a `Difference` unless it
    says so. Two rows of the program's own layout stay two, for the schema's check to find.
    """
    used = [column for column in table.columns if any(column in part.columns for part in parts)]
    records = Records(table, {column: [] for column in used})
    known: dict[tuple[object, ...], int] = {}
    # Files in the own layout come first: what a person keeps by hand stands.
    for part in sorted(parts, key=lambda part: part.combinable):
        kept = _kept(part, refused)
        if not part.combinable and not records.rows and all(not other.combinable for other in parts):
            _take_all(records, part, kept)
        else:
            _take(records, part, kept, known)
    return records


def _kept(part: Statements, refused: Collection[int]) -> list[int]:
    """Return the positions of the rows not in `refused`, without relationships that may be left out and lost an end."""
    kept = [position for position, row in enumerate(part.rows) if row not in refused]
    for end in (START, END):
        if end in part.optional:
            kept = [position for position in kept if part.columns[end][position] is not None]
    return kept


def _take_all(records: Records, part: Statements, kept: list[int]) -> None:
    whole = len(kept) == len(part.rows)
    for column, values in records.columns.items():
        given = part.columns.get(column)
        values.extend([None] * len(kept) if given is None else given if whole else [given[place] for place in kept])
    records.rows += zip(part.rows if whole else [part.rows[place] for place in kept], strict=True)


def _take(records: Records, part: Statements, kept: Iterable[int], known: dict[tuple[object, ...], int]) -> None:
    lack = [None] * len(part.rows)
    identity = [part.columns.get(column, lack) for column in records.table.identity]
    told: set[tuple[int, str]] = set()
    for position in kept:
        key = tuple(values[position] for values in identity)
        place = known.get(key)
        if place is None or not part.combinable:
            known.setdefault(key, len(records.rows))
            _add(records, part, position)
        else:
            _merge(records, part, position, place, told)


def _add(records: Records, part: Statements, position: int) -> None:
    for column, values in records.columns.items():
        given = part.columns.get(column)
        values.append(None if given is None else given[position])
    records.rows.append((part.rows[position],))


def _merge(records: Records, part: Statements, position: int, place: int, told: set[tuple[int, str]]) -> None:
    row = part.rows[position]
    if row not in records.rows[place]:
        records.rows[place] += (row,)
    taken: list[str] = []
    for column, given in part.columns.items():
        if column == MARKS:
            continue
        value, values = given[position], records.columns[column]
        if is_missing(value) or (value == values[place] and part.combine.get(column) != "sum"):
            continue
        if is_missing(values[place]):
            values[place] = value
            taken.append(column)
            continue
        rule = part.combine.get(column, "union" if isinstance(value, tuple) else None)
        if rule is not None:
            before, values[place] = values[place], RULES[rule](values[place], value)
            taken += [column] if values[place] == value != before else []
        elif (place, column) not in told:
            told.add((place, column))
            shown = " → ".join(str(records.columns[name][place]) for name in records.table.identity)
            header = part.headers.get(column, "")
            records.differences.append(Difference(row, column, header, shown, values[place], value))
    if MARKS in records.columns:
        records.columns[MARKS][place] = _marks(records.columns[MARKS][place], part, position, taken)


def _marks(before: Any, part: Statements, position: int, taken: Sequence[str]) -> tuple[str, ...] | None:
    """Return how precise the dates of a record are, those taken from a statement as precise as there."""
    given = precisions(part.columns[MARKS][position] if MARKS in part.columns else None)
    kept: dict[str, Precision] = {
        column: precision for column, precision in precisions(before).items() if column not in taken
    }
    kept |= {column: given[column] for column in taken if column in given}
    return tuple(marked(column, precision) for column, precision in kept.items()) or None


def name_of(table: Table, column: str) -> Text:
    """Return the name of a column in both languages."""
    described = table.properties.get(column)
    return described.name if described is not None else Text(column, column)
