"""Dataset to Neo4j and back, over the official driver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, LiteralString, Self

import neo4j
import neo4j.time
from neo4j import exceptions

from graph import statements
from graph.connection import Connection
from graph.dataset import Dataset
from graph.errors import DatabaseError
from graph.frames import rows
from graph.progress import SILENT, Progress
from graph.schema import END, START, RelationshipType, schema

_BATCH = 2_000
_SCHEMES = tuple(f"{scheme}{security}://" for scheme in ("bolt", "neo4j") for security in ("", "+s", "+ssc"))


@dataclass(frozen=True)
class Changes:
    """How many nodes and relationships a write created, updated, deleted or found as they were to be."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            self.created + other.created,
            self.updated + other.updated,
            self.deleted + other.deleted,
            self.unchanged + other.unchanged,
        )


class Store:
    """A database that Datasets are written to and read from.

    Parameters
    ----------
    driver
        An open driver; the caller closes it, or uses `Store.open`.
    database
        Name of the database.
    """

    def __init__(self, driver: neo4j.Driver, database: str) -> None:
        self.driver = driver
        self.database = database

    @classmethod
    @contextmanager
    def open(cls, connection: Connection) -> Iterator[Self]:
        """Open `connection` and close it at the end.

        Raises
        ------
        DatabaseError
            When the server cannot be reached, refuses the user, or has no such database; the same for what fails
            while it is open.
        """
        with translated(connection), _driver(connection) as driver:
            driver.verify_connectivity()
            yield cls(driver, connection.database)

    def prepare(self) -> None:
        """Make the constraints and indexes of the schema where they are not there yet."""
        with self.driver.session(database=self.database) as session:
            for statement in statements.constraints(schema()):
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(60)").consume()

    def write(
        self,
        dataset: Dataset,
        *,
        replace: bool = False,
        dry_run: bool = False,
        progress: Progress = SILENT,
    ) -> Changes:
        """Make the nodes and relationships of the database equal to the rows of `dataset`.

        All in one transaction: an error leaves the database as it was. Nodes first, then relationships, both in the
        schema's order.

        Parameters
        ----------
        replace
            Delete what the schema knows and `dataset` does not hold.
        dry_run
            Take everything back at the end.
        """
        self.prepare()

        def work(transaction: neo4j.ManagedTransaction | neo4j.Transaction) -> Changes:
            return _write(transaction, dataset, progress, replace=replace)

        with self.driver.session(database=self.database) as session:
            if not dry_run:
                return session.execute_write(work)
            with session.begin_transaction() as transaction:
                changes = work(transaction)
                transaction.rollback()
                return changes

    def count_others(self, dataset: Dataset) -> int:
        """Return how many nodes of the database are not of `dataset`."""
        ids = list(dataset.labels())
        with self.driver.session(database=self.database, default_access_mode=neo4j.READ_ACCESS) as session:
            found = session.execute_read(lambda run: run.run(statements.count_others(), ids=ids).single(strict=True))
        return int(found["others"])

    def read(self, progress: Progress = SILENT) -> Dataset:
        """Return all that the schema knows of the database, in one transaction.

        Raises
        ------
        InvalidDataset
            When somebody wrote rows into the database that break the schema.
        """
        with self.driver.session(database=self.database, default_access_mode=neo4j.READ_ACCESS) as session:
            return session.execute_read(_read, progress)


def _driver(connection: Connection) -> neo4j.Driver:
    """Open a driver that keeps the server's hints (a label not seen yet and the like) to itself."""
    if not connection.uri.startswith(_SCHEMES):
        raise DatabaseError("database_address", uri=connection.uri)
    return neo4j.GraphDatabase.driver(
        connection.uri,
        auth=(connection.username, connection.password),
        user_agent="tsunagari",
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
    )


def _write(
    transaction: neo4j.ManagedTransaction | neo4j.Transaction, dataset: Dataset, progress: Progress, *, replace: bool
) -> Changes:
    changes = _delete_others(transaction, dataset) if replace else Changes()
    progress.start("write", dataset.node_count + dataset.relationship_count)
    for statement, batch in _batches(dataset):
        counts = transaction.run(statement, rows=batch).single(strict=True)
        changes += Changes(**counts.data())
        progress.advance(len(batch))
    return changes


def _batches(dataset: Dataset) -> Iterator[tuple[LiteralString, Sequence[dict[str, Any]]]]:
    """Yield each statement with the rows it is to be run on, in the order in which they are to be run."""
    for key, label in schema().labels.items():
        for batch in _slices(rows(dataset[key])):
            yield statements.write_nodes(label), batch
    label_of = dataset.labels()
    for kind in schema().relationships.values():
        for (start, end), ties in _by_ends(dataset, kind, label_of).items():
            for batch in _slices(ties):
                yield statements.write_relationships(kind, start, end), batch


def _slices(items: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return (items[first : first + _BATCH] for first in range(0, len(items), _BATCH))


def _by_ends(
    dataset: Dataset, kind: RelationshipType, label_of: dict[str, str]
) -> dict[tuple[str, str], list[dict[str, Any]]]:
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows(dataset[kind.key]):
        start, end = str(row.pop(START)), str(row.pop(END))
        pair = (label_of[start], label_of[end])
        grouped.setdefault(pair, []).append({START: start, END: end, "properties": row})
    return grouped


def _delete_others(transaction: neo4j.ManagedTransaction | neo4j.Transaction, dataset: Dataset) -> Changes:
    deleted = 0
    for kind in schema().relationships.values():
        keys = [[row.get(column) for column in kind.identity] for row in rows(dataset[kind.key])]
        deleted += transaction.run(statements.delete_relationships(kind), keys=keys).single(strict=True)["deleted"]
    for key, label in schema().labels.items():
        ids = dataset[key]["id"].tolist()
        deleted += transaction.run(statements.delete_nodes(label), ids=ids).single(strict=True)["deleted"]
    return Changes(deleted=deleted)


def _read(transaction: neo4j.ManagedTransaction, progress: Progress) -> Dataset:
    described = schema()
    tables: dict[str, list[dict[str, Any]]] = {}
    progress.start("read", len(described.labels) + len(described.relationships))
    for key, label in described.labels.items():
        found = transaction.run(statements.read_nodes(label))
        tables[key] = [_known(record["row"], label.columns) for record in found]
        progress.advance()
    for key, kind in described.relationships.items():
        found = transaction.run(statements.read_relationships(kind))
        tables[key] = [
            {START: record[START], END: record[END], **_known(record["properties"], kind.columns)} for record in found
        ]
        progress.advance()
    return Dataset.of(tables)


def _known(properties: dict[str, Any], columns: tuple[str, ...]) -> dict[str, Any]:
    """Leave out what others wrote beside the schema's properties, and give dates as Python's."""
    return {key: _plain(value) for key, value in properties.items() if key in columns}


def _plain(value: object) -> object:
    return value.to_native() if isinstance(value, neo4j.time.Date) else value


@contextmanager
def translated(connection: Connection) -> Iterator[None]:
    """Turn the driver's errors into ours, each one sentence."""
    where = {"uri": connection.uri, "database": connection.database, "username": connection.username}
    try:
        yield
    except exceptions.AuthError as error:
        raise DatabaseError("database_refused_user", **where) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise DatabaseError("database_unreachable", **where) from error
    except exceptions.ConfigurationError as error:
        raise DatabaseError("database_address", **where) from error
    except exceptions.Neo4jError as error:
        if error.code == "Neo.ClientError.Database.DatabaseNotFound":
            raise DatabaseError("database_missing", **where) from error
        raise DatabaseError("database_failed", **where, code=error.code, reason=error.message) from error
