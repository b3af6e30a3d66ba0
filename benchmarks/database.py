"""An empty database of its own for a measurement, on a server that ends with it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.server import Server
from graph.settings import Settings
from graph.store import Store

_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


@contextmanager
def database() -> Iterator[Store]:
    """Open a database with the schema's indexes and nothing in it."""
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(_env_file=None, NEO4J_URI=None, TSUNAGARI_HOME=Path(home))  # pyright: ignore[reportCallIssue] - the rest comes from the environment
        server = Server(settings)
        try:
            with Store.open(server.start()) as store:
                store.prepare()
                yield store
        finally:
            server.stop()


def empty(store: Store) -> None:
    """Delete all nodes."""
    with store.driver.session(database=store.database) as session:
        session.run(_EMPTY).consume()
