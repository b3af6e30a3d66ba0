"""Real managed servers, one a version line for the whole session; they share the user's cache of jars."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import neo4j
import pytest

from graph.connection import Connection
from graph.server import Server
from graph.settings import Settings

VERSIONS = ("5.26", "2026")


def settings_of(home: Path, version: str = "5.26") -> Settings:
    """Settings of a managed server in this home, whatever server the environment names."""
    return Settings(_env_file=None, NEO4J_URI=None, TSUNAGARI_HOME=home, TSUNAGARI_NEO4J_VERSION=version)


def emptied(connection: Connection) -> Connection:
    """The same connection, once its database holds no node."""
    auth = (connection.username, connection.password)
    with neo4j.GraphDatabase.driver(connection.uri, auth=auth) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)
    return connection


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """Gives the server of a version line, started when first asked for and stopped at the end."""
    home = tmp_path_factory.mktemp("neo4j")
    begun: dict[str, Server] = {}

    def server(version: str) -> Server:
        begun.setdefault(version, Server(settings_of(home, version))).start()
        return begun[version]

    yield server
    for each in begun.values():
        each.stop()


@pytest.fixture(scope="session")
def server(servers: Callable[[str], Server]) -> Server:
    """A running server of the default version line."""
    return servers("5.26")


@pytest.fixture(scope="session")
def connection(server: Server) -> Connection:
    """How to reach a running server of the default version line; its database may hold anything."""
    return server.start()


@pytest.fixture
def clean_connection(connection: Connection) -> Connection:
    """How to reach a running server of the default version line with an empty database."""
    return emptied(connection)


@pytest.fixture(params=VERSIONS)
def any_server(request: pytest.FixtureRequest, servers: Callable[[str], Server]) -> Server:
    """A running server of each version line in turn."""
    return servers(request.param)


@pytest.fixture
def any_connection(any_server: Server) -> Connection:
    """How to reach a running server of each version line in turn, with an empty database."""
    return emptied(any_server.start())
