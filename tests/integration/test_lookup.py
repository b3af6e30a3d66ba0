"""Parameters that name something in the database, on the sample."""

import pytest

from graph.dataset import Dataset
from graph.errors import QueryError
from graph.language import set_language
from graph.store import Store
from loaders import read
from queries.header import parse
from queries.lookup import asked, resolved
from queries.parameters import fitting
from tests.integration.conftest import emptied

pytestmark = pytest.mark.neo4j


def taking(values, kind="string"):
    head = f"// title: t\n// question: q\n// columns: {{v: v}}\n// parameters:\n//   x: {{type: {kind}, default: null, "
    return parse("own/q", f"{head}values: {values}, ja: 値}}\nRETURN $x AS v")


@pytest.fixture(scope="module")
def store(connection, sample):
    twins = {"Organisation": [{"id": f"TWIN-{n}", "name": "同じ名の会"} for n in "12"]}
    with Store.open(emptied(connection)) as opened:
        opened.write(read([sample]).dataset)
        opened.write(Dataset.of(twins))
        yield opened


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language(None)


def found(store, values, text, kind="string"):
    query = taking(values, kind)
    return resolved(store, query, fitting(query, {"x": text}))["x"]


@pytest.mark.parametrize(
    ("values", "text", "value"),
    [
        ("Theme.name", "居場所づくり", "居場所づくり"),
        ("Theme.name", "THM-11", "居場所づくり"),
        ("Theme.id", "居場所づくり", "THM-11"),
        ("Theme.id", "THM-11", "THM-11"),
        ("Municipality.code", "鎌倉市", "142042"),
        ("Municipality.name", "142042", None),
        ("Organisation.name", "同じ名の会", "同じ名の会"),
    ],
)
def test_names_and_ids_become_what_the_query_takes(store, values, text, value):
    if value is None:
        with pytest.raises(QueryError):
            found(store, values, text)
    else:
        assert found(store, values, text) == value


def test_a_list_is_looked_up_one_by_one(store):
    assert found(store, "Theme.id", "居場所づくり、THM-10", "strings") == ["THM-11", "THM-10"]


def test_nothing_is_looked_up_where_nothing_is_given(store):
    query = taking("Theme.name")
    assert asked(query, fitting(query, {})) == {}
    assert resolved(store, query, {"x": None}) == {"x": None}


@pytest.mark.parametrize(
    ("values", "text", "en", "ja"),
    [
        (
            "Theme.name",
            "居場所つくり",
            "no Theme '居場所つくり' (parameter x); did you mean 居場所づくり?",
            "もしかして: 居場所づくり?",
        ),
        ("Municipality.name", "鎌倉", "did you mean 鎌倉市?", "「鎌倉」という市町村はデータベースにありません"),
        ("Theme.name", "ＸＹＺ", "MATCH (n:Theme) RETURN n.id, n.name", "MATCH (n:Theme) RETURN n.id, n.name"),
        (
            "Organisation.id",
            "同じ名の会",
            "several of Organisation '同じ名の会'; give the parameter x an id: TWIN-1, TWIN-2",
            "複数あります",
        ),
    ],
)
def test_what_is_not_there_is_said_with_what_is_like_it(store, values, text, en, ja):
    for code, said in (("en", en), ("ja", ja)):
        set_language(code)
        with pytest.raises(QueryError) as refused:
            found(store, values, text)
        assert said in str(refused.value)


@pytest.mark.parametrize("values", ["Theme.name", "Organisation.id", "Municipality.code"])
def test_the_look_up_reads_indexes_alone(store, values):
    from graph import statements

    label, key = values.split(".")
    with store.driver.session(database=store.database) as session:
        plan = session.run(f"EXPLAIN {statements.value_named(label, key)}", text="x").consume().plan
    operators = set()

    def walk(step):
        operators.add(step["operatorType"].split("@")[0])
        for child in step.get("children", ()):
            walk(child)

    walk(plan)
    assert any("IndexSeek" in operator for operator in operators)
    assert not operators & {"NodeByLabelScan", "AllNodesScan"}
