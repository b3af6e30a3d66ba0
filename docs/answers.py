"""Asks the sample in a real Neo4j anew, and writes the answers that the docs show: the guide's and the notebooks'.

Run by ``make answers``; tests fail when an answer has become another.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from docs import executed, guide
from graph.connection import Connection
from graph.server import Server
from graph.settings import Settings
from graph.store import Store
from loaders import read
from tsunagari import workflow
from tsunagari.notebook.database import Database


@contextmanager
def sample_server() -> Iterator[Connection]:
    """Run a managed Neo4j of its own that holds the sample."""
    with tempfile.TemporaryDirectory() as home:
        server = Server(Settings(_env_file=None, NEO4J_URI=None, TSUNAGARI_HOME=Path(home)))
        try:
            connection = server.start()
            with Store.open(connection) as store:
                store.write(read([workflow.sample()]).dataset)
            yield connection
        finally:
            server.stop()


def asking(database: Database) -> guide.Ask:
    """Return what answers the guide's questions, each asked once for all languages."""
    known: dict[str, pd.DataFrame] = {}

    def ask(name_or_cypher: str, values: Mapping[str, object]) -> pd.DataFrame:
        if name_or_cypher not in known:
            known[name_or_cypher] = database.query(name_or_cypher, **values)
        return known[name_or_cypher]

    return ask


def opened(connection: Connection) -> Database:
    """Return the database of a server."""
    return Database(
        Settings(
            _env_file=None,
            NEO4J_URI=connection.uri,
            NEO4J_USERNAME=connection.username,
            NEO4J_PASSWORD=connection.password,
        )
    )


def main() -> None:
    """Write the answers."""
    with sample_server() as connection:
        with opened(connection) as database:
            ask = asking(database)
            for code, page in guide.PAGES.items():
                text = page.read_text(encoding="utf-8")
                page.write_text(guide.with_answers(text, ask, code), encoding="utf-8")
        for path in executed.notebooks():
            executed.write(executed.run(path, connection), path)


if __name__ == "__main__":
    main()
