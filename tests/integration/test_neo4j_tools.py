"""What Neo4j's own tools are given, on a real server: every favourite runs; roles, as far as Community knows them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, LiteralString, cast

import neo4j
import pytest
from neo4j.exceptions import ClientError

from graph.connection import Connection
from graph.schema import schema
from graph.store import Store
from loaders import read
from tsunagari.neo4j_tools import roles

pytestmark = pytest.mark.neo4j

Cli = Callable[..., Any]
UNSUPPORTED = "Neo.ClientError.Statement.UnsupportedAdministrationCommand"
WRONG = "Neo.ClientError.Statement.SyntaxError"


@pytest.fixture(scope="module")
def store(connection: Connection, sample: Path) -> Iterator[Store]:
    with Store.open(connection) as opened:
        opened.write(read([sample]).dataset, replace=True)
        yield opened


@pytest.fixture
def address(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> Connection:
    """The settings of a person whose NEO4J_URI names the test's server."""
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
    return connection


def statements(script: str) -> list[str]:
    """The statements of a script: comments left out, ended by a semicolon at the end of a line."""
    lines = [line for line in script.splitlines() if not line.startswith("//")]
    return [part.strip() for part in re.split(r";\n", "\n".join([*lines, ""])) if part.strip()]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_favourite_runs(cli: Cli, store: Store, tmp_path: Path, lang: str) -> None:
    file = tmp_path / "favourites.cypher"
    assert cli("neo4j", "favourites", file, lang=lang).code == 0
    parameters: dict[str, object] = {}
    ran = 0
    with store.driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        for statement in statements(file.read_text(encoding="utf-8")):
            setting = re.fullmatch(r":param (\w+) => (.*)", statement)
            if setting:
                parameters[setting[1]] = session.run(f"RETURN {setting[2]} AS value").single(strict=True)["value"]
            else:
                session.run(statement, parameters).consume()
                ran += 1
    assert ran == len(json.loads(cli("query", "list", "--format", "json").out))


def test_the_style_is_written(cli: Cli, tmp_path: Path) -> None:
    assert cli("neo4j", "style", tmp_path / "out.grass").code == 0
    assert "node.Organisation {" in (tmp_path / "out.grass").read_text(encoding="utf-8")


def test_connect_info_keeps_the_password_unless_asked(cli: Cli, address: Connection) -> None:
    told, listed = cli("neo4j", "connect-info", lang="ja"), cli("neo4j", "connect-info", "--format", "json")
    assert json.loads(listed.out) == [
        {"uri": address.uri, "username": "neo4j", "database": "neo4j", "passwordFile": "NEO4J_PASSWORD"}
    ]
    assert address.uri in told.out
    assert "VS Code" in told.out
    assert address.password not in told.out + told.err + listed.out + listed.err
    asked = cli("neo4j", "connect-info", "--show-password", "--format", "json")
    assert json.loads(asked.out)[0]["password"] == address.password


def refusal(store: Store, statement: str) -> str | None:
    """The code with which Community's system database refuses a statement."""
    try:
        text = cast("LiteralString", statement)  # type: ignore[redundant-cast] # mypy takes it for str
        store.driver.execute_query(text, database_="system")
    except ClientError as error:
        return error.code
    return None


def test_community_understands_the_roles_script_and_has_no_roles(store: Store) -> None:
    script = statements(roles(schema(), "neo4j"))
    assert len(script) == 5
    assert {refusal(store, statement) for statement in script} == {UNSUPPORTED}
    # The same parser refuses a slip in any of them as a slip.
    assert {refusal(store, statement.replace(" TO ", " FOR ")) for statement in script[1:]} == {WRONG}


def test_what_community_does_not_enforce(store: Store, connection: Connection) -> None:
    """Every user of Community may write; only the access mode that a client asks for keeps it from that."""
    store.driver.execute_query(
        "CREATE USER analyst SET PASSWORD 'reads-only-1' CHANGE NOT REQUIRED", database_="system"
    )
    try:
        assert refusal(store, "GRANT ROLE reader TO analyst") == UNSUPPORTED
        with neo4j.GraphDatabase.driver(connection.uri, auth=("analyst", "reads-only-1")) as driver:
            with driver.session() as session:
                session.run("CREATE (s:Scratch) DELETE s").consume()
            with (
                driver.session(default_access_mode=neo4j.READ_ACCESS) as session,
                pytest.raises(ClientError, match="AccessMode"),
            ):
                session.run("CREATE (:Scratch)").consume()
    finally:
        store.driver.execute_query("DROP USER analyst", database_="system")
