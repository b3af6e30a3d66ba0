"""What the shell proposes for names, topics and parameters of queries."""

from __future__ import annotations

import typer

import queries
from graph.errors import QueryError
from queries import Parameter, Query
from queries.finding import topic_name
from queries.values import Listed

Proposals = list[tuple[str, str]]
"""What may be put in, each with what it is."""


def names(incomplete: str) -> Proposals:
    """Propose names of queries, with their titles."""
    return [(query.name, str(query.title)) for query in _known() if query.name.startswith(incomplete)]


def topics(incomplete: str) -> Proposals:
    """Propose topics."""
    found = dict.fromkeys(query.topic for query in _known())
    return [(topic, str(topic_name(topic))) for topic in found if topic.startswith(incomplete)]


def parameters(context: typer.Context, incomplete: str) -> Proposals:
    """Propose parameters of the query named before, as ``name=``, and after that the values of one with a few."""
    # An option that still lacks its value keeps the arguments before it from being given their names.
    given = context.params.get("name") or next(iter(context.args), "")
    try:
        query = queries.query(given)
    except QueryError:
        return []
    name, equals, begun = incomplete.partition("=")
    if equals and name in query.parameters:
        return [(f"{name}={value}", said) for value, said in _values(query.parameters[name]) if value.startswith(begun)]
    return [(f"{key}=", str(p.meaning)) for key, p in query.parameters.items() if key.startswith(incomplete)]


def _values(parameter: Parameter) -> Proposals:
    if isinstance(parameter.values, Listed):
        return [(key, str(name)) for key, name in parameter.values.names.items()]
    return [("true", ""), ("false", "")] if parameter.type == "boolean" else []


def _known() -> list[Query]:
    """Return all queries; a shell that completes has no place for what is wrong with the user's own."""
    try:
        return list(queries.available().values())
    except QueryError:
        return list(queries.catalog().values())
