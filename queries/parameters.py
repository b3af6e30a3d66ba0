"""Parameters as people give them, turned into what a query takes and checked before the database is asked it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from graph.errors import QueryError
from graph.frames import native
from queries.header import Parameter, Query
from queries.kinds import ParameterType, called, converted, fits
from queries.suggestion import near
from queries.values import Listed


def pairs(assignments: Sequence[str]) -> dict[str, str]:
    """Split ``name=value`` texts.

    Raises
    ------
    QueryError
        When one has no ``=``.
    """
    split = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals or not name:
            raise QueryError("parameter_form", text=assignment)
        split[name] = value
    return split


def free(values: Mapping[str, str]) -> dict[str, object]:
    """Return values of an ad hoc query: JSON where a value reads as JSON, else text."""
    return {name: _json(value) for name, value in values.items()}


def fitting(query: Query, values: Mapping[str, object]) -> dict[str, object]:
    """Return the parameters of `query`: its defaults, and `values` in their types.

    Text is turned into the type, and the names of an enumeration into its keys. Values that nodes of the database
    have are looked up by `queries.lookup.resolved`.

    Raises
    ------
    QueryError
        When a name is not a parameter of the query, one that it needs is not given, or a value is not of its type,
        too small, or not among those that it may be.
    """
    for name in values:
        if name not in query.parameters:
            raise _unknown(name, query)
    for name, parameter in query.parameters.items():
        if parameter.required and name not in values:
            example = query.example.get(name, "…")
            raise QueryError("parameter_required", query=query.name, name=name, example=example)
    return {
        name: _fitting(parameter, values[name]) if name in values else parameter.default
        for name, parameter in query.parameters.items()
    }


def _json(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _unknown(name: str, query: Query) -> QueryError:
    if not query.parameters:
        return QueryError("parameter_none", name=name, query=query.name)
    like = near(name, query.parameters, similar=0)[0]
    return QueryError("parameter_unknown", name=name, query=query.name, near=like)


def _fitting(parameter: Parameter, given: object) -> object:
    value = _typed(parameter.name, given, parameter.type)
    if value is None:
        return None
    if parameter.least is not None and isinstance(value, int | float) and value < parameter.least:
        raise QueryError("parameter_least", name=parameter.name, value=value, least=parameter.least)
    if isinstance(parameter.values, Listed):
        if isinstance(value, list):
            return [_listed(parameter.name, str(item), parameter.values) for item in value]
        return _listed(parameter.name, str(value), parameter.values)
    return value


def _typed(name: str, given: object, kind: ParameterType) -> object:
    try:
        value = converted(given, kind) if isinstance(given, str) else native(given)
    except ValueError as error:
        raise QueryError("parameter_type", name=name, value=given, type=called(kind)) from error
    if value is not None and not fits(value, kind):
        raise QueryError("parameter_type", name=name, value=given, type=called(kind))
    return value


def _listed(name: str, text: str, values: Listed) -> str:
    key = values.key(text)
    if key is not None:
        return key
    like = values.near(text)
    if like is not None:
        raise QueryError("parameter_like", name=name, value=text, near=like)
    raise QueryError("parameter_listed", name=name, value=text, allowed=values.shown())
