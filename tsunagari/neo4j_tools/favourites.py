"""The query library as a script that Neo4j Browser and cypher-shell take."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from queries import Query


def favourites(queries: Iterable[Query]) -> str:
    """Return every query with its title and question as comments, and its parameters set by ``:param``.

    A parameter is its default, or where it must be given, the one of the query's example.
    """
    return "\n".join(line for query in queries for line in _favourite(query))


def _favourite(query: Query) -> Iterator[str]:
    yield f"// {query.title} ({query.name})"
    yield f"// {query.question}"
    for parameter in query.parameters.values():
        yield f"// {parameter.name}: {parameter.meaning}"
        value = query.example.get(parameter.name) if parameter.required else parameter.default
        yield f":param {parameter.name} => {_literal(value)};"
    yield f"{query.cypher.rstrip().rstrip(';')};"
    yield ""


def _literal(value: object) -> str:
    """Return `value` as Cypher writes it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dt.date():
            return f"date('{value.isoformat()}')"
        case str():
            # The escapes of JSON are those of Cypher's strings.
            return json.dumps(value, ensure_ascii=False)
        case list() | tuple():
            return f"[{', '.join(map(_literal, value))}]"
        case _:
            return str(value)
