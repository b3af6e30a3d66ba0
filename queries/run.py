"""Running Cypher: a query in, a DataFrame out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, LiteralString, cast

import neo4j
import neo4j.time
import pandas as pd
from neo4j import exceptions, graph

from graph.errors import QueryError
from graph.store import Store

_TIMEOUT = 300.0


@dataclass(frozen=True)
class Result:
    """The answer: `frame` with the query's columns, and what the query changed, by kind."""

    frame: pd.DataFrame
    counters: Mapping[str, int]


def run(store: Store, cypher: str, parameters: Mapping[str, object] | None = None, *, write: bool = False) -> Result:
    """Run `cypher` and return its answer.

    Without `write` the session is in read access mode, in which the server itself refuses to write.

    Raises
    ------
    QueryError
        When the query is wrong, or writes without `write`.
    """
    access = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
    statement = neo4j.unit_of_work(timeout=_TIMEOUT)(_answer)
    try:
        with store.driver.session(database=store.database, default_access_mode=access) as session:
            execute = session.execute_write if write else session.execute_read
            return execute(statement, cypher, dict(parameters or {}))
    except exceptions.ClientError as error:
        if error.code == "Neo.ClientError.Statement.AccessMode":
            raise QueryError("query_writes") from error
        if (error.code or "").startswith(("Neo.ClientError.Statement", "Neo.ClientError.Procedure")):
            raise QueryError("query_wrong", reason=" ".join((error.message or "").split())) from error
        raise


def _answer(transaction: neo4j.ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> Result:
    # The text is the analyst's own; values go in as parameters only.
    found = transaction.run(cast("LiteralString", cypher), parameters)  # type: ignore[redundant-cast]
    columns = found.keys()
    rows = [[_plain(value) for value in record.values()] for record in found]
    counters = {key: value for key, value in vars(found.consume().counters).items() if isinstance(value, int) and value}
    counters = {key: value for key, value in counters.items() if not key.startswith("_")}
    return Result(pd.DataFrame(rows, columns=list(columns), dtype="object").infer_objects(), counters)


def _plain(value: object) -> object:
    """Turn what the driver gives into plain Python: dates, and graph elements as dictionaries."""
    if isinstance(value, graph.Node):
        return {"labels": sorted(value.labels), **{key: _plain(item) for key, item in value.items()}}
    if isinstance(value, graph.Relationship):
        return {"type": value.type, **{key: _plain(item) for key, item in value.items()}}
    if isinstance(value, graph.Path):
        return [_plain(node) for node in value.nodes]
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime | neo4j.time.Time):
        return value.to_native()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
