"""Parameters as people type them, turned into what a query takes."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, Sequence

from graph.errors import QueryError
from queries.header import Query
from queries.kinds import ParameterType, converted


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


def fitting(query: Query, values: Mapping[str, str]) -> dict[str, object]:
    """Return the parameters of `query`: its defaults, and `values` in their types.

    Raises
    ------
    QueryError
        When a name is not a parameter of the query, or a value is not of its type.
    """
    parameters: dict[str, object] = {name: parameter.default for name, parameter in query.parameters.items()}
    for name, value in values.items():
        if name not in query.parameters:
            near = difflib.get_close_matches(name, query.parameters, n=1, cutoff=0.0)
            raise QueryError("parameter_unknown", name=name, query=query.name, near=near[0] if near else "—")
        parameters[name] = _typed(name, value, query.parameters[name].type)
    return parameters


def _json(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _typed(name: str, value: str, kind: ParameterType) -> object:
    try:
        return converted(value, kind)
    except ValueError as error:
        raise QueryError("parameter_type", name=name, value=value, type=kind) from error
