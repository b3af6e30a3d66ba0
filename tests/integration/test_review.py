"""Pairs to decide about, from the database to a workbook and back."""

import json

import openpyxl
import pytest

from graph.judgements import read_judgements
from graph.store import Store

pytestmark = pytest.mark.neo4j

ORGANISATIONS = """id,名称,法人番号
O1,架空生命科学振興会,
O2,架空生命化学振興会,
O3,想像振興協会,
O4,社団法人架空会・財団法人想像振興協会,
"""
TIES = "start,end\nO2,JP-LGC-141003\n"


@pytest.fixture
def database(clean_connection, monkeypatch, tmp_path, cli):
    """A database with organisations of which some may be one."""
    monkeypatch.setenv("NEO4J_URI", clean_connection.uri)
    monkeypatch.setenv("NEO4J_USERNAME", clean_connection.username)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_connection.password)
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "Organisation.csv").write_text(ORGANISATIONS, encoding="utf-8")
    (folder / "LOCATED_IN.csv").write_text(TIES, encoding="utf-8")
    assert cli("load", folder).code == 0
    return clean_connection


def pairs(cli, **options):
    outcome = cli("review", "--format", "json", **options)
    assert outcome.code == 0, outcome.err
    return {(row["left"], row["right"]): row for row in json.loads(outcome.out)}


def decided(cli, file, words, *arguments, lang="en"):
    """Write the workbook, fill in its second column, and load it."""
    assert cli("review", "--out", file, lang=lang).code == 0
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    ends = {(row[8].value, row[9].value): row[1] for row in sheet.iter_rows(min_row=2)}
    for pair, word in words.items():
        ends[pair].value = word
    book.save(file)
    return cli("review", file, *arguments, lang=lang)


def organisations(connection):
    with Store.open(connection) as store:
        return {row["id"]: row["name"] for row in store.read()["Organisation"].to_dict("records")}


def test_pairs_are_shown_with_their_reasons(cli, database):
    found = pairs(cli)
    assert set(found) == {("O1", "O2"), ("O3", "O4")}
    assert found["O1", "O2"]["reasons"] == "similar names"
    assert found["O1", "O2"]["rightMunicipality"] == "横浜市"
    ja = cli("review", lang="ja")
    assert "名称が近い" in ja.out
    assert "架空生命化学振興会" in ja.out
    assert "2 組" in ja.err


def test_the_workbook_offers_the_words_in_a_list(cli, database, tmp_path):
    file = tmp_path / "pairs.xlsx"
    assert cli("review", "--out", file, lang="ja").code == 0
    book = openpyxl.load_workbook(file)
    sheet, explanation = book.worksheets
    assert [cell.value for cell in sheet[1]][:4] == ["番号", "判断", "名称1", "市町村1"]
    assert sheet.freeze_panes == "C2"
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == '"同じ,別,保留"'
    assert str(validation.sqref) == "B2:B3"
    assert any("保留" in str(row[0].value) for row in explanation.iter_rows())


def test_same_makes_one_node_at_once_and_is_undone(cli, database, tmp_path):
    before = organisations(database)
    outcome = decided(cli, tmp_path / "判断.xlsx", {("O1", "O2"): "同じ"}, "--by", "架空太郎", lang="ja")
    assert outcome.code == 0, outcome.err
    assert "架空太郎" in outcome.err
    assert set(organisations(database)) == {"O1", "O3", "O4"}
    with Store.open(database) as store:
        assert [tuple(row) for row in store.read()["LOCATED_IN"][["start", "end"]].to_numpy()] == [
            ("O1", "JP-LGC-141003")
        ]
        (kept,) = read_judgements(store)
    assert (kept.alias.id, kept.alias.name, kept.entity.id, kept.same) == ("O2", "架空生命化学振興会", "O1", True)
    assert ("O1", "O2") not in pairs(cli)
    listed = json.loads(cli("review", "--decided", "--format", "json").out)
    assert [(row["number"], row["verdict"], row["by"]) for row in listed] == [(1, "same", "架空太郎")]
    undone = cli("review", "--undo", "--by", "想像花子")
    assert undone.code == 0, undone.err
    assert organisations(database) == before
    assert ("O1", "O2") in pairs(cli)
    assert json.loads(cli("review", "--decided", "--format", "json").out) == []


def test_different_is_never_asked_again_and_later_stays_open(cli, database, tmp_path):
    words = {("O1", "O2"): "Different", ("O3", "O4"): "later"}
    assert decided(cli, tmp_path / "p.xlsx", words).code == 0
    assert set(pairs(cli)) == {("O3", "O4")}
    assert len(organisations(database)) == 4


def test_what_cannot_be_kept_is_said_with_its_row(cli, database, tmp_path):
    file = tmp_path / "p.xlsx"
    outcome = decided(cli, file, {("O1", "O2"): "たぶん", ("O3", "O4"): "同じ"})
    assert outcome.code == 3
    assert "row 2" in outcome.err or "row 3" in outcome.err
    assert "たぶん" in outcome.err
    assert "同じ / same" not in outcome.err
    assert "保留" in outcome.err
    assert set(organisations(database)) == {"O1", "O2", "O3"}
    again = cli("review", file)
    assert again.code == 3
    assert "not in the database any more" in again.err


def test_two_numbers_cannot_be_made_one(cli, database, tmp_path):
    with Store.open(database) as store, store.driver.session(database=store.database) as session:
        session.run("MATCH (o:Organisation {id: 'O3'}) SET o.corporateNumber = '8000012010038'").consume()
        session.run("MATCH (o:Organisation {id: 'O4'}) SET o.corporateNumber = '8000020148415'").consume()
    rows = "Decision,ID 1,ID 2\nsame,O3,O4\n"
    file = tmp_path / "p.csv"
    file.write_text(rows, encoding="utf-8")
    outcome = cli("review", file, lang="ja")
    assert outcome.code == 3
    assert "法人番号が異なる" in outcome.err
    assert len(organisations(database)) == 4
    with Store.open(database) as store:
        assert len(read_judgements(store)) == 0


def test_with_a_corporate_number_its_id_stays(cli, database, tmp_path):
    with Store.open(database) as store, store.driver.session(database=store.database) as session:
        session.run("MATCH (o:Organisation {id: 'O2'}) SET o.corporateNumber = '8000012010038'").consume()
    file = tmp_path / "p.csv"
    file.write_text("判断,ID1,ID2\n同じ,O1,O2\n", encoding="utf-8")
    assert cli("review", file).code == 0
    assert set(organisations(database)) == {"JP-JCN-8000012010038", "O3", "O4"}
    assert cli("review", "--undo").code == 0
    assert set(organisations(database)) == {"O1", "O2", "O3", "O4"}


def test_what_newer_loads_build_on_stays_one_and_is_said(cli, database, tmp_path):
    assert decided(cli, tmp_path / "p.xlsx", {("O1", "O2"): "same"}).code == 0
    more = tmp_path / "Theme.csv"
    more.write_text("id,name\nT1,居場所\n", encoding="utf-8")
    assert cli("load", more).code == 0
    outcome = cli("review", "--undo", lang="ja")
    assert "一つのノードのまま" in outcome.err
    assert "O2" not in organisations(database)


def test_no_such_decision(cli, database):
    for arguments in (["--undo"], ["--undo", "3"]):
        outcome = cli("review", *arguments, lang="ja")
        assert outcome.code == 1
        assert "tsunagari review --decided" in outcome.err


def test_nothing_to_decide(cli, clean_connection, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", clean_connection.uri)
    monkeypatch.setenv("NEO4J_USERNAME", clean_connection.username)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_connection.password)
    assert "no pair" in cli("review").err
    assert "Nothing" in cli("review", "--decided").err
