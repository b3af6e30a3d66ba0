from __future__ import annotations

import json

import pytest

from graph.errors import InputError
from graph.frames import rows
from loaders import read
from tests.loaders.formats.conftest import told, written

NODES = [
    {
        "data": {"id": "62", "SUID": 62, "shared_name": "甲", "name": "甲", "type": "組織", "members": 5},
        "position": {"x": 1},
    },
    {
        "data": {"id": "63", "SUID": 63, "name": "乙", "type": "組織", "formerNames": ["旧乙", "旧;乙"]},
        "selected": False,
    },
]
EDGES = [
    {
        "data": {
            "id": "70",
            "source": "62",
            "target": "63",
            "interaction": "協力",
            "weight": 2.0,
            "shared_interaction": "x",
        }
    }
]


def test_what_cytoscape_exports_is_read(write) -> None:
    tree = {"format_version": "1.0", "data": {"name": "n"}, "elements": {"nodes": NODES, "edges": EDGES}}
    loaded = read([write("x.cyjs", json.dumps(tree))])
    assert rows(loaded.dataset["Organisation"]) == [
        {"id": "62", "name": "甲"},
        {"id": "63", "name": "乙", "formerNames": ["旧乙", "旧;乙"]},
    ]
    assert rows(loaded.dataset["TIED_TO"]) == [{"start": "62", "end": "63", "kind": "cooperation", "strength": 2.0}]
    assert told(loaded) == [("note", "attribute_unused", "")]
    assert loaded.issues[0].column == "members"


def test_a_flat_list_of_elements_is_read_too(write) -> None:
    loaded = read([write("x.json", json.dumps({"elements": [*EDGES, *NODES]}))])
    assert [taken.format.key for taken in loaded.taken if taken.format] == ["cytoscape"]
    assert (len(loaded.dataset["Organisation"]), len(loaded.dataset["TIED_TO"])) == (2, 1)


def test_a_link_to_what_is_not_there_is_refused(write) -> None:
    edges = [{"data": {"id": "1", "source": "62", "target": "99"}}]
    loaded = read([write("x.cyjs", json.dumps({"elements": {"nodes": NODES, "edges": edges}}))])
    assert told(loaded)[0] == ("refused", "end_unknown", "99")
    assert (loaded.rows, loaded.refused) == (3, 1)


def test_what_is_written_has_ids_ends_and_values_of_json(kanagawa) -> None:
    tree = json.loads(written("cytoscape", ".cyjs", kanagawa).files[""])
    nodes, edges = tree["elements"]["nodes"], tree["elements"]["edges"]
    assert (len(nodes), len(edges)) == (kanagawa.node_count, kanagawa.relationship_count)
    assert len({item["data"]["id"] for item in [*nodes, *edges]}) == len(nodes) + len(edges)
    assert nodes[0]["data"]["sources"] == ["SRC-SAMPLE"]
    ids = {node["data"]["id"] for node in nodes}
    assert all({edge["data"]["source"], edge["data"]["target"]} <= ids for edge in edges)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"elements": {"nodes": [', "from line 1, character 25 on it is no JSON"),
        ('{"a":\n 1,}', "from line 2, character 4 on it is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"elements": ' + "9" * 5000 + "}", "is no JSON"),
        ("{}", "no document of a kind that is known"),
    ],
)
def test_broken_json_is_refused_in_one_sentence(text, problem, write) -> None:
    with pytest.raises(InputError) as raised:
        read([write("x.cyjs", text)])
    assert problem in str(raised.value)


def test_half_a_character_is_refused_like_a_control_character(write) -> None:
    text = '{"elements": {"nodes": [{"data": {"id": "a", "name": "\\ud800"}}, {"data": {"id": "b", "name": "乙"}}]}}'
    loaded = read([write("x.cyjs", text)])
    assert list(loaded.dataset["Organisation"]["id"]) == ["b"]
    assert ("refused", "control") in {(issue.severity, issue.kind) for issue in loaded.issues}
