import re
from importlib import resources

import pytest

from graph.server.lock import lock

LINES = ["5.26", "2026"]


@pytest.mark.parametrize("line", LINES)
def test_a_lock_file_names_a_version_of_its_line(line: str) -> None:
    assert lock(line).version.startswith(f"{line}.")


@pytest.mark.parametrize("line", LINES)
def test_every_jar_has_a_checksum_and_a_name_of_its_own(line: str) -> None:
    jars = lock(line).jars
    assert all(re.fullmatch("[0-9a-f]{64}", jar.sha256) for jar in jars)
    assert len({jar.name for jar in jars}) == len(jars) > 200


@pytest.mark.parametrize("line", LINES)
def test_a_plugin_brings_no_jar_that_the_server_has(line: str) -> None:
    server, plugin = lock(line), lock(line, "gds")
    assert plugin.name == f"gds-{plugin.version}"
    assert all(re.fullmatch("[0-9a-f]{64}", jar.sha256) for jar in plugin.jars)
    assert not {(jar.group, jar.artifact) for jar in plugin.jars} & {(jar.group, jar.artifact) for jar in server.jars}


@pytest.mark.parametrize("name", ["neo4j-5.26", "neo4j-2026", "gds-5.26", "gds-2026"])
def test_a_lock_file_names_no_address(name: str) -> None:
    text = (resources.files("graph.server") / "locks" / f"{name}.toml").read_text(encoding="utf-8")
    assert not re.search(r"://|\bwww\.|repo1?\.", text)


def test_the_lines_ask_for_the_java_that_neo4j_does() -> None:
    # https://neo4j.com/docs/operations-manual/5/installation/requirements/ and …/current/…
    assert (lock("5.26").java, lock("2026").java) == (17, 21)


def test_a_classifier_stands_in_the_name() -> None:
    names = {jar.name for jar in lock("5.26").jars if jar.classifier == "linux-x86_64"}
    assert {re.sub(r"-[0-9][^-]*-", "-*-", name, count=1) for name in names} == {
        "netty-transport-native-epoll-*-linux-x86_64.jar"
    }
