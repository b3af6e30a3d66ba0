"""What Neo4j says against a query, as one sentence with the place in the query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from neo4j import exceptions
from rich.cells import cell_len

from graph.errors import QueryError

_PLACE = re.compile(r"\s*\(line (?P<line>\d+), column (?P<column>\d+).*", re.DOTALL)
_SEVERAL = "Expected exactly one statement"
_CODES = {
    "Neo.ClientError.Statement.AccessMode": "query_writes",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": "query_past_limit",
    "Neo.ClientError.Transaction.TransactionTimedOut": "query_past_server_limit",
    "Neo.ClientError.Transaction.Terminated": "query_terminated",
    "Neo.TransientError.Transaction.Terminated": "query_terminated",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": "query_memory",
    "Neo.TransientError.General.OutOfMemoryError": "query_memory",
    "Neo.ClientError.Security.Forbidden": "query_forbidden",
}
_QUERY = ("Neo.ClientError.Statement", "Neo.ClientError.Procedure", "Neo.ClientError.Schema")


@dataclass(frozen=True)
class Place:
    """A place in a query; lines and columns are counted from 1."""

    line: int
    column: int

    def shown(self, cypher: str) -> str:
        """Return the line of the query, and below it a caret at the place; nothing when the query has no such line."""
        lines = cypher.splitlines()
        if not 1 <= self.line <= len(lines):
            return ""
        line = lines[self.line - 1].expandtabs(1)
        # Japanese characters take two columns of a terminal.
        return f"\n  {line}\n  {' ' * cell_len(line[: self.column - 1])}^"


@contextmanager
def translated(cypher: str, timeout: float, offset: int = 0) -> Iterator[None]:
    """Turn what the server says against a query into `QueryError`; other troubles pass.

    Parameters
    ----------
    timeout
        The time limit of the query in seconds.
    offset
        How many characters stand before `cypher` in what the server was given.
    """
    try:
        yield
    except exceptions.Neo4jError as error:
        found = _problem(error, cypher, timeout, offset)
        if found is None:
            raise
        raise found from error


def _problem(error: exceptions.Neo4jError, cypher: str, timeout: float, offset: int) -> QueryError | None:
    code, message = error.code or "", error.message or ""
    if code in _CODES:
        return QueryError(_CODES[code], seconds=f"{timeout:g}", reason=_sentence(message))
    if _SEVERAL in message:
        return QueryError("query_several")
    if code == "Neo.ClientError.Statement.ParameterMissing":
        return QueryError("parameter_missing", names=message.rpartition(":")[2].strip())
    if not code.startswith(_QUERY):
        return None
    place = _place(message, offset)
    return QueryError("query_wrong", reason=_sentence(message), place=place.shown(cypher) if place else "")


def _place(message: str, offset: int) -> Place | None:
    found = _PLACE.search(message)
    if found is None:
        return None
    line, column = int(found["line"]), int(found["column"])
    return Place(line, column - offset if line == 1 else column)


def _sentence(message: str) -> str:
    """Return the first line of what the server says, without the place and the picture of it that follow."""
    text = _PLACE.sub("", message).split('\n"')[0]
    return " ".join(text.split())
