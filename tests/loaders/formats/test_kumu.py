from __future__ import annotations

import json

import openpyxl
import pytest

from graph.dataset import Dataset
from graph.errors import InputError
from graph.frames import rows
from loaders import read
from tests.loaders.formats.conftest import told, written

BLUEPRINT = {
    "elements": [
        {"label": "甲の会", "type": "組織", "tags": ["会員", "役員"], "Sector": "企業"},
        {"label": "乙の会", "type": "Organisation", "description": "紹介"},
        {"label": "居場所", "type": "テーマ", "description": "だれでも"},
    ],
    "connections": [
        {"from": "甲の会", "to": "乙の会", "direction": "mutual", "type": "情報交換"},
        {"from": "居場所", "to": "乙の会", "direction": "undirected"},
        {"from": "甲の会", "to": "居場所", "type": "WORKS_ON", "strength": 0.5},
    ],
}
BACKUP = {
    "version": 1,
    "elements": [
        {"_id": "elem-a", "attributes": {"label": "甲の会", "element type": "組織", "description": "", "tags": []}},
        {"_id": "elem-b", "attributes": {"label": "乙の会", "element type": "Person"}},
    ],
    "connections": [
        {
            "_id": "conn-1",
            "from": "elem-a",
            "to": "elem-b",
            "direction": "directed",
            "delayed": False,
            "attributes": {"connection type": "Funding", "label": "助成"},
        }
    ],
    "loops": [{"_id": "loop-1", "attributes": {"label": "R1"}}],
    "maps": [{"_id": "map-1", "elements": []}],
    "perspectives": [],
}


def test_a_blueprint_names_elements_by_label(write) -> None:
    loaded = read([write("x.json", json.dumps(BLUEPRINT))])
    assert [taken.format.key for taken in loaded.taken if taken.format] == ["kumu"]
    assert rows(loaded.dataset["Organisation"]) == [
        {"id": "乙の会", "name": "乙の会"},
        {"id": "甲の会", "name": "甲の会", "sector": "company"},
    ]
    assert rows(loaded.dataset["Theme"]) == [{"id": "居場所", "name": "居場所", "description": "だれでも"}]
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "甲の会", "end": "乙の会", "kind": "informationExchange"}]
    assert rows(loaded.dataset["WORKS_ON"]) == [
        {"start": "乙の会", "end": "居場所"},
        {"start": "甲の会", "end": "居場所", "strength": 0.5},
    ]
    assert [(issue.kind, issue.column) for issue in loaded.issues] == [
        ("edges_undirected", ""),
        ("attribute_unused", "tags"),
        ("attribute_unused", "description"),
    ]


def test_a_project_backup_has_its_data_under_attributes(write) -> None:
    loaded = read([write("x.json", json.dumps(BACKUP))])
    assert rows(loaded.dataset["Organisation"]) == [
        {"id": "elem-a", "name": "甲の会"},
        {"id": "elem-b", "name": "乙の会"},
    ]
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "elem-a", "end": "elem-b", "kind": "funding"}]
    assert [(issue.kind, issue.column, issue.value) for issue in loaded.issues] == [
        ("attribute_unused", "label", ""),
        ("parts_unread", "loops", ""),
        ("parts_unread", "maps", ""),
        ("node_label_unknown", "element type", "Person"),
        ("attribute_unused", "tags", ""),
    ]


def test_spreadsheets_of_elements_and_connections(write) -> None:
    elements = write("k/a.csv", "Label,Type,Description,Tags\n甲,組織,説明,x|y\n乙,組織,,\n丙,組織,,\n")
    connections = write("k/b.csv", "From,To,Direction,Type,Label,Strength,Tags\n甲,乙|丙,directed,資金,,2,\n")
    loaded = read([elements, connections])
    assert [taken.format.key for taken in loaded.taken if taken.format] == ["kumu", "kumu"]
    # Several elements in one cell are several connections.
    assert rows(loaded.dataset["TIED_TO"]) == [
        {"start": "甲", "end": "丙", "kind": "funding", "strength": 2.0},
        {"start": "甲", "end": "乙", "kind": "funding", "strength": 2.0},
    ]
    assert (loaded.rows, loaded.loaded) == (4, 4)


def test_a_workbook_leaves_out_sheets_to_be_ignored(write_workbook) -> None:
    path = write_workbook(
        "k.xlsx",
        {
            "elements": [["ID", "Label", "Type"], ["E1", "甲", "組織"], ["E2", "甲", "組織"]],
            "connections": [["From", "To", "Type"], ["E1", "E2", "協力"]],
            "memo (ignore)": [["a", "b"], [1, 2]],
        },
    )
    loaded = read([path])
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "E1", "end": "E2", "kind": "cooperation"}]
    assert told(loaded) == []


def test_what_is_written_has_the_headers_that_kumu_asks_for(kanagawa, tmp_path) -> None:
    files = written("kumu", "", kanagawa).files
    assert files["elements.csv"].decode().splitlines()[0].startswith("ID,Label,Type,")
    assert files["connections.csv"].decode().splitlines()[0].startswith("From,To,Direction,Type,")
    tree = json.loads(written("kumu", ".json", kanagawa).files[""])
    assert set(tree) == {"elements", "connections"}
    assert tree["elements"][0]["type"] == "Organisation"
    assert {connection["direction"] for connection in tree["connections"]} == {"directed", "undirected"}
    (tmp_path / "k.xlsx").write_bytes(written("kumu", ".xlsx", kanagawa).files[""])
    book = openpyxl.load_workbook(tmp_path / "k.xlsx", read_only=True)
    assert book.sheetnames == ["elements", "connections"]
    assert book["elements"].max_row == kanagawa.node_count + 1


def test_a_cell_beyond_what_excel_holds_is_said() -> None:
    dataset = Dataset.of({"Theme": [{"id": "T", "name": "t", "description": "あ" * 32_768}]})
    notes = [note.en for note in written("kumu", ".xlsx", dataset).notes]
    assert notes == ["1 cells are beyond what Excel holds and are not in it; export JSON or CSV instead."]


@pytest.mark.parametrize(
    "tree", [{"elements": []}, {"elements": [1]}, {"connections": []}, {"elements": {"nodes": 1}}, [], 1, "x"]
)
def test_other_json_is_not_taken_for_it(tree, write) -> None:
    with pytest.raises(InputError) as raised:
        read([write("x.json", json.dumps(tree))])
    assert "no document of a kind that is known" in str(raised.value)


def test_members_that_are_no_objects_or_have_odd_values_do_no_harm(write) -> None:
    tree = {
        "elements": [{"label": "甲", "type": ["x"], "name": {"a": 1}}, None, {"label": None}, {"label": 5}],
        "connections": [{"from": "甲", "to": 5}, "x", {"from": None}],
    }
    loaded = read([write("x.json", json.dumps(tree))])
    assert len(loaded.dataset["TIED_TO"]) == 1
    assert loaded.rows == loaded.loaded + loaded.refused == 5
