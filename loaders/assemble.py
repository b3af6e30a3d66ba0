"""Statements of all files, made a Dataset; rows that break the schema are refused until none is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from graph.checks import Violation
from graph.dataset import Dataset, InvalidDataset
from graph.schema import END, START, RelationshipType, schema
from loaders.borrowed import Borrowed
from loaders.combine import Difference, Records, combined, name_of
from loaders.ends import resolve_ends
from loaders.ledger import Ledger
from loaders.municipalities import PREFIX, by_id, with_cities
from loaders.statements import Joins, Statements

_MUNICIPALITY = "Municipality"
_PART_OF = "PART_OF"


def assembled(
    parts: Sequence[Statements],
    ledger: Ledger,
    joins: Sequence[Joins] = (),
    given: Mapping[str, Sequence[Mapping[str, object]]] | None = None,
    borrowed: Borrowed | None = None,
) -> Dataset:
    """Return the Dataset of all statements that fit the schema and each other.

    Parameters
    ----------
    parts
        What the rows of all files state.
    ledger
        Where rows that break the schema are refused.
    joins
        Municipalities of the reference that rows ask for.
    given
        Further records by table that come from no row, such as the sources of mappings.
    borrowed
        Where nodes are looked up that relationships refer to and that stand in no file.
    """
    resolve_ends(parts, ledger)
    by_table: dict[str, list[Statements]] = defaultdict(list)
    for part in parts:
        by_table[part.table].append(part)
    while True:
        tables = {key: combined(found, schema().table(key), ledger.refused) for key, found in by_table.items()}
        joined = _Joined(tables, joins, ledger.refused)
        try:
            dataset = Dataset.of(_frames(tables, joined, _with_borrowed(given or {}, tables, joined, borrowed)))
        except InvalidDataset as error:
            if not _handled(error.violations, tables, by_table, ledger):
                raise
        else:
            _tell(tables, joined, by_table, ledger)
            return dataset


class _Joined:
    """Municipalities of the reference that are asked for or referred to, and stand in no file."""

    def __init__(self, tables: Mapping[str, Records], joins: Sequence[Joins], refused: set[int]) -> None:
        own = tables.get(_MUNICIPALITY)
        present = set(own.columns["id"]) if own else set()
        asked = {i for join in joins for i, row in zip(join.ids, join.rows, strict=True) if i and row not in refused}
        self.referred = {i: rows for i, rows in _references(tables).items() if i not in present and by_id(i)}
        self.asked = asked
        found = with_cities({*asked, *self.referred} - present)
        self.records = [place.record() for place in found if place.id not in present]
        stated = tables.get(_PART_OF)
        pairs = set(zip(stated.columns[START], stated.columns[END], strict=True)) if stated else set()
        belonging = [(place.id, PREFIX + place.city) for place in found if place.city]
        self.parts = [{START: ward, END: city} for ward, city in belonging if (ward, city) not in pairs]


def _references(tables: Mapping[str, Records]) -> dict[str, tuple[str, int, int]]:
    """Return each id of the reference's kind at an end of a relationship, with the first place that names it."""
    found: dict[str, tuple[str, int, int]] = {}
    for key, records in tables.items():
        table = records.table
        if not isinstance(table, RelationshipType):
            continue
        for column, labels in ((START, table.starts), (END, table.ends)):
            if _MUNICIPALITY in labels:
                for position, identifier in enumerate(records.columns[column]):
                    if identifier is not None and identifier.startswith(PREFIX):
                        found.setdefault(identifier, (key, position, records.rows[position][0]))
    return found


def _with_borrowed(
    given: Mapping[str, Sequence[Mapping[str, object]]],
    tables: Mapping[str, Records],
    joined: _Joined,
    borrowed: Borrowed | None,
) -> Mapping[str, Sequence[Mapping[str, object]]]:
    if borrowed is None:
        return given
    stated = [*(records.columns.get("id", ()) for records in tables.values()), (row["id"] for row in joined.records)]
    there = {identifier for ids in stated for identifier in ids}
    ends = [records.columns[end] for records in tables.values() for end in (START, END) if end in records.columns]
    missing = {identifier for ids in ends for identifier in ids if identifier} - there
    found = borrowed.records(missing)
    return {key: [*given.get(key, ()), *found.get(key, ())] for key in {**given, **found}}


def _frames(
    tables: Mapping[str, Records], joined: _Joined, given: Mapping[str, Sequence[Mapping[str, object]]]
) -> dict[str, pd.DataFrame]:
    # As objects: pandas would otherwise look at every value to guess a type that the schema knows.
    frames = {
        key: pd.DataFrame({column: pd.Series(values, dtype="object") for column, values in records.columns.items()})
        for key, records in tables.items()
    }
    extra: dict[str, Sequence[Mapping[str, object]]] = {_MUNICIPALITY: joined.records, _PART_OF: joined.parts, **given}
    for key, rows in extra.items():
        present = set(tables[key].columns.get("id", ())) if key in tables else set()
        records = [record for record in rows if record.get("id") not in present]
        if records:
            added = pd.DataFrame([dict(record) for record in records], dtype="object")
            # After the files' own rows, so that a violation falls on a row that a person can change.
            frames[key] = pd.concat([frames[key], added], ignore_index=True) if key in frames else added
    return frames


def _handled(
    violations: Iterable[Violation],
    tables: Mapping[str, Records],
    parts: Mapping[str, Sequence[Statements]],
    ledger: Ledger,
) -> bool:
    """Refuse the rows behind violations, or leave out what may be; tell whether anything was found to do."""
    places = {key: [(part, _places(part)) for part in found] for key, found in parts.items()}
    done = False
    for violation in violations:
        for records, place in _behind(violation, tables):
            values = records.columns.get(violation.column)
            value = None if values is None else values[place]
            behind: list[tuple[Statements, list[int]]] = []
            for part, positions in places[records.table.key]:
                stated = [position for row in records.rows[place] for position in positions.get(row, ())]
                own = [
                    position
                    for position in stated
                    if _identity(part.columns, records, position) == _identity(records.columns, records, place)
                ]
                behind.append((part, own))
            # Of several files about one node, those that give the value at fault.
            at_fault = [(part, own) for part, own in behind if _gives(part, own, violation.column, value)]
            for part, own in at_fault or behind:
                done |= _settled(violation, value, part, own, ledger)
    return done


def _gives(part: Statements, positions: Sequence[int], column: str, value: object) -> bool:
    given = part.columns.get(column)
    return value is not None and given is not None and any(given[position] == value for position in positions)


def _identity(columns: Mapping[str, list[Any]], records: Records, position: int) -> tuple[object, ...]:
    return tuple(columns[name][position] if name in columns else None for name in records.table.identity)


def _places(part: Statements) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for position, row in enumerate(part.rows):
        found.setdefault(row, []).append(position)
    return found


def _behind(violation: Violation, tables: Mapping[str, Records]) -> Iterator[tuple[Records, int]]:
    """Yield the records, and the position in them, that a violation comes from."""
    records = tables.get(violation.table)
    if records is not None and violation.row < len(records.rows):
        yield records, violation.row
        return
    # It fell on a record of the reference or a source: whatever row took its id is at fault.
    for other in tables.values():
        for place, identifier in enumerate(other.columns.get("id", ())):
            if identifier == violation.value:
                yield other, place


def _settled(violation: Violation, value: Any, part: Statements, behind: Sequence[int], ledger: Ledger) -> bool:
    if not behind:
        return False
    column = violation.column
    stated, header = part.columns.get(column), part.headers.get(column, "")
    if stated is not None and column not in (START, END):
        # Of several rows about one node, those with the value at fault; all of them when it was computed from theirs.
        behind = [position for position in behind if stated[position] == value] or behind
    why = (violation.problem, violation.remedy)
    for position in behind:
        row = part.rows[position]
        if stated is not None and column in part.optional and stated[position] is not None:
            stated[position] = None
            if column in (START, END):
                ledger.mend(row, "end_left_out", header, violation.value)
            else:
                ledger.mend_because(row, *why, header, violation.value, kind=violation.kind)
        else:
            ledger.refuse_because(row, *why, header, violation.value, kind=violation.kind)
    return True


def _tell(
    tables: Mapping[str, Records], joined: _Joined, parts: Mapping[str, Sequence[Statements]], ledger: Ledger
) -> None:
    for records in tables.values():
        for difference in records.differences:
            _tell_difference(records, difference, ledger)
    for identifier, (key, _, row) in sorted(joined.referred.items()):
        place = by_id(identifier)
        if place is not None and identifier not in joined.asked:
            header = next((part.headers.get(END, "") for part in parts[key] if row in part.rows), "")
            ledger.note(row, "municipality_joined", header, identifier, name=place.name)


def _tell_difference(records: Records, difference: Difference, ledger: Ledger) -> None:
    ledger.mend(
        difference.row,
        "differs",
        difference.header,
        difference.value,
        table=records.table.name,
        name=name_of(records.table, difference.column),
        identity=difference.identity,
        kept=difference.kept,
    )
