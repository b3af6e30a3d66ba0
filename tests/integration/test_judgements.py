import datetime as dt

import pytest

from graph.dataset import Dataset
from graph.judgement import PROGRAM, Alias, Judgement
from graph.judgements import NothingDecided, add_judgements, read_judgements, undo_judgements
from graph.store import Store

pytestmark = pytest.mark.neo4j

DAY = dt.datetime(2024, 4, 1, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
A, B, C = (Alias(name, f"架空「{name}」の会", None, "JP-LGC-141003") for name in "ABC")


def judgement(one, other, *, same=True, by="架空太郎", day=0):
    return Judgement(one, other, same, by, DAY + dt.timedelta(days=day), ("key", "places_differ"), 91.5)


def count(store):
    with store.driver.session(database=store.database) as session:
        query = "MATCH (n:Alias) WITH count(n) AS n OPTIONAL MATCH (:Alias)-[r]->(:Alias) RETURN n, count(r)"
        return session.run(query).single().values()


def test_judgements_come_back_as_they_were(any_connection):
    with Store.open(any_connection) as store:
        kept = [judgement(A, B, day=1), judgement(B, C, same=False)]
        add_judgements(store, kept)
        assert list(read_judgements(store)) == kept
        add_judgements(store, kept)
        assert list(read_judgements(store)) == kept
        assert count(store) == [3, 2]


def test_the_newer_takes_the_place_of_the_older_of_a_pair(clean_connection):
    with Store.open(clean_connection) as store:
        add_judgements(store, [judgement(A, B)])
        newer = judgement(B, A, same=False, day=1)
        add_judgements(store, [newer])
        assert list(read_judgements(store)) == [newer]


def test_undo_takes_the_newest_back_and_what_nobody_needs(clean_connection):
    with Store.open(clean_connection) as store:
        old, new = judgement(A, B), judgement(B, C, day=1)
        add_judgements(store, [old, new])
        assert undo_judgements(store, [1], "想像花子") == [new]
        assert list(read_judgements(store)) == [old]
        assert count(store) == [2, 1]
        with pytest.raises(NothingDecided, match=r"2|判断"):
            undo_judgements(store, [2], "想像花子")
        assert undo_judgements(store, [1], "想像花子") == [old]
        assert count(store) == [0, 0]


def test_undoing_what_the_rules_found_keeps_the_two_apart(clean_connection):
    with Store.open(clean_connection) as store:
        found = judgement(A, B, by=PROGRAM)
        add_judgements(store, [found])
        undo_judgements(store, [1], "想像花子")
        (kept,) = read_judgements(store)
        assert (kept.pair, kept.same, kept.decided_by) == (found.pair, False, "想像花子")


def test_no_load_touches_judgements(clean_connection):
    dataset = Dataset.of({"Organisation": [{"id": "A", "name": "架空"}]})
    with Store.open(clean_connection) as store:
        add_judgements(store, [judgement(A, B)])
        store.write(dataset, replace=True)
        store.write(Dataset.of({}), replace=True)
        assert len(read_judgements(store)) == 1
        assert store.read() == Dataset.of({})
        assert store.count_others(dataset) == 0
