"""Running Cypher: a query in, its rows one by one or a DataFrame out."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Literal, LiteralString, cast

import neo4j
import pandas as pd
from neo4j import exceptions

from graph import statements
from graph.store import Store
from queries import notices, problems
from queries.notices import Notice
from queries.plain import plain
from queries.plan import Operator, plan_of

TIMEOUT = 300.0
"""Seconds after which the server stops a query; 0 is without limit."""

View = Literal["", "EXPLAIN", "PROFILE"]
"""What of a query is asked for beside its rows: nothing, how it would be run, or how it was."""


@dataclass(frozen=True)
class Result:
    """The answer: `frame` with the query's columns, and what the query changed, by kind."""

    frame: pd.DataFrame
    counters: Mapping[str, int]


class Answer:
    """The rows of an answer while they come; what else there is to say stands when all have come.

    Attributes
    ----------
    columns
        Names of the columns.
    cut
        Whether there were more rows than were asked for.
    counters
        What the query changed, by kind.
    notices
        What the server has to say about the query.
    plan
        How the query is run, where that was asked for.
    server
        Name and version of the server, and `address` its host and port.
    """

    def __init__(self, result: neo4j.Result, most: int | None) -> None:
        self.columns = list(result.keys())
        self.cut = False
        self.counters: Mapping[str, int] = {}
        self.notices: list[Notice] = []
        self.plan: Operator | None = None
        self.server = self.address = ""
        self._result = result
        self._most = most

    def rows(self) -> Iterator[list[object]]:
        """Yield the values of each row as the driver gives them, at most as many rows as were asked for."""
        for number, record in enumerate(self._result):
            if number == self._most:
                self.cut = True
                break
            yield record.values()
        self._conclude(self._result.consume())

    def _conclude(self, summary: neo4j.ResultSummary) -> None:
        changed = {name: getattr(summary.counters, name) for name in neo4j.SummaryCounters.__annotations__}
        self.counters = {name: count for name, count in changed.items() if count}
        self.notices = notices.of(summary)
        self.plan = plan_of(summary)
        self.server = summary.server.agent
        self.address = ":".join(map(str, summary.server.address[:2]))


@contextmanager
def stream(
    store: Store,
    cypher: str,
    parameters: Mapping[str, object] | None = None,
    *,
    write: bool = False,
    timeout: float = TIMEOUT,
    most: int | None = None,
    view: View = "",
) -> Iterator[Answer]:
    """Run `cypher` and give its answer as it comes, so that only some of its rows are held at a time.

    Without `write` the session is in read access mode, in which the server itself refuses to write. An interrupt
    stops the query on the server.

    Parameters
    ----------
    timeout
        Seconds after which the server stops the query; 0 is without limit.
    most
        How many rows to take; the others are not fetched.

    Raises
    ------
    QueryError
        When the query is wrong, writes without `write`, or runs past its limit.
    """
    before = f"{view} " if view else ""
    run = uuid.uuid4().hex
    # The text is the analyst's own; values go in as parameters only.
    text = cast("LiteralString", before + cypher)  # type: ignore[redundant-cast]
    statement = neo4j.Query(text, metadata={"program": "tsunagari", "run": run}, timeout=timeout)
    access = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
    with (
        problems.translated(cypher, timeout, len(before)),
        store.driver.session(
            database=store.database,
            default_access_mode=access,
            notifications_min_severity=neo4j.NotificationMinimumSeverity.WARNING,
        ) as session,
    ):
        try:
            yield Answer(session.run(statement, dict(parameters or {})), most)
        except KeyboardInterrupt:
            _stop(store, run)
            raise


def run(
    store: Store,
    cypher: str,
    parameters: Mapping[str, object] | None = None,
    *,
    write: bool = False,
    timeout: float = TIMEOUT,
) -> Result:
    """Run `cypher` and return its whole answer, in plain Python types.

    Raises
    ------
    QueryError
        As `stream`.
    """
    with stream(store, cypher, parameters, write=write, timeout=timeout) as answer:
        rows = [[plain(value) for value in row] for row in answer.rows()]
    return Result(pd.DataFrame(rows, columns=answer.columns, dtype="object"), answer.counters)


def _stop(store: Store, run: str) -> None:
    """End a query on the server: closing the connection alone would wait for it."""
    with (
        suppress(exceptions.DriverError, exceptions.Neo4jError),
        store.driver.session(database=store.database) as session,
    ):
        session.run(statements.statement("terminate"), run=run).consume()
