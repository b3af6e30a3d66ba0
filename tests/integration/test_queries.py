"""Running queries on the sample."""

import pytest

from graph.errors import QueryError
from graph.store import Store
from loaders import read
from queries import run

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def store(connection, sample):
    with Store.open(connection) as opened:
        opened.write(read([sample]).dataset, replace=True)
        yield opened


def test_read_only_is_the_servers_own_refusal(store):
    with pytest.raises(QueryError, match="--write"):
        run(store, "CREATE (:Theme {id: 'x'})")
    assert run(store, "MATCH (t:Theme {id: 'x'}) RETURN count(t) AS n").frame["n"].tolist() == [0]


def test_writing_when_told(store):
    assert run(store, "CREATE (:Scratch {id: 'x'})", write=True).counters["nodes_created"] == 1
    assert run(store, "MATCH (s:Scratch) DELETE s", write=True).counters == {"nodes_deleted": 1}


def test_a_wrong_query_is_one_sentence(store):
    with pytest.raises(QueryError, match="Neo4j"):
        run(store, "MATCH (n RETURN n")


def test_values_come_back_as_plain_python(store):
    frame = run(
        store,
        "MATCH (t:Theme)-[b:BROADER]->(w:Theme) WITH t, b, w LIMIT 1 "
        "RETURN t AS node, b AS tie, date('2025-04-01') AS day, [1, 2] AS list, $p AS value, null AS nothing",
        {"p": "x"},
    ).frame
    row = frame.iloc[0]
    assert row["node"]["labels"] == ["Theme"]
    assert row["tie"]["type"] == "BROADER"
    assert str(row["day"]) == "2025-04-01"
    assert row["list"] == [1, 2]
    assert row["value"] == "x"
