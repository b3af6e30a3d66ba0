"""A database that a notebook asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any, Self

import pandas as pd

import queries
from graph.dataset import Dataset
from graph.errors import DatabaseError, QueryError
from graph.server import connection
from graph.settings import Settings
from graph.store import Store, translated
from queries import lookup, parameters
from queries.dtypes import typed
from tsunagari.notebook.telling import Lines, told

_NAME = re.compile(r"[\w/-]+")


class UnfitParameter(QueryError):
    """A parameter has a value that Neo4j has no type for."""

    package = "tsunagari"


class Database:
    """A connection to Neo4j, which reads and does not write.

    It is opened when it is first asked, and again after it was closed or the server went away. Made by
    `tsunagari.connect`; a ``with`` statement closes it at its end.

    Parameters
    ----------
    given
        Which server, database and user.
    """

    def __init__(self, given: Settings) -> None:
        self._settings = given
        self._open = ExitStack()
        self._store: Store | None = None
        self._kept: tuple[object, Dataset] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "closed" if self._store is None else "open"
        return f"<tsunagari.Database {self._settings.database!r} at {self._where}, {state}>"

    @told()
    def query(self, name_or_cypher: str, /, **values: Any) -> pd.DataFrame:
        """Return the answer to a query of the library or to Cypher (see `tsunagari.query`)."""
        known, given = _asked(name_or_cypher, values)
        with self.asked() as store:
            try:
                if known is not None:
                    given = lookup.resolved(store, known, given)
                answer = queries.run(store, name_or_cypher if known is None else known.cypher, given)
            except (TypeError, ValueError, OverflowError) as error:
                raise UnfitParameter("parameter_unfit", reason=error) from error
            return typed(answer.frame)

    @told()
    def dataset(self) -> Dataset:
        """Return all that the schema knows of the database, read again once loads have changed it."""
        with self.asked() as store:
            state = [(load.number, load.state) for load in store.loads()]
            if self._kept is None or self._kept[0] != state:
                self._kept = state, store.read()
            return self._kept[1]

    @contextmanager
    def asked(self) -> Iterator[Store]:
        """Lend the open store; one whose server fails is closed, so that it is opened anew the next time."""
        try:
            if self._store is None:
                self._reached = connection(self._settings, Lines())
                self._store = self._open.enter_context(Store.open(self._reached))
            with translated(self._reached):
                yield self._store
        except DatabaseError:
            self.close()
            raise

    def close(self) -> None:
        """Close the connection; a question opens it again."""
        self._store = None
        self._open.close()

    @property
    def _where(self) -> str:
        return self._settings.uri or str(self._settings.home)


def _asked(name_or_cypher: str, values: Mapping[str, Any]) -> tuple[queries.Query | None, dict[str, object]]:
    """Return the query that one word names, or None for Cypher, and its parameters."""
    given = {name: _plain(value) for name, value in values.items()}
    if not _NAME.fullmatch(name_or_cypher.strip()):
        return None, given
    found = queries.query(name_or_cypher.strip())
    return found, parameters.fitting(found, given)


def _plain(value: object) -> object:
    """Return a day that pandas gives as a point in time as a day, as which the database holds it."""
    if isinstance(value, pd.Timestamp) and value.tz is None and value == value.normalize():
        return value.date()
    return value
