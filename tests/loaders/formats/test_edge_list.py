from __future__ import annotations

import io

import pandas as pd
import pytest

from graph.errors import InputError
from graph.frames import rows
from loaders import read
from tests.loaders.formats.conftest import told

NODES = "id,name,type,sector\nA,甲,組織,企業\nB,乙,Organisation,\nT,居場所,テーマ,\nY,横須賀市,市町村,\n"


def keys(loaded) -> list[str]:
    return [taken.format.key if taken.format else "own" for taken in loaded.taken]


@pytest.mark.parametrize("header", ["source,target", "Source,Target", "起点,終点", "from,to"])
def test_ends_alone_become_organisations(header, write) -> None:
    loaded = read([write("ties.csv", f"{header}\n甲の会,乙の会\n乙の会,丙の会\n")])
    assert keys(loaded) == ["edgelist"]
    assert rows(loaded.dataset["Organisation"]) == [
        {"id": "丙の会", "name": "丙の会"},
        {"id": "乙の会", "name": "乙の会"},
        {"id": "甲の会", "name": "甲の会"},
    ]
    assert rows(loaded.dataset["TIED_TO"]) == [
        {"start": "乙の会", "end": "丙の会", "kind": "other"},
        {"start": "甲の会", "end": "乙の会", "kind": "other"},
    ]
    assert told(loaded) == [("note", "nodes_of_ends", ""), ("note", "edges_untyped", "")]
    assert loaded.issues[0].problem.en == "there is no list of nodes, and the 3 ends were loaded as organisations"
    assert loaded.whole


def test_what_pandas_writes_is_read(tmp_path) -> None:
    frame = pd.DataFrame(
        {"source": ["a", "b"], "target": ["b", "c"], "weight": [0.5, 2.0], "kind": ["funding", "協力"]}
    )
    frame.to_csv(tmp_path / "edges.csv", index=False)
    loaded = read([tmp_path / "edges.csv"])
    assert rows(loaded.dataset["TIED_TO"]) == [
        {"start": "a", "end": "b", "kind": "funding", "strength": 0.5},
        {"start": "b", "end": "c", "kind": "cooperation", "strength": 2.0},
    ]


def test_links_of_one_file_find_the_nodes_of_another_by_id_or_name(write) -> None:
    # The edges come first by name, and wait for the nodes.
    write("x/1_edges.csv", "source,target,weight,備考\nA,乙,2,x\n甲,居場所,0.5,\n乙,THM,,\n")
    loaded = read([write("x/2_nodes.csv", NODES.replace("Y,横須賀市,市町村,\n", "")).parent])
    assert keys(loaded) == ["edgelist", "edgelist"]
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "A", "end": "B", "kind": "other", "strength": 2.0}]
    assert rows(loaded.dataset["WORKS_ON"]) == [{"start": "A", "end": "T", "strength": 0.5}]
    assert told(loaded) == [
        ("refused", "end_unknown", "THM"),
        ("note", "edges_untyped", ""),
        ("note", "attribute_unused", ""),
    ]
    refused = loaded.issues[0]
    assert (refused.file, refused.row) == ("1_edges.csv", 4)
    assert (loaded.rows, loaded.loaded, loaded.refused) == (6, 5, 1)


def test_nodes_in_the_own_layout_serve_as_well(write) -> None:
    write("x/組織.csv", "ID,名称\nA,甲\nB,乙\n")
    loaded = read([write("x/edges.csv", "source,target\n甲,B\n").parent])
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "A", "end": "B", "kind": "other"}]


def test_a_municipality_of_the_reference_needs_no_node(write) -> None:
    write("x/組織.csv", "ID,名称\nA,甲\n")
    loaded = read([write("x/edges.csv", "source,target,relationship\nA,JP-LGC-142018,所在\n").parent])
    assert rows(loaded.dataset["LOCATED_IN"]) == [{"start": "A", "end": "JP-LGC-142018"}]
    assert list(loaded.dataset["Municipality"]["name"]) == ["横須賀市"]


def test_a_name_that_two_have_is_not_guessed(write) -> None:
    write("x/組織.csv", "ID,名称\nA,甲\nB,甲\nC,乙\n")
    loaded = read([write("x/edges.csv", "source,target\n甲,C\nA,C\n").parent])
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "A", "end": "C", "kind": "other"}]
    assert told(loaded)[0] == ("refused", "name_shared", "甲")
    assert loaded.issues[0].problem.en == "several have the name '甲' (A, B)"
    assert loaded.issues[0].row == 2


def test_between_some_kinds_the_type_must_be_said(write) -> None:
    code = "JP-LGC-142018"
    nodes = write("x/nodes.csv", NODES.replace("Y,横須賀市,市町村,", f"{code},横須賀市,市町村,"))
    write("x/団体コード.txt", "")
    edges = f"source,target\nA,{code}\nT,A\nT,{code}\n"
    loaded = read([nodes, write("x/edges.csv", edges)])
    told_of = [(issue.kind, issue.row, issue.problem.en) for issue in loaded.issues if issue.file == "edges.csv"]
    assert told_of == [
        ("edge_type_unclear", 2, "a link from Organisation to Municipality may be any of LOCATED_IN, SERVES"),
        ("edge_type_none", 3, "there is no relationship from Theme to Organisation"),
        ("edge_type_none", 4, "there is no relationship from Theme to Municipality"),
    ]


def test_undirected_links_turn_the_way_the_schema_has_them(write) -> None:
    nodes = write("x/nodes.csv", NODES.replace("Y,横須賀市,市町村,\n", ""))
    loaded = read([nodes, write("x/edges.csv", "source,target,direction\nT,A,undirected\nT,B,directed\n")])
    assert rows(loaded.dataset["WORKS_ON"]) == [{"start": "A", "end": "T"}]
    assert [(issue.kind, issue.row) for issue in loaded.issues] == [("edge_type_none", 3)]


def test_unknown_kinds_are_organisations_and_unknown_types_ties(write) -> None:
    nodes = write("x/nodes.csv", "id,name,type\nA,甲,NGO\nB,乙,NGO\nC,丙,\nT,居場所,テーマ\n")
    loaded = read([nodes, write("x/edges.csv", "source,target,type\nA,B,knows\nB,C,knows\nA,C,資金\nA,T,\n")])
    assert [row["kind"] for row in rows(loaded.dataset["TIED_TO"])] == ["other", "funding", "other"]
    notes = [(issue.kind, issue.value, issue.problem.en.split(", which")[0]) for issue in loaded.issues]
    assert notes == [
        ("edge_type_unknown", "knows", "2 links are of the type 'knows'"),
        ("node_label_unknown", "NGO", "2 nodes are of the kind 'NGO'"),
        ("nodes_organisations", "", "1 nodes say nothing of their kind and were loaded as organisations"),
    ]
    assert len(loaded.dataset["WORKS_ON"]) == 1


def test_a_value_that_does_not_fit_is_left_out_and_its_row_stays(write) -> None:
    text = "id,name,type,memberSince,sector\nA,甲,組織,いつか,企業\nB,乙,組織,2024-04-01,どこか\n,丙,組織,,\n"
    loaded = read([write("nodes.csv", text)])
    assert rows(loaded.dataset["Organisation"]) == [
        {"id": "A", "name": "甲", "sector": "company"},
        {"id": "B", "name": "乙", "memberSince": pd.Timestamp("2024-04-01").date()},
    ]
    assert sorted((issue.severity, issue.kind, issue.row) for issue in loaded.issues) == [
        ("mended", "date", 2),
        ("mended", "values", 3),
        ("refused", "no_id", 4),
    ]
    assert (loaded.rows, loaded.loaded) == (3, 2)


def test_links_of_one_pair_are_one_tie_for_each_kind(write) -> None:
    text = "source,target,kind,weight\na,b,funding,1\na,b,funding,3\na,b,referral,2\na,a,other,1\n"
    loaded = read([write("edges.csv", text)])
    assert [(row["kind"], row["strength"]) for row in rows(loaded.dataset["TIED_TO"])] == [
        ("funding", 1.0),
        ("referral", 2.0),
    ]
    assert [(issue.severity, issue.row, issue.value) for issue in loaded.issues][:2] == [
        ("refused", 5, "a"),
        ("mended", 3, "3.0"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "title,from,to\n会議,2024-04-01,2024-04-02\n",
        "id,name\nA,甲\n",
        "id,type\nA,企業\n",
        "source\nA\n",
        "\n",
    ],
)
def test_other_tables_are_not_taken_for_links(text, write) -> None:
    with pytest.raises(InputError):
        read([write("x.csv", text)])


def test_a_workbook_of_nodes_and_links(write_workbook) -> None:
    path = write_workbook(
        "x.xlsx",
        {
            "links": [["source", "target", "weight"], ["A", "B", 2]],
            "people": [["id", "label", "type"], ["A", "甲", "組織"], ["B", "乙", "組織"]],
        },
    )
    loaded = read([path])
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "A", "end": "B", "kind": "other", "strength": 2.0}]
    assert list(loaded.dataset["Organisation"]["name"]) == ["甲", "乙"]


def test_as_takes_what_is_not_recognised(write) -> None:
    content = io.StringIO()
    pd.DataFrame([("甲", "2", "乙")], columns=["memo", "from", "to"]).to_csv(content, index=False)
    path = write("x.csv", "memo,source,x,target\nm,甲,2,乙\n")
    loaded = read([path], as_format="edgelist")
    assert len(loaded.dataset["TIED_TO"]) == 1
    with pytest.raises(InputError) as raised:
        read([write("y.csv", "a,b\n1,2\n")], as_format="edgelist")
    assert "y.csv cannot be read" in str(raised.value)
