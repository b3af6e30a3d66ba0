"""The same organisation written in many ways is one node, over files and over loads, on a real Neo4j."""

from __future__ import annotations

import json

import pytest

from graph.dataset import Dataset
from graph.frames import rows
from graph.judgements import read_judgements
from graph.store import Store
from tsunagari import workflow

pytestmark = pytest.mark.neo4j

NUMBER = "8000020148415"


@pytest.fixture
def database(clean_connection, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", clean_connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_connection.password)
    return clean_connection


def names(connection):
    """The names of organisations by id."""
    with Store.open(connection) as store:
        return {row["id"]: row["name"] for row in rows(store.read()["Organisation"])}


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_one_organisation_written_five_ways_is_one_node(database, tmp_path):
    written = ["特定非営利活動法人架空の輪", "NPO法人 架空の輪", "（特非）架空の輪", "ＮＰＯ法人架空の輪", "架空の輪"]
    lines = "".join(f"{name},横浜市鶴見区\n" for name in written)
    outcome = workflow.load([write(tmp_path, "会員.csv", f"団体名,市区町村名\n{lines}別の架空の会,横浜市西区\n")])
    found = names(database)
    assert len(found) == 2
    assert (outcome.loaded.rows, outcome.loaded.refused) == (6, 0)
    told = [issue for issue in outcome.loaded.issues if issue.kind == "organisation_same"]
    assert {issue.value for issue in told} < set(written)
    # Five ways to write it, of which two differ in width and blanks alone and have one id from the start.
    assert len(told) == 3
    with Store.open(database) as store:
        assert len(read_judgements(store)) == 3
        before = store.read()
    # Loaded again, it is what it was.
    again = workflow.load([tmp_path / "会員.csv"])
    assert again.difference.counts().unchanged == before.node_count + before.relationship_count
    with Store.open(database) as store:
        assert store.read() == before


def test_a_later_file_finds_what_the_database_has(database, tmp_path):
    first = f"ID,名称,法人番号\nM1,社会福祉法人架空会,{NUMBER}\nM2,架空の丘,\n"
    place = "起点,終点\nM2,横浜市西区\n"
    workflow.load([write(tmp_path, "組織.csv", first), write(tmp_path, "所在.csv", place)])
    members = f"団体名,法人番号,市区町村名\n(福)架空会,{NUMBER},横浜市西区\n架空の丘,,横浜市西区\n"
    workflow.load([write(tmp_path, "名簿.csv", members)])
    assert names(database) == {f"JP-JCN-{NUMBER}": "社会福祉法人架空会", "M2": "架空の丘"}
    with Store.open(database) as store:
        ends = {row["start"]: row["end"] for row in rows(store.read()["LOCATED_IN"])}
    assert ends == dict.fromkeys((f"JP-JCN-{NUMBER}", "M2"), "JP-LGC-141038")
    # The second list goes: what the first says stays.
    workflow.load([write(tmp_path, "名簿.csv", "団体名,法人番号,市区町村名\n架空の島,,横浜市西区\n")])
    assert set(names(database).values()) == {"社会福祉法人架空会", "架空の丘", "架空の島"}


def test_equal_names_in_different_places_stay_apart_and_people_are_asked(cli, database, tmp_path):
    lines = "団体名,市区町村名\n架空あおぞら会,横浜市西区\n架空あおぞら会,川崎市川崎区\n"
    outcome = workflow.load([write(tmp_path, "名簿.csv", lines)])
    assert len(names(database)) == 2
    assert [issue.kind for issue in outcome.loaded.issues if issue.kind.startswith("organisation_")] == [
        "organisation_asked"
    ]
    asked = json.loads(cli("review", "--format", "json").out)
    assert [(pair["leftName"], pair["rightName"]) for pair in asked] == [("架空あおぞら会", "架空あおぞら会")]


def test_what_was_taken_apart_by_hand_stays_apart(cli, database, tmp_path):
    path = write(tmp_path, "名簿.csv", "団体名,市区町村名\n㈱架空商事,横浜市西区\n架空商事株式会社,横浜市西区\n")
    workflow.load([path])
    assert len(names(database)) == 1
    assert cli("review", "--undo", "1", "--by", "架空花子").code == 0
    workflow.load([path])
    assert set(names(database).values()) == {"㈱架空商事", "架空商事株式会社"}


def test_a_name_of_the_past_leads_to_the_corporation(database, tmp_path):
    with Store.open(database) as store:
        row = {"id": f"JP-JCN-{NUMBER}", "name": "公益財団法人架空スポーツ協会", "corporateNumber": NUMBER}
        store.write(Dataset.of({"Organisation": [{**row, "formerNames": ["財団法人架空体育協会"]}]}))
    workflow.load([write(tmp_path, "名簿.csv", "団体名,分野\n(財)架空体育協会,NPO\n")])
    assert names(database) == {f"JP-JCN-{NUMBER}": "公益財団法人架空スポーツ協会"}


def test_a_dry_run_remembers_nothing(database, tmp_path):
    path = write(tmp_path, "名簿.csv", "団体名,市区町村名\n㈱架空商事,横浜市西区\n架空商事株式会社,横浜市西区\n")
    workflow.load([path], dry_run=True)
    assert names(database) == {}
    with Store.open(database) as store:
        assert len(read_judgements(store)) == 0
