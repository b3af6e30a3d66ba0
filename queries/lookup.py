"""Parameters that name something in the database, looked up there before the query is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import LiteralString

from graph import statements
from graph.errors import QueryError
from graph.schema import schema
from graph.store import Store
from queries.header import Query
from queries.suggestion import either, near
from queries.values import Stored


def asked(query: Query, values: Mapping[str, object]) -> dict[str, Stored]:
    """Return the parameters that have to be looked up: those that name nodes, and have a value."""
    return {
        name: parameter.values
        for name, parameter in query.parameters.items()
        if isinstance(parameter.values, Stored) and values[name] is not None
    }


def resolved(store: Store, query: Query, values: Mapping[str, object]) -> dict[str, object]:
    """Return `values` with the property that the header names in place of an id or name of a node.

    Raises
    ------
    QueryError
        When there is no such node, or several; names those that are like it, or the ids to choose from.
    """
    found = dict(values)
    for name, stored in asked(query, values).items():
        given = values[name]
        found[name] = (
            [_value(store, name, str(item), stored) for item in given]
            if isinstance(given, list)
            else _value(store, name, str(given), stored)
        )
    return found


def _value(store: Store, name: str, text: str, stored: Stored) -> str:
    rows = _read(store, statements.value_named(stored.label, stored.key), text=text)
    rows = [row for row in rows if row["id"] == text] or [row for row in rows if row["value"] == text] or rows
    found = sorted({row["value"] for row in rows if row["value"] is not None})
    kind = schema().labels[stored.label].name
    if len(found) > 1:
        raise QueryError(
            "parameter_several", name=name, value=text, kind=kind, ids=", ".join(str(row["id"]) for row in rows)
        )
    if not found:
        names = [str(row["name"]) for row in _read(store, statements.names_of(stored.label))]
        like = near(text, names)
        key = "parameter_not_stored" if not like else "parameter_not_stored_like"
        raise QueryError(key, name=name, value=text, kind=kind, label=stored.label, near=either(like))
    return str(found[0])


def _read(store: Store, statement: LiteralString, **parameters: object) -> list[dict[str, str | None]]:
    return store.reading(lambda run: run.run(statement, parameters).data())
