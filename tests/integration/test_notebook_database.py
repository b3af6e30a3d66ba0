"""What a notebook asks of a real database."""

import datetime as dt

import neo4j
import pandas as pd
import pytest

import tsunagari as tg
from graph.dataset import Dataset
from graph.errors import DatabaseError, QueryError
from graph.language import set_language
from graph.store import Store
from loaders.read import read
from loaders.sources import edition
from tsunagari.notebook import default

pytestmark = pytest.mark.neo4j

JOINED = dt.date(2024, 4, 1)


@pytest.fixture
def named(clean_connection, monkeypatch):
    """The settings name a server that holds three members."""
    for name in ("uri", "username", "password"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(clean_connection, name))
    monkeypatch.setenv("TSUNAGARI_LANG", "en")
    members = [
        {"id": "a", "name": "あ", "sector": "nonprofit", "memberSince": JOINED},
        {"id": "b", "name": "い", "sector": "nonprofit"},
        {"id": "c", "name": "う", "sector": "company"},
    ]
    with Store.open(clean_connection) as store:
        store.write(Dataset.of({"Organisation": members}))
    yield clean_connection
    default.disconnect()
    set_language(None)


def test_a_question_connects_by_itself_and_the_answer_has_pandas_types(named):
    answer = tg.query(
        "MATCH (o:Organisation) RETURN o.name AS name, o.memberSince AS since, o.memberSince IS NOT NULL AS dated,"
        " CASE WHEN o.id <> 'b' THEN 9007199254740993 END AS number, 0.5 AS half, labels(o) AS labels ORDER BY o.id"
    )
    assert answer.dtypes.astype(str).to_dict() == {
        "name": "str",
        "since": "datetime64[s]",
        "dated": "boolean",
        "number": "Int64",
        "half": "float64",
        "labels": "object",
    }
    assert answer["since"].tolist() == [pd.Timestamp(JOINED), pd.NaT, pd.NaT]
    assert answer["number"].tolist() == [9007199254740993, pd.NA, 9007199254740993]


def test_a_query_of_the_library_goes_by_its_name(named):
    assert tg.query("members/by_sector").iloc[0].tolist()[:2] == ["nonprofit", 2]
    assert len(tg.query("by_sector")) == 2


def test_what_a_table_holds_goes_in_as_a_parameter(named):
    days = tg.query("MATCH (o:Organisation {id: 'a'}) RETURN o.memberSince AS day, 1 AS number")
    found = tg.query(
        "MATCH (o:Organisation) WHERE o.memberSince = $day AND $number = 1 AND o.name IN $names RETURN o.id AS id",
        day=days["day"][0],
        number=days["number"][0],
        names=["あ", "い"],
    )
    assert found["id"].tolist() == ["a"]


@pytest.mark.parametrize(
    ("cypher", "values", "said"),
    [
        ("CREATE (:Theme)", {}, "read-only"),
        ("MATCH (n RETURN n", {}, "did not accept"),
        ("RETURN $x AS x", {"x": object()}, "type"),
    ],
)
def test_a_wrong_question_is_one_sentence_of_ours(named, cypher, values, said):
    with pytest.raises(QueryError, match=said) as caught:
        tg.query(cypher, **values)
    assert caught.value.__suppress_context__
    assert tg.query("MATCH (t:Theme) RETURN count(t) AS n")["n"].tolist() == [0]


def test_a_connection_is_asked_while_it_is_open_and_opens_again(named, monkeypatch):
    with tg.connect() as db:
        assert "open" in repr(db)
        monkeypatch.delenv("NEO4J_URI")
        assert len(tg.query("MATCH (o:Organisation) RETURN o.id AS id")) == 3
    assert "closed" in repr(db)
    assert named.password not in repr(db)
    assert len(db.query("MATCH (o:Organisation) RETURN o.id AS id")) == 3
    db.close()


def test_a_refused_user_is_said_and_the_database_before_stays(named):
    tg.connect()
    with pytest.raises(DatabaseError, match="nobody"):
        tg.connect(username="nobody")
    assert len(tg.query("members/by_sector")) == 2


def test_a_server_that_went_away_is_said_and_asked_again(named):
    db = tg.connect()
    with neo4j.GraphDatabase.driver("bolt://127.0.0.1:9", max_transaction_retry_time=0) as gone:
        db._store.driver = gone
        with pytest.raises(DatabaseError, match="reach"):
            db.query("RETURN 1 AS one")
    assert db.query("RETURN 1 AS one")["one"].tolist() == [1]


def test_the_database_is_analysed_once_and_again_when_a_load_changed_it(named, tmp_path):
    assert tg.organisations_network().number_of_edges() == 0
    assert tg.findings(draws=0) is tg.findings(draws=0)
    assert tg.network().nodes["a"]["memberSince"] == JOINED
    (tmp_path / "関係.csv").write_text("起点,終点,種類\na,b,その他\nb,c,その他\n", encoding="utf-8")
    with Store.open(named) as store:
        store.load(edition(read([tmp_path], known=store.nodes), "t"))
    assert tg.organisations_network().number_of_edges() == 2
    assert tg.bridges(draws=0)["organisation"].tolist()[0] == "い"
    assert "い" in tg.page(draws=0).html


def test_gaps_and_themes_of_an_empty_database_have_their_columns(clean_connection, named):
    for table in (tg.gaps(), tg.themes()):
        assert len(table) == 0
        assert len(table.columns) > 5
