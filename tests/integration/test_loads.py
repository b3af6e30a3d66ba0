"""Loads by source on a real Neo4j: next editions, what stays, what ends, and taking back."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor

import neo4j
import pytest

from graph.dataset import Dataset
from graph.frames import rows
from graph.keys import keyed
from graph.loads import NothingToUndo, Request
from graph.store import Store

pytestmark = pytest.mark.neo4j

TODAY = dt.date(2026, 4, 1)


@pytest.fixture
def store(clean_connection):
    with Store.open(clean_connection) as opened:
        yield opened


def says(source, content, **options):
    """The load of one source that says what is in the tables."""
    source_row = {("Source", source): {"id": source, "name": source}}
    stated = {**source_row, **keyed(Dataset.of({"Source": [{"id": source, "name": source}], **content}))}
    return Request({source: stated}, "架空の担当者", today=TODAY, **options)


def organisations(*names, **more):
    return [{"id": name, "name": name, **more} for name in names]


def stated(store, table):
    """The rows of a table by id or ends, each with its sources."""
    found = {}
    for row in rows(store.read()[table]):
        key = row["id"] if "id" in row else (row["start"], row["end"])
        found[key] = row.get("sources", [])
    return found


def test_rows_that_are_gone_lose_the_source_and_those_of_nobody_go(store):
    store.load(says("S1", {"Organisation": organisations("a", "b", "c")}))
    store.load(says("S2", {"Organisation": organisations("b", "d")}))
    assert stated(store, "Organisation") == {"a": ["S1"], "b": ["S1", "S2"], "c": ["S1"], "d": ["S2"]}
    _, difference = store.load(says("S1", {"Organisation": organisations("a")}))
    assert stated(store, "Organisation") == {"a": ["S1"], "b": ["S2"], "d": ["S2"]}
    assert (difference.counts().deleted, difference.counts().updated) == (1, 1)


def test_a_changed_value_changes_and_what_another_source_says_stays(store):
    store.load(says("S1", {"Organisation": organisations("a", url="https://old.example/")}))
    store.load(says("S2", {"Organisation": organisations("a", address="架空市1", url="https://other.example/")}))
    (row,) = rows(store.read()["Organisation"])
    assert (row["url"], row["address"]) == ("https://old.example/", "架空市1")
    store.load(says("S1", {"Organisation": organisations("a", url="https://new.example/")}))
    assert rows(store.read()["Organisation"])[0]["url"] == "https://new.example/"
    # The first source says nothing of it any more: what the other one always said comes to light.
    store.load(says("S1", {"Organisation": organisations("a")}))
    (row,) = rows(store.read()["Organisation"])
    assert (row["url"], row["address"]) == ("https://other.example/", "架空市1")
    store.load(says("S2", {"Organisation": organisations("a")}))
    assert rows(store.read()["Organisation"]) == [{"id": "a", "name": "a", "sources": ["S1", "S2"]}]


def test_what_is_kept_by_hand_comes_before_what_is_published(store):
    store.load(says("PUBLISHED", {"Organisation": organisations("a", address="架空市1")}))
    store.load(says("OWN", {"Organisation": organisations("a", address="架空市2")}, first=frozenset({"OWN"})))
    assert rows(store.read()["Organisation"])[0]["address"] == "架空市2"
    store.load(says("PUBLISHED", {"Organisation": organisations("a", address="架空市3")}))
    assert rows(store.read()["Organisation"])[0]["address"] == "架空市2"


def test_ties_go_with_the_source_that_says_them(store):
    tables = {"Organisation": organisations("a", "b"), "Theme": [{"id": "T", "name": "居場所"}]}
    store.load(says("S1", {**tables, "WORKS_ON": [{"start": "a", "end": "T"}, {"start": "b", "end": "T"}]}))
    store.load(says("S2", {**tables, "WORKS_ON": [{"start": "a", "end": "T"}]}))
    store.load(says("S1", tables))
    assert stated(store, "WORKS_ON") == {("a", "T"): ["S2"]}
    store.load(says("S2", tables))
    assert stated(store, "WORKS_ON") == {}


def test_what_began_is_closed_and_not_deleted(store):
    began = dt.date(2024, 5, 1)
    place = [{"id": "M", "name": "架空市", "code": "141003"}]
    tables = {"Organisation": organisations("a", "b"), "Municipality": place}
    member = [*organisations("a", memberSince=began), *organisations("b")]
    tie = {"start": "a", "end": "b", "kind": "cooperation", "since": began}
    located = [{"start": "a", "end": "M"}, {"start": "b", "end": "M"}]
    store.load(says("S", {**tables, "Organisation": member, "LOCATED_IN": located, "TIED_TO": [tie]}))
    _, difference = store.load(says("S", {"Municipality": place, "Organisation": organisations("b")}))
    # a is a member: it ends today, and keeps its office; b keeps nothing that nobody states.
    found = {row["id"]: row for row in rows(store.read()["Organisation"])}
    assert found["a"] == {"id": "a", "name": "a", "memberSince": began, "memberUntil": TODAY}
    assert found["b"]["sources"] == ["S"]
    assert [row["until"] for row in rows(store.read()["TIED_TO"])] == [TODAY]
    assert list(stated(store, "LOCATED_IN")) == [("a", "M")]
    assert (difference.counts().closed, difference.counts().deleted) == (3, 1)
    # It comes back: the end was ours, and goes.
    store.load(says("S", {**tables, "Organisation": member, "LOCATED_IN": located, "TIED_TO": [tie]}))
    found = {row["id"]: row for row in rows(store.read()["Organisation"])}
    assert found["a"] == {"id": "a", "name": "a", "memberSince": began, "sources": ["S"]}
    assert [row.get("until") for row in rows(store.read()["TIED_TO"])] == [None]


def test_an_end_that_the_source_itself_gave_stays_as_it_was(store):
    ended = organisations("a", memberSince=dt.date(2020, 4, 1), memberUntil=dt.date(2023, 3, 31))
    store.load(says("S", {"Organisation": ended}))
    store.load(says("S", {}))
    assert rows(store.read()["Organisation"])[0]["memberUntil"] == dt.date(2023, 3, 31)


def test_what_people_wrote_by_hand_stays(store):
    theme = [{"id": "T", "name": "居場所"}]
    store.load(says("S", {"Organisation": organisations("a", "b"), "Theme": theme}))
    with store.driver.session(database=store.database) as session:
        session.run("MATCH (o:Organisation {id: 'a'}) SET o.url = 'https://hand.example/', o.note = 'x'").consume()
        session.run("MATCH (o {id: 'b'}), (t:Theme) CREATE (o)-[:WORKS_ON]->(t)").consume()
    store.load(
        says("S", {"Organisation": organisations("a", address="架空市1"), "Theme": [{"id": "T", "name": "居場所"}]})
    )
    with store.driver.session(database=store.database) as session:
        found = session.run("MATCH (o:Organisation) RETURN properties(o) AS p ORDER BY o.id").value()
    # b is stated by nobody any more, but a tie that somebody drew still hangs on it.
    assert found == [
        {
            "id": "a",
            "name": "a",
            "address": "架空市1",
            "url": "https://hand.example/",
            "note": "x",
            "sources": ["S"],
        },
        {"id": "b", "name": "b"},
    ]


def test_rows_that_are_nobodys_stay_nobodys_when_they_come_back_unchanged(store):
    by_hand = Dataset.of({"Organisation": organisations("a", "b")})
    store.write(by_hand)
    changed = keyed(Dataset.of({"Organisation": [*organisations("a"), {"id": "b", "name": "b2"}]}))
    default = {"id": "SRC-book.xlsx", "name": "book.xlsx"}
    request = Request({}, "x", unsourced=keyed(by_hand), default=default)
    _, difference = store.load(request)
    assert difference.counts().unchanged == 2
    assert store.read() == by_hand
    store.load(Request({}, "x", unsourced=changed, default=default))
    assert stated(store, "Organisation") == {"a": [], "b": ["SRC-book.xlsx"]}


def test_a_table_that_the_files_do_not_have_stays_as_it_was_said(store):
    tables = {"Organisation": organisations("a", "b"), "Theme": [{"id": "T", "name": "居場所"}]}
    store.load(says("S", {**tables, "WORKS_ON": [{"start": "a", "end": "T"}, {"start": "b", "end": "T"}]}))
    only = frozenset({"Organisation"})
    store.load(says("S", {"Organisation": organisations("a", "c")}, tables={"S": only}))
    assert set(stated(store, "Organisation")) == {"a", "c"}
    assert set(stated(store, "WORKS_ON")) == {("a", "T")}
    assert set(stated(store, "Theme")) == {"T"}


def test_nothing_is_taken_for_gone_while_rows_are_refused(store):
    store.load(says("S", {"Organisation": organisations("a", "b")}))
    store.load(says("S", {"Organisation": organisations("a")}, partial=True))
    assert set(stated(store, "Organisation")) == {"a", "b"}


def test_a_dry_run_shows_the_difference_and_changes_nothing(store):
    store.load(says("S", {"Organisation": organisations("a", "b")}))
    before, loads = store.read(), store.loads()
    next_one = says("S", {"Organisation": [{"id": "a", "name": "新しい名"}]})
    _, difference = store.load(next_one, dry_run=True)
    assert {(change.key, *change.properties) for change in difference.changes} == {
        (("Organisation", "a"), "name"),
        (("Organisation", "b"), "id", "name", "sources"),
    }
    assert (store.read(), store.loads()) == (before, loads)
    _, made = store.load(next_one)
    assert made.counts() == difference.counts()


def test_loads_are_taken_back_one_after_the_other(store):
    states = [store.read()]
    member = organisations("a", memberSince=dt.date(2024, 4, 1))
    requests = [
        says("S1", {"Organisation": [*member, *organisations("b")]}),
        says("S2", {"Organisation": organisations("a", "c", address="架空市1")}),
        says("S1", {"Organisation": organisations("b", url="https://b.example/")}),
        says("S2", {}),
    ]
    for request in requests:
        store.load(request)
        states.append(store.read())
    with pytest.raises(NothingToUndo, match=r"load 4 is newer|新しい読み込み 4"):
        store.undo(3, "x")
    for number in (4, 3, 2, 1):
        store.undo(number, "取消した人")
        assert store.read() == states[number - 1]
    with pytest.raises(NothingToUndo, match=r"no load that could|取り消せる読み込みが"):
        store.undo(1, "x")
    assert [(load.state, load.undone_by) for load in store.loads()] == [("undone", "取消した人")] * 4
    # After that the sources begin anew.
    store.load(requests[0])
    assert store.read() == states[1]


def test_an_edition_after_an_undone_one_follows_the_one_before(store):
    store.load(says("S", {"Organisation": organisations("a", "b")}))
    store.load(says("S", {"Organisation": organisations("a")}))
    store.undo(2, "x")
    store.load(says("S", {"Organisation": organisations("b")}))
    assert set(stated(store, "Organisation")) == {"b"}


def test_taking_back_leaves_what_was_written_by_hand_since(store):
    store.load(says("S", {"Organisation": organisations("a")}))
    store.load(says("S", {"Organisation": organisations("a", address="架空市1")}))
    with store.driver.session(database=store.database) as session:
        session.run("MATCH (o:Organisation) SET o.url = 'https://hand.example/'").consume()
    store.undo(2, "x")
    assert rows(store.read()["Organisation"])[0] == {
        "id": "a",
        "name": "a",
        "url": "https://hand.example/",
        "sources": ["S"],
    }


def test_replacing_everything_can_be_taken_back(store):
    store.load(says("S1", {"Organisation": organisations("a", memberSince=dt.date(2024, 4, 1))}))
    store.write(Dataset.of({"Theme": [{"id": "T", "name": "手書き"}]}))
    before = store.read()
    store.load(says("S2", {"Organisation": organisations("z")}, everything=True))
    assert set(stated(store, "Organisation")) == {"z"}
    assert len(store.read()["Theme"]) == 0
    store.undo(2, "x")
    assert store.read() == before
    # The editions are back as well: what S1 says no more ends as it would have.
    store.load(says("S1", {}))
    assert rows(store.read()["Organisation"])[0]["memberUntil"] == TODAY


def test_the_journal_says_who_when_and_what(store):
    load, _ = store.load(says("S", {"Organisation": organisations("a")}, rows=3, loaded=2, refused=1))
    (kept,) = store.loads()
    assert kept == load
    assert (kept.number, kept.state, kept.by) == (1, "done", "架空の担当者")
    assert (kept.rows, kept.loaded, kept.refused, kept.changes.created) == (3, 2, 1, 2)
    assert abs(kept.started - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


def test_two_loads_at_once_follow_one_another(clean_connection):
    def load(source):
        with Store.open(clean_connection) as opened:
            opened.load(says(source, {"Organisation": organisations("a", "b", address=source)}))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(load, ["S1", "S2", "S3", "S4"]))
    with Store.open(clean_connection) as store:
        assert sorted(load.number for load in store.loads()) == [1, 2, 3, 4]
        assert all(sorted(sources) == ["S1", "S2", "S3", "S4"] for sources in stated(store, "Organisation").values())


def test_a_load_on_the_newer_server_too(any_connection):
    with Store.open(any_connection) as store:
        store.load(says("S", {"Organisation": organisations("a", "b")}))
        before = store.read()
        store.load(says("S", {"Organisation": organisations("a")}))
        store.undo(2, "x")
        assert store.read() == before


def test_commands_say_what_they_do(cli, clean_connection, monkeypatch, tmp_path):
    monkeypatch.setenv("NEO4J_URI", clean_connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_connection.password)
    file = tmp_path / "組織.csv"
    file.write_text("ID,名称\na,架空の会\nb,架空の輪\n", encoding="utf-8")
    done = cli("load", file, "--source", "会員名簿", "--by", "架空花子", lang="ja")
    assert "tsunagari loads undo 1" in done.err
    file.write_text("ID,名称\na,架空の会(新)\n", encoding="utf-8")
    table = json.loads(cli("load", file, "--source", "会員名簿", "--dry-run", "--format", "json", lang="ja").out)
    assert table == {"created": 0, "updated": 2, "deleted": 1, "unchanged": 0, "closed": 0, "refused": 0}
    shown = cli("load", file, "--source", "会員名簿", "--dry-run", "--format", "csv", lang="ja").out.splitlines()
    assert shown[1:] == [
        "updated,組織,a,架空の会(新),名称,架空の会,架空の会(新)",
        'deleted,組織,b,架空の輪,,"名称=架空の輪, 出典=会員名簿",',
        f"updated,出典,会員名簿,会員名簿,SHA-256,{shown[3].split(',')[5]},{shown[3].split(',')[6]}",
    ]
    assert cli("load", file, "--source", "会員名簿", lang="ja").code == 0
    (second, first) = json.loads(cli("loads", "--format", "json", lang="ja").out)
    assert (first["by"], first["sources"], first["files"]) == ("架空花子", ["会員名簿"], ["組織.csv"])
    assert (second["deleted"], second["loadState"]) == (1, "done")
    assert "完了" in cli("loads", lang="ja").out
    assert "取り消しました" in cli("loads", "undo", "2", lang="ja").err
    refused = cli("loads", "undo", "9")
    assert (refused.code, "load 1 is newer" in refused.err) == (1, True)


def test_rows_may_refer_to_what_is_in_the_database(cli, clean_connection, monkeypatch, tmp_path):
    monkeypatch.setenv("NEO4J_URI", clean_connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_connection.password)
    for name, text in (("組織", "ID,名称\na,架空の会\n"), ("テーマ", "ID,名称\nT,居場所\n")):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        assert cli("load", tmp_path / f"{name}.csv").code == 0
    tie = tmp_path / "取組テーマ.csv"
    tie.write_text("起点,終点\na,T\nnobody,T\n", encoding="utf-8")
    assert cli("load", tie).code == 3
    with Store.open(clean_connection) as store:
        assert stated(store, "WORKS_ON") == {("a", "T"): ["SRC-取組テーマ.csv"]}
        # To be referred to is not to be stated.
        assert stated(store, "Organisation") == {"a": ["SRC-組織.csv"]}


def test_the_journal_is_no_part_of_the_data(store):
    store.load(says("S", {"Organisation": organisations("a")}))
    auth_free = store.read()
    assert auth_free.node_count == 2
    store.load(says("S", {}, everything=True))
    assert store.read().node_count == 1
    with store.driver.session(database=store.database, default_access_mode=neo4j.READ_ACCESS) as session:
        assert session.run("MATCH (l:Load) RETURN count(l)").single().value() == 2


def test_two_nodes_that_are_the_same_become_one_for_every_source(store):
    theme = [{"id": "T", "name": "居場所"}]
    old = {"Organisation": organisations("b", url="https://b.example/"), "Theme": theme}
    store.load(says("S1", {"Organisation": organisations("a", address="架空市1"), "Theme": theme}))
    store.load(says("S2", {**old, "WORKS_ON": [{"start": "b", "end": "T"}]}))
    with store.driver.session(database=store.database) as session:
        session.run(
            "MATCH (b {id: 'b'}) SET b.nameKana = 'ビー' "
            "CREATE (:Organisation {id: 'c', name: 'c'})-[:TIED_TO {kind: 'other'}]->(b)"
        ).consume()
    before = store.read()
    store.merge({"b": "a"}, "架空花子")
    merged = {row["id"]: row for row in rows(store.read()["Organisation"])}
    assert merged == {
        "a": {
            "id": "a",
            "name": "a",
            "address": "架空市1",
            "url": "https://b.example/",
            "nameKana": "ビー",
            "sources": ["S1", "S2"],
        },
        "c": {"id": "c", "name": "c"},
    }
    assert stated(store, "WORKS_ON") == {("a", "T"): ["S2"]}
    assert list(stated(store, "TIED_TO")) == [("c", "a")]
    # What S1 drops stays, because S2 says it, by its old id or by its new one.
    store.load(says("S1", {"Theme": theme}))
    assert stated(store, "Organisation")["a"] == ["S2"]
    store.undo(4, "x")
    store.undo(3, "x")
    assert store.read() == before


def test_a_tie_between_two_that_become_one_goes(store):
    tie = {"start": "a", "end": "b", "kind": "cooperation", "since": dt.date(2024, 4, 1)}
    store.load(says("S", {"Organisation": organisations("a", "b"), "TIED_TO": [tie]}))
    store.merge({"b": "a"}, "x")
    assert list(stated(store, "Organisation")) == ["a"]
    assert stated(store, "TIED_TO") == {}
