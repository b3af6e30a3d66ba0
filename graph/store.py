"""Dataset to Neo4j and back, over the official driver."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import neo4j
from neo4j import exceptions

from graph import loads, present, statements, writing
from graph.connection import Connection
from graph.dataset import Dataset
from graph.errors import DatabaseError
from graph.keys import Key, Row, Rows, keyed
from graph.loads import Load, Request, journal
from graph.present import Present, Transaction
from graph.progress import SILENT, Progress
from graph.schema import END, START, Table, schema
from graph.writing import Changes, Difference

Result = TypeVar("Result")
_Given = ParamSpec("_Given")

_SCHEMES = tuple(f"{scheme}{security}://" for scheme in ("bolt", "neo4j") for security in ("", "+s", "+ssc"))

_LOOPBACK = re.compile(r"//(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|/|$)")
_PATIENCE = 30.0
_PATIENCE_HERE = 3.0
"""Seconds to wait for a server that went away; one on this machine has no other to take over."""


@dataclass(frozen=True)
class State:
    """How new the data of a database are.

    Attributes
    ----------
    known_on
        The last day on which something was retrieved or confirmed.
    loaded
        When the newest load ended.
    """

    known_on: dt.date | None
    loaded: dt.datetime | None


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
            session.execute_write(_constrain)
            session.run("CALL db.awaitIndexes(60)").consume()

    def write(
        self,
        dataset: Dataset,
        *,
        replace: bool = False,
        dry_run: bool = False,
        progress: Progress = SILENT,
    ) -> Changes:
        """Make the nodes and relationships of the database equal to the rows of `dataset`, whoever says them.

        All in one transaction: an error leaves the database as it was. What others wrote beside the schema's
        properties stays. `Store.load` keeps account of who says what; this is for those who keep it themselves.

        Parameters
        ----------
        replace
            Delete what the schema knows and `dataset` does not hold.
        dry_run
            Only count.
        """

        def work(transaction: Transaction) -> Changes:
            found, present = _compared(transaction, keyed(dataset), replace=replace)
            if not dry_run:
                progress.start("write", len(found.changes))
                writing.execute(transaction, found, present, progress)
            return found.counts()

        return self.transact(work, progress, dry_run=dry_run)

    def load(self, request: Request, progress: Progress = SILENT, *, dry_run: bool = False) -> tuple[Load, Difference]:
        """Take in what files say as the next edition of their sources, in one transaction.

        Returns the load as the journal keeps it, and the difference that it made, or with `dry_run` would make.
        """
        if dry_run:
            return self.transact(lambda run: loads.load(run, request, progress, 0), progress, dry_run=True)
        return self._noted(
            request.properties(), lambda run, number: loads.load(run, request, progress, number), progress
        )

    def merge(self, entities: Mapping[str, str], by: str, progress: Progress = SILENT) -> Difference:
        """Make one node of several that are the same, as a load of its own that can be taken back.

        Parameters
        ----------
        entities
            The id that stays, by each that goes.
        by
            Who says that they are the same.
        """
        properties = {"by": by, "merged": [f"{old} → {stays}" for old, stays in entities.items()]}
        return self._noted(properties, lambda run, number: loads.merge(run, entities, progress, number), progress)

    def _noted(
        self, properties: Mapping[str, object], work: Callable[[Transaction, int], Result], progress: Progress
    ) -> Result:
        """Note a load that begins, do it, and note it when it fails; when the server is gone it stays as begun."""
        number = self.transact(lambda run: journal.begin(run, properties), progress)
        try:
            return self.transact(lambda run: work(run, number), progress)
        except (exceptions.ServiceUnavailable, exceptions.SessionExpired):
            raise
        except Exception:
            with suppress(exceptions.DriverError, exceptions.Neo4jError):
                self.transact(lambda run: journal.finish(run, number, {"state": "failed"}), SILENT)
            raise

    def undo(self, number: int, by: str, progress: Progress = SILENT) -> Difference:
        """Take back the newest load that has not been taken back; it must be the one named."""
        return self.transact(lambda run: loads.undo(run, number, by, progress), progress)

    def loads(self) -> list[Load]:
        """Return all loads, the newest first."""
        return self.reading(journal.read)

    def reading(
        self,
        work: Callable[Concatenate[neo4j.ManagedTransaction, _Given], Result],
        *args: _Given.args,
        **kwargs: _Given.kwargs,
    ) -> Result:
        """Run `work` in one transaction that reads; it is run again when the server asks for it."""
        with self.driver.session(database=self.database, default_access_mode=neo4j.READ_ACCESS) as session:
            return session.execute_read(work, *args, **kwargs)

    def transact(self, work: Callable[[Transaction], Result], progress: Progress, *, dry_run: bool = False) -> Result:
        """Run `work` in one transaction after all others that write; a dry run only reads."""
        with self.driver.session(database=self.database) as session:
            if dry_run:
                return session.execute_read(work)
            progress.start("prepare")
            self.prepare()

            def locked(transaction: neo4j.ManagedTransaction) -> Result:
                transaction.run(statements.statement("lock")).consume()
                return work(transaction)

            return session.execute_write(locked)

    def nodes(self, ids: Iterable[str]) -> dict[str, list[Row]]:
        """Return the nodes with one of the ids by label, with the schema's properties."""
        return self.reading(present.nodes, list(ids))

    def organisations(self) -> list[Row]:
        """Return every organisation: id, name, corporateNumber, formerNames and the municipality it is located in."""
        return self.reading(lambda run: run.run(statements.statement("organisations")).data())

    def state(self) -> State:
        """Return how new the data are."""
        found = self.reading(lambda run: run.run(statements.state(schema())).single(strict=True))
        days = [found[name].to_native() for name in ("retrieved", "confirmed") if found[name] is not None]
        return State(max(days, default=None), None if found["loaded"] is None else found["loaded"].to_native())

    def count_others(self, dataset: Dataset) -> int:
        """Return how many nodes of the database are not of `dataset`."""
        ids = list(dataset.labels())
        found = self.reading(lambda run: run.run(statements.count_others(), ids=ids).single(strict=True))
        return int(found["others"])

    def read(self, progress: Progress = SILENT) -> Dataset:
        """Return all that the schema knows of the database, in one transaction.

        Raises
        ------
        InvalidDataset
            When somebody wrote rows into the database that break the schema.
        """
        return self.reading(_read, progress)


def _driver(connection: Connection) -> neo4j.Driver:
    """Open a driver that keeps to itself the server's hints, such as a label not seen yet, and its own troubles."""
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    if not connection.uri.startswith(_SCHEMES):
        raise DatabaseError("database_address", uri=connection.uri)
    return neo4j.GraphDatabase.driver(
        connection.uri,
        auth=(connection.username, connection.password),
        user_agent="tsunagari",
        max_transaction_retry_time=_PATIENCE_HERE if _LOOPBACK.search(connection.uri) else _PATIENCE,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
    )


def _compared(transaction: Transaction, wanted: Rows, *, replace: bool) -> tuple[writing.Difference, Present]:
    """Return how rows differ from the database; what others wrote beside the schema's properties stays."""
    found = present.everything(transaction) if replace else present.find(transaction, wanted)
    targets: dict[Key, Row | None] = {key: present.onto(key, row, found.rows.get(key)) for key, row in wanted.items()}
    if replace:
        targets |= {key: None for key in found.rows if key not in wanted}
    else:
        found.unnamed.clear()
    compared = writing.difference(targets, found)
    compared.unnamed = len(found.unnamed)
    return compared, found


def _constrain(transaction: neo4j.ManagedTransaction) -> None:
    for statement in statements.constraints(schema()):
        transaction.run(statement).consume()


def _read(transaction: neo4j.ManagedTransaction, progress: Progress) -> Dataset:
    described = schema()
    progress.start("read")
    tables: dict[str, list[dict[str, Any]]] = {}
    for record in transaction.run(statements.read_nodes(described)):
        label = next(label for label in record["labels"] if label in described.labels)
        tables.setdefault(label, []).append(_known(record["properties"], described.labels[label]))
    for record in transaction.run(statements.read_relationships(described)):
        kind = described.relationships[record["type"]]
        ends = {START: record[START], END: record[END]}
        tables.setdefault(kind.key, []).append(ends | _known(record["properties"], kind))
    return Dataset.of(tables)


def _known(properties: dict[str, Any], table: Table) -> dict[str, Any]:
    """Leave out what others wrote beside the schema's properties."""
    return present.known(present.plain(properties), table.properties)


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
