from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.server import configuration

GUARDS = {
    "dbms.security.allow_csv_import_from_file_urls",
    "internal.dbms.cypher_ip_blocklist",
    "dbms.usage_report.enabled",
    "server.http.enabled",
    "server.https.enabled",
}


@pytest.fixture
def service(root: Path) -> dict[str, Any]:
    content = yaml.safe_load((root / "compose.yaml").read_text(encoding="utf-8"))
    service: dict[str, Any] = content["services"]["neo4j"]
    return service


def name(variable: str) -> str:
    """The setting of a variable, by the rule of Neo4j's image: ``_`` is a point, ``__`` an underscore."""
    return variable.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")


def test_docker_has_the_guards_of_the_managed_server(service: dict[str, Any]) -> None:
    values = {name(variable): value for variable, value in service["environment"].items()}
    assert {key: values[key] for key in GUARDS} == {key: configuration.SETTINGS[key] for key in GUARDS}


def test_docker_publishes_on_the_loopback_address_only(service: dict[str, Any]) -> None:
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_docker_has_no_password_of_its_own(service: dict[str, Any]) -> None:
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")
