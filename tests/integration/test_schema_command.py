"""``tsunagari schema`` on a real server, against what pandas counts in the sample's own files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from graph import statements
from graph.connection import Connection
from graph.inventory import inventory
from graph.store import Store
from loaders import read

pytestmark = pytest.mark.neo4j

Cli = Callable[..., Any]
STRANGE = "a `b` \\u0060 c"


@pytest.fixture(scope="module")
def store(connection: Connection, sample: Path) -> Iterator[Store]:
    with Store.open(connection) as opened:
        opened.write(read([sample]).dataset, replace=True)
        yield opened


@pytest.fixture(autouse=True)
def _address(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)


def test_counts_and_fill_rates_are_those_of_the_files(cli: Cli, store: Store, sample: Path) -> None:
    content = json.loads(cli("schema", "--format", "json").out)
    labels = {entry["key"]: entry for entry in content["labels"]}
    needs = pd.read_csv(sample / "Need.csv", dtype=str)
    filled = {entry["key"]: entry["filled"] for entry in labels["Need"]["properties"]}
    assert labels["Need"]["count"] == len(needs)
    assert filled["closedOn"] == needs["終結日"].notna().sum()
    types = {entry["key"]: entry for entry in content["relationships"]}
    addresses = pd.read_csv(sample / "ADDRESSES.csv", dtype=str)
    from_needs = addresses["起点"].isin(needs["id" if "id" in needs else "ID"]).sum()
    assert {"start": "Need", "end": "Theme", "count": from_needs} in types["ADDRESSES"]["ends"]


def test_numbers_of_nodes_come_from_the_count_store(store: Store) -> None:
    for name, operator in (
        ("inventory_count_nodes", "NodeCountFromCountStore"),
        ("inventory_count_relationships", "RelationshipCountFromCountStore"),
    ):
        plan = store.driver.execute_query("EXPLAIN " + statements.about(name, "Organisation")).summary.plan
        assert operator in json.dumps(plan)


def test_names_with_any_character_are_counted(store: Store) -> None:
    written = STRANGE.replace("\\", "\\u005c").replace("`", "``")
    store.driver.execute_query(f"CREATE (:`{written}` {{x: 1}})-[:`{written}`]->(:`{written}`)")
    try:
        found = inventory(store)
        assert (found.labels[STRANGE].count, found.labels[STRANGE].filled) == (2, {"x": 1})
        assert found.types[STRANGE].ends == {(STRANGE, STRANGE): 1}
    finally:
        store.driver.execute_query(f"MATCH (n:`{written}`) DETACH DELETE n")


def test_what_differs_is_said_beside_the_table(cli: Cli, store: Store) -> None:
    store.driver.execute_query("CREATE (:Organisatoin {id: 'x'})")
    try:
        outcome = cli("schema", lang="ja")
    finally:
        store.driver.execute_query("MATCH (n:Organisatoin) DELETE n")
    assert (
        "ラベル Organisatoin(ノード 1 個)はスキーマにありません。Organisation の書き間違いではありませんか。"
        in outcome.err
    )
    assert "取組テーマ" in outcome.out


def test_every_form_is_written(cli: Cli, store: Store, tmp_path: Path) -> None:
    for name, sign in (("a.mmd", "flowchart LR"), ("a.html", "<!doctype html>"), ("a.json", '"differences"')):
        assert cli("schema", "--out", tmp_path / name).code == 0
        assert sign in (tmp_path / name).read_text(encoding="utf-8").replace("<!DOCTYPE", "<!doctype")
