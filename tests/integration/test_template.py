"""The secretariat's own workbook against a real Neo4j: written, edited, loaded back."""

import json

import openpyxl
import pytest

from graph.language import LANGUAGES
from graph.store import Store

pytestmark = pytest.mark.neo4j

ZERO = {"created": 0, "updated": 0, "deleted": 0}


@pytest.fixture
def database(clean_connection, monkeypatch):
    """The settings of a person whose NEO4J_URI names the test's server, which holds nothing."""
    monkeypatch.setenv("NEO4J_URI", clean_connection.uri)
    monkeypatch.setenv("NEO4J_USERNAME", clean_connection.username)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_connection.password)
    return clean_connection


def load(cli, *arguments):
    outcome = cli("load", *arguments, "--format", "json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def read(connection):
    with Store.open(connection) as store:
        return store.read()


def changes(counts):
    return {key: counts[key] for key in ZERO}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_workbook_of_what_is_known_loads_back_without_a_change(cli, database, sample, tmp_path, lang):
    load(cli, sample)
    before = read(database)
    path = tmp_path / "data.xlsx"
    written = cli("template", path, "--with", "data", lang=lang)
    assert written.code == 0, written.err
    assert changes(load(cli, path)) == ZERO
    assert read(database) == before


def test_what_is_edited_in_it_is_what_changes(cli, database, tmp_path):
    own = tmp_path / "会員.xlsx"
    assert cli("template", own, lang="ja").code == 0
    book = openpyxl.load_workbook(own)
    sheet = book["組織"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    members = [("O1", "架空の会", "2024-04"), ("O2", "空想の会", "2023年"), ("O3", "夢の会", None)]
    for line, (identifier, name, since) in enumerate(members, start=3):
        sheet.cell(line, columns["ID *"]).value = identifier
        sheet.cell(line, columns["名称 *"]).value = name
        sheet.cell(line, columns["入会日"]).value = since
    book["所在"]["A3"].value, book["所在"]["C3"].value = "O1", "JP-LGC-141003"
    book.save(own)
    # Three organisations, one place, 61 municipalities and wards of Kanagawa, 28 wards' cities, and the file itself.
    assert load(cli, own)["created"] == 3 + 1 + 61 + 28 + 1

    full = tmp_path / "全部.xlsx"
    assert cli("template", full, "--with", "data", lang="ja").code == 0
    assert changes(load(cli, full)) == ZERO
    book = openpyxl.load_workbook(full)
    sheet = book["組織"]
    assert [cell.value for cell in sheet["A"]] == ["ID *", "O1", "O2", "O3"]
    assert [str(cell.value)[:10] for cell in sheet["J"]] == ["入会日", "2024-04", "2023", "None"]
    sheet["B2"].value = "架空のつながりの会"
    sheet.delete_rows(4)
    book.save(full)
    assert changes(load(cli, full)) == {"created": 0, "updated": 1, "deleted": 1}
    names = read(database)["Organisation"].set_index("id")["name"].to_dict()
    assert names == {"O1": "架空のつながりの会", "O2": "空想の会"}
