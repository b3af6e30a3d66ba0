"""What is wrong with tables, measured against the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graph.formats import FORMATS
from graph.frames import is_missing
from graph.language import Catalogue, Text
from graph.schema import END, START, Label, Property, RelationshipType, Schema, Table

_SHOWN_VALUES = 12


@dataclass(frozen=True)
class Violation:
    """One row that breaks the schema.

    Attributes
    ----------
    table
        Label or relationship type.
    row
        Position in the table, from 0.
    kind
        Key of the sentence: missing, values, minimum, maximum, format, duplicate, dangling, endLabel, loop.
    """

    table: str
    row: int
    column: str
    kind: str
    value: str
    problem: Text
    remedy: Text


def violations(schema: Schema, tables: Mapping[str, pd.DataFrame]) -> list[Violation]:
    """Return every violation in `tables`, whose frames have the schema's columns.

    A row may break several rules; a relationship is checked against the ids of all tables given.
    """
    owner = owners(schema, tables)
    found: list[Violation] = []
    seen: set[str] = set()
    for key, frame in tables.items():
        if frame.empty:
            continue
        table = schema.table(key)
        found += _value_violations(table, frame)
        if isinstance(table, Label):
            found += _duplicate_ids(table, frame, seen)
        else:
            found += _duplicate_ties(table, frame)
            found += _end_violations(schema, table, frame, owner)
    return found


def owners(schema: Schema, tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Return the label of each id; where two labels claim one id, the first."""
    owner: dict[str, str] = {}
    for key in reversed(list(schema.labels)):
        if key in tables:
            owner.update(dict.fromkeys(tables[key]["id"].dropna().tolist(), key))
    return owner


def _violation(table: Table, row: int, column: str, kind: str, value: object, **values: object) -> Violation:
    catalogue = Catalogue("graph")
    described = table.properties.get(column)
    name = described.name if described else catalogue.text(f"columns.{column}")
    fields = {"table": table.name, "column": name, "value": value, **values}
    return Violation(
        table=table.key,
        row=row,
        column=column,
        kind=kind,
        value="" if is_missing(value) else str(value),
        problem=catalogue.text(f"violations.{kind}.problem", **fields),
        remedy=catalogue.text(f"violations.{kind}.remedy", **fields),
    )


def _value_violations(table: Table, frame: pd.DataFrame) -> Iterator[Violation]:
    ends = () if isinstance(table, Label) else (START, END)
    for column in ends:
        yield from _missing(table, frame, column)
    for column, described in table.properties.items():
        if described.required:
            yield from _missing(table, frame, column)
        yield from _unfit(table, frame[column], described)


def _missing(table: Table, frame: pd.DataFrame, column: str) -> Iterator[Violation]:
    for row in _positions(frame[column].isna()):
        yield _violation(table, row, column, "missing", None)


def _unfit(table: Table, values: pd.Series[Any], described: Property) -> Iterator[Violation]:
    present = values.dropna()
    if described.choices is not None:
        allowed = _shown(described.choices)
        for row, value in present[~present.isin(list(described.choices))].items():
            yield _violation(table, _position(row), described.key, "values", value, allowed=allowed)
    if described.format is not None:
        holds = present.map(FORMATS[described.format]).astype(bool)
        for row, value in present[~holds].items():
            yield _violation(table, _position(row), described.key, described.format, value)
    for kind, bound in (("minimum", described.minimum), ("maximum", described.maximum)):
        if bound is not None:
            beyond = present < bound if kind == "minimum" else present > bound
            for row, value in present[beyond].items():
                yield _violation(table, _position(row), described.key, kind, value, bound=bound)


def _duplicate_ids(table: Label, frame: pd.DataFrame, seen: set[str]) -> Iterator[Violation]:
    identifiers = frame["id"].tolist()
    distinct = set(identifiers)
    if len(distinct) == len(identifiers) and seen.isdisjoint(distinct):
        seen |= distinct
        return
    for row, identifier in enumerate(identifiers):
        if is_missing(identifier):
            continue
        if identifier in seen:
            yield _violation(table, row, "id", "duplicate", identifier)
        seen.add(identifier)


def _duplicate_ties(table: RelationshipType, frame: pd.DataFrame) -> Iterator[Violation]:
    keys = frame[list(table.identity)].astype("object")
    if table.symmetric:
        swapped = keys[START].astype(str) > keys[END].astype(str)
        keys.loc[swapped, [START, END]] = keys.loc[swapped, [END, START]].to_numpy()
    for row in _positions(keys.duplicated() & keys.notna().all(axis=1)):
        value = " → ".join(str(frame[column].iloc[row]) for column in (START, END))
        yield _violation(table, row, START, "duplicate", value)


def _end_violations(
    schema: Schema, table: RelationshipType, frame: pd.DataFrame, owner: Mapping[str, str]
) -> Iterator[Violation]:
    for column, labels in ((START, table.starts), (END, table.ends)):
        found = frame[column].map(owner, na_action="ignore")
        present = frame[column].notna()
        names = [schema.labels[label].name for label in labels]
        expected = Text("・".join(name.ja for name in names), " or ".join(name.en for name in names))
        for row in _positions(present & found.isna()):
            yield _violation(table, row, column, "dangling", frame[column].iloc[row], expected=expected)
        for row in _positions(present & found.notna() & ~found.isin(list(labels))):
            yield _violation(
                table,
                row,
                column,
                "endLabel",
                frame[column].iloc[row],
                expected=expected,
                found=schema.labels[found.iloc[row]].name,
            )
    for row in _positions((frame[START] == frame[END]).fillna(value=False)):
        yield _violation(table, row, END, "loop", frame[END].iloc[row])


def _shown(values: Mapping[str, Text]) -> Text:
    names = list(values.values())[:_SHOWN_VALUES]
    return Text("、".join(name.ja for name in names), ", ".join(name.en for name in names))


def _positions(mask: pd.Series[Any]) -> list[int]:
    positions: list[int] = mask.to_numpy(dtype=bool).nonzero()[0].tolist()
    return positions


def _position(row: object) -> int:
    return int(str(row))
