"""Municipalities at an end of a relationship, written as a code or name instead of an id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from graph.schema import END, START, RelationshipType, schema
from loaders.codes import Form, form_of
from loaders.ledger import Ledger
from loaders.municipalities import PREFIX, change_of
from loaders.places import Found, resolved
from loaders.statements import Statements

_MUNICIPALITY = "Municipality"
_ENDINGS = tuple("都道府県市区町村")


def resolve_ends(parts: Sequence[Statements], ledger: Ledger) -> None:
    """Put the ids of municipalities in place of codes and names at the ends that only a municipality can be at.

    What is an id in the files stays. A name is looked for in the prefecture of the files' own municipalities where
    all are of one. A code or name that can stand for several is refused, and so is a name of none; what else stands for
    none stays, as an id that is not there.
    """
    known: _Known | None = None
    for part in parts:
        for column in _columns(part):
            asked = {value for value in set(part.columns[column]) if value and _is_asked(value)}
            if asked:
                known = known or _Known(parts)
                asked -= known.ids
                form = form_of(asked)
                _resolve(part, column, {value: known.find(value, form) for value in asked}, known, ledger)


def _is_asked(value: str) -> bool:
    """Tell whether a value is no id of today; an id may be that of a municipality of former times."""
    return not value.startswith(PREFIX) or change_of(value.removeprefix(PREFIX)) is not None


class _Known:
    """The ids of the files, and what they say of municipalities themselves."""

    def __init__(self, parts: Sequence[Statements]) -> None:
        self.ids = {value for part in parts for value in part.columns.get("id", ())}
        own = [part for part in parts if part.table == _MUNICIPALITY]
        self.by_code = {code: identifier for part in own for identifier, code in _pairs(part, "code") if code}
        places = {place for part in own for _, place in _pairs(part, "prefecture") if place}
        self.prefecture = places.pop() if len(places) == 1 else None

    def find(self, value: str, form: Form | None) -> Found:
        return resolved(value.removeprefix(PREFIX), self.prefecture, form)


def _columns(part: Statements) -> Iterator[str]:
    table = schema().table(part.table)
    if isinstance(table, RelationshipType):
        for column, labels in ((START, table.starts), (END, table.ends)):
            if labels == (_MUNICIPALITY,):
                yield column


def _pairs(part: Statements, column: str) -> Iterator[tuple[Any, Any]]:
    return zip(part.columns["id"], part.columns.get(column, [None] * len(part.rows)), strict=True)


def _resolve(part: Statements, column: str, found: dict[str, Found], known: _Known, ledger: Ledger) -> None:
    header, values = part.headers.get(column, ""), part.columns[column]
    for position, value in enumerate(values):
        result = found.get(value)
        if result is None:
            continue
        row = part.rows[position]
        if result.municipality is not None:
            values[position] = known.by_code.get(result.municipality.code, result.municipality.id)
            if result.remark is not None:
                ledger.mend(row, result.remark.kind, header, value, **result.remark.details)
        elif result.problem is not None and (result.problem.kind != "place_unknown" or value.endswith(_ENDINGS)):
            ledger.refuse(row, result.problem.kind, header, value, **result.problem.details)
